"""The date in a line that was typed in a meeting, as it is meant on a given day. Knows no kinds of jots."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from briefing_tui.model.time import When
from briefing_tui.model.time_moment import MONTHS

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_MONTHS = {name.lower()[:3]: number for number, name in enumerate(MONTHS, 1)}
_MONTH = "|".join([f"{name[:3]}(?:{name[3:]})?" for name in map(str.lower, MONTHS)]).replace("sep(?:", "sept?(?:")
_DAY = r"(?P<{}>[0-3]?[0-9])(?:st|nd|rd|th)?"
_NAME = "|".join([f"{name}|{name[:3]}" for name in WEEKDAYS])
# As ASCII: in any other case-blind match, `İ` is an i and `ſ` an s.
_MONTH, _WORD = f"(?a:{_MONTH})", f"(?a:today|tonight|tomorrow|{_NAME})"

#: Before a date that something is to be done by.
_BY = r"(?:(?P<by>by|until|till|before|due|not later than)(?: the| on| end of)? )?(?P<next>next )?"
_DATE = re.compile(
    rf"(?<![\w@/#.-]){_BY}(?:"
    r"(?P<iso>[0-9]{4}-[0-9]{2}(?:-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?)?[?~%]?)"
    rf"|{_DAY.format('day')} (?P<month>{_MONTH})\.?(?:,? (?P<year>[0-9]{{4}}))?"
    rf"|(?P<month2>{_MONTH})\.? {_DAY.format('day2')}(?:,? (?P<year2>[0-9]{{4}}))?"
    rf"|(?P<word>{_WORD})"
    r")(?![\w/-]|\.\w)",
    re.IGNORECASE,
)
#: As far ahead a day without its year is looked for: to the next 29 February.
_YEARS = 9


class Due(NamedTuple):
    """A date that was found: as EDTF writes it, and whether the line says that something is to be done by it."""

    text: str
    by: bool


def due_in(line: str, today: date) -> Iterator[Due]:
    """The dates in a line, in their order. A day without a year, and a weekday, is the next one to come."""
    for found in _DATE.finditer(line):
        day = _day(found, today)
        if day:
            yield Due(day, found["by"] is not None)


def _day(found: re.Match[str], today: date) -> str:
    if iso := found["iso"]:
        try:
            return iso if When.parse(iso).placed else ""
        except ValueError:
            return ""
    if word := (found["word"] or "").lower():
        return _named(word, found, today)
    number, month = int(found["day"] or found["day2"]), (found["month"] or found["month2"])
    year = found["year"] or found["year2"]
    return _dated(number, _MONTHS[month.lower()[:3]], int(year) if year else 0, today)


def _named(word: str, found: re.Match[str], today: date) -> str:
    if word in ("today", "tonight"):
        return today.isoformat()
    if word == "tomorrow":
        return _later(today, 1)
    if len(word) == 3 and not (found["by"] or found["next"]):
        # `sat`, `sun`, `wed` and `mon` are words of their own.
        return ""
    weekday = next(number for number, name in enumerate(WEEKDAYS) if name.startswith(word))
    if found["next"]:
        return _later(today, 7 - today.weekday() + weekday)
    return _later(today, (weekday - today.weekday() - 1) % 7 + 1)


def _later(today: date, days: int) -> str:
    try:
        return (today + timedelta(days)).isoformat()
    except OverflowError:
        return ""


def _dated(day: int, month: int, year: int, today: date) -> str:
    for candidate in [year] if year else range(today.year, today.year + _YEARS):
        try:
            found = date(candidate, month, day)
        except ValueError:
            continue
        if year or found >= today:
            return found.isoformat()
    return ""
