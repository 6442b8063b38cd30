"""A rehearsal in a real terminal: the time of each step and of questions at it is kept, however it ends."""

import json
import signal
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.terminal import Terminal

TEXT = """\
title: Flood
as_of: 2026-03-04
running_order: [bottom-line, {show: events, minutes: 2}, actors]
situation: {bottom_line: 'The water rises, see [[crest]].'}
events: {crest: {title: The crest passes the town, when: 2026-03-05, text: It is as high as the levee.}}
actors: {town: {name: The town, type: population}}
"""


@pytest.fixture
def flood(tmp_path: Path) -> Path:
    path = tmp_path / "flood.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def kept(home: Path) -> dict[str, Any]:
    (file,) = (home / "state" / "briefing" / "meetings").iterdir()
    (run,) = json.loads(file.read_text("utf-8"))["runs"]
    return dict(run)


def rehearse_a_little(terminal: Terminal) -> None:
    """The first step, a look-up there, and on to the second."""
    terminal.wait("1 of 3")
    terminal.settle()
    terminal.press("f1")
    terminal.wait("as high as the levee")
    terminal.settle()
    terminal.press("p")
    terminal.wait("The water rises")
    terminal.press(" ")
    terminal.wait("2 of 3")
    terminal.read(0.3)


def check(run: dict[str, Any]) -> None:
    first, second = run["steps"]
    assert (first[0], second[0], run["rehearsal"], run["minutes"]) == ("bottom-line", "events", True, 6)
    assert min(first[1], first[2], second[1]) > 0
    assert second[2] == 0


def test_it_is_timed_and_the_words_come_after(flood: Path, tmp_path: Path) -> None:
    with Terminal(["rehearse", str(flood), "--minutes", "6"], (100, 30), tmp_path) as terminal:
        rehearse_a_little(terminal)
        terminal.press("q")
        terminal.wait("End the presentation?")
        terminal.press("y")
        terminal.wait("No step was shown for 5 seconds: nothing is proposed.")
        assert terminal.ended() == 0
    check(kept(tmp_path))
    assert flood.read_text("utf-8") == TEXT


def test_a_signal_loses_none_of_it(flood: Path, tmp_path: Path) -> None:
    with Terminal(["rehearse", str(flood), "--minutes", "6"], (100, 30), tmp_path) as terminal:
        rehearse_a_little(terminal)
        terminal.child.kill(signal.SIGTERM)
        assert terminal.ended() == 128 + signal.SIGTERM
    check(kept(tmp_path))
