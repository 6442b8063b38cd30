"""What is planned adds up, and pace says what a presenter would say of it."""

from datetime import datetime
from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.meeting.clock import ON_TIME, Plan, clock, pace, planned, spelt, time_of_day

NOON = datetime(2026, 3, 4, 12, 0)


class Step(NamedTuple):
    key: str
    minutes: float | None = None


def steps(*minutes: float | None) -> list[Step]:
    return [Step(f"s{n}", given) for n, given in enumerate(minutes)]


WEIGHTS = st.none() | st.floats(0.01, 1440)


@pytest.mark.parametrize(
    ("minutes", "total", "expected"),
    [
        ((1, 2, 3), None, (60, 120, 180)),
        ((1, None, 3), None, (60, 120, 180)),
        ((1, None, 1, 10, None), None, (60, 60, 60, 600, 60)),
        ((None, None), 5, (150, 150)),
        ((1, None, 3), 12, (120, 240, 360)),
        ((2,), 30, (1800,)),
    ],
)
def test_what_is_not_said_is_what_is_usual(
    minutes: tuple[float | None, ...], total: float | None, expected: tuple[float, ...]
) -> None:
    plan = planned(steps(*minutes), total)
    assert plan is not None
    assert plan.seconds == pytest.approx(expected)


@pytest.mark.parametrize("total", [None, 0.0])
def test_where_nobody_said_anything_there_is_no_plan(total: float | None) -> None:
    assert planned(steps(None, None), total) is None
    assert planned([], 10) is None


@given(minutes=st.lists(WEIGHTS, min_size=1, max_size=60), total=st.floats(0.1, 1440))
def test_the_steps_always_come_to_the_total(minutes: list[float | None], total: float) -> None:
    plan = planned(steps(*minutes), total)
    assert plan is not None
    assert len(plan.seconds) == len(minutes)
    assert plan.total == pytest.approx(total * 60)
    assert all(seconds > 0 for seconds in plan.seconds)


PLAN = Plan((60.0, 180.0, 120.0))


@pytest.mark.parametrize(
    ("elapsed", "step", "in_step", "words"),
    [
        (0, 0, 0, "on time · ends 12:06"),
        (59, 0, 59, "on time · ends 12:06"),
        (60, 1, 0, "on time · ends 12:06"),
        (239, 1, 179, "on time · ends 12:06"),
        (80, 0, 80, "on time · 20 s over this step · ends 12:06"),
        (100, 0, 100, "1 min behind · 40 s over this step · ends 12:07, 1 min late"),
        (200, 0, 200, "2 min behind · 2 min over this step · ends 12:08, 2 min late"),
        # Two minutes of questions: nothing is over in the step itself.
        (240, 1, 60, "2 min behind · ends 12:08, 2 min late"),
        (60, 2, 0, "3 min ahead · ends 12:03, 3 min early"),
        (60 + 119, 2, 119, "3 min ahead · ends 12:03, 3 min early"),
        (360, 2, 120, "on time · ends 12:06"),
        (4300, 2, 4000, "1 h 6 min behind · 1 h 5 min over this step · ends 13:12, 1 h 6 min late"),
    ],
)
def test_pace_in_words(elapsed: float, step: int, in_step: float, words: str) -> None:
    assert pace(PLAN, elapsed, step, in_step, NOON).words == words


def test_without_a_clock_on_the_wall_the_end_is_said_when_it_moves() -> None:
    assert pace(PLAN, 30, 0, 30).words == "on time"
    assert pace(PLAN, 300, 1, 180).words == "1 min behind · ends 1 min late"


def test_what_is_left() -> None:
    assert pace(PLAN, 90, 1, 30).left == 270
    assert pace(PLAN, 900, 2, 700).left == 0


PLANS = st.lists(st.floats(1, 3600), min_size=1, max_size=12).map(lambda seconds: Plan(tuple(seconds)))


@given(plan=PLANS, step=st.integers(0, 11), at=st.floats(0, 1))
def test_within_the_time_of_a_step_one_is_on_time(plan: Plan, step: int, at: float) -> None:
    step %= len(plan.seconds)
    inside = plan.seconds[step] * at
    found = pace(plan, plan.start(step) + inside, step, inside, NOON)
    assert (found.standing, found.this_step) == ("on time", "")
    assert found.end == found.planned_end


@given(plan=PLANS, step=st.integers(0, 11), moments=st.lists(st.floats(0, 9000), min_size=2, max_size=6))
def test_later_is_never_less_behind_and_staying_costs_no_more_than_it_takes(
    plan: Plan, step: int, moments: list[float]
) -> None:
    step %= len(plan.seconds)
    before = plan.start(step)
    moments = sorted(moments)
    behind = [pace(plan, before + seconds, step, seconds).behind for seconds in moments]
    assert all(first <= second + 1e-6 for first, second in pairwise(behind))
    assert behind[-1] - behind[0] <= moments[-1] - moments[0] + 1e-6


@given(plan=PLANS, step=st.integers(0, 10), elapsed=st.floats(0, 9000), inside=st.floats(0, 9000))
def test_going_on_never_puts_one_further_behind(plan: Plan, step: int, elapsed: float, inside: float) -> None:
    step %= len(plan.seconds)
    here = pace(plan, elapsed, step, inside).behind
    if step + 1 < len(plan.seconds):
        assert pace(plan, elapsed, step + 1, 0).behind <= here + 1e-6


@given(plan=PLANS, elapsed=st.floats(0, 90_000), step=st.integers(-3, 20), inside=st.floats(0, 90_000))
def test_words_and_numbers_agree(plan: Plan, elapsed: float, step: int, inside: float) -> None:
    found = pace(plan, elapsed, step, inside, NOON)
    on_time = abs(found.behind) <= ON_TIME
    assert (found.standing == "on time") == on_time
    assert ("ahead" in found.standing) == ("early" in found.ending) == (not on_time and found.behind < 0)
    assert found.end is not None
    assert found.planned_end is not None
    moved = (found.end - found.planned_end).total_seconds()
    assert moved % 60 == 0
    assert abs(moved - found.behind) <= 31


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0, "0:00"), (59.9, "0:59"), (245, "4:05"), (3599, "59:59"), (3723, "1:02:03"), (-30, "-0:30"), (-0.4, "0:00")],
)
def test_a_duration_on_a_stopwatch(seconds: float, shown: str) -> None:
    assert clock(seconds) == shown


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(34, "30 s"), (59.9, "50 s"), (60, "1 min"), (100, "2 min"), (3600, "1 h"), (4000, "1 h 7 min")],
)
def test_a_duration_as_it_is_said(seconds: float, said: str) -> None:
    assert spelt(seconds) == said


def test_the_time_of_day() -> None:
    assert time_of_day(datetime(2026, 3, 4, 9, 5, 59)) == "09:05"
