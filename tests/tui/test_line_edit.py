"""A line of typing behaves as in every shell."""

import pytest

from briefing_tui.tui.line_edit import MAX_LENGTH, LineEdit


def typed(keys: list[str], text: str = "") -> tuple[str, int]:
    edit = LineEdit(text, len(text))
    for key in keys:
        edit.press(key, key if len(key) == 1 else None)
    return edit.text, edit.at


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (["a", "b", "left", "c"], ("acb", 2)),
        (["backspace"], ("one tw", 6)),
        (["ctrl+w"], ("one ", 4)),
        (["ctrl+w", "ctrl+w"], ("", 0)),
        (["ctrl+u"], ("", 0)),
        (["home", "delete"], ("ne two", 0)),
        (["home", "right", "ctrl+k"], ("o", 1)),
        (["home", "end"], ("one two", 7)),
    ],
)
def test_keys(keys: list[str], expected: tuple[str, int]) -> None:
    assert typed(keys, "" if keys[0] == "a" else "one two") == expected


def test_other_keys_are_left_to_others() -> None:
    assert not LineEdit("x", 1).press("f5", None)
    assert not LineEdit("x", 1).press("escape", "\x1b")


def test_pasted_lines_become_one_and_length_is_bounded() -> None:
    edit = LineEdit()
    edit.paste("one\ntwo\x1b")
    assert edit.text == "one two "
    edit.paste("x" * 10_000)
    assert len(edit.text) == MAX_LENGTH
    assert edit.at == MAX_LENGTH
