"""A briefing as plain text, 80 cells wide, for a mail, a printer or a pipe. Links are the words they show."""

from collections.abc import Iterator

from briefing_tui.blocks.block import Bars, Block, Blocks, Fields, Heading, Items, Note, Prose, Span, Spans, Table
from briefing_tui.blocks.document import briefing_blocks
from briefing_tui.blocks.header import handling_spans, left_out_words
from briefing_tui.blocks.scope import Scope
from briefing_tui.export.citation import citation
from briefing_tui.export.lines import cells, wrapped
from briefing_tui.model.text import clean

WIDTH = 80
_BAR = 40
_WIDEST_LABEL = 22


def text_of_briefing(scope: Scope) -> str:
    """The whole briefing, its handling at the top and at the bottom."""
    handling = wrapped(plain(handling_spans(scope.briefing)), WIDTH)
    left_out = left_out_words(scope.briefing)
    lines = [*handling, *([left_out] if left_out else []), "", *text_lines(briefing_blocks(scope)), "", *handling]
    return clean("\n".join(lines)) + "\n"


def text_lines(blocks: Blocks) -> list[str]:
    """Some blocks as lines, blank ones between them where a reader wants air."""
    lines: list[str] = []
    for block in blocks:
        made = list(_lines(block))
        apart = isinstance(block, Heading | Prose | Note)
        if made and lines and lines[-1] and (apart or not isinstance(block, Fields | Items)):
            lines.append("")
        lines.extend(made)
        if made and not (isinstance(block, Heading) and block.level > 2):
            lines.append("")
    while lines and not lines[-1]:
        lines.pop()
    return lines


def plain(spans: Spans) -> str:
    """The words of some spans; citations in brackets, addresses after their words."""
    return "".join([_plain(span) for span in spans])


def _plain(span: Span) -> str:
    if span.role == "source":
        number, place = citation(span)
        after = " " if span.text.endswith(" ") else ""
        return f"[{number}, {place}]{after}" if place else f"[{number}]{after}"
    if span.role == "address" and span.target not in (span.text, f"mailto:{span.text}"):
        return f"{span.text} <{span.target}>"
    return span.text.replace("\n", " ")


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield from _heading(block)
    elif isinstance(block, Prose):
        yield from _prose(block)
    elif isinstance(block, Fields):
        yield from _fields(block)
    elif isinstance(block, Items):
        yield from _items(block)
    elif isinstance(block, Bars):
        for bar in block.rows:
            yield from wrapped(f"{plain(bar.label)}: {plain(bar.words)}", WIDTH, "  ", "    ")
            low, high = round(bar.low * _BAR / 100), round(bar.high * _BAR / 100)
            full = max(1, high - low)
            yield f"  {'-' * low}{'=' * full}{'-' * (_BAR - low - full)}".rstrip()
    elif isinstance(block, Table):
        yield from _table(block)
    else:
        yield from wrapped(f"({plain(block.spans)})", WIDTH)


def _heading(block: Heading) -> Iterator[str]:
    note = plain(block.note).strip()
    text = plain(block.spans) + (f" ({note})" if note else "")
    lines = wrapped(text, WIDTH)
    yield from lines
    if block.level < 3:
        yield ("=" if block.level == 1 else "-") * max(map(cells, lines))


def _prose(block: Prose) -> Iterator[str]:
    indent = "  " * block.depth
    if block.style == "code":
        for line in "".join([span.text for span in block.spans]).split("\n"):
            yield f"{indent}    {line}".rstrip()
    elif block.style in ("bullet", "number"):
        sign = f"{indent}{block.marker or '-'} "
        yield from wrapped(plain(block.spans), WIDTH, sign, " " * len(sign))
    else:
        sign = indent + {"quote": "> ", "lead": "| "}.get(block.style, "")
        yield from wrapped(plain(block.spans), WIDTH, sign, sign)


def _fields(block: Fields) -> Iterator[str]:
    column = min(_WIDEST_LABEL, max([cells(row.label) for row in block.rows], default=0)) + 2
    for row in block.rows:
        label = f"{row.label}:"
        yield from wrapped(plain(row.spans), WIDTH, f"  {label:<{column}}", " " * (column + 2))


def _items(block: Items) -> Iterator[str]:
    for item in block.rows:
        indent = "  " * item.depth
        lead = plain(item.lead)
        lead = f"{lead}{' ' * (block.lead - cells(lead))}  " if block.lead else ""
        tail = plain(item.tail)
        more = f" {plain(item.more)}" if item.more else ""
        text = plain(item.spans) + more + (f" ({tail})" if tail else "")
        yield from wrapped(text, WIDTH, f"{indent}- {lead}", indent + " " * (2 + cells(lead)))


def _table(block: Table) -> Iterator[str]:
    rows = [block.head, *([plain(cell) for cell in row] for row in block.rows)]
    widths = [max([cells(row[n]) for row in rows]) for n in range(len(block.head))]
    if sum(widths) + 2 * len(widths) > WIDTH:
        for row in rows[1:]:
            yield from wrapped("; ".join([cell for cell in row if cell]), WIDTH, "- ", "  ")
        return
    for row in rows if any(block.head) else rows[1:]:
        padded = [cell + " " * (width - cells(cell)) for cell, width in zip(row, widths, strict=True)]
        yield f"  {'  '.join(padded)}".rstrip()
