"""One date or date-time as EDTF writes it, and the seconds it spans. Knows nothing of intervals, English or advice."""

import re
from typing import NamedTuple

SEASONS = ("spring", "summer", "autumn", "winter")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

_DAY = 86_400
_FIRST_SEASON, _LAST_SEASON = 21, 24
_LONGEST_YEAR = 9
_LARGEST_OFFSET = 14 * 3600
_DAYS_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)

_SHAPE = re.compile(
    r"(-?[0-9X]{4}|Y-?[0-9]+)(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?"
    r"(?:T([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?(Z|[+-][0-9]{2}(?::[0-9]{2})?)?)?([?~%]?)"
)


class Moment(NamedTuple):
    """A date or date-time of EDTF (ISO 8601-2), level 0 or 1, in its parts.

    `earliest` and `latest` are seconds since 0001-01-01T00:00 UTC in the proleptic Gregorian calendar, both inclusive.
    A `month` of 21 to 24 is a season, 0 is none. `clock` and `zone` are as written, `offset` is the zone in seconds.
    `mark` is the qualifier. `hidden` is "day" or "month" where there was one but it is not known which (2023-09-XX);
    `precision` is that of what is known: a month, for a day somewhere in September.
    """

    earliest: int
    latest: int
    precision: str
    year: int
    month: int = 0
    day: int = 0
    clock: str = ""
    zone: str = ""
    offset: int | None = None
    mark: str = ""
    hidden: str = ""

    def first(self, offset: int) -> int:
        """Its earliest second on a clock so many seconds from UTC; without a zone it stands as it is written."""
        return self.earliest if self.offset is None else self.earliest + offset

    def last(self, offset: int) -> int:
        """Its latest second on a clock so many seconds from UTC."""
        return self.latest if self.offset is None else self.latest + offset

    @property
    def season(self) -> str:
        """Its English name, or nothing."""
        return SEASONS[self.month - _FIRST_SEASON] if self.month >= _FIRST_SEASON else ""


def moment(text: str) -> Moment | None:
    """The date or date-time this text is, or None where it does not have the shape of one.

    A season stands for its meteorological months in the north: winter runs from December to the end of next February.
    Raises ValueError, in words for the author, where the shape is right but the date is impossible.
    """
    shape = _SHAPE.fullmatch(text)
    if shape is None:
        return None
    years, months, days, hours, minutes, seconds, zone, mark = shape.groups()
    if hours is not None and (days is None or "X" in days):
        raise _not_a_time(text, "an hour needs its day, as in 2026-03-05T06:00")
    if "X" in text:
        return _partly_hidden(text, years, months, days, mark)
    year = _year(text, years, months)
    if months is None:
        return Moment(_start(year), _start(year + 1) - 1, "year", year, mark=mark)
    month = int(months)
    if days is None:
        return _month(text, year, month, mark)

    day = int(days)
    _check_day(text, year, month, day)
    start = _start(year, month, day)
    if hours is None:
        return Moment(start, start + _DAY - 1, "day", year, month, day, mark=mark)
    hour, minute, second = int(hours), int(minutes), int(seconds or 0)
    if hour > 23 or minute > 59 or second > 59:
        raise _not_a_time(text, _wrong_clock(hour, minute))
    offset = _offset(text, zone) if zone else None
    start += hour * 3600 + minute * 60 + second - (offset or 0)
    if seconds is None:
        clock, precision, end = f"{hours}:{minutes}", "minute", start + 59
    else:
        clock, precision, end = f"{hours}:{minutes}:{seconds}", "second", start
    return Moment(start, end, precision, year, month, day, clock, zone or "", offset, mark)


def _start(year: int, month: int = 1, day: int = 1) -> int:
    past = year - 1
    days = 365 * past + past // 4 - past // 100 + past // 400 + _DAYS_BEFORE[month - 1] + day - 1
    return (days + (month > 2 and _is_leap(year))) * _DAY


def _start_of_next_month(year: int, month: int) -> int:
    return _start(year + 1) if month == 12 else _start(year, month + 1)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _month(text: str, year: int, month: int, mark: str = "", hidden: str = "") -> Moment:
    if month >= _FIRST_SEASON:
        if month > _LAST_SEASON or hidden:
            raise _not_a_date(text, "the seasons are 21 (spring), 22 (summer), 23 (autumn), 24 (winter), without a day")
        first = 3 * (month - _FIRST_SEASON) + 3
        end = _start(year + 1, 3) if month == _LAST_SEASON else _start(year, first + 3)
        return Moment(_start(year, first), end - 1, "season", year, month, mark=mark)
    if not 1 <= month <= 12:
        raise _not_a_date(text, "months run from 01 to 12")
    end = _start_of_next_month(year, month)
    return Moment(_start(year, month), end - 1, "month", year, month, mark=mark, hidden=hidden)


def _year(text: str, years: str, months: str | None) -> int:
    if years[0] == "Y":
        digits = years.lstrip("Y-")
        if len(digits) < 5 or digits[0] == "0":
            raise _not_a_date(text, "Y stands only before a year of five digits or more")
        if len(digits) > _LONGEST_YEAR:
            raise _not_a_date(text, f"a year has {_LONGEST_YEAR} digits at most")
        if months is not None:
            raise _not_a_date(text, f"a year of five digits or more stands alone: write {years}")
        return int(years[1:])
    if years == "-0000":
        raise _not_a_date(text, "the year zero has no sign: write 0000")
    return int(years)


def _partly_hidden(text: str, years: str, months: str | None, days: str | None, mark: str) -> Moment:
    """A decade, a century, or a month or a day that is XX: the only unknown digits of level 1."""
    if "X" in years:
        known = years.rstrip("X")
        if not known.isdigit() or len(known) not in (2, 3):
            raise _not_a_date(text, "in a year X stands for the last digit or the last two, as in 202X or 19XX")
        if months is not None:
            raise _not_a_date(text, f"a decade or a century stands alone: write {years}")
        span, precision = (10, "decade") if len(known) == 3 else (100, "century")
        year = int(known) * span
        return Moment(_start(year), _start(year + span) - 1, precision, year, mark=mark)
    if months != "XX":
        if months is None or "X" in months or days != "XX":
            raise _not_a_date(text, "in a month or a day X stands for both digits, as in 2026-03-XX")
        return _month(text, _year(text, years, months), int(months), mark, "day")
    if days not in (None, "XX"):
        raise _not_a_date(text, "where the month is XX the day is too, as in 2026-XX-XX")
    year = _year(text, years, months)
    return Moment(_start(year), _start(year + 1) - 1, "year", year, mark=mark, hidden="day" if days else "month")


def _check_day(text: str, year: int, month: int, day: int) -> None:
    if not 1 <= month <= 12:
        raise _not_a_date(
            text,
            "a season has no day" if _FIRST_SEASON <= month <= _LAST_SEASON else "months run from 01 to 12",
        )
    length = (_start_of_next_month(year, month) - _start(year, month)) // _DAY
    if not 1 <= day <= length:
        name = MONTHS[month - 1] + (f" {year}" if month == 2 else "")
        raise _not_a_date(text, f"{name} has {length} days" if day else "days run from 01")


def _wrong_clock(hour: int, minute: int) -> str:
    if hour == 24:
        return "hours run from 00 to 23, and midnight is 00:00 of the day that begins"
    if hour > 23:
        return "hours run from 00 to 23"
    return "minutes run from 00 to 59" if minute > 59 else "seconds run from 00 to 59"


def _offset(text: str, zone: str) -> int:
    if zone == "Z":
        return 0
    seconds = int(zone[1:3]) * 3600 + int(zone[4:] or 0) * 60
    if seconds > _LARGEST_OFFSET or int(zone[4:] or 0) > 59:
        raise _not_a_time(text, f"the offset {zone} is none: offsets run from -14:00 to +14:00")
    if zone[0] == "+":
        return seconds
    if seconds == 0:
        raise _not_a_time(text, "an offset of zero is written Z or +00:00")
    return -seconds


def _not_a_date(text: str, reason: str) -> ValueError:
    return ValueError(f"'{text}' is not a date: {reason}")


def _not_a_time(text: str, reason: str) -> ValueError:
    return ValueError(f"'{text}' is not a time: {reason}")
