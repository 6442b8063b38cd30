"""Where a reference, a link or some words of a passage stand in the source text, exact to the character.

Prose reaches the model folded, unquoted and cleaned: offsets into it are not offsets into the source. But the n-th link
opening of a passage is the n-th of the slice it was written in. Where even that fails, the whole value is the place.
"""

import re
from bisect import bisect_left
from typing import Any

from briefing_tui.links.index import Passage, Path, Reference
from briefing_tui.model.text import one_line
from briefing_tui.source.diagnostic import Extent
from briefing_tui.source.load import Loaded

#: What begins a link, a citation or something meant as one.
OPENING = re.compile(r"\[(?:(?=\[)(?!\[\[)|(?=\^))")

_APOSTROPHES = re.compile("'+")
_ID = re.compile(r"\[(?:\[\s*([^\[\]|]*?)\s*[\]|]|\^([^\[\]:]*)[\]:])")


class Places:
    """The places of one loaded text. Keeps what it has looked up: make one for many questions."""

    def __init__(self, loaded: Loaded) -> None:
        self.loaded = loaded
        self._slices: dict[int, tuple[Passage, Extent]] = {}
        self._openings: dict[int, tuple[list[int], list[int]]] = {}

    def id_extent(self, reference: Reference) -> Extent:
        """Where the id of a reference is written, without brackets, quotes and white space."""
        if reference.inline is None or reference.passage is None:
            extent = self.value_extent(reference.holder, reference.path, key=reference.in_key)
            match = _written(reference.target).search(self.loaded.text, extent.start, extent.end)
            return Extent(*match.span()) if match else extent
        whole = self.slice(reference.passage)
        opening = self.opening(reference.passage, reference.inline.start)
        match = _ID.match(self.loaded.text, opening, whole.end) if opening is not None else None
        return Extent(*match.span(match.lastindex or 0)) if match else whole

    def link_extent(self, reference: Reference) -> Extent:
        """Where a link in prose is written, brackets and all; the id of any other reference."""
        if reference.inline is None or reference.passage is None:
            return self.id_extent(reference)
        whole = self.slice(reference.passage)
        start = self.opening(reference.passage, reference.inline.start)
        if start is None:
            return whole
        closing = "]" if reference.inline.cites else "]]"
        end = self.loaded.text.find(closing, start + 2, whole.end)
        return whole if end < 0 else Extent(start, end + len(closing))

    def opening(self, passage: Passage, offset: int) -> int | None:
        """The source offset of the link opening at an offset of a passage; None where it cannot be told."""
        known = self._openings.get(id(passage))
        if known is None:
            extent = self.slice(passage)
            text = self.loaded.text
            start = extent.start
            if text.startswith(("|", ">"), start):
                # The head of a block may bear a comment.
                start = text.find("\n", start, extent.end) + 1 or extent.end
            written = [match.start() for match in OPENING.finditer(text, start, extent.end)]
            known = self._openings[id(passage)] = ([match.start() for match in OPENING.finditer(passage.text)], written)
        read, written = known
        n = bisect_left(read, offset)
        return written[n] if n < len(read) and read[n] == offset and n < len(written) else None

    def words_extent(self, passage: Passage, start: int, end: int) -> Extent:
        """Where a stretch of a passage is written, by its words; the whole passage where they are not found."""
        words = _written(passage.text[start:end])
        nth = sum(1 for match in words.finditer(passage.text, 0, end) if match.start() < start)
        whole = self.slice(passage)
        for n, match in enumerate(words.finditer(self.loaded.text, whole.start, whole.end)):
            if n == nth:
                return Extent(*match.span())
        return whole

    def slice(self, passage: Passage) -> Extent:
        """Where a passage is written, with the quotes or the head of the block it stands in."""
        known = self._slices.get(id(passage))
        if known is None:
            # The passage is kept with its place: an identity is good only as long as what bears it.
            known = self._slices[id(passage)] = (passage, self.value_extent(passage.holder, passage.path))
        return known[1]

    def value_extent(self, holder: Any, path: Path, *, key: bool = False) -> Extent:
        """Where the value (or the key) at a path from an entry, a reference or the briefing is written."""
        tree = self.loaded.tree
        base = self.loaded.path_of(holder)
        here = tree.value(base)
        steps: list[str | int] = list(base)
        for step in path:
            if isinstance(here, dict) and isinstance(step, str) and step not in here:
                # Keys that are lines of text reach the model on one line.
                step = next((name for name in here if one_line(name) == step), step)
            if isinstance(here, dict | list):
                here = _inside(here, step)
                steps.append(step)
        return tree.extent(tuple(steps), key=key)


def extent_of(loaded: Loaded, reference: Reference) -> Extent:
    """Where the id of one reference is written. For many, make Places once."""
    return Places(loaded).id_extent(reference)


def _inside(here: dict[str, Any] | list[Any], step: str | int) -> Any:
    if isinstance(here, dict):
        return here if step == 0 else here.get(str(step))
    return here[step] if isinstance(step, int) and step < len(here) else None


def _written(words: str) -> re.Pattern[str]:
    """What some words may look like in the source: folded over lines, quotes doubled or escaped."""
    pieces = [_APOSTROPHES.sub(_maybe_doubled, re.escape(piece)).replace('"', r'\\?"') for piece in words.split()]
    return re.compile(r"\s+".join(pieces))


def _maybe_doubled(run: re.Match[str]) -> str:
    """All of a run or none are doubled: to try it for each would take for ever where there are forty."""
    return f"(?:'{{{len(run[0])}}}){{1,2}}"
