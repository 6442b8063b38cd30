"""What an author meant by a time that is not EDTF: the ISO forms it may stand for, and words for what has none.

Guesses only. The caller keeps the guesses that are sound times, and never takes one for what was written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from briefing_tui.model.text import one_line
from briefing_tui.model.time_moment import MONTHS

_QUOTED = 40
_GUESSES = 2
_EXAMPLES = "write a date such as 2026-03-05, 2026-03 or 2026, a time such as 2026-03-05T06:00Z, or unknown"

_NAMES = {name.lower()[:3]: number for number, name in enumerate(MONTHS, 1)}
_MONTH = r"(?P<month>" + "|".join(f"{name[:3]}(?:{name[3:]})?" for name in map(str.lower, MONTHS)) + r"|sept)\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_GAP = r"[ ,./-]*"

_DATES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_YEAR}[-/. ](?P<month>\d{{1,2}})[-/. ](?P<day>\d{{1,2}})",
        rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)",
        rf"{_YEAR}[-/. ](?P<month>\d{{1,2}})",
        rf"{_DAY}{_GAP}(?:of )?{_MONTH}{_GAP}{_YEAR}",
        rf"{_MONTH}{_GAP}{_DAY}[ ,./-]+{_YEAR}",
        rf"{_YEAR}{_GAP}{_MONTH}{_GAP}{_DAY}",
        rf"{_MONTH}{_GAP}{_YEAR}",
        rf"{_YEAR}{_GAP}{_MONTH}",
    )
)
_NUMBERS = re.compile(rf"(\d{{1,2}})([-/. ])(\d{{1,2}})\2{_YEAR}")
_CLOCK = re.compile(
    r"(?P<date>.*?)[t ,]+(?:at )?(?P<hour>\d{1,2})(?:[:.h]?(?P<minute>\d\d))?(?::(?P<second>\d\d)(?:[.,]\d+)?)?"
    r"(?: ?(?P<half>am|pm))? ?(?P<zone>z|utc|gmt|[+-]\d{1,2}(?::?\d\d)?)?"
)
_MILITARY = re.compile(rf"(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d) ?z ?{_MONTH} ?(?P<year>\d{{2}}|\d{{4}})")
_SEASON = re.compile(r"(spring|summer|autumn|fall|winter)(?: of)?,? (\d{4})")
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_QUARTER = re.compile(r"q([1-4]) ?(\d{4})|(\d{4})[ -]?q([1-4])")
_OLD_UNKNOWN = re.compile(r"[\dux]{4}(-[\dux]{2}){0,2}")

_RANGES = tuple(
    re.compile(rf"(?:from |between )?(.+?)(?:{between})(.+)")
    for between in (r" to | until | till | and | - | ?/ ?|\.\.", r"(?<=\d)-(?=\d)")
)
_SINCE = re.compile(r"(?:since|from) (.+)|(.+?)(?:,? onwards?|,? ongoing| ?-|\.\.)")
_UNTIL = re.compile(r"(?:until|till|to|up to) (.+)|\.\.(.+)")
_NEVER_ENDED = ("open", "now", "present", "today", "ongoing", "..")
_NOT_KNOWN = (
    *("unknown", "unkn", "undated", "no date", "n.d", "date unknown", "?", "-"),
    *("n/a", "na", "tbd", "tbc", "none"),
)
_ABOUT = re.compile(r"\b(?:about|around|approximately|circa) |\b(?:approx|ca|c)(?:\. ?| |(?=\d))|[~%]")
_DOUBT = re.compile(r" ?\((?:\?|uncertain|unconfirmed)\)|[?%]")

_NO_FORM = (
    (re.compile(r"\d{4}-?w\d\d?(-?\d)?"), "weeks are not read: write the days, as in 2026-03-02/2026-03-08"),
    (re.compile(r"\d{4}-\d{3}"), "days of the year are not read: write month and day, as in 2026-03-05"),
    (re.compile(r"t?\d\d?[:.]\d\d.*"), "a time of day needs its date, as in 2026-03-05T06:00Z"),
    (
        re.compile(r"(?:now|today|yesterday|tomorrow|tonight|last .*|next .*|this .*)"),
        "write the date itself: a briefing is read later",
    ),
    (re.compile(r".*:\d\d ?[a-z]{3,4}"), "write a zone as Z or an offset, as in 2026-03-05T06:00+01:00"),
    (re.compile(r"\d\d?[-/. ]\d\d?[-/. ]\d\d"), "write the year with four digits and first, as in 2026-03-05"),
)


def reason_against(text: str, forms: list[str], trouble: str) -> str:
    """The message for a text that is no time.

    `forms` are the sound ones of its guesses, best first; `trouble` is what is wrong with the best, if none is.
    """
    quoted = one_line(text)
    quoted = quoted if len(quoted) <= _QUOTED else quoted[:_QUOTED] + "…"
    refused = f"'{quoted}' is not a time this format knows"
    if forms:
        return f"{refused}: write {' or '.join(forms[:_GUESSES])}"
    if trouble:
        return f"{refused}, and {trouble}"
    plain = _plain(text)
    advice = next((hint for pattern, hint in _NO_FORM if pattern.fullmatch(plain)), _EXAMPLES)
    return f"{refused}: {advice}"


def iso_forms(text: str) -> Iterator[str]:
    """What the text may mean in EDTF, best guess first, each once. Not all are sound times."""
    seen = set()
    for form in _forms(_plain(text)):
        if form not in seen:
            seen.add(form)
            yield form


def _plain(text: str) -> str:
    """Small letters, plain digits and hyphens, single spaces, no weekday."""
    text = unicodedata.normalize("NFKC", one_line(text)).lower()
    text = re.sub("[\u2010-\u2015\u2212]", "-", text).strip(" ;'\"")
    return re.sub(r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[, ]+", "", text)


def _forms(text: str) -> Iterator[str]:
    if text.rstrip(".") in _NOT_KNOWN:
        yield "unknown"
    yield from _moments(text)
    if until := _UNTIL.fullmatch(text):
        yield from (f"../{end}" for end in _moments(until[1] or until[2]))
    if since := _SINCE.fullmatch(text):
        yield from (f"{start}/.." for start in _moments(since[1] or since[2]))
    for pattern in _RANGES:
        if ends := pattern.fullmatch(text):
            yield from _intervals(ends[1], ends[2])


def _intervals(before: str, after: str) -> Iterator[str]:
    if after in _NEVER_ENDED:
        yield from (f"{start}/.." for start in _moments(before))
    if after == "unknown":
        yield from (f"{start}/" for start in _moments(before))
    if before in ("open", "unknown"):
        yield from (f"{'..' if before == 'open' else ''}/{end}" for end in _moments(after))
    # `1 to 5 March 2026`: the start lacks what the end says last, a year or a month and a year.
    words = after.split()
    borrowed = [] if re.search(r"\d{4}", before) else [" ".join([before, *words[-count:]]) for count in (1, 2)]
    for start_words in (before, *borrowed):
        for start in _moments(start_words):
            yield from (f"{start}/{end}" for end in _moments(after))


def _moments(text: str) -> Iterator[str]:
    about, doubt = bool(_ABOUT.search(text)), bool(_DOUBT.search(text))
    mark = "%" if about and doubt else "~" if about else "?" if doubt else ""
    text = _DOUBT.sub("", _ABOUT.sub("", text)).strip()
    yield from (form + mark for form in _dates(text))
    if military := _MILITARY.fullmatch(text):
        year = military["year"] if len(military["year"]) == 4 else f"20{military['year']}"
        day = f"{year}-{_number(military['month'])}-{military['day']}"
        yield f"{day}T{military['hour']}:{military['minute']}Z{mark}"
    if clock := _CLOCK.fullmatch(text):
        yield from (f"{date}T{_clock(clock)}{mark}" for date in _dates(clock["date"]))


def _dates(text: str) -> Iterator[str]:
    for pattern in _DATES:
        if found := pattern.fullmatch(text):
            part = found.groupdict()
            day = f"-{part['day']:0>2}" if part.get("day") else ""
            yield f"{part['year']}-{_number(part['month'])}{day}"
    if found := _NUMBERS.fullmatch(text):
        first, separator, second, year = found.groups()
        yield f"{year}-{second:0>2}-{first:0>2}"
        if separator != ".":
            yield f"{year}-{first:0>2}-{second:0>2}"
    yield from _spans(text)


def _spans(text: str) -> Iterator[str]:
    """What is longer than a month."""
    if re.fullmatch(r"\d{4}", text):
        yield text
    if found := re.fullmatch(r"(?:the )?(\d{3})0'?s", text):
        yield f"{found[1]}X"
    if found := re.fullmatch(r"(?:the )?(\d\d?)(?:st|nd|rd|th) century", text):
        yield f"{int(found[1]) - 1:02}XX"
    if found := _SEASON.fullmatch(text):
        yield f"{found[2]}-{_SEASONS[found[1]]}"
    if found := _QUARTER.fullmatch(text):
        quarter, year = int(found[1] or found[4]), found[2] or found[3]
        yield f"{year}-{3 * quarter - 2:02}/{year}-{3 * quarter:02}"
    if _OLD_UNKNOWN.fullmatch(text):
        yield re.sub("[ux]", "X", text)
    if found := re.fullmatch(r"a (?:day|month) in (.+)", text):
        yield from (f"{form}-XX" for form in _dates(found[1]))


def _clock(clock: re.Match[str]) -> str:
    hour = int(clock["hour"])
    if clock["half"]:
        hour = hour % 12 + (12 if clock["half"] == "pm" else 0)
    second = f":{clock['second']}" if clock["second"] else ""
    return f"{hour:02}:{clock['minute'] or '00'}{second}{_zone(clock['zone'] or '')}"


def _zone(zone: str) -> str:
    if zone[:1] not in ("+", "-"):
        return "Z" if zone else ""
    digits = zone[1:].replace(":", "")
    hours, minutes = (digits, "00") if len(digits) < 3 else (digits[:-2], digits[-2:])
    return f"{zone[0]}{hours:0>2}:{minutes}"


def _number(month: str) -> str:
    return f"{month:0>2}" if month.isdigit() else f"{_NAMES[month[:3]]:02}"
