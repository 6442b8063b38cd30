"""Statements, gaps and assumptions: what is said, visibly somebody's, as a line in a list and as a card."""

from collections.abc import Iterable

from briefing_tui.blocks.block import Blocks, FieldRow, Item, Span, Spans
from briefing_tui.blocks.entry import numbered, reference_rows, shared_rows, time_row
from briefing_tui.blocks.line import entry_item, standing_span
from briefing_tui.blocks.marks import STANDINGS, rating
from briefing_tui.blocks.prose import prose_spans
from briefing_tui.blocks.reference import attribution_spans, joined, mark_spans, qualifier_spans
from briefing_tui.blocks.scope import Scope
from briefing_tui.blocks.sheet import Sheet, Told, row
from briefing_tui.model.entry import Entry, Statement
from briefing_tui.model.outlook import Assumption
from briefing_tui.model.reference import Ref
from briefing_tui.model.situation import Gap

_DASH = Span(" — ", "dim")


def grounds_spans(scope: Scope, entry: Entry) -> Spans:
    """Who says it and from which sources, rated: what makes a claim somebody's."""
    marks = mark_spans(scope, entry.sources, entry.credibility)
    if not marks and entry.credibility is not None:
        marks = (Span(rating(None, entry.credibility), "rating"),)
    return joined([attribution_spans(scope, entry.by), marks])


def statement_item(scope: Scope, entry: Statement | Assumption, key: str = "", qualified: Spans = ()) -> Item:
    """A statement in a list: its standing, its words, who says it and on which sources. `qualified` is put last."""
    grounds = joined([grounds_spans(scope, entry), qualified])
    spans = prose_spans(scope, entry.text)
    mark = standing_span(entry) if isinstance(entry, Statement) else None
    return Item((*spans, _DASH, *grounds) if grounds else spans, entry.id, (mark,) if mark else (), key=key)


def statement_list(
    sheet: Sheet, name: str, title: str, entries: Iterable[Statement | Assumption | Ref], by_id: bool = False
) -> None:
    """Statements and references to statements, what a line cannot say under it. Keys are by number, or `by_id`."""
    told = []
    for n, entry in enumerate(entries, 1):
        key = sheet.named(f"{name}.{entry.id if by_id and isinstance(entry, Entry) else n}")
        told.append(_told(sheet.scope, entry, key))
    sheet.told(title, name, told)


def _told(scope: Scope, entry: Statement | Assumption | Ref, key: str) -> Told:
    if not isinstance(entry, Ref):
        return Told(statement_item(scope, entry, key), statement_rows(scope, entry))
    referred = scope.entry(entry.ref)
    qualified = qualifier_spans(scope, entry)
    if isinstance(referred, Statement | Assumption):
        return Told(statement_item(scope, referred, key, qualified))
    return Told(entry_item(scope, entry.ref, qualified, key))


def statement_rows(scope: Scope, entry: Statement | Assumption) -> list[FieldRow]:
    """What is known of a statement besides its line."""
    return [*_own_rows(scope, entry), *shared_rows(scope, entry, grounds=False)]


def _own_rows(scope: Scope, entry: Statement | Assumption) -> list[FieldRow]:
    rows: list[FieldRow] = []
    if isinstance(entry, Assumption):
        if entry.if_wrong:
            rows.append(FieldRow("If it is wrong", prose_spans(scope, entry.if_wrong)))
        return rows
    rows += reference_rows(scope, "Disputes", entry.disputes)
    if isinstance(entry, Gap):
        if entry.kind:
            rows.append(row("Kind", STANDINGS[entry.kind].span))
        rows += reference_rows(scope, "Matters to", entry.matters_to)
        if entry.ask:
            rows.append(FieldRow("To ask", prose_spans(scope, entry.ask)))
        rows += time_row("Due", entry.due)
    return rows


def statement_blocks(scope: Scope, entry: Statement | Assumption, level: int = 1) -> Blocks:
    """The card of a statement, a gap or an assumption."""
    sheet = Sheet(scope, f"{entry.KIND}:{entry.id}", level)
    mark = standing_span(entry) if isinstance(entry, Statement) else None
    sheet.title(numbered(scope, entry), (mark,) if mark else (), entry.id)
    sheet.prose(entry.text, "text")
    holder = scope.holders.get(entry.id)
    standing = [FieldRow("Stands in", (scope.link(holder),), holder)] if holder else []
    sheet.fields([*standing, *_own_rows(scope, entry), *shared_rows(scope, entry)], "fields")
    return sheet.blocks
