"""A judgement's card: what is held to be so, how likely, and apart from that on how good grounds and which evidence."""

from collections.abc import Iterator

from briefing_tui.blocks.block import Blocks, FieldRow, Item, Span, Spans
from briefing_tui.blocks.entry import numbered, shared_rows
from briefing_tui.blocks.line import entry_item
from briefing_tui.blocks.marks import BEARINGS, confidence_spans, likelihood_spans, rating
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
    _evidence(sheet, judgement)
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


def _evidence(sheet: Sheet, judgement: Judgement) -> None:
    """Each piece of evidence with what qualifies it, and under it what it rests on itself, rated."""
    scope = sheet.scope
    grounds = support_of(scope.links, judgement.id).children
    below = {(child.id, child.bearing): child for child in grounds if child.through == "evidence"}
    rows: list[Item] = []
    wraps = False
    for ref in judgement.evidence:
        bearing = ref.bearing or "supports"
        child = below.pop((ref.ref, bearing), None)
        more = qualifier_spans(scope, ref, bearing=False)
        wraps = wraps or bool(more)
        rows.append(ground_item(scope, ref.ref, child, more, (BEARINGS[bearing].span,), 0))
        for ground, depth in _flattened(child.children if child else (), 1):
            lead = (BEARINGS[ground.bearing].span,) if ground.bearing != "supports" else ()
            elsewhere = (Span("its grounds stand elsewhere in this list", "dim"),) if ground.elsewhere else ()
            rows.append(ground_item(scope, ground.id, ground, elsewhere, lead, depth))
    keyed = [item._replace(key=sheet.named(f"evidence.{n}")) for n, item in enumerate(rows, 1)]
    sheet.items("Evidence", "evidence", keyed, one_line=not wraps, count=len(judgement.evidence))


def ground_item(scope: Scope, id: str, ground: Support | None, more: Spans, lead: Spans, depth: int) -> Item:
    """A line of evidence: first how it bears, last how it stands and its rating."""
    item = entry_item(scope, id, more)
    times = tuple([span for span in item.lead if span.role == "time"])
    is_source = any(span.role == "source" for span in item.lead)
    standing = () if is_source else item.tail or (() if times else item.lead)
    code = rating(ground.reliability, ground.credibility) if ground else ""
    rated = (Span(code, "rating"),) if code else ()
    return Item(joined([times, item.spans]), id, lead, joined([standing, rated]), depth=depth)


def _flattened(children: tuple[Support, ...], depth: int) -> Iterator[tuple[Support, int]]:
    for child in children:
        yield child, depth
        yield from _flattened(child.children, depth + 1)
