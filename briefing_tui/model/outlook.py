"""The outlook: judgements, scenarios, indicators, assumptions. Likelihood and confidence are kept apart (ICD 203)."""

from typing import Annotated, ClassVar, Literal

from briefing_tui.model.entry import Entry, Statement
from briefing_tui.model.record import Record, model
from briefing_tui.model.reference import Ref, Refs, To
from briefing_tui.model.scalar import Likelihood, Probability, Truth, WhenField
from briefing_tui.model.text import Line, Prose

Confidence = Literal["low", "moderate", "high"]
ScenarioRole = Literal["most-likely", "most-dangerous", "best-case", "wildcard"]
IndicatorStatus = Literal["not-seen", "emerging", "seen", "unknown"]

SCENARIO_ROLES: dict[ScenarioRole, str] = {
    "most-likely": "The one that is held to be the likeliest.",
    "most-dangerous": "The one that would do the most harm.",
    "best-case": "The one to be wished for.",
    "wildcard": "One that is improbable and would change everything.",
}

INDICATOR_STATUSES: dict[IndicatorStatus, str] = {
    "not-seen": "It was looked for and is not there.",
    "emerging": "There are first signs of it.",
    "seen": "It is there.",
    "unknown": "Nobody has looked, or it cannot be told.",
}


@model
class Assumption(Entry):
    """Something taken to be true without proof."""

    KIND: ClassVar[str] = "assumption"
    SHORT_FORM: ClassVar[str] = "text"
    text: Prose
    """What is assumed."""
    if_wrong: Prose | None = None
    """What follows if it is wrong."""


@model
class Judgement(Entry):
    """What the analyst holds to be so or to be coming, how likely, and on what grounds."""

    KIND: ClassVar[str] = "judgement"
    text: Prose
    """The judgement, without its confidence."""
    likelihood: Likelihood | None = None
    """A word of ICD 203's scale."""
    confidence: Confidence | None = None
    """How good the grounds are: low, moderate or high; never a probability."""
    evidence: Refs = ()
    """What it rests on: references to anything, each with its bearing."""
    assumptions: tuple[Statement | Ref, ...] = ()
    """What it takes for granted: references, or statements."""
    would_change: Prose | None = None
    """What would change this judgement."""
    horizon: Line | None = None
    """For how long it is made."""
    dissent: Prose | None = None
    """Who sees it differently, and why."""


@model
class Scenario(Entry):
    """One way things may go."""

    KIND: ClassVar[str] = "scenario"
    title: Line
    """What happens, in one line."""
    text: Prose | None = None
    """How it comes about."""
    likelihood: Likelihood | None = None
    """A word of ICD 203's scale."""
    probability: Probability | None = None
    """A number or [low, high], in per cent."""
    horizon: Line | None = None
    """For how long it is considered."""
    role: tuple[ScenarioRole, ...] = ()
    """What part it plays in the outlook, one or several."""


@model
class Indicator(Entry):
    """What to watch."""

    KIND: ClassVar[str] = "indicator"
    text: Prose
    """What would be seen."""
    points_to: Annotated[Refs, To("scenario", "judgement")] = ()
    """Scenarios or judgements it speaks for."""
    points_away_from: Annotated[Refs, To("scenario", "judgement")] = ()
    """Scenarios or judgements it speaks against."""
    status: IndicatorStatus | None = None
    """Whether it has been seen."""
    seen_in: Annotated[Refs, To("event", "communication", "statement")] = ()
    """Where it was seen."""
    checked: WhenField | None = None
    """When it was last looked for."""


@model
class Outlook(Record):
    """What may come, and what to watch."""

    summary: Prose | None = None
    """The outlook in a paragraph."""
    implications: tuple[Statement, ...] = ()
    """What it means for those who read this."""
    assumptions: tuple[Assumption, ...] = ()
    """What the outlook takes for granted."""
    judgements: tuple[Judgement, ...] = ()
    """What is held to be so."""
    scenarios: tuple[Scenario, ...] = ()
    """The ways things may go."""
    exclusive: Truth = False
    """Whether the scenarios exclude one another."""
    indicators: tuple[Indicator, ...] = ()
    """What to watch."""
