"""What is left to say of a time under the heading of its group: the time of day as written, about, until when."""

from briefing_tui.model.time_moment import MONTHS, Moment
from briefing_tui.tui.views.chronology import Chronology, moment_words, year_words

#: What the signs mean that stand after a time.
SIGNS = {"~": "about", "?": "uncertain", "%": "both"}


def first_words(found: Chronology, row: int) -> str:
    """What stands in the first line of a row: `09:00-05:00~`, `a day`, `from`, `until`, `~ about`; mostly nothing."""
    when, anchor = found.when(row), found.anchor(row)
    if anchor is None:
        return ""
    if when.start is None:
        return "until" if anchor.clock else _spaced("until", anchor.mark)
    if anchor.clock:
        return _clock_words(found, row, anchor)
    if anchor.hidden:
        return _spaced("from" if when.interval else "", f"a {anchor.hidden}", anchor.mark)
    if when.interval:
        return _spaced("from", anchor.mark)
    return _spaced(anchor.mark, SIGNS.get(anchor.mark, ""))


def second_words(found: Chronology, row: int) -> str:
    """What stands under it, of what lasts: `to 11:00-05:00`, `onwards`, `end unknown`, `start unknown`."""
    when = found.when(row)
    if not when.interval:
        return ""
    if when.end is None:
        return "onwards" if when.open_end else "end unknown"
    if when.start is not None:
        return f"to {_end_words(when.start, when.end)}"
    end = _clock_words(found, row, when.end) if when.end.clock else ""
    return ", ".join([words for words in (end, "start unknown" if when.unknown_start else "") if words])


def has_second(found: Chronology, row: int) -> bool:
    """Whether there are second words, of what lasts."""
    when = found.when(row)
    return when.start is not None or when.unknown_start or (when.end is not None and bool(when.end.clock))


def has_first(found: Chronology, row: int) -> bool:
    """Whether there are first words."""
    anchor = found.anchor(row)
    return anchor is not None and bool(anchor.clock or anchor.mark or anchor.hidden or found.when(row).interval)


def one_line(found: Chronology, row: int) -> str:
    """Both on one line."""
    first, second = first_words(found, row), second_words(found, row)
    if first == "from":
        return second
    between = ", " if second.endswith("unknown") and not second.endswith(", start unknown") else " "
    return between.join([words for words in (first, second) if words])


def _spaced(*words: str) -> str:
    return " ".join([word for word in words if word])


def _clock_words(found: Chronology, row: int, moment: Moment) -> str:
    """A time of day as it was written, with the day where it was written as another than that of the group."""
    group = found.group_of(row)
    here = found.by_day(group) and (moment.year, moment.month, moment.day) == found.date(group)
    date = "" if here else f"{moment.day} {MONTHS[moment.month - 1][:3]} "
    return f"{date}{moment.clock}{moment.zone}{moment.mark}"


def _end_words(start: Moment, end: Moment) -> str:
    """The end of what has a beginning, without what both share."""
    if end.clock and (start.year, start.month, start.day) == (end.year, end.month, end.day):
        return f"{end.clock}{end.zone}{end.mark}"
    words = moment_words(end)
    if end.day and end.year == start.year:
        words = words.replace(f" {year_words(end.year)}", "", 1)
    return words + end.mark
