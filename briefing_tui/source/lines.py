"""What goes wrong between lines, explained: tabs, indentation that fits nothing, no colon, brackets that stay open."""

import re

from briefing_tui.source.codes import finding
from briefing_tui.source.diagnostic import Diagnostic, Edit, Extent, shown
from briefing_tui.source.written import (
    block_extent,
    column,
    first_in_line,
    key_in_line,
    line_at,
    line_end,
    line_start,
    lines_before,
    owner_column,
)

_TABBED = re.compile(r" *\t[^\r\n]*(?:(?:\r\n?|\n) *\t[^\r\n]*)*")


def tabs(text: str, at: int) -> Diagnostic:
    """A line that is indented with a tab, and the lines after it that are."""
    start, end = tabbed_extent(text, at)
    run = text[start:end].splitlines(keepends=True)
    depths = [line[: len(line) - len(line.lstrip(" \t"))].count("\t") for line in run]
    first = fitting_column(text, at, own=len(text))
    indented = [
        " " * (max(0, first + 2 * (depth - depths[0])) if line.strip() else 0) + line.lstrip(" \t")
        for line, depth in zip(run, depths, strict=True)
    ]
    what = "This line is indented with a tab" if len(run) == 1 else f"These {len(run)} lines are indented with tabs"
    edits = (Edit(Extent(start, end), "".join(indented), "Indent with two spaces for each tab", safe=False),)
    return finding(
        "Y215",
        Extent(at, max(at + 1, first_in_line(text, at))),
        f"{what}, which YAML does not allow",
        "Use two spaces for each step; most editors can do it for a whole file",
        edits=edits,
    )


def tabbed_extent(text: str, at: int) -> Extent:
    """The line of an offset and the lines right after it that are indented with tabs as well."""
    start = line_start(text, at)
    run = _TABBED.match(text, start)
    return Extent(start, run.end() if run else line_end(text, at))


def misplaced(text: str, at: int) -> Diagnostic:
    """A line whose indentation is not that of anything it could belong to."""
    start, first = line_start(text, at), first_in_line(text, at)
    own, key = first - start, key_in_line(text, at)
    wanted = fitting_column(text, at)
    what = "This list item" if text[first] == "-" else f"“{shown(key)}”" if key else "This line"
    edits = (Edit(Extent(start, first), " " * wanted, f"Indent it by {wanted}"),) if wanted != own else ()
    if text[first] == "-" and wanted == own:
        return finding(
            "Y219",
            Extent(first, line_end(text, at)),
            "A list item stands where a key is wanted",
            "Give the list a key of its own, or indent it under the key it belongs to",
        )
    if wanted == own:
        return finding(
            "Y219",
            Extent(first, line_end(text, at)),
            f"{what} stands among list items and is none",
            "Begin it with a hyphen, or indent it under what it belongs to",
        )
    return finding(
        "Y219",
        Extent(first, line_end(text, at)),
        f"{what} is indented by {own}, and nothing it could belong to is",
        f"Indent it by {wanted}, like what it stands with",
        edits=edits,
    )


def outside_block(text: str, at: int, block: int) -> Diagnostic:
    """A line that is indented less than the text of the block above, and belongs to nothing else.

    `block` is where the block begins.
    """
    start, first = line_start(text, at), first_in_line(text, at)
    body = first_in_line(text, line_end(text, block) + 1)
    wanted = column(text, body) if line_start(text, body) < start else owner_column(text, block) + 2
    return finding(
        "Y219",
        Extent(first, line_end(text, at)),
        "This line is indented less than the text of the block above it",
        f"Indent it by {wanted}, if it belongs to that text",
        edits=(Edit(Extent(start, first), " " * wanted, f"Indent it by {wanted}"),),
    )


def without_colon(text: str, at: int) -> Diagnostic:
    """A line that has no colon, and continues no text above it."""
    first = first_in_line(text, at)
    extent = Extent(first, first + len(text[first : line_end(text, at)].rstrip()))
    edits: tuple[Edit, ...] = ()
    help = "Write a colon and a space after the key; if it continues the text above, indent it deeper than its key"
    above = next(lines_before(text, at), None)
    if (
        above is not None
        and key_in_line(text, above)
        and first_in_line(text, line_end(text, above)) < line_end(text, above)
    ):
        wanted = owner_column(text, line_end(text, above)) + 2
        edits = (
            Edit(
                Extent(line_start(text, at), first),
                " " * wanted,
                f"Indent it by {wanted}, as a part of the text above",
                safe=False,
            ),
        )
    return finding(
        "Y219", extent, "This line has no colon after a key, and belongs to no text above it", help, edits=edits
    )


def no_space_after_colon(text: str, start: int) -> Diagnostic:
    """A key whose colon is followed by no space, so that YAML reads the whole line as text."""
    colon = text.index(":", start)
    return finding(
        "Y219",
        Extent(start, colon + 1),
        f"There is no space after the colon of “{shown(text[start:colon])}”",
        "YAML takes a colon for one only before a space",
        edits=(Edit(Extent(colon + 1, colon + 1), " ", "Put a space after the colon"),),
    )


def never_closed(text: str, start: int) -> Diagnostic:
    """A { or [ whose other half is missing."""
    sign, other = (text[start], "}" if text[start] == "{" else "]")
    end = block_extent(text, start).end
    return finding(
        "Y201",
        Extent(start, start + 1),
        f"This {sign} is never closed",
        f"Write {other} where it ends",
        edits=(Edit(Extent(end, end), other, f"Close it with {other}", safe=False),),
    )


def closes_nothing(text: str, at: int) -> Diagnostic:
    """A } or ] without its other half."""
    extent = Extent(at, at + 1)
    return finding(
        "Y201",
        extent,
        f"This {text[at]} closes nothing",
        "Remove it, or put the value in quotes if it belongs to the text",
        edits=(Edit(extent, "", "Remove it", safe=False),),
    )


def fitting_column(text: str, at: int, own: int | None = None) -> int:
    """The column that fits a line best: of what is open above it, the nearest to where the line stands, or to `own`."""
    own = column(text, first_in_line(text, at)) if own is None else own
    item = text[first_in_line(text, at) :][:1] == "-"
    fits: list[int] = []
    within: int | None = None
    for start in lines_before(text, at):
        line = line_at(text, start)
        first = first_in_line(text, start) - start
        if within is None and line.key is not None and not text[line.value : line_end(text, start)].strip():
            # Nothing stands after the colon: what is below it is meant to be its value.
            return line.key - start + 2
        if (within is None or first < within) and "\t" not in text[start : start + first]:
            within = first
            fits += [dash - start for dash in line.dashes] if item else [] if line.key is None else [line.key - start]
        if within == 0:
            break
    return min(fits, key=lambda fit: abs(fit - own), default=column(text, first_in_line(text, at)))
