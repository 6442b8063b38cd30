"""Scenarios side by side: how likely each is, what has changed, and which indicators point to it or away from it.

As many columns as can be read at the width; what stands at the same height is the same thing in each.
"""

from collections.abc import Sequence
from functools import partial

from briefing_tui.blocks.block import Block, Heading, Span, Spans
from briefing_tui.blocks.prose import prose_spans
from briefing_tui.blocks.scope import Scope
from briefing_tui.blocks.sheet import counted
from briefing_tui.model.outlook import Indicator, Scenario
from briefing_tui.tui.drawing import Canvas, Drawing
from briefing_tui.tui.history import Lens
from briefing_tui.tui.rows import GUTTER, Piece
from briefing_tui.tui.views.bars import Line, scenario_line, was
from briefing_tui.tui.views.cells import Cell, Row, how_many, how_wide, marked_cell, put_band, wrapped_cell
from briefing_tui.tui.views.empty import missing
from briefing_tui.tui.views.percent import Percent
from briefing_tui.tui.views.watch import Watched, status_span, watched

#: A column is never narrower, in cells, unless there is but one; and never wider than is good to read.
_NARROWEST, _WIDEST = 26, 76

#: So many are drawn at once: the first of many are seen before the last are drawn. Even rows of 1, 2, 3, 4 and 6.
_AT_ONCE = 24

#: Lines an indicator takes in one of several columns.
_LINES = 5


def scenarios(scope: Scope, lens: Lens, entry: str = "") -> Sequence[Block | Drawing]:
    """All scenarios, one a column."""
    outlook = scope.briefing.outlook
    if not outlook.scenarios:
        return missing(
            "No scenarios yet. Say which ways things may go:",
            "outlook:\n  scenarios:\n    holds: {title: The levee holds, likelihood: likely, role: most-likely}\n"
            "    overtops: {title: The levee is overtopped, likelihood: unlikely, role: most-dangerous}",
            "scenarios",
        )
    exclusive = (Span("  they exclude one another", "dim"),) if outlook.exclusive else ()
    return (
        Heading((Span("Scenarios"),), 2, (*counted(len(outlook.scenarios)), *exclusive), "scenarios.title"),
        *[
            Drawing(partial(_drawn, scope, outlook.scenarios[first : first + _AT_ONCE]), f"scenarios.{first}")
            for first in range(0, len(outlook.scenarios), _AT_ONCE)
        ],
    )


def _drawn(scope: Scope, all_: Sequence[Scenario], width: int) -> Canvas:
    canvas = Canvas(width, "scenarios", spatial=True)
    room = max(2, width - GUTTER - 1)
    # Four where three fit read better as two and two.
    bands = -(-len(all_) // how_many(room, _NARROWEST))
    beside = -(-len(all_) // bands)
    cells = min(_WIDEST, how_wide(room, beside))
    pointing = watched(scope)
    y = 0
    for first in range(0, len(all_), beside):
        columns = [_cells(scope, each, pointing, cells, beside > 1) for each in all_[first : first + beside]]
        y = put_band(canvas, columns, cells, y + 1)
    return canvas.finish()


def _cells(scope: Scope, scenario: Scenario, pointing: Watched, cells: int, several: bool) -> list[Cell]:
    """What stands in the column of a scenario, from top to bottom."""
    line = scenario_line(scenario)
    lists: Cell = []
    for word, found in (("Points to it", pointing.to), ("Points away from it", pointing.away)):
        indicators = found.get(scenario.id, ())
        if indicators:
            lists += [Row(()), *wrapped_cell((Span(f"{word} ", "label"), *counted(len(indicators))), cells)]
        for indicator in indicators:
            lists += _indicator(scope, indicator, cells, _LINES if several else 0)
    if not lists:
        lists = [Row(()), *wrapped_cell((Span("No indicator points to it.", "dim"),), cells)]
    return [
        wrapped_cell((Span(line.aside[0].text, "label"),) if line.aside else (), cells),
        wrapped_cell((Span(scenario.title, "subheading"),), cells, scenario.id, scenario.title),
        wrapped_cell((Span(scenario.horizon, "dim"),) if scenario.horizon else (), cells),
        _bar(line, cells),
        _changed(scope, scenario, cells),
        lists,
    ]


def _indicator(scope: Scope, indicator: Indicator, cells: int, most: int) -> Cell:
    """An indicator: its status and its words, which are the mark."""
    status, text = status_span(indicator), scope.plain(indicator.text)
    sign = Piece(0, status.text, status.role)
    return marked_cell(sign, text, cells, indicator.id, f"{status.text}: {text}", most=most)


def _bar(line: Line, cells: int) -> Cell:
    scale = Percent(0, cells)
    rows: Cell = [Row(())]
    if line.band:
        rows.append(Row(scale.bar(*line.band)))
    return rows + [row for span in line.under for row in wrapped_cell((span,), cells)]


def _changed(scope: Scope, scenario: Scenario, cells: int) -> Cell:
    """What has changed since the briefing before, beyond how likely it is, and why."""
    change = scenario.change
    if change is None:
        return []
    spans: Spans = (Span(f"was {change.from_} ", "change"),) if change.from_ and not was(change) else ()
    why = [Span(span.text, "change") for span in prose_spans(scope, change.why)]
    return wrapped_cell((*spans, *why), cells)
