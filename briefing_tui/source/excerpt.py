"""A place in a source text, drawn in cells: the lines around it, and marks right under what is meant.

For the command line and for the screen. Widths are those that Markus Kuhn's wcwidth gives, as most terminals do.
"""

from unicodedata import category, east_asian_width

from briefing_tui.model.text import clean
from briefing_tui.source.diagnostic import Extent, Lines

#: Cells of a source line that are shown, and how many of them may stand before the mark.
WIDEST, BEFORE = 110, 60
#: Characters of a source line that are looked at for that, on either side of the mark: a line may be megabytes.
REACH = 300


def cells(text: str) -> int:
    """How many cells of a terminal a cleaned line takes: none for marks and format characters, two for wide letters."""
    if text.isascii():
        return len(text)
    return sum(_cells(char) for char in text)


def _cells(char: str) -> int:
    if category(char) in ("Mn", "Me", "Cf"):
        return int(char == "\u00ad")
    if "\u1160" <= char <= "\u11ff" or "\ud7b0" <= char <= "\ud7ff":
        # The vowels and finals of Hangul that stand in the cell of the consonant before them.
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def place_number(lines: Lines, extent: Extent) -> int:
    """The widest line number an excerpt of this place shows."""
    return min(lines.position(extent.start).line + 1, len(lines))


def excerpt(
    lines: Lines, extent: Extent, *, mark: str = "^", label: str = "", around: bool = True, gutter: int = 0
) -> list[str]:
    """The line of a place with marks under it, and the lines before and after where `around` says so.

    Of a place that runs over several lines, the first is marked to its end. A long line is cut with an ellipsis.
    """
    where = lines.position(extent.start).line
    gutter = max(gutter, len(str(place_number(lines, extent) if around else where)))
    line = lines.extent(where)
    end = min(max(extent.end, extent.start), line.end)
    before, marked, after = _windowed(
        _ending(lines.text, Extent(line.start, extent.start)),
        _beginning(lines.text, Extent(extent.start, end)),
        _beginning(lines.text, Extent(end, line.end)),
    )
    empty = f"{'':{gutter}} |"
    drawn = [empty]
    if around and where > 1:
        drawn += _numbered(lines, where - 1, gutter)
    drawn.append(f"{where:>{gutter}} | {before}{marked}{after}".rstrip())
    marks = " " * cells(before) + mark * max(1, cells(marked))
    drawn.append(f"{empty} {marks} {label}".rstrip())
    if around and where < len(lines):
        drawn += _numbered(lines, where + 1, gutter)
    return drawn


def _numbered(lines: Lines, number: int, gutter: int) -> list[str]:
    """A line beside the one that is meant; none where nothing stands in it."""
    shown = _from_left(_beginning(lines.text, lines.extent(number)), WIDEST)
    return [f"{number:>{gutter}} | {shown}".rstrip()] if shown.strip() else []


def _beginning(text: str, part: Extent) -> str:
    """A stretch of one source line as it may be shown, or as much of its beginning as ever is."""
    if part.end - part.start <= REACH:
        return _shown(text[part.start : part.end])
    return _shown(text[part.start : part.start + REACH]) + "…"


def _ending(text: str, part: Extent) -> str:
    """The same of what stands before a mark."""
    if part.end - part.start <= REACH:
        return _shown(text[part.start : part.end])
    return "…" + _based(_shown(text[part.end - REACH : part.end]))


def _shown(part: str) -> str:
    """A stretch of one source line as it may be shown. What ends a line elsewhere than in a file shows as a space."""
    return clean(part.replace("\t", "    ")).replace("\n", " ")


def _windowed(before: str, marked: str, after: str) -> tuple[str, str, str]:
    if cells(before) > BEFORE:
        before = "…" + _from_right(before.removeprefix("…"), BEFORE - 1)
    room = WIDEST - cells(before)
    marked = _from_left(marked, room)
    return before, marked, _from_left(after, room - cells(marked))


def _from_left(text: str, room: int) -> str:
    if cells(text) <= room:
        return text
    if room < 1:
        return ""
    taken, width = 0, 0
    for char in text:
        width += _cells(char)
        if width > room - 1:
            break
        taken += 1
    return text[:taken] + "…"


def _from_right(text: str, room: int) -> str:
    taken, width = 0, 0
    for char in reversed(text):
        width += _cells(char)
        if width > room:
            break
        taken += 1
    return _based(text[len(text) - taken :])


def _based(text: str) -> str:
    """A text without the marks at its beginning: their base was cut off, and they would fall on the ellipsis."""
    at = next((n for n, char in enumerate(text) if _cells(char)), len(text))
    return text[at:]
