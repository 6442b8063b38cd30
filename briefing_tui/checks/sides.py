"""E513: who is targeted or affected, and not heard."""

from collections.abc import Iterator

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.origins import Origins
from briefing_tui.checks.rule import Rule
from briefing_tui.links.index import Links
from briefing_tui.links.mentions import unlinked_mentions
from briefing_tui.model.actor import Actor
from briefing_tui.model.communication import ALL
from briefing_tui.model.event import Event
from briefing_tui.model.reference import Ref
from briefing_tui.source.diagnostic import Diagnostic, Related, Severity


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Each such actor once, at the first event. Where nobody did it, as with a flood, there is no other side."""
    if not draft.whole:
        return
    origins = draft.links.once(Origins)
    heard = _heard(draft)
    heard_for = frozenset().union(*map(origins.side, heard))
    declared = _declared(draft)
    done: set[str] = set()
    for event in draft.briefing.events:
        if event.status == "retracted" or event.id in declared:
            continue
        for role, n, actor in _suffering(draft, event, origins):
            if actor.id in done or actor.type == "unknown":
                continue
            side = origins.side(actor.id)
            if actor.id in heard_for or not side.isdisjoint(heard) or not side.isdisjoint(declared):
                continue
            if actor.id in draft.links.once(_named_in_gaps):
                continue
            done.add(actor.id)
            word = "targeted" if role == "target" else "affected"
            yield RULE.finding(
                draft.at(event, "participants", role, n),
                f"“{draft.links.label(actor.id)}” is {word} here and is not heard anywhere in the briefing",
                "Add what they say of it, or a gap that names them: that they were not heard",
                related=(Related(draft.at(actor), "has no statement, no communication and no gap"),),
            )


def _named_in_gaps(links: Links) -> set[str]:
    """Whom gaps name without a link."""
    gaps = {gap.id for gap in links.briefing.situation.gaps}
    mentions = unlinked_mentions(links.briefing, links)
    return {candidate for mention in mentions if mention.source in gaps for candidate in mention.candidates}


def _suffering(draft: Draft, event: Event, origins: Origins) -> Iterator[tuple[str, int, Actor]]:
    """Who an event is done to: its targets; and whom it affects, where somebody of another side did it."""
    participants = event.participants or {}
    doers = [ref.ref for ref in participants.get("initiator", ())]
    entries = draft.briefing.entries
    for role in ("target", "affected"):
        for n, ref in enumerate(participants.get(role, ())):
            actor = entries.get(ref.ref)
            if not isinstance(actor, Actor) or (role == "affected" and not doers):
                continue
            if not doers or not all(origins.same_side(doer, actor.id) for doer in doers):
                yield role, n, actor


def _heard(draft: Draft) -> set[str]:
    """Who says something, by whatever way: a communication, a statement, a source, an aim, an answer."""
    briefing = draft.briefing
    heard = {ref.ref for communication in briefing.communications for ref in communication.from_}
    heard |= {ref.ref for source in briefing.sources for ref in source.actor}
    heard |= {actor.id for actor in briefing.actors if actor.stated_aims}
    for reference in draft.links.references:
        if reference.field.rpartition(".")[2] in ("by", "reported_by"):
            heard.add(reference.target)
    for communication in briefing.communications:
        for recipient, answer in (communication.confirmed_by_recipient or {}).items():
            if answer != "unknown":
                heard.update(_ids(communication.to) if recipient == ALL else (recipient,))
    return heard


def _ids(refs: tuple[Ref, ...]) -> list[str]:
    return [ref.ref for ref in refs]


def _declared(draft: Draft) -> set[str]:
    """Actors that a gap names, or that name a gap; events it matters to. Another gap about the event is not enough."""
    entries, found = draft.briefing.entries, set()
    for gap in draft.briefing.situation.gaps:
        found |= {ref.ref for ref in gap.matters_to}
        near = {reference.target for reference in draft.links.outgoing(gap.id)}
        near |= {reference.source for reference in draft.links.incoming(gap.id)}
        found |= {id for id in near if isinstance(entries.get(id), Actor)}
    return found


RULE = Rule(
    code="E513",
    name="one-sided",
    severity=Severity.WARNING,
    summary="A target or affected party is not heard, and no gap says so.",
    manual="""\
        Where something is done to somebody, their account belongs to the picture. Here neither they nor those they are
        a part of say anything: no statement or source of theirs, no communication, not even an answer. A reader takes
        that for agreement.

        Add what they say, attributed to them. Where it could not be had, declare it: a gap that names them. Whoever is
        affected by what nobody did, such as a flood, is no side and is not meant.""",
    bad="""\
actors:
  town: Town of Harrow Bend
  residents: Residents of Mill Lane ward
events:
  road-closed:
    title: The town closes Mill Road
    when: 2026-03-03
    participants: {initiator: town, affected: residents}
""",
    good="""\
actors:
  town: Town of Harrow Bend
  residents: Residents of Mill Lane ward
events:
  road-closed:
    title: The town closes Mill Road
    when: 2026-03-03
    participants: {initiator: town, affected: residents}
situation:
  bottom_line: The crest arrives on Thursday.
  gaps:
    ward: {text: "Whether [[residents]] can leave without help.", matters_to: road-closed}
""",
    check=check,
)
