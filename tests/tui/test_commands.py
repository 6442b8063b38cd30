"""COMMANDS is the one list: no two commands on a key, and chords complete."""

from collections import Counter
from typing import get_args

import pytest

from briefing_tui.config.key import key_name
from briefing_tui.tui.commands import COMMANDS, Keymap, Mode


@pytest.mark.parametrize("mode", get_args(Mode))
def test_no_key_means_two_things(mode: Mode) -> None:
    keys = Counter(key for command in COMMANDS for key in command.keys.get(mode, ()))
    assert [key for key, n in keys.items() if n > 1] == []


@pytest.mark.parametrize("mode", get_args(Mode))
def test_no_key_is_the_beginning_of_a_chord(mode: Mode) -> None:
    keys = {key for command in COMMANDS for key in command.keys.get(mode, ())}
    assert [key for key in keys if any(other.startswith(f"{key} ") for other in keys)] == []


def test_a_chord_takes_two_keys_and_a_wrong_second_key_means_itself() -> None:
    keymap = Keymap("reader")
    assert keymap.press("g", "g") == ""
    assert keymap.press("g", "g") == "top"
    assert keymap.press("g", "g") == ""
    assert keymap.press("j", "j") == "down"


def test_a_command_that_is_absent_from_a_mode_is_inert() -> None:
    assert Keymap("library").press("e", "e") is None
    assert Keymap("reader").press("e", "e") == "edit"


def test_a_space_after_the_beginning_of_a_chord_ends_it() -> None:
    keymap = Keymap("reader")
    assert keymap.press("g", "g") == ""
    assert keymap.press("space", " ") == "page-down"
    assert keymap.pending == ""


def test_a_key_means_the_same_with_and_without_its_character() -> None:
    assert Keymap("reader").press("question_mark", "?") == Keymap("reader").press("question_mark", None) == "keys"


def test_keys_are_named_as_people_call_them() -> None:
    assert key_name("g g") == "g g"
    assert key_name("question_mark") == "?"
    assert key_name("left_square_bracket") == "["


def test_ids_are_unique_and_every_command_says_what_it_does() -> None:
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    assert all(command.title and command.say for command in COMMANDS)
