"""The configuration that is written to begin with changes nothing, explains everything, and is valid at every step."""

import re

import pytest

from briefing_tui.config.configuration import configuration_of
from briefing_tui.config.remapping import default_keys
from briefing_tui.config.settings import Settings
from briefing_tui.config.written import Row, written
from briefing_tui.model.described import field_docs
from briefing_tui.model.shape import fields_of
from briefing_tui.themes.shelf import all_themes
from briefing_tui.tui.commands import COMMANDS
from briefing_tui.tui.configured import known

KEYS = known().commands
TEXT = written([Row(row.id, row.title, default_keys(KEYS[row.id])) for row in COMMANDS], all_themes())
LINES = TEXT.splitlines()
COMMENTED = [n for n, line in enumerate(LINES) if re.match(r" *#\S", line)]


def taken_in(*numbers: int) -> str:
    return "\n".join(re.sub(r"^( *)#", r"\1", line) if n in numbers else line for n, line in enumerate(LINES))


def test_as_it_is_written_it_changes_nothing() -> None:
    found = configuration_of(TEXT, None, known())
    assert (found.settings, found.findings) == (Settings(), ())


@pytest.mark.parametrize("number", COMMENTED, ids=lambda number: LINES[number].split(":")[0].strip(" #"))
def test_each_line_can_be_taken_into_force_by_itself(number: int) -> None:
    found = configuration_of(taken_in(number), None, known())
    assert found.findings == ()
    assert found.keys == {}
    assert all(
        getattr(found.settings, name) == field.default for name, field in fields_of(Settings).items() if name != "keys"
    )


def test_all_of_it_taken_into_force_changes_nothing() -> None:
    found = configuration_of(taken_in(*COMMENTED), None, known())
    assert found.findings == ()
    assert found.keys == {}
    assert vars(found.settings).keys() == fields_of(Settings).keys()
    assert all(
        getattr(found.settings, name) == field.default for name, field in fields_of(Settings).items() if name != "keys"
    )


def test_every_setting_and_every_command_stands_there_and_is_explained() -> None:
    said = [LINES[number].strip().removeprefix("#").partition(":")[0] for number in COMMENTED]
    assert said == [*(name for name in fields_of(Settings) if name != "keys"), *(row.id for row in COMMANDS)]
    assert "\nkeys:\n" in TEXT
    assert field_docs(Settings).keys() == fields_of(Settings).keys()
    assert all(f"# {row.title}" in TEXT for row in COMMANDS)
    assert all(name in TEXT for name in all_themes())
    assert max(len(line) for line in LINES if line.startswith("# ")) <= 80


@pytest.mark.parametrize("key", ["#", "'", '"', "\\", "-", ",", "]", "{", "%", "@", "`", "|", "é", "~", "g g", "1"])
def test_a_sign_is_written_so_that_it_is_read_again(key: str) -> None:
    rows = [Row("find", "Find", (key, "x")), Row("goto", "Go", (key,)), Row("top", "Top", ())]
    text = re.sub(r"^( *)#(?=\S)", r"\1", written(rows, ["dark"]), flags=re.MULTILINE)
    found = configuration_of(text)
    assert found.findings == ()
    assert found.keys == {"find": (key, "x"), "goto": (key,), "top": ("none",)}
