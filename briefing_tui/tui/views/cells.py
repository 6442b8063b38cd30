"""Cells: columns of a drawing filled side by side with words, some of which are marks. Knows no entries."""

from collections.abc import Sequence
from typing import NamedTuple

from briefing_tui.blocks.block import Spans
from briefing_tui.tui.drawing import Canvas
from briefing_tui.tui.rows import GUTTER, Piece
from briefing_tui.tui.views.slab import lines
from briefing_tui.tui.wrapping import breaks, cut

#: Between two columns: a space, a line, a space.
BETWEEN = 3


class Row(NamedTuple):
    """A row of a cell; with a target its last piece is a mark, called `words`."""

    pieces: Sequence[Piece]
    target: str = ""
    words: str = ""


Cell = list[Row]


def how_many(room: int, least: int) -> int:
    """How many columns of so many cells stand side by side."""
    return max(1, (room + BETWEEN) // (least + BETWEEN))


def how_wide(room: int, columns: int) -> int:
    """The cells of each of so many columns."""
    return (room + BETWEEN) // columns - BETWEEN


def wrapped_cell(spans: Spans, cells: int, target: str = "", words: str = "") -> Cell:
    """Spans as rows of a cell; with a target the first row is a mark."""
    rows = lines(spans, 0, max(2, cells))
    return [Row(row, target, words) if n == 0 else Row(row) for n, row in enumerate(rows)]


def marked_cell(
    before: Piece, text: str, cells: int, target: str, words: str = "", *, most: int = 0, role: str = ""
) -> Cell:
    """A sign and a text that is a mark, wrapped under itself; with `most`, in no more rows than that, then cut."""
    after = len(before.text) + (1 if len(before.text) < 3 else 2)
    places = breaks(text, cells - 2, max(2, cells - after))
    shown = [text[start:end] for start, end in places]
    if most and len(shown) > most:
        shown = [*shown[: most - 1], cut(text[places[most - 1][0] :], cells - 2)]
    mark = [before] + ([Piece(after, shown[0], role)] if shown[0] else [])
    return [Row(mark, target, words), *[Row([Piece(2, rest, role)]) for rest in shown[1:]]]


def put_band(canvas: Canvas, columns: Sequence[Sequence[Cell]], cells: int, top: int) -> int:
    """Draws columns beside one another from a row on, each level at one height; the row after the last."""
    y = top
    for level in zip(*columns, strict=True):
        for n, cell in enumerate(level):
            x = GUTTER + n * (cells + BETWEEN)
            for down, row in enumerate(cell):
                for piece in row.pieces:
                    target = row.target if piece is row.pieces[-1] else ""
                    canvas.put(x + piece.x, y + down, piece.text, piece.role, target, row.words)
        y += max(map(len, level))
    for n in range(1, len(columns)):
        canvas.down(GUTTER + n * (cells + BETWEEN) - 2, top, y - 1, "grid")
    return y
