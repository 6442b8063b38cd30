"""What is YAML and no plain data: aliases, anchors, tags, merge keys, keys that are none.

Says so, and keeps what they spoil out of the way.
"""

import re
from itertools import islice
from typing import Any

from briefing_tui.source.codes import finding
from briefing_tui.source.diagnostic import Diagnostic, Edit, Extent, Related, shown
from briefing_tui.source.tree import HIDDEN, REFUSED, Tree
from briefing_tui.source.written import in_quotes

#: The problems of one file that are worth listing; past that the file is not a briefing.
MAX_PROBLEMS = 1000
#: Links and citations in prose that are followed: ten times as many as a briefing of 5 MB holds.
MAX_LINKS = 100_000
_LINK = re.compile(r"\[\[|\[\^")

NO_KEY = ("There is no key before this colon", "Write a word before the colon")

_MARKS = re.compile(r"(?:[&!][^\s,\[\]{}]*\s*(?:#[^\r\n]*\s+)*)*")
_MERGE = f"{HIDDEN}merge"
_AGAIN = f"{HIDDEN}again"


class EnoughError(Exception):
    """Nothing more of this text is worth reading."""


class Refusals:
    """Collects what is refused while a tree is read.

    `settle` once it is read: keys that are none then hide what is REFUSED.
    """

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self._hidden: list[tuple[dict[str, Any], str]] = []
        self._again: list[tuple[dict[str, Any], str, Extent]] = []

    def note(self, found: Diagnostic) -> None:
        """Lists a finding. Raises EnoughError with the last one worth listing."""
        self.tree.problems.append(found)
        self._count()

    def marks(self, event: Any, begin: int, end: int) -> int:
        """Refuses the anchor and the tag before a value; returns where the value itself begins."""
        text = self.tree.text
        after = min(_MARKS.match(text, begin).end(), end)  # type: ignore[union-attr]
        # Before plain text the sign may be the author's own.
        edits = self._quoting(Extent(begin, end)) if getattr(event, "value", "") and not event.style else ()
        for code, sign, what in (("Y205", "&", "anchor"), ("Y206", "!", "tag")):
            if getattr(event, what) is not None:
                at = max(begin, text.find(sign, begin, after))
                words = text[at:after].split(None, 1)
                extent = Extent(at, at + len(words[0]) if words else after)
                message = f"{shown(text[at : extent.end])} is a YAML {what}, which is not allowed"
                help = f"Remove it; a value that begins with {sign} needs quotes around it"
                self.note(finding(code, extent, message, help, edits=edits))
        return after

    def alias(self, extent: Extent, key: Any) -> None:
        """Refuses an alias as the value of a key; that of a merge key was refused with it."""
        if not (isinstance(key, str) and key.startswith(_MERGE)):
            message = f"{shown(self.tree.text[extent.start : extent.end])} is a YAML alias, which is not allowed"
            help = "Write the value out; a value that begins with * needs quotes around it"
            self.note(finding("Y204", extent, message, help, edits=self._quoting(extent)))

    def _quoting(self, extent: Extent) -> tuple[Edit, ...]:
        return (
            Edit(extent, in_quotes(self.tree.text[extent.start : extent.end]), "Put the value in quotes", safe=False),
        )

    def key(self, here: dict[str, Any], key: Any, extent: Extent, style: str | None) -> str:
        """The key, if it can be one here; a hidden one where it cannot."""
        if key is None:
            at = min(extent.start, len(self.tree.text) - 1)
            self.note(finding("Y211", Extent(at, at + 1), *NO_KEY))
        elif key == "<<" and not style:
            self.note(finding("Y207", extent, "<< is a YAML merge key, which is not allowed", "Write the keys out"))
            return self._hide(here, f"{_MERGE}-{extent.start}")
        elif key is not REFUSED:
            if key not in here:
                return str(key)
            self._again.append((here, key, extent))
            self._count()
            return f"{_AGAIN}-{extent.start}"
        return self._hide(here, f"{HIDDEN}key-{extent.start}")

    def odd_key(self, here: dict[str, Any], start: int) -> str:
        """A hidden key for one that is a list or a mapping."""
        what = "A key cannot be a list or a mapping"
        help = "Write a word before the colon; a link in a value needs quotes, or a block after `>-`"
        self.note(finding("Y211", Extent(start, start + 1), what, help))
        return self._hide(here, f"{HIDDEN}key-{start}")

    def alias_key(self, here: dict[str, Any], extent: Extent) -> str:
        """A hidden key for one that is an alias."""
        return self._hide(here, f"{HIDDEN}key-{extent.start}")

    def settle(self) -> None:
        """Finds the first of each key that stands again, and refuses what stands under keys that are none."""
        for here, key, extent in self._again:
            first = self.tree.key_in(here, key)
            self.tree.problems.append(
                finding(
                    "Y208",
                    extent,
                    f"“{shown(key)}” stands here a second time; the first one is read",
                    "Remove one of them, or give it another name",
                    related=(Related(first, f"the first “{shown(key)}”"),),
                )
            )
        for here, key in self._hidden:
            here[key] = REFUSED

    def _hide(self, here: dict[str, Any], key: str) -> str:
        self._hidden.append((here, key))
        return key

    def _count(self) -> None:
        if len(self.tree.problems) + len(self._again) >= MAX_PROBLEMS:
            raise EnoughError


def too_deep(start: int, most: int) -> Diagnostic:
    """Lists and mappings in each other past what is read."""
    return finding(
        "Y203",
        Extent(start, start + 1),
        f"This is nested more than {most} deep",
        "Give the inner things ids of their own and refer to them",
    )


def too_many(start: int) -> Diagnostic:
    """More values than are read."""
    return finding(
        "F104",
        Extent(start, start + 1),
        "This file holds more values than any briefing",
        "Split the briefing into several and link them with [[other#id]]",
    )


def too_many_links(text: str) -> Diagnostic | None:
    """More links in a text than are followed; None where there are not."""
    if text.count("[[") + text.count("[^") <= MAX_LINKS:
        return None
    # Counted one by one: `[[^` is one of them.
    opening = next(islice(_LINK.finditer(text), MAX_LINKS, None), None)
    if opening is None:
        return None
    return finding(
        "F104",
        Extent(*opening.span()),
        f"This file holds more links than any briefing: over {MAX_LINKS:,}",
        "Split the briefing into several and link them with [[other#id]]",
    )


def second_document(extent: Extent) -> Diagnostic:
    """A second document in one file."""
    return finding(
        "Y209",
        extent,
        "A second YAML document begins here",
        "One file is one briefing: remove the line, or move what follows to a file of its own",
    )
