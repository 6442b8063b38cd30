"""The times beside a ladder: the day once, then the clock; the zone once where there is one for all. Pure functions."""

from collections.abc import Sequence

from rich.cells import cell_len

from briefing_tui.model.time import When
from briefing_tui.model.time_display import NARROW
from briefing_tui.model.time_moment import MONTHS, Moment
from briefing_tui.tui.rows import GUTTER
from briefing_tui.tui.views.involvement import offset_words
from briefing_tui.tui.views.parties import Message

#: Of so many times at most that are no time of day the widest is looked for.
_MOST_MEASURED = 200


class Margin:
    """The times of messages in order. What is not a day with a time of day is shown as in any narrow column.

    `head` is what holds for all of them: the day, the zone. `times` is the width of the widest time, `width` that of
    the widest of all, in cells.
    """

    def __init__(self, messages: Sequence[Message]) -> None:
        self._whens = [message.when for message in messages]
        #: The moment at which each begins, where it is a time of day.
        self._starts = [_clocked(when) for when in self._whens]
        starts = [start for start in self._starts if start is not None]
        days = {start[3:6]: start for start in starts}
        zones = {(start.zone, start.offset) for start in starts}
        offset = next(iter(zones))[1] if len(zones) == 1 else None
        self._zoned = offset is None
        self._one_day = len(days) == 1 and not any(
            when.placed and start is None for when, start in zip(self._whens, self._starts, strict=True)
        )
        day = (_day(starts[0]),) if self._one_day else ()
        zone = (offset_words(offset),) if offset is not None else ()
        self.head = (*day, *zone)
        self.times = max(map(cell_len, self._typical()), default=0)
        shown = () if self._one_day else tuple([_day(start) for start in days.values()])
        self.width = max([self.times, *map(cell_len, self.head), *map(len, shown)])

    @property
    def cells(self) -> int:
        """The cells that stay at the left of a ladder: the times, with the gutter and some air."""
        return GUTTER + self.width + 2 if self.width else GUTTER

    def day(self, n: int) -> str:
        """The day of message n, where it is another one than that of the message before."""
        start = self._starts[n]
        if start is None or self._one_day:
            return ""
        before = self._starts[n - 1] if n else None
        return "" if before is not None and before[3:6] == start[3:6] else _day(start)

    def time(self, n: int) -> str:
        """The time of message n, or all that is known of when it was; nothing where that is nothing."""
        return self._time(self._whens[n], self._starts[n])

    def _time(self, when: When, start: Moment | None) -> str:
        if start is None:
            return when.display("short") if when.placed else ""
        text = start.clock[:5] + (f"–{when.end.clock[:5]}" if when.end is not None else "")
        text += _brief_zone(start) if self._zoned else ""
        return ("~" if when.approximate else "") + text + ("?" if when.uncertain else "")

    def _typical(self) -> list[str]:
        """Times of every width that occurs."""
        kinds: dict[tuple[str, str, str], str] = {}
        others: dict[str, When] = {}
        for when, start in zip(self._whens, self._starts, strict=True):
            if start is not None:
                kind = (start.mark, start.zone, when.end.mark + "–" if when.end is not None else "")
                if kind not in kinds:
                    kinds[kind] = self._time(when, start)
            elif when.placed:
                others[when.text] = when
        if len(others) > _MOST_MEASURED:
            return [*kinds.values(), " " * NARROW]
        return [*kinds.values(), *(when.display("short") for when in others.values())]


def _clocked(when: When) -> Moment | None:
    """When it begins, if it is a time of day, or two on the same day."""
    start, end = when.start, when.end
    if start is None or not start.clock or not 1000 <= start.year <= 9999:
        return None
    if end is None:
        return None if when.interval else start
    same = start[3:6] == end[3:6] and start.zone == end.zone
    return start if same and end.clock and start.clock[:5] != end.clock[:5] else None


def _day(moment: Moment) -> str:
    return f"{moment.day} {MONTHS[moment.month - 1][:3]} {moment.year}"


def _brief_zone(moment: Moment) -> str:
    """Such as `Z`, `-5`, `+3:30`."""
    zone = moment.zone.removesuffix(":00")
    return zone[0] + zone[1:].removeprefix("0") if zone[:1] in ("+", "-") else zone
