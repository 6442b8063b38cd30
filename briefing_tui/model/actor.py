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

ACTOR_TYPES: dict[ActorType, str] = {
    "state": "A country, or a territory that acts as one.",
    "government-body": "A ministry, agency, authority or court of a state.",
    "military": "Armed forces of a state, or a part of them.",
    "peacekeeping": "A force or mission that keeps a peace or a ceasefire.",
    "international-org": "An organisation of states.",
    "joint-body": "A body that several parties set up together.",
    "armed-group": "An armed group that is not a state's.",
    "party": "A political party or movement.",
    "company": "A business.",
    "organization": "Another organisation: an association, an institute, an aid agency.",
    "media": "A newspaper, broadcaster, agency or site that reports.",
    "person": "One human being.",
    "group": "Several people who act together without an organisation.",
    "population": "The people of a place.",
    "unknown": "Nobody knows yet what sort of actor it is.",
}

RELATION_TYPES: dict[RelationType, str] = {
    "part-of": "It is a part of the other.",
    "commands": "It gives orders to the other.",
    "member-of": "It is a member of the other.",
    "allied-with": "The two stand together.",
    "opposes": "The two stand against each other.",
    "mediates-between": "It tries to settle what lies between the others.",
    "monitors": "It watches what the other does.",
    "supports": "It helps the other: in words, with money, with people.",
    "supplies": "It delivers goods or arms to the other.",
    "counterpart-of": "The two have the same function on different sides.",
    "successor-of": "It came after the other and took its place.",
    "other": "Another relation, said in the reference's `note`.",
}

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
