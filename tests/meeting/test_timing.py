"""Where the time went adds up; what is kept of it comes back, holds no text, and never gets in anybody's way.

Why this file is long: the stopwatch, what is kept of it and what is read back are held together, on one clock.
"""

import json
import os
import stat
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.meeting.timing import BRIEFINGS, RUNS, Run, Runs, Stopwatch, Timed, runs_of
from briefing_tui.state import State, Unkept

BEGAN = datetime(2026, 3, 4, 14, 2, tzinfo=timezone(timedelta(hours=1)))


class Hands:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds

    def go(self, seconds: float) -> None:
        self.seconds += seconds


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def watch(hands: Hands) -> Stopwatch:
    return Stopwatch(hands, BEGAN, 15)


def run(number: int = 0, *steps: tuple[str, float, float], rehearsal: bool = False) -> Run:
    started = (BEGAN + timedelta(minutes=number)).isoformat(timespec="milliseconds")
    return Run(started, 15, rehearsal, tuple(Timed(*step) for step in steps))


# The stopwatch --------------------------------------------------------------------


def test_visits_add_up_and_questions_count_apart(watch: Stopwatch, hands: Hands) -> None:
    watch.at("bottom-line")
    hands.go(60)
    watch.at("events:lanes")
    hands.go(30)
    watch.aside()
    hands.go(20)
    watch.aside()
    hands.go(5)
    watch.back()
    hands.go(10)
    watch.at("bottom-line")
    hands.go(7)
    assert watch.in_step == 67
    assert watch.elapsed == 132
    found = watch.record()
    assert found.steps == (Timed("bottom-line", 67, 0), Timed("events:lanes", 40, 25))
    assert datetime.fromisoformat(found.started) == BEGAN
    assert (found.minutes, found.rehearsal, found.blank, found.seconds) == (15, False, 0, 132)


def test_time_at_a_question_is_not_time_in_the_step(watch: Stopwatch, hands: Hands) -> None:
    watch.at("asks")
    hands.go(10)
    watch.aside()
    hands.go(90)
    assert watch.in_step == 10


def test_a_step_is_never_shown_beside_a_question(watch: Stopwatch, hands: Hands) -> None:
    watch.at("asks")
    watch.aside()
    watch.at("gaps")
    hands.go(4)
    assert watch.record().steps == (Timed("asks", 0, 0), Timed("gaps", 4, 0))


def test_what_is_blank_belongs_to_no_step_whatever_goes_on_below(watch: Stopwatch, hands: Hands) -> None:
    watch.at("asks")
    hands.go(1)
    watch.blank()
    hands.go(2)
    watch.at("gaps")
    watch.aside()
    hands.go(4)
    watch.unblank()
    hands.go(8)
    found = watch.record()
    assert found.steps == (Timed("asks", 1, 0), Timed("gaps", 0, 8))
    assert found.blank == 6


def test_a_record_can_be_taken_at_any_time_and_is_always_of_the_same_run(watch: Stopwatch, hands: Hands) -> None:
    empty = watch.record()
    assert (empty.steps, empty.seconds) == ((), 0)
    watch.at("asks")
    hands.go(3)
    first = watch.record()
    hands.go(3)
    assert first.steps == (Timed("asks", 3, 0),)
    assert watch.record().steps == (Timed("asks", 6, 0),)
    assert watch.record().started == empty.started


def test_a_clock_that_goes_back_takes_nothing_away(watch: Stopwatch, hands: Hands) -> None:
    watch.at("asks")
    hands.go(-500)
    assert (watch.in_step, watch.elapsed) == (0, 0)
    hands.go(5)
    assert watch.in_step == 5


DEEDS = st.lists(
    st.tuples(
        st.floats(0, 1000),
        st.sampled_from(["at a", "at b", "at c", "aside", "back", "blank", "unblank", "record", "in_step"]),
    ),
    max_size=40,
)


@given(deeds=DEEDS)
def test_every_second_since_the_first_step_is_counted_once(deeds: list[tuple[float, str]]) -> None:
    hands = Hands()
    watch = Stopwatch(hands, BEGAN)
    watch.at("a")
    for seconds, deed in deeds:
        hands.go(seconds)
        name, _, key = deed.partition(" ")
        found = getattr(watch, name)
        if name != "in_step":
            found(*([key] if key else []))
    assert watch.record().seconds == pytest.approx(watch.elapsed, abs=0.5)


# What is kept ---------------------------------------------------------------------


@pytest.fixture
def flood(tmp_path: Path) -> Path:
    return tmp_path / "flood.yaml"


@pytest.fixture
def runs(tmp_path: Path) -> Runs:
    return Runs(tmp_path / "state" / "meetings")


def kept_file(runs: Runs, path: Path) -> Path:
    return runs._file(path)


def test_what_was_kept_is_there_the_next_time(runs: Runs, flood: Path, tmp_path: Path) -> None:
    one, two = run(0, ("asks", 10.5, 2)), run(1, ("events:lanes#2", 1, 0), rehearsal=True)
    runs.keep(flood, one)
    runs.keep(flood, two)
    again = Runs(tmp_path / "state" / "meetings")
    assert again.of(flood) == (one, two)
    assert again.last(flood) == one
    assert again.last(flood, rehearsal=True) == two
    assert again.of(tmp_path / "other.yaml") == ()


def test_by_itself_it_stands_in_the_users_state_folder_and_is_theirs_alone(own_home: Path, flood: Path) -> None:
    Runs().keep(flood, run(0, ("asks", 10, 2)))
    (kept,) = (own_home / "state" / "briefing" / "meetings").iterdir()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700
    assert "flood" not in kept.name + kept.read_text()
    assert Runs().of(flood) == (run(0, ("asks", 10, 2)),)


def test_a_run_that_goes_on_is_replaced_and_no_other(runs: Runs, flood: Path, hands: Hands) -> None:
    runs.keep(flood, run(-5, ("asks", 1, 0)))
    watch = Stopwatch(hands, BEGAN)
    for _ in range(5):
        watch.at("asks")
        hands.go(2)
        runs.keep(flood, watch.record())
    # A second presenter of the same briefing, in between.
    runs.keep(flood, run(3, ("gaps", 1, 0)))
    watch.at("gaps")
    runs.keep(flood, watch.record())
    found = {known.started: known.steps for known in runs.of(flood)}
    assert len(found) == 3
    assert found[watch.record().started] == (Timed("asks", 10, 0), Timed("gaps", 0, 0))


def test_a_briefing_is_the_same_by_whatever_path(runs: Runs, flood: Path, tmp_path: Path) -> None:
    flood.write_text("")
    link = tmp_path / "link.yaml"
    link.symlink_to(flood)
    runs.keep(link, run(0, ("asks", 10, 2)))
    assert len(runs.of(flood)) == len(runs.of(tmp_path / "x" / ".." / "flood.yaml")) == 1


def test_the_oldest_run_is_forgotten(runs: Runs, flood: Path) -> None:
    for number in range(RUNS + 3):
        runs.keep(flood, run(number, ("asks", number, 0)))
    assert [known.steps[0].seconds for known in runs.of(flood)] == list(range(3, RUNS + 3))


def test_many_long_runs_never_cost_the_file(runs: Runs, flood: Path) -> None:
    steps = [(f"{'x' * 200}{n}", 1.0, 0.0) for n in range(400)]
    for number in range(RUNS):
        runs.keep(flood, run(number, *steps))
    assert runs.of(flood)[-1].steps[-1].key.endswith("399")
    assert kept_file(runs, flood).stat().st_size < 1_000_000


def test_the_briefing_longest_without_a_meeting_is_forgotten(runs: Runs, tmp_path: Path) -> None:
    for number in range(BRIEFINGS + 2):
        path = tmp_path / f"{number}.yaml"
        runs.keep(path, run(0, ("asks", 1, 0)))
        os.utime(kept_file(runs, path), (number, number))
    runs.keep(tmp_path / "new.yaml", run(0, ("asks", 1, 0)))
    assert len(list((tmp_path / "state" / "meetings").iterdir())) == BRIEFINGS
    assert runs.of(tmp_path / "0.yaml") == ()
    assert runs.of(tmp_path / "new.yaml") != ()


def test_text_never_gets_in(runs: Runs, flood: Path) -> None:
    for key in ("The convoy leaves", "https://convoy.example.org/", "", "Convoy"):
        runs.keep(flood, run(0, (key, 3, 0), ("asks", 1, 0)))
        assert "onvoy" not in kept_file(runs, flood).read_text()
        assert [step.key for step in runs.of(flood)[0].steps] == ["asks"]


def test_in_a_picture_nothing_is_read_or_written(own_home: Path, flood: Path) -> None:
    Runs().keep(flood, run(0, ("asks", 1, 0)))
    before = sorted(own_home.rglob("*"))
    runs = runs_of(Unkept())
    assert runs.of(flood) == ()
    runs.keep(flood, run(1, ("gaps", 1, 0)))
    runs.keep(flood, run(1, ("gaps", 2, 0)))
    assert runs.of(flood) == (run(1, ("gaps", 2, 0)),)
    assert sorted(own_home.rglob("*")) == before
    assert runs_of(State()).of(flood) == (run(0, ("asks", 1, 0)),)


def test_where_nothing_can_be_written_nothing_is_raised(tmp_path: Path, flood: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder would be")
    runs = Runs(tmp_path / "state" / "meetings")
    runs.keep(flood, run(0, ("asks", 1, 0)))
    assert runs.of(flood) == ()


def test_a_number_that_is_none_is_not_written(runs: Runs, flood: Path) -> None:
    runs.keep(flood, run(0, ("asks", 1, 0)))
    runs.keep(flood, run(1, ("asks", float("nan"), 0)))
    assert runs.of(flood) == (run(0, ("asks", 1, 0)),)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=10) | st.integers() | st.just(BEGAN.isoformat()),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=20,
)
STEP = ANYTHING | st.tuples(st.just("asks"), ANYTHING, ANYTHING)
KEPT = st.fixed_dictionaries(
    {"started": ANYTHING | st.just(BEGAN.isoformat()), "steps": st.lists(STEP, max_size=4) | ANYTHING},
    optional=dict.fromkeys(("minutes", "rehearsal", "blank"), ANYTHING),
)


@given(content=ANYTHING | st.fixed_dictionaries({"runs": st.lists(KEPT | ANYTHING, max_size=4)}))
def test_whatever_the_file_holds_is_tolerated(content: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("meetings")
    runs, path = Runs(folder), folder / "flood.yaml"
    kept_file(runs, path).write_text(json.dumps(content))
    for found in runs.of(path):
        assert found.seconds >= 0
        assert datetime.fromisoformat(found.started).tzinfo is not None
        assert all(step.key for step in found.steps)
    runs.keep(path, run(99, ("asks", 1, 0)))
    assert runs.of(path)[-1] == run(99, ("asks", 1, 0))


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b'{"runs": 1}'])
def test_a_file_that_is_none_is_as_good_as_no_file(runs: Runs, flood: Path, content: bytes) -> None:
    runs.keep(flood, run(0, ("asks", 1, 0)))
    kept_file(runs, flood).write_bytes(content)
    assert runs.of(flood) == ()


# Breaking off --------------------------------------------------------------------


def test_a_run_that_broke_off_goes_on_where_it_was(watch: Stopwatch, hands: Hands, tmp_path: Path) -> None:
    watch.at("bottom-line")
    hands.go(60)
    watch.at("gaps")
    hands.go(30)
    runs, path = Runs(tmp_path / "meetings"), tmp_path / "flood.yaml"
    runs.keep(path, watch.record())
    broken = runs.broken_off(path, BEGAN + timedelta(minutes=4))
    assert broken is not None
    assert broken.at == "gaps"
    again = Stopwatch.resumed(hands, BEGAN + timedelta(minutes=4), broken)
    again.at("gaps")
    hands.go(10)
    assert again.elapsed == 250
    assert again.in_step == 40
    assert again.record().started == broken.started


def test_a_run_that_was_ended_or_is_long_past_is_not_taken_up(watch: Stopwatch, hands: Hands, tmp_path: Path) -> None:
    watch.at("gaps")
    hands.go(30)
    runs, path = Runs(tmp_path / "meetings"), tmp_path / "flood.yaml"
    runs.keep(path, watch.record())
    assert runs.broken_off(path, BEGAN + timedelta(hours=2)) is None
    watch.end()
    runs.keep(path, watch.record())
    assert runs.broken_off(path, BEGAN + timedelta(minutes=1)) is None
