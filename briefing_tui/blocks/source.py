"""A source's card: where something is known from, how far it is to be trusted, and what it repeats."""

from briefing_tui.blocks.block import Blocks, FieldRow, Span
from briefing_tui.blocks.entry import reference_rows, shared_rows, time_row, type_note
from briefing_tui.blocks.marks import rating_words
from briefing_tui.blocks.reference import joined
from briefing_tui.blocks.scope import Scope
from briefing_tui.blocks.sheet import Sheet, row
from briefing_tui.model.source import Source


def source_blocks(scope: Scope, source: Source, level: int = 1) -> Blocks:
    """The card of a source."""
    sheet = Sheet(scope, f"source:{source.id}", level)
    rated = (Span(source.reliability, "rating"),) if source.reliability else ()
    title = (Span(f"{scope.mark(source.id).text} ", "source"), Span(source.title))
    sheet.title(title, joined([type_note(source.type), rated]), source.id)
    sheet.prose(source.descriptor, "descriptor")
    sheet.fields([*_facts(scope, source), *shared_rows(scope, source)], "fields")
    return sheet.blocks


def _facts(scope: Scope, source: Source) -> list[FieldRow]:
    rows: list[FieldRow] = []
    if source.publisher:
        rows.append(row("Publisher", Span(source.publisher)))
    rows += time_row("Published", source.date)
    if source.reliability:
        words = Span(f" {rating_words(source.reliability, None)}", "dim")
        rows.append(row("Reliability", Span(source.reliability, "rating"), words))
    rows += reference_rows(scope, "Repeats", source.origin)
    rows += reference_rows(scope, "Speaks for", source.actor)
    if source.lang:
        rows.append(row("Language", Span(source.lang)))
    for label, address in (("Address", source.url), ("Archived at", source.archive)):
        if address:
            rows.append(row(label, Span(address.removeprefix("mailto:"), "address", address)))
    rows += time_row("Last read there", source.retrieved)
    return rows
