"""Whose word something is: what sources repeat, down to where nothing is given, and who speaks there. Judges nothing.

Two actors are one side where one is a part of the other or under its command, at any remove.
"""

from collections.abc import Iterable, Iterator

from briefing_tui.links.index import Links
from briefing_tui.model.actor import Actor
from briefing_tui.model.communication import Communication
from briefing_tui.model.entry import Entry
from briefing_tui.model.source import Source

#: Prose that says why it may be otherwise, or what is to be done: a source cited there does not carry the entry.
_BESIDE_THE_POINT = frozenset({"notes", "dissent", "would_change", "if_wrong", "ask", "why"})

#: As many as anybody is under; a file with more is made to be slow.
_MOST_OVER = 64


class Origins:
    """Where the sources of a briefing have it from. Get it with `links.once(Origins)`."""

    def __init__(self, links: Links) -> None:
        self._links = links
        self._entries = links.briefing.entries
        self._roots = _roots(links.briefing.sources)
        self._over: dict[str, list[str]] = {}
        self._sides: dict[str, frozenset[str]] = {}
        self._named: dict[str, str] = {}
        for actor in links.briefing.actors:
            for name in (actor.name, actor.short, *actor.aliases):
                if name:
                    self._named.setdefault(name.casefold(), actor.id)
            relations = actor.relations or {}
            for ref in relations.get("part-of", ()):
                self._over.setdefault(actor.id, []).append(ref.ref)
            for ref in relations.get("commands", ()):
                self._over.setdefault(ref.ref, []).append(actor.id)

    def roots(self, id: str) -> frozenset[str]:
        """The sources and communications a source goes back to at last; itself where it names no origin."""
        return self._roots.get(id) or frozenset({id})

    def voices(self, id: str) -> frozenset[str]:
        """Who speaks in an actor, a source or a communication: actors, or what no actor is known for."""
        found: set[str] = set()
        for root in self.roots(id):
            entry = self._entries.get(root)
            if isinstance(entry, Communication):
                found |= {ref.ref for ref in entry.from_}
            elif isinstance(entry, Source) and (entry.actor or entry.publisher):
                actors = {ref.ref for ref in entry.actor}
                found |= actors or {self._named.get((entry.publisher or "").casefold(), root)}
            else:
                found.add(root)
        return frozenset(found)

    def cited(self, entry: Entry) -> Iterator[str]:
        """The sources of an entry, in its `sources` and in its prose."""
        for ref in entry.sources:
            yield ref.ref
        for reference in self._links.outgoing(entry.id):
            inline = reference.inline
            if inline is not None and inline.cites and reference.field.rpartition(".")[2] not in _BESIDE_THE_POINT:
                yield inline.target

    def behind(self, entry: Entry) -> frozenset[str]:
        """Who is behind an entry, by `by` and by its sources."""
        named = [cite.ref for cite in entry.by]
        return frozenset().union(*[self.voices(id) for id in dict.fromkeys([*named, *self.cited(entry)])])

    def side(self, id: str) -> frozenset[str]:
        """An actor, and whom it is a part of or under the command of."""
        known = self._sides.get(id)
        if known is None:
            found, waiting = {id}, [id]
            while waiting and len(found) < _MOST_OVER:
                for over in self._over.get(waiting.pop(), ()):
                    if over not in found:
                        found.add(over)
                        waiting.append(over)
            known = self._sides[id] = frozenset(found)
        return known

    def same_side(self, one: str, other: str) -> bool:
        """Whether one is a part of the other or under its command."""
        return one in self.side(other) or other in self.side(one)

    def one_party(self, voices: Iterable[str]) -> str | None:
        """The actor on whose side all these voices are; None where there are several sides, or no actor."""
        each = sorted(voices)
        for voice in each:
            if isinstance(self._entries.get(voice), Actor) and all(self.same_side(voice, other) for other in each):
                return voice
        return None


def _roots(sources: Iterable[Source]) -> dict[str, frozenset[str]]:
    """For each source, what it goes back to. Those that repeat each other in a circle go back to the same."""
    origins = {source.id: {ref.ref for ref in source.origin if ref.ref != source.id} for source in sources}
    repeating: dict[str, list[str]] = {}
    for id, each in origins.items():
        for origin in each:
            repeating.setdefault(origin, []).append(id)
    found: dict[str, frozenset[str]] = {}
    wanted = {id: sum(origin in origins for origin in each) for id, each in origins.items()}
    waiting = [id for id, number in wanted.items() if not number]
    while waiting:
        id = waiting.pop()
        found[id] = _gathered(origins[id], found) or frozenset({id})
        for other in repeating.get(id, ()):
            wanted[other] -= 1
            if not wanted[other]:
                waiting.append(other)
    for id in origins:
        if id not in found:
            circle, waiting = {id}, [id]
            while waiting:
                here = waiting.pop()
                near = [*origins[here], *repeating.get(here, ())]
                fresh = {other for other in near if other in origins and other not in found} - circle
                circle |= fresh
                waiting += fresh
            outside = {origin for member in circle for origin in origins[member] if origin not in circle}
            roots = _gathered(outside, found) or frozenset({min(circle)})
            found.update(dict.fromkeys(circle, roots))
    return found


def _gathered(origins: Iterable[str], found: dict[str, frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*[found.get(origin) or {origin} for origin in origins])
