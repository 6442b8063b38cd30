"""What rehearsals propose: the median of how long a step took, in halves of a minute, and a table that can be read."""

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.meeting.clock import planned
from briefing_tui.meeting.rehearsal import RECENT, grounds, minutes_for, proposals, table, used
from briefing_tui.meeting.timing import Run, Timed
from briefing_tui.source.excerpt import cells


class Step(NamedTuple):
    key: str
    minutes: float | None = None


STEPS = (Step("bottom-line", 1), Step("events:lanes", 3), Step("asks"))


def run(*seconds: float, rehearsal: bool = True, day: int = 1) -> Run:
    steps = tuple(Timed(step.key, took, 100) for step, took in zip(STEPS, seconds, strict=False))
    return Run(f"2026-03-{day:02}T14:02:00.000+01:00", 15, rehearsal, steps)


def minutes(*runs: Run) -> list[float | None]:
    return [step.minutes for step in proposals(STEPS, runs)]


@pytest.mark.parametrize(
    ("seconds", "expected"), [(1, 0.5), (44, 0.5), (45, 1), (74, 1), (75, 1.5), (600, 10), (1e7, 1440)]
)
def test_the_nearest_half_minute_and_never_none(seconds: float, expected: float) -> None:
    assert minutes_for(seconds) == expected


@given(seconds=st.floats(0, 1e8))
def test_what_is_proposed_can_be_written(seconds: float) -> None:
    found = minutes_for(seconds)
    assert 0 < found <= 1440
    assert found * 2 == int(found * 2)


def test_it_is_the_median_so_that_one_bad_day_does_not_count() -> None:
    assert minutes(run(60, 120, 90), run(60, 900, 90), run(90, 150, 80)) == [1, 2.5, 1.5]


def test_rehearsals_count_first_and_the_audience_for_what_was_not_rehearsed() -> None:
    assert minutes(run(600, 600, 600, rehearsal=False), run(60, 120)) == [1, 2, 10]


def test_a_step_that_was_passed_over_was_not_presented() -> None:
    assert minutes(run(60, 2, 0)) == [1, None, None]
    assert minutes(run(60, 2, 0), run(60, 60, 0)) == [1, 1, None]


def test_only_the_last_rehearsals_count() -> None:
    old, new = run(600, 600, 600), run(60, 60, 60)
    assert minutes(*[old] * 20, *[new] * RECENT) == [1, 1, 1]


def test_nothing_comes_of_nothing() -> None:
    assert minutes() == [None, None, None]
    assert used(()) == used([run(0, 1, 2)]) == ()


TITLES = ["The water rises", "Who did what, when and to whom, in so many words as this", "洪水"]


def test_the_table() -> None:
    found = proposals(STEPS, [run(65, 3, 200)], planned(STEPS))
    assert table(TITLES, found) == [
        "step                                         planned  took  proposed",
        "1. The water rises                              1:00  1:05     1 min",
        "2. Who did what, when and to whom, in so m…     3:00     -         -",
        "3. 洪水                                         2:00  3:20   3.5 min",
        "together                                        6:00  4:25   7.5 min",
    ]


def test_what_is_usual_is_told_apart_from_the_last_time() -> None:
    found = proposals(STEPS, [run(65, 120, 120), run(65, 120, 120), run(65, 240, 0)], planned(STEPS, 12))
    assert table(["A", "B", "C"], found) == [
        "step      planned  took  usually  proposed",
        "1. A         2:00  1:05     1:05     1 min",
        "2. B         6:00  4:00     2:00     2 min",
        "3. C         4:00     -     2:00     2 min",
        "together    12:00  5:05     5:05     5 min",
    ]


def test_the_table_without_a_plan_and_without_times() -> None:
    lines = table(["A", "B", "C"], proposals((Step("a"), Step("b"), Step("c")), ()))
    assert [line.split() for line in lines[1:]] == [
        ["1.", "A", "-", "-", "-"],
        ["2.", "B", "-", "-", "-"],
        ["3.", "C", "-", "-", "-"],
        ["together", "-", "-", "-"],
    ]


@given(
    titles=st.lists(st.text(st.characters(codec="utf-8", exclude_categories=("C", "M", "Z"))), min_size=3, max_size=3)
)
def test_the_columns_stand_under_each_other(titles: list[str]) -> None:
    lines = table(titles, proposals(STEPS, [run(60, 60, 60)], planned(STEPS)))
    assert len({cells(line) for line in lines}) == 1


@pytest.mark.parametrize(
    ("runs", "words"),
    [
        ([], "It was neither rehearsed nor presented yet."),
        ([run(60)], "From the rehearsal of 2026-03-01 14:02, questions left out."),
        ([run(60), run(60, day=3)], "From the last 2 rehearsals, the latest of 2026-03-03 14:02, questions left out."),
        (
            [run(60, rehearsal=False, day=4)],
            "From the presentation of 2026-03-04 14:02, questions left out.",
        ),
        ([run(60), run(60, rehearsal=False, day=4)], "From the rehearsal of 2026-03-01 14:02, questions left out."),
    ],
)
def test_where_it_comes_from_is_said(runs: list[Run], words: str) -> None:
    assert grounds(used(runs)) == words
