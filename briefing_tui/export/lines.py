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
    margin = cells(rest)
    room = max(NARROWEST, width - margin)
    words: list[str] = []
    start, used = first, cells(first)
    for word in text.split(" "):
        if not word:
            continue
        need = cells(word)
        if words and used + 1 + need > width:
            lines.append(start + " ".join(words))
            words, start, used = [], rest, margin
        if not words and need > room and "://" not in word:
            *whole, word = _torn(word, room)
            for piece in whole:
                lines.append(start + piece)
                start, used = rest, margin
            need = cells(word)
        used += need + bool(words)
        words.append(word)
    if words or not lines:
        lines.append(start + " ".join(words))
    return [line.rstrip() for line in lines]


def _torn(word: str, room: int) -> list[str]:
    """A word in pieces that fit; each holds at least one character."""
    if word.isascii():
        return [word[at : at + room] for at in range(0, len(word), room)]
    pieces = []
    begin = used = 0
    for n, char in enumerate(word):
        cell = _cell(char)
        if used + cell > room and n > begin:
            pieces.append(word[begin:n])
            begin, used = n, 0
        used += cell
    pieces.append(word[begin:])
    return pieces
