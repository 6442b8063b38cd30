"""One open briefing: the last good version of its file, what is wrong now, and its documents. Knows no Textual."""

import re
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefing_tui.blocks.block import Blocks, Note, Span
from briefing_tui.blocks.group import group_blocks, group_pane, group_title, is_group
from briefing_tui.blocks.panes import pane_blocks
from briefing_tui.blocks.scope import Scope
from briefing_tui.links.index import Links
from briefing_tui.model.briefing import Briefing
from briefing_tui.model.kinds import KIND
from briefing_tui.source.diagnostic import Severity
from briefing_tui.source.file import file_stamp
from briefing_tui.source.load import Loaded, load
from briefing_tui.tui.history import Lens
from briefing_tui.tui.views import Shown, View, view_blocks, view_of

if TYPE_CHECKING:
    from briefing_tui.links.knowledge import Knowledge
    from briefing_tui.tui.problems import Judged

#: The lens of a text, which looks the same through any.
_PLAIN = Lens()

#: The documents that are no pane and no entry's dossier.
PROBLEMS = "problems"
CHANGES = "changes"
MINUTES = "minutes"
#: What they are about, in words: none is a place in the briefing.
LISTS = {
    PROBLEMS: "What is wrong with a file",
    CHANGES: "What has changed",
    MINUTES: "What was taken down",
}


class Trouble(NamedTuple):
    """What is wrong with the file as it is now, in a line, and where."""

    words: str
    line: int = 0


class Session:
    """A briefing that is being read. `good` is what is shown; `latest` what the file holds now."""

    def __init__(self, loaded: Loaded) -> None:
        self.latest = loaded
        self.good: Loaded | None = loaded if loaded.briefing is not None else None
        self.trouble: Trouble | None = None
        #: What is wrong with the latest version, once that has been asked; and whether it was, of any version.
        self.judged: Judged | None = None
        self.asked = False
        self._seen = loaded.stamp
        self._unsettled: tuple[int, ...] | None = None
        self._documents: dict[tuple[str, str, str, Lens], Shown] = {}
        self._note_trouble()

    # the file --------------------------------------------------------------------

    @property
    def path(self) -> Path | None:
        """The file, or None for standard input."""
        return self.latest.path

    def changed(self) -> bool:
        """Whether the file has changed since it was read, and has been still since the last call.

        Most reads during a save in place see an empty or half-written file: a change is believed when it stands for two
        looks.
        """
        if self.path is None:
            return False
        stamp = file_stamp(self.path)
        if stamp == self._seen:
            self._unsettled = None
            return False
        if stamp != self._unsettled:
            self._unsettled = stamp
            return False
        return True

    @property
    def unsettled(self) -> bool:
        """Whether the file had changed at the last call of `changed`, and it is not known yet that it stands still."""
        return self._unsettled is not None

    @property
    def stale(self) -> bool:
        """Whether the file is another than the one that was read."""
        return self.path is not None and file_stamp(self.path) != self._seen

    def reload(self) -> bool:
        """Reads the file; whether what is shown has changed. A file that is broken leaves the last good version."""
        if self.path is None:
            return False
        # What cannot even be read is not read again and again.
        self._seen = file_stamp(self.path)
        loaded = load(self.path)
        if self.latest is self.good and loaded.briefing is not None and loaded.text == self.latest.text:
            # Touched, copied or given another mode: what is shown stays as it is.
            self.latest.stamp = self._seen = loaded.stamp
            self._unsettled = None
            return False
        self.take(loaded)
        return self.latest is self.good

    def take(self, loaded: Loaded) -> None:
        """Makes a reading of the file the latest one; shows it when it holds a briefing."""
        self.latest, self.judged = loaded, None
        # Of what could not be read, that of the last look: what has come into being since is another change.
        self._seen = loaded.stamp or (self._seen if self._unsettled is None else self._unsettled)
        self._unsettled = None
        if loaded.briefing is not None:
            self.good = loaded
            self._documents.clear()
            for name in ("links", "scope", "knowledge"):
                self.__dict__.pop(name, None)
        self._note_trouble()

    def go_back_to(self, good: Loaded) -> None:
        """Shows an earlier version again, until the file changes once more."""
        self.take(good)
        self._seen = file_stamp(self.path) if self.path else ()

    def _note_trouble(self) -> None:
        first = next((found for found in self.latest.diagnostics if found.severity is Severity.ERROR), None)
        if self.latest.briefing is not None or first is None:
            self.trouble = None
            return
        line = self.latest.lines.position(first.extent.start).line if self.latest.text else 0
        self.trouble = Trouble(first.message, line)

    # what is shown --------------------------------------------------------------------

    @property
    def briefing(self) -> Briefing:
        """The briefing that is shown. Raises LookupError when no version of the file has been sound."""
        if self.good is None or self.good.briefing is None:
            raise LookupError("no version of this file holds a briefing")
        return self.good.briefing

    @cached_property
    def links(self) -> Links:
        """The references of the briefing, both ways."""
        return Links(self.briefing)

    @cached_property
    def scope(self) -> Scope:
        """What documents are made from."""
        return Scope(self.briefing, self.links)

    @cached_property
    def knowledge(self) -> "Knowledge":
        """When each entry became known."""
        # Only a time cursor asks.
        from briefing_tui.links.knowledge import Knowledge

        return Knowledge(self.briefing)

    def label(self, target: str) -> str:
        """What an entry, a part or a group is called in a few words."""
        return group_title(self.scope, target) if is_group(target) else self.scope.label(target)

    def pane_of(self, target: str) -> str:
        """The pane an entry is read in."""
        if is_group(target):
            return group_pane(target)
        entry = self.briefing.entries.get(target)
        if entry is not None:
            return KIND[entry.KIND].pane if entry.KIND in KIND else "situation"
        return "outlook" if target in ("outlook", "summary") else "situation"

    def knows(self, target: str) -> bool:
        """Whether there is a dossier of that name."""
        return is_group(target) or bool(self.scope.kind(target)) or target in self.briefing.omitted

    def place_of(self, pane: str, entry: str = "") -> str:
        """What views go by: the pane, or the kind of an entry."""
        return self.scope.kind(entry) if entry and self.good is not None else pane

    def view(self, pane: str, entry: str = "", view: str = "") -> View | None:
        """The view of that name, or the one a place opens with; None where there is only the text."""
        return view_of(self.place_of(pane, entry), view)

    def document(self, pane: str, entry: str = "", view: str = "", lens: Lens = _PLAIN) -> Shown:
        """A pane, or an entry's dossier; or either in a view, through a lens."""
        drawn = self.view(pane, entry, view) if view else None
        if drawn is None or not drawn.at:
            view, lens = "", _PLAIN
        key = ("" if entry else pane, entry, view, lens)
        shown = self._documents.get(key)
        if shown is None:
            if len(self._documents) > 200:
                self._documents.clear()
            if drawn is not None and view:
                shown = view_blocks(drawn, self.scope, lens, entry)
            else:
                shown = self._made(pane, entry)
            self._documents[key] = shown
        return shown

    def beside(self, target: str, way_on: str = "") -> Shown:
        """What stands beside something: its document, else a word on it. `way_on` follows where it leads nowhere."""
        if target.startswith("line:"):
            return self.manual(target)
        if self.good is None:
            return (Note((Span("This file does not open."),)),)
        if target and self.knows(target):
            return self.document("", target)
        words = f"Nothing is linked here.{way_on}"
        if target.startswith(("http", "mailto:")):
            words = f"{target}\n\nEnter copies the address."
        elif "#" in target:
            words = f"In another briefing: {target}. Enter opens it."
        elif target:
            words = f"Nothing here is called “{target}”."
        return (Note((Span(words),)),)

    def forget(self, pane: str) -> None:
        """Makes a document anew when it is next asked for."""
        self._documents.pop((pane, "", "", _PLAIN), None)

    def _made(self, pane: str, entry: str) -> Shown:
        if pane == PROBLEMS and not entry:
            # Loaded only when somebody asks what is wrong.
            from briefing_tui.tui.problems import problem_blocks

            return problem_blocks(self.latest, self.judge())
        if is_group(entry):
            return group_blocks(self.scope, entry)
        if entry:
            # The first screen is a pane: what dossiers need is loaded behind its first painting.
            from briefing_tui.blocks.dossier import dossier_blocks

            return dossier_blocks(self.scope, entry)
        return pane_blocks(self.scope, pane)

    def judge(self) -> "Judged":
        """What is wrong with the file as it is now, found when it is first asked for."""
        if self.judged is None:
            from briefing_tui.tui.problems import judged_file

            self.judged = judged_file(self.latest)
            self.asked = True
        return self.judged

    def manual(self, target: str) -> Blocks:
        """What is to be known of a finding in the list of what is wrong, by what its item leads to."""
        from briefing_tui.tui.problems import manual_blocks

        return manual_blocks(target.partition(" ")[2])

    def counts(self) -> dict[str, int]:
        """How many entries each pane lists; the two that are documents have none."""
        briefing = self.briefing
        return {
            "actors": len(briefing.actors),
            "events": len(briefing.events),
            "communications": len(briefing.communications),
            "sources": len(briefing.sources),
        }


def finding_target(line: int, code: str) -> str:
    """What an item leads to that stands for a finding: its line, and its manual."""
    return f"line:{line} {code}"


def finding_line(target: str) -> int:
    """The line, from 1, of a `finding_target`."""
    return int(target.removeprefix("line:").partition(" ")[0])


def pattern_of(words: str) -> "re.Pattern[str] | None":
    """What finds some words wherever they stand, in any case; None for nothing."""
    words = words.strip()
    return re.compile(re.escape(words).replace(r"\ ", r"\s+"), re.IGNORECASE) if words else None
