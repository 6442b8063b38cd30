"""Whether a theme can be read: WCAG 2's contrast ratios of all its text on every ground it may stand on."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefing_tui.themes.furniture import DRAWN, MEANINGS, OVER
from briefing_tui.themes.theme import READABLE, Theme

#: In how many steps a better colour is sought, from one to black and to white.
_STEPS = 64


class Pair(NamedTuple):
    """A colour of text on a ground, both by name, with the roles that are read so, and their contrast."""

    color: str
    ground: str
    roles: tuple[str, ...]
    ratio: float
    #: The least it should be.
    wanted: float


def luminance(color: str) -> float:
    """Relative luminance of #rrggbb as WCAG 2.2 defines it, 0 to 1."""
    parts = [int(color[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    r, g, b = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def is_dark(theme: Theme) -> bool:
    """Whether text is lighter than its ground."""
    return luminance(theme.colors["background"]) < luminance(theme.colors["text"])


def text_pairs(theme: Theme) -> Iterator[Pair]:
    """Every pair of colours in which something is read. Reversing changes nothing: the ratio is the same both ways."""
    found: dict[tuple[str, str], list[str]] = {}
    paints = {role: theme.paint(role) for role in MEANINGS if role not in DRAWN}
    grounds = ["background", "surface"]
    grounds += [paint.ground for role, paint in paints.items() if role in OVER and paint.ground and not paint.color]
    for role, paint in paints.items():
        if role in OVER and not paint.color:
            continue
        for ground in [paint.ground] if paint.ground else dict.fromkeys(grounds):
            found.setdefault((paint.color or "text", ground), []).append(role)
    colors = theme.colors
    for (color, ground), roles in found.items():
        # FIRST prescribes the colours of TLP labels, and its red on black is 5.6:1.
        wanted = READABLE if all(role.startswith("handling-") for role in roles) else theme.contrast
        yield Pair(color, ground, tuple(roles), contrast(colors[color], colors[ground]), wanted)


def least_contrast(theme: Theme) -> float:
    """The lowest contrast of any text; FIRST's labels apart where the theme keeps to more than they do."""
    return min(pair.ratio for pair in text_pairs(theme) if pair.wanted == theme.contrast)


def readable_color(color: str, others: Iterable[tuple[str, float]]) -> str | None:
    """The nearest colour towards black or white whose contrast with each of the others is the one wanted, or None."""
    others = list(others)
    parts = [int(color[n : n + 2], 16) for n in (1, 3, 5)]
    for step in range(1, _STEPS + 1):
        for end in (0, 255):
            mixed = "#" + "".join(f"{round(part + (end - part) * step / _STEPS):02x}" for part in parts)
            if all(contrast(mixed, other) >= wanted for other, wanted in others):
                return mixed
    return None
