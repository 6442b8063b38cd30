"""E543: only an actual briefing is stale, by its own next update or else by its age, and only where there is a day."""

from datetime import date

import pytest

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.staleness import RULE
from tests.checks.judging import loaded

TODAY = date(2026, 3, 4)


def found(header: str, today: date | None = TODAY) -> list[tuple[str, str]]:
    given = loaded(header)
    return [(given.text[slice(*one.extent)], one.message) for one in RULE.check(Draft(given, today))]


@pytest.mark.parametrize(
    ("header", "where", "words"),
    [
        ("as_of: 2026-02-01", "2026-02-01", "31 days old"),
        ("as_of: 2026-01", "2026-01", "32 days old"),
        ("as_of: 2024-03-04T23:59Z", "2024-03-04T23:59Z", "730 days old"),
        ("as_of: 2026-03-01\nnext_update: 2026-03-03T18:00-05:00  # noon", "2026-03-03T18:00-05:00", "1 day ago"),
        ("as_of: 2026-01-20\nnext_update: 2026-02", "2026-02", "4 days ago"),
        ("as_of: 2026-01-20\nnext_update: unknown", "2026-01-20", "43 days old"),
        ("as_of: 2025-12/2026-01-20", "2025-12/2026-01-20", "43 days old"),
    ],
)
def test_an_old_picture_and_a_broken_promise_are_found(header: str, where: str, words: str) -> None:
    ((place, message),) = found(header)
    assert place == where
    assert words in message


@pytest.mark.parametrize(
    "header",
    [
        "as_of: 2026-02-02",
        "as_of: 2026-02",
        "as_of: 2026-01-20\nnext_update: 2026-03-04T00:00Z",
        "as_of: 2025-01-20\nnext_update: 2026-04",
        "as_of: 2026-01-20/..",
        "as_of: 2026-05-01",
        "as_of: unknown",
        *[f"as_of: 2020-01-20\nstatus: {status}" for status in ("exercise", "test", "draft", "historical")],
        "as_of: 2020-01-20\nstatus: [exercise, draft]\nnext_update: 2020-02-01",
    ],
)
def test_what_holds_still_or_claims_no_present_is_not_found(header: str) -> None:
    assert found(header) == []


def test_without_a_day_nothing_is_stale() -> None:
    assert found("as_of: 1999", None) == []
