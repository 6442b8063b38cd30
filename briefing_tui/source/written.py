"""How a value is written: where it ends, what it belongs to, how it would stand in quotes. Text only, no parser."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing_tui.source.diagnostic import Extent
from briefing_tui.thrift import expression

_LEAD = expression(r"( *)((?:-(?: +|$))*)")
#: How far an end of line is looked for at first, in characters.
_STEP = 500
#: How far a line of {...} is looked through for the end of a value.
_LONGEST = 20_000

# Bounded, as YAML bounds the length of a key.
_KEY = expression(r"""(?:[^\s#'"\[\]{},&*!|>%@`][^\r\n]{0,1000}?|"[^"\r\n]*"|'[^'\r\n]*') ?:(?:[ \t]+|$)""")
_COMMENT = expression(r"(?<=[ \t])#(?=[ \t\r\n]|$)")
_WRITTEN = expression(r"[^ \r\n]")
_NEXT_KEY = expression(r"""\s*(?:["']?[\w-]+["']?\s*:(?:\s|$)|[}\]]|$)""")


class Line(NamedTuple):
    """Where the parts of a line begin: its dashes, its key if it has one, and its value."""

    dashes: tuple[int, ...]
    key: int | None
    value: int

    @property
    def owners(self) -> tuple[int, ...]:
        """What something in this line or below it can belong to, outermost first."""
        return self.dashes if self.key is None else (*self.dashes, self.key)


def line_at(text: str, at: int) -> Line:
    """The parts of the line of an offset."""
    start, end = line_start(text, at), line_end(text, at)
    lead = _LEAD.match(text, start, end)
    assert lead is not None
    dashes = tuple(n for n in range(lead.start(2), lead.end(2)) if text[n] == "-")
    key = _KEY.match(text, lead.end(), end)
    return Line(dashes, lead.end(), key.end()) if key else Line(dashes, None, lead.end())


def line_start(text: str, at: int) -> int:
    """Where the line of an offset begins; between CR and LF one is still in the line that they end."""
    # By stretches that grow: in a text with only one of the two, a search for the other would go through all of it.
    stop, before, step = at, at - text.startswith("\r\n", at - 1), _STEP
    while stop > 0:
        low = max(0, stop - step)
        after = text.rfind("\n", low, stop) + 1
        if (start := max(after, text.rfind("\r", max(low, after), min(stop, before)) + 1)) > 0:
            return start
        stop, step = low, step * 4
    return 0


def line_end(text: str, at: int) -> int:
    """Where the line of an offset ends, its end-of-line character not included."""
    step = _STEP
    while at < len(text):
        high = at + step
        end = text.find("\n", at, high)
        first = text.find("\r", at, end if end >= 0 else high)
        if first >= 0 or end >= 0:
            return first if first >= 0 else end
        at, step = high, step * 4
    return len(text)


def first_in_line(text: str, at: int) -> int:
    """The offset of what is not a space or a tab, first in the line of an offset."""
    start, end = line_start(text, at), line_end(text, at)
    return end - len(text[start:end].lstrip(" \t"))


def column(text: str, at: int) -> int:
    """How many characters stand before an offset in its line."""
    return at - line_start(text, at)


def key_in_line(text: str, at: int) -> str:
    """The key in the line of an offset, after its dashes; empty where it has none."""
    line = line_at(text, at)
    return "" if line.key is None else text[line.key : line.value].rstrip()[:-1].rstrip()


def lines_before(text: str, at: int) -> Iterator[int]:
    """Where the lines before that of an offset begin, nearest first; blank lines and comments are passed over."""
    start = line_start(text, at)
    while start > 0:
        start = line_start(text, start - 1)
        first = first_in_line(text, start)
        if first < line_end(text, start) and text[first] != "#":
            yield start


def owner_column(text: str, start: int) -> int:
    """The column of the key or dash that the value at an offset belongs to; what is deeper is its. -1 is the top."""
    begin = line_start(text, start)
    before = [at - begin for at in line_at(text, start).owners if at < start]
    if before:
        return before[-1]
    own = start - begin
    for line in lines_before(text, start):
        owners = [at - line for at in line_at(text, line).owners if at - line < own]
        if owners:
            return owners[-1]
    return -1


def block_extent(text: str, start: int) -> Extent:
    """The value at an offset in block style: the rest of its line, and the lines after it that are indented deeper."""
    owner = owner_column(text, start)
    end, until = start, line_end(text, start)
    while True:
        comment = _COMMENT.search(text, end, until)
        end += len(text[end : comment.start() if comment else until].rstrip(" \t"))
        if comment:
            break
        after = _next_written(text, until)
        if (
            after is None
            or text[after] == "#"
            or column(text, after) <= owner
            or text[line_start(text, after) : after].strip(" ")
        ):
            break
        end, until = after, line_end(text, after)
    return Extent(start, max(start, end))


def flow_extent(text: str, start: int, flow: int) -> Extent:
    """The value at an offset inside the {...} or [...] that begins at `flow`: up to the sign that ends it."""
    end = min(line_end(text, start), start + _LONGEST)
    in_list = open_bracket(text, flow, start) == "["
    depth = 0
    for at in range(start, end):
        char = text[at]
        if char in "[{":
            depth += 1
        elif char in "]}":
            depth -= 1
            if depth < 0:
                end = at
                break
        elif char == "," and not depth and (in_list or _NEXT_KEY.match(text, at + 1, end)):
            end = at
            break
    return Extent(start, max(start + 1, start + len(text[start:end].rstrip())))


def value_extent(text: str, start: int, flow: int | None) -> Extent:
    """The value at an offset, in block style or inside the {...} or [...] that begins at `flow`."""
    return block_extent(text, start) if flow is None else flow_extent(text, start, flow)


def lines_extent(text: str, at: int) -> Extent:
    """The line of an offset and the lines after it that are indented deeper."""
    own = column(text, first_in_line(text, at))
    end = line_end(text, at)
    while (after := _next_written(text, end)) is not None and column(text, after) > own:
        end = line_end(text, after)
    return Extent(line_start(text, at), end)


def in_quotes(value: str) -> str:
    """A value in quotes, so that YAML reads it as it was meant."""
    if "'" in value and '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"


def written_over(text: str, extent: Extent, char: str) -> str:
    """A text with a stretch of it replaced, so that no offset changes: its line breaks and indentation stay."""
    over = re.sub(r"[^\r\n]+", lambda part: _covered(part[0], char), text[extent.start : extent.end])
    return text[: extent.start] + over + text[extent.end :]


def _covered(part: str, char: str) -> str:
    indent = len(part) - len(part.lstrip(" "))
    return " " * indent + char * (len(part) - indent)


def _next_written(text: str, at: int) -> int | None:
    """The next offset at which there is neither a space nor a line break."""
    found = _WRITTEN.search(text, at)
    return found.start() if found else None


def open_bracket(text: str, flow: int, at: int) -> str:
    """The innermost { or [ that is open at an offset, of those from `flow` on; empty where all are closed."""
    opened: list[str] = []
    quote = ""
    for n in range(max(flow, at - _LONGEST), at):
        char = text[n]
        if quote:
            quote = "" if char == quote else quote
        elif char in "'\"" and text[n - 1] in " [{,:":
            quote = char
        elif char in "[{":
            opened.append(char)
        elif char in "]}" and opened:
            opened.pop()
    return opened[-1] if opened else ""


def opening_bracket(text: str, end: int) -> int:
    """Where the {...} or [...] begins that ends at an offset."""
    depth = 0
    for at in range(end - 1, max(-1, end - _LONGEST), -1):
        depth += (text[at] in "]}") - (text[at] in "[{")
        if not depth:
            return at
    return end
