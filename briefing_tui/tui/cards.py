"""Cards side by side as a drawing: a number, a title, a few words, and which card one is at. Knows no steps."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from math import ceil, sqrt
from typing import NamedTuple

from rich.cells import cell_len

from briefing_tui.tui.drawing import Grid
from briefing_tui.tui.rows import Piece, Stop
from briefing_tui.tui.wrapping import breaks, cut

#: How wide a card should be, how wide it is at most, and the cells between two.
_USUAL, _WIDEST, _BETWEEN = 27, 34, 2
#: How much more cards should stand beside one another than below one another, where there is room.
_SHAPE = 1.6
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
    """The drawing, for a view of so many rows. A row of cards is a stop; a card is a link to its number, from 0."""

    def __init__(self, cards: Sequence[Card], at: int, width: int, rows: int) -> None:
        super().__init__(width)
        self._cards, self._at = cards, at
        self.columns, self._cells = _fit(len(cards), width)
        self._left = max(1, (width - self.columns * (self._cells + _BETWEEN) + _BETWEEN) // 2)
        self._titles = [_lines(card.title, self._cells - _EDGES) for card in cards]
        least = _LEAST if self.columns > 1 else 1
        firsts = range(0, len(cards), self.columns)
        heights = [2 + max([least, *map(len, self._titles[first : first + self.columns])]) for first in firsts]
        self.count = len(heights)
        # Where all of them are in view with air between them, there is.
        air = int(sum(heights) + self.count + 1 <= rows)
        self._heights, self._tops, self.height = heights, [], air
        for height in heights:
            self._tops.append(self.height)
            self.height += height + air

    def page(self, number: int, pages: int, rows: int) -> int:
        """The card so many pages further in the same column, where so many rows can be seen."""
        row, column = divmod(number, self.columns)
        found = bisect_right(self._tops, self._tops[row] + pages * rows) - 1
        if found == row:
            found += 1 if pages > 0 else -1
        return self.beneath(column, found)

    def beneath(self, column: int, row: int) -> int:
        """The card of a column in a row; the nearest where there is none."""
        return min(max(0, min(row, self.count - 1)) * self.columns + column, len(self._cards) - 1)

    # what a grid says --------------------------------------------------------------------

    def pieces(self, n: int, left: int, right: int) -> Sequence[Piece]:
        row = self.stop_at(n)
        if row < 0:
            return ()
        down, height = n - self._tops[row], self._heights[row]
        # The card itself is lit: what is blank here leaves no room for a cursor's bar.
        found = [Piece(0, " " * self._left)]
        for link, number in enumerate(self._in_row(row)):
            x = self._x(link)
            parts = self._top(number) if down == 0 else self._under(number, down, height)
            for text, role in parts:
                if text:
                    found.append(Piece(x, text, role, str(number), link))
                    x += cell_len(text)
        return found

    def _x(self, link: int) -> int:
        return self._left + link * (self._cells + _BETWEEN)

    def _in_row(self, row: int) -> range:
        return range(row * self.columns, min((row + 1) * self.columns, len(self._cards)))

    def _top(self, number: int) -> tuple[tuple[str, str], ...]:
        here = number == self._at
        name = cut(f" {number + 1} ", self._cells - 4)
        room = self._cells - 4 - cell_len(name)
        word = (f" {HERE} " if len(HERE) + 2 <= room else HERE[0]) if here else ""
        line = max(0, room - cell_len(word))
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
        row = bisect_right(self._tops, n) - 1
        return row if row >= 0 and n < self._tops[row] + self._heights[row] else -1

    def stop(self, n: int) -> Stop:
        return Stop(self._key(n), "", tuple(map(str, self._in_row(n))), self.words(n, 0), True)

    def keys(self) -> Iterator[str]:
        return map(self._key, range(self.count))

    @staticmethod
    def _key(n: int) -> str:
        return f"cards.{n}"

    def rows_of(self, n: int) -> tuple[int, int]:
        return self._tops[n], self._tops[n] + self._heights[n]

    def cells(self, stop: int, link: int) -> tuple[int, int, int]:
        return self._tops[stop], self._x(link), self._x(link) + self._cells

    def words(self, stop: int, link: int) -> str:
        return self._cards[stop * self.columns + max(0, link)].title


def _fit(number: int, width: int) -> tuple[int, int]:
    """How many cards stand side by side, and how wide each is; no more beside one another than fill the rows."""
    room = max(_EDGES + 4, width - 2)
    most = max(1, round((room + _BETWEEN) / (_USUAL + _BETWEEN)))
    columns = max(1, min(most, ceil(sqrt(_SHAPE * number))))
    columns = ceil(number / ceil(number / columns)) if number else 1
    return columns, min(_WIDEST, (room + _BETWEEN) // columns - _BETWEEN)


def _lines(title: str, cells: int) -> list[str]:
    """A title in a few lines; what does not fit gives way to `…`."""
    text = " ".join(title.split())
    places = breaks(text, cells)
    lines = [text[start:end] for start, end in places[:_MOST]]
    if len(places) > _MOST:
        lines[-1] = cut(text[places[_MOST - 1][0] :], cells)
    return lines
