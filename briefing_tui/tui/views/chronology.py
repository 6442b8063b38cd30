"""The events of a briefing in the order of time, in groups by what is known of their times. Knows no cells.

A day's group holds what is known to the day or better, by the day as most times of the briefing are written. What is
only known to a month, a season, a year and so on stands in a group of its own, before what is known better.
"""

from bisect import bisect_right
from functools import cached_property, lru_cache

from rich.cells import cell_len

from briefing_tui.blocks.line import phase_spans
from briefing_tui.blocks.scope import Scope
from briefing_tui.model.event import Event, EventStatus
from briefing_tui.model.time import When
from briefing_tui.model.time_moment import MONTHS, Moment
from briefing_tui.tui.history import Clock
from briefing_tui.tui.views.involvement import common_offset, event_when
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


class Chronology:
    """All events by one of the clocks. Rows are those that have a time, then those that have none, from `dated` on.

    `begins` are the beginnings of the rows (the ends, of what has no beginning) in seconds as When counts them, in
    `offset` where a time has one; `instants` are the same in UTC. `firsts` has the first row of each group.
    """

    def __init__(self, scope: Scope, clock: Clock) -> None:
        self.scope, self.clock = scope, clock
        reported = clock == "reported"
        groups: dict[int, list[tuple[int, float, str, int, int]]] = {}
        self._all = events = scope.briefing.events
        whens = [event_when(event, clock) for event in events] if reported else [event.when for event in events]
        self._whens = whens
        anchors = [when.start or when.end for when in whens]
        self.offset = offset = common_offset([anchor for anchor in anchors if anchor is not None])
        undated: list[int] = []
        longest = 0
        marks: set[str] = set()
        for n, anchor in enumerate(anchors):
            if anchor is None:
                undated.append(n)
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
                marks.add(anchor.mark)
            rank = _RANKS[anchor.precision]
            key = (at // DAY * DAY if rank == _TO_THE_DAY else at) * _UNITS + rank
            when = whens[n]
            latest = when.latest
            row = (instant, _ENDLESS if latest is None else latest, when.text, n, at)
            if key in groups:
                groups[key].append(row)
            else:
                groups[key] = [row]
        #: How many cells the longest time of day fills, and the signs that stand after times.
        self.longest, self.signs = longest, marks
        self._keys = sorted(groups)
        self.firsts: list[int] = []
        self.instants: list[int] = []
        self.begins: list[int] = []
        self._order = order = list[int]()
        for key in self._keys:
            rows = groups[key]
            rows.sort()
            self.firsts.append(len(order))
            order += [row[3] for row in rows]
            self.instants += [row[0] for row in rows]
            self.begins += [row[4] for row in rows]
        self.dated = len(order)
        if undated:
            self.firsts.append(self.dated)
        order += undated
        self.events: list[Event] = [events[n] for n in order]
        self.whens: list[When] = [whens[n] for n in order]

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
            return "Undated", f"  {len(self.events) - self.dated:,}"
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

    def anchor(self, row: int) -> Moment | None:
        """The time a row stands by: its beginning, or else its end."""
        return self.whens[row].start or self.whens[row].end

    # rows --------------------------------------------------------------------

    def prefix(self, row: int) -> str:
        """What has to be said before the title: that it has not come to pass, or which of its times it goes by."""
        return self._prefix(self.events[row], self.whens[row])

    def _prefix(self, event: Event, when: When) -> str:
        words = "".join([f"{span.text} · " for span in phase_spans(event)])
        fallen_back = self.clock == "reported" and when is event.when and when.placed
        return f"{OCCURRED} {words}" if fallen_back and event.phase not in ("planned", "expected") else words

    def text(self, row: int) -> str:
        """The title, and what has to be said before it."""
        return self.prefix(row) + self.events[row].title

    def known_by(self, now: int) -> int:
        """How many rows stand above a moment (in UTC): up to the last one that is not after it."""
        return next((n + 1 for n in range(self.dated - 1, -1, -1) if self.instants[n] <= now), 0)

    @cached_property
    def cells(self) -> list[int]:
        """How many cells the text of each row fills."""
        # In the order of the document: so memory is read in order.
        found = [len(title) if (title := event.title).isascii() else cell_len(title) for event in self._all]
        for n, event in enumerate(self._all):
            if event.phase is not None or self.clock == "reported":
                found[n] += len(self._prefix(event, self._whens[n]))
        return [found[n] for n in self._order]

    @cached_property
    def statuses(self) -> set[EventStatus | None]:
        """The statuses that occur."""
        return {event.status for event in self._all}


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
