"""What an entry rests on, down to the sources, and what would rest on nothing without one of them.

Support comes from evidence that supports, from `sources`, citations, `by` and `reported_by` where they name a source or
a communication, from what an indicator was seen in, and from a source's `origin`. Knows nothing of how it is shown.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefing_tui.links.backing import Backing
from briefing_tui.links.index import Links, Reference
from briefing_tui.model.entry import Entry
from briefing_tui.model.reference import Bearing, Ref
from briefing_tui.model.source import Reliability, Source

#: Nothing is shown deeper than this: a chain of hearsay so long says nothing more.
DEEPEST = 12
#: All judgements' trees together have about so many entries besides what each names itself: of two hundred each may
#: have three hundred, and tens of thousands that rest on one another can be told.
_ALL = 60_000

_VOUCHING = ("source", "communication")

#: Prose that says why it may be otherwise, or what is to be done: a source cited there does not carry the entry.
_BESIDE_THE_POINT = frozenset({"notes", "dissent", "would_change", "if_wrong", "ask", "why"})


class Support(NamedTuple):
    """An entry in a tree of grounds. `through` is the field by which the one above it rests on it, empty at the top.

    `reliability` is a source's own, `credibility` (1 to 6) that of what a source is cited for, or an entry's own.
    `elsewhere`: it rests on more, which stands at another place of the tree (or is too deep or too much to be shown).
    """

    id: str
    bearing: Bearing = "supports"
    through: str = ""
    reliability: Reliability | None = None
    credibility: int | None = None
    children: tuple["Support", ...] = ()
    elsewhere: bool = False

    @property
    def rating(self) -> str:
        """The Admiralty code, as far as it is given: `B2`, `B`, `2` or nothing."""
        return f"{self.reliability or ''}{self.credibility or ''}"

    @property
    def supports(self) -> bool:
        """Whether it speaks for what stands above it."""
        return self.bearing == "supports"


class _Ground(NamedTuple):
    """One thing an entry rests on."""

    id: str
    through: str
    bearing: Bearing = "supports"
    credibility: int | None = None


def support_of(links: Links, id: str) -> Support:
    """The tree of what an entry or part rests on, contradicts it or gives context. Cycles end where they close."""
    return links.once(_tree, id)


def sources_of(links: Links, id: str) -> frozenset[str]:
    """The sources that support an entry or part, directly or through what it rests on; not the entry itself."""
    return frozenset(links.once(_backing).sources(id))


def source_count(links: Links, id: str) -> int:
    """How many they are."""
    return links.once(_backing).count(id)


def _backing(links: Links) -> Backing:
    return Backing(links.once(_resting), {source.id for source in links.briefing.sources})


def left_without(links: Links, source_id: str) -> tuple[str, ...]:
    """The entries that have the support of a source now and of none without this one, in the order of the document.

    What only repeats the source (has no other `origin`) falls with it. Sources themselves are not listed.
    """
    if not isinstance(links.briefing.entries.get(source_id), Source):
        return ()
    return links.once(_left_without, source_id)


def _left_without(links: Links, source_id: str) -> tuple[str, ...]:
    """Looks only at what rests on the source, at any remove: a large briefing loses no more time than it loses."""
    entries = links.briefing.entries
    carried, resting, places = links.once(_carried), links.once(_resting), links.once(_supported_now)
    fallen = fallen_with(links, source_id)
    touched = _reached(fallen, carried)
    firm = [
        id
        for id in touched - fallen
        if isinstance(entries.get(id), Source)
        or any(ground in places and ground not in touched for ground in resting[id])
    ]
    standing = _reached(firm, carried, fallen)
    lost = [id for id in touched if id not in standing and id not in fallen and id in entries]
    return tuple(sorted(lost, key=places.__getitem__))


def fallen_with(links: Links, source_id: str) -> frozenset[str]:
    """A source and the sources that only repeat it, at any remove."""
    entries = links.briefing.entries
    fallen = {source_id}
    waiting = [source_id]
    while waiting:
        for reference in links.incoming(waiting.pop()):
            repeating = entries.get(reference.source)
            if reference.field == "origin" and isinstance(repeating, Source) and repeating.id not in fallen:
                if all(origin.ref in fallen for origin in repeating.origin):
                    fallen.add(repeating.id)
                    waiting.append(repeating.id)
    return frozenset(fallen)


def _supported_now(links: Links) -> dict[str, int]:
    """Everything that a source stands behind, sources among it, with its place in the order of the document."""
    supported = _reached([source.id for source in links.briefing.sources], links.once(_carried))
    return {id: n for n, id in enumerate(links.briefing.entries) if id in supported}


def _reached(starts: Iterable[str], steps: dict[str, list[str]], without: frozenset[str] = frozenset()) -> set[str]:
    reached = set(starts)
    waiting = deque(reached)
    while waiting:
        for id in steps.get(waiting.popleft(), ()):
            if id not in reached and id not in without:
                reached.add(id)
                waiting.append(id)
    return reached


def _resting(links: Links) -> dict[str, list[str]]:
    """For each entry, what supports it."""
    grounds = links.once(_grounds)
    return {id: [ground.id for ground in each if ground.bearing == "supports"] for id, each in grounds.items()}


def _carried(links: Links) -> dict[str, list[str]]:
    """For each entry, what it supports."""
    carried: dict[str, list[str]] = {}
    for id, grounds in links.once(_grounds).items():
        for ground in grounds:
            if ground.bearing == "supports":
                carried.setdefault(ground.id, []).append(id)
    return carried


def _grounds(links: Links) -> dict[str, tuple[_Ground, ...]]:
    """For each entry and part, what it rests on, what speaks against it or gives context; each once for a bearing."""
    found: dict[str, dict[tuple[str, str], _Ground]] = {}
    for reference in links.references:
        target = links.briefing.entries.get(reference.target)
        if target is not None and reference.target != reference.source:
            for ground in _ground(reference, target):
                found.setdefault(reference.source, {}).setdefault((ground.id, ground.bearing), ground)
    return {id: tuple(grounds.values()) for id, grounds in found.items()}


def _ground(reference: Reference, target: Entry) -> Iterator[_Ground]:
    field, _, last = reference.field.rpartition(".")
    credibility = getattr(reference.ref, "credibility", None)
    if reference.inline is not None:
        if reference.inline.cites and last not in _BESIDE_THE_POINT and target.KIND in _VOUCHING:
            yield _Ground(target.id, reference.field)
    elif reference.field in ("evidence", "seen_in", "origin"):
        yield _Ground(target.id, reference.field, getattr(reference.ref, "bearing", None) or "supports", credibility)
    elif last in ("sources", "by", "reported_by") and target.KIND in _VOUCHING:
        yield _Ground(target.id, reference.field, _bearing_above(reference, field), credibility)


def _bearing_above(reference: Reference, field: str) -> Bearing:
    """The bearing of the evidence a source vouches for: the source speaks for no more than the evidence does."""
    if field != "evidence":
        return "supports"
    evidence: Ref = reference.holder.evidence[reference.path[1]]
    return evidence.bearing or "supports"


def _ids_over(nodes: list[tuple[_Ground, int, bool]], n: int) -> set[str]:
    """The entries above a place in the tree: what rests on them there rests on itself, which is no support."""
    found = set()
    while n >= 0:
        ground, n, _ = nodes[n]
        found.add(ground.id)
    return found


def _tree(links: Links, id: str) -> Support:
    """Built level by level. Each entry's grounds stand once, nearest to the top: no tree outgrows the briefing."""
    grounds = links.once(_grounds)
    most = _ALL // max(1, len(links.briefing.outlook.judgements))
    entries = links.briefing.entries
    nodes: list[tuple[_Ground, int, bool]] = []
    expanded: set[str] = set()
    waiting = deque([(_Ground(id, ""), -1, 0)])
    while waiting:
        ground, above, depth = waiting.popleft()
        inner = grounds.get(ground.id, ())
        closed = ground.id in expanded or depth == DEEPEST
        if inner and above >= 0:
            if len(nodes) + len(waiting) + len(inner) >= most:
                # Not even looked at, where the same is much and beneath many.
                closed = True
            else:
                over = _ids_over(nodes, above)
                inner = tuple([each for each in inner if each.id not in over])
        nodes.append((ground, above, closed and bool(inner)))
        if not closed:
            expanded.add(ground.id)
            waiting.extend((each, len(nodes) - 1, depth + 1) for each in inner)
    children: list[list[Support]] = [[] for _ in nodes]
    for n in range(len(nodes) - 1, -1, -1):
        ground, above, elsewhere = nodes[n]
        entry = entries.get(ground.id)
        reliability = entry.reliability if isinstance(entry, Source) else None
        credibility = ground.credibility
        if credibility is None:
            # Credibility belongs to the item that cites a source, reliability to the source.
            item = entries.get(nodes[above][0].id) if isinstance(entry, Source) and above >= 0 else entry
            credibility = item.credibility if item is not None else None
        below = tuple(reversed(children[n]))
        made = Support(ground.id, ground.bearing, ground.through, reliability, credibility, below, elsewhere)
        if above < 0:
            return made
        children[above].append(made)
    raise AssertionError("a tree has a top")
