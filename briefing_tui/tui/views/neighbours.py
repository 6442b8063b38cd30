"""Who is around an actor: its relations from both ends, events and communications it shares. Knows no cells."""

from collections.abc import Iterable
from typing import NamedTuple

from briefing_tui.blocks.actor import relation_words
from briefing_tui.blocks.block import Spans, text_of
from briefing_tui.blocks.group import messages_target, shared_target
from briefing_tui.blocks.marks import STANDINGS, Mark
from briefing_tui.blocks.reference import attribution_spans
from briefing_tui.blocks.scope import Scope
from briefing_tui.links.index import Links
from briefing_tui.links.knowledge import Knowledge
from briefing_tui.links.relations import Relation, relations_of, shared_events, told
from briefing_tui.model.actor import INVERSE_RELATIONS
from briefing_tui.model.reference import Ref
from briefing_tui.model.source import Source

#: A note that stands for the type of a relation, in characters.
LONGEST_NOTE = 24


class Bond(NamedTuple):
    """One thing that joins an actor and a neighbour.

    `out` says whether it goes out from the actor or comes in, None for both ways alike. `words` are as it reads from
    the actor, `inverse` from the neighbour; `more` is what qualifies it, `target` what it leads to. `related` is false
    for what they only share; `later` is true for what does not hold yet at the time cursor.
    """

    words: str
    inverse: str
    out: bool | None
    more: str = ""
    target: str = ""
    mark: Mark | None = None
    related: bool = True
    later: bool = False


class Neighbour(NamedTuple):
    """Another actor and what joins the two."""

    id: str
    bonds: tuple[Bond, ...]

    @property
    def related(self) -> bool:
        """Whether there is a relation, not only an event or a message."""
        return any(bond.related for bond in self.bonds)

    @property
    def ways(self) -> set[bool]:
        """The directions of its relations."""
        return {bond.out for bond in self.bonds if bond.related and bond.out is not None}


def neighbours_of(scope: Scope, id: str, now: int | None = None) -> list[Neighbour]:
    """Everybody around an actor: who is related first, then by how much is shared; what is not known yet left out."""
    bonds: dict[str, dict[tuple[str, bool | None], Bond]] = {}
    for relation in relations_of(scope.links).at(id):
        bond = _bond(scope, relation, id, now)
        here = bonds.setdefault(relation.other(id), {})
        before = here.get((bond.words, bond.out))
        here[bond.words, bond.out] = bond if before is None else _both(before, bond)
    related = len(bonds)
    shared: dict[str, int] = {}
    for bond_of in (_event_bonds, _message_bonds):
        for other, number, bond in bond_of(scope, id, now):
            bonds.setdefault(other, {})[bond.words, bond.out] = bond
            shared[other] = shared.get(other, 0) + number
    found = [Neighbour(other, tuple(each.values())) for other, each in bonds.items()]
    return [*found[:related], *sorted(found[related:], key=lambda each: -shared[each.id])]


def _bond(scope: Scope, relation: Relation, id: str, now: int | None) -> Bond:
    ref = relation.ref
    out = None if relation.mutual else relation.source == id
    words, inverse = words_of(relation), words_of(relation, inverse=True)
    if out is False:
        words, inverse = inverse, words
    vouching = ref.by[0].ref if ref.by else ""
    later = now is not None and ref.since is not None and ref.since.earliest is not None and ref.since.earliest > now
    return Bond(words, inverse, out, qualified(scope, relation), vouching, claimed(scope, ref), True, later)


def _both(one: Bond, other: Bond) -> Bond:
    """The same said twice, from either end or for two spans of time: claimed only where both are."""
    more = "; ".join(dict.fromkeys(filter(None, (one.more, other.more))))
    sure = one.mark is None or other.mark is None
    return one._replace(more=more, mark=None if sure else one.mark, later=one.later and other.later)


def words_of(relation: Relation, *, inverse: bool = False) -> str:
    """The type of a relation in words; for one of no type what its note says of it, if it says it shortly."""
    if relation.type == "other" and relation.ref.note and len(relation.ref.note) <= LONGEST_NOTE:
        return relation.ref.note
    return relation_words(INVERSE_RELATIONS.get(relation.type, relation.type) if inverse else relation.type)


def claimed(scope: Scope, ref: Ref) -> Mark | None:
    """The mark of what somebody says: a party claims, a source reports; None for what the briefing says itself."""
    if not ref.by:
        return None
    sources = all(isinstance(scope.entry(cite.ref), Source) for cite in ref.by)
    return STANDINGS["reported" if sources else "claim"]


def qualified(scope: Scope, relation: Relation) -> str:
    """Since when, until when, what is noted and who says so, on one line."""
    ref = relation.ref
    said: Spans = attribution_spans(scope, ref.by)
    parts = [
        f"since {ref.since.display('short')}" if ref.since else "",
        f"until {ref.until.display('short')}" if ref.until else "",
        text_of(said),
        ref.note if ref.note and ref.note != words_of(relation) else "",
    ]
    return ", ".join(filter(None, parts))


def _event_bonds(scope: Scope, id: str, now: int | None) -> Iterable[tuple[str, int, Bond]]:
    known = _known(scope, now)
    for other, ids in shared_events(scope.links, id).items():
        if events := [event for event in ids if known is None or event in known]:
            target = events[0] if len(events) == 1 else shared_target(id, other)
            words = counted(len(events), "event")
            yield other, len(events), Bond(words, words, None, target=target, related=False)


def _message_bonds(scope: Scope, id: str, now: int | None) -> Iterable[tuple[str, int, Bond]]:
    known = _known(scope, now)
    for other, both in told(scope.links, id).items():
        for out, ids, parties in ((True, both.sent, (id, other)), (False, both.received, (other, id))):
            if messages := [message for message in ids if known is None or message in known]:
                target = messages[0] if len(messages) == 1 else messages_target(*parties)
                words = counted(len(messages), "message")
                yield other, len(messages), Bond(words, words, out, target=target, related=False)


def _known(scope: Scope, now: int | None) -> "_Known | None":
    return None if now is None else _Known(scope.links.once(_knowledge), now)


class _Known:
    """What was known at a moment."""

    def __init__(self, knowledge: Knowledge, now: int) -> None:
        self._later = knowledge.later(now)

    def __contains__(self, id: str) -> bool:
        return not self._later(id)


def _knowledge(links: Links) -> Knowledge:
    return Knowledge(links.briefing)


def counted(number: int, noun: str) -> str:
    """Such as `1 event` or `3 events`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def among(scope: Scope, ids: Iterable[str]) -> list[Relation]:
    """The relations some actors have among themselves, in the order of the document."""
    inside = set(ids)
    return [each for each in relations_of(scope.links).all if each.source in inside and each.target in inside]
