"""What can be named in a briefing, and which of it an author may mean by a few letters: by name and by nearness."""

import re
from bisect import bisect_left
from copy import copy
from functools import cached_property
from typing import NamedTuple

from briefing_tui.links.index import Links
from briefing_tui.model.briefing import Briefing
from briefing_tui.model.entry import Entry

_WORD = re.compile(r"[^\W_]+")

#: Beyond how many entries away nearness tells nothing more.
_FAR = 10_000


class Candidate(NamedTuple):
    """Something that can be named: its id, its kind, the name it shows, and all words it may be found by."""

    id: str
    kind: str
    name: str
    words: str


class Known:
    """The entries of a briefing that have an id, in the order of the document."""

    def __init__(self, briefing: Briefing | None, links: Links | None) -> None:
        self.briefing = briefing
        self._links = links

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """All that can be named; also what was left out because it is not sound."""
        if self.briefing is None or self._links is None:
            return ()
        found = [
            Candidate(id, entry.KIND, self._links.label(id), _words(entry, self._links.label(id)))
            for id, entry in self.briefing.entries.items()
            if entry.keyed
        ]
        left_out = [
            Candidate(id, kind, id, f" {id}")
            for id, kind in self.briefing.omitted.items()
            if "." not in id and id not in self.briefing.entries
        ]
        return (*found, *left_out)

    def also(self, more: list[Candidate]) -> "Known":
        """The same with some more, as far as they are new."""
        fresh = [candidate for candidate in more if candidate.id not in self.ids]
        if not fresh:
            return self
        found = copy(self)
        found.__dict__["candidates"] = (*self.candidates, *fresh)
        found.__dict__.pop("ids", None)
        return found

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids there are."""
        return frozenset(candidate.id for candidate in self.candidates)

    def missing(self, kind: str) -> list[str]:
        """Ids that are named in prose or where an entry of a kind is wanted, and that none bears; often named first."""
        if self._links is None:
            return []
        counts: dict[str, int] = {}
        for reference in self._links.references:
            fits = kind in reference.kinds if reference.kinds else reference.inline is not None
            if fits and reference.target not in self.ids and "#" not in reference.target:
                counts[reference.target] = counts.get(reference.target, 0) + 1
        return sorted(counts, key=lambda id: (-counts[id], id))

    def distance(self, id: str, here: str) -> int:
        """How many entries lie between one and the nearest other that bears or names an id.

        Where one is in no entry, what more entries name is nearer.
        """
        named = self._named.get(id, ())
        at = self._order.get(here)
        if at is None:
            return _FAR - len(named)
        n = bisect_left(named, at)
        return min((abs(at - other) for other in named[max(0, n - 1) : n + 1]), default=_FAR)

    @cached_property
    def _order(self) -> dict[str, int]:
        return {id: n for n, id in enumerate(self.briefing.entries)} if self.briefing is not None else {}

    @cached_property
    def _named(self) -> dict[str, tuple[int, ...]]:
        """For each id, the places in the order of entries that bear or name it."""
        found: dict[str, set[int]] = {id: {at} for id, at in self._order.items()}
        for reference in self._links.references if self._links is not None else ():
            at = self._order.get(reference.source)
            if at is not None:
                found.setdefault(reference.target, set()).add(at)
        return {id: tuple(sorted(places)) for id, places in found.items()}


def fit(candidate: Candidate, typed: str) -> int | None:
    """How well a candidate fits some small letters that were typed, 0 best; None where it does not."""
    if candidate.id.startswith(typed):
        return 0
    if f"-{typed}" in candidate.id:
        return 1
    words = typed.split()
    for word in words:
        if f" {word}" not in candidate.words:
            break
    else:
        return 2
    for word in words:
        if word not in candidate.words:
            return None
    return 3


def _words(entry: Entry, label: str) -> str:
    """The words an entry is found by, each after a space."""
    names = [entry.id, label, entry.short or "", getattr(entry, "name", ""), getattr(entry, "title", "")]
    names += getattr(entry, "aliases", ())
    return " " + " ".join(dict.fromkeys(_WORD.findall(" ".join(map(str, names)).casefold())))
