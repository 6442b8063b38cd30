"""Where a presentation is, read from whatever somebody wrote."""

import json
import math
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.meeting.clock import Plan, pace
from briefing_tui.meeting.position import MOST_ASIDE, Position, position_data, position_from

NUMBERS = st.integers() | st.floats() | st.integers(-(10**30), 10**30)
JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=8), inner, max_size=5),
    max_leaves=20,
)
#: What looks like a position, with anything in its places.
LIKE = st.fixed_dictionaries({}, optional=dict.fromkeys(Position._fields, JSON) | {"key": st.text() | JSON})
PLACES = st.dictionaries(
    st.sampled_from(["pane", "entry", "view", "key", "above"]), st.text(max_size=9) | st.integers()
)
POSITIONS = st.builds(
    Position,
    st.text(max_size=300),
    st.integers(0, 10_000_000),
    st.integers(1, 10_000_000),
    st.lists(PLACES, max_size=MOST_ASIDE + 1).map(tuple),
    st.booleans(),
    st.booleans(),
    st.floats(0, 1e10),
    st.floats(0, 1e6),
    st.floats(0, 1e10),
    st.sampled_from(["", "next", "previous"]),
)


@given(JSON | LIKE)
def test_anything_is_a_position_or_none_and_never_raises(data: Any) -> None:
    position = position_from(data)
    if position is None:
        assert not isinstance(data, dict) or not isinstance(data.get("key"), str) or len(data["key"]) > 300
        return
    assert position.number >= 0
    assert position.shown >= 1
    assert len(position.stack) <= MOST_ASIDE + 1
    assert all(isinstance(place, dict) for place in position.stack)
    assert all(math.isfinite(amount) for amount in (position.started, position.minutes, position.in_step))
    # A clock on the wall can show it.
    assert pace(
        Plan((position.minutes * 60,)), 0.0, 0, position.in_step, datetime.fromtimestamp(position.started)
    ).words
    assert position.press in ("", "next", "previous")
    assert position_from(position_data(position)) == position


@given(POSITIONS)
def test_what_is_told_is_heard(position: Position) -> None:
    assert position_from(json.loads(json.dumps(position_data(position)))) == position


def test_of_many_look_ups_the_step_and_the_last_ones_are_told() -> None:
    stack = tuple({"entry": f"e-{n}"} for n in range(1000))
    told = position_from(position_data(Position("gaps", stack=stack)))
    assert told is not None
    assert [place["entry"] for place in told.stack] == ["e-0", *(f"e-{n}" for n in range(1000 - MOST_ASIDE, 1000))]


@pytest.mark.parametrize("key", [None, 3, "", "x" * 301, ["gaps"]])
def test_without_the_key_of_a_step_it_is_none(key: Any) -> None:
    assert (position_from({"key": key}) is None) == (key != "")
