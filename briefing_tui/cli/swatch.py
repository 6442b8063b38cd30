"""A theme's colours on a terminal: the only sequences the command line ever writes, and only to a terminal."""

import os
import sys

from briefing_tui.blocks.block import Spans
from briefing_tui.model.text import one_line
from briefing_tui.source.excerpt import cells
from briefing_tui.terminal import UNDRAWABLE, no_colour
from briefing_tui.themes.theme import Theme

_CODES = {"bold": 1, "italic": 3, "underline": 4, "reverse": 7, "strike": 9}
#: The steps of the colour cube that terminals with 256 colours have, from index 16, and of their greys, from 232.
_CUBE = (0, 95, 135, 175, 215, 255)
_GREYS = tuple(range(8, 239, 10))


def depth() -> int:
    """How many bits of colour standard output shows: 24, 8, or 0 where it is no terminal or no colours are wanted."""
    if sys.stdout is None or not sys.stdout.isatty() or no_colour():
        return 0
    term = os.environ.get("TERM", "")
    if term in UNDRAWABLE:
        # What shows colours outside may be told so, and this be a window in it that does not.
        return 0
    if os.environ.get("COLORTERM", "").lower() in ("truecolor", "24bit") or term.endswith("-direct"):
        return 24
    return 8 if "256color" in term else 0


def painted(theme: Theme, spans: Spans, width: int, bits: int) -> str:
    """Spans on one line in a theme's colours, its ground to a width in cells."""
    base = _sgr(theme, "", bits)
    parts = [base]
    room = width
    for span in spans:
        text = one_line(span.text) if span.text.strip() else span.text
        room -= cells(text)
        parts.append(f"{_sgr(theme, span.role, bits)}{text}\x1b[0m{base}")
    return "".join(parts) + " " * max(0, room) + "\x1b[0m"


def _sgr(theme: Theme, role: str, bits: int) -> str:
    paint = theme.paint(role)
    codes = [str(_CODES[word]) for word in paint.words]
    codes.append(_color(38, theme.colors[paint.color or "text"], bits))
    codes.append(_color(48, theme.colors[paint.ground or "background"], bits))
    return f"\x1b[{';'.join(codes)}m"


def _color(what: int, color: str, bits: int) -> str:
    parts = [int(color[n : n + 2], 16) for n in (1, 3, 5)]
    if bits == 24:
        return f"{what};2;{parts[0]};{parts[1]};{parts[2]}"
    return f"{what};5;{nearest_index(parts)}"


def nearest_index(parts: list[int]) -> int:
    """The nearest of the 240 colours that every terminal with 256 colours has in the same place."""
    steps = [min(range(6), key=lambda n, part=part: abs(_CUBE[n] - part)) for part in parts]  # type: ignore[misc]
    grey = min(range(24), key=lambda n: sum((_GREYS[n] - part) ** 2 for part in parts))
    cube_off = sum((_CUBE[step] - part) ** 2 for step, part in zip(steps, parts, strict=True))
    grey_off = sum((_GREYS[grey] - part) ** 2 for part in parts)
    return 232 + grey if grey_off < cube_off else 16 + 36 * steps[0] + 6 * steps[1] + steps[2]
