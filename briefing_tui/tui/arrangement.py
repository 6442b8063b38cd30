"""How the screen is arranged at a size: the names of the arrangements that hold. Knows sizes only."""

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
