"""Rows of cells: pieces with a role and a link, cursor stops, and spans wrapped or cut to a width."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from rich.cells import cell_len

from briefing_tui.blocks.block import Span, Spans, text_of
from briefing_tui.tui.wrapping import breaks, cut

#: Cells to the left of all text: the cursor's bar and a space.
GUTTER = 2

#: Running text is never wider, in cells.
MEASURE = 80


class Piece(NamedTuple):
    """Some cells of a row. `link` numbers the stop's links, -1 for none."""

    x: int
    text: str
    role: str = ""
    target: str = ""
    link: int = -1


class Row(NamedTuple):
    """One row of cells. `stop` is the cursor stop it belongs to, -1 for none."""

    stop: int
    pieces: tuple[Piece, ...]


BLANK = Row(-1, ())


class Stop(NamedTuple):
    """Something the cursor stops at: an item, with what it stands for, the targets of its links, and its text.

    In a drawing (`drawn`) its links are marks that stand side by side, and the cursor is always on one of them where
    the row itself stands for nothing.
    """

    key: str
    target: str
    links: tuple[str, ...]
    text: str
    drawn: bool = False


def row_text(row: Row) -> str:
    """The characters of a row as they stand on the screen, without what is blank at its end."""
    text = ""
    cells = 0
    for piece in row.pieces:
        text += " " * (piece.x - cells) + piece.text
        cells = piece.x + cell_len(piece.text)
    return text


def character_at(row: Row, x: int) -> int | None:
    """Which character of `row_text` stands in a cell, or would stand after it; None for a blank row."""
    if not row.pieces:
        return None
    text = row_text(row)
    return next((n for n in range(len(text)) if cell_len(text[: n + 1]) > x), len(text))


class Part(Protocol):
    """The rows of one block, or of a few. Rows and stops are counted from the part's own beginning."""

    @property
    def height(self) -> int: ...
    @property
    def count(self) -> int: ...
    def row(self, n: int) -> Row: ...
    def stop(self, n: int) -> Stop: ...
    def rows_of(self, n: int) -> tuple[int, int]: ...
    def keys(self) -> Iterator[str]: ...
    @property
    def head(self) -> int:
        """How many of the first rows stay in sight while the rest is scrolled."""
        ...


class Laid:
    """A part whose rows are all there.

    `close`: only headings have space above them, and paragraphs that follow one another: nothing else would tell them
    apart. `below`: it stands below another part.
    """

    head = 0

    def __init__(self, close: bool = False, below: bool = False) -> None:
        self._close, self._below = close, below
        #: Whether what is above is a paragraph of running text.
        self.running = False
        self.rows: list[Row] = [BLANK] if below and not close else []
        self.stops: list[Stop] = []
        self._extents: list[tuple[int, int]] = []

    @property
    def height(self) -> int:
        return len(self.rows)

    @property
    def count(self) -> int:
        return len(self.stops)

    def row(self, n: int) -> Row:
        return self.rows[n]

    def stop(self, n: int) -> Stop:
        return self.stops[n]

    def rows_of(self, n: int) -> tuple[int, int]:
        return self._extents[n]

    def keys(self) -> Iterator[str]:
        return (stop.key for stop in self.stops)

    def gap(self) -> None:
        """Leaves a row empty after a paragraph or an item, unless all stands close."""
        if not self._close:
            self.space()

    def space(self) -> None:
        """Leaves a row empty, unless what is above is empty already."""
        if self.rows[-1] is not BLANK if self.rows else self._below:
            self.rows.append(BLANK)

    def add(self, rows: Sequence[Sequence[Piece]], stop: Stop | None) -> None:
        """Adds the rows of one stop, or of text the cursor passes over."""
        number = -1
        if stop is not None:
            number = len(self.stops)
            self.stops.append(stop)
            self._extents.append((len(self.rows), len(self.rows) + len(rows)))
        self.rows.extend(Row(number, tuple(pieces)) for pieces in rows)


def stop_of(key: str, target: str, spans: Spans) -> Stop:
    return Stop(key or target, target, tuple([span.target for span in spans if span.target]), text_of(spans))


def placed(spans: Spans, x: int, role: str) -> list[Piece]:
    """Spans on one line from x, not cut."""
    return list(cut_spans(spans, x, 10_000, role=role))


def cut_spans(spans: Spans, x: int, room: int, first_link: int = -1, role: str = "") -> Iterator[Piece]:
    """Spans on one line from x, cut with `…`. Links are numbered from `first_link`, unless it is negative."""
    link = first_link
    for n, span in enumerate(spans):
        text = span.text.replace("\n", " ").replace("\t", " ")
        if room <= 0:
            return
        shown = cut(text, room)
        if shown == text and cell_len(text) == room and any(after.text for after in spans[n + 1 :]):
            # It just fits, but more follows: that is to be seen as well.
            shown = cut(f"{text} ", room)
        number = -1
        if span.target and link >= 0:
            number = link
            link += 1
        if shown:
            yield Piece(x, shown, span.role or role, span.target if number >= 0 else "", number)
        cells = cell_len(shown)
        x, room = x + cells, room - cells
        if shown != text:
            return


def wrapped(spans: Spans, x: int, width: int, role: str) -> list[list[Piece]]:
    """Spans as rows of pieces from x, wrapped at `width` cells; `role` where a span has none."""
    text = text_of(spans)
    if "\t" in text:
        spans = tuple(Span(span.text.replace("\t", " "), span.role, span.target) for span in spans)
        text = text_of(spans)
    rows: list[list[Piece]] = []
    marks: list[tuple[int, int, str, str, int]] = []
    at = link = 0
    for span in spans:
        number = -1
        if span.target:
            number = link
            link += 1
        marks.append((at, at + len(span.text), span.role or role, span.target, number))
        at += len(span.text)
    n = 0
    for start, end in breaks(text, width):
        row: list[Piece] = []
        here = x
        while n < len(marks) and marks[n][1] <= start:
            n += 1
        k = n
        while k < len(marks) and marks[k][0] < end:
            a, b = max(start, marks[k][0]), min(end, marks[k][1])
            if a < b:
                words = text[a:b]
                row.append(Piece(here, words, marks[k][2], marks[k][3], marks[k][4]))
                here += cell_len(words)
            k += 1
        rows.append(row)
    return rows or [[]]
