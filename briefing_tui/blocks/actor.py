"""An actor's card: who it is, what it says it wants, how it stands to others."""

from collections.abc import Iterable

from briefing_tui.blocks.block import Blocks, FieldRow, Span, Spans
from briefing_tui.blocks.entry import shared_rows, type_note
from briefing_tui.blocks.reference import joined, qualifier_spans, reference_spans
from briefing_tui.blocks.scope import Scope
from briefing_tui.blocks.sheet import Sheet, row
from briefing_tui.blocks.statement import statement_list
from briefing_tui.links.index import Reference
from briefing_tui.model.actor import INVERSE_RELATIONS, Actor


def actor_blocks(scope: Scope, actor: Actor, level: int = 1, others: Iterable[Reference] = ()) -> Blocks:
    """The card of an actor. `others` are relations that other actors' entries state to this one."""
    sheet = Sheet(scope, f"actor:{actor.id}", level)
    sheet.title((Span(actor.name),), type_note(actor.type), actor.id)
    names = [row("Also known as", Span(", ".join(actor.aliases)))] if actor.aliases else []
    country = [row("Country", Span(actor.country, "place"))] if actor.country else []
    sheet.fields([*names, *country, *shared_rows(scope, actor)], "fields")
    sheet.prose(actor.summary, "summary")
    statement_list(sheet, "aims", "Stated aims", actor.stated_aims)
    sheet.fields([*_own_relations(scope, actor), *_other_relations(scope, others)], "relations", "Relations")
    return sheet.blocks


def _own_relations(scope: Scope, actor: Actor) -> list[FieldRow]:
    return [
        FieldRow(relation_words(relation), reference_spans(scope, ref), ref.ref)
        for relation, refs in (actor.relations or {}).items()
        for ref in refs
    ]


def _other_relations(scope: Scope, others: Iterable[Reference]) -> list[FieldRow]:
    rows = []
    for reference in others:
        relation = reference.field.partition(".")[2]
        spans: Spans = joined([(scope.link(reference.source),), qualifier_spans(scope, reference.ref)])
        rows.append(FieldRow(relation_words(INVERSE_RELATIONS.get(relation, relation)), spans, reference.source))
    return rows


def relation_words(relation: str) -> str:
    """A type of relation as it reads."""
    return relation.replace("-", " ")
