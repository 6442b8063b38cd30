"""A whole briefing: its header and its parts. `entries` is the one index of everything that can be linked to."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from briefing_tui.model.actor import Actor
from briefing_tui.model.communication import Communication
from briefing_tui.model.entry import Entry
from briefing_tui.model.event import Event
from briefing_tui.model.outlook import Outlook
from briefing_tui.model.record import Record, model
from briefing_tui.model.reference import Id, To
from briefing_tui.model.scalar import Country, Minutes, Tlp, Truth, WhenField
from briefing_tui.model.situation import Situation
from briefing_tui.model.source import Source
from briefing_tui.model.text import Line, Prose

BriefingStatus = Literal["exercise", "test", "draft", "historical"]
ViewName = Literal[
    "list", "text", "timeline", "lanes", "ladder", "matrix", "graph", "bars", "scenarios", "board", "evidence", "grid"
]

AskKind = Literal["decision", "action", "information"]

BRIEFING_STATUSES: dict[BriefingStatus, str] = {
    "exercise": "Part of an exercise: nothing in it is real.",
    "test": "A test of the system: not to be acted on.",
    "draft": "Not released yet.",
    "historical": "A record that is no longer updated.",
}

VIEW_NAMES: dict[ViewName, str] = {
    "list": "The entries one under the other.",
    "text": "The text as it is written.",
    "timeline": "Events in the order of time, with what lasts as a line.",
    "lanes": "Events in the order of time, one lane for each actor.",
    "ladder": "Who told whom, in the order of time, as arrows.",
    "matrix": "Who told whom how often, as a table.",
    "graph": "Who stands how to whom, as a drawing.",
    "bars": "Likelihoods as bars on the scale.",
    "scenarios": "Scenarios side by side.",
    "board": "Indicators by what has been seen.",
    "evidence": "What a judgement rests on, as a tree.",
    "grid": "Sources by reliability and credibility.",
}

ASK_KINDS: dict[AskKind, str] = {
    "decision": "That something be decided.",
    "action": "That something be done.",
    "information": "That something be found out or told.",
}


@model
class Step(Record):
    """One step of the running order."""

    SHORT_FORM: ClassVar[str] = "show"
    show: Line
    """A section's name or an entry's id."""
    view: ViewName | None = None
    """Which view of a pane, or of an entry, to show."""
    minutes: Minutes | None = None
    """How long the step should take."""
    build: Truth = False
    """Whether its statements appear one by one."""
    notes: Prose | None = None
    """Speaker's notes for this step."""


@model
class Ask(Entry):
    """What is wanted of the meeting."""

    KIND: ClassVar[str] = "ask"
    SHORT_FORM: ClassVar[str] = "text"
    text: Prose
    """What is wanted."""
    of: Line | None = None
    """Of whom: an actor's id, or a name."""
    due: WhenField | None = None
    """By when."""
    kind: AskKind | None = None
    """What sort of answer is wanted."""


@model
class Header(Record):
    """What a briefing says about itself."""

    title: Line
    """The briefing's title, one line."""
    as_of: WhenField
    """Up to when the picture is true."""
    tlp: Tlp | None = None
    """Handling: FIRST TLP 2.0."""
    banner: Line | None = None
    """A free handling or classification line, shown with the TLP label."""
    status: tuple[BriefingStatus, ...] = ()
    """Any of exercise, test, draft, historical; absent means actual."""
    series: Line | None = None
    """The series this briefing belongs to."""
    number: Line | None = None
    """Its number in the series."""
    supersedes: Annotated[Id, To("briefing")] | None = None
    """The id (file name without .yaml) of the briefing it replaces."""
    covers: WhenField | None = None
    """The interval it covers."""
    next_update: WhenField | None = None
    """When the next one is due."""
    prepared_by: tuple[Line, ...] = ()
    """Who prepared it."""
    contact: tuple[Line, ...] = ()
    """Whom to ask."""
    tags: tuple[Line, ...] = ()
    """Words to find it by."""
    countries: tuple[Country, ...] = ()
    """Countries concerned, ISO 3166-1 alpha-2."""
    contested_terms: dict[Line, Annotated[Id, To("actor")]] | None = None
    """A term, and the actor whose framing it is."""
    running_order: tuple[Step, ...] = ()
    """What is presented, in order."""


@model
class Briefing(Header):
    """A whole briefing. `omitted` counts entries that were left out because they were not sound."""

    situation: Situation
    """What is going on."""
    actors: tuple[Actor, ...] = ()
    """Who takes part."""
    events: tuple[Event, ...] = ()
    """What happened, or is expected to."""
    communications: tuple[Communication, ...] = ()
    """Who told whom what."""
    outlook: Outlook = Outlook()
    """What may come."""
    asks: tuple[Ask, ...] = ()
    """What is wanted of the meeting."""
    sources: tuple[Source, ...] = ()
    """Where it is known from."""
    id: str = ""
    """The file's stem."""
    entries: Mapping[str, Entry]
    """Every entry and statement by id, in document order."""
    omitted: Mapping[str, str]
    """Ids of entries left out because they were not sound, and their kind."""
