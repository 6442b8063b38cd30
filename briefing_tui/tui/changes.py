"""What has changed in the briefing that is read, since when, and which items of a document to mark. Knows no Textual.

Marks are those of the comparison last made: a save makes one, and so does choosing another baseline in the list. They
stay until the next save that changes what is read, or until they are put away.
"""

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from briefing_tui.blocks.block import Blocks
from briefing_tui.blocks.changes import GLYPHS, change_blocks, count_words
from briefing_tui.blocks.group import group_ids, is_group
from briefing_tui.blocks.scope import Scope
from briefing_tui.library.compare import Comparison, comparison
from briefing_tui.library.lastread import LastRead, Read, changed_since
from briefing_tui.links.index import Links
from briefing_tui.model.briefing import Briefing
from briefing_tui.source.load import load
from briefing_tui.tui.rows import Stop
from briefing_tui.tui.session import Session

#: Since when: the last save that changed something, the last time this file was read, the briefing it supersedes.
Baseline = Literal["save", "read", "before"]
BASELINES: tuple[Baseline, ...] = ("save", "read", "before")

#: The mark of an item, or of its row with a label, or nothing.
Marker = Callable[[Stop, str], str]

#: A part of an entry's own document: the kind, the entry, and the field where it is one field's text.
_OWN = re.compile(r"[a-z]+:([a-z0-9.-]+)(?::([a-z-]+))?")


class Since(NamedTuple):
    """One comparison: since when in words, what it finds, what things were called then, and what to say of nothing."""

    words: str
    found: Comparison
    was: Scope | None = None
    empty: str = "Nothing has changed."


class Changes:
    """What has changed in one open briefing."""

    def __init__(self, session: Session, last_read: LastRead) -> None:
        self._session, self._last_read = session, last_read
        self._read: Read | None = None
        self._asked = False
        self._saved: tuple[Briefing, Comparison] | None = None
        self._made: dict[Baseline, Since] = {}
        self._marker: tuple[Since, Marker | None] | None = None
        self.baseline: Baseline = "save"
        #: Whether items are to be marked.
        self.marking = False

    def saved(self, was: Briefing) -> Comparison:
        """Takes in a save: `was` is the version before. What it changes becomes what is marked."""
        self._made.clear()
        found = comparison(was, self._session.briefing)
        if found.changes:
            self._saved = (was, found)
            self.baseline, self.marking = "save", True
        return found

    def open(self) -> None:
        """Chooses the baseline that has something to tell, and marks what it finds."""
        if not self.marking and self._saved is None:
            self.baseline = next((each for each in ("read", "before") if self.since(each).found.changes), "read")
        self.marking = True

    def turn(self) -> None:
        """Goes on to the next baseline."""
        self.baseline = BASELINES[(BASELINES.index(self.baseline) + 1) % len(BASELINES)]
        self.marking = True

    def since(self, baseline: Baseline) -> Since:
        """A comparison, made once for each version."""
        if baseline not in self._made:
            make = {"save": self._since_save, "read": self._since_read, "before": self._since_before}[baseline]
            self._made[baseline] = make()
        return self._made[baseline]

    def blocks(self) -> Blocks:
        """The list of what has changed since the baseline."""
        since = self.since(self.baseline)
        title = count_words(since.found) or "No changes"
        return change_blocks(self._session.scope, since.was, since.found, title, since.words, since.empty)

    def marker(self) -> Marker | None:
        """What marks items by the comparison made last; None where there is nothing to mark."""
        if not self.marking or self._session.good is None:
            return None
        since = self.since(self.baseline)
        if self._marker is None or self._marker[0] is not since:
            names = since.found.names()
            self._marker = (since, marker(self._session.scope, since.found) if names else None)
        return self._marker[1]

    def title_mark(self, about: str) -> str:
        """The mark of a document about an entry or a part."""
        marker = self.marker()
        return marker(Stop(about, about, (), ""), "") if marker is not None and about else ""

    def first(self) -> str:
        """What changed first in the order of the document: an entry, else a part; empty for nothing."""
        names = self.since("save").found.names()
        return next((name for name in names if name in self._session.briefing.entries), next(iter(names), ""))

    # the version last read ------------------------------------------------------------

    def keep(self) -> None:
        """Remembers the version that is shown as the one last read."""
        session = self._session
        if session.path is not None and session.good is not None:
            # What was read before must be known before it is written over.
            self._before()
            self._last_read.keep(session.path, session.briefing, session.good.stamp)

    def _before(self) -> Read | None:
        if not self._asked and self._session.path is not None:
            self._read, self._asked = self._last_read.of(self._session.path), True
        return self._read

    # baselines --------------------------------------------------------------------

    def _since_save(self) -> Since:
        words = "since the last save"
        if self._saved is None:
            return Since(words, Comparison(), None, "No save has changed anything since this was opened.")
        was, found = self._saved
        return Since(words, found, Scope(was, Links(was)))

    def _since_read(self) -> Since:
        words, read = "since you last read it", self._before()
        if read is None:
            return Since(words, Comparison(), None, "This file has not been read before.")
        return Since(words, changed_since(read, self._session.briefing), None, "It is as you last read it.")

    def _since_before(self) -> Since:
        briefing, path = self._session.briefing, self._session.path
        name = briefing.supersedes
        if not name or path is None:
            return Since(
                "since the briefing before", Comparison(), None, "It supersedes no briefing: `supersedes:` names one."
            )
        words = f"since {name}"
        for suffix in (".yaml", ".yml"):
            beside = path.with_name(name + suffix)
            if beside.is_file() and (earlier := load(beside).briefing) is not None:
                return Since(words, comparison(earlier, briefing), Scope(earlier, Links(earlier)))
        return Since(words, Comparison(), None, f"There is no {name}.yaml beside this file that can be read.")


def marker(scope: Scope, found: Comparison) -> Marker:
    """What marks the items of any document that stand for what changed, or hold it."""
    glyphs = {name: GLYPHS[how] for name, how in found.names().items()}
    fields = {(change.name, one.field.replace("_", "-")) for change in found.changes for one in change.fields}
    for name in tuple(glyphs):
        holder = scope.holders.get(name)
        if holder is not None:
            glyphs.setdefault(holder, GLYPHS["changed"])
    groups: dict[str, str] = {}

    def of(target: str) -> str:
        if not is_group(target):
            return glyphs.get(target, "")
        if target not in groups:
            held = any(id in glyphs for id in group_ids(scope, target))
            groups[target] = GLYPHS["changed"] if held else ""
        return groups[target]

    def mark(stop: Stop, label: str) -> str:
        if stop.drawn:
            return of(stop.target) or next(filter(None, map(of, stop.links)), "")
        own = _OWN.match(stop.key)
        about = own[1] if own is not None else stop.target
        if label and (about, label.lower().replace(" ", "-")) in fields:
            return GLYPHS["changed"]
        if own is not None and stop.target in ("", own[1]):
            if not own[2]:
                return of(own[1])
            return GLYPHS["changed"] if (own[1], own[2]) in fields else ""
        # The rows under an item complete it; the mark stands beside the item.
        return "" if ".rows." in stop.key else of(stop.target)

    return mark
