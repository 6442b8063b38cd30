"""How the screen is arranged at a size: the names of the arrangements that hold. Knows sizes only."""

from typing import NamedTuple

#: From so many columns, pane and context stand side by side.
WIDE = 110
#: From so many columns and rows, the context stands below the pane; with less there is one at a time.
MIDDLE, TALL = 80, 32
#: Under either, the header has no rule and nothing beside the title's row.
ROOMY = (60, 20)
#: Under so many rows, handling and title share one.
TINY = 12


def arrangement(width: int, height: int) -> dict[str, bool]:
    """The arrangement for a size in cells: side by side (wide), one below the other (below), one at a time (single)."""
    wide = width >= WIDE and height >= 12
    below = not wide and width >= MIDDLE and height >= TALL
    return {
        "wide": wide,
        "below": below,
        "single": not wide and not below,
        "compact": width < ROOMY[0] or height < ROOMY[1],
        "tiny": height < TINY,
    }


# before an audience --------------------------------------------------------------------

#: The rows of header and status line, and the cells of the scrollbar, which are not a step's.
_FURNITURE, _SCROLLBAR = 3, 1
#: How wide a step of text is at most, and its running text.
STAGE_WIDTH, STAGE_MEASURE = 78, 72
#: From so many rows on headings are large, from so many of two lines; and from so many there is a row of air over them.
LARGE_ROWS, LARGER_ROWS, ROOMY_ROWS = 20, 36, 30


class StageRoom(NamedTuple):
    """What a step has of a screen: columns and rows, its widest running text, the lines of its large heading."""

    width: int
    height: int
    measure: int
    large: int


def large_heading(height: int) -> int:
    """How many lines of large letters a heading may have: on a low screen they would leave no room for the rest."""
    return (height >= LARGE_ROWS) + (height >= LARGER_ROWS)


def stage_room(width: int, height: int, measure: int, *, drawn: bool) -> StageRoom:
    """What a step has of a presentation's screen; one that is `drawn` has all its width. `measure` is what is set."""
    columns = (width if drawn else min(width, STAGE_WIDTH)) - _SCROLLBAR
    rows = height - _FURNITURE - (height >= ROOMY_ROWS)
    return StageRoom(max(1, columns), max(1, rows), min(STAGE_MEASURE, measure), large_heading(height))
