"""The entry that is being edited, cut out of the text: it can be read by itself at once, however long the rest is."""

from typing import NamedTuple

from briefing_tui.lsp.offers import ENTRIES
from briefing_tui.lsp.place import Owner, owners_above
from briefing_tui.lsp.text import Text
from briefing_tui.source.diagnostic import Diagnostic, Edit, Extent, Related
from briefing_tui.source.load import load_text
from briefing_tui.source.tree import Path
from briefing_tui.source.written import line_at

#: What is longer is left to the reading of the whole, in lines and characters.
_LINES, _CHARACTERS = 400, 20_000

#: What the whole text says and no part of it: that an id stands twice.
WHOLE = ("M308",)


class Excerpt(NamedTuple):
    """A stretch of the text that holds one entry or one key, and the path to it."""

    path: Path
    extent: Extent
    #: The keys that hold it, as the lines before it.
    head: str


def excerpt_at(text: Text, offset: int) -> Excerpt | None:
    """The entry, or the key of the header or of a part, in which an offset stands; None where it is too long."""
    number = text.line_of(offset)
    chain = _chain(text, number)
    if chain is None:
        return None
    path: Path = tuple(owner.step for owner in chain)
    depth = next((n for n in (1, 2) if path[:n] in ENTRIES and len(path) > n and isinstance(path[n], str)), -1)
    if depth < 0:
        depth = 1 if path[:1] in (("situation",), ("outlook",)) and len(path) > 1 else 0
    owner = chain[depth]
    end = _end(text, owner)
    start = text.starts[owner.line]
    in_line = depth > 0 and chain[depth - 1].line == owner.line
    if end is None or end - start > _CHARACTERS or in_line or any(isinstance(one.step, int) for one in chain[:depth]):
        return None
    head = "".join(f"{' ' * one.column}{one.step}:\n" for one in chain[:depth])
    return Excerpt(path[: depth + 1], Extent(start, end), head)


def findings_in(text: Text, excerpt: Excerpt) -> list[Diagnostic]:
    """What the loader finds in an excerpt, at its places in the whole text."""
    head = len(excerpt.head)
    content = text.content[excerpt.extent.start : excerpt.extent.end]
    loaded = load_text(excerpt.head + content, "excerpt")
    # What the excerpt alone lacks stands elsewhere.
    least = head or content.find("\n") + 1
    found = [one for one in loaded.diagnostics if one.extent.start >= (least if one.code == "M301" else head)]
    by = excerpt.extent.start - head
    return [moved(one, by) for one in found if one.code not in WHOLE]


def moved(found: Diagnostic, by: int) -> Diagnostic:
    """A finding with all its places so many characters later."""
    return found._replace(
        extent=_later(found.extent, by),
        related=tuple([Related(_later(one.extent, by), one.message) for one in found.related]),
        edits=tuple([edit._replace(extent=_later(edit.extent, by)) for edit in found.edits]),
    )


def after_edit(found: Diagnostic, start: int, end: int, by: int) -> Diagnostic | None:
    """A finding after a stretch was replaced and the text became `by` longer; None where the edit touched its place."""
    extent = _after(found.extent, start, end, by)
    if extent is None:
        return None
    if not found.related and not found.edits:
        return found._replace(extent=extent)
    related = [Related(place, one.message) for one in found.related if (place := _after(one.extent, start, end, by))]
    edits: list[Edit] = [
        edit._replace(extent=place) for edit in found.edits if (place := _after(edit.extent, start, end, by))
    ]
    return found._replace(extent=extent, related=tuple(related), edits=tuple(edits))


def _after(extent: Extent, start: int, end: int, by: int) -> Extent | None:
    if extent.end < start:
        return extent
    return _later(extent, by) if extent.start > end else None


def _later(extent: Extent, by: int) -> Extent:
    return Extent(extent.start + by, extent.end + by)


def _chain(text: Text, number: int) -> list[Owner] | None:
    """The keys and dashes that hold a line, its own key last; None for a line that belongs to nothing."""
    extent = text.line_extent(number)
    line = line_at(text.content, extent.start)
    first = line.owners[0] if line.owners else line.value
    chain = owners_above(text, number, min(first, extent.end) - extent.start, dash=bool(line.dashes))
    if line.key is not None and not line.dashes:
        name = text.content[line.key : min(line.value, extent.end)].rstrip()[:-1].strip().strip("\"'")
        chain.append(Owner(number, line.key - extent.start, name, min(line.value, extent.end), extent.end))
    return chain or None


def _end(text: Text, owner: Owner) -> int | None:
    """Where what a key holds ends; None where it is too long."""
    content, starts = text.content, text.starts
    deeper = " " * (owner.column + 1)
    for number in range(owner.line + 1, min(owner.line + _LINES, len(starts))):
        start = starts[number]
        if content.startswith(deeper, start) or content[start : start + 1] in ("\n", "\r", "#"):
            continue
        if not content.startswith(" " * owner.column + "-", start):
            return start
    return len(content) if owner.line + _LINES >= len(starts) else None
