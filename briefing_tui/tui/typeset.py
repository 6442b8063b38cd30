"""One block to rows at a width: how headings, prose, fields, items, bars and tables are set."""

from rich.cells import cell_len

from briefing_tui.blocks.block import Bars, Block, Fields, Heading, Item, Items, Note, Prose, Span, Table, text_of
from briefing_tui.tui.rows import BLANK, GUTTER, Laid, Piece, Stop, cut_spans, placed, stop_of, wrapped
from briefing_tui.tui.wrapping import TAB, cut


def lay(part: Laid, block: Block, width: int, measure: int) -> None:
    """Adds the rows of one block to a part."""
    if isinstance(block, Prose):
        if part.running and block.style == "paragraph":
            part.space()
        _lay_prose(part, block, measure)
    elif isinstance(block, Heading):
        _lay_heading(part, block, width)
    elif isinstance(block, Fields):
        _lay_fields(part, block, measure)
    elif isinstance(block, Items):
        lead = lead_width(block, width)
        laid = [_item_rows(item, lead, min(width, measure + lead)) for item in block.rows]
        # Items of one line each stand close, as a list; where one runs on, space tells them apart.
        apart = any(len(rows) > 1 for rows in laid)
        for item, rows in zip(block.rows, laid, strict=True):
            part.add(rows, item_stop(item))
            if apart:
                part.gap()
        part.gap()
    elif isinstance(block, Bars):
        _lay_bars(part, block, measure)
    elif isinstance(block, Table):
        _lay_table(part, block, width)
    elif isinstance(block, Note):
        part.add(wrapped(block.spans, GUTTER, measure - GUTTER, "note"), None)
        part.gap()
    part.running = isinstance(block, Prose) and block.style == "paragraph"


def _lay_heading(part: Laid, block: Heading, width: int) -> None:
    part.space()
    role = {1: "title", 2: "heading"}.get(block.level, "subheading")
    rows = wrapped(block.spans, GUTTER, width - GUTTER - 1, role)
    note = text_of(block.note)
    if note:
        last = rows[-1]
        end = last[-1].x + cell_len(last[-1].text) if last else GUTTER
        if end + 2 + cell_len(note) <= width - 1:
            rows[-1] = [*last, *placed(block.note, end + 2 if block.level > 1 else width - 1 - cell_len(note), "count")]
        else:
            rows.extend(wrapped(block.note, GUTTER, width - GUTTER - 1, "count"))
    # The name of what is open leads nowhere else: the cursor passes over it.
    stops = block.target and block.level > 1
    part.add(rows, stop_of(block.key, block.target, block.spans) if stops else None)
    if block.level == 1:
        part.rows.append(BLANK)


def _lay_prose(part: Laid, block: Prose, measure: int) -> None:
    x = GUTTER + block.depth * 2
    marker: list[Piece] = []
    if block.style == "quote":
        x += 2
    elif block.style in ("bullet", "number"):
        sign = block.marker or "•"
        marker = [Piece(x, sign, "bullet")]
        x += cell_len(sign) + 1
    default = {"lead": "lead", "quote": "quote", "code": "code"}.get(block.style, "")
    spans = block.spans
    if block.style == "code":
        spans = tuple(
            span if "\t" not in span.text else Span(span.text.replace("\t", TAB), span.role, span.target)
            for span in spans
        )
    rows = wrapped(spans, x, measure - x - 1, default)
    if marker:
        rows[0] = [*marker, *rows[0]]
    if block.style == "quote":
        rows = [[Piece(GUTTER + block.depth * 2, "│", "bullet"), *row] for row in rows]
    part.add(rows, stop_of(block.key, block.target, block.spans))
    part.gap()


def _lay_fields(part: Laid, block: Fields, measure: int) -> None:
    if not block.rows:
        return
    column = min(max(cell_len(row.label) for row in block.rows) + 2, max(8, measure // 3))
    for n, row in enumerate(block.rows):
        label = Piece(GUTTER, cut(row.label, column - 1), "label")
        rows = wrapped(row.spans, GUTTER + column, measure - GUTTER - column - 1, "")
        rows[0] = [label, *rows[0]]
        part.add(rows, stop_of(f"{block.key}.{n}", row.target, row.spans))
    part.gap()


def _lay_bars(part: Laid, block: Bars, measure: int) -> None:
    scale = max(10, min(40, measure - GUTTER - 2) // 2 * 2)
    for n, bar in enumerate(block.rows):
        rows = wrapped(bar.label, GUTTER, measure - GUTTER - 1, "")
        low, high = int(bar.low * scale / 100), max(int(bar.low * scale / 100) + 1, round(bar.high * scale / 100))
        pieces = [
            Piece(GUTTER, "─" * low, "bar-empty"),
            Piece(GUTTER + low, "━" * (high - low), "bar"),
            Piece(GUTTER + high, "─" * (scale - high), "bar-empty"),
        ]
        words = GUTTER + scale + 2
        if words + cell_len(text_of(bar.words)) < measure:
            rows.append([*(p for p in pieces if p.text), *placed(bar.words, words, "")])
        else:
            rows.append([p for p in pieces if p.text])
            rows.extend(wrapped(bar.words, GUTTER, measure - GUTTER - 1, ""))
        part.add(rows, stop_of(f"{block.key}.{n}", bar.target, bar.label))
        part.gap()


def _lay_table(part: Laid, block: Table, width: int) -> None:
    columns = [
        max([cell_len(head), *(cell_len(text_of(row[n])) for row in block.rows)]) for n, head in enumerate(block.head)
    ]
    room = width - GUTTER - 1
    while sum(columns) + 2 * (len(columns) - 1) > room and max(columns) > 4:
        columns[columns.index(max(columns))] -= 1
    xs = [GUTTER + sum(columns[:n]) + 2 * n for n in range(len(columns))]
    if any(block.head):
        head = [Piece(x, cut(text, w), "label") for x, w, text in zip(xs, columns, block.head, strict=True)]
        part.add([head], None)
    for n, row in enumerate(block.rows):
        cells = _renumbered([wrapped(spans, x, w, "") for x, w, spans in zip(xs, columns, row, strict=True)])
        rows = [
            [piece for cell in cells if line < len(cell) for piece in cell[line]]
            for line in range(max(map(len, cells)))
        ]
        target = block.targets[n] if n < len(block.targets) else ""
        part.add(rows, stop_of(f"{block.key}.{n}", target, tuple(span for cell in row for span in cell)))
    part.gap()


def _renumbered(cells: list[list[list[Piece]]]) -> list[list[list[Piece]]]:
    """Cells were laid out one by one, each counting its links from 0: counts them through the row."""
    first = 0
    found = []
    for cell in cells:
        links = [piece.link for line in cell for piece in line]
        found.append([[p._replace(link=p.link + first) if p.link >= 0 else p for p in line] for line in cell])
        first += max(links, default=-1) + 1
    return found


def lead_width(block: Items, width: int) -> int:
    """The width of the lead column with its space; none where the screen is too narrow for one."""
    return block.lead + 2 if block.lead and width >= 3 * block.lead else 0


def item_stop(item: Item) -> Stop:
    """The stop an item is."""
    spans = (*item.spans, *item.more)
    return stop_of(item.key or item.target, item.target, spans)


def item_row(item: Item, lead: int, width: int) -> list[Piece]:
    """An item on one line: lead, text cut to what is left, tail at the right."""
    x = GUTTER + item.depth * 2
    first = list(cut_spans(item.lead, x, lead - 2)) if lead else []
    x += lead
    end = width - 1
    tail: list[Piece] = []
    cells = cell_len(text_of(item.tail))
    if cells and cells <= (width - x) // 2:
        tail = placed(item.tail, end - cells, "dim")
        end -= cells + 2
    return [*first, *(_as_entry(piece, item.target) for piece in cut_spans(item.spans, x, end - x, 0)), *tail]


def _as_entry(piece: Piece, target: str) -> Piece:
    """What a whole line stands for needs no underline to be seen as a link: a list of them would be all lines."""
    return piece._replace(role="entry") if piece.role in ("", "link") and piece.target == target != "" else piece


def _item_rows(item: Item, lead: int, width: int) -> list[list[Piece]]:
    x = GUTTER + item.depth * 2
    tail = text_of(item.tail)
    room = width - x - lead - 1
    rows = wrapped(item.spans, x + lead, room, "")
    if tail:
        end = rows[-1][-1].x + cell_len(rows[-1][-1].text) if rows[-1] else x + lead
        if end + 2 + cell_len(tail) < width:
            rows[-1] = [*rows[-1], *placed(item.tail, end + 2, "dim")]
        else:
            rows.extend(wrapped(item.tail, x + lead, room, "dim"))
    if lead:
        rows[0] = [*cut_spans(item.lead, x, lead - 2), *rows[0]]
    elif item.lead:
        rows = [*wrapped(item.lead, x, room, "dim"), *rows]
    if item.more:
        shift = sum(bool(span.target) for span in item.spans)
        for row in wrapped(item.more, x + lead + 2, room - 2, "dim"):
            rows.append([p._replace(link=p.link + shift if p.link >= 0 else -1) for p in row])
    return rows
