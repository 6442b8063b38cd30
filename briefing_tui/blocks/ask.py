"""An ask's card, and its line under the bottom line: what is wanted of the meeting, of whom and by when."""

from briefing_tui.blocks.block import Blocks, FieldRow, Item, Span, Spans
from briefing_tui.blocks.entry import numbered, shared_rows, time_row, type_note
from briefing_tui.blocks.prose import prose_spans
from briefing_tui.blocks.reference import joined
from briefing_tui.blocks.scope import Scope
from briefing_tui.blocks.sheet import Sheet
from briefing_tui.blocks.statement import grounds_spans
from briefing_tui.model.briefing import Ask


def ask_blocks(scope: Scope, ask: Ask, level: int = 1) -> Blocks:
    """The card of an ask."""
    sheet = Sheet(scope, f"ask:{ask.id}", level)
    sheet.title(numbered(scope, ask), type_note(ask.kind), ask.id)
    sheet.prose(ask.text, "text")
    rows = [FieldRow("Of", addressee(scope, ask))] if ask.of else []
    rows += time_row("Due", ask.due)
    sheet.fields([*rows, *shared_rows(scope, ask)], "fields")
    return sheet.blocks


def ask_item(scope: Scope, ask: Ask, key: str) -> Item:
    """An ask in a list: what sort of answer, what, of whom and by when."""
    due = (Span(f"by {ask.due.display()}", "time"),) if ask.due is not None and ask.due.known else ()
    rest = joined([(Span("of ", "dim"), *addressee(scope, ask)) if ask.of else (), due, grounds_spans(scope, ask)])
    spans = prose_spans(scope, ask.text)
    lead = (Span(ask.kind, "ask"),) if ask.kind else ()
    return Item((*spans, Span(" — ", "dim"), *rest) if rest else spans, ask.id, lead, key=key)


def addressee(scope: Scope, ask: Ask) -> Spans:
    """Of whom it is wanted: a link where that is an actor's id, else the name as written."""
    if not ask.of:
        return ()
    return (scope.link(ask.of),) if scope.entry(ask.of) is not None else (Span(ask.of),)
