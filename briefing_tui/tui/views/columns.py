"""Columns under names: how wide each is, names in a few lines, text at the edges of the view. Pure functions."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from rich.cells import cell_len

from briefing_tui.tui.wrapping import breaks, cut

#: A name goes on at a space, or after a hyphen or a stroke.
_WORDS = re.compile(r"[^\s/-]+[/-]*|[/-]+")


class Columns(NamedTuple):
    """Columns beside each other: the width of each, its name in lines. `fit` is whether all are in sight at once."""

    widths: tuple[int, ...]
    names: tuple[tuple[str, ...], ...]
    fit: bool

    @property
    def lines(self) -> int:
        """The most lines a name has."""
        return max(map(len, self.names), default=0)


def columns_for(names: Sequence[str], room: int, least: int, widest: int, most: int, air: int = 1) -> Columns:
    """Columns for names in so many cells, with the fewest lines that leave every name whole; else `most` lines.

    A column has `least` cells at least, where all fit, `widest` at most. Between names there are `air` cells.
    """
    widths: list[int] = []
    if len(names) * least <= room:
        for lines in range(1, most + 1):
            widths = [max(least, _needed(name, lines) + air) for name in names]
            if sum(widths) <= room:
                break
        while sum(widths) > room:
            widths[widths.index(max(widths))] -= 1
        more, left = divmod(room - sum(widths), max(1, len(names)))
        widths = [min(max(widest, width), width + more + (n < left)) for n, width in enumerate(widths)]
    else:
        widths = [max(least, min(_longest_word(name) + air, widest // 2)) for name in names]
    heads = tuple([name_lines(name, width - air, most) for name, width in zip(names, widths, strict=True)])
    return Columns(tuple(widths), heads, sum(widths) <= room)


@lru_cache(maxsize=1024)
def name_lines(name: str, width: int, most: int) -> tuple[str, ...]:
    """A name in at most so many lines of so many cells. What does not fit gives way to `…`."""
    found: list[str] = []
    space, before = "", 0
    for start, end in _words(name):
        word = name[start:end]
        # Whether a space parts it from the word before.
        space, before = " " if start and name[start - 1].isspace() else "", len(found)
        if found and cell_len(found[-1] + space + word) <= width:
            found[-1] += space + word
        elif cell_len(word) <= width or cell_len(word) == len(word):
            found.append(cut(word, width) if len(found) < most else word)
        else:
            found.extend(word[a:b] for a, b in breaks(word, width))
        if len(found) > most:
            break
    if len(found) > most:
        # The rest of the name belongs to the last line, which says that it is cut.
        found[most - 1 :] = [
            cut(found[most - 1].removesuffix("…") + (space if before == most else "") + found[most], width)
        ]
        if not found[-1].endswith("…"):
            found[-1] = cut(found[-1] + "…", width)
    return tuple(found)


def _words(name: str) -> list[tuple[int, int]]:
    return [match.span() for match in _WORDS.finditer(name)]


@lru_cache(maxsize=1024)
def _longest_word(name: str) -> int:
    return max([cell_len(name[start:end]) for start, end in _words(name)], default=1)


@lru_cache(maxsize=1024)
def _needed(name: str, lines: int) -> int:
    """The cells that a name needs to be whole in so many lines."""
    whole = cell_len(name)
    first = whole if lines == 1 else max(_longest_word(name), -(-whole // lines))
    return next((width for width in range(first, whole) if _whole(name_lines(name, width, lines), name)), whole)


def _whole(lines: tuple[str, ...], name: str) -> bool:
    return "".join("".join(lines).split()) == "".join(name.split())


def clipped(x: int, text: str, left: int, right: int) -> tuple[int, str]:
    """Some text at a cell, as much of it as is between two cells: what is outside gives way to `…`, on either side."""
    end = x + cell_len(text)
    if end <= left or x >= right:
        return x, ""
    if x < left:
        start = 0
        while start < len(text) and (1 + cell_len(text[start:]) > end - left or unicodedata.combining(text[start])):
            start += 1
        text = "…" + text[start:].lstrip()
        x = max(left, min(end - cell_len(text), right - 1))
    return x, cut(text, right - x)


def beyond(middles: Sequence[int], left: int, right: int) -> tuple[int, int]:
    """How many columns are out of sight on either side, by the cells of their middles."""
    return bisect_left(middles, left), len(middles) - bisect_left(middles, right)
