"""Events as lanes: actors down, time across, a mark where an actor takes part. What has no time is listed beneath."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from rich.cells import cell_len

from briefing_tui.blocks.block import Heading, Items, LazyRows, Prose, Span
from briefing_tui.blocks.group import events_target, placed_at
from briefing_tui.blocks.line import entry_item
from briefing_tui.blocks.marks import EVENT_STATUSES
from briefing_tui.blocks.scope import Scope
from briefing_tui.blocks.sheet import counted
from briefing_tui.model.event import Event
from briefing_tui.model.time import When
from briefing_tui.tui.drawing import Drawing, Grid, over
from briefing_tui.tui.history import Clock, Lens
from briefing_tui.tui.rows import GUTTER, Piece, Stop
from briefing_tui.tui.views import Shown
from briefing_tui.tui.views.empty import missing
from briefing_tui.tui.views.scale import Broken, Scale, scale_for
from briefing_tui.tui.wrapping import cut

#: What a participant's role looks like, in the order in which one of several is shown.
ROLE_GLYPHS = {
    "initiator": "►",
    "target": "◎",
    "affected": "○",
    "ally": "+",
    "mediator": "⇄",
    "host": "⌂",
    "observer": "◉",
    "other": "•",
}
_RANKS = {role: n for n, role in enumerate(ROLE_GLYPHS)}
_NOBODY, _MANY = "•", "∗"
_ROWS_ABOVE = 2
#: With so many lanes at most, there is a row of air between them.
_AIRY = 12
#: In that row an event is named in so many cells.
_SHORTEST_NAME, _LONGEST_NAME = 8, 22


class Taking(NamedTuple):
    """An actor's part in an event: from when to when, and how the mark looks.

    `until` is None for a moment, `open` whether it goes on beyond what is known; `vague` is how far the beginning may
    be off.
    """

    at: int
    until: int | None
    vague: int
    open: bool
    event: str
    glyph: str
    role: str


class Lane(NamedTuple):
    """An actor, or nobody (""), and the events it took part in by time."""

    actor: str
    taking: Sequence[Taking]


class Lanes(NamedTuple):
    """All lanes, what cannot be placed, and the offset in seconds the axis shows; `instants` are sorted, each once.

    `end` is up to when the last one may have been.
    """

    lanes: Sequence[Lane]
    undated: Sequence[str]
    offset: int
    instants: Sequence[int]
    end: int


class _Mark(NamedTuple):
    x: int
    text: str
    role: str
    target: str
    words: str


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


@lru_cache(maxsize=4)
def lanes_of(scope: Scope, clock: Clock) -> Lanes:
    """The lanes of a briefing by one of its clocks, in the order of its actors; nobody's is the last."""
    events = scope.briefing.events
    whens = {event.id: event_when(event, clock) for event in events}
    offset = common_offset(whens.values())
    lanes: dict[str, list[Taking]] = {actor.id: [] for actor in scope.briefing.actors}
    nobodys: list[Taking] = []
    undated: list[str] = []
    instants: set[int] = set()
    end = 0
    for event in events:
        when = whens[event.id]
        if not when.placed:
            undated.append(event.id)
            continue
        status = EVENT_STATUSES[event.status].role if event.status else "mark"
        at, until, vague, open_ = _extent(when, offset)
        instants.add(at)
        end = max(end, at + vague)
        if until is not None:
            instants.add(until)
        roles: dict[str, str] = {}
        for part, refs in (event.participants or {}).items():
            for ref in refs:
                if ref.ref in lanes:
                    roles[ref.ref] = min(roles.get(ref.ref, part), part, key=_RANKS.__getitem__)
        for actor, role in roles.items():
            lanes[actor].append(Taking(at, until, vague, open_, event.id, ROLE_GLYPHS[role], status))
        if not roles:
            nobodys.append(Taking(at, until, vague, open_, event.id, _NOBODY, status))
    rows = [Lane(actor, sorted(taking)) for actor, taking in lanes.items() if taking]
    if nobodys:
        rows.append(Lane("", sorted(nobodys)))
    return Lanes(rows, undated, offset, sorted(instants), end)


def event_when(event: Event, clock: Clock) -> When:
    """When an event was by a clock: what was reported at no time known counts when it occurred."""
    reported = event.reported_at if clock == "reported" else None
    return reported if reported is not None and reported.placed else event.when


def common_offset(whens: Iterable[When]) -> int:
    """The offset from UTC in seconds that most times of day are written in; 0 where none says."""
    moments = [moment for when in whens for moment in (when.start, when.end) if moment is not None]
    offsets = Counter(moment.offset for moment in moments if moment.offset is not None)
    return offsets.most_common(1)[0][0] if offsets else 0


def offset_words(offset: int) -> str:
    """Such as `UTC−5`, `UTC+3:30`."""
    sign = "−" if offset < 0 else "+"
    hours, minutes = divmod(abs(offset) // 60, 60)
    return "UTC" + (f"{sign}{hours}" if offset else "") + (f":{minutes:02}" if minutes else "")


def _extent(when: When, offset: int) -> tuple[int, int | None, int, bool]:
    """From when, until when, how far the beginning may be off, and whether it goes on."""
    at = placed_at(when, offset) or 0
    if when.start is None:
        return at, None, 0, False
    vague = when.start.latest - when.start.earliest
    if when.end is not None:
        return at, max(at, when.end.latest + (offset if when.end.offset is not None else 0)), 0, False
    return at, None, 0 if when.interval else vague, when.open_end or when.unknown_end


def _legend(found: Lanes) -> tuple[Span, ...]:
    """The glyphs that occur, and what the axis is."""
    glyphs = {taking.glyph for lane in found.lanes for taking in lane.taking}
    words = [f"{glyph} {role}" for role, glyph in ROLE_GLYPHS.items() if glyph in glyphs and role != "other"]
    if _NOBODY in glyphs:
        words.append(f"{_NOBODY} no role named")
    words.append(f"2–9 {_MANY} several at once")
    if any(taking.until is not None for lane in found.lanes for taking in lane.taking):
        words.append("━ lasts")
    if any(taking.vague for lane in found.lanes for taking in lane.taking):
        words.append("╌ some time in")
    return (Span("   ".join(words).replace(" ", "\u00a0").replace("\u00a0\u00a0\u00a0", "   "), "dim"),)


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
        self._marks: dict[int, list[_Mark]] = {}
        self._grounds: dict[int, list[Piece]] = {}
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
        marks = self.marks(number)
        first = bisect_left(marks, left - 1, key=lambda mark: mark.x)
        last = bisect_left(marks, right, key=lambda mark: mark.x)
        stand = [
            Piece(mark.x, mark.text, mark.role, mark.target, link) for link, mark in enumerate(marks[first:last], first)
        ]
        return [name, *over(self._ground(number, left, right), stand)]

    def _axis(self, n: int, left: int, right: int) -> list[Piece]:
        ticks = list(self._scale.ticks(left - self.margin, right - self.margin))
        if n == 0:
            pieces = [Piece(GUTTER, cut(offset_words(self._found.offset), self._names), "axis")]
            return [*pieces, *(Piece(self.margin + tick.x, tick.words, "axis") for tick in ticks if tick.words)]
        line = [Piece(left, "─" * (min(right, self.margin + self._scale.width) - left), "grid")]
        marks = [Piece(self.margin + tick.x, "┊" if tick.broken else "┬", "grid") for tick in ticks]
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
        """How many marks lie before and after what is in view."""
        if self.span <= self.width:
            return "", ""
        before = after = 0
        for lane in self._found.lanes:
            before += bisect_left(lane.taking, left, key=lambda taking: self._x(taking.at))
            after += len(lane.taking) - bisect_left(lane.taking, right, key=lambda taking: self._x(taking.at))
        return (f"{before:,}" if before else ""), (f"{after:,}" if after else "")

    def _ground(self, number: int, left: int, right: int) -> list[Piece]:
        """The lane's line, with what lasts and what is only about known drawn on it, between two cells."""
        end = min(right, self.margin + self._scale.width)
        line = [Piece(left, "┄" * (end - left), "grid")] if left < end else []
        if number not in self._grounds:
            self._grounds[number] = _merged(self._bars(number))
        bars = self._grounds[number]
        first = max(0, bisect_right(bars, left, key=lambda bar: bar.x) - 1)
        found = over(line, [bar for bar in bars[first:] if bar.x < right and bar.x + len(bar.text) > left])
        if self._now is not None and left <= self._now < end:
            found = over(found, [Piece(self._now, "┊", "now")])
        return found

    def _bars(self, number: int) -> list[Piece]:
        bars: list[Piece] = []
        edge = self.margin + self._scale.width
        for taking in self._found.lanes[number].taking:
            x = self._x(taking.at)
            if taking.until is not None and (end := self._x(taking.until)) > x:
                bars.append(Piece(x, "━" * (end - x + 1), "bar"))
            elif taking.open and edge - 1 > x:
                bars.append(Piece(x, "━" * min(edge - 1 - x, 400) + "▸", "bar"))
            elif taking.vague and (end := self._x(taking.at + taking.vague)) > x:
                bars.append(Piece(x, "╌" * (end - x), "bar-empty"))
        return bars

    def _said_under(self, number: int, left: int, right: int) -> list[Piece]:
        """The names of the events whose first lane this is, under their marks, as far as there is room."""
        marks = self.marks(number)
        first = bisect_left(marks, left, key=lambda mark: mark.x)
        found: list[Piece] = []
        free = left
        for mark in marks[first : bisect_left(marks, right, key=lambda mark: mark.x)]:
            if mark.x < free or self._first_lanes.get(mark.target) != number:
                continue
            end = min(right, mark.x + _LONGEST_NAME)
            if self._now is not None and mark.x <= self._now < end:
                end = self._now - 1
            words = cut(mark.words, max(0, end - mark.x))
            if len(words) >= min(len(mark.words), _SHORTEST_NAME):
                found.append(Piece(mark.x, words, "dim"))
                free = mark.x + cell_len(words) + 2
        return found

    @cached_property
    def _first_lanes(self) -> dict[str, int]:
        lanes: dict[str, int] = {}
        for number, lane in enumerate(self._found.lanes):
            for taking in lane.taking:
                lanes.setdefault(taking.event, number)
        return lanes

    # marks --------------------------------------------------------------------

    def marks(self, number: int) -> list[_Mark]:
        """The marks of a lane: where several fall into one cell, one for all of them, that says how many."""
        marks = self._marks.get(number)
        if marks is None:
            lane = self._found.lanes[number]
            cells: dict[int, list[Taking]] = {}
            for taking in lane.taking:
                cells.setdefault(self._x(taking.at), []).append(taking)
            marks = [self._mark(lane, x, takings) for x, takings in cells.items()]
            self._marks[number] = marks
        return marks

    def _mark(self, lane: Lane, x: int, takings: list[Taking]) -> _Mark:
        if len(takings) == 1:
            only = takings[0]
            return _Mark(x, only.glyph, only.role, only.event, self._scope.label(only.event))
        number = len(takings)
        text = str(number) if number < 10 else _MANY
        target = events_target(lane.actor, takings[0].at, takings[-1].at + 1, self._lens.clock, self._found.offset)
        return _Mark(x, text, "mark", target, f"{number:,} events")

    def stop(self, n: int) -> Stop:
        lane = self._found.lanes[n]
        links = tuple([mark.target for mark in self.marks(n)])
        return Stop(f"lane.{lane.actor or '-'}", lane.actor, links, self._name(lane), True)

    def cells(self, stop: int, link: int) -> tuple[int, int, int]:
        mark = self.marks(stop)[link]
        return self.rows_of(stop)[0], mark.x, mark.x + 1

    def nearest(self, stop: int, x: int) -> int:
        marks = self.marks(stop)
        n = bisect_left(marks, x, key=lambda mark: mark.x)
        return min(
            (link for link in (n - 1, n) if 0 <= link < len(marks)), key=lambda link: abs(marks[link].x - x), default=0
        )

    def words(self, stop: int, link: int) -> str:
        return self.marks(stop)[link].words if link >= 0 else self._name(self._found.lanes[stop])


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
