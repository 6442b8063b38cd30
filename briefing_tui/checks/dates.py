"""E501: times that contradict each other, or the day the picture is of."""

from collections.abc import Iterator
from typing import Any

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.ordering import Ordering
from briefing_tui.checks.rule import Rule
from briefing_tui.model.event import Event
from briefing_tui.model.reference import Ref
from briefing_tui.model.time import When
from briefing_tui.source.diagnostic import Diagnostic, Related, Severity

#: What has not happened yet.
_AHEAD = ("planned", "expected")

#: A paper that is dated by the month or the season often comes out before it: by so many seconds at most.
_POSTDATED = ("month", "season")
_AHEAD_OF_DATE = 62 * 86_400


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Times of events, references, communications, sources, indicators and the header that cannot both be right."""
    order = Ordering(_times(draft))
    for event in draft.briefing.events:
        yield from _event(draft, order, event)
    for reference in draft.links.references:
        ref = reference.ref
        if isinstance(ref, Ref) and order.before(ref.until, ref.since):
            holder, path = reference.holder, reference.path[:-1]
            yield RULE.finding(
                draft.at(holder, *path, "until"),
                f"This ended before it began ({_said(ref.since)})",
                "Correct `since` or `until`",
                related=(Related(draft.at(holder, *path, "since"), "it began"),),
            )
    yield from _learned_later(draft, order)
    yield from _header(draft, order)


def _times(draft: Draft) -> Iterator[When | None]:
    briefing = draft.briefing
    yield from (briefing.as_of, briefing.next_update, briefing.covers)
    for event in briefing.events:
        yield from (event.when, event.reported_at)
    yield from (communication.when for communication in briefing.communications)
    yield from (source.date for source in briefing.sources)
    yield from (indicator.checked for indicator in briefing.outlook.indicators)


def _event(draft: Draft, order: Ordering, event: Event) -> Iterator[Diagnostic]:
    ahead, as_of = event.phase in _AHEAD, draft.briefing.as_of
    if order.before(event.reported_at, event.when) and not ahead:
        yield RULE.finding(
            draft.at(event, "reported_at"),
            f"This was reported before it occurred ({_said(event.when)})",
            "Correct one of the two, or write `phase: expected`",
            related=(Related(draft.at(event, "when"), "it occurred"),),
        )
    if order.before(as_of, event.when) and not ahead:
        help = "Correct one of the two, or write `phase: expected` or `phase: planned`"
        yield _after(draft, event, "when", "This event comes after the briefing's `as_of`", help)
    elif event.phase == "ended" and event.when.end is not None and order.before(as_of, _end(event.when)):
        help = "Correct one of the two, or write `phase: ongoing`"
        yield _after(
            draft, event, "phase", "This is said to have ended, and ends only after the briefing's `as_of`", help
        )
    entries = draft.briefing.entries
    for n, ref in enumerate(event.follows):
        first = entries.get(ref.ref)
        if isinstance(first, Event) and first is not event and order.before(event.when, first.when):
            yield RULE.finding(
                draft.at(event, "follows", n),
                f"This is said to follow what came later ({_said(first.when)})",
                "Correct one of the times, or say which followed which",
                related=(Related(draft.at(first, "when"), "what it is said to follow"),),
            )


def _learned_later(draft: Draft, order: Ordering) -> Iterator[Diagnostic]:
    """What was said, reported, published or looked at after the day of the picture. A record may use later ones."""
    briefing = draft.briefing
    if "historical" in briefing.status:
        return
    as_of, help = briefing.as_of, "Correct one of the two: `as_of` is up to when the picture is true"
    for event in briefing.events:
        if order.before(as_of, event.reported_at):
            yield _after(draft, event, "reported_at", "This was reported after the briefing's `as_of`", help)
    for communication in briefing.communications:
        if order.before(as_of, communication.when):
            said = "This was said after the briefing's `as_of`"
            planned = "Correct one of the two; what is yet to be said is an event with `phase: planned`"
            yield _after(draft, communication, "when", said, planned)
    for source in briefing.sources:
        if order.before(as_of, source.date) and not _is_postdated(source.date, as_of):
            yield _after(draft, source, "date", "This source is dated after the briefing's `as_of`", help)
    for indicator in briefing.outlook.indicators:
        if order.before(as_of, indicator.checked):
            yield _after(draft, indicator, "checked", "This was looked at after the briefing's `as_of`", help)


def _is_postdated(date: When | None, as_of: When) -> bool:
    if date is None or date.precision not in _POSTDATED or date.earliest is None or as_of.latest is None:
        return False
    return date.earliest - as_of.latest <= _AHEAD_OF_DATE


def _header(draft: Draft, order: Ordering) -> Iterator[Diagnostic]:
    briefing = draft.briefing
    if order.before(briefing.next_update, briefing.as_of):
        yield RULE.finding(
            draft.header("next_update", value=True),
            "The next update is due before this briefing's own `as_of`",
            "Correct one of the two",
            related=(_picture(draft),),
        )
    earlier = draft.earlier.briefing if draft.earlier is not None else None
    if earlier is not None and order.before(briefing.as_of, earlier.as_of):
        yield RULE.finding(
            draft.header("as_of", value=True),
            f"The briefing it supersedes is of a later time ({_said(earlier.as_of)})",
            "Correct `as_of`, or `supersedes`",
            related=(Related(draft.header("supersedes", value=True), "the briefing it supersedes"),),
        )


def _after(draft: Draft, entry: Any, field: str, message: str, help: str) -> Diagnostic:
    as_of = f"{message} ({_said(draft.briefing.as_of)})"
    return RULE.finding(draft.at(entry, field), as_of, help, related=(_picture(draft),))


def _picture(draft: Draft) -> Related:
    return Related(draft.header("as_of", value=True), "the picture is of this time")


def _end(when: When) -> When:
    return When.parse(when.text.partition("/")[2])


def _said(when: When | None) -> str:
    return when.display() if when is not None else ""


RULE = Rule(
    code="E501",
    name="dates-out-of-order",
    severity=Severity.ERROR,
    summary="Times contradict each other, or the time the picture is of.",
    manual="""\
        A briefing is a picture of one moment, `as_of`. What is said to have happened after it was not known then, and
        what was reported before it occurred was a plan or an expectation. Readers who step through time (`<` and `>`)
        are shown such entries where they cannot have been.

        Looked at are events (`when`, `reported_at`, `follows`), the `since` and `until` of a reference, communications,
        the dates of sources, when an indicator was `checked`, `next_update`, and the briefing that this one supersedes.
        Only what no reading can save is found: half-open intervals, `~`, `?` and coarse dates have their margin, and a
        time without a zone may be in any zone the briefing uses. In a record (`status: historical`) what was learned
        later may be used.

        Correct one of the two times, or say what it is: `phase: planned` or `phase: expected`.""",
    bad="""\
events:
  crest:
    title: The crest arrives
    when: 2026-03-06
""",
    good="""\
events:
  crest:
    title: The crest arrives
    when: 2026-03-06
    phase: expected
""",
    check=check,
)
