"""Plain data and where each key and value of it stands in the text. Knows nothing of YAML's grammar or of briefings."""

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from briefing_tui.source.diagnostic import Diagnostic, Extent

Path = tuple[str | int, ...]

#: Keys that no author can write begin with this: what is kept under them is out of the way, and known to be there.
HIDDEN = "\0"

#: How far from its end the end of what is written is looked for at a time, in characters.
_STEP = 1_000


class Refused:
    """Stands where a value was refused, so that what holds it is left out without a second finding."""

    def __repr__(self) -> str:
        return "REFUSED"


REFUSED = Refused()


@dataclass(slots=True)
class Tree:
    """Plain data (dict, list, str, None for nothing written, REFUSED) and the places of its keys and values."""

    text: str
    root: Any = None
    #: Where the root begins.
    start: int = 0
    problems: list[Diagnostic] = field(default_factory=list)
    #: Whether the text does not parse, and this is only what could be saved of it.
    broken: bool = False
    #: ids of containers from which lines were struck out, so that what they lack may have stood there.
    incomplete: set[int] = field(default_factory=set)
    #: The marks of all containers in the order in which they begin, where they came from another process.
    places: bytes = b""
    _marks: dict[int, "array[int]"] = field(default_factory=dict)
    _ordinals: dict[int, dict[str, int]] = field(default_factory=dict)
    _keys: dict[int, list[str]] = field(default_factory=dict)

    @property
    def marks(self) -> dict[int, "array[int]"]:
        """By the id of a container: key start, key end, value start and end of each item in order.

        An item without a key has an empty one.
        """
        if self.places:
            self._place()
        return self._marks

    def _place(self) -> None:
        """Takes up the marks of another process, which nobody asks for until something is looked for in the text."""
        places, at, left = memoryview(self.places).cast("l"), 0, [self.root]
        self.places = b""
        while left:
            here = left.pop()
            after = at + len(here) * 4
            self._marks[id(here)] = array("l", places[at:after])
            at = after
            items = here.values() if isinstance(here, dict) else here
            left += [item for item in reversed(items) if isinstance(item, dict | list)]

    def value(self, path: Path) -> Any:
        """The value at a path, or None. An index 0 into a single value is that value: one value stands for a list."""
        here = self.root
        for step in path:
            item = self._ordinal(here, step)
            if item is not None:
                here = here[step]
            elif step != 0 or isinstance(here, list):
                return None
        return here

    def extent(self, path: Path, *, key: bool = False) -> Extent:
        """Where the value at a path (or its key) stands; for what is not there, the key of what would hold it."""
        here, four = self.root, self._root_place()
        for step in path:
            item = self._ordinal(here, step)
            if item is not None:
                four = self.marks[id(here)][item * 4 : item * 4 + 4]
                here = here[step]
            elif step != 0 or isinstance(here, list):
                return self._name_of(here, four)
        if here is None or key:
            return self._name_of(here, four)
        return Extent(four[2], self._end(here, four[2], four[3]))

    def path_at(self, offset: int) -> Path:
        """The path of the last key or value that begins at or before an offset: what stands there, or right above."""
        here = self.root
        path: Path = ()
        while isinstance(here, dict | list):
            marks = self.marks[id(here)]
            item = bisect_right(range(len(here)), offset, key=lambda n: marks[n * 4]) - 1
            if item < 0:
                break
            step = self._steps(here)[item]
            path, here = (*path, step), _child(here, step)
            if offset < marks[item * 4 + 2]:
                break
        return path

    def outermost_flow(self, path: Path) -> int | None:
        """Where the outermost {...} or [...] begins that holds what is at a path; None in block style."""
        for depth in range(len(path)):
            start = self.extent(path[:depth]).start
            if self.text[start : start + 1] in ("{", "["):
                return start
        return None

    def key_in(self, holder: dict[str, Any], key: str) -> Extent:
        """Where a key of a mapping stands."""
        item = self._ordinal(holder, key)
        return Extent(*self.marks[id(holder)][item * 4 : item * 4 + 2]) if item is not None else Extent(0, 0)

    def _ordinal(self, here: Any, step: str | int) -> int | None:
        """Which item of a container a step leads to."""
        if isinstance(here, list):
            return step if isinstance(step, int) and step < len(here) else None
        if not isinstance(here, dict) or not isinstance(step, str) or step not in here:
            return None
        known = self._ordinals.get(id(here))
        if known is None:
            known = self._ordinals[id(here)] = {name: n for n, name in enumerate(here)}
        return known[step]

    def _steps(self, here: dict[str, Any] | list[Any]) -> Sequence[str | int]:
        """The steps to a container's items, in order."""
        if isinstance(here, list):
            return range(len(here))
        known = self._keys.get(id(here))
        if known is None:
            known = self._keys[id(here)] = list(here)
        return known

    def _root_place(self) -> Sequence[int]:
        end = self._end(self.root, self.start, len(self.text))
        marks = self.marks.get(id(self.root))
        return (marks[0], marks[1], self.start, end) if marks else (self.start, self.start, self.start, end)

    def _name_of(self, here: Any, four: Sequence[int]) -> Extent:
        """The key of an item; where it has none, its first line."""
        if four[1] > four[0]:
            return Extent(four[0], four[1])
        start, end = four[2], self._end(here, four[2], four[3])
        line_end = self.text.find("\n", start, end)
        return Extent(start, end if line_end < 0 else line_end)

    def _end(self, here: Any, start: int, end: int) -> int:
        """The end of what is written: the parser counts the blank lines and comments after a block to it."""
        while isinstance(here, dict | list) and here and self.text[start : start + 1] not in ("{", "["):
            key_end, start, end = self.marks[id(here)][-3:]
            here = here[-1] if isinstance(here, list) else next(reversed(here.values()))
            if here is None:
                return max(key_end, start)
        # By stretches from the end: what is written may be megabytes, and nearly all of it is kept.
        while end > start:
            low = max(start, end - _STEP)
            if kept := len(self.text[low:end].rstrip()):
                return low + kept
            end = low
        return start


def _child(here: Any, step: str | int) -> Any:
    return here[step]
