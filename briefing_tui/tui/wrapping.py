"""Where running text breaks into lines, by the cells it fills. Knows words and widths, no styles and no widgets."""

import re
from functools import lru_cache

from rich.cells import cell_len

#: Texts of which every character fills one cell: Latin, Greek, Cyrillic, punctuation, marks and box drawing.
_SINGLE = re.compile(
    "[\n\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e"
    "\u2070-\u209c\u20a0-\u20bf\u2190-\u21ff\u2460-\u24ff\u2500-\u25fc]*"
)

#: A tab in running text is shown as one space; in code it is this many.
TAB = "    "


def breaks(text: str, width: int, first: int | None = None) -> list[tuple[int, int]]:
    """The lines of a text as (start, end) character offsets; spaces at a break belong to no line.

    `width` is in cells; the first line may have its own (what a label leaves). Newlines always break.
    """
    width = max(2, width)
    room = max(2, first if first is not None else width)
    lines: list[tuple[int, int]] = []
    at = 0
    # Most text that is not ASCII is so for a dash, an accent or a quotation mark: cells are characters there as well.
    single = text.isascii() or _SINGLE.fullmatch(text) is not None
    for paragraph in text.split("\n"):
        found = _single_breaks(paragraph, room, width) if single else _wide_breaks(paragraph, room, width)
        lines.extend((at + start, at + end) for start, end in found)
        at += len(paragraph) + 1
        room = width
    return lines


def _single_breaks(text: str, room: int, width: int) -> list[tuple[int, int]]:
    """One character is one cell: break at the last space that fits."""
    lines = []
    at, end = 0, len(text)
    while end - at > room:
        cut = text.rfind(" ", at, at + room + 1)
        if cut <= at:
            if room < width and text.find(" ", at) != at:
                # The short first line holds no whole word: better to leave it empty than to tear the word.
                cut = at if len(text[at:].split(" ", 1)[0]) <= width else at + room
            else:
                cut = at + room
        lines.append((at, cut))
        at = cut
        while at < end and text[at] == " ":
            at += 1
        room = width
    lines.append((at, end))
    return lines


def _wide_breaks(text: str, room: int, width: int) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    start = at = 0
    used = 0
    for word, spaces in _words(text):
        cells = _measured(word, 0, width)[0]
        if used and used + cells > room:
            lines.append((start, start + len(text[start:at].rstrip(" "))))
            start, used, room = at, 0, width
        if cells > room:
            torn = 0
            while keep := _fitting(word, torn, room):
                lines.append((at + torn, at + torn + keep))
                torn, room = torn + keep, width
            at += torn
            start, word = at, word[torn:]
            cells = cell_len(word)
        at += len(word) + spaces
        used += cells + spaces
    lines.append((start, len(text)))
    return lines


def _words(text: str) -> list[tuple[str, int]]:
    """Words with the number of spaces after each. Ideographs may break anywhere, so each is a word."""
    found: list[tuple[str, int]] = []
    word = ""
    for char in text:
        if char == " ":
            if word:
                found.append((word, 1))
                word = ""
            elif found:
                found[-1] = (found[-1][0], found[-1][1] + 1)
            else:
                found.append(("", 1))
        elif "\u2e80" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3" or "\uff00" <= char <= "\uff60":
            if word and char not in "、。，．！？）」』】":
                found.append((word, 0))
                word = ""
            word += char
        else:
            if word and "\u2e80" <= word[-1] <= "\u9fff":
                found.append((word, 0))
                word = ""
            word += char
    if word:
        found.append((word, 0))
    return found


def _measured(word: str, start: int, most: int) -> tuple[int, str]:
    """The cells of a word from `start` on, and as much of it as was measured: no more where that fills over `most`."""
    # A word may be as long as a file.
    size = 4 * most
    while True:
        piece = word[start : start + size]
        cells = cell_len(piece)
        if cells > most or start + size >= len(word):
            return cells, piece
        size *= 3


def _fitting(word: str, start: int, cells: int) -> int:
    """How many characters of a word fit from `start` on, never a base without its marks; at least one, 0 if all do."""
    found, piece = _measured(word, start, cells)
    if found <= cells:
        return 0
    used = 0
    fits = len(piece)
    for n, char in enumerate(piece):
        # The sign that asks for a picture makes a character wider than the two are by themselves.
        used += _cells(piece[n : n + 2]) if piece[n + 1 : n + 2] == "\ufe0f" else _cells(char)
        if used > cells and n:
            fits = n
            break
    while fits > 1 and cell_len(piece[:fits]) > cells:
        fits -= 1
        while fits > 1 and not _cells(piece[fits]):
            fits -= 1
    return fits


@lru_cache(4096)
def _cells(char: str) -> int:
    return cell_len(char)


def cut(text: str, cells: int) -> str:
    """The text in at most so many cells; what does not fit gives way to `…`."""
    if cells <= 0:
        return ""
    single = text.isascii() or _SINGLE.fullmatch(text) is not None
    if (len(text) if single else _measured(text, 0, cells)[0]) <= cells:
        return text
    if single:
        return text[: cells - 1].rstrip() + "…"
    used = kept = 0
    for char in text:
        used += _cells(char)
        if used > cells - 1:
            break
        kept += 1
    # A sign after a character can make it wider than the two are by themselves.
    while kept and cell_len(text[:kept]) > cells - 1:
        kept -= 1
    return text[:kept].rstrip() + "…"
