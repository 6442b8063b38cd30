"""Instants fall into cells in their order, near or far, and the axis says what its ticks are."""

from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.model.time import When
from briefing_tui.tui.history import SCALES
from briefing_tui.tui.views.scale import Broken, Scale, date_of, day_words, instant_of, scale_for

#: From 300,000 BC to the year 999,999.
INSTANTS = st.integers(-10_000_000_000_000, 31_000_000_000_000)


def at(text: str) -> int:
    found = When.parse(text).earliest
    assert found is not None
    return found


@given(INSTANTS)
def test_dates_go_there_and_back(instant: int) -> None:
    year, month, day = date_of(instant)
    start = instant_of(year, month, day)
    assert start <= instant < start + 86_400
    assert start % 86_400 == 0


def test_dates_are_those_of_the_format() -> None:
    assert date_of(at("2024-02-29")) == (2024, 2, 29)
    assert instant_of(2024, 3) == at("2024-03")
    assert day_words(at("-0043-03-15")) == "15 Mar 44 BC"


@given(st.lists(INSTANTS, min_size=1, max_size=30, unique=True), st.sampled_from(SCALES), st.integers(4, 200))
def test_order_is_kept_and_nothing_falls_outside(instants: list[int], name: str, width: int) -> None:
    instants.sort()
    scale = scale_for(instants, name, width)
    cells = [scale.at(instant) for instant in instants]
    assert cells == sorted(cells)
    assert all(0 <= cell < scale.width for cell in cells)
    assert scale.cells(instants) == cells
    if not name:
        assert scale.width <= width


@given(st.lists(INSTANTS, min_size=1, max_size=12, unique=True), st.sampled_from(SCALES), st.integers(10, 150))
def test_ticks_are_in_order_and_their_words_do_not_meet(instants: list[int], name: str, width: int) -> None:
    scale = scale_for(sorted(instants), name, width)
    end = -1
    for tick in scale.ticks(0, width):
        assert 0 <= tick.x < scale.width
        if tick.words:
            assert tick.x > end
            end = tick.x + len(tick.words)
            assert end <= scale.width


def test_what_is_close_together_is_told_apart_beside_what_is_long_ago() -> None:
    hours = [at(f"2026-03-04T{hour:02}:00Z") for hour in range(10)]
    scale = scale_for([at("1994-05-12"), *hours], "", 50)
    assert isinstance(scale, Broken)
    assert len({scale.at(hour) for hour in hours}) == 10
    assert [tick.words for tick in scale.ticks(0, 50) if tick.broken] == ["4 Mar 2026"]


def test_what_is_spread_evenly_stands_evenly() -> None:
    days = [at(f"2026-03-{day:02}") for day in range(1, 21)]
    scale = scale_for(days, "", 60)
    assert type(scale) is Scale
    assert [tick.words for tick in scale.ticks(0, 60)][:2] == ["1 Mar 2026", "6 Mar 2026"] or any(
        tick.words.endswith("Mar 2026") for tick in scale.ticks(0, 60)
    )
