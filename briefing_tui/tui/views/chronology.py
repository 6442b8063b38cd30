"""The events of a briefing in the order of time, in groups by what is known of their times. Knows no cells.

A day's group holds what is known to the day or better, by the day as most times of the briefing are written. What is
only known to a month, a season, a year and so on stands in a group of its own, before what is known better.
"""

from bisect import bisect_right
from functools import cached_property, lru_cache

from rich.cells import cell_len

from briefing_tui.blocks.group import event_when
from briefing_tui.blocks.line import phase_spans
from briefing_tui.blocks.scope import Scope
from briefing_tui.model.event import Event, EventStatus
from briefing_tui.model.time import When
from briefing_tui.model.time_moment import MONTHS, Moment
from briefing_tui.tui.history import Clock
from briefing_tui.tui.views.involvement import common_offset
from briefing_tui.tui.views.scale import DAY, date_of

#: From what is known least well; where two groups begin together, this is their order.
_RANKS = {"century": 0, "decade": 1, "year": 2, "season": 3, "month": 4, "day": 5, "minute": 5, "second": 5}
_UNITS = 8
_TO_THE_DAY = _RANKS["day"]
_LACKING = {"century": "year", "decade": "year", "year": "month", "season": "month", "month": "day"}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
#: Since when all the dates of a briefing have the weekdays people counted by.
_GREGORIAN = 1583
_ENDLESS = 10**30
#: What a date before a time of day fills, in cells: `31 Dec `.
_DATE = 7

#: Stands before the title of what has occurred and goes by that time, where others go by when they were reported.
OCCURRED = "°"

#: What rows of a group are sorted by (as When.sort_key has it), the number of the event, and when it begins.
_Row = tuple[int, int, str, int, int]


class Chronology:
    """All events by one of the clocks. Rows are those that have a time, then those that have none, from `dated` on.

    `begins` are the beginnings of the rows (the ends, of what has no beginning) in seconds as When counts them, in
    `offset` where a time has one; `instants` are the same in UTC. `firsts` has the first row of each group.
    """

    def __init__(self, scope: Scope, clock: Clock) -> None:
        self.scope, self.clock = scope, clock
        self._events = scope.briefing.events
        self.count = len(self._events)
        self._whens: list[When] = []
        self._cells: list[int] = []
        #: The statuses that occur, the signs that stand after times, how many cells the longest time of day fills.
        self.statuses: set[EventStatus | None] = set()
        self.signs: set[str] = set()
        self.longest = 0
        self._look()
        anchors = [when.start or when.end for when in self._whens]
        self.offset = common_offset([anchor for anchor in anchors if anchor is not None])
        lasting: set[int] = set()
        groups = self._grouped(anchors, lasting)
        self._keys = sorted(groups)
        self.firsts: list[int] = []
        self.instants: list[int] = []
        self.begins: list[int] = []
        self._order: list[int] = []
        for key in self._keys:
            rows = groups[key]
            rows.sort()
            self.firsts.append(len(self._order))
            self._order += [row[3] for row in rows]
            self.instants += [row[0] for row in rows]
            self.begins += [row[4] for row in rows]
        self.dated = len(self._order)
        if self.dated < self.count:
            self.firsts.append(self.dated)
            self._order += [n for n, anchor in enumerate(anchors) if anchor is None]
        #: The rows whose time is an interval.
        self.lasting = [row for row, n in enumerate(self._order) if n in lasting] if lasting else []

    def _look(self) -> None:
        """Gathers what is wanted of each event while it is at hand: memory is read in order."""
        plain = self.clock == "occurred"
        for event in self._events:
            when = event.when if plain else event_when(event, self.clock)
            self._whens.append(when)
            title = event.title
            cells = len(title) if title.isascii() else cell_len(title)
            if event.phase is not None or not plain:
                cells += len(self._prefix(event, when))
            self._cells.append(cells)
            self.statuses.add(event.status)

    def _grouped(self, anchors: list[Moment | None], lasting: set[int]) -> dict[int, list[_Row]]:
        """The events that have a time by what is known of it: the day (or month, or year) and how well, as a number."""
        groups: dict[int, list[_Row]] = {}
        offset, longest = self.offset, 0
        for n, (when, anchor) in enumerate(zip(self._whens, anchors, strict=True)):
            if anchor is None:
                continue
            at = instant = anchor.earliest
            time = anchor.clock
            if time:
                cells = len(time) + len(anchor.zone)
                its_offset = anchor.offset
                if its_offset is not None:
                    at += offset
                    if its_offset != offset and at // DAY != (instant + its_offset) // DAY:
                        cells += _DATE
                if cells > longest:
                    longest = cells
            if anchor.mark:
                self.signs.add(anchor.mark)
            rank = _RANKS[anchor.precision]
            key = (at // DAY * DAY if rank == _TO_THE_DAY else at) * _UNITS + rank
            latest, text = when.latest, when.text
            if "/" in text:
                lasting.add(n)
            row = (instant, _ENDLESS if latest is None else latest, text, n, at)
            if key in groups:
                groups[key].append(row)
            else:
                groups[key] = [row]
        self.longest = longest
        return groups

    # groups --------------------------------------------------------------------

    def group_of(self, row: int) -> int:
        """The group a row stands in."""
        return bisect_right(self.firsts, row) - 1

    def by_day(self, group: int) -> bool:
        """Whether a group is that of a day."""
        return group < len(self._keys) and self._keys[group] % _UNITS == _TO_THE_DAY

    def date(self, group: int) -> tuple[int, int, int]:
        """The year (0 is 1 BC), the month and the day of the group of a day."""
        return date_of(self._keys[group] // _UNITS)

    def heading(self, group: int) -> tuple[str, str]:
        """What a group is called, and what is said after that: the weekday, what is not known, how many are undated."""
        if group >= len(self._keys):
            return "Undated", f"  {self.count - self.dated:,}"
        if self.by_day(group):
            year, month, day = self.date(group)
            weekday = _WEEKDAYS[self._keys[group] // _UNITS // DAY % 7]
            return f"{day} {MONTHS[month - 1]} {year_words(year)}", f"  {weekday}" if year >= _GREGORIAN else ""
        anchor = self.anchor(self.firsts[group])
        assert anchor is not None
        words = moment_words(anchor._replace(hidden=""))
        if anchor.precision == "month":
            words = f"{MONTHS[anchor.month - 1]} {year_words(anchor.year)}"
        return words[0].upper() + words[1:], f", {_LACKING[anchor.precision]} not known"

    # rows --------------------------------------------------------------------

    def event(self, row: int) -> Event:
        """The event of a row."""
        return self._events[self._order[row]]

    def when(self, row: int) -> When:
        """When it was, by the clock."""
        return self._whens[self._order[row]]

    def anchor(self, row: int) -> Moment | None:
        """The time a row stands by: its beginning, or else its end."""
        when = self.when(row)
        return when.start or when.end

    @cached_property
    def ids(self) -> list[str]:
        """The ids of the events, row by row."""
        return [self._events[n].id for n in self._order]

    def cells(self) -> list[int]:
        """How many cells the text of each row fills."""
        return [self._cells[n] for n in self._order]

    def prefix(self, row: int) -> str:
        """What has to be said before the title: that it has not come to pass, or which of its times it goes by."""
        return self._prefix(self.event(row), self.when(row))

    def _prefix(self, event: Event, when: When) -> str:
        words = "".join([f"{span.text} · " for span in phase_spans(event)])
        fallen_back = self.clock == "reported" and when is event.when and when.placed
        return f"{OCCURRED} {words}" if fallen_back and event.phase not in ("planned", "expected") else words

    def text(self, row: int) -> str:
        """The title, and what has to be said before it."""
        return self.prefix(row) + self.event(row).title

    def known_by(self, now: int) -> int:
        """How many rows stand above a moment (in UTC): up to the last one that is not after it."""
        return next((n + 1 for n in range(self.dated - 1, -1, -1) if self.instants[n] <= now), 0)


@lru_cache(maxsize=4)
def chronology(scope: Scope, clock: Clock) -> Chronology:
    """The events of a briefing by a clock; kept, since every step of the time cursor and every width asks for it."""
    return Chronology(scope, clock)


def moment_words(moment: Moment) -> str:
    """A date in English, without what qualifies it."""
    return When("", start=moment._replace(mark="")).display()


def year_words(year: int) -> str:
    """A year: 0 is 1 BC."""
    return moment_words(Moment(0, 0, "year", year))
