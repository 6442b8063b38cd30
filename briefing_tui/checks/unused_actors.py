"""E509: an actor that nothing refers to."""

from collections.abc import Iterator

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.rule import Rule
from briefing_tui.links.index import Links
from briefing_tui.links.mentions import unlinked_mentions
from briefing_tui.links.relations import relations_of
from briefing_tui.model.actor import Actor
from briefing_tui.source.diagnostic import Diagnostic, Severity


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Actors without a reference, a relation, or their name anywhere: where it is named, it only wants a link."""
    if not draft.whole:
        return
    relations = relations_of(draft.links)
    named = {name.casefold() for name in _names_given(draft)}
    for actor in draft.briefing.actors:
        if any(reference.source != actor.id for reference in draft.links.incoming(actor.id)) or relations.at(actor.id):
            continue
        if not named.isdisjoint(name.casefold() for name in _names(actor)):
            continue
        if actor.id in draft.links.once(_named):
            continue
        yield RULE.finding(
            draft.at(actor),
            "Nothing in the briefing refers to this actor",
            "Name it where it takes part or speaks, link to it in the text, or leave it out",
        )


def _named(links: Links) -> set[str]:
    """Whom prose names without a link."""
    mentions = unlinked_mentions(links.briefing, links, notes=True)
    return {candidate for mention in mentions for candidate in mention.candidates}


def _names(actor: Actor) -> Iterator[str]:
    yield from (name for name in (actor.name, actor.short, *actor.aliases) if name)


def _names_given(draft: Draft) -> Iterator[str]:
    """Where a name may stand that is no reference."""
    yield from (ask.of for ask in draft.briefing.asks if ask.of)
    yield from (source.publisher for source in draft.briefing.sources if source.publisher)


RULE = Rule(
    code="E509",
    name="unused-actor",
    severity=Severity.WARNING,
    summary="Nothing refers to an actor.",
    manual="""\
        An actor that takes part in no event, says nothing, is told nothing, stands in no relation and is not mentioned
        is left over from an earlier draft, or something about it was forgotten. The reader asks which.

        Name it where it takes part, link to it in the text with `[[id]]`, or leave it out.""",
    bad="""\
actors:
  town: Town of Harrow Bend
  railway: Tarrow Valley Railway
communications:
  warning: {from: town, to: public, when: 2026-03-03, text: Move valuables to the upper floor.}
""",
    good="""\
actors:
  town: Town of Harrow Bend
  railway: Tarrow Valley Railway
communications:
  warning: {from: town, to: [public, railway], when: 2026-03-03, text: Move valuables to the upper floor.}
""",
    check=check,
)
