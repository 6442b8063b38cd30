"""A briefing as an editor reads it: its text, its links, the day, the briefing it supersedes, and places in the source.

Judges nothing. Rules share what is looked up here, so that forty of them read a briefing once.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Any

from briefing_tui.checks.captions import captions_of
from briefing_tui.links.index import Links, Passage
from briefing_tui.links.places import Places
from briefing_tui.links.prose import address_stretches, inside, links_in, merged, verbatim_stretches
from briefing_tui.model.briefing import Briefing
from briefing_tui.source.diagnostic import Extent, Severity
from briefing_tui.source.load import Loaded, load
from briefing_tui.source.tree import Path as TreePath
from briefing_tui.thrift import expression

# Marks of quotation beyond those that prose knows for certain: an apostrophe may look the same.
_ALSO_QUOTED = expression(
    r"‘(?:[^‘’]|’(?=\w)){1,600}’(?!\w)|”[^“”]{1,600}”|‹[^‹›]{1,600}›|「[^「」]{1,600}」|『[^『』]{1,600}』|"
    r"(?<!\w)'(?=\S)(?:(?!\n[ \t]*\n)[^']|'(?=\w)){1,300}(?<=\S)'(?!\w)"
)


class Draft:
    """One loaded briefing under judgement. `today` decides what is stale; None leaves that question out."""

    def __init__(self, loaded: Loaded, today: date | None = None) -> None:
        if loaded.briefing is None:
            raise ValueError("there is no briefing to judge")
        self.loaded = loaded
        self.briefing: Briefing = loaded.briefing
        self.today = today

    @cached_property
    def links(self) -> Links:
        """Its references, both ways."""
        return Links(self.briefing)

    @cached_property
    def places(self) -> Places:
        """Where references, links and words are written."""
        return Places(self.loaded)

    @cached_property
    def earlier(self) -> Loaded | None:
        """The briefing it supersedes, where that stands beside it and can be read."""
        name = self.briefing.supersedes
        if not name or self.loaded.path is None:
            return None
        for suffix in (".yaml", ".yml"):
            path = self.loaded.path.with_name(name + suffix)
            if path.is_file():
                found = load(path)
                return found if found.briefing is not None else None
        return None

    @cached_property
    def whole(self) -> bool:
        """Whether all that is written could be read: what was left out may refer to what nothing seems to refer to."""
        errors = any(found.severity is Severity.ERROR for found in self.loaded.diagnostics)
        return not errors and not self.briefing.omitted

    # places --------------------------------------------------------------------

    def at(self, holder: Any, *path: str | int, key: bool = False) -> Extent:
        """Where the value (or the key) at a path from an entry, a reference or the briefing is written.

        Where there is none, the nearest thing around it that is written; of an entry as a whole, its key.
        """
        if not path and not key:
            return self.name_of(holder)
        return self.places.value_extent(holder, path, key=key)

    def name_of(self, entry: Any) -> Extent:
        """The key an entry is written under, or the whole of what has none."""
        tree_path: TreePath = self.loaded.path_of(entry)
        keyed = bool(tree_path) and isinstance(tree_path[-1], str)
        return self.loaded.tree.extent(tree_path, key=keyed)

    def header(self, key: str, *, value: bool = False) -> Extent:
        """Where a key of the header (or its value) is written; the beginning of the text where it is not."""
        root = self.loaded.tree.root
        if isinstance(root, dict) and key in root:
            return self.loaded.tree.extent((key,), key=not value)
        return Extent(0, 0)

    # prose --------------------------------------------------------------------

    def passages(self, *fields: str, notes: bool = False) -> Iterator[Passage]:
        """The prose of the briefing, or of some fields only. Speaker's notes are left out unless asked for."""
        for passage in self.links.passages:
            if (notes or not passage.in_notes) and (not fields or passage.field.split(".")[0] in fields):
                yield passage

    @cached_property
    def captions(self) -> tuple[Passage, ...]:
        """The texts of one line, such as titles and notes on references, which no link can stand in."""
        return tuple(captions_of(self.briefing))

    def matches(self, passage: Passage, pattern: "re.Pattern[str]") -> Iterator["re.Match[str]"]:
        """What a pattern finds in the author's own voice: not in quotations, code, addresses, ids or citations."""
        taken = None
        for found in pattern.finditer(passage.text):
            if taken is None:
                taken = own_voice_not(passage.text)
            if not inside(taken, found.start()):
                yield found

    def words(self, passage: Passage, start: int, end: int) -> Extent:
        """Where a stretch of a passage is written."""
        return self.places.words_extent(passage, start, end)


def own_voice_not(prose: str) -> list[tuple[int, int]]:
    """The stretches of a prose that are not its author's words: quotations, code, addresses, ids, citations."""
    taken = [*verbatim_stretches(prose), *address_stretches(prose)]
    if "[" in prose:
        for link in links_in(prose):
            words = prose.find("|", link.start, link.end) + 1 if link.words else 0
            taken.append((link.start, words or link.end))
    if not prose.isascii() or "'" in prose:
        taken += [match.span() for match in _ALSO_QUOTED.finditer(prose)]
    return merged(taken)
