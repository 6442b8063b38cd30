"""Words of explanation above or below a drawing: a legend, what is counted. The cursor passes over them."""

from collections.abc import Sequence

from briefing_tui.blocks.block import Spans
from briefing_tui.tui.drawing import Grid
from briefing_tui.tui.rows import GUTTER, Piece, wrapped


class Aside(Grid):
    """Some paragraphs at a width; nothing where there are none. Unlike a Note they may depend on the width."""

    def __init__(self, width: int, *paragraphs: Spans) -> None:
        super().__init__(width)
        room = width - GUTTER - 1
        self._rows = [row for spans in paragraphs if spans for row in wrapped(spans, GUTTER, room, "dim")]
        self.height = len(self._rows)

    def pieces(self, n: int, left: int, right: int) -> Sequence[Piece]:
        return self._rows[n]

    def stop_at(self, n: int) -> int:
        return -1
