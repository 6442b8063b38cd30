"""Whether one time is over for certain before another begins, however they are read. Knows no entry and no rule.

A time without a zone may be meant in any zone the briefing writes; what is approximate or uncertain has its margin.
"""

from collections.abc import Iterable

from briefing_tui.model.time import When
from briefing_tui.model.time_moment import Moment

_HOUR, _DAY = 3600, 86_400
_MONTH, _YEAR = 31 * _DAY, 366 * _DAY

#: How far from what is written an approximate time (`~`), or an uncertain one (`?`, `%`), may be, in seconds.
_MARGINS = {
    "second": (3 * _HOUR, _DAY),
    "minute": (3 * _HOUR, _DAY),
    "day": (3 * _DAY, _MONTH),
    "month": (_MONTH, _YEAR),
    "season": (3 * _MONTH, _YEAR),
    "year": (2 * _YEAR, 10 * _YEAR),
    "decade": (10 * _YEAR, 100 * _YEAR),
    "century": (100 * _YEAR, 1000 * _YEAR),
}


class Ordering:
    """The order of the times of one briefing; all of them are given, since their zones are those a time may be in."""

    def __init__(self, times: Iterable[When | None]) -> None:
        offsets = {0}
        for time in times:
            if time is not None:
                offsets |= {moment.offset or 0 for moment in (time.start, time.end) if moment is not None}
        self._east, self._west = max(offsets), min(offsets)

    def before(self, one: When | None, other: When | None) -> bool:
        """Whether one time is over before the other begins. False where a side is open, unknown or not given."""
        if one is None or other is None or one.latest is None or other.earliest is None:
            return False
        last, first = one.end if one.interval else one.start, other.start
        if last is None or first is None:
            return False
        end, start = one.latest + _margin(last), other.earliest - _margin(first)
        if (last.offset is None) != (first.offset is None):
            if last.offset is None:
                end -= self._west
            else:
                start -= self._east
        return end < start


def _margin(moment: Moment) -> int:
    if not moment.mark:
        return 0
    approximate, uncertain = _MARGINS[moment.precision]
    return approximate if moment.mark == "~" else uncertain
