"""Events: what happened, is claimed to have happened, or is expected, and who was in it."""

from typing import Annotated, ClassVar, Literal

from briefing_tui.model.entry import Entry
from briefing_tui.model.record import Record, model
from briefing_tui.model.reference import Refs, To
from briefing_tui.model.scalar import Cameo, Country, WhenField
from briefing_tui.model.text import Line, Prose

Phase = Literal["planned", "expected", "ongoing", "ended"]
EventStatus = Literal["claimed", "reported", "corroborated", "confirmed", "disputed", "denied", "retracted"]
Role = Literal["initiator", "target", "affected", "ally", "mediator", "observer", "host", "other"]
Precision = Literal["exact", "near", "region"]

PHASES: dict[Phase, str] = {
    "planned": "Somebody has decided on it; it has not begun.",
    "expected": "It is foreseen; nobody need have decided on it.",
    "ongoing": "It has begun and has not ended.",
    "ended": "It is over.",
}

EVENT_STATUSES: dict[EventStatus, str] = {
    "claimed": "A party with a stake says so, and nobody else.",
    "reported": "Somebody without a stake says so.",
    "corroborated": "Sources that do not depend on one another agree.",
    "confirmed": "It is established, also by those whom it does not suit, or by what can be seen.",
    "disputed": "Somebody gives another account of it.",
    "denied": "The party it is said of says that it did not happen.",
    "retracted": "Whoever said so has taken it back.",
}

ROLES: dict[Role, str] = {
    "initiator": "Does it, or sets it off.",
    "target": "It is aimed at them.",
    "affected": "They are touched by it without being aimed at.",
    "ally": "Helps whoever does it.",
    "mediator": "Stands between the parties and tries to settle it.",
    "observer": "Watches or monitors it without taking part.",
    "host": "It takes place with them.",
    "other": "Takes part in another way.",
}

PRECISIONS: dict[Precision, str] = {
    "exact": "At this very place.",
    "near": "Near this place.",
    "region": "Somewhere in this area.",
}


@model
class Place(Record):
    """Where something happened, and how exactly that is known."""

    SHORT_FORM: ClassVar[str] = "name"
    name: Line
    """The place's name."""
    country: Country | None = None
    """ISO 3166-1 alpha-2 code."""
    precision: Precision | None = None
    """How exact the place is."""


@model
class Event(Entry):
    """Something that happened, is said to have happened, or is expected."""

    KIND: ClassVar[str] = "event"
    title: Line
    """What happened, in one line."""
    when: WhenField
    """When it occurred (EDTF level 0 or 1), or `unknown`."""
    reported_at: WhenField | None = None
    """When it became known."""
    where: Place | None = None
    """Where it occurred."""
    phase: Phase | None = None
    """Whether it is planned, expected, ongoing or ended."""
    status: EventStatus | None = None
    """How well it is established."""
    participants: dict[Role, Annotated[Refs, To("actor")]] | None = None
    """Who took part, by role."""
    cameo: Cameo | None = None
    """CAMEO root code, 01 to 20."""
    text: Prose | None = None
    """What is known of it."""
    caused_by: Annotated[Refs, To("event")] = ()
    """Events that caused it."""
    part_of: Annotated[Refs, To("event")] = ()
    """Events it is a part of."""
    follows: Annotated[Refs, To("event")] = ()
    """Events it came after."""
    disputes: Annotated[Refs, To("event")] = ()
    """Events whose account it disputes."""
