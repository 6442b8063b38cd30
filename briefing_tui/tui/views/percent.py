"""The scale of 0 to 100 per cent: which cell a value falls into, its ticks, ICD 203's words over it, and bars on it."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from rich.cells import cell_len

from briefing_tui.model.scales import LIKELIHOODS
from briefing_tui.tui.drawing import over
from briefing_tui.tui.rows import Piece

#: Where one word of the scale ends and the next begins.
TICKS = (0, 5, 20, 45, 55, 80, 95, 100)

#: Which labels of ticks go first where there is no room for all.
_FIRST = (0, 100, 45, 55, 20, 80, 5, 95)

#: Fewer cells tell two neighbours of the scale no longer apart.
LEAST = 20


class Percent(NamedTuple):
    """A scale of so many cells that begins at x."""

    x: int
    cells: int

    def at(self, value: float) -> int:
        """The cell a value falls into."""
        return self.x + round(max(0.0, min(100.0, value)) / 100 * (self.cells - 1))

    @property
    def end(self) -> int:
        """The cell after the last one."""
        return self.x + self.cells

    def ticks(self) -> list[Piece]:
        """The numbers of the ticks, those that fit; the last reaches a cell further than the scale."""
        taken: list[tuple[int, int, str]] = []
        for value in _FIRST:
            text = str(value)
            ideal = self.at(value) - (len(text) // 2 if value else 0)
            for shift in (0, -1, 1, -2):
                start = ideal + shift
                end = start + len(text)
                inside = self.x <= start and end <= self.end + 1
                if inside and all(end < a or start > b for a, b, _ in taken):
                    taken.append((start, end, text))
                    break
        return [Piece(start, text, "axis") for start, _, text in sorted(taken)]

    def line(self) -> list[Piece]:
        """The line of the axis, a joint at each tick."""
        marks = {self.at(value) for value in TICKS}
        first, last = self.x, self.end - 1
        inner = ("┼" if x in marks else "─" for x in range(first + 1, last))
        return [Piece(self.x, "".join(["├", *inner, "┤"]), "axis")]

    def ground(self) -> list[Piece]:
        """The ticks as lines that run down through the bars."""
        return [Piece(x, "│", "grid") for x in sorted({self.at(value) for value in TICKS})]

    def bar(self, low: float, high: float) -> list[Piece]:
        """A row with a bar from one value to another."""
        first, last = self.at(low), self.at(high)
        return over(self.ground(), [Piece(first, "█" * (last - first + 1), "bar")])

    def under(self, low: float, high: float, words: Iterable[Piece]) -> list[list[Piece]]:
        """Words under a bar, each on the row of the one before where it fits, else on a row of its own."""
        rows: list[list[Piece]] = []
        for word in words:
            cells = cell_len(word.text)
            last = rows[-1][-1] if rows else None
            after = last.x + cell_len(last.text) + 2 if last is not None else 0
            if last is not None and after + cells <= self.end:
                rows[-1].append(word._replace(x=after))
            else:
                start = max(self.x, min(self.at(low), self.end - cells))
                rows.append([word._replace(x=start)])
        return [self._clear_of(row) for row in rows]

    def _clear_of(self, words: list[Piece]) -> list[Piece]:
        """Words with the lines that run past them, two cells away at least: text run into is hard to read."""
        taken = [(word.x - 2, word.x + cell_len(word.text) + 2) for word in words]
        ground = [line for line in self.ground() if not any(a <= line.x < b for a, b in taken)]
        return sorted([*ground, *words])

    def words(self, row: str) -> list[list[Piece]]:
        """The words of one row of ICD 203's scale over their bands, in two rows or three; none where they do not fit.

        The words above lead down to their bands by a line.
        """
        terms = [term for term in LIKELIHOODS if term.row == row]
        middles = {term.rank: self.at((term.low + term.high) / 2) for term in terms}
        for ranks in (((1, 4, 7), (2, 3, 5, 6)), ((1, 4, 7), (2, 6), (3, 5))):
            rows: list[list[Piece]] = []
            above: list[int] = []
            for level in ranks:
                leaders = [middles[rank] for rank in above]
                texts = [(middles[term.rank], term.word) for term in terms if term.rank in level]
                placed = self._between(texts, leaders)
                if placed is None:
                    break
                lines = [Piece(x, "│", "grid") for x in leaders]
                rows.append(sorted([*lines, *[Piece(x, word, "axis") for x, word in placed]]))
                above.extend(level)
            else:
                return rows
        return []

    def _between(self, texts: list[tuple[int, str]], leaders: list[int]) -> list[tuple[int, str]] | None:
        """Words around their middles in a row where leaders go down; None where one has no room."""

        @cache
        def best(n: int, free: int) -> tuple[int, tuple[int, ...]] | None:
            """The least that words from n on stand aside, and where they begin, when cells are free from `free` on."""
            if n == len(texts):
                return 0, ()
            middle, word = texts[n]
            found = []
            for start in range(max(free, middle - len(word)), min(self.end - len(word), middle + 1) + 1):
                if not any(start - 1 <= x <= start + len(word) for x in leaders):
                    rest = best(n + 1, start + len(word) + 2)
                    if rest is not None:
                        found.append((abs(start + len(word) // 2 - middle) + rest[0], (start, *rest[1])))
            return min(found, default=None)

        placed = best(0, self.x)
        return None if placed is None else [(start, word) for start, (_, word) in zip(placed[1], texts, strict=True)]
