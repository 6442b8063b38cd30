"""A drawing made of rows one under the other: an item may have several rows, and the first rows may stay in sight.

Takes ordinary blocks as well: what a view falls back to where there is no room for its columns. Knows no entries.
"""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from briefing_tui.blocks.block import Block, Spans
from briefing_tui.tui.drawing import Grid
from briefing_tui.tui.rows import GUTTER, MEASURE, Laid, Piece, Stop, stop_of, wrapped
from briefing_tui.tui.typeset import lay

Pieces = Sequence[Piece]


class Slab(Grid):
    """Add rows and blocks, then `done`; what is added later is not seen."""

    def __init__(self, width: int, head: int = 0) -> None:
        super().__init__(width)
        self.head = head
        self._laid = Laid()

    # making --------------------------------------------------------------------

    @property
    def room(self) -> int:
        """The cells from GUTTER on that text may fill."""
        return max(2, self.width - GUTTER - 1)

    def add(self, rows: Sequence[Pieces], stop: Stop | None = None) -> None:
        """Adds the rows of one item, or of what the cursor passes over."""
        self._laid.add(rows, stop)

    def gap(self) -> None:
        """Leaves a row empty, unless the one above is."""
        self._laid.gap()

    def lay(self, *blocks: Block) -> None:
        """Adds blocks as they stand in a text."""
        for block in blocks:
            lay(self._laid, block, self.width, min(self.width, MEASURE + GUTTER))

    def done(self) -> "Slab":
        """Ends it."""
        while self._laid.rows and not self._laid.rows[-1].pieces and self._laid.rows[-1].stop < 0:
            self._laid.rows.pop()
        self.height, self.count = self._laid.height, self._laid.count
        return self

    # what a grid says --------------------------------------------------------------------

    def pieces(self, n: int, left: int, right: int) -> Pieces:
        return self._laid.row(n).pieces

    def stop_at(self, n: int) -> int:
        return self._laid.row(n).stop

    def stop(self, n: int) -> Stop:
        return self._laid.stop(n)

    def rows_of(self, n: int) -> tuple[int, int]:
        return self._laid.rows_of(n)

    def keys(self) -> Iterator[str]:
        return self._laid.keys()

    def cells(self, stop: int, link: int) -> tuple[int, int, int]:
        first, end = self.rows_of(stop)
        for y in range(first, end):
            found = [piece for piece in self._laid.row(y).pieces if piece.link == link]
            if found:
                return y, found[0].x, found[-1].x + cell_len(found[-1].text)
        return first, GUTTER, GUTTER + 1

    def words(self, stop: int, link: int) -> str:
        if link < 0:
            return self.stop(stop).text
        rows = range(*self.rows_of(stop))
        return " ".join([piece.text for y in rows for piece in self._laid.row(y).pieces if piece.link == link])


def drawn_stop(key: str, target: str, spans: Spans) -> Stop:
    """An item of a drawing: it is a mark itself, whatever links it has."""
    return stop_of(key, target, spans)._replace(drawn=True)


def lines(spans: Spans, x: int, width: int, role: str = "") -> list[list[Piece]]:
    """Spans from x wrapped at so many cells, none of them where there are none; words alone, no links."""
    if not spans:
        return []
    return [[piece._replace(target="", link=-1) for piece in row] for row in wrapped(spans, x, width, role)]
