"""Times in English, claiming no more than was written: in full, or for a narrow column. Pure functions of a When."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.model.time_moment import MONTHS, Moment

if TYPE_CHECKING:
    from briefing_tui.model.time import When

NARROW = 14
UNDATED = "undated"


def full_text(when: When) -> str:
    """Such as `about 1 to 5 Mar 2026`, `a day in Sep 2023 (uncertain)`, `from 5 Mar 2026, end unknown`."""
    start, end = when.start, when.end
    if start and end:
        if start.mark == end.mark:
            return _qualified(_pair(start, end), start.mark)
        return f"{_qualified(_whole(start), start.mark)} to {_qualified(_whole(end), end.mark)}"
    if start:
        text = _qualified(_whole(start), start.mark)
        if when.open_end:
            return f"{text} onwards"
        return f"from {text}, end unknown" if when.unknown_end else text
    if end:
        text = f"until {_qualified(_whole(end), end.mark)}"
        return f"{text}, start unknown" if when.unknown_start else text
    return UNDATED


def short_text(when: When) -> str:
    """The most that goes into 14 cells: the year gives way to a time of day, then precision gives way to the year.

    `~` is about, `?` uncertain; `5 Mar 2026+` and `to 5 Mar 2026` are open, the end of `5 Mar 2026-?` is unknown.
    Years of fewer or more than four digits may need a few cells more.
    """
    start, end = when.start, when.end
    text = UNDATED
    for coarseness in range(4):
        if start and end:
            if coarseness == 0 and (start.clock or end.clock):
                continue
            body = _pair(_coarser(start, coarseness), _coarser(end, coarseness), "-", narrow=True)
        elif anchor := start or end:
            body = _brief_clock(anchor) if coarseness == 0 and anchor.clock else _narrow(_coarser(anchor, coarseness))
        else:
            break
        text = _marked(when, body)
        if len(text) <= NARROW:
            break
    return text


def _qualified(text: str, mark: str) -> str:
    about = "about " if mark in ("~", "%") else ""
    return f"{about}{text} (uncertain)" if mark in ("?", "%") else about + text


def _marked(when: When, text: str) -> str:
    text = ("~" if when.approximate else "") + text + ("?" if when.uncertain else "")
    if when.open_end:
        return f"{text}+"
    if when.open_start:
        return f"to {text}"
    if when.unknown_end:
        return f"{text}-?"
    return f"?-{text}" if when.unknown_start else text


def _words(moment: Moment, narrow: bool = False) -> list[str]:
    """The date in words, smallest unit first, so that two dates can share their last words."""
    if moment.precision == "century":
        number = moment.year // 100 + 1
        return [_ordinal(number), "c." if narrow else "century"]
    era = "BC" if moment.year <= 0 else "AD" if moment.year < 1000 else ""
    # Astronomical years: 0 is 1 BC.
    year = str(moment.year if moment.year > 0 else 1 - moment.year) + ("s" if moment.precision == "decade" else "")
    words = [year, era] if era else [year]
    if moment.month:
        words.insert(0, moment.season or MONTHS[moment.month - 1][:3])
    if moment.day:
        words.insert(0, str(moment.day))
    return words


def _whole(moment: Moment) -> str:
    words = _words(moment)
    if moment.clock:
        words.append(moment.clock + moment.zone)
    text = " ".join(words)
    return f"a {moment.hidden} in {text}" if moment.hidden else text


def _narrow(moment: Moment) -> str:
    return " ".join(_words(moment, narrow=True))


def _pair(start: Moment, end: Moment, to: str = " to ", narrow: bool = False) -> str:
    """Both ends, saying once what they share."""
    text = (_narrow if narrow else _whole)(start), (_narrow if narrow else _whole)(end)
    if text[0] == text[1] and not start.hidden:
        return text[0]
    if start.precision != end.precision or start.hidden or end.hidden:
        return to.join(text)
    first, last = _words(start, narrow), _words(end, narrow)
    if start.clock and end.clock:
        return f"{text[0]}{to}{end.clock}{end.zone}" if first == last else to.join(text)
    while len(first) > 1 and first[-1] == last[-1]:
        del first[-1]
        del last[-1]
    shared = _words(end, narrow)[len(last) :]
    return " ".join([*first[:-1], f"{first[-1]}{to}{last[0]}", *last[1:], *shared])


def _coarser(moment: Moment, coarseness: int) -> Moment:
    """Cut to the day (1), the month (2) or the year (3)."""
    if coarseness == 0 or moment.precision in ("century", "decade"):
        return moment
    moment = moment._replace(clock="", zone="", precision="day" if moment.clock else moment.precision, hidden="")
    if coarseness > 1 and moment.day:
        moment = moment._replace(day=0, precision="month")
    return moment._replace(month=0, precision="year") if coarseness > 2 else moment


def _brief_clock(moment: Moment) -> str:
    """Day and time without the year: the zone stays, or 04:10 would be taken for everybody's."""
    zone = moment.zone.removesuffix(":00")
    if zone[:1] in ("+", "-"):
        zone = zone[0] + zone[1:].removeprefix("0")
    return f"{moment.day} {MONTHS[moment.month - 1][:3]} {moment.clock[:5]}{zone}"


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
