"""Every entry as one line of a list: when, what, and how it stands."""

from collections.abc import Callable
from typing import Any

from briefing_tui.blocks.block import Item, Span, Spans
from briefing_tui.blocks.marks import (
    EVENT_STATUSES,
    GAP,
    INDICATOR_STATUSES,
    STANDINGS,
    likelihood_spans,
    probability_spans,
)
from briefing_tui.blocks.reference import attribution_spans, joined
from briefing_tui.blocks.scope import Scope
from briefing_tui.model.actor import Actor
from briefing_tui.model.briefing import Ask
from briefing_tui.model.communication import Communication
from briefing_tui.model.entry import Entry, Statement
from briefing_tui.model.event import Event
from briefing_tui.model.outlook import Indicator, Judgement, Scenario
from briefing_tui.model.situation import Figure, Gap
from briefing_tui.model.source import Source
from briefing_tui.model.time import When

#: The longest text of a line, in characters: a list item is cut where the screen ends, not before.
LONGEST_LINE = 240


def entry_item(
    scope: Scope, id: str, more: Spans = (), key: str = "", *, linked: bool = True, seen_from: str = ""
) -> Item:
    """The line of an entry; `more` is put after its words. For what is not an entry, a line with its link alone.

    With `linked` false its name looks like plain text: in a list where every line is a link. A communication that is
    `seen_from` one of its parties names the others only.
    """
    entry = scope.entry(id)
    if entry is None:
        return Item(joined([(scope.link(id),), more]), id, key=key)
    lead, tail = _SIDES.get(entry.KIND, _no_sides)(scope, entry)
    spans = joined([_words(scope, entry, linked, seen_from), more])
    return Item(spans, id, lead, tail, key=key)


def time_lead(when: When | None) -> Spans:
    """A time for a narrow column; nothing for what has none."""
    return (Span(when.display("short"), "time"),) if when is not None and when.known else ()


def status_spans(event: Event) -> Spans:
    """The mark of how well an event is established."""
    return (EVENT_STATUSES[event.status].span,) if event.status else ()


def phase_spans(event: Event) -> Spans:
    """The phase of an event that is not over: a plan must not be read as what has happened."""
    return (Span(event.phase, "dim"),) if event.phase and event.phase != "ended" else ()


def standing_span(statement: Statement) -> Span | None:
    """The mark of how a statement stands; none where its author gave neither kind nor source."""
    if isinstance(statement, Gap):
        return GAP.span
    return STANDINGS[statement.standing].span if statement.standing else None


def _words(scope: Scope, entry: Entry, linked: bool, seen_from: str) -> Spans:
    """The name or text of an entry, as a link."""
    role = "link" if linked else ""
    if isinstance(entry, Communication):
        said = entry.short or scope.plain(entry.text)
        channel = f", {entry.channel}" if entry.channel and entry.channel != "unknown" else ""
        return (
            Span(f"{scope.parties(entry, seen_from=seen_from)}{channel}", role, entry.id),
            Span(": ", "dim"),
            Span(said[:LONGEST_LINE]),
        )
    if isinstance(entry, Figure):
        value = joined([(Span(entry.value, "strong"),), (Span(entry.unit),) if entry.unit else ()], Span(" "))
        return Span(entry.label_, role, entry.id), Span(": ", "dim"), *value
    if isinstance(entry, Source):
        publisher = (Span(entry.publisher, "dim"),) if entry.publisher else ()
        return joined([(Span(entry.title, role, entry.id),), publisher])
    if isinstance(entry, Actor):
        known_as = (Span(entry.short, "dim"),) if entry.short and entry.short != entry.name else ()
        return joined([(Span(entry.name, role, entry.id),), known_as])
    if isinstance(entry, Event):
        return joined([phase_spans(entry), (Span(entry.title, role, entry.id),)])
    title = getattr(entry, "title", None)
    text = str(title) if title else scope.plain(entry.heading)
    words: Spans = (Span(text[:LONGEST_LINE], role, entry.id),)
    if isinstance(entry, Statement) and entry.by:
        said_by = tuple([Span(span.text, "attribution") for span in attribution_spans(scope, entry.by)])
        return joined([words, said_by])
    return words


Sides = tuple[Spans, Spans]


def _no_sides(scope: Scope, entry: Any) -> Sides:
    return (), ()


def _of_actor(scope: Scope, actor: Actor) -> Sides:
    return (), (Span(actor.type.replace("-", " "), "dim"),) if actor.type else ()


def _of_event(scope: Scope, event: Event) -> Sides:
    return time_lead(event.when), status_spans(event)


def _of_communication(scope: Scope, communication: Communication) -> Sides:
    return time_lead(communication.when), ()


def _of_statement(scope: Scope, statement: Statement) -> Sides:
    mark = standing_span(statement)
    return (mark,) if mark else (), ()


def _of_judgement(scope: Scope, judgement: Judgement) -> Sides:
    return (), likelihood_spans(judgement.likelihood) if judgement.likelihood else ()


def _of_scenario(scope: Scope, scenario: Scenario) -> Sides:
    likely = likelihood_spans(scenario.likelihood) if scenario.likelihood else ()
    return (), likely or (probability_spans(scenario.probability) if scenario.probability else ())


def _of_indicator(scope: Scope, indicator: Indicator) -> Sides:
    return (), (INDICATOR_STATUSES[indicator.status].span,) if indicator.status else ()


def _of_source(scope: Scope, source: Source) -> Sides:
    date = (Span(source.date.display("short"), "time"),) if source.date is not None else ()
    letter = (Span(source.reliability, "rating"),) if source.reliability else ()
    return joined([(scope.mark(source.id),), letter], Span(" ")), date


def _of_ask(scope: Scope, ask: Ask) -> Sides:
    due = (Span(f"by {ask.due.display('short')}", "time"),) if ask.due is not None and ask.due.known else ()
    return (), joined([(Span(ask.kind, "dim"),) if ask.kind else (), due])


_SIDES: dict[str, Callable[[Scope, Any], Sides]] = {
    "actor": _of_actor,
    "event": _of_event,
    "communication": _of_communication,
    "statement": _of_statement,
    "gap": _of_statement,
    "judgement": _of_judgement,
    "scenario": _of_scenario,
    "indicator": _of_indicator,
    "source": _of_source,
    "ask": _of_ask,
}
