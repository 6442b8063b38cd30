"""Which of two times is over before the other begins, and when that cannot be said."""

import pytest

from briefing_tui.checks.ordering import Ordering
from briefing_tui.model.time import When


def is_before(one: str, other: str, *others: str) -> bool:
    times = [When.parse(text) for text in (one, other, *others)]
    return Ordering(times).before(times[0], times[1])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2026-03-04", "2026-03-05"),
        ("2026-02", "2026-03-01"),
        ("2025", "2026-01-01T00:00Z"),
        ("2026-03-04T10:00Z", "2026-03-04T10:01Z"),
        ("2026-03-04T12:00+02:00", "2026-03-04T10:01Z"),
        ("2026-03-01/2026-03-03", "2026-03-04/2026-03-08"),
        ("../2026-03-03", "2026-03-04/.."),
        ("2026-03-04T06:00Z", "2026-03-05"),
        ("2026-03-04T18:00-05:00", "2026-03-05"),
        ("197X", "1980"),
        # Past their margins.
        ("2026-03-04~", "2026-03-09"),
        ("2026-03-04T10:00Z~", "2026-03-04T14:00Z"),
        ("2026-03-04?", "2026-05-01"),
        ("1998?", "2015"),
    ],
)
def test_what_is_over_before_the_other_begins(one: str, other: str) -> None:
    assert is_before(one, other)
    assert not is_before(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2026-03-04", "2026-03-04"),
        ("2026-03-04", "2026-03"),
        ("2026-03", "2026-03-04"),
        ("2026-03-04", "2026-03-04T23:00Z"),
        ("2026-03-04T23:00Z", "2026-03-04"),
        ("2026-03-01/2026-03-05", "2026-03-04"),
        ("2026-03-01/..", "2026-03-04"),
        ("2026-03-01/", "2026-03-04"),
        ("2026-03-01", "../2026-03-04"),
        ("2026-03-01", "/2026-03-04"),
        ("unknown", "2026-03-04"),
        ("2026-03-01", "unknown"),
        # Within their margins.
        ("2026-03-04~", "2026-03-06"),
        ("2026-03-04", "2026-03-06~"),
        ("2026-03-04T10:00Z~", "2026-03-04T11:30Z"),
        ("2026-03-04?", "2026-03-20"),
        ("2026-03-01/2026-03-04~", "2026-03-06"),
        ("1998%", "2004"),
    ],
)
def test_what_may_be_otherwise(one: str, other: str) -> None:
    assert not is_before(one, other)


def test_a_day_without_a_zone_may_be_one_in_any_zone_that_is_written() -> None:
    assert is_before("2026-03-04T18:00Z", "2026-03-05")
    assert not is_before("2026-03-04T18:00Z", "2026-03-05", "2026-03-01T08:00+09:00")
    assert is_before("2026-03-04T18:00Z", "2026-03-06", "2026-03-01T08:00+09:00")
    assert is_before("2026-03-04", "2026-03-05T01:00Z")
    assert not is_before("2026-03-04", "2026-03-05T01:00Z", "2026-03-01T08:00-08:00")


def test_times_that_all_lack_a_zone_are_in_the_same() -> None:
    assert is_before("2026-03-04", "2026-03-05", "2026-03-01T08:00+09:00")
