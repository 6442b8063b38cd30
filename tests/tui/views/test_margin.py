"""The times beside a ladder: nothing more precise than was written, the day and the zone once where that is enough."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from briefing_tui.model.time import When
from briefing_tui.tui.views.margin import Margin
from briefing_tui.tui.views.parties import Message
from tests.tui.views.making import times


def margin(*texts: str) -> Margin:
    return Margin([Message(f"c{n}", (), (), When.parse(text)) for n, text in enumerate(texts)])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2026-03-04T09:50Z", "09:50"),
        ("2026-03-04T09:50:07Z", "09:50"),
        ("2026-03-04T09:50~", "~09:50"),
        ("2026-03-04T09:50Z/2026-03-04T10:10Z?", "09:50–10:10?"),
        ("2026-03-04T09:50Z/2026-03-05T10:10Z", "4-5 Mar 2026"),
        ("2026-03-04T09:50Z/..", "4 Mar 09:50Z+"),
        ("2026-03-04", "4 Mar 2026"),
        ("2026-03", "Mar 2026"),
        ("unknown", ""),
    ],
)
def test_a_time(text: str, shown: str) -> None:
    assert margin(text).time(0) == shown


def test_zones_that_differ_stand_with_their_times() -> None:
    here = margin("2026-03-04T09:50Z", "2026-03-04T10:00-05:00", "2026-03-04T10:05+05:30", "2026-03-04T11:00")
    assert here.head == ("4 Mar 2026",)
    assert [here.time(n) for n in range(4)] == ["09:50Z", "10:00-5", "10:05+5:30", "11:00"]


def test_a_day_is_said_when_it_changes_and_after_what_is_no_time_of_day() -> None:
    here = margin("2026-03-04T09:50Z", "2026-03-04T10:50Z", "2026-03-05T01:00Z", "2026-03-05", "2026-03-05T02:00Z")
    assert [here.day(n) for n in range(5)] == ["4 Mar 2026", "", "5 Mar 2026", "", "5 Mar 2026"]
    assert here.head == ("UTC",)


@given(st.lists(times, max_size=12))
def test_every_time_fits_and_can_be_told(texts: list[str]) -> None:
    here = margin(*texts)
    for n, text in enumerate(texts):
        assert bool(here.time(n)) == When.parse(text).placed
        assert cell_len(here.time(n)) <= here.times <= here.width
        assert cell_len(here.day(n)) <= here.width
