"""How colours are seen: contrast as WCAG 2.2 defines it, differences in CIELAB, and three kinds of colour blindness."""

from collections.abc import Sequence

#: Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency" (2009):
#: the matrices for a severity of 1.0, applied to linear RGB.
DEFICIENCIES = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}

_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
_WHITE = (0.95047, 1.0, 1.08883)


def linear(color: str) -> list[float]:
    """#rrggbb as linear RGB."""
    parts = [int(color[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def luminance(color: str) -> float:
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear(color), strict=True))


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def seen(color: str, deficiency: str = "") -> list[float]:
    """A colour in linear RGB as somebody with a deficiency sees it."""
    rgb = linear(color)
    if not deficiency:
        return rgb
    return [min(1.0, max(0.0, part)) for part in _product(DEFICIENCIES[deficiency], rgb)]


def difference(one: str, other: str, deficiency: str = "") -> float:
    """How far apart two colours are seen: ΔE*ab of 1976. About 2 is just noticeable side by side."""
    pairs = zip(_lab(seen(one, deficiency)), _lab(seen(other, deficiency)), strict=True)
    return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)


def _lab(rgb: Sequence[float]) -> tuple[float, float, float]:
    x, y, z = (_cube_root(part / white) for part, white in zip(_product(_XYZ, rgb), _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _cube_root(part: float) -> float:
    return float(part ** (1 / 3)) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116


def _product(matrix: Sequence[Sequence[float]], vector: Sequence[float]) -> list[float]:
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]
