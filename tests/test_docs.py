"""The README is true: its keys are those of COMMANDS, its example is sound, its pictures are of today's screen."""

import re
from pathlib import Path

import pytest

from briefing_tui.config.configuration import configuration_of
from briefing_tui.source.load import load_text
from briefing_tui.tui.configured import known
from briefing_tui.tui.screens.keys import keys_table
from tests.architecture.tree import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_first_two_commands_are_run_and_test() -> None:
    commands = [line.strip() for line in README.splitlines() if line.startswith("    ")]
    assert commands[0].startswith("make run ")
    assert commands[1].startswith("make test ")


def test_the_table_of_keys_is_made_from_the_commands() -> None:
    table = README.split("<!-- keys -->\n")[1].split("<!-- /keys -->")[0]
    assert table == keys_table(), "take tests/test_docs.py's word for it: `make readme` writes it"


@pytest.mark.parametrize("text", re.findall(r"```yaml\n(.*?)```", README, re.DOTALL))
def test_what_it_shows_as_a_briefing_is_one(text: str) -> None:
    loaded = load_text(text, "example")
    assert loaded.diagnostics == []
    assert loaded.briefing is not None


def test_what_it_shows_as_a_configuration_is_one() -> None:
    text = README.split("All of it is optional:\n\n")[1].split("\n\n")[0]
    found = configuration_of(text.replace("\n    ", "\n").removeprefix("    "), None, known())
    assert found.findings == ()
    assert set(vars(found.settings)) > {"theme", "library", "keys"}
    assert found.keys["edit"] == ()


@pytest.mark.parametrize("name", re.findall(r"\]\((?!http)([^)#]+)\)", README))
def test_what_it_links_to_is_there(name: str) -> None:
    assert (ROOT / name).exists()


def test_every_picture_that_is_taken_is_there_and_shown() -> None:
    from briefing_tui.tui.picture import PICTURES

    there = {path.stem for path in (ROOT / "docs").glob("*.svg")}
    assert there == set(PICTURES) == set(re.findall(r"\(docs/([a-z]+)\.svg\)", README))


@pytest.mark.parametrize("path", sorted((ROOT / "docs").glob("*.svg")), ids=lambda path: Path(path).stem)
def test_a_picture_shows_todays_screen(path: Path) -> None:
    from briefing_tui.tui.picture import PICTURES

    assert path.read_text(encoding="utf-8") == PICTURES[path.stem](), "`make readme` takes the pictures anew"
