"""What a matrix becomes where there is no room for its columns: each sender, and under it whom it told how often."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from briefing_tui.blocks.group import ANY
from briefing_tui.blocks.scope import Scope
from briefing_tui.tui.drawing import Grid
from briefing_tui.tui.rows import GUTTER, Piece, Stop
from briefing_tui.tui.views.saying import full_name, party_name, party_target
from briefing_tui.tui.views.tally import Cell, Tally
from briefing_tui.tui.wrapping import cut


class Listing(Grid):
    """The list. The line of a sender leads to it and to all it told, that of a recipient to what it was told by it.

    In the line of a sender the recipient is ANY.
    """

    def __init__(self, scope: Scope, tally: Tally, width: int) -> None:
        super().__init__(width)
        self._scope, self._tally = scope, tally
        self._lines: list[tuple[str, str]] = []
        self._rows: list[int] = []
        for sender in tally.senders:
            if self._rows:
                self._rows.append(-1)
            told = [to for to in tally.recipients if tally.cell(sender, to).number]
            told.sort(key=lambda to: -tally.cell(sender, to).number)
            for recipient in (ANY, *told):
                self._rows.append(len(self._lines))
                self._lines.append((sender, recipient))
        self._tops = [n for n, line in enumerate(self._rows) if line >= 0]
        self.count = len(self._lines)
        self.height = len(self._rows)
        self._digits = len(f"{tally.cell(ANY, ANY).number:,}")

    def _cell(self, stop: int) -> Cell:
        return self._tally.cell(*self._lines[stop])

    def pieces(self, n: int, left: int, right: int) -> Sequence[Piece]:
        if self._rows[n] < 0:
            return ()
        stop = self._rows[n]
        sender, recipient = self._lines[stop]
        cell = self._cell(stop)
        number = f"{cell.known:,}".rjust(self._digits)
        x = self.width - 1 - self._digits
        role = "mark" if cell.known else "future"
        if recipient == ANY:
            name = cut(party_name(self._scope, sender), x - 1 - GUTTER)
            found = [Piece(GUTTER, name, "node", party_target(self._scope, sender), 0)]
            return [*found, Piece(x, number, "strong" if cell.known else role, cell.target, 1)]
        words = cut(f"→ {party_name(self._scope, recipient)}", x - 3 - GUTTER)
        return [Piece(GUTTER + 2, words, "", cell.target, 0), Piece(x, number, role, cell.target, 0)]

    def stop_at(self, n: int) -> int:
        return self._rows[n]

    def rows_of(self, n: int) -> tuple[int, int]:
        return self._tops[n], self._tops[n] + 1

    def stop(self, n: int) -> Stop:
        sender, recipient = self._lines[n]
        target = self._cell(n).target
        key = f"matrix.from.{sender}" + ("" if recipient == ANY else f".{recipient}")
        links = (party_target(self._scope, sender), target) if recipient == ANY else (target,)
        return Stop(key, "", links, key, True)

    def keys(self) -> Iterator[str]:
        return (self.stop(n).key for n in range(self.count))

    def cells(self, stop: int, link: int) -> tuple[int, int, int]:
        if self._lines[stop][1] != ANY:
            return self._tops[stop], GUTTER + 2, self.width - 1
        name = cell_len(party_name(self._scope, self._lines[stop][0]))
        x = self.width - 1 - self._digits
        return (self._tops[stop], x, self.width - 1) if link else (self._tops[stop], GUTTER, min(GUTTER + name, x - 1))

    def holding(self, stop: int, target: str) -> int | None:
        exact = super().holding(stop, target)
        return 0 if exact is None and self._tally.counts(*self._lines[stop], target) else exact

    def words(self, stop: int, link: int) -> str:
        sender, recipient = self._lines[stop]
        if recipient == ANY and link < 1:
            return full_name(self._scope, sender)
        to = "anybody" if recipient == ANY else full_name(self._scope, recipient)
        return f"{full_name(self._scope, sender)} → {to}: {self._cell(stop).known:,}"
