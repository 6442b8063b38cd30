"""Events as lanes: actors down, time across, a mark where an actor takes part. What has no time is listed beneath."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from rich.cells import cell_len

from briefing_tui.blocks.block import Heading, Items, LazyRows, Prose, Span
from briefing_tui.blocks.group import events_target
from briefing_tui.blocks.line import entry_item
from briefing_tui.blocks.marks import EVENT_STATUSES, ROLE_GLYPHS
from briefing_tui.blocks.scope import Scope
from briefing_tui.blocks.sheet import counted
from briefing_tui.tui.drawing import Drawing, Grid, over
from briefing_tui.tui.history import Lens
from briefing_tui.tui.rows import GUTTER, Piece, Stop
from briefing_tui.tui.views import Shown
from briefing_tui.tui.views.empty import missing
from briefing_tui.tui.views.involvement import LASTS, OPEN, POINT, VAGUE, Lane, Lanes, lanes_of, offset_words
from briefing_tui.tui.views.scale import Broken, Scale, scale_for
from briefing_tui.tui.wrapping import cut

_RANKS = {role: n for n, role in enumerate(ROLE_GLYPHS)}
_NOBODY, _MANY = "•", "∗"
_ROWS_ABOVE = 2
#: With so many lanes at most, there is a row of air between them.
_AIRY = 12
#: What goes on is not drawn farther than so many cells.
_LONGEST_BAR = 20_000
#: In that row an event is named in so many cells.
_SHORTEST_NAME, _LONGEST_NAME = 8, 22


class _Set(NamedTuple):
    """A lane as it is set: the cells that have a mark, the events that fall into each, and the bars after them."""

    xs: list[int]
    cells: list[list[int]]
    bars: list[Piece]


def lanes_blocks(scope: Scope, lens: Lens, entry: str = "") -> Shown:
    """The view."""
    found = lanes_of(scope, lens.clock)
    if not scope.briefing.events:
        return missing(
            "No events yet. Say what happened, when, and who was in it:",
            "events:\n  crest: {title: The flood crest arrives, when: 2026-03-05~, participants: {affected: town}}",
            "lanes",
        )
    blocks: list[Drawing | Heading | Items | Prose] = []
    if found.lanes:
        blocks.append(Drawing(lambda width: LaneGrid(scope, found, lens, width), "lanes"))
        blocks.append(Prose(_legend(found), key="lanes.legend"))
    if found.undated:
        blocks.append(Heading((Span("Undated"),), 2, counted(len(found.undated)), "lanes.undated"))
        rows = LazyRows(found.undated, lambda id: entry_item(scope, id, key=id, linked=False))
        blocks.append(Items(rows, 0, "lanes.undated.list"))
    return tuple(blocks)


def _legend(found: Lanes) -> tuple[Span, ...]:
    """The glyphs that occur, and what the lines are."""
    glyphs = {ROLE_GLYPHS[role] for role in found.roles} | ({_NOBODY} if found.lanes[-1].actor == "" else set())
    words = [f"{glyph} {role}" for role, glyph in ROLE_GLYPHS.items() if glyph in glyphs and role != "other"]
    if _NOBODY in glyphs:
        words.append(f"{_NOBODY} no role named")
    words += [f"2–9 {_MANY} several at once", "━ lasts", "╌ some time in"]
    return (Span("   ".join(word.replace(" ", "\u00a0") for word in words), "dim"),)


class LaneGrid(Grid):
    """The drawing: two rows of axis that stay, then a row a lane. A lane is set when it is looked at, and kept."""

    head = _ROWS_ABOVE

    def __init__(self, scope: Scope, found: Lanes, lens: Lens, width: int) -> None:
        super().__init__(width)
        self._scope, self._found, self._lens = scope, found, lens
        names = [self._name(lane) for lane in found.lanes]
        self._names = min(max(map(cell_len, names)), max(8, min(24, width // 3)))
        self.margin = GUTTER + self._names + 2
        room = max(4, width - self.margin - 1)
        self._scale: Scale = scale_for(found.instants, lens.scale, room, found.end)
        self.span = max(width, self.margin + self._scale.width + 1)
        self._step = 2 if len(found.lanes) <= _AIRY else 1
        self.count = len(found.lanes)
        self.height = self.head + self.count * self._step
        #: The cell of each event, and each lane's marks and bars once they have been looked at.
        self._xs = [self.margin + x for x in self._scale.cells(found.starts)]
        self._set: dict[int, _Set] = {}
        self._stops: dict[int, Stop] = {}
        now = lens.now
        self._now = None if now is None else self._x(now + found.offset)

    def _name(self, lane: Lane) -> str:
        return self._scope.link(lane.actor).text if lane.actor else "nobody named"

    def _x(self, instant: float) -> int:
        return self.margin + self._scale.at(instant)

    # rows --------------------------------------------------------------------

    def stop_at(self, n: int) -> int:
        lane, air = divmod(n - self.head, self._step)
        return lane if n >= self.head and not air else -1

    def rows_of(self, n: int) -> tuple[int, int]:
        row = self.head + n * self._step
        return row, row + 1

    def pieces(self, n: int, left: int, right: int) -> Sequence[Piece]:
        if n < self.head:
            return self._axis(n, left, right)
        number, air = divmod(n - self.head, self._step)
        if air:
            line = [Piece(self._now, "┊", "now")] if self._now is not None else []
            return over(line, self._said_under(number, left, right))
        lane = self._found.lanes[number]
        name = Piece(GUTTER, cut(self._name(lane), self._names), "node" if lane.actor else "dim")
        xs = self._lane(number).xs
        marks = [self._mark(number, link) for link in range(bisect_left(xs, left), bisect_left(xs, right))]
        return [name, *over(self._ground(number, left, right), marks)]

    def _axis(self, n: int, left: int, right: int) -> list[Piece]:
        ticks = list(self._scale.ticks(left - self.margin, right - self.margin))
        if n == 0:
            pieces = [Piece(GUTTER, cut(offset_words(self._found.offset), self._names), "axis")]
            return [*pieces, *(Piece(self.margin + tick.x, tick.words, "axis") for tick in ticks if tick.words)]
        line = [Piece(left, "─" * (min(right, self.margin + self._scale.width) - left), "grid")]
        # Where there is little room, several gaps are shortened in one cell.
        signs = {self.margin + tick.x: "┊" if tick.broken else "┬" for tick in ticks}
        marks = [Piece(x, sign, "grid") for x, sign in signs.items()]
        if self._now is not None and left <= self._now < right:
            marks = sorted([*(mark for mark in marks if mark.x != self._now), Piece(self._now, "▼", "now")])
        before, after = self._beyond(left, right)
        shortened = "┊ gaps shortened" if isinstance(self._scale, Broken) else ""
        words = cut(f"{before} ◂" if before else shortened, self._names)
        pieces = [Piece(GUTTER + self._names - cell_len(words), words, "axis")] if words else []
        if after:
            marks = [mark for mark in marks if mark.x < right - len(after) - 3]
            marks.append(Piece(right - len(after) - 3, f" {after} ▸", "axis"))
        return [*pieces, *over(line, marks)]

    def _beyond(self, left: int, right: int) -> tuple[str, str]:
        """How many events lie before and after what is in view."""
        if self.span <= self.width:
            return "", ""
        starts = self._found.ordered
        before = bisect_left(starts, left, key=self._x)
        after = len(starts) - bisect_left(starts, right, key=self._x)
        return (f"{before:,}" if before else ""), (f"{after:,}" if after else "")

    def _ground(self, number: int, left: int, right: int) -> list[Piece]:
        """The lane's line, with what lasts and what is only about known drawn on it, between two cells."""
        end = min(right, self.margin + self._scale.width)
        line = [Piece(left, "┄" * (end - left), "grid")] if left < end else []
        bars = self._lane(number).bars
        first = max(0, bisect_right(bars, left, key=lambda bar: bar.x) - 1)
        found = over(line, [bar for bar in bars[first:] if bar.x < right and bar.x + len(bar.text) > left])
        if self._now is not None and left <= self._now < end:
            found = over(found, [Piece(self._now, "┊", "now")])
        return found

    def _said_under(self, number: int, left: int, right: int) -> list[Piece]:
        """The names of the events whose first lane this is, under their marks, as far as there is room."""
        lane = self._lane(number)
        found: list[Piece] = []
        free = left
        for link in range(bisect_left(lane.xs, left), bisect_left(lane.xs, right)):
            x = lane.xs[link]
            if x < free or len(lane.cells[link]) > 1 or not self._named_here(number, lane.cells[link][0]):
                continue
            end = min(right, x + _LONGEST_NAME)
            if self._now is not None and x <= self._now < end:
                end = self._now - 1
            name = self.words(number, link)
            words = cut(name, max(0, end - x))
            if len(words) >= min(len(name), _SHORTEST_NAME):
                found.append(Piece(x, words, "dim"))
                free = x + cell_len(words) + 2
        return found

    def _named_here(self, number: int, event: int) -> bool:
        """Whether an event is named in a lane: in the first one it has a mark in."""
        return self._found.first_lane(self._found.events[event]) == self._found.lanes[number].actor

    # marks --------------------------------------------------------------------

    def _lane(self, number: int) -> "_Set":
        """The cells of a lane that have a mark, and the bars of what goes on after it."""
        found = self._set.get(number)
        if found is None:
            xs: list[int] = []
            cells: list[list[int]] = []
            bars: list[Piece] = []
            numbers = sorted(self._found.lanes[number].numbers, key=self._found.starts.__getitem__)
            for x, at in groupby(numbers, self._xs.__getitem__):
                xs.append(x)
                cells.append(list(at))
                bars.extend(self._bars(x, cells[-1]))
            found = self._set[number] = _Set(xs, cells, _merged(bars))
        return found

    def _target(self, number: int, link: int) -> str:
        """What a mark leads to: its event, or the group of them where several fall into one cell."""
        cell = self._lane(number).cells[link]
        found = self._found
        if len(cell) == 1:
            return found.events[cell[0]].id
        first, last = found.starts[cell[0]], found.starts[cell[-1]]
        return events_target(found.lanes[number].actor, first, last + 1, self._lens.clock, found.offset)

    def _mark(self, number: int, link: int) -> Piece:
        """A mark: what part the actor has; or how many events there are, where several fall into one cell."""
        lane = self._lane(number)
        x, cell = lane.xs[link], lane.cells[link]
        target = self._target(number, link)
        if len(cell) > 1:
            return Piece(x, str(len(cell)) if len(cell) < 10 else _MANY, "mark", target, link)
        event = self._found.events[cell[0]]
        roles = self._found.roles_of(self._found.lanes[number].actor, cell[0])
        glyph = ROLE_GLYPHS[min(roles, key=_RANKS.__getitem__)] if roles else _NOBODY
        return Piece(x, glyph, EVENT_STATUSES[event.status].role if event.status else "mark", target, link)

    def _bars(self, x: int, numbers: Sequence[int]) -> Iterator[Piece]:
        """What goes on after one cell: the farthest of each way hides the others."""
        edge = self.margin + self._scale.width
        lasts: dict[int, int] = {}
        for n in numbers:
            way = self._found.ways[n]
            if way != POINT:
                lasts[way] = max(lasts.get(way, 0), self._found.lasts[n])
        if OPEN in lasts:
            if edge - 1 > x:
                yield Piece(x, "━" * min(edge - 1 - x, _LONGEST_BAR) + "▸", "bar")
            return
        if LASTS in lasts and (end := self._x(lasts[LASTS])) > x:
            yield Piece(x, "━" * min(end - x + 1, _LONGEST_BAR), "bar")
        if VAGUE in lasts and (end := self._x(lasts[VAGUE])) > x:
            yield Piece(x, "╌" * min(end - x, _LONGEST_BAR), "bar-empty")

    def stop(self, n: int) -> Stop:
        # Asked for many times a key, and a lane may have a thousand marks.
        stop = self._stops.get(n)
        if stop is None:
            lane = self._found.lanes[n]
            links = tuple([self._target(n, link) for link in range(len(self._lane(n).xs))])
            stop = self._stops[n] = Stop(self._key(lane), lane.actor, links, self._name(lane), True)
        return stop

    def keys(self) -> Iterator[str]:
        # Without looking at what stands in the lanes.
        return map(self._key, self._found.lanes)

    def _key(self, lane: Lane) -> str:
        return f"lane.{lane.actor or '-'}"

    def cells(self, stop: int, link: int) -> tuple[int, int, int]:
        x = self._lane(stop).xs[link]
        return self.rows_of(stop)[0], x, x + 1

    def holding(self, stop: int, target: str) -> int | None:
        exact = super().holding(stop, target)
        if exact is not None:
            return exact
        events, cells = self._found.events, self._lane(stop).cells
        return next((link for link, cell in enumerate(cells) if any(events[n].id == target for n in cell)), None)

    def nearest(self, stop: int, x: int) -> int:
        xs = self._lane(stop).xs
        n = bisect_left(xs, x)
        return min((link for link in (n - 1, n) if 0 <= link < len(xs)), key=lambda link: abs(xs[link] - x), default=0)

    def words(self, stop: int, link: int) -> str:
        if link < 0:
            return self._name(self._found.lanes[stop])
        cell = self._lane(stop).cells[link]
        if len(cell) > 1:
            return f"{len(cell):,} events"
        return self._scope.label(self._found.events[cell[0]].id)


def _merged(bars: list[Piece]) -> list[Piece]:
    """Bars by where they begin, cut so that none overlaps another; what lasts hides what is only about known."""
    found: list[Piece] = []
    for bar in sorted(bars, key=lambda bar: (bar.x, bar.role != "bar")):
        last = found[-1] if found else None
        if last is not None and bar.x < last.x + len(last.text):
            if last.role == bar.role or bar.role != "bar":
                bar = bar._replace(x=last.x + len(last.text), text=bar.text[last.x + len(last.text) - bar.x :])
            else:
                found[-1] = last._replace(text=last.text[: bar.x - last.x])
        if bar.text:
            found.append(bar)
    return [bar for bar in found if bar.text]
