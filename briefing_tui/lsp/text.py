"""The text of an open document and where its lines begin, brought up to date edit by edit. Knows no protocol."""

import re
from bisect import bisect_right

from briefing_tui.source.diagnostic import Extent, Lines

_LINE_END = re.compile(r"\r\n|\n|\r")

#: What may stand before everything, and is no part of the text.
MARK = "\ufeff"


class Text:
    """A text that changes. Lines count from 0 and end at LF, CR LF or CR. `mark` is a byte order mark, or empty."""

    def __init__(self, content: str) -> None:
        self.mark = MARK if content.startswith(MARK) else ""
        self.content = content.removeprefix(MARK)
        self.starts = Lines(self.content).starts

    def __len__(self) -> int:
        return len(self.content)

    def replace(self, start: int, end: int, new: str) -> None:
        """Puts other text in the place of a stretch. Only the lines around it are looked at again."""
        starts, old = self.starts, self.content
        # A CR before and an LF after the edit may come to be one end of line: a line more on each side is looked at.
        first = max(0, bisect_right(starts, start) - 2)
        after = min(bisect_right(starts, end) + 1, len(starts))
        begin = starts[first]
        stop = starts[after] if after < len(starts) else len(old)
        self.content = old[:start] + new + old[end:]
        moved = len(new) - (end - start)
        inner = [match.end() for match in _LINE_END.finditer(self.content, begin, stop + moved)]
        if after < len(starts) and inner and inner[-1] == stop + moved:
            inner.pop()
        self.starts = [*starts[: first + 1], *inner, *[at + moved for at in starts[after:]]]

    def line_of(self, offset: int) -> int:
        """The line of an offset."""
        return bisect_right(self.starts, offset) - 1

    def line_extent(self, line: int) -> Extent:
        """Where a line stands, without what ends it."""
        start = self.starts[line]
        end = self.starts[line + 1] if line + 1 < len(self.starts) else len(self.content)
        return Extent(start, start + len(self.content[start:end].rstrip("\r\n")))

    def line(self, line: int) -> str:
        """The text of a line, without what ends it."""
        extent = self.line_extent(line)
        return self.content[extent.start : extent.end]
