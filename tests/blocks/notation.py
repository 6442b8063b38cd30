"""Blocks written down so that a person can read them and a test compare them. Knows every kind of block."""

from collections.abc import Iterable, Iterator

from briefing_tui.blocks.block import Bars, Block, Fields, Heading, Items, Note, Prose, Span, Spans, Table


def written(blocks: Iterable[Block]) -> str:
    """One line a heading, paragraph, row or item; `⟨words role →target⟩` for what is more than plain text."""
    return "\n".join([line for block in blocks for line in _lines(block)]) + "\n"


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        note = f"   ({_spans(block.note)})" if block.note else ""
        yield ""
        yield f"{'#' * block.level} {_spans(block.spans)}{note}{_place(block.key, block.target)}"
    elif isinstance(block, Prose):
        sign = f"{'  ' * block.depth}{block.style}{' ' + block.marker if block.marker else ''}"
        yield f"{sign}: {_spans(block.spans)}{_place(block.key, block.target)}"
    elif isinstance(block, Fields):
        yield f"fields{_place(block.key)}"
        for row in block.rows:
            yield f"  {row.label} = {_spans(row.spans)}{_place('', row.target)}"
    elif isinstance(block, Items):
        width = f" lead {block.lead}" if block.lead else ""
        yield f"items{width}{'' if block.one_line else ' wrapped'}{_place(block.key)}"
        for item in block.rows:
            lead = f"{_spans(item.lead)} | " if item.lead else ""
            tail = f" | {_spans(item.tail)}" if item.tail else ""
            more = f" / {_spans(item.more)}" if item.more else ""
            yield f"  {'  ' * item.depth}- {lead}{_spans(item.spans)}{tail}{more}{_place(item.key, item.target)}"
    elif isinstance(block, Bars):
        yield f"bars{_place(block.key)}"
        for bar in block.rows:
            yield f"  {bar.low:g}..{bar.high:g} {_spans(bar.label)}: {_spans(bar.words)}{_place('', bar.target)}"
    elif isinstance(block, Table):
        yield f"table {' | '.join(block.head)}{_place(block.key)}"
        for cells, target in zip(block.rows, block.targets, strict=True):
            yield f"  {' | '.join(_spans(cell) for cell in cells)}{_place('', target)}"
    elif isinstance(block, Note):
        yield f"note: {_spans(block.spans)}{_place(block.key)}"


def _spans(spans: Spans) -> str:
    return "".join([_span(span) for span in spans]).replace("\n", "⏎").replace("\u00a0", "~")


def _span(span: Span) -> str:
    marks = [span.role] if span.role else []
    marks += [f"→{span.target}"] if span.target else []
    return f"⟨{span.text} {' '.join(marks)}⟩" if marks else span.text


def _place(key: str, target: str = "") -> str:
    return "".join([f"  {{{key}}}" if key else "", f" →{target}" if target else ""])
