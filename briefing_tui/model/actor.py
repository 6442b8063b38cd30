"""Actors: who takes part, what they say they want, and how they stand to each other."""

from typing import Annotated, ClassVar, Literal

from briefing_tui.model.entry import Entry, Statement
from briefing_tui.model.record import model
from briefing_tui.model.reference import Ref, Refs, To
from briefing_tui.model.scalar import Country
from briefing_tui.model.text import Line, Prose

ActorType = Literal[
    "state", "government-body", "military", "peacekeeping", "international-org", "joint-body", "armed-group", "party",
    "company", "organization", "media", "person", "group", "population", "unknown",
]  # fmt: skip

RelationType = Literal[
    "part-of", "commands", "member-of", "allied-with", "opposes", "mediates-between", "monitors", "supports",
    "supplies", "counterpart-of", "successor-of", "other",
]  # fmt: skip

#: How a relation reads from the other end; a relation that is not here reads the same both ways.
INVERSE_RELATIONS = {
    "part-of": "has-part",
    "commands": "commanded-by",
    "member-of": "has-member",
    "mediates-between": "mediated-by",
    "monitors": "monitored-by",
    "supports": "supported-by",
    "supplies": "supplied-by",
    "successor-of": "succeeded-by",
}


@model
class Actor(Entry):
    """A person, body or group that takes part."""

    KIND: ClassVar[str] = "actor"
    SHORT_FORM: ClassVar[str] = "name"
    name: Line
    """The full name."""
    aliases: tuple[Line, ...] = ()
    """Other names it goes by."""
    type: ActorType | None = None
    """What sort of actor it is."""
    country: Country | None = None
    """ISO 3166-1 alpha-2 code of the country it belongs to."""
    summary: Prose | None = None
    """Who it is, in a paragraph."""
    stated_aims: tuple[Statement | Ref, ...] = ()
    """What it says it wants: statements, or references to statements."""
    relations: dict[RelationType, Annotated[Refs, To("actor")]] | None = None
    """How it stands to other actors; stored once, the inverse is derived."""
