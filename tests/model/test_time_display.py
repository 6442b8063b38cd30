"""Times in English say what was written, no more, and the short form goes into its column."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.model.time import When

TABLE = [
    ("2026-03-05", "5 Mar 2026", "5 Mar 2026"),
    ("2026-03-05~", "about 5 Mar 2026", "~5 Mar 2026"),
    ("2026-03-05?", "5 Mar 2026 (uncertain)", "5 Mar 2026?"),
    ("2026-03-05%", "about 5 Mar 2026 (uncertain)", "~5 Mar 2026?"),
    ("2023-09", "Sep 2023", "Sep 2023"),
    ("2023", "2023", "2023"),
    ("202X", "2020s", "2020s"),
    ("190X", "1900s", "1900s"),
    ("19XX", "20th century", "20th c."),
    ("00XX", "1st century", "1st c."),
    ("2001-21", "spring 2001", "spring 2001"),
    ("2001-24~", "about winter 2001", "~winter 2001"),
    ("2023-09-XX", "a day in Sep 2023", "Sep 2023"),
    ("2023-09-XX?", "a day in Sep 2023 (uncertain)", "Sep 2023?"),
    ("2004-XX", "a month in 2004", "2004"),
    ("1985-XX-XX", "a day in 1985", "1985"),
    ("2026-03-04T06:00Z", "4 Mar 2026 06:00Z", "4 Mar 06:00Z"),
    ("2026-03-04T06:00", "4 Mar 2026 06:00", "4 Mar 06:00"),
    ("2026-03-04T06:00:30Z", "4 Mar 2026 06:00:30Z", "4 Mar 06:00Z"),
    ("2026-05-12T04:10+01:00", "12 May 2026 04:10+01:00", "12 May 04:10+1"),
    ("2026-05-02T04:10-10", "2 May 2026 04:10-10", "2 May 04:10-10"),
    ("2026-05-12T04:10+05:30~", "about 12 May 2026 04:10+05:30", "~12 May 2026"),
    ("2026-03-01/2026-03-05", "1 to 5 Mar 2026", "1-5 Mar 2026"),
    ("2026-03-01~/2026-03-05~", "about 1 to 5 Mar 2026", "~1-5 Mar 2026"),
    ("2026-03-01?/2026-03-05", "1 Mar 2026 (uncertain) to 5 Mar 2026", "1-5 Mar 2026?"),
    ("2026-02-28/2026-03-05", "28 Feb to 5 Mar 2026", "Feb-Mar 2026"),
    ("2025-12-28/2026-01-03", "28 Dec 2025 to 3 Jan 2026", "2025-2026"),
    ("2026-03-05/2026-04-05", "5 Mar to 5 Apr 2026", "Mar-Apr 2026"),
    ("2026-03-05/2026-03-05", "5 Mar 2026", "5 Mar 2026"),
    ("2026-03/2026-05", "Mar to May 2026", "Mar-May 2026"),
    ("2026-03-05/2027", "5 Mar 2026 to 2027", "Mar 2026-2027"),
    ("1964/2008", "1964 to 2008", "1964-2008"),
    ("18XX/19XX", "19th to 20th century", "19th-20th c."),
    ("2023-09-XX/2023-09-XX", "a day in Sep 2023 to a day in Sep 2023", "Sep 2023"),
    ("2026-03-04T06:00Z/2026-03-04T09:00Z", "4 Mar 2026 06:00Z to 09:00Z", "4 Mar 2026"),
    ("2026-03-04T06:00Z/2026-03-05T09:00Z", "4 Mar 2026 06:00Z to 5 Mar 2026 09:00Z", "4-5 Mar 2026"),
    ("2026-05-12T04:10+01:00/..", "12 May 2026 04:10+01:00 onwards", "12 May 2026+"),
    ("2026-03-05~/..", "about 5 Mar 2026 onwards", "~5 Mar 2026+"),
    ("../2026-03-15", "until 15 Mar 2026", "to 15 Mar 2026"),
    ("2026-03-05/", "from 5 Mar 2026, end unknown", "5 Mar 2026-?"),
    ("/2026-03-05", "until 5 Mar 2026, start unknown", "?-5 Mar 2026"),
    ("-0043-03-15", "15 Mar 44 BC", "15 Mar 44 BC"),
    ("0000", "1 BC", "1 BC"),
    ("-0044/-0043", "45 to 44 BC", "45-44 BC"),
    ("-0001/0002", "2 BC to 2 AD", "2 BC-2 AD"),
    ("0800", "800 AD", "800 AD"),
    ("Y170000002", "170000002", "170000002"),
    ("Y-17000", "17001 BC", "17001 BC"),
    ("unknown", "undated", "undated"),
]


@pytest.mark.parametrize(("text", "full", "short"), TABLE)
def test_display(text: str, full: str, short: str) -> None:
    when = When.parse(text)
    assert when.display() == when.display("full") == full
    assert when.display("short") == short


modern = st.dates(min_value=datetime.date(1000, 1, 1))
marks = st.sampled_from(["", "?", "~", "%"])
moments = st.builds(
    lambda day, cut, clock, mark: str(day)[:cut] + (clock if cut == 10 else "") + mark,
    modern,
    st.sampled_from([4, 7, 10]),
    st.sampled_from(["", "T06:00", "T06:00Z", "T23:59:59+05:30", "T00:00-11"]),
    marks,
)
texts = st.one_of(
    moments,
    st.builds("{}/{}".format, moments, st.sampled_from(["", ".."])),
    st.builds("{}/{}".format, st.sampled_from(["", ".."]), moments),
    st.lists(moments, min_size=2, max_size=2).map(lambda two: "/".join(sorted(two))),
    st.builds("{}-{}{}".format, modern.map(lambda day: str(day)[:4]), st.integers(21, 24), marks),
)


def _read(text: str) -> When | None:
    try:
        return When.parse(text)
    except ValueError:
        return None


whens = texts.map(_read).filter(lambda when: when is not None)


@given(whens)
def test_the_short_form_fits_its_column_and_keeps_the_qualifier(when: When) -> None:
    short = when.display("short")
    assert 0 < len(short) <= 14
    assert short.isascii()
    assert ("~" in short) == when.approximate
    assert ("?" in short) == (when.uncertain or when.unknown_start or when.unknown_end)


@given(whens)
def test_the_full_form_names_every_offset_and_doubt(when: When) -> None:
    full = when.display()
    assert ("about" in full) == when.approximate
    assert ("(uncertain)" in full) == when.uncertain
    for end in (when.start, when.end):
        assert end is None or end.clock + end.zone in full
        assert end is None or str(end.year) in full


@given(modern, modern)
def test_different_days_look_different(one: object, other: object) -> None:
    first, second = When.parse(str(one)), When.parse(str(other))
    for style in ("full", "short"):
        assert (first.display(style) == second.display(style)) == (one == other)
