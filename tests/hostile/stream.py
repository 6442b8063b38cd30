"""What a terminal makes of bytes: text, controls and sequences, and which of them a run without malice has as well.

Sequences are compared by what they ask for. The numbers that any briefing changes are let go: places within the
screen, and the parts of a colour. All else has to be the same, letter for letter.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefing_tui.model.text import MARKS_A_BASE

_PIECE = re.compile(
    r"""
      \x1b\[ (?P<parameters>[0-?]*) (?P<between>[\ -/]*) (?P<final>[@-~])
    | \x1b (?P<string>[\]PX^_]) (?P<inside>[^\x07\x1b\x9c]*) (?:\x07|\x1b\\|\x9c)
    | (?P<short>\x1b[\ -/]*[0-OQ-WYZ\\`-~])
    | (?P<end>\r\n)
    | (?P<control>[\x00-\x1f\x7f-\x9f\ud800-\udfff])
    | (?P<text>[^\x00-\x1f\x7f-\x9f\ud800-\udfff]+)
    """,
    re.VERBOSE,
)
#: What is no control character and yet changes what stands beside it.
_UNFIT = re.compile(
    "[\u2028\u2029\u202a-\u202e\u2066-\u206f\ufeff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f\U0010fffe\U0010ffff]"
)
#: In a colour, the numbers that follow are its parts.
_COLOURS = {"38", "48", "58"}


class Piece(NamedTuple):
    """What stands in a stream: `asks` is empty for plain text, else what is asked of the terminal."""

    asks: str
    text: str
    at: int


def pieces(data: bytes, size: tuple[int, int] | None = None) -> Iterator[Piece]:
    """The parts of what was written to a terminal of `size` (columns, rows), in their order."""
    written = data.decode("utf-8", "surrogateescape")
    for match in _PIECE.finditer(written):
        if match["text"] is not None:
            yield Piece("", match["text"], match.start())
            continue
        for asks in _asked(match, size):
            yield Piece(asks, match[0], match.start())


def _asked(match: re.Match[str], size: tuple[int, int] | None) -> Iterator[str]:
    if match["end"] is not None:
        yield "end of line"
    elif (control := match["control"]) is not None:
        yield f"control {ord(control):02x}"
    elif (short := match["short"]) is not None:
        yield f"ESC {short[1:]}"
    elif (string := match["string"]) is not None:
        yield f"ESC {string} {match['inside']}"
    else:
        parameters, final = match["parameters"], match["between"] + match["final"]
        if final == "m":
            yield from (f"SGR {style}" for style in _styles(parameters))
        elif final == "H" and size is not None and _within(parameters, size):
            yield "CSI H"
        else:
            yield f"CSI {parameters}{final}"


def _styles(parameters: str) -> Iterator[str]:
    numbers = parameters.split(";")
    while numbers:
        first = numbers.pop(0)
        if first in _COLOURS and numbers:
            sort = numbers.pop(0)
            del numbers[: {"2": 3, "5": 1}.get(sort, 0)]
            # In how many bits a colour is told is the terminal's, and what was told before in the same process.
            first = f"{first};2" if sort in ("2", "5") else f"{first};{sort}"
        yield first or "0"


def _within(parameters: str, size: tuple[int, int]) -> bool:
    row, _, column = parameters.partition(";")
    try:
        return 1 <= int(row or 1) <= size[1] and 1 <= int(column or 1) <= size[0]
    except ValueError:
        return False


class Grammar:
    """What a program asks of a terminal by itself, learned from what it wrote where nobody meant harm."""

    def __init__(self, *runs: bytes, size: tuple[int, int] | None = None, asks: Iterable[str] = ()) -> None:
        self._size = size
        self.asks = set(asks)
        for run in runs:
            self.learn(run, size)

    def learn(self, run: bytes, size: tuple[int, int] | None = None) -> None:
        """Takes in another such run, on a terminal of that size."""
        self.asks |= {piece.asks for piece in pieces(run, size) if piece.asks}

    def objections(self, run: bytes) -> list[str]:
        """What some bytes ask for beyond that, or show as no text should be; each once, with what stands around it."""
        found: dict[str, str] = {}
        text = run.decode("utf-8", "surrogateescape")
        for piece in pieces(run, self._size):
            for wrong in _wrong(piece.text) if not piece.asks else [piece.asks] * (piece.asks not in self.asks):
                found.setdefault(wrong, text[max(0, piece.at - 60) : piece.at + 100])
        return [f"{wrong} in {around!r}" for wrong, around in found.items()]


def _wrong(text: str) -> Iterable[str]:
    """What no text may show: what reorders its line, what nobody sees, heaps of marks."""
    if text.isascii():
        return
    for match in _UNFIT.finditer(text):
        yield f"character {ord(match[0]):04x}"
    marks = 0
    for char in text:
        category = unicodedata.category(char)
        marks = marks + 1 if category[0] == "M" else marks if category == "Cf" else 0
        if marks > MARKS_A_BASE:
            yield "more marks than a base may have"
            return
