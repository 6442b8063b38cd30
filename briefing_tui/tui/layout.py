"""Blocks to rows of cells: what stands where at a given width, which rows the cursor stops at and which links each stop holds.

Pure functions of blocks and width. Lists of single lines are laid out when they are looked at, so ten thousand cost what is seen.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from rich.cells import cell_len

from briefing_tui.blocks.block import Bars, Block, Fields, Heading, Item, Items, LazyRows, Note, Prose, Span, Spans, Table, text_of
from briefing_tui.tui.wrapping import TAB, breaks, cut

#: Cells to the left of all text: the cursor's bar and a space.
GUTTER = 2

#: Running text is never wider, in cells.
MEASURE = 80

#: A list of wrapped items longer than this is laid out with a fixed height an item.
_MANY = 300


class Piece(NamedTuple):
    """Some cells of a row. `link` numbers the links of the stop, -1 for none; `at` is the offset in the stop's text, -1 for decoration."""

    x: int
    text: str
    role: str
    target: str
    link: int
    at: int


class Row(NamedTuple):
    """One row of cells. `stop` is the cursor stop it belongs to, -1 for none."""

    stop: int
    pieces: tuple[Piece, ...]


BLANK = Row(-1, ())


class Stop(NamedTuple):
    """Something the cursor stops at: an item, with what it stands for, the targets of its links, and its text."""

    key: str
    target: str
    links: tuple[str, ...]
    text: str


class Part(Protocol):
    """The rows of one block, or of a few. Rows and stops are counted from the part's own beginning."""

    height: int
    count: int

    def row(self, n: int) -> Row: ...
    def stop(self, n: int) -> Stop: ...
    def rows_of(self, n: int) -> tuple[int, int]: ...
    def keys(self) -> Iterator[str]: ...


class Laid:
    """A part whose rows are all there."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
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

    def gap(self, rows: int = 1) -> None:
        """Leaves rows empty, unless what is above is empty already."""
        if self.rows and self.rows[-1] is not BLANK:
            self.rows.extend([BLANK] * rows)

    def add(self, rows: Sequence[Sequence[Piece]], stop: Stop | None) -> None:
        """Adds the rows of one stop, or of text the cursor passes over."""
        number = -1
        if stop is not None:
            number = len(self.stops)
            self.stops.append(stop)
            self._extents.append((len(self.rows), len(self.rows) + len(rows)))
        self.rows.extend(Row(number, tuple(pieces)) for pieces in rows)


class Listed:
    """A part of items of the same height, each laid out when it is asked for."""

    def __init__(self, block: Items, width: int, lines: int = 1) -> None:
        self._block, self._width, self._lines = block, width, lines
        self._lead = _lead_width(block, width)
        self.count = len(block.rows)
        self.height = self.count * lines

    def row(self, n: int) -> Row:
        at, line = divmod(n, self._lines)
        item = self._block.rows[at]
        if line:
            x = GUTTER + self._lead + item.depth * 2
            return Row(at, tuple(_cut_spans(item.more, x, self._width - x, 0, -1)))
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
    """A whole document laid out at a width. Rows and stops are counted from its beginning."""

    def __init__(self, blocks: Sequence[Block], width: int, measure: int = MEASURE) -> None:
        self.width = width
        self._parts: list[Part] = []
        self._tops: list[int] = []
        self._firsts: list[int] = []
        self.height = self.count = 0
        self._numbers: dict[str, int] | None = None
        laid = Laid()
        for block in blocks:
            if isinstance(block, Items) and (block.one_line or len(block.rows) > _MANY):
                self._put(laid)
                lines = 1 if block.one_line else 2
                self._put(Listed(block, width, lines))
                laid = Laid()
                laid.rows.append(BLANK)
            else:
                lay(laid, block, width, min(width, measure + GUTTER))
        while laid.rows and laid.rows[-1] is BLANK:
            laid.rows.pop()
        self._put(laid)

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
        row = self._parts[n].row(y - self._tops[n])
        first = self._firsts[n]
        return row if row.stop < 0 or not first else Row(row.stop + first, row.pieces)

    def stop(self, number: int) -> Stop:
        """A stop by its number. Raises IndexError outside."""
        if not 0 <= number < self.count:
            raise IndexError(number)
        n = bisect_right(self._firsts, number) - 1
        return self._parts[n].stop(number - self._firsts[n])

    def rows_of(self, number: int) -> tuple[int, int]:
        """The first row of a stop and the row after its last."""
        n = bisect_right(self._firsts, number) - 1
        start, end = self._parts[n].rows_of(number - self._firsts[n])
        return start + self._tops[n], end + self._tops[n]

    def number_of(self, key: str) -> int | None:
        """The stop that bears a key, or None."""
        if self._numbers is None:
            numbers: dict[str, int] = {}
            for first, part in zip(self._firsts, self._parts, strict=True):
                for n, name in enumerate(part.keys()):
                    numbers.setdefault(name, first + n)
            self._numbers = numbers
        return self._numbers.get(key)

    def stop_near(self, y: int) -> int:
        """The stop at a row, else the next one below, else the last; -1 when there is none."""
        for at in range(max(0, y), self.height):
            if (number := self.row(at).stop) >= 0:
                return number
        return self.count - 1


# one block -----------------------------------------------------------------------------------------------------------------


def lay(part: Laid, block: Block, width: int, measure: int) -> None:
    """Adds the rows of one block to a part."""
    if isinstance(block, Prose):
        _lay_prose(part, block, measure)
    elif isinstance(block, Heading):
        _lay_heading(part, block, width)
    elif isinstance(block, Fields):
        _lay_fields(part, block, measure)
    elif isinstance(block, Items):
        lead = _lead_width(block, width)
        for item in block.rows:
            part.add(_item_rows(item, lead, min(width, measure + lead)), item_stop(item))
        part.gap()
    elif isinstance(block, Bars):
        _lay_bars(part, block, measure)
    elif isinstance(block, Table):
        _lay_table(part, block, width)
    elif isinstance(block, Note):
        part.add(_wrapped(block.spans, GUTTER, measure - GUTTER, "note"), None)
        part.gap()


def _lay_heading(part: Laid, block: Heading, width: int) -> None:
    if block.level > 1:
        part.gap()
    role = {1: "title", 2: "heading"}.get(block.level, "subheading")
    rows = _wrapped(block.spans, GUTTER, width - GUTTER - 1, role)
    note = text_of(block.note)
    if note:
        last = rows[-1]
        end = last[-1].x + cell_len(last[-1].text) if last else GUTTER
        if end + 2 + cell_len(note) <= width - 1:
            rows[-1] = [*last, *_placed(block.note, end + 2 if block.level > 1 else width - 1 - cell_len(note), "count")]
        else:
            rows.extend(_wrapped(block.note, GUTTER, width - GUTTER - 1, "count"))
    part.add(rows, _stop(block.key, block.target, block.spans) if block.target else None)
    if block.level == 1:
        part.rows.append(BLANK)


def _lay_prose(part: Laid, block: Prose, measure: int) -> None:
    x = GUTTER + block.depth * 2
    marker: list[Piece] = []
    if block.style == "quote":
        x += 2
    elif block.style in ("bullet", "number"):
        sign = block.marker or "•"
        marker = [Piece(x, sign, "bullet", "", -1, -1)]
        x += cell_len(sign) + 1
    default = {"lead": "lead", "quote": "quote", "code": "code"}.get(block.style, "")
    spans = block.spans
    if block.style == "code":
        spans = tuple(span if "\t" not in span.text else Span(span.text.replace("\t", TAB), span.role, span.target) for span in spans)
    rows = _wrapped(spans, x, measure - x - 1, default)
    if marker:
        rows[0] = [*marker, *rows[0]]
    if block.style == "quote":
        rows = [[Piece(GUTTER + block.depth * 2, "│", "bullet", "", -1, -1), *row] for row in rows]
    part.add(rows, _stop(block.key, block.target, block.spans))
    part.gap()


def _lay_fields(part: Laid, block: Fields, measure: int) -> None:
    if not block.rows:
        return
    column = min(max(cell_len(row.label) for row in block.rows) + 2, max(8, measure // 3))
    for n, row in enumerate(block.rows):
        label = Piece(GUTTER, cut(row.label, column - 1), "label", "", -1, -1)
        rows = _wrapped(row.spans, GUTTER + column, measure - GUTTER - column - 1, "")
        rows[0] = [label, *rows[0]]
        part.add(rows, _stop(f"{block.key}.{row.label}.{n}", row.target, row.spans))
    part.gap()


def _lay_bars(part: Laid, block: Bars, measure: int) -> None:
    scale = max(10, min(40, measure - GUTTER - 2) // 2 * 2)
    for n, bar in enumerate(block.rows):
        rows = _wrapped(bar.label, GUTTER, measure - GUTTER - 1, "")
        low, high = int(bar.low * scale / 100), max(int(bar.low * scale / 100) + 1, round(bar.high * scale / 100))
        pieces = [
            Piece(GUTTER, "─" * low, "bar-empty", "", -1, -1),
            Piece(GUTTER + low, "━" * (high - low), "bar", "", -1, -1),
            Piece(GUTTER + high, "─" * (scale - high), "bar-empty", "", -1, -1),
        ]
        words = GUTTER + scale + 2
        if words + cell_len(text_of(bar.words)) < measure:
            rows.append([*(p for p in pieces if p.text), *_placed(bar.words, words, "")])
        else:
            rows.append([p for p in pieces if p.text])
            rows.extend(_wrapped(bar.words, GUTTER, measure - GUTTER - 1, ""))
        part.add(rows, _stop(f"{block.key}.{n}", bar.target, bar.label))
        part.gap()


def _lay_table(part: Laid, block: Table, width: int) -> None:
    columns = [max([cell_len(head), *(cell_len(text_of(row[n])) for row in block.rows)]) for n, head in enumerate(block.head)]
    room = width - GUTTER - 1
    while sum(columns) + 2 * (len(columns) - 1) > room and max(columns) > 4:
        columns[columns.index(max(columns))] -= 1
    xs = [GUTTER + sum(columns[:n]) + 2 * n for n in range(len(columns))]
    if any(block.head):
        head = [Piece(x, cut(text, w), "label", "", -1, -1) for x, w, text in zip(xs, columns, block.head, strict=True)]
        part.add([head], None)
    for n, row in enumerate(block.rows):
        cells = [_wrapped(spans, x, w, "") for x, w, spans in zip(xs, columns, row, strict=True)]
        rows = [[piece for cell in cells if line < len(cell) for piece in cell[line]] for line in range(max(map(len, cells)))]
        target = block.targets[n] if n < len(block.targets) else ""
        part.add(_renumbered(rows), _stop(f"{block.key}.{n}", target, tuple(span for cell in row for span in cell)))
    part.gap()


def _renumbered(rows: list[list[Piece]]) -> list[list[Piece]]:
    """Cells were laid out one by one: number their links across the row, in reading order of the cells."""
    order: dict[tuple[int, int], int] = {}
    found = []
    for row in rows:
        line = []
        for piece in row:
            if piece.link >= 0:
                number = order.setdefault((piece.x if not line else piece.x, piece.link), len(order))
                piece = piece._replace(link=number)
            line.append(piece)
        found.append(line)
    return found


# items ---------------------------------------------------------------------------------------------------------------------


def _lead_width(block: Items, width: int) -> int:
    """The width of the lead column with its space; none where the screen is too narrow for one."""
    return block.lead + 2 if block.lead and width >= 3 * block.lead else 0


def item_stop(item: Item) -> Stop:
    """The stop an item is."""
    spans = (*item.spans, *item.more)
    return _stop(item.key or item.target, item.target, spans)


def item_row(item: Item, lead: int, width: int) -> list[Piece]:
    """An item on one line: lead, text cut to what is left, tail at the right."""
    x = GUTTER + item.depth * 2
    pieces: list[Piece] = []
    if lead:
        pieces.extend(_cut_spans(item.lead, x, lead - 2, -2, -1))
        x += lead
    tail = text_of(item.tail)
    end = width - 1
    if tail and cell_len(tail) <= (width - x) // 2:
        end -= cell_len(tail)
        pieces.extend(_placed(item.tail, end, "dim"))
        end -= 2
    return [*_cut_spans(item.spans, x, end - x, 0, 0), *pieces] if not lead else [*pieces, *_cut_spans(item.spans, x, end - x, 0, 0)]


def _item_rows(item: Item, lead: int, width: int) -> list[list[Piece]]:
    x = GUTTER + item.depth * 2
    tail = text_of(item.tail)
    room = width - x - lead - 1
    rows = _wrapped(item.spans, x + lead, room, "")
    if tail:
        end = rows[-1][-1].x + cell_len(rows[-1][-1].text) if rows[-1] else x + lead
        if end + 2 + cell_len(tail) < width:
            rows[-1] = [*rows[-1], *_placed(item.tail, end + 2, "dim")]
        else:
            rows.extend(_wrapped(item.tail, x + lead, room, "dim"))
    if lead:
        rows[0] = [*_cut_spans(item.lead, x, lead - 2, -2, -1), *rows[0]]
    elif item.lead:
        rows = [*_wrapped(item.lead, x, room, "dim"), *rows]
    if item.more:
        shift = sum(bool(span.target) for span in item.spans)
        for row in _wrapped(item.more, x + lead + 2, room - 2, "dim"):
            rows.append([p._replace(link=p.link + shift if p.link >= 0 else -1) for p in row])
    return rows


# spans ---------------------------------------------------------------------------------------------------------------------


def _stop(key: str, target: str, spans: Spans) -> Stop:
    return Stop(key or target, target, tuple([span.target for span in spans if span.target]), text_of(spans))


def _placed(spans: Spans, x: int, role: str) -> list[Piece]:
    """Spans on one line from x, not cut."""
    return list(_cut_spans(spans, x, 10_000, -1, -1, role))


def _cut_spans(spans: Spans, x: int, room: int, first_link: int, at: int, role: str = "") -> Iterator[Piece]:
    """Spans on one line from x in so many cells, cut with `…`. Links are numbered from `first_link` when it is not negative."""
    link = first_link
    for span in spans:
        text = span.text.replace("\n", " ").replace("\t", " ")
        if room <= 0:
            return
        shown = cut(text, room)
        number = -1
        if span.target and link >= 0:
            number = link
            link += 1
        yield Piece(x, shown, span.role or role, span.target if number >= 0 else "", number, at)
        cells = cell_len(shown)
        x, room = x + cells, room - cells
        if at >= 0:
            at += len(text)
        if shown != text:
            return


def _wrapped(spans: Spans, x: int, width: int, role: str) -> list[list[Piece]]:
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
                row.append(Piece(here, words, marks[k][2], marks[k][3], marks[k][4], a))
                here += cell_len(words)
            k += 1
        rows.append(row)
    return rows or [[]]
