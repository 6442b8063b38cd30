"""Keys as people write them are the keys that terminals send, and what is none is explained."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.keys import Keys, _character_to_key

from briefing_tui.config.key import CHORD, canonical, key_name, key_written, keys_pressed
from briefing_tui.model.text import clean


@pytest.mark.parametrize(
    ("written", "key", "shown"),
    [
        ("J", "J", "J"),
        ("/", "/", "/"),
        ("slash", "/", "/"),
        ("question_mark", "?", "?"),
        ("+", "+", "+"),
        ("ctrl+p", "ctrl+p", "Ctrl+P"),
        ("Ctrl+P", "ctrl+p", "Ctrl+P"),
        ("ctrl++", "ctrl++", "Ctrl++"),
        ("g g", "g g", "g g"),
        ("  g   G ", "g G", "g G"),
        ("space", "space", "Space"),
        ("Enter", "enter", "⏎"),
        ("return", "enter", "⏎"),
        ("PgDn", "pagedown", "PgDn"),
        ("page-down", "pagedown", "PgDn"),
        ("F5", "f5", "F5"),
        ("shift+j", "J", "J"),
        ("shift+tab", "shift+tab", "Shift+Tab"),
        ("shift+ctrl+left", "ctrl+shift+left", "Ctrl+Shift+←"),
        ("alt+F", "alt+shift+f", "Alt+Shift+F"),
        ("ctrl+i", "tab", "Tab"),
        ("ctrl+@", "ctrl+space", "Ctrl+Space"),
        ("é", "é", "é"),
        ("e\u0301", "é", "é"),
        ("ctrl+\ufb01", "ctrl+\ufb01", "Ctrl+FI"),
        ("shift+ß", "ß", "ß"),
        ("none", "none", "None"),
        ("NONE", "none", "None"),
    ],
)
def test_what_is_written_is_a_key(written: str, key: str, shown: str) -> None:
    assert key_written(written) == key
    assert key_name(key) == shown


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("gg", "“gg” is not a key: write `g g` for one key after the other"),
        ("entr", "“entr” is not a key: write `enter`"),
        ("ctrl-p", "“ctrl-p” is not a key: write `ctrl+p`"),
        ("C-p", "“C-p” is not a key: write `ctrl+p`"),
        ("M-x", "“M-x” is not a key: write `alt+x`"),
        ("ctrl", "“ctrl” is not a key: write it before another key, such as `ctrl+f`"),
        ("esc", "“esc” only closes what is open, on every screen: write another key"),
        ("ctrl+[", "“ctrl+[” only closes what is open, on every screen: write another key"),
        ("shift+1", "“shift+1” depends on the keyboard: write the sign that Shift makes of it"),
        ("\u0301", "“\u0301” is not a key that can be typed: write another one"),
        ("a b c d", "“a b c d” is more than 3 keys one after the other: write fewer"),
        ("", "is empty"),
        (" ", "is empty"),
        (["g", "g"], "a key is a word or a sign, not a list or a mapping"),
        (None, "a key is a word or a sign, not a list or a mapping"),
    ],
)
def test_what_is_no_key_is_explained(written: object, said: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
        key_written(written)


@given(st.text(max_size=40))
def test_whatever_is_written_is_a_key_that_can_be_written_again_or_is_refused(text: str) -> None:
    try:
        key, said = key_written(text), ""
    except ValueError as error:
        key, said = "none", str(error)
    assert clean(said) == said
    assert key_written(key) == canonical(key) == key
    assert len(key.split(" ")) <= CHORD
    assert key_name(key).isprintable()


@pytest.mark.parametrize("sign", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~aZ9é")
def test_a_sign_is_what_the_driver_sends_for_it(sign: str) -> None:
    assert canonical(_character_to_key(sign)) == key_written(sign) == sign


@pytest.mark.parametrize(
    "key", [key.value for key in Keys if key.value.isascii() and "<" not in key.value and key.value != "escape"]
)
def test_a_name_of_the_drivers_survives(key: str) -> None:
    assert canonical(canonical(key)) == canonical(key)
    if key.rpartition("+")[2] in (
        "up",
        "left",
        "home",
        "end",
        "pageup",
        "delete",
        "insert",
        "f1",
        "f12",
        "enter",
        "tab",
    ):
        assert canonical(key) == key == key_written(key)


def test_a_line_of_keys_is_pressed_one_after_the_other() -> None:
    assert keys_pressed("  g g Return esc ESCAPE ctrl+F ' я PgDn") == (
        "g", "g", "enter", "escape", "escape", "ctrl+f", "'", "я", "pagedown",
    )  # fmt: skip
    assert keys_pressed("") == ()
    with pytest.raises(ValueError, match="“hj” is not a key"):
        keys_pressed("j hj")
