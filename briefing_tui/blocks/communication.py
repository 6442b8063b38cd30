"""A communication's card: who told whom what, in which words, how it is known and whether the recipient confirms it."""

from briefing_tui.blocks.block import Blocks, FieldRow, Span
from briefing_tui.blocks.entry import reference_rows, shared_rows, time_row, type_note
from briefing_tui.blocks.event import related_items
from briefing_tui.blocks.marks import ANSWERS
from briefing_tui.blocks.prose import prose_blocks
from briefing_tui.blocks.reference import joined, qualifier_spans
from briefing_tui.blocks.scope import Scope
from briefing_tui.blocks.sheet import Sheet, row
from briefing_tui.model.communication import ALL, Communication


def communication_blocks(scope: Scope, communication: Communication, level: int = 1) -> Blocks:
    """The card of a communication."""
    sheet = Sheet(scope, f"communication:{communication.id}", level)
    sheet.title((Span(scope.parties(communication)),), type_note(communication.channel), communication.id)
    sheet.prose(communication.text, "text")
    quote = communication.quote
    if quote is not None:
        sheet.add(prose_blocks(scope, quote.text, sheet.named("quote"), "quote"))
    rows = reference_rows(scope, "From", communication.from_)
    rows += reference_rows(scope, "To", communication.to)
    rows += time_row("When", communication.when)
    if quote is not None and quote.lang:
        rows.append(row("Quoted in", Span(quote.lang)))
    for cite in communication.reported_by:
        rows.append(FieldRow("Reported by", joined([(scope.link(cite.ref),), qualifier_spans(scope, cite)]), cite.ref))
    rows += answer_rows(scope, communication)
    sheet.fields([*rows, *shared_rows(scope, communication)], "fields")
    related_items(sheet, "about", "About", communication.about)
    return sheet.blocks


def answer_rows(scope: Scope, communication: Communication) -> list[FieldRow]:
    """What the recipients say of it, each for itself."""
    rows = []
    for who, answer in (communication.confirmed_by_recipient or {}).items():
        mark = ANSWERS[answer].span
        if who == ALL:
            rows.append(row("Recipient", mark))
        else:
            rows.append(FieldRow("Recipient", (scope.link(who), Span(": ", "dim"), mark), who))
    return rows
