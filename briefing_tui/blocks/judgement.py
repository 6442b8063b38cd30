"""A judgement's card: what is held to be so, how likely, and apart from that on how good grounds and which evidence."""

from collections.abc import Iterator

from briefing_tui.blocks.block import Blocks, FieldRow, Item, Span, Spans
from briefing_tui.blocks.entry import numbered, shared_rows
from briefing_tui.blocks.line import entry_item
from briefing_tui.blocks.marks import BEARINGS, confidence_spans, likelihood_spans
from briefing_tui.blocks.reference import joined, qualifier_spans
from briefing_tui.blocks.scope import Scope
from briefing_tui.blocks.sheet import Sheet, row
from briefing_tui.blocks.statement import statement_list
from briefing_tui.links.support import Support, support_of
from briefing_tui.model.outlook import Judgement


def judgement_blocks(scope: Scope, judgement: Judgement, level: int = 1) -> Blocks:
    """The card of a judgement, its evidence as a tree down to the sources."""
    sheet = Sheet(scope, f"judgement:{judgement.id}", level)
    sheet.title(numbered(scope, judgement), target=judgement.id)
    sheet.prose(judgement.text, "text")
    sheet.fields([*likelihood_rows(judgement), *shared_rows(scope, judgement)], "fields")
    sheet.items("Evidence", "evidence", _evidence(sheet, judgement), count=len(judgement.evidence))
    statement_list(sheet, "assumptions", "Takes for granted", judgement.assumptions)
    sheet.prose(judgement.would_change, "would-change", "What would change it")
    sheet.prose(judgement.dissent, "dissent", "Dissent")
    return sheet.blocks


def likelihood_rows(judgement: Judgement) -> list[FieldRow]:
    """Likelihood and confidence, each in a row of its own (ICD 203), and for how long the judgement is made."""
    rows = []
    if judgement.likelihood:
        rows.append(row("Likelihood", *likelihood_spans(judgement.likelihood)))
    if judgement.confidence:
        rows.append(row("Confidence", *confidence_spans(judgement.confidence)))
    if judgement.horizon:
        rows.append(row("Horizon", Span(judgement.horizon)))
    return rows


def _evidence(sheet: Sheet, judgement: Judgement) -> list[Item]:
    """Each piece of evidence with what qualifies it, and under it what it rests on itself."""
    scope = sheet.scope
    grounds = support_of(scope.links, judgement.id).children
    below = {(child.id, child.bearing): child for child in grounds if child.through == "evidence"}
    rows: list[Item] = []
    for ref in judgement.evidence:
        bearing = ref.bearing or "supports"
        child = below.pop((ref.ref, bearing), None)
        rated: Spans = (Span(child.rating, "rating"),) if child and child.rating and ref.credibility is None else ()
        item = entry_item(scope, ref.ref, joined([rated, qualifier_spans(scope, ref, bearing=False)]))
        rows.append(_ground(item, (BEARINGS[bearing].span,), 0, sheet.named(f"evidence.{len(rows) + 1}")))
        for grandchild, depth in _flattened(child.children if child else (), 1):
            rating = (Span(grandchild.rating, "rating"),) if grandchild.rating else ()
            more: Spans = (Span("(its grounds stand elsewhere in this list)", "dim"),) if grandchild.elsewhere else ()
            item = entry_item(scope, grandchild.id, joined([rating, more]))
            lead = (BEARINGS[grandchild.bearing].span,) if grandchild.bearing != "supports" else ()
            rows.append(_ground(item, lead, depth, sheet.named(f"evidence.{len(rows) + 1}")))
    return rows


def _ground(item: Item, lead: Spans, depth: int, key: str) -> Item:
    """A line of evidence: how it bears comes first; when it was or how it stands, first elsewhere, goes to the tail."""
    rated = any(span.role == "source" for span in item.lead)
    tail = item.tail or (() if rated else item.lead)
    return Item(item.spans, item.target, lead, tail, key=key, depth=depth)


def _flattened(children: tuple[Support, ...], depth: int) -> Iterator[tuple[Support, int]]:
    for child in children:
        yield child, depth
        yield from _flattened(child.children, depth + 1)
