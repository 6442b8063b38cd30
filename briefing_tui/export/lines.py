"""Text in cells: how wide it is where a character fills one, two or none, and where it breaks. Knows no block."""

import unicodedata

#: Nothing is wrapped narrower than this, however deep it stands.
NARROWEST = 20


def cells(text: str) -> int:
    """The width of a text in terminal cells: East Asian wide characters fill two, marks and joiners none."""
    return len(text) if text.isascii() else sum(_cell(char) for char in text)


def _cell(char: str) -> int:
    if char < "\u0300":
        return 1
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def wrapped(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """Lines of at most so many cells, the first begun with `first` and the others with `rest`.

    Breaks at spaces only (a no-break space holds). A word that is too long is torn, an address never.
    """
    lines: list[str] = []
    line, used = first, cells(first)
    empty = True
    for word in text.split(" "):
        if not word:
            continue
        need = cells(word)
        room = max(NARROWEST, width - cells(rest))
        if not empty and used + 1 + need > width:
            lines.append(line)
            line, used, empty = rest, cells(rest), True
        while empty and need > room and "://" not in word:
            head = _head(word, room)
            lines.append(line + head)
            word = word[len(head) :]
            need = cells(word)
            line, used = rest, cells(rest)
        line += word if empty else f" {word}"
        used += need + (0 if empty else 1)
        empty = False
    if not empty or not lines:
        lines.append(line)
    return [line.rstrip() for line in lines]


def _head(word: str, room: int) -> str:
    """As many characters of a word as fit, at least one."""
    used = 0
    for n, char in enumerate(word):
        used += _cell(char)
        if used > room and n:
            return word[:n]
    return word
