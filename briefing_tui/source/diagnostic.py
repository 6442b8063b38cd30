"""What is wrong, where, and what to do: one type for the command line, the language server and the screen."""

import re
from bisect import bisect_right
from enum import StrEnum
from typing import NamedTuple

from briefing_tui.model.text import one_line

#: The most of an author's words that a message repeats.
_SHOWN = 60

_LINE_END = re.compile("\r\n?|\n")


def shown(words: object) -> str:
    """An author's words as a message may repeat them: cleaned, on one line and not at length."""
    text = one_line(str(words)[: _SHOWN * 4])
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"


class Severity(StrEnum):
    """How bad it is. Only an error changes the exit code of a check."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Extent(NamedTuple):
    """A stretch of source text: character offsets from its beginning, the end not included."""

    start: int
    end: int


class Position(NamedTuple):
    """A line and a column, both counted from 1; the column counts characters (code points)."""

    line: int
    column: int


class Edit(NamedTuple):
    """Replace one stretch of the source by other text. `safe` means that the meaning is certain."""

    extent: Extent
    text: str
    title: str
    safe: bool = True


class Related(NamedTuple):
    """Another place that has to do with a finding."""

    extent: Extent
    message: str


class Diagnostic(NamedTuple):
    """One finding. `code` is stable and documented, `name` is the same in words, `help` is the next step.

    Each of its `edits` alone mends it; the best comes first.
    """

    code: str
    name: str
    severity: Severity
    message: str
    extent: Extent
    help: str = ""
    related: tuple[Related, ...] = ()
    edits: tuple[Edit, ...] = ()


class Lines:
    """Where the lines of a text begin. Lines end at LF, CR LF or CR only, as in the Language Server Protocol."""

    def __init__(self, text: str) -> None:
        self.text = text
        if "\r" in text:
            self.starts = [0, *(end.end() for end in _LINE_END.finditer(text))]
        else:
            starts, at = [0], -1
            while (at := text.find("\n", at + 1)) >= 0:
                starts.append(at + 1)
            self.starts = starts

    def __len__(self) -> int:
        return len(self.starts)

    def position(self, offset: int) -> Position:
        """The line and column of an offset; offsets past the end stand at the end."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self.starts, offset)
        return Position(line, offset - self.starts[line - 1] + 1)

    def extent(self, line: int) -> Extent:
        """The stretch of a line (from 1), without its end-of-line characters."""
        line = max(1, min(line, len(self.starts)))
        start = self.starts[line - 1]
        end = self.starts[line] if line < len(self.starts) else len(self.text)
        # At most CR and LF: a line is not copied to see how it ends.
        last = self.text[max(start, end - 2) : end]
        return Extent(start, end - len(last) + len(last.rstrip("\r\n")))

    def line(self, number: int) -> str:
        """The text of a line (from 1), without its end-of-line characters."""
        extent = self.extent(number)
        return self.text[extent.start : extent.end]
