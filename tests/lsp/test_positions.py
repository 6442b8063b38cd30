"""Offsets and positions: the units that were agreed on, wide characters, and what lies outside of the text."""

import pytest
from lsprotocol.types import Position
from pygls.workspace import PositionCodec

from briefing_tui.lsp.positions import Positions
from briefing_tui.lsp.text import Text

LINE = "a水🌊é"
WIDTHS = {"utf-8": [0, 1, 4, 8, 10], "utf-16": [0, 1, 2, 4, 5], "utf-32": [0, 1, 2, 3, 4]}


@pytest.mark.parametrize("encoding", WIDTHS)
def test_each_character_is_as_wide_as_the_encoding_has_it(encoding: str) -> None:
    positions, text = Positions(PositionCodec(encoding)), Text(f"plain\n{LINE}\r\nlast")
    for n, width in enumerate(WIDTHS[encoding]):
        assert positions.position(text, 6 + n) == {"line": 1, "character": width}
        assert positions.offset(text, Position(1, width)) == 6 + n


@pytest.mark.parametrize("encoding", WIDTHS)
def test_what_is_past_the_end_is_the_end(encoding: str) -> None:
    positions, text = Positions(PositionCodec(encoding)), Text(f"plain\n{LINE}\r\nlast")
    assert positions.offset(text, Position(0, 99)) == 5
    assert positions.offset(text, Position(1, 99)) == 10
    assert positions.offset(text, Position(2, 99)) == len(text)
    assert positions.offset(text, Position(9, 0)) == len(text)
    assert positions.position(text, 999) == {"line": 2, "character": 4}


@pytest.mark.parametrize(("encoding", "width"), [("utf-8", 3), ("utf-16", 1), ("utf-32", 1)])
def test_a_byte_order_mark_counts_for_the_client_alone(encoding: str, width: int) -> None:
    positions, text = Positions(PositionCodec(encoding)), Text("\ufefftitle: T\nas_of: 2026")
    assert positions.position(text, 5) == {"line": 0, "character": 5 + width}
    assert positions.offset(text, Position(0, 5 + width)) == 5
    assert positions.offset(text, Position(0, 0)) == 0
    assert positions.position(text, 9) == {"line": 1, "character": 0}


def test_half_a_pair_of_surrogates_is_no_fault() -> None:
    positions, text = Positions(PositionCodec("utf-8")), Text("\ud83c水")
    assert positions.offset(text, Position(0, 3)) == 1
    assert positions.position(text, 2) == {"line": 0, "character": 6}
