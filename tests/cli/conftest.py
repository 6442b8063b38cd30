"""Calls the command line in this process, in a folder of its own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefing_tui.cli.group import briefing

Call = Callable[..., Result]


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """What `briefing` with these arguments does in an empty folder, with `given` on standard input."""
    monkeypatch.chdir(tmp_path)

    def called(*arguments: object, given: bytes | None = None) -> Result:
        return CliRunner().invoke(briefing, [str(argument) for argument in arguments], input=given)

    return called


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A small briefing without a flaw, in the folder where `call` runs."""
    path = tmp_path / "flood.yaml"
    path.write_text(
        "title: A crest above the levee\n"
        "as_of: 2026-03-04T06:00Z\n"
        "tlp: GREEN\n"
        "status: exercise\n"
        "situation: {bottom_line: 'The [[crest]] passes on Thursday.'}\n"
        "events: {crest: {title: The flood crest reaches Harrow Bend, when: 2026-03-05, phase: expected}}\n"
    )
    return path


@pytest.fixture
def flawed(tmp_path: Path) -> Path:
    """A briefing with an error in an entry and a link to nothing."""
    path = tmp_path / "flawed.yaml"
    path.write_text(
        "title: A crest above the levee\n"
        "as_of: 2026-03-04T06:00Z\n"
        "tlp: GREEN\n"
        "status: exercise\n"
        "situation: {bottom_line: 'The [[crset]] passes on Thursday.'}\n"
        "events:\n"
        "  crest: {title: The flood crest, when: 2026-03-05, phase: expected}\n"
        "  rain: {title: Rain, when: soon}\n"
    )
    return path


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A file that is meant as a briefing and is none."""
    path = tmp_path / "broken.yaml"
    path.write_text("title: A crest above the levee\nas_of: 2026-03-04\nsituation: {bottom_line: ''}\n")
    return path
