"""Blocks to rows of cells at a width: what stands where, and at which rows the cursor stops.

Pure functions. Lists of single lines are laid out when they are looked at: ten thousand cost what is seen.
"""

import textwrap
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator

from briefing_tui.blocks.block import Block, Items, LazyRows, Note, Span
from briefing_tui.tui.drawing import Drawing, Grid
from briefing_tui.tui.rows import BLANK, GUTTER, MEASURE, Laid, Part, Piece, Row, Stop, cut_spans
from briefing_tui.tui.typeset import item_row, item_stop, lay, lead_width

#: A list of wrapped items longer than this is laid out with a fixed height an item.
_MANY = 300

#: What stands in the place of what fails, where that is to go on: a block, and a line that is made when it is seen.
NOT_SHOWN = "This could not be shown: a fault in the program. The rest works."
_NO_LINE = Row(-1, (Piece(GUTTER, "This line could not be shown", "error"),))


class Listed:
    """A part of items of the same height, each laid out when it is asked for."""

    head = 0

    def __init__(self, block: Items, width: int, lines: int = 1) -> None:
        self._block, self._width, self._lines = block, width, lines
        self._lead = lead_width(block, width)
        self.count = len(block.rows)
        self.height = self.count * lines

    def row(self, n: int) -> Row:
        at, line = divmod(n, self._lines)
        item = self._block.rows[at]
        if line:
            x = GUTTER + self._lead + item.depth * 2
            return Row(at, tuple(cut_spans(item.more, x, self._width - x, 0)))
        return Row(at, tuple(item_row(item, self._lead, self._width)))

    def stop(self, n: int) -> Stop:
        return item_stop(self._block.rows[n])

    def rows_of(self, n: int) -> tuple[int, int]:
        return n * self._lines, (n + 1) * self._lines

    def keys(self) -> Iterator[str]:
        rows = self._block.rows
        if isinstance(rows, LazyRows):
            return iter(rows.keys)
        return (item.key or item.target for item in rows)


class Layout:
    """A document laid out at a width. Rows and stops are counted from its beginning.

    With `until`, only its beginning (so many rows) is laid out, which is `partial`; `further()` goes on with it, and
    `complete()` to its end.
    `close` leaves out the space between paragraphs and items. With `failed`, which is told, what cannot be laid out
    costs itself alone; without, it raises.
    """

    def __init__(
        self,
        blocks: Iterable[Block | Drawing],
        width: int,
        measure: int = MEASURE,
        until: int = 0,
        *,
        close: bool = False,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        self.width = width
        self._measure, self._close, self._failed = measure, close, failed
        self._rest = self._given(blocks)
        self._parts: list[Part] = []
        self._tops: list[int] = []
        self._firsts: list[int] = []
        self.height = self.count = 0
        #: How many cells drawings are scrolled to the right.
        self.x = 0
        self._numbers: dict[str, int] | None = None
        #: How what was laid out last ends: with so many empty rows, and whether in a paragraph of running text.
        self._blank, self._running = 0, False
        self.partial = self._lay(until)

    def further(self, rows: int) -> bool:
        """Lays out so many rows of what was left, or a few more; whether some are left still."""
        if self.partial and rows > 0:
            self._numbers = None
            self.partial = self._lay(self.height + rows)
        return self.partial

    def complete(self) -> None:
        """Lays out what was left."""
        if self.partial:
            self._numbers = None
            self.partial = self._lay(0)

    def _lay(self, until: int) -> bool:
        """Lays out blocks, until so many rows are there (0: all); whether some are left."""
        laid = Laid(self._close, self.height > 0)
        laid.rows, laid.running = [BLANK] * self._blank, self._running
        for block in self._rest:
            try:
                part = self._part(block)
                if part is None:
                    lay(laid, block, self.width, min(self.width, self._measure + GUTTER))  # type: ignore[arg-type]
                elif part.height or isinstance(block, Items):
                    self._put(laid)
                    self._put(part)
                    laid = Laid(self._close, below=True)
            except Exception as error:
                self._tell(error)
                words = textwrap.wrap(NOT_SHOWN, max(8, min(self.width, self._measure) - GUTTER))
                laid.add([[Piece(GUTTER, line, "error")] for line in words], None)
                laid.gap()
            if until and self.height + laid.height >= until:
                break
        else:
            until = 0
        self._running = laid.running
        self._blank = len(laid.rows)
        while laid.rows and laid.rows[-1] is BLANK:
            laid.rows.pop()
        self._blank -= len(laid.rows)
        self._put(laid)
        return until > 0

    def _given(self, blocks: Iterable[Block | Drawing]) -> Iterator[Block | Drawing]:
        """The blocks, which may be made as they are come to; where one cannot be, a word in the place of the rest."""
        try:
            yield from blocks
        except Exception as error:
            self._tell(error)
            yield Note((Span(NOT_SHOWN),))

    def _part(self, block: Block | Drawing) -> Part | None:
        """What is a part by itself; None of what is laid out among others."""
        if isinstance(block, Items) and (block.one_line or len(block.rows) > _MANY):
            return Listed(block, self.width, 1 if block.one_line else 2)
        return block.draw(self.width) if isinstance(block, Drawing) else None

    def _tell(self, error: Exception) -> None:
        if self._failed is None:
            raise error
        self._failed(error)

    def _put(self, part: Part) -> None:
        if not part.height:
            return
        self._parts.append(part)
        self._tops.append(self.height)
        self._firsts.append(self.count)
        self.height += part.height
        self.count += part.count

    def row(self, y: int) -> Row:
        """The row at y, its stop numbered within the document. BLANK outside."""
        if not 0 <= y < self.height:
            return BLANK
        n = bisect_right(self._tops, y) - 1
        try:
            row = self._parts[n].row(y - self._tops[n])
        except Exception as error:
            self._tell(error)
            return _NO_LINE
        first = self._firsts[n]
        return row if row.stop < 0 or not first else Row(row.stop + first, row.pieces)

    def stop(self, number: int) -> Stop:
        """A stop by its number. Raises IndexError outside."""
        if not 0 <= number < self.count:
            raise IndexError(number)
        n = bisect_right(self._firsts, number) - 1
        try:
            return self._parts[n].stop(number - self._firsts[n])
        except Exception as error:
            self._tell(error)
            return Stop(f"fault.{number}", "", (), "")

    @property
    def start(self) -> int:
        """The stop the cursor begins at: the first one unless a drawing has another, -1 where there is none."""
        starts = [
            first + part.start
            for part, first in zip(self._parts, self._firsts, strict=True)
            if isinstance(part, Grid) and part.start
        ]
        return starts[0] if starts else 0 if self.count else -1

    @property
    def now(self) -> int:
        """The stop beside the line of the time cursor, -1 where no drawing has one."""
        for part, first in zip(self._parts, self._firsts, strict=True):
            if isinstance(part, Grid) and part.now_stop >= 0:
                return first + part.now_stop
        return -1

    def rows_of(self, number: int) -> tuple[int, int]:
        """The first row of a stop and the row after its last."""
        n = bisect_right(self._firsts, number) - 1
        start, end = self._parts[n].rows_of(number - self._firsts[n])
        return start + self._tops[n], end + self._tops[n]

    def scroll(self, x: int) -> bool:
        """Scrolls drawings so many cells to the right, as far as they go; whether that changes anything."""
        grids = [part for part in self._parts if isinstance(part, Grid)]
        x = max(0, min(x, max([grid.span for grid in grids], default=0) - self.width))
        if x == self.x:
            return False
        self.x = x
        for grid in grids:
            grid.x = min(x, max(0, grid.span - self.width))
        return True

    def grid_of(self, number: int) -> tuple[Grid, int, int] | None:
        """The drawing a stop stands in, with the number of its first stop and its first row; None for text."""
        n = bisect_right(self._firsts, number) - 1
        part = self._parts[n] if 0 <= number < self.count else None
        return (part, self._firsts[n], self._tops[n]) if isinstance(part, Grid) else None

    def head_at(self, top: int) -> tuple[int, int]:
        """The rows (first, and after the last) that stay above all when `top` is the first row of the view."""
        n = bisect_right(self._tops, top) - 1
        part = self._parts[n] if n >= 0 else None
        if not isinstance(part, Grid):
            return 0, 0
        first, last = part.head_at(top - self._tops[n])
        return (self._tops[n] + first, self._tops[n] + last) if last else (0, 0)

    def seen_at(self, y: int, top: int) -> int:
        """The row of the document that is seen at row y of the view when `top` is its first row."""
        first, end = self.head_at(top)
        return first + y if y < end - first else top + y

    def number_of(self, key: str) -> int | None:
        """The stop that bears a key, or None."""
        if self._numbers is None:
            numbers: dict[str, int] = {}
            for first, part in zip(self._firsts, self._parts, strict=True):
                for n, name in enumerate(part.keys()):
                    numbers.setdefault(name, first + n)
            self._numbers = numbers
        return self._numbers.get(key)
