"""NO_COLOR in a real terminal: not one colour is sent, and everything can still be told apart."""

import re
from pathlib import Path

import pytest

from tests.architecture.tree import SHIPPED
from tests.e2e.terminal import Terminal

FLOOD = next(path for path in SHIPPED if path.stem == "harrow-bend-2")

_SGR = re.compile(rb"\x1b\[([0-9;:]*)m")
#: Whatever sets a colour of text, ground or underline: 16 colours, the bright ones, 256, 24 bits.
_COLORS = {*range(30, 39), *range(40, 49), 58, *range(90, 98), *range(100, 108)}


def colors(data: bytes) -> set[bytes]:
    """The colour sequences in what was written."""
    return {
        found[0]
        for found in _SGR.finditer(data)
        if any(int(part or 0) in _COLORS for part in re.split(b"[;:]", found[1]))
    }


def attributes(data: bytes) -> set[int]:
    return {int(part) for found in _SGR.finditer(data) for part in found[1].split(b";") if part}


#: Keys, and words that are to be seen after them: lists, views, a dossier, hints, find, palette, keys, the library.
TOUR = (
    ("2", ""), ("jj\r", ""), ("f", "Follow:"), ("\x1b", ""), ("3", ""), ("v", ""), ("v", ""), ("5", "Judgements"),
    ("/", ""), ("crest\r", ""), ("n", ""), ("\x1b", ""), (":", "⏎ go"), ("\x1b", ""), ("?", ""), ("\x1b", ""),
    ("!", ""), ("T", "NO_COLOR is set"), ("o", "HISTORICAL"),
)  # fmt: skip


def test_with_no_color_not_one_colour_is_sent(tmp_path: Path) -> None:
    with Terminal([str(FLOOD)], (120, 36), tmp_path, NO_COLOR="1") as terminal:
        terminal.wait("Bottom line")
        for keys, words in TOUR:
            terminal.press(keys)
            terminal.wait(words)
            terminal.read(0.2)
        terminal.settle()
        terminal.press("q")
        assert terminal.ended() == 0
        assert colors(terminal.data) == set()
        # Weight, slant, underline and reverse carry what colours did.
        assert {1, 3, 4, 7} <= attributes(terminal.data)


@pytest.mark.parametrize("variables", [{}, {"NO_COLOR": ""}])
def test_without_it_and_with_an_empty_one_there_are_colours(tmp_path: Path, variables: dict[str, str]) -> None:
    with Terminal([str(FLOOD)], (80, 24), tmp_path, **variables) as terminal:
        terminal.wait("Bottom line")
        terminal.settle()
        seen = {found for found in colors(terminal.data) if b"38;2;" in found}
        # Not greys alone: red, green and blue differ.
        parts = [re.search(rb"38;2;(\d+);(\d+);(\d+)", found) for found in seen]
        assert any(len(set(part.groups())) > 1 for part in parts if part)


def test_without_a_choice_the_theme_that_was_chosen_is_kept(tmp_path: Path) -> None:
    state = tmp_path / "state" / "briefing"
    state.mkdir(parents=True)
    (state / "state.json").write_text('{"theme": "light"}')
    with Terminal([str(FLOOD)], (80, 24), tmp_path, NO_COLOR="1") as terminal:
        terminal.wait("Bottom line")
        terminal.press("T")
        terminal.wait("NO_COLOR is set")
        terminal.press("q")
        terminal.ended()
    assert '"light"' in (state / "state.json").read_text()
