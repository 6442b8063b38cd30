"""What a ladder becomes where there is no room for its lines: messages one under another, `from → to`, by time."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from briefing_tui.blocks.scope import Scope
from briefing_tui.tui.drawing import Grid
from briefing_tui.tui.rows import GUTTER, Piece, Stop
from briefing_tui.tui.views.course import DAY, NOW, UNDATED, Course
from briefing_tui.tui.views.margin import Margin
from briefing_tui.tui.views.parties import Told
from briefing_tui.tui.views.saying import (
    NOBODY,
    answer_mark,
    channel_mark,
    communication_of,
    message_words,
    party_name,
    party_target,
    said,
)
from briefing_tui.tui.wrapping import cut

#: The column of times is so wide at most, in cells; wider times push aside what stands beside them.
_TIMES = 6


class Succession(Grid):
    """The list: for each message who told whom, with what the recipients say of it, and its words."""

    def __init__(self, scope: Scope, told: Told, margin: Margin, width: int, now: int | None) -> None:
        super().__init__(width)
        self._scope, self._told, self._margin = scope, told, margin
        days = [n for n in range(told.dated) if (not n and margin.head) or margin.day(n)]
        self._course = Course(told, now, days=days)
        self._x = GUTTER + (min(margin.times, _TIMES) + 2 if margin.times else 0)
        self.height = len(self._course.rows)
        self.count = len(told.messages)

    # rows --------------------------------------------------------------------

    def pieces(self, n: int, left: int, right: int) -> Sequence[Piece]:
        row = self._course.rows[n]
        room = self.width - GUTTER - 1
        if row == NOW:
            return [Piece(GUTTER, "now", "now"), Piece(GUTTER + 4, "╌" * max(0, room - 4), "now")]
        if row == UNDATED:
            return [Piece(GUTTER, cut(f"Time unknown  {self.count - self._told.dated:,}", room), "heading")]
        if row == DAY:
            heads = (self._margin.day(self._course.rows[n + 1] // 2), *self._margin.head)
            return [Piece(GUTTER, cut("  ".join(filter(None, heads)), room), "heading")]
        if row < 0:
            return []
        at, line = divmod(row, 2)
        if not line:
            return self._who(at)
        id = self._told.messages[at].id
        channel = channel_mark(communication_of(self._scope, id))
        words = (f"{channel.glyph} " if channel else "") + said(self._scope, id)
        return self._filled(self._x, [(words, "", id)])

    def _who(self, n: int) -> list[Piece]:
        """When, and who told whom, as links; after each recipient what it says of it."""
        time = cut(self._margin.time(n), self.width - GUTTER - 1)
        before = [Piece(GUTTER, time, "time", self._told.messages[n].id)] if time else []
        message = self._told.messages[n]
        communication = communication_of(self._scope, message.id)
        parts: list[tuple[str, str, str]] = []
        for to, side in enumerate((message.senders, message.recipients)):
            parts += [(" → ", "mark", message.id)] if to else []
            parts += [] if side else [(NOBODY.glyph, NOBODY.role, "")]
            for number, party in enumerate(side):
                parts += [(", ", "dim", "")] if number else []
                parts.append((party_name(self._scope, party), "node", party_target(self._scope, party)))
                answer = answer_mark(communication, party) if to else None
                parts += [(f" {answer.glyph}", answer.role, "")] if answer else []
        return [*before, *self._filled(max(self._x, GUTTER + cell_len(time) + 2 if time else 0), parts)]

    def _filled(self, x: int, parts: Sequence[tuple[str, str, str]]) -> list[Piece]:
        """Some words after each other, as much as there is room for. The message is link 0, parties follow."""
        found: list[Piece] = []
        links = 0
        end = self.width - 1
        for text, role, target in parts:
            shown = cut(text, end - x)
            if not shown:
                break
            link = -1 if not target else 0
            if target and role == "node":
                links += 1
                link = links
            found.append(Piece(x, shown, role, target, link))
            x += cell_len(shown)
            if shown != text:
                return found
        else:
            return found
        # What comes after a word that ends at the edge must not go unnoticed.
        if not found:
            return found
        last = found[-1]
        found[-1] = last._replace(text=cut(last.text + "…", cell_len(last.text)))
        return found

    # stops --------------------------------------------------------------------

    def stop_at(self, n: int) -> int:
        row = self._course.rows[n]
        return row // 2 if row >= 0 else -1

    def stop(self, n: int) -> Stop:
        id = self._told.messages[n].id
        return Stop(id, "", (id, *(piece.target for piece in self._who(n) if piece.link > 0)), id, True)

    def rows_of(self, n: int) -> tuple[int, int]:
        row = self._course.row_of(n)
        return row, row + 2

    def keys(self) -> Iterator[str]:
        return (message.id for message in self._told.messages)

    def cells(self, stop: int, link: int) -> tuple[int, int, int]:
        end = self.rows_of(stop)[1]
        pieces = [piece for piece in self._who(stop) if piece.link == link] if link > 0 else []
        if not pieces:
            return end - 1, self._x, self.width
        return end - 2, pieces[0].x, pieces[-1].x + cell_len(pieces[-1].text)

    def words(self, stop: int, link: int) -> str:
        message = self._told.messages[stop]
        parties = (*message.senders, *message.recipients)
        if 0 < link <= len(parties):
            return self._scope.link(parties[link - 1]).text
        return message_words(self._scope, message.id)
