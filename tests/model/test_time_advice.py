"""An author who writes a date as people do is told how this format has it."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.model.time import When


def refusal(text: str) -> str:
    with pytest.raises(ValueError, match=r".") as caught:
        When.parse(text)
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("5 March 2026", "2026-03-05"),
        ("5 Mar 2026", "2026-03-05"),
        ("5-Mar-2026", "2026-03-05"),
        ("March 5, 2026", "2026-03-05"),
        ("Thursday, 5th of March 2026", "2026-03-05"),
        ("Sept. 2023", "2023-09"),
        ("2026/03/05", "2026-03-05"),
        ("2026-3-5", "2026-03-05"),
        ("20260305", "2026-03-05"),
        ("05.03.2026", "2026-03-05"),
        ("13/03/2026", "2026-03-13"),
        ("05/03/2026", "2026-03-05 or 2026-05-03"),
        ("2026-03-05 04:10", "2026-03-05T04:10"),
        ("2026-03-05t04:10z", "2026-03-05T04:10Z"),
        ("2026-03-05T0410Z", "2026-03-05T04:10Z"),
        ("2026-03-05T04:10:30.123Z", "2026-03-05T04:10:30Z"),
        ("2026-03-05T04:10+0100", "2026-03-05T04:10+01:00"),
        ("2026-03-05 04:10 UTC", "2026-03-05T04:10Z"),
        ("5 March 2026 4:10 pm", "2026-03-05T16:10"),
        ("5 March 2026, 12:05 am", "2026-03-05T00:05"),
        ("050600Z MAR 26", "2026-03-05T06:00Z"),
        ("050600ZMAR2026", "2026-03-05T06:00Z"),
        ("2026-03-05 to 2026-03-07", "2026-03-05/2026-03-07"),
        ("2026-03-05 / 2026-03-07", "2026-03-05/2026-03-07"),
        ("2026–2027", "2026/2027"),
        ("1-5 March 2026", "2026-03-01/2026-03-05"),
        ("28 Feb to 5 Mar 2026", "2026-02-28/2026-03-05"),
        ("since 5 March 2026", "2026-03-05/.."),
        ("until March 2026", "../2026-03"),
        ("1999/open", "1999/.."),
        ("1999/unknown", "1999/"),
        ("c. 1850", "1850~"),
        ("about March 2026", "2026-03~"),
        ("5 March 2026 (?)", "2026-03-05?"),
        ("~2026", "2026~"),
        ("2004?-06", "2004-06?"),
        ("2026-05-12T04:10~+01:00", "2026-05-12T04:10+01:00~"),
        ("1990s", "199X"),
        ("19th century", "18XX"),
        ("fall of 2001", "2001-23"),
        ("Q1 2026", "2026-01/2026-03"),
        ("199x", "199X"),
        ("a day in Sep 2023", "2023-09-XX"),
        ("TBD", "unknown"),
        ("Unknown", "unknown"),
    ],
)
def test_a_common_way_to_write_a_time_is_recognised(text: str, advice: str) -> None:
    assert refusal(text) == f"'{text}' is not a time this format knows: write {advice}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2023-13-01", "'2023-13-01' is not a date: months run from 01 to 12"),
        ("2023-00", "months run from 01 to 12"),
        ("2023-02-30", "February 2023 has 28 days"),
        ("2024-02-30", "February 2024 has 29 days"),
        ("2023-04-31", "April has 30 days"),
        ("2023-09-00", "days run from 01"),
        ("2001-25", "the seasons are 21 (spring)"),
        ("2001-21-05", "a season has no day"),
        ("2001-21-XX", "without a day"),
        ("2023-1X", "X stands for both digits"),
        ("2023-XX-05", "where the month is XX the day is too"),
        ("1XXX", "as in 202X or 19XX"),
        ("-199X", "as in 202X or 19XX"),
        ("201X-05", "stands alone: write 201X"),
        ("Y2023", "a year of five digits or more"),
        ("Y1234567890", "9 digits at most"),
        ("Y17000-05", "stands alone: write Y17000"),
        ("-0000", "write 0000"),
        ("2026-03T06:00", "an hour needs its day"),
        ("2026-03-05T24:00", "midnight is 00:00 of the day that begins"),
        ("2026-03-05T25:00", "hours run from 00 to 23"),
        ("2026-03-05T06:60", "minutes run from 00 to 59"),
        ("2026-03-05T06:00:60", "seconds run from 00 to 59"),
        ("2026-03-05T06:00+15:00", "offsets run from -14:00 to +14:00"),
        ("2026-03-05T06:00+01:60", "offsets run from -14:00 to +14:00"),
        ("2026-03-05T06:00-00:00", "Z or +00:00"),
        ("2026-03-05/2026-03-32", "'2026-03-32' is not a date: March has 31 days"),
        ("../..", "write unknown"),
        ("/", "write unknown"),
        ("", "a time is empty: write a date such as 2026-03-05"),
        ("30 February 2023", "'2023-02-30' is not a date: February 2023 has 28 days"),
        ("today", "write the date itself"),
        ("12:30", "needs its date"),
        ("2026-W10", "weeks are not read"),
        ("5/3/26", "the year with four digits"),
        ("2026-03-05 04:10 CET", "a zone as Z or an offset"),
        ("soon", "write a date such as 2026-03-05"),
        ("[1667,1668]", "write a date such as 2026-03-05"),
    ],
)
def test_what_is_wrong_is_said(text: str, words: str) -> None:
    assert words in refusal(text)


def test_a_refusal_never_repeats_a_control_character_or_a_whole_page() -> None:
    assert refusal("\x1b[2J").startswith("'␛[2J' is not")
    assert len(refusal("soon " * 12)) < 200


pieces = st.sampled_from(
    [
        "5",
        "12",
        "2026",
        "26",
        "March",
        "sep",
        "-",
        "/",
        " to ",
        "..",
        ".",
        ":",
        "T",
        "Z",
        "am",
        "~",
        "(?)",
        "c. ",
        "199u",
        "Q2",
    ]
)


@settings(max_examples=300)
@given(st.lists(pieces, min_size=1, max_size=9).map(" ".join) | st.lists(pieces, min_size=1, max_size=9).map("".join))
def test_what_is_advised_is_a_time(text: str) -> None:
    words = ""
    try:
        When.parse(text)
    except ValueError as error:
        words = str(error)
    advice = words.partition("knows: write ")[2]
    if advice and not advice.startswith(("a ", "the ")):
        assert [When.parse(form).text for form in advice.split(" or ")] == advice.split(" or ")


@given(st.dates(min_value=datetime.date(1000, 1, 1)), st.sampled_from(["", "~", "?", "%"]))
def test_what_we_show_we_can_explain(day: object, mark: str) -> None:
    for length in (7, 10):
        text = str(day)[:length] + mark
        assert refusal(When.parse(text).display()).endswith(f"write {text}")
