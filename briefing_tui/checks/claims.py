"""E504: a claim of which nobody says whose it is, nor where it is known from."""

from collections.abc import Iterator

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.origins import Origins
from briefing_tui.checks.rule import Rule
from briefing_tui.links.index import Links
from briefing_tui.model.actor import Actor
from briefing_tui.model.entry import Entry, Statement
from briefing_tui.model.event import Event
from briefing_tui.source.diagnostic import Diagnostic, Severity

_OPEN = ("claimed", "disputed", "denied")

#: What says of an event who claims it or who disputes it: a communication about it, another account.
_ATTRIBUTING = ("about", "disputes")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Claims, and events that are claimed, disputed or denied."""
    origins = draft.links.once(Origins)
    aims = {
        aim.id if isinstance(aim, Statement) else aim.ref
        for actor in draft.briefing.actors
        for aim in actor.stated_aims
    }
    for entry in draft.briefing.entries.values():
        if isinstance(entry, Statement) and entry.kind == "claim":
            field, word = "kind", "claim"
        elif isinstance(entry, Event) and entry.status in _OPEN:
            field, word = "status", f"{entry.status} event"
        else:
            continue
        if entry.by or entry.id in aims or any(origins.cited(entry)):
            continue
        around = draft.links.incoming(entry.id) if isinstance(entry, Event) else ()
        if any(reference.field in _ATTRIBUTING for reference in around):
            continue
        yield RULE.finding(
            draft.at(entry, field),
            f"This {word} has neither `by` nor a source: whose is it?",
            _help(draft.links, entry),
        )


def _help(links: Links, entry: Entry) -> str:
    named = {
        reference.target
        for reference in links.outgoing(entry.id)
        if isinstance(links.briefing.entries.get(reference.target), Actor)
    }
    who = f"Add `by: {next(iter(named))}` if it is theirs" if len(named) == 1 else "Add `by:` with who says so"
    return f"{who}, and `sources:` with where it is known from"


RULE = Rule(
    code="E504",
    name="unattributed-claim",
    severity=Severity.ERROR,
    summary="A claim has neither `by` nor a source.",
    manual="""\
        A claim is somebody's. Without the one who makes it, and without a source, it is the briefing's own word, and
        the first question in the meeting is who says so. The same holds for an event that is `claimed`, `disputed` or
        `denied`.

        Write `by:` with an actor, a source or a communication, or `sources:`, or cite one in the text. An aim among an
        actor's `stated_aims` is that actor's, and a communication that is `about` an event says who claims it.""",
    bad="""\
situation:
  bottom_line: The crest arrives on Thursday.
  statements:
    release:
      text: The dam has released 340 cubic metres a second since Tuesday.
      kind: claim
actors: {hydro: Upper Tarrow Hydro}
communications:
  reply: {from: hydro, to: public, when: 2026-03-03, text: Gives the release of the dam.}
""",
    good="""\
situation:
  bottom_line: The crest arrives on Thursday.
  statements:
    release:
      text: The dam has released 340 cubic metres a second since Tuesday.
      kind: claim
      by: reply
actors: {hydro: Upper Tarrow Hydro}
communications:
  reply: {from: hydro, to: public, when: 2026-03-03, text: Gives the release of the dam.}
""",
    check=check,
)
