"""Which sources stand behind an entry at any remove, of one or of all of them, without going the same way twice."""

from collections.abc import Collection, Iterator, Mapping, Sequence


class Backing:
    """`resting` says for each entry what supports it, `sources` which of all are sources.

    What stands behind an entry is a number with a bit for each source: there may be as many as entries, and as many
    entries that have nearly all of them.
    """

    def __init__(self, resting: Mapping[str, Sequence[str]], sources: Collection[str]) -> None:
        self._resting = resting
        self._sources = sources
        self._bits: dict[str, int] = {}
        self._behind: dict[str, int] = {}

    def count(self, id: str) -> int:
        """How many sources stand behind an entry, itself not counted."""
        return self._others(id).bit_count()

    def sources(self, id: str) -> Iterator[str]:
        """The sources that stand behind an entry, itself not among them."""
        others = self._others(id)
        if others:
            yield from (source for source, bit in zip(self._bits, reversed(f"{others:b}"), strict=False) if bit == "1")

    def _others(self, id: str) -> int:
        if id not in self._behind:
            self._find(id)
        behind = self._behind[id]
        return behind & ~(1 << self._bits[id]) if id in self._bits else behind

    def _find(self, start: str) -> None:
        """Tarjan's way: what rests on itself in a circle has the same sources all around it, and is known at once."""
        numbers, lowest = {start: 0}, {start: 0}
        unknown, way = [start], [(start, iter(self._resting.get(start, ())))]
        while way:
            id, grounds = way[-1]
            for ground in grounds:
                if ground in self._behind:
                    continue
                if ground not in numbers:
                    numbers[ground] = lowest[ground] = len(numbers)
                    unknown.append(ground)
                    way.append((ground, iter(self._resting.get(ground, ()))))
                    break
                lowest[id] = min(lowest[id], numbers[ground])
            else:
                way.pop()
                if way:
                    above = way[-1][0]
                    lowest[above] = min(lowest[above], lowest[id])
                if lowest[id] == numbers[id]:
                    circle = [unknown.pop()]
                    while circle[-1] != id:
                        circle.append(unknown.pop())
                    self._behind.update(dict.fromkeys(circle, self._behind_all(circle)))

    def _behind_all(self, circle: Sequence[str]) -> int:
        """What stands behind entries that rest on one another, where all else they rest on is known."""
        behind = 0
        for id in circle:
            if id in self._sources:
                behind |= 1 << self._bits.setdefault(id, len(self._bits))
            for ground in self._resting.get(id, ()):
                found = self._behind.get(ground, 0)
                both = behind | found
                # Where nothing is added, the same number: as many may be as large.
                behind = found if both == found else both
        return behind
