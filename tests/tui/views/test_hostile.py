"""Briefings that mean no good, in every view: nothing overlaps, nothing is too wide, every mark answers."""

import json
from typing import Any

import pytest
from rich.cells import cell_len

from briefing_tui.model.kinds import PANES
from briefing_tui.source.load import load_text
from briefing_tui.tui.history import SCALES, Lens, Location
from briefing_tui.tui.layout import Layout
from briefing_tui.tui.rows import Row, row_text
from briefing_tui.tui.session import Session
from briefing_tui.tui.views import VIEWS
from tests.tui.hostile import WHENS, hostile

#: What `briefing shot` takes for the narrowest, the context pane of a small terminal, and more.
WIDTHS = (20, 38, 71)
CASES: dict[str, dict[str, Any]] = {
    "everything": hostile(1),
    "nobody": hostile(5, actors=0, events=5, messages=5),
    "one": hostile(5, actors=1),
    "far": hostile(3, actors=3, whens=("Y170000002", "Y-999999999", "-0044-03-15", "2026-03-04T12:00Z")),
    "undated": hostile(3, actors=5, whens=("unknown",)),
    "at once": hostile(4, actors=5, whens=("2026-03-04T12:00Z",)),
    "crowd": hostile(6, actors=60, events=60, messages=200),
}


def session_of(data: dict[str, Any]) -> Session:
    loaded = load_text(json.dumps(data, ensure_ascii=False), "hostile")
    assert loaded.briefing is not None, loaded.diagnostics
    assert not loaded.briefing.omitted, loaded.diagnostics
    return Session(loaded)


def locations(session: Session) -> list[Location]:
    """Every view there is, of each pane, of the first actors and of a judgement."""
    entries = {"actor": session.briefing.actors[:3], "judgement": session.briefing.outlook.judgements[:1]}
    found = [Location(view.place, "", view.id) for view in VIEWS if view.place in PANES]
    found += [
        Location(session.pane_of(entry.id), entry.id, view.id)
        for view in VIEWS
        for entry in entries.get(view.place, ())
    ]
    return [Location("situation"), *found]


def sound(row: Row, width: int) -> None:
    end = 0
    for piece in row.pieces:
        assert piece.x >= end, row_text(row)
        end = piece.x + cell_len(piece.text)
    assert end <= width, row_text(row)


@pytest.mark.parametrize("name", CASES)
def test_nothing_overlaps_or_is_too_wide_wherever_it_is_scrolled_to(name: str) -> None:
    session = session_of(CASES[name])
    moments = session.knowledge.moments
    nows = [None, *([moments[0], moments[-1]] if moments else [])]
    for location in locations(session):
        drawn = location.view in ("lanes", "timeline", "ladder")
        for n, width in enumerate(WIDTHS):
            lens = Lens("occurred" if n % 2 else "reported", SCALES[n], nows[n % len(nows)]) if drawn else Lens()
            layout = Layout(session.document(*location.document, lens), width)
            for y in range(min(layout.height, 300)):
                sound(layout.row(y), width)
            for number in range(min(layout.count, 100)):
                found = layout.grid_of(number)
                if found is None:
                    continue
                grid, first = found[:2]
                for link in range(len(layout.stop(number).links)):
                    assert grid.words(number - first, link).strip()
                for x in (1, 7, max(0, grid.span - width)) if number == first else ():
                    grid.x = x
                    for y in range(min(grid.height, 40)):
                        sound(grid.row(y), width)


def test_every_kind_of_time_is_one_that_can_be_written() -> None:
    assert {event.when.text for event in session_of(hostile(2, events=200)).briefing.events} == set(WHENS)
