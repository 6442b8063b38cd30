"""Prose to paragraphs, list items, quotes and fenced code, by lines. Knows nothing of what stands inside them."""

import re
from dataclasses import dataclass

from briefing_tui.blocks.block import ProseStyle

_FENCE = re.compile(r"[ \t]*(`{3,})[^`]*$")
_ITEM = re.compile(r"([ \t]*)([-*+]|\d{1,9}[.)])[ \t]+(?=\S)")
_QUOTE = re.compile(r"[ \t]*>[ \t]?")
_TAB = 4
#: Deeper than this, lists and quotes are no longer shown as deeper.
DEEPEST = 6


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together. `marker` is a list item's number as written, `depth` counts lists and quotes."""

    style: ProseStyle
    text: str
    depth: int = 0
    marker: str = ""


def paragraphs_of(text: str) -> list[Paragraph]:
    """The paragraphs of a prose, in order. Every line is in exactly one of them; blank lines and fences are in none."""
    reader = _Reader()
    for line in text.split("\n"):
        reader.read(line)
    reader.end()
    return reader.found


class _Reader:
    """Takes lines one by one. `indents` are those of the list items the next line may stand in."""

    def __init__(self) -> None:
        self.found: list[Paragraph] = []
        self._lines: list[str] = []
        self._style: ProseStyle = "paragraph"
        self._marker = ""
        self._indents: list[int] = []
        self._quotes = 0
        self._fence = ""
        self._after_blank = False

    def read(self, line: str) -> None:
        if self._fence:
            self._read_code(line)
            return
        if fence := _FENCE.match(line):
            self._finish()
            self._fence, self._style = fence[1], "code"
            return
        line, quotes = _unquoted(line)
        if not line.strip():
            self._finish()
            self._after_blank = True
            if quotes != self._quotes:
                self._quotes, self._indents = quotes, []
            return
        if quotes != self._quotes and (quotes or not self._lines):
            self._finish()
            self._quotes, self._indents = quotes, []
        indent = _indent(line)
        if (item := _ITEM.match(line)) and self._may_begin(item[2]):
            self._begin_item(item[2], indent)
            line = line[item.end() :]
        elif self._after_blank and not self._lines:
            while self._indents and indent <= self._indents[-1]:
                self._indents.pop()
        self._after_blank = False
        self._lines.append(line.strip())

    def end(self) -> None:
        self._finish()

    def _read_code(self, line: str) -> None:
        if line.strip().startswith(self._fence) and not line.strip().strip("`"):
            self._finish()
            self._fence = ""
        else:
            self._lines.append(line.expandtabs(_TAB))

    def _may_begin(self, marker: str) -> bool:
        """Whether an item may begin here: a number in the middle of a paragraph more likely ends a sentence."""
        return not self._lines or self._style in ("bullet", "number") or not marker[0].isdigit() or marker[:-1] == "1"

    def _begin_item(self, marker: str, indent: int) -> None:
        self._finish()
        while self._indents and indent < self._indents[-1]:
            self._indents.pop()
        if not self._indents or indent > self._indents[-1]:
            self._indents.append(indent)
        self._style = "number" if marker[0].isdigit() else "bullet"
        self._marker = marker if marker[0].isdigit() else ""

    def _finish(self) -> None:
        if self._style == "code" and self._fence:
            self._put("\n".join(self._lines), len(self._indents) + self._quotes)
        elif self._lines:
            depth = len(self._indents) + max(0, self._quotes - 1)
            if self._style in ("bullet", "number"):
                # A list that stands in nothing is no deeper than the text around it.
                depth += min(1, self._quotes) - 1
            elif self._quotes:
                self._style = "quote"
            self._put("\n".join(self._lines), depth)
        self._lines = []
        self._style, self._marker = "paragraph", ""

    def _put(self, text: str, depth: int) -> None:
        self.found.append(Paragraph(self._style, text, min(depth, DEEPEST), self._marker))


def _unquoted(line: str) -> tuple[str, int]:
    """A line without its quotation marks, and how many there were."""
    quotes = at = 0
    while mark := _QUOTE.match(line, at):
        quotes, at = quotes + 1, mark.end()
    return line[at:], quotes


def _indent(line: str) -> int:
    """The columns of white space a line begins with."""
    head = line[: len(line) - len(line.lstrip())]
    return len(head.expandtabs(_TAB))
