"""The matrix as a drawing: who told (down) whom (across), how often; sums beside the names, which stay in sight."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from briefing_tui.blocks.group import ANY
from briefing_tui.blocks.scope import Scope
from briefing_tui.tui.drawing import Grid, over
from briefing_tui.tui.rows import GUTTER, Piece, Stop
from briefing_tui.tui.views.columns import Columns, beyond, clipped
from briefing_tui.tui.views.saying import full_name, party_name, party_target
from briefing_tui.tui.views.tally import Cell, Tally
from briefing_tui.tui.wrapping import cut

_CORNER = "from ↓  to →"
#: From so high a count on, bars show which counts are high.
_UNEVEN = 4
_LEAST = 6
_BARS = "▁▂▃▄▅▆▇█"
#: Between so many rows at most there is a row of air.
_AIRY = 8
#: Rows of the head below the names: what each was told, and a rule.
_UNDER = 2


class Mark(NamedTuple):
    """A link of a row, from a cell to another; in a column, or none (-1). A `bar` stands two cells further."""

    x: int
    end: int
    text: str
    role: str
    target: str
    words: str
    column: int = -1
    bar: str = ""


class Matrix(Grid):
    """The drawing. The first stop is the names of those who were told, the second how much each was."""

    start = 2

    def __init__(self, scope: Scope, tally: Tally, names: int, columns: Columns, width: int) -> None:
        super().__init__(width)
        self._scope, self._tally, self._columns, self._name_width = scope, tally, columns, names
        self.margin = margin_width(names, tally)
        self.head = max(1, columns.lines) + _UNDER
        self._starts = [self.margin + sum(columns.widths[:n]) for n in range(len(columns.widths))]
        self._middles = [start + (cells - 1) // 2 for start, cells in zip(self._starts, columns.widths, strict=True)]
        self.span = max(width, self.margin + sum(columns.widths))
        self.count = 2 + len(tally.senders)
        self._step = 2 if len(tally.senders) <= _AIRY else 1
        self.height = self.head + len(tally.senders) * self._step - (self._step - 1)
        self._marks: dict[int, list[Mark]] = {}

    # rows --------------------------------------------------------------------

    def pieces(self, n: int, left: int, right: int) -> Sequence[Piece]:
        if n < self.head - _UNDER:
            return self._names(n, left, right)
        if n == self.head - 1:
            return self._rule(left, right)
        rule = Piece(self.margin - 2, "│", "grid")
        stop = self.stop_at(n)
        if stop < 0:
            return [rule]
        found = [Piece(GUTTER, cut("all", self._name_width), "axis")] if stop == 1 else []
        counts: dict[int, tuple[int, Mark]] = {}
        for link, mark in enumerate(self.marks(stop)):
            if mark.column < 0:
                found.append(Piece(mark.x, mark.text, mark.role, mark.target, link))
            else:
                counts[mark.column] = link, mark
        found.append(rule)
        for column in self._seen(left, right):
            if column in counts:
                found += self._count(*counts[column], left, right)
            elif left <= self._middles[column] < right:
                found.append(Piece(self._middles[column], "·", "dim"))
        return found

    def _count(self, link: int, mark: Mark, left: int, right: int) -> list[Piece]:
        """A count, and beside it how it compares to the highest one."""
        x, text = clipped(mark.x, mark.text, left, right)
        found = [Piece(x, text, mark.role, mark.target, link)] if text else []
        if mark.bar and left <= mark.end + 1 < right:
            found.append(Piece(mark.end + 1, mark.bar, "bar", mark.target))
        return found

    def _seen(self, left: int, right: int) -> range:
        """The columns that reach into the view."""
        return range(max(0, bisect_right(self._starts, left) - 1), bisect_left(self._starts, right))

    def _rule(self, left: int, right: int) -> list[Piece]:
        """The line below the head, with how many columns there are beyond the view."""
        before, after = beyond(self._middles, left, right)
        line = "─" * (self.margin - 2 - GUTTER) + "┼─"
        rest = [Piece(left, "─" * (right - left - 1), "grid")]
        signs = [Piece(left, f"◂ {before} ", "axis")] if before else []
        words = f" {after} ▸"
        signs += [Piece(right - 1 - len(words), words, "axis")] if after else []
        return [Piece(GUTTER, line, "grid"), *over(rest, signs)]

    def _names(self, n: int, left: int, right: int) -> list[Piece]:
        corner = cut(_CORNER, self.margin - GUTTER - 2)
        last = self.head - _UNDER - 1
        pieces = [Piece(GUTTER, corner, "axis")] if n == last else []
        for number in self._seen(left, right):
            name = self._columns.names[number]
            line = n - (last + 1 - len(name))
            if 0 <= line < len(name):
                x = self._centred(number, cell_len(name[line]))
                x, text = clipped(x, name[line], left, right)
                if text:
                    target = party_target(self._scope, self._tally.recipients[number])
                    pieces.append(Piece(x, text, "node", target, number))
        return pieces

    def _ends(self, number: int) -> int:
        return self._starts[number] + self._columns.widths[number]

    def _centred(self, number: int, cells: int) -> int:
        """Where some cells in the middle of a column begin."""
        return max(self._starts[number], min(self._middles[number] - (cells - 1) // 2, self._ends(number) - 1 - cells))

    # marks --------------------------------------------------------------------

    def marks(self, stop: int) -> list[Mark]:
        """The links of a stop, from left to right."""
        marks = self._marks.get(stop)
        if marks is None:
            marks = self._marks[stop] = self._head_marks() if stop == 0 else self._row_marks(stop)
        return marks

    def _head_marks(self) -> list[Mark]:
        marks = []
        for number, id in enumerate(self._tally.recipients):
            words, target = full_name(self._scope, id), party_target(self._scope, id)
            marks.append(Mark(self._starts[number], self._ends(number), "", "node", target, words))
        return marks

    def _row_marks(self, stop: int) -> list[Mark]:
        """The name of who told, the sum, and each cell that counts something."""
        sender = self._tally.senders[stop - 2] if stop > 1 else None
        marks = []
        if sender is not None:
            name = cut(party_name(self._scope, sender), self._name_width)
            target = party_target(self._scope, sender)
            marks.append(Mark(GUTTER, GUTTER + cell_len(name), name, "node", target, full_name(self._scope, sender)))
        said = full_name(self._scope, sender) if sender is not None else "anybody"
        total = self._tally.cell(ANY if sender is None else sender, ANY)
        sum_ = self._number(total)
        x = self.margin - 3 - len(sum_)
        marks.append(Mark(x, x + len(sum_), sum_, _role(total, "strong"), total.target, f"{said} → anybody: {sum_}"))
        for number, recipient in enumerate(self._tally.recipients):
            cell = self._tally.cell(ANY if sender is None else sender, recipient)
            if cell.number:
                text = self._number(cell)
                x = self._centred(number, len(text))
                words = f"{said} → {full_name(self._scope, recipient)}: {text}"
                role = _role(cell, "strong" if sender is None else "mark")
                bar = self._bar(cell, number, x + len(text)) if sender is not None else ""
                marks.append(Mark(x, x + len(text), text, role, cell.target, words, number, bar))
        return marks

    def _bar(self, cell: Cell, number: int, x: int) -> str:
        """How a count compares to the highest one; nothing where that says little, or there is no room for it."""
        most = self._tally.most
        room = x + 2 < self._ends(number)
        return _BARS[-(-len(_BARS) * cell.known // most) - 1] if most >= _UNEVEN and cell.known and room else ""

    @staticmethod
    def _number(cell: Cell) -> str:
        return f"{cell.known:,}"

    # stops --------------------------------------------------------------------

    def stop_at(self, n: int) -> int:
        under = n - (self.head - _UNDER)
        if under <= 0:
            return 0 if under < 0 else 1
        number, air = divmod(n - self.head, self._step)
        return number + 2 if n >= self.head and not air else -1

    def rows_of(self, n: int) -> tuple[int, int]:
        if n == 0:
            return 0, self.head - _UNDER
        row = self.head - _UNDER if n == 1 else self.head + (n - 2) * self._step
        return row, row + 1

    def stop(self, n: int) -> Stop:
        return Stop(self._key(n), "", tuple([mark.target for mark in self.marks(n)]), self._key(n), True)

    def keys(self) -> Iterator[str]:
        return map(self._key, range(self.count))

    def _key(self, n: int) -> str:
        return ("matrix.to", "matrix.all")[n] if n < 2 else f"matrix.from.{self._tally.senders[n - 2]}"

    def cells(self, stop: int, link: int) -> tuple[int, int, int]:
        mark = self.marks(stop)[link]
        return self.rows_of(stop)[1] - 1, mark.x, mark.end

    def holding(self, stop: int, target: str) -> int | None:
        exact = super().holding(stop, target)
        if exact is not None or stop < 2:
            return exact
        sender, to = self._tally.senders[stop - 2], self._tally.recipients
        counts = [(link, mark.column) for link, mark in enumerate(self.marks(stop)) if mark.column >= 0]
        return next((link for link, column in counts if self._tally.counts(sender, to[column], target)), None)

    def words(self, stop: int, link: int) -> str:
        return self.marks(stop)[max(0, link)].words


def _role(cell: Cell, role: str) -> str:
    return role if cell.known else "future"


def least_width(tally: Tally) -> int:
    """The cells of the narrowest column that holds any count with its bar."""
    digits = len(f"{tally.most:,}")
    return max(_LEAST, digits + (_LEAST if digits > 1 and tally.most >= _UNEVEN else 1))


def margin_width(names: int, tally: Tally) -> int:
    """The cells that stay at the left: names, sums, a rule, and what is between them."""
    return GUTTER + names + 2 + len(f"{tally.cell(ANY, ANY).number:,}") + 3
