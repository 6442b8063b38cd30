"""Events down a line, as they came: grouped by what is known of their times, with lines beside them for what lasts.

A row is set when it is looked at; what is made for all of them is a few lists of numbers.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rich.cells import cell_len

from briefing_tui.blocks.block import Note, Span
from briefing_tui.blocks.marks import EVENT_STATUSES
from briefing_tui.blocks.panes import pane_blocks
from briefing_tui.blocks.scope import Scope
from briefing_tui.links.knowledge import Knowledge
from briefing_tui.model.time_moment import MONTHS
from briefing_tui.tui.drawing import Drawing, Grid, over
from briefing_tui.tui.history import Lens
from briefing_tui.tui.rows import GUTTER, Piece, Stop, cut_spans
from briefing_tui.tui.views import Shown
from briefing_tui.tui.views.chronology import OCCURRED, Chronology, chronology
from briefing_tui.tui.views.event_row import event_lines
from briefing_tui.tui.views.rail import CLOSED, END_UNKNOWN, FROM_ABOVE, OPEN_START, START_UNKNOWN, Line
from briefing_tui.tui.views.spacing import spacing
from briefing_tui.tui.wrapping import cut

_AXIS, _TICK = "│", "├"
_LASTS, _UNSURE, _ENDS, _GOES_ON, _FROM_BEFORE = "┃", "┇", "╹", "▼", "▲"
_NO_STATUS = "•"
#: So many events as have been looked at are kept as they were set.
_KEPT = 1000


def timeline_blocks(scope: Scope, lens: Lens, entry: str = "") -> Shown:
    """The view."""
    if not scope.briefing.events:
        return pane_blocks(scope, "events")
    found = chronology(scope, lens.clock)
    blocks: list[Note | Drawing] = []
    if lens.clock == "reported":
        words = f"By when it was reported; {OCCURRED} by when it occurred, where no time of a report is given."
        blocks.append(Note((Span(words),), "timeline.clock"))
    if not found.dated:
        words = "No event has a time yet. Write what is known of it: when: 2026-03-05, 2026-03 or 2026~."
        blocks.append(Note((Span(words),), "timeline.none"))
    blocks.append(Drawing(lambda width: Timeline(scope, found, lens, width), "timeline"))
    return tuple(blocks)


@lru_cache(maxsize=4)
def _knowledge(scope: Scope) -> Knowledge:
    return Knowledge(scope.briefing)


class Timeline(Grid):
    """The drawing. Its stops are the events, in the order of the chronology."""

    def __init__(self, scope: Scope, found: Chronology, lens: Lens, width: int) -> None:
        super().__init__(width)
        self._scope, self._found = scope, found
        self._spacing = at = spacing(found, width)
        self._rail = at.rail
        self.count = found.count
        self.height = at.height
        self._made: dict[int, list[list[Piece]]] = {}
        #: The row of the time cursor's line; none where it is below all.
        self._now_row = self.height + 1
        self._now_words = ""
        self._dims = lens.now is not None
        if lens.now is not None and found.dated:
            above = found.known_by(lens.now)
            self._now_row = at.tops[above - 1] + at.lines[above - 1] if above else at.above
            self._now_words = _knowledge(scope).display(lens.now)
            self.now_stop = max(0, above - 1)
            self.height += 1

    # where what is --------------------------------------------------------------------

    def _top(self, event: int) -> int:
        top = self._spacing.tops[event]
        return top + (top >= self._now_row)

    def _event_at(self, n: int) -> int:
        """The event whose first row is row n, or is the nearest above it; -1 for none."""
        return bisect_right(self._spacing.tops, n - (n >= self._now_row)) - 1

    def stop_at(self, n: int) -> int:
        event = self._event_at(n)
        if event < 0 or n == self._now_row or n >= self._top(event) + self._spacing.lines[event]:
            return -1
        return event

    def rows_of(self, n: int) -> tuple[int, int]:
        top = self._top(n)
        return top, top + self._spacing.lines[n]

    def head_at(self, n: int) -> tuple[int, int]:
        event = self.stop_at(n)
        if event < 0:
            return 0, 0
        group = self._found.group_of(event)
        firsts = [*self._found.firsts[group : group + 2], self.count]
        heading, end = self._top(firsts[0]) - 1, self.rows_of(firsts[1] - 1)[1]
        return (heading, heading + 1) if n + 1 < end else (0, 0)

    def keys(self) -> Iterator[str]:
        return iter(self._found.ids)

    def stop(self, n: int) -> Stop:
        event = self._found.event(n)
        links = [piece.target for line in self._set(n) for piece in line if piece.link > 0]
        return Stop(event.id, event.id, (event.id, *links), self._found.text(n))

    def cells(self, stop: int, link: int) -> tuple[int, int, int]:
        for y, line in enumerate(self._set(stop), self._top(stop)):
            for piece in line:
                if piece.link == link:
                    return y, piece.x, piece.x + cell_len(piece.text)
        return self._top(stop), GUTTER, GUTTER + 1

    def words(self, stop: int, link: int) -> str:
        event = self._found.event(stop)
        if link < 0:
            return self._found.when(stop).display()
        return event.title if not link else self._scope.label(self.stop(stop).links[link])

    # rows --------------------------------------------------------------------

    def pieces(self, n: int, left: int, right: int) -> Sequence[Piece]:
        legend = self._spacing.legend
        at = n if self._spacing.above else n - self.height + len(legend)
        if 0 <= at < len(legend):
            return legend[at]
        event = self._event_at(n)
        if n == self._now_row:
            return self._now_line(event, n)
        line = n - self._top(event) if event >= 0 else self.height
        if event >= 0 and line < self._spacing.lines[event]:
            return [*self._beside(event, n), *self._set(event)[line]]
        after = event + 1
        if after < self.count and n == self._top(after) - 1:
            return [*self._beside(event, n, heading=True), *self._heading(after)]
        return self._beside(event, n)

    def _heading(self, first: int) -> Iterator[Piece]:
        name, note = self._found.heading(self._found.group_of(first))
        x, end = self._spacing.time_x, self._spacing.end
        if x + cell_len(name + note) > end:
            name = " ".join([word[:3] if word in MONTHS else word for word in name.split()])
        return cut_spans((Span(name, "heading"), Span(note, "dim")), x, end - x)

    def _now_line(self, event: int, n: int) -> list[Piece]:
        x = self._spacing.time_x
        ground = Piece(GUTTER, "─" * (self.width - GUTTER - 1), "now")
        words = cut(f" {self._now_words} ", max(0, self.width - x - 2))
        lines = self._lines(event, n) if event >= 0 else []
        return over([ground], [*lines, Piece(x, words, "now")])

    def _set(self, event: int) -> list[list[Piece]]:
        """The lines of an event, without what runs beside them."""
        made = self._made.get(event)
        if made is None:
            if len(self._made) > _KEPT:
                self._made.clear()
            made = self._made[event] = event_lines(self._found, self._spacing, event)
        return made

    # what runs beside --------------------------------------------------------------------

    def _beside(self, event: int, n: int, *, heading: bool = False) -> list[Piece]:
        """The axis, the event's mark where row n is its first one, and the lines of what lasts."""
        if event >= self._found.dated:
            return [self._mark(event, GUTTER)] if event >= 0 and n == self._top(event) else []
        if event < 0:
            return [Piece(GUTTER, _TICK, "axis"), *self._lines(event, n)] if heading and self._found.dated else []
        own = n == self._top(event)
        drawn = event in self._rail.lines
        if own and not drawn:
            axis = self._mark(event, GUTTER)
        elif event == self._found.dated - 1 and n >= self.rows_of(event)[1]:
            axis = Piece(GUTTER, "", "")
        else:
            axis = Piece(GUTTER, _TICK if heading else _AXIS, "axis")
        pieces = [axis, *self._lines(event, n)]
        if own and self._rail.beyond and (more := self._rail.beyond[event]):
            pieces.append(Piece(self._spacing.beyond_x, f"+{more:,}", "dim"))
        return pieces

    def _lines(self, event: int, n: int) -> list[Piece]:
        """The lines that run through row n, which is that of an event or is below it (-1: above all)."""
        if event >= self._found.dated:
            return []
        pieces = []
        for track, other in enumerate(self._rail.tracks[max(event, 0)]):
            if other < 0:
                continue
            x = GUTTER + 2 * (track + 1)
            if other == event and n == self._top(event):
                pieces.append(self._mark(event, x))
            elif glyph := self._line(self._rail.lines[other], event, n):
                # What it belongs to matters where there is a time cursor, which dims what was not known.
                target = self._found.event(other).id if self._dims else ""
                pieces.append(Piece(x, glyph, self._role(other), target))
        return _joined(pieces)

    def _line(self, line: Line, event: int, n: int) -> str:
        """What of a line is in row n, which is that of an event or is below it."""
        glyph = _UNSURE if line.kind in (START_UNKNOWN, END_UNKNOWN) else _LASTS
        if event < 0:
            stub = line.kind == START_UNKNOWN and line.row == 0
            return _FROM_BEFORE if line.kind == OPEN_START else glyph if stub else ""
        if line.kind in FROM_ABOVE:
            return glyph if event < line.row else ""
        if event < line.last or (event == line.last and n == self._top(event)):
            return glyph
        if line.kind == CLOSED:
            return _ENDS if n == self._top(line.last) + 1 else ""
        end = self.rows_of(event)[1]
        if line.kind == END_UNKNOWN:
            return _UNSURE if event == line.row and n < end else ""
        # What goes on does so through the time cursor's line.
        tail = end + (end == self._now_row)
        return glyph if n < tail else _GOES_ON if n == tail else ""

    def _mark(self, event: int, x: int) -> Piece:
        status = self._found.event(event).status
        return Piece(x, EVENT_STATUSES[status].glyph if status else _NO_STATUS, self._role(event))

    def _role(self, event: int) -> str:
        status = self._found.event(event).status
        return EVENT_STATUSES[status].role if status else "mark"


def _joined(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces that look the same as one: each costs when the screen is painted."""
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        if last is not None and (last.role, last.target) == (piece.role, piece.target):
            gap = " " * (piece.x - last.x - len(last.text))
            found[-1] = last._replace(text=f"{last.text}{gap}{piece.text}")
        else:
            found.append(piece)
    return found
