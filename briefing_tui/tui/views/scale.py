"""Time across: which cell an instant falls into, and the ticks of the axis with their words.

Instants are seconds as When counts them (from 0001-01-01T00:00), in the offset the axis shows. Knows no entries.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log2
from typing import NamedTuple

from briefing_tui.model.time_moment import MONTHS

MINUTE, HOUR, DAY = 60, 3600, 86_400
YEAR = 31_556_952

#: Seconds a cell spans in each scale of Lens: a month, a day, an hour, five minutes.
CELL = {"year": YEAR // 12, "month": DAY, "day": HOUR, "hour": 5 * MINUTE}

#: What ticks may be apart, in seconds, and which calendar step that is.
_STEPS = (
    *(("minute", n, n * MINUTE) for n in (1, 5, 15, 30)),
    *(("hour", n, n * HOUR) for n in (1, 3, 6, 12)),
    *(("day", n, n * DAY) for n in (1, 2, 5, 10)),
    *(("month", n, n * YEAR // 12) for n in (1, 3, 6)),
    *(("year", 10**n * m, 10**n * m * YEAR) for n in range(10) for m in (1, 2, 5)),
)

#: A gap so many times longer than what is usual is shortened where all is to fit.
_LONG = 12


class Tick(NamedTuple):
    """A cell of the axis that is marked, and the words that begin there. `broken`: a gap before it is shortened."""

    x: int
    words: str
    broken: bool = False


class Scale:
    """Instants to cells, evenly: each cell spans `cell` seconds, the first one begins at `start`."""

    def __init__(self, start: int, cell: float, width: int) -> None:
        self.start, self.cell, self.width = start, max(cell, 1e-9), width

    def at(self, instant: float) -> int:
        """The cell of an instant; those outside are those at the ends."""
        return max(0, min(self.width - 1, int((instant - self.start) / self.cell)))

    def cells(self, instants: Sequence[int]) -> list[int]:
        """The cells of many instants; none lies before the start."""
        start, cell, last = self.start, self.cell, self.width - 1
        return [min(last, int((instant - start) / cell)) for instant in instants]

    def ticks(self, left: int, right: int) -> Iterator[Tick]:
        """The ticks between two cells, in order, as many as their words have room for."""
        unit, step = _spacing(self.cell)
        first = self.start + int(left * self.cell)
        end = 0
        for instant, words in _calendar(unit, step, first, self.start + int(right * self.cell) + 1):
            x = self.at(instant)
            if left <= x < right and x >= end:
                yield Tick(x, words if x + len(words) <= self.width else "")
                end = x + len(words) + 2


class Broken(Scale):
    """Instants to cells where long gaps are shortened, so that what happened close together can be told apart."""

    def __init__(self, instants: Sequence[int], width: int) -> None:
        super().__init__(instants[0], 1, width)
        self._instants = instants
        gaps = [after - before for before, after in pairwise(instants)]
        usual = sorted(gaps)[len(gaps) // 2]
        weights = [1 + log2(1 + gap / usual) for gap in gaps]
        whole = sum(weights)
        self._cells = [0]
        so_far = 0.0
        for weight in weights:
            so_far += weight
            self._cells.append(round(so_far / whole * (width - 1)))
        self._breaks = {n + 1 for n, gap in enumerate(gaps) if gap > _LONG * usual}

    def at(self, instant: float) -> int:
        n = bisect_right(self._instants, instant) - 1
        if n < 0:
            return 0
        if n >= len(self._instants) - 1:
            return self.width - 1
        first, last = self._instants[n], self._instants[n + 1]
        part = (instant - first) / (last - first)
        return min(self._cells[n + 1], self._cells[n] + int(part * (self._cells[n + 1] - self._cells[n])))

    def cells(self, instants: Sequence[int]) -> list[int]:
        known = dict(zip(self._instants, self._cells, strict=True))
        return [known[instant] if instant in known else self.at(instant) for instant in instants]

    def ticks(self, left: int, right: int) -> Iterator[Tick]:
        end, before = 0, ""
        last = ""
        for n, (x, instant) in enumerate(zip(self._cells, self._instants, strict=True)):
            day, clock = day_words(instant), clock_words(instant)
            broken = n in self._breaks
            words = day if day != before else clock
            if not broken and (x < end or words == last):
                continue
            if x < end:
                yield Tick(x, "", broken)
                continue
            before, last = day, words
            room = self.width - x
            yield Tick(x, words if len(words) <= room else "", broken)
            end = x + len(words) + 2


def scale_for(instants: Sequence[int], name: str, width: int, until: int = 0) -> Scale:
    """The scale of a name in SCALES for some instants, sorted and each once; the first one fits all into the width.

    `until` is how far the last one may be off.

    That is even where most instants still have cells of their own, and broken where a long gap presses them together.
    """
    start, end = instants[0], instants[-1]
    if name:
        cell = CELL[name]
        start -= cell
        return Scale(start, cell, max(width, (end - start) // cell + 4))
    if end - start < MINUTE:
        spread = max(until - start, 2 * HOUR)
        return Scale(start - spread // 4, 1.5 * spread / max(1, width), width)
    even = Scale(start, (end - start) / max(1, width - 1), width)
    apart = len(set(even.cells(instants)))
    if apart >= 0.8 * min(len(instants), width) or len(instants) < 3:
        return even
    return Broken(instants, width)


def day_words(instant: int) -> str:
    """The day of an instant, such as `5 Mar 2026`."""
    year, month, day = date_of(instant)
    return f"{day} {MONTHS[month - 1][:3]} {_year_words(year)}"


def clock_words(instant: int) -> str:
    """The time of day of an instant, such as `04:10`."""
    minutes = instant % DAY // MINUTE
    return f"{minutes // 60:02}:{minutes % 60:02}"


def date_of(instant: int) -> tuple[int, int, int]:
    """Year (astronomical: 0 is 1 BC), month and day in the proleptic Gregorian calendar, however far away."""
    # Counted from 1 March of the year 0, so that a leap day is the last of its year.
    days = instant // DAY + 306
    era, of_era = divmod(days, 146_097)
    year = (of_era - of_era // 1460 + of_era // 36_524 - of_era // 146_096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    month = (5 * of_year + 2) // 153
    day = of_year - (153 * month + 2) // 5 + 1
    month = month + 3 if month < 10 else month - 9
    return year + era * 400 + (month <= 2), month, day


def instant_of(year: int, month: int = 1, day: int = 1) -> int:
    """The first second of a day."""
    year -= month <= 2
    era, of_era = divmod(year, 400)
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return (era * 146_097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 306) * DAY


def _spacing(cell: float) -> tuple[str, int]:
    """The closest ticks whose words have room when a cell spans so many seconds."""
    for unit, step, seconds in _STEPS:
        if seconds / cell >= (8 if unit in ("minute", "hour") else 14 if unit == "day" else 10):
            return unit, step
    return "year", 10**9


def _calendar(unit: str, step: int, first: int, last: int) -> Iterator[tuple[int, str]]:
    """Calendar steps from the one at or before `first` to `last`, with their words."""
    year, month, _ = date_of(first)
    if unit == "year":
        year -= year % step
        while (instant := instant_of(year)) <= last:
            yield instant, _year_words(year)
            year += step
    elif unit == "month":
        month -= (month - 1) % step
        while (instant := instant_of(year, month)) <= last:
            yield instant, f"{MONTHS[month - 1][:3]} {_year_words(year)}"
            month += step
            year, month = year + (month > 12), (month - 1) % 12 + 1
    elif unit == "day":
        instant = first // DAY * DAY
        while instant <= last:
            if step == 1 or date_of(instant)[2] % step == 1 % step:
                yield instant, day_words(instant)
            instant += DAY
    else:
        seconds = step * (MINUTE if unit == "minute" else HOUR)
        instant = first // seconds * seconds
        while instant <= last:
            yield instant, clock_words(instant) if instant % DAY else day_words(instant)
            instant += seconds


def _year_words(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"
