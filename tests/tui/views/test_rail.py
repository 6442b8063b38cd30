"""Lines for what lasts: through the rows that fall into it, each alone on its track; those left out are counted."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.tui.views.chronology import Chronology
from briefing_tui.tui.views.rail import Rail
from tests.tui.views.making import briefing_of, events


@settings(max_examples=150)
@given(events(), st.integers(1, 6))
def test_a_line_runs_through_the_rows_that_fall_into_it_alone_on_its_track(
    found: dict[str, dict[str, Any]], most: int
) -> None:
    order = Chronology(briefing_of(found), "occurred")
    rail = Rail(order, most)
    lasting = {row for row in range(order.dated) if order.when(row).interval}
    assert {line.row for line in rail.lasting} == lasting
    assert len(rail.lines) + rail.left_out == len(lasting)
    assert rail.width <= most
    for row, tracks in enumerate(rail.tracks):
        running = {line.row for line in rail.lines.values() if line.first <= row <= line.last}
        ended = {line.row for line in rail.lines.values() if line.last + 1 == row}
        assert {other for other in tracks if other >= 0} == running | ended
        hidden = [line for line in rail.lasting if line.row not in rail.lines and line.first <= row <= line.last]
        assert (rail.beyond[row] if rail.beyond else 0) == len(hidden)
    for line in rail.lasting:
        end = order.when(line.row).end
        if end is not None and order.when(line.row).start is not None:
            until = end.latest + (order.offset if end.offset is not None else 0)
            after = range(line.row + 1, order.dated)
            assert line.last == next((row - 1 for row in after if order.begins[row] > until), order.dated - 1)
