"""How actors stand to each other: relations both ways, the events two of them share, what they told each other.

What does not lead from one actor of the briefing to another is kept apart. Knows nothing of how any of it is shown.
"""

from typing import NamedTuple

from briefing_tui.links.index import Links
from briefing_tui.model.actor import INVERSE_RELATIONS, Actor
from briefing_tui.model.communication import Communication
from briefing_tui.model.event import Event
from briefing_tui.model.reference import Ref

#: Relations that hold both ways alike: there is no direction to be shown.
MUTUAL = frozenset({"allied-with", "opposes", "counterpart-of"})


class Relation(NamedTuple):
    """One actor's relation to another, as it is written: in the entry of `source`."""

    source: str
    type: str
    target: str
    ref: Ref

    @property
    def mutual(self) -> bool:
        """Whether it holds both ways alike."""
        return self.type in MUTUAL

    def other(self, id: str) -> str:
        """The end that is not this one."""
        return self.target if id == self.source else self.source

    def type_from(self, id: str) -> str:
        """Its type as it reads from one of its ends."""
        return self.type if id == self.source else INVERSE_RELATIONS.get(self.type, self.type)


class Relations:
    """All relations of a briefing, in the order of the document."""

    def __init__(self, links: Links) -> None:
        entries = links.briefing.entries
        #: From one actor to another.
        self.all: list[Relation] = []
        #: From an actor to itself, and to what is no actor of this briefing.
        self.own: list[Relation] = []
        self.astray: list[Relation] = []
        self._at: dict[str, list[Relation]] = {}
        for actor in links.briefing.actors:
            for type, refs in (actor.relations or {}).items():
                for ref in refs:
                    self._take(Relation(actor.id, type, ref.ref, ref), isinstance(entries.get(ref.ref), Actor))

    def _take(self, relation: Relation, known: bool) -> None:
        if not known:
            self.astray.append(relation)
        elif relation.source == relation.target:
            self.own.append(relation)
        else:
            self.all.append(relation)
            for end in (relation.source, relation.target):
                self._at.setdefault(end, []).append(relation)

    def at(self, id: str) -> list[Relation]:
        """The relations an actor has to others, from both ends."""
        return self._at.get(id, [])


def relations_of(links: Links) -> Relations:
    """The relations of a briefing, found once."""
    return links.once(Relations)


def shared_events(links: Links, id: str) -> dict[str, list[str]]:
    """The actors that took part in events an actor took part in, and in which; in the order of the document."""
    entries = links.briefing.entries
    found: dict[str, dict[str, None]] = {}
    for name in dict.fromkeys([each.source for each in links.incoming(id) if each.field.startswith("participants.")]):
        event = entries.get(name)
        if isinstance(event, Event):
            for refs in (event.participants or {}).values():
                for ref in refs:
                    if ref.ref != id and isinstance(entries.get(ref.ref), Actor):
                        found.setdefault(ref.ref, {})[name] = None
    return {other: list(events) for other, events in found.items()}


class Told(NamedTuple):
    """The communications an actor sent another, and those it received from it."""

    sent: list[str]
    received: list[str]


def told(links: Links, id: str) -> dict[str, Told]:
    """The actors that an actor told something or was told something by; in the order of the document."""
    entries = links.briefing.entries
    found: dict[str, Told] = {}
    for name in dict.fromkeys([each.source for each in links.incoming(id) if each.field in ("from", "to")]):
        communication = entries.get(name)
        if not isinstance(communication, Communication):
            continue
        senders = dict.fromkeys([ref.ref for ref in communication.from_])
        recipients = dict.fromkeys([ref.ref for ref in communication.to])
        for here, others, which in ((senders, recipients, 0), (recipients, senders, 1)):
            if id in here:
                for other in others:
                    if other != id and isinstance(entries.get(other), Actor):
                        found.setdefault(other, Told([], []))[which].append(name)
    return found
