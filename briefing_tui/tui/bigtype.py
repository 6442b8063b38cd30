"""Big type: words as large letters of blocks, for headings that carry across a room. Pure; knows no screen.

A line is four rows high, five where a letter bears a sign that needs the room. What the letters of `bigletters` cannot
write is refused, so that the caller sets it plainly.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefing_tui.tui.bigletters import HEIGHT, LETTERS, SIGNS, SIGNS_HEIGHT

#: Lines of dots, top to bottom.
Dots = tuple[str, ...]

#: Lines above a letter for signs: one row of cells.
_ABOVE = 2
_LINES = _ABOVE + HEIGHT
#: Where small letters begin, and the line below the base line.
_SMALL, _UNDER = _ABOVE + 2, _ABOVE + 7
#: Dots between letters, and in place of a space.
_GAP, _SPACE = 2, 6
#: Four dots as a character: upper left 1, upper right 2, lower left 4, lower right 8.
_BLOCKS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
#: Combining signs, by what they are called among the pictures.
_OVER = dict(zip("\u0301\u0300\u0302\u030c\u0306\u0308\u0303\u0307\u0304\u030a\u030b", "´`^ˇ˘¨~˙¯˚˝", strict=True))
_BENEATH = {"\u0327": "¸", "\u0328": "˛"}
#: Characters that are told apart by what they do, not by how they look.
_ALIKE = str.maketrans("\u202f\u2010\u2011\u2212\u02bc", "\u00a0--–’")
#: A space that no line is broken at.
_FIXED = "\u00a0"
#: No heading is longer than this, in characters.
_LONGEST = 1000


def big(text: str, width: int) -> Dots | None:
    """The text on one line of large letters, as rows of cells of the same length.

    None where a character has no letter or the line is wider than `width` cells.
    """
    lines = big_lines(text, width, 1)
    return lines[0] if lines else None


def big_lines(text: str, width: int, most: int = 2) -> tuple[Dots, ...] | None:
    """The text on as few lines as it needs, broken at spaces so that they are about as long.

    None where a character has no letter or `most` lines are too few.
    """
    room = 2 * width
    words: list[Dots] = []
    total = 0
    for word in re.split("[ \t\n]+", text[: _LONGEST + 1].translate(_ALIKE)):
        if not word.strip(_FIXED):
            continue
        dots = _word(word.strip(_FIXED))
        total += len(dots[0]) if dots else 0
        if dots is None or total > most * room or len(dots[0]) > room:
            return None
        words.append(dots)
    if not words or len(text) > _LONGEST:
        return None
    widths = [len(dots[0]) for dots in words]
    breaks = _breaks(widths, room)
    if len(breaks) > most:
        return None
    while len(closer := _breaks(widths, room - 1)) == len(breaks) and room > max(widths):
        breaks, room = closer, room - 1
    ends = [*breaks[1:], len(words)]
    return tuple(_rows(words[start:end]) for start, end in zip(breaks, ends, strict=True))


def _breaks(widths: Sequence[int], room: int) -> list[int]:
    """The first word of each line, where lines are filled as far as they go."""
    found = [0]
    used = -_SPACE
    for n, width in enumerate(widths):
        if used + _SPACE + width > room and n > found[-1]:
            found.append(n)
            used = -_SPACE
        used += _SPACE + width
    return found


def _word(text: str) -> Dots | None:
    """The letters of a word, set close; None where one of them is missing."""
    lines = [""] * _LINES
    before: Dots | None = None
    gap = 0
    for base, signs in _clusters(text):
        if base == _FIXED and not signs:
            before, gap = None, gap + _SPACE
            continue
        letter = _letter(base, signs)
        if letter is None:
            return None
        if before is not None:
            gap = _GAP - _slack(before, letter)
        lines = [line + " " * gap + dots for line, dots in zip(lines, letter, strict=True)]
        before, gap = letter, 0
    return tuple(lines)


def _clusters(text: str) -> Iterator[tuple[str, str]]:
    """Characters with the signs that belong to them."""
    base, signs = "", ""
    for char in unicodedata.normalize("NFD", text):
        if unicodedata.combining(char):
            signs += char
            continue
        if base or signs:
            yield base, signs
        base, signs = char, ""
    yield base, signs


def _rows(words: Sequence[Dots]) -> Dots:
    """Words set in a line, as rows of cells."""
    lines = [(" " * _SPACE).join(dots) for dots in zip(*words, strict=True)]
    if len(lines[0]) % 2:
        lines = [f"{line} " for line in lines]
    first = 0 if "".join(lines[:_ABOVE]).strip() else _ABOVE
    return tuple(_cells(lines[n], lines[n + 1]) for n in range(first, _LINES, 2))


def _cells(upper: str, lower: str) -> str:
    """Two lines of dots as one row of cells."""
    cells = []
    for n in range(0, len(upper), 2):
        dots = upper[n] + upper[n + 1] + lower[n] + lower[n + 1]
        cells.append(_BLOCKS[sum(1 << place for place, dot in enumerate(dots) if dot != " ")])
    return "".join(cells)


@lru_cache(1024)
def _slack(left: Dots, right: Dots) -> int:
    """How many dots two letters can stand closer, at most the gap, because nothing of them is as near as they are."""
    after = [len(line) - len(line.rstrip()) for line in left]
    before = [len(line) - len(line.lstrip()) for line in right]
    return min(
        _GAP,
        *(
            space + before[there]
            for here, space in enumerate(after)
            for there in (here - 1, here, here + 1)
            if 0 <= there < _LINES
        ),
    )


@lru_cache(512)
def _letter(base: str, signs: str) -> Dots | None:
    """The picture of a letter with its signs, on all lines; None where there is none."""
    letters, marks = _pictures()
    over = [_OVER[sign] for sign in signs if sign in _OVER]
    beneath = [_BENEATH[sign] for sign in signs if sign in _BENEATH]
    if len(over) > 1 or len(beneath) > 1 or len(over) + len(beneath) < len(signs):
        return None
    if over == ["ˇ"] and not beneath and base in {"d", "t", "l", "L"}:
        return _beside(letters[base], letters["’"])
    if base == "g" and beneath == ["¸"] and not over:
        over, beneath = ["‘"], []
    picture = letters.get({"i": "ı", "j": "ȷ"}.get(base, base) if over else base)
    if picture is None:
        return None
    lines = [*picture]
    width = len(lines[0])
    if over:
        tall = any(lines[n].strip() for n in range(_SMALL))
        if tall:
            lines = _lowered(lines)
        sign = _as_even(marks[over[0]], width)
        end = _ABOVE if tall else _SMALL - 1
        if len(sign) > _ABOVE and tall:
            end += 1
        lines = _with(lines, sign, end - len(sign), (width - len(sign[0])) // 2)
        width = len(lines[0])
    if beneath:
        sign = marks[beneath[0]]
        if lines[_UNDER].strip():
            return None
        at = (width - len(sign[0])) // 2 if beneath == ["¸"] else width - len(sign[0])
        lines = _with(lines, sign, _UNDER, at)
    return tuple(lines)


def _as_even(sign: Dots, width: int) -> Dots:
    """A sign one dot wider where it could not stand over the middle of a letter."""
    even = all(line == line[::-1] for line in sign) and len(sign[0]) > 2
    if not even or len(sign[0]) % 2 == width % 2:
        return sign
    middle = len(sign[0]) // 2
    return tuple(line[:middle] + line[middle] + line[middle:] for line in sign)


def _lowered(lines: Sequence[str]) -> list[str]:
    """A capital one line lower: without a line that is like the one above it, or without its middle."""
    top, base = _ABOVE, _UNDER - 1
    twice = [n for n in range(top + 1, base + 1) if lines[n] == lines[n - 1]]
    gone = twice[0] if twice else (top + base) // 2
    return [*lines[:top], " " * len(lines[0]), *lines[top:gone], *lines[gone + 1 :]]


def _with(lines: Sequence[str], sign: Sequence[str], y: int, x: int) -> list[str]:
    """A picture with a sign laid over it at a place, made wider where the sign needs it."""
    left, right = max(0, -x), max(0, x + len(sign[0]) - len(lines[0]))
    found = [" " * left + line + " " * right for line in lines]
    x += left
    for n, dots in enumerate(sign, y):
        laid = "".join("#" if "#" in pair else " " for pair in zip(found[n][x:], dots, strict=False))
        found[n] = found[n][:x] + laid + found[n][x + len(dots) :]
    return found


def _beside(letter: Dots, sign: Dots) -> Dots:
    return tuple(f"{line} {dots}" for line, dots in zip(letter, sign, strict=True))


@lru_cache(1)
def _pictures() -> tuple[dict[str, Dots], dict[str, Dots]]:
    """The letters on all their lines, and the signs on as many as they have."""
    letters = {char: (" " * len(dots[0]),) * _ABOVE + dots for char, dots in _cut(LETTERS, HEIGHT).items()}
    signs = _cut(SIGNS, SIGNS_HEIGHT)
    return letters, {char: tuple(line for line in dots if line.strip()) for char, dots in signs.items()}


def _cut(sheet: str, height: int) -> dict[str, Dots]:
    """Cuts a sheet of pictures into its pictures."""
    found: dict[str, Dots] = {}
    lines = sheet.splitlines()
    for top in range(0, len(lines), height + 1):
        names, *dots = lines[top : top + height + 1]
        edges = [n for n, char in enumerate(names) if char != " "]
        for start, end in zip(edges, [*edges[1:], 10_000], strict=True):
            picture = [line[start:end].rstrip() for line in dots]
            width = max(map(len, picture))
            found[names[start]] = tuple(line.ljust(width) for line in picture)
    return found
