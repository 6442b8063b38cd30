"""Who took part in which events, and when, by one of the two clocks: what the lanes show. Knows no cells."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing_tui.blocks.group import event_when
from briefing_tui.blocks.scope import Scope
from briefing_tui.model.event import Event, Role
from briefing_tui.model.time import When
from briefing_tui.model.time_moment import Moment
from briefing_tui.tui.history import Clock

#: How an event's time goes on after its beginning: not at all, to an end, without end, or by not being known better.
POINT, LASTS, OPEN, VAGUE = range(4)
FOREVER = 10**30


class Lane(NamedTuple):
    """An actor, or nobody (""), and which events it took part in, by their numbers."""

    actor: str
    numbers: Sequence[int]


class Lanes:
    """All lanes of a briefing by one of its clocks, in the order of its actors, nobody's last; and what has no time.

    `events` are those that have a time, `starts` their beginnings, `lasts` how far each goes on, by its kind in `ways`;
    all in the order of the document, since memory is read in order. `instants` are beginnings and ends, sorted, each
    once. Seconds in `offset`, which the axis shows.
    """

    def __init__(self, scope: Scope, clock: Clock) -> None:
        reported = clock == "reported"
        self.events: list[Event] = []
        self.undated: list[str] = []
        whens: list[When] = []
        moments: list[Moment] = []
        for event in scope.briefing.events:
            when = event_when(event, clock) if reported else event.when
            moment = when.start or when.end
            if moment is None:
                self.undated.append(event.id)
            else:
                self.events.append(event)
                whens.append(when)
                moments.append(moment)
        self.offset = offset = common_offset(moments)
        self.starts: list[int] = []
        self.lasts: list[int] = []
        self.ways: list[int] = []
        self.roles: set[str] = set()
        numbers: dict[str, list[int]] = {actor.id: [] for actor in scope.briefing.actors}
        self._order = {actor: n for n, actor in enumerate(numbers)}
        nobodys: list[int] = []
        for n, (event, when, moment) in enumerate(zip(self.events, whens, moments, strict=True)):
            at = moment.first(offset)
            way, last = _going_on(when, at, offset)
            self.starts.append(at)
            self.ways.append(way)
            self.lasts.append(last)
            named = False
            if event.participants:
                for role, refs in event.participants.items():
                    self.roles.add(role)
                    for ref in refs:
                        if (mine := numbers.get(ref.ref)) is not None:
                            named = True
                            if not mine or mine[-1] != n:
                                mine.append(n)
            if not named:
                nobodys.append(n)
        self.ordered = sorted(self.starts)
        ends = [last for way, last in zip(self.ways, self.lasts, strict=True) if way == LASTS]
        self.instants = sorted({*self.starts, *ends})
        self.end = max([last for last in self.lasts if last != FOREVER], default=0)
        self.lanes = [Lane(actor, mine) for actor, mine in numbers.items() if mine]
        if nobodys:
            self.lanes.append(Lane("", nobodys))

    def roles_of(self, actor: str, n: int) -> list[Role]:
        """The roles an actor has in an event."""
        parts = self.events[n].participants or {}
        return [role for role, refs in parts.items() for ref in refs if ref.ref == actor]

    def first_lane(self, event: Event) -> str:
        """The actor in whose lane an event is named: the first one that took part; nobody ("") where none did."""
        named = {ref.ref for refs in (event.participants or {}).values() for ref in refs} & self._order.keys()
        return min(named, key=self._order.__getitem__, default="")


def _going_on(when: When, at: int, offset: int) -> tuple[int, int]:
    """In which way an event goes on after its beginning, and until when."""
    start, end = when.start, when.end
    if start is None:
        return POINT, at
    if end is not None:
        return LASTS, max(at, end.last(offset))
    if start.latest == start.earliest:
        return POINT, at
    if when.interval:
        return (OPEN, FOREVER) if when.open_end or when.unknown_end else (POINT, at)
    return VAGUE, at + start.latest - start.earliest


@lru_cache(maxsize=4)
def lanes_of(scope: Scope, clock: Clock) -> Lanes:
    """The lanes of a briefing; kept, since a step of the time cursor or of the scale draws them again."""
    return Lanes(scope, clock)


def common_offset(moments: Iterable[Moment]) -> int:
    """The offset from UTC in seconds that most times of day are written in; 0 where none says."""
    offsets = Counter([moment.offset for moment in moments if moment.offset is not None])
    return offsets.most_common(1)[0][0] if offsets else 0


def offset_words(offset: int) -> str:
    """Such as `UTC−5`, `UTC+3:30`."""
    sign = "−" if offset < 0 else "+"
    hours, minutes = divmod(abs(offset) // 60, 60)
    return "UTC" + (f"{sign}{hours}" if offset else "") + (f":{minutes:02}" if minutes else "")
