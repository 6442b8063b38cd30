"""Cards side by side as a drawing: a number, a title, a few words, and which card one is at. Knows no steps."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from rich.cells import cell_len

from briefing_tui.tui.drawing import Grid
from briefing_tui.tui.rows import Piece, Stop
from briefing_tui.tui.wrapping import breaks, cut

#: How wide a card should be, how wide it is at most, and the cells between two.
_USUAL, _WIDEST, _BETWEEN = 27, 34, 2
#: The cells to the left of all cards: without the room for a cursor's bar, since the card itself is lit.
_LEFT = 1
#: Rows of a title: so many at most, and at least where cards stand side by side.
_MOST, _LEAST = 3, 2
#: What a card takes beside the words in it: its edges, and a space within each.
_EDGES = 4
#: Stands on the card one is at: never said by colour alone.
HERE = "● here"


class Card(NamedTuple):
    """What is on a card. The `note` stands in its lower edge."""

    title: str
    note: str = ""


class Cards(Grid):
    """The drawing. A row of cards is a stop; a card is a link to its number, from 0."""

    def __init__(self, cards: Sequence[Card], at: int, width: int) -> None:
        super().__init__(width)
        self._cards, self._at = cards, at
        self.columns, self._cells = _fit(len(cards), width)
        self._titles = [_lines(card.title, self._cells - _EDGES) for card in cards]
        least = _LEAST if self.columns > 1 else 1
        lines = [max(least, *map(len, self._titles[first : first + self.columns])) for first in self._firsts()]
        self._tops = [0, *accumulate(number + 2 for number in lines)]
        self.count, self.height = len(lines), self._tops[-1]
        self._rows = [row for row, number in enumerate(lines) for _ in range(number + 2)]

    def _firsts(self) -> range:
        return range(0, len(self._cards), self.columns)

    def page(self, number: int, pages: int, rows: int) -> int:
        """The card so many pages further in the same column, where so many rows can be seen."""
        row, column = divmod(number, self.columns)
        wanted = self._tops[row] + pages * rows
        found = self._rows[max(0, min(wanted, self.height - 1))]
        if found == row:
            found += 1 if pages > 0 else -1
        return self.beneath(column, found)

    def beneath(self, column: int, row: int) -> int:
        """The card of a column in a row; the nearest where there is none."""
        return min(max(0, min(row, self.count - 1)) * self.columns + column, len(self._cards) - 1)

    # what a grid says --------------------------------------------------------------------

    def pieces(self, n: int, left: int, right: int) -> Sequence[Piece]:
        row = self._rows[n]
        down, height = n - self._tops[row], self._tops[row + 1] - self._tops[row]
        found: list[Piece] = []
        for link, number in enumerate(self._in_row(row)):
            x = _LEFT + link * (self._cells + _BETWEEN)
            parts = self._top(number) if down == 0 else self._under(number, down, height)
            for text, role in parts:
                if text:
                    found.append(Piece(x, text, role, str(number), link))
                    x += cell_len(text)
        return found

    def _in_row(self, row: int) -> range:
        return range(row * self.columns, min((row + 1) * self.columns, len(self._cards)))

    def _top(self, number: int) -> tuple[tuple[str, str], ...]:
        here = number == self._at
        word = f" {HERE} " if here else ""
        name = cut(f" {number + 1} ", self._cells - 4)
        line = max(0, self._cells - 4 - cell_len(name) - cell_len(word))
        role = "node-here" if here else "count"
        return (("╭─", "rule"), (name, role), ("─" * line, "rule"), (word, "tab-here"), ("─╮", "rule"))

    def _under(self, number: int, down: int, height: int) -> tuple[tuple[str, str], ...]:
        room = self._cells - _EDGES
        if down == height - 1:
            note = cut(self._cards[number].note, room - 2)
            words = f" {note} " if note else ""
            return (("╰" + "─" * (self._cells - 3 - cell_len(words)), "rule"), (words, "dim"), ("─╯", "rule"))
        lines = self._titles[number]
        text = lines[down - 1] if down <= len(lines) else ""
        return (("│ ", "rule"), (text + " " * (room - cell_len(text)), "node"), (" │", "rule"))

    def stop_at(self, n: int) -> int:
        return self._rows[n]

    def stop(self, n: int) -> Stop:
        return Stop(self._key(n), "", tuple(map(str, self._in_row(n))), self.words(n, 0), True)

    def keys(self) -> Iterator[str]:
        return map(self._key, range(self.count))

    @staticmethod
    def _key(n: int) -> str:
        return f"cards.{n}"

    def rows_of(self, n: int) -> tuple[int, int]:
        return self._tops[n], self._tops[n + 1]

    def cells(self, stop: int, link: int) -> tuple[int, int, int]:
        x = _LEFT + link * (self._cells + _BETWEEN)
        return self._tops[stop], x, x + self._cells

    def words(self, stop: int, link: int) -> str:
        return self._cards[stop * self.columns + max(0, link)].title


def _fit(number: int, width: int) -> tuple[int, int]:
    """How many cards stand side by side, and how wide each is; no more beside one another than fill the rows."""
    room = max(_EDGES + 4, width - 2 * _LEFT)
    columns = max(1, min(number, round((room + _BETWEEN) / (_USUAL + _BETWEEN))))
    columns = -(-number // -(-number // columns)) if number else 1
    return columns, min(_WIDEST, (room + _BETWEEN) // columns - _BETWEEN)


def _lines(title: str, cells: int) -> list[str]:
    """A title in a few lines; what does not fit gives way to `…`."""
    text = " ".join(title.split())
    places = breaks(text, cells)
    lines = [text[start:end] for start, end in places[:_MOST]]
    if len(places) > _MOST:
        lines[-1] = cut(text[places[_MOST - 1][0] :], cells)
    return lines
