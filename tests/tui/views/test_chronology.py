"""Events in the order of time: in groups by what is known of it, none lost, none out of its order."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.tui.history import Clock
from briefing_tui.tui.views.chronology import Chronology
from tests.tui.views.making import at, briefing_of, events

CLOCKS = st.sampled_from(["occurred", "reported"])


@settings(max_examples=150)
@given(events(), CLOCKS)
def test_rows_are_in_the_order_of_time_within_groups_and_groups_by_what_they_begin_with(
    found: dict[str, dict[str, Any]], clock: Clock
) -> None:
    order = Chronology(briefing_of(found), clock)
    assert sorted(order.ids) == sorted(found)
    assert [order.when(row).placed for row in range(order.count)] == [True] * order.dated + [False] * (
        len(found) - order.dated
    )
    ends = [*order.firsts, order.count][1:]
    for group, (first, end) in enumerate(zip(order.firsts, ends, strict=True)):
        assert first < end
        if first == order.dated:
            assert order.heading(group) == ("Undated", f"  {end - first}")
            continue
        keys = [order.when(row).sort_key for row in range(first, end)]
        assert keys == sorted(keys)
        anchors = [order.anchor(row) for row in range(first, end)]
        precise = {anchor.precision in ("day", "minute", "second") for anchor in anchors if anchor is not None}
        assert precise == {order.by_day(group)}
        assert ("not known" in order.heading(group)[1]) == (not order.by_day(group))
    # Times with an offset are in the order of their instants all through.
    instants = [
        instant
        for row, instant in enumerate(order.instants)
        if (anchor := order.anchor(row)) is not None and anchor.offset is not None
    ]
    assert instants == sorted(instants)
    starts = [order.begins[first] // 86_400 for first in order.firsts if first < order.dated]
    assert starts == sorted(starts)


def test_what_is_known_less_well_stands_before_what_it_may_be_any_of() -> None:
    order = Chronology(at("2026-03-01", "2026-03", "2026-03-01T00:00Z", "2026", "202X", "2025-12-31"), "occurred")
    assert order.ids == ["e4", "e5", "e3", "e1", "e2", "e0"]
