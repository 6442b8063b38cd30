"""E507: what is established, or who is in it, on the word of one party alone."""

import re
from collections.abc import Iterable, Iterator

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.origins import Origins
from briefing_tui.checks.rule import Rule
from briefing_tui.model.actor import Actor
from briefing_tui.model.entry import Entry, Statement
from briefing_tui.model.event import Event, Role
from briefing_tui.source.diagnostic import Diagnostic, Edit, Severity
from briefing_tui.thrift import expression

_ESTABLISHED = ("confirmed", "corroborated")
_PARTIES: tuple[Role, ...] = ("initiator", "target", "affected", "ally")
_NAMED: tuple[Role, ...] = ("initiator", "target")

#: CAMEO root codes of what is done by saying it: whoever did it need only have said it.
_SAID = ("01", "02", "03", "10", "11", "12", "13")

#: Somebody says or decides something. Not `as announced`, nor a report as which a title begins.
_SAYS = expression(
    r"(?<!^)(?<!\bas )\b(?:(?:say|tell|claim|announc|declar|demand|ask|appeal|warn|den[yi]|reject|decid|publish"
    r"|propos|promis|threaten|accus|apologi[sz]|acknowledg|admitt?|invit|request|vow|pledg|condemn|agree|accept"
    r"|refus|insist|describ|inform|repl[yi]|answer|speak)(?:e|es|s|ed|d|ing)?"
    r"|(?:state|order|sign|report|call|write)(?:s|d|ed)|said|told|wrote)\b",
    re.IGNORECASE,
)


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Facts and established events behind which one side stands that has a stake; others named in what is not."""
    origins = draft.links.once(Origins)
    stakes = _stakes(draft, origins)
    for entry in draft.briefing.entries.values():
        event = entry if isinstance(entry, Event) else None
        if event is None and not (isinstance(entry, Statement) and entry.kind == "fact"):
            continue
        if event is not None and (event.cameo in _SAID or event.status == "retracted"):
            continue
        party = origins.one_party(origins.behind(entry))
        if party is None or _SAYS.search(entry.heading):
            continue
        takes_part = any(origins.same_side(party, id) for id in _taking_part(event))
        # Who reports without taking part is no party to that event, whatever its stake in others.
        beside = event is not None and event.status in (None, "reported")
        if not takes_part and (beside or origins.side(party).isdisjoint(stakes)):
            continue
        if event is None or event.status in _ESTABLISHED:
            yield _established(draft, entry, party)
        elif event.phase not in ("planned", "expected"):
            yield from _others(draft, event, party, origins)


def _established(draft: Draft, entry: Entry, party: str) -> Diagnostic:
    field, word, better = ("kind", "a fact", "claim") if isinstance(entry, Statement) else ("status", "", "claimed")
    extent = draft.at(entry, field)
    said = f"This is called {word or getattr(entry, field)} on one party's word: {_name(draft, party)}"
    edit = Edit(extent, better, f"Write {better}", safe=False)
    help = f"Write `{field}: {better}` with `by: {party}`, or add a source that does not go back to them"
    return RULE.finding(extent, said, help, edits=(edit,))


def _others(draft: Draft, event: Event, party: str, origins: Origins) -> Iterator[Diagnostic]:
    """Who is named as having done or suffered it by the other side, as if that were known."""
    entries = draft.briefing.entries
    for role in _NAMED:
        for n, ref in enumerate((event.participants or {}).get(role, ())):
            known = isinstance(entries.get(ref.ref), Actor)
            if ref.by or ref.sources or not known or origins.same_side(ref.ref, party):
                continue
            extent = draft.at(event, "participants", role, n)
            by = event.by[0].ref if len(event.by) == 1 else party
            better = f"{{ref: {ref.ref}, by: {by}}}"
            bare = draft.loaded.text[extent.start : extent.end] == ref.ref
            yield RULE.finding(
                extent,
                f"That {_name(draft, ref.ref)} is the {role} rests on one party's word: {_name(draft, party)}",
                f"Say so: `{better}`",
                edits=(Edit(extent, better, f"Write {better}", safe=False),) if bare else (),
            )


def _name(draft: Draft, id: str) -> str:
    return f"“{draft.links.label(id)}”"


def _taking_part(event: Event | None) -> list[str]:
    participants = (event.participants if event is not None else None) or {}
    return [ref.ref for role in _PARTIES for ref in participants.get(role, ())]


def _stakes(draft: Draft, origins: Origins) -> frozenset[str]:
    """Who has a stake: in an event with two sides, by opposing somebody, by a claim or by words of its own framing."""
    briefing = draft.briefing
    found = set((briefing.contested_terms or {}).values())
    for event in briefing.events:
        participants = event.participants or {}
        if "initiator" in participants and "target" in participants:
            found.update(_taking_part(event))
        if event.status == "claimed":
            found.update(_voices(origins, event))
    for actor in briefing.actors:
        for ref in (actor.relations or {}).get("opposes", ()):
            found |= {actor.id, ref.ref}
    for entry in briefing.entries.values():
        if isinstance(entry, Statement) and entry.kind == "claim":
            found.update(_voices(origins, entry))
    return frozenset().union(*map(origins.side, found))


def _voices(origins: Origins, entry: Entry) -> Iterable[str]:
    return {voice for cite in entry.by for voice in origins.voices(cite.ref)}


RULE = Rule(
    code="E507",
    name="one-partys-word",
    severity=Severity.WARNING,
    summary="Something, or who is in it, is established on one party's word.",
    manual="""\
        `kind: fact` and the statuses `confirmed` and `corroborated` say that the matter does not hang on one party.
        Here every source, followed to its `origin`, and every `by` leads to one actor that takes part or has a stake.
        Bodies that are a part of one another, or under one's command, are one side.

        Likewise a party can say what it did, but not establish who the other was: name the other with
        `{ref: ..., by: ...}`.

        Call it what it is, a claim with `by:`, or add a source that does not go back to them. What is done by saying it
        (an announcement, a demand, a denial) needs no other word than that of who said it.""",
    bad="""\
actors:
  ministry: {name: Ministry of Defence of Northland, type: government-body}
  army: {name: Army of Southland, type: military}
events:
  strike:
    title: A strike hits a depot
    when: 2026-03-03
    status: claimed
    by: ministry
    participants: {initiator: ministry, target: army}
situation:
  bottom_line: The crest arrives on Thursday.
  gaps:
    other-side: {text: "What [[army]] says of it.", matters_to: strike}
""",
    good="""\
actors:
  ministry: {name: Ministry of Defence of Northland, type: government-body}
  army: {name: Army of Southland, type: military}
events:
  strike:
    title: A strike hits a depot
    when: 2026-03-03
    status: claimed
    by: ministry
    participants: {initiator: ministry, target: {ref: army, by: ministry}}
situation:
  bottom_line: The crest arrives on Thursday.
  gaps:
    other-side: {text: "What [[army]] says of it.", matters_to: strike}
""",
    check=check,
)
