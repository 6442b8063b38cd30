"""The ladder as a drawing: a line for each party, two rows for each message, its words above its arrow."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from briefing_tui.blocks.scope import Scope
from briefing_tui.tui.drawing import Grid, over
from briefing_tui.tui.rows import GUTTER, Piece, Stop
from briefing_tui.tui.views.arrow import Arrow, arrow_pieces, line_pieces, loop_pieces, without
from briefing_tui.tui.views.columns import Columns, beyond, clipped
from briefing_tui.tui.views.course import AIR, NOW, UNDATED, Course
from briefing_tui.tui.views.margin import Margin
from briefing_tui.tui.views.parties import Message, Told
from briefing_tui.tui.views.saying import (
    answer_mark,
    channel_mark,
    communication_of,
    message_words,
    party_target,
    said,
    who_words,
)
from briefing_tui.tui.wrapping import cut

#: Words are so wide at most, in cells, where their arrow is shorter: longer, they would seem to belong to others.
_WORDS = 44
#: Between so many messages at most there is a row of air.
_AIRY = 6
#: The stop of the parties' names.
_PARTIES = "ladder.parties"


class Ladder(Grid):
    """The drawing. Its first stop is its head: the names of the parties. A row is made when it is looked at."""

    start = 1

    def __init__(
        self,
        scope: Scope,
        told: Told,
        parties: Sequence[str],
        margin: Margin,
        columns: Columns,
        width: int,
        now: int | None,
    ) -> None:
        super().__init__(width)
        self._scope, self._told, self._parties, self._margin = scope, told, parties, margin
        self._columns = columns
        self._course = course = Course(told, now, air=len(told.messages) <= _AIRY)
        #: The row from which on no time is known.
        self._apart = course.rows.index(UNDATED) if told.dated < len(told.messages) else len(course.rows)
        self.margin = margin.cells
        # Where not all parties are in sight, the margin says how many are not.
        self.head = max(columns.lines, len(margin.head) + (not columns.fit))
        self._starts = [self.margin + sum(columns.widths[:n]) for n in range(len(parties))]
        self._xs = [start + width // 2 for start, width in zip(self._starts, columns.widths, strict=True)]
        self._at = dict(zip(parties, self._xs, strict=True))
        self.span = max(width, self.margin + sum(columns.widths))
        self.height = self.head + len(self._course.rows)
        self.count = 1 + len(told.messages)

    # rows --------------------------------------------------------------------

    def pieces(self, n: int, left: int, right: int) -> Sequence[Piece]:
        if n < self.head:
            return self._names(n, left, right)
        n -= self.head
        row = self._course.rows[n]
        lines = line_pieces(self._xs, "│" if n < self._apart else "┊", left, right)
        if row == NOW:
            return [Piece(GUTTER, "now", "now"), *over([Piece(left, "╌" * (right - left), "now")], lines)]
        if row == UNDATED:
            number = len(self._told.messages) - self._told.dated
            return [Piece(GUTTER, cut(f"Time unknown  {number:,}", self.width - GUTTER), "heading")]
        if row == AIR:
            return lines
        at, line = divmod(row, 2)
        message = self._told.messages[at]
        words = cut(self._margin.time(at) if line else self._margin.day(at), self._margin.width)
        time = [Piece(GUTTER, words, "time", message.id)] if words else []
        drawn = self._arrow(message, left, right) if line else self._words(message, left, right)
        return [*time, *without(lines, drawn)]

    def _names(self, n: int, left: int, right: int) -> list[Piece]:
        heads = self._margin.head
        pieces = [Piece(GUTTER, heads[n], "axis")] if n < len(heads) else []
        if n == self.head - 1 and not self._columns.fit:
            before, after = beyond(self._xs, left, right)
            signs = (f"◂ {before}" if before else "", f"{after} ▸" if after else "")
            words = cut("  ".join(filter(None, signs)), self.margin - GUTTER - 1)
            pieces += [Piece(GUTTER, words, "axis")] if words else []
        for number, name in enumerate(self._columns.names):
            line = n - (self.head - len(name))
            if 0 <= line < len(name) and self._starts[number] < right:
                start, end = self._starts[number], self._starts[number] + self._columns.widths[number]
                cells = cell_len(name[line])
                x = max(start, min(self._xs[number] - cells // 2, end - 1 - cells))
                x, text = clipped(x, name[line], left, right)
                if text:
                    pieces.append(Piece(x, text, "node", party_target(self._scope, self._parties[number]), number))
        return pieces

    def _arrow_of(self, message: Message) -> Arrow:
        at = self._at
        ends = [tuple([at[id] for id in side]) for side in (message.senders, message.recipients)]
        return Arrow(ends[0], ends[1], self.margin)

    def _arrow(self, message: Message, left: int, right: int) -> list[Piece]:
        communication = communication_of(self._scope, message.id)
        arrow = self._arrow_of(message)
        if arrow.end <= left or arrow.start >= right:
            return self._beyond(message, arrow, left, right)
        answers = {
            self._at[id]: answer for id in message.recipients if (answer := answer_mark(communication, id)) is not None
        }
        return arrow_pieces(arrow, answers, channel_mark(communication), left, right, message.id)

    def _beyond(self, message: Message, arrow: Arrow, left: int, right: int) -> list[Piece]:
        """In which direction an arrow is that is out of sight, and whose it is."""
        parties = who_words(self._scope, message.id)
        text = cut(f"‹ {parties}" if arrow.end <= left else f"{parties} ›", right - left - 1)
        return [Piece(left if arrow.end <= left else right - 1 - cell_len(text), text, "edge-word", message.id, 0)]

    def _words(self, message: Message, left: int, right: int) -> list[Piece]:
        """What was said, above the arrow, from where it starts on; further left where it would end beyond the view."""
        arrow = self._arrow_of(message)
        if arrow.end <= left or arrow.start >= right:
            return []
        loop = loop_pieces(arrow, left, right, message.id)
        start = max((arrow.end if arrow.loop else arrow.start) + 2 - arrow.loop, left + (arrow.start < left))
        end = right - 1
        room = max(_WORDS, arrow.end - arrow.start - 3, (end - left) * 2 // 3)
        text = cut(said(self._scope, message.id), min(end - left, room))
        x = start if arrow.loop else max(left, min(start, end - cell_len(text)))
        text = cut(text, end - x)
        return [*loop, Piece(x, text, "", message.id, 0)] if text else loop

    # stops --------------------------------------------------------------------

    def stop_at(self, n: int) -> int:
        if n < self.head:
            return 0
        row = self._course.rows[n - self.head]
        return row // 2 + 1 if row >= 0 else -1

    def stop(self, n: int) -> Stop:
        if n == 0:
            return Stop(_PARTIES, "", tuple([party_target(self._scope, id) for id in self._parties]), "Parties", True)
        id = self._told.messages[n - 1].id
        return Stop(id, "", (id,), id, True)

    def rows_of(self, n: int) -> tuple[int, int]:
        if n == 0:
            return 0, self.head
        row = self.head + self._course.row_of(n - 1)
        return row, row + 2

    def keys(self) -> Iterator[str]:
        yield _PARTIES
        yield from (message.id for message in self._told.messages)

    def cells(self, stop: int, link: int) -> tuple[int, int, int]:
        if stop == 0:
            start = self._starts[link]
            return self.head - 1, start, start + self._columns.widths[link]
        arrow = self._arrow_of(self._told.messages[stop - 1])
        return self.rows_of(stop)[0] + 1, arrow.start, arrow.end

    def words(self, stop: int, link: int) -> str:
        if stop == 0:
            return self._scope.link(self._parties[max(0, link)]).text
        return message_words(self._scope, self._told.messages[stop - 1].id)
