"""An open document: its text, what was last read of it, and what stands against it. Knows no protocol and no thread."""

from pathlib import Path

from briefing_tui.lsp.excerpt import WHOLE, after_edit, excerpt_at, findings_in
from briefing_tui.lsp.expected import entry_kind
from briefing_tui.lsp.known import Candidate, Known
from briefing_tui.lsp.ours import Ours, ours
from briefing_tui.lsp.reading import Reading
from briefing_tui.lsp.text import Text
from briefing_tui.source.diagnostic import Diagnostic
from briefing_tui.source.file import MAX_BYTES

#: Findings of the loader that a part of the text shows by itself.
_OF_A_PART = ("Y", "M")

#: More findings than these are told anew only after the whole was read.
_MANY = 300


class Document:
    """A document as its editor has it. `stem` is the id it has as a briefing."""

    def __init__(self, uri: str, path: Path | None, stem: str, content: str, version: int) -> None:
        self.uri = uri
        self.path = path
        self.stem = stem
        self.text = Text(content)
        self.version = version
        self.ours = ours(self.text.content, path)
        self.closed = False
        self.reading: Reading | None = None
        #: What stands against the text, at its places now.
        self.findings: list[Diagnostic] = []
        self._fresh: list[tuple[int, Candidate]] = []

    @property
    def too_long(self) -> bool:
        """Whether it is longer than a briefing may be: then it is not read."""
        return len(self.text) > MAX_BYTES

    def replace(self, start: int, end: int, new: str) -> bool:
        """Makes an edit. Whether a finding was taken back by it."""
        self.text.replace(start, end, new)
        by = len(new) - (end - start)
        before = len(self.findings)
        moved = [after_edit(found, start, end, by) for found in self.findings]
        self.findings = [found for found in moved if found is not None]
        return len(self.findings) < before

    def replace_all(self, content: str) -> None:
        """Puts another text in the place of all."""
        self.text = Text(content)
        self.findings = []

    def look_whose(self) -> None:
        """Sees whether a text that was no briefing has become one."""
        if self.ours is not Ours.YES:
            self.ours = ours(self.text.content, self.path)

    def look(self, offset: int) -> bool:
        """Reads the entry around an edit at once. Whether there is something new to be told of it."""
        if self.ours is not Ours.YES or len(self.findings) > _MANY:
            return False
        excerpt = excerpt_at(self.text, offset)
        if excerpt is None:
            return False
        start, end = excerpt.extent
        if kind := entry_kind(excerpt.path[:-1]):
            self._note(start, Candidate(str(excerpt.path[-1]), kind, "", f" {excerpt.path[-1]}"))
        own = [found for found in self.findings if start <= found.extent.start < end and _is_of_a_part(found)]
        found = findings_in(self.text, excerpt)
        if found == own:
            return False
        rest = [one for one in self.findings if one not in own]
        self.findings = sorted([*rest, *found], key=lambda one: (one.extent, one.code, one.message))
        return True

    def read(self, reading: Reading) -> None:
        """Takes a reading of this text, or of an earlier state of it."""
        if self.reading is None or reading.version > self.reading.version:
            self.reading = reading
            if reading.version == self.version:
                self._fresh = []

    def known(self) -> Known:
        """What can be named, with what was written since it was last read."""
        known = self.reading.known if self.reading is not None else Known(None, None)
        return known.also([candidate for _, candidate in self._fresh])

    def _note(self, start: int, candidate: Candidate) -> None:
        """Keeps an id that is being written: as it is by now, not each of its letters."""
        if self._fresh and self._fresh[-1][0] == start:
            self._fresh.pop()
        self._fresh.append((start, candidate))


def _is_of_a_part(found: Diagnostic) -> bool:
    return found.code.startswith(_OF_A_PART) and found.code not in WHOLE
