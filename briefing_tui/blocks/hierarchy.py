"""Actors as a tree by part-of: each stands once, under the first whole it names. Linear in their number.

Membership is no part in this sense: whoever is a member of something stands for itself, and may be one of many things.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from briefing_tui.model.actor import Actor
from briefing_tui.model.reference import Ref

#: Levels that are told apart by where a line begins. What is deeper says in words what it is part of.
DEEPEST = 8


class Branch(NamedTuple):
    """Where an actor stands: the lines before its name, what it stands under, and what else it is part of.

    `under` is None at the top, and where the lines do not show it; `wholes` are those the lines do not show.
    """

    stem: str
    under: Ref | None
    wholes: tuple[Ref, ...]


def branches_of(actors: Sequence[Actor]) -> Mapping[str, Branch]:
    """Every actor in the order of the tree; siblings keep the order of the document. Empty where none has a part."""
    wholes = _wholes(actors)
    if not wholes:
        return {}
    above = _without_circles({id: next(iter(refs)) for id, refs in wholes.items()}, actors)
    below: dict[str, list[str]] = {}
    for actor in actors:
        if actor.id in above:
            below.setdefault(above[actor.id], []).append(actor.id)
    found: dict[str, Branch] = {}
    waiting = [(actor.id, 0, "", "") for actor in reversed(actors) if actor.id not in above]
    while waiting:
        id, depth, stem, lines = waiting.pop()
        refs = wholes.get(id, {})
        shown = above.get(id, "") if depth <= DEEPEST else ""
        rest = tuple([ref for whole, ref in refs.items() if whole != shown])
        found[id] = Branch(stem, refs.get(shown), rest)
        parts = below.get(id, ())
        for n in range(len(parts) - 1, -1, -1):
            last = n == len(parts) - 1
            if depth >= DEEPEST:
                waiting.append((parts[n], depth + 1, lines[: 2 * DEEPEST] + "· ", lines))
            else:
                waiting.append(
                    (parts[n], depth + 1, lines + ("└ " if last else "├ "), lines + ("  " if last else "│ "))
                )
    return found


def _wholes(actors: Sequence[Actor]) -> dict[str, dict[str, Ref]]:
    """What each actor is part of, each once: actors of the briefing other than itself."""
    ids = {actor.id for actor in actors}
    found: dict[str, dict[str, Ref]] = {}
    for actor in actors:
        for ref in (actor.relations or {}).get("part-of", ()):
            if ref.ref in ids and ref.ref != actor.id:
                found.setdefault(actor.id, {}).setdefault(ref.ref, ref)
    return found


def _without_circles(above: dict[str, str], actors: Sequence[Actor]) -> dict[str, str]:
    """The same, and where some are part of one another all round, the first of them stands at the top."""
    order = {actor.id: n for n, actor in enumerate(actors)}
    done: set[str] = set()
    for actor in actors:
        path: dict[str, None] = {}
        id = actor.id
        while id in above and id not in done and id not in path:
            path[id] = None
            id = above[id]
        if id in path:
            circle = list(path)[list(path).index(id) :]
            del above[min(circle, key=order.__getitem__)]
        done.update(path)
    return above
