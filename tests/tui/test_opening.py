"""Where a briefing opens that is asked for by view, pane and entry; what is said of what there is not."""

import pytest

from briefing_tui.source.load import load_text
from briefing_tui.tui import opening as module
from briefing_tui.tui.history import Location
from briefing_tui.tui.opening import Opening, opening
from briefing_tui.tui.session import Session
from briefing_tui.tui.views import VIEWS, View

SESSION = Session(
    load_text(
        "title: T\nas_of: 2026\nsituation: {bottom_line: B.}\n"
        "actors: {town: Harrow Bend}\nevents: {crest: {title: Crest, when: 2026}}\n"
        "outlook: {judgements: {holds: {text: It holds., likelihood: likely}}}\n",
        "flood",
    )
)


@pytest.mark.parametrize(
    ("asked", "opened"),
    [
        ({}, Opening(Location())),
        ({"pane": "events"}, Opening(Location("events"))),
        ({"entry": "events"}, Opening(Location("events"))),
        ({"entry": "town"}, Opening(Location("actors", "town"))),
        ({"entry": "bottom-line"}, Opening(Location("situation", "bottom-line"))),
        ({"view": "lanes"}, Opening(Location("events", view="lanes"))),
        ({"view": "Ratings"}, Opening(Location("sources", view="grid"))),
        ({"view": "lanes", "pane": "events"}, Opening(Location("events", view="lanes"))),
        ({"view": "list", "entry": "events"}, Opening(Location("events", view="list"))),
        ({"view": "list", "entry": "town"}, Opening(Location("actors", view="list"), "town")),
        ({"view": "graph", "entry": "town"}, Opening(Location("actors", "town", "graph"))),
        ({"view": "graph", "pane": "actors", "entry": "town"}, Opening(Location("actors", view="graph"), "town")),
        ({"view": "lanes", "entry": "town"}, Opening(Location("events", view="lanes"), "town")),
        ({"view": "lanes", "entry": "crest"}, Opening(Location("events", view="lanes"), "crest")),
        ({"view": "evidence", "entry": "holds"}, Opening(Location("outlook", "holds", "evidence"))),
        ({"view": "evidence"}, Opening(Location("outlook", view="evidence"))),
        ({"view": "bars", "entry": "holds"}, Opening(Location("outlook", view="bars"), "holds")),
        ({"pane": "events", "entry": "crest"}, Opening(Location("events"), "crest")),
    ],
    ids=str,
)
def test_it_opens_where_it_is_meant(asked: dict[str, str], opened: Opening) -> None:
    assert opening(SESSION, **asked) == opened


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view.place}-{view.id}")
def test_every_view_can_be_opened(view: View) -> None:
    entry = {"actor": "town", "judgement": "holds"}.get(view.place, view.place)
    location = opening(SESSION, view=view.id, entry=entry).location
    assert SESSION.view(location.pane, location.entry, location.view) is view


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"view": "lnaes"}, "did you mean `lanes`"),
        ({"view": "list"}, "actors, events, communications and sources have"),
        ({"view": "text", "entry": "crest"}, "text is a view of"),
        ({"view": "lanes", "entry": "outlook"}, "it has text, bars"),
        ({"view": "lanes", "pane": "situation"}, "one way to look at situation"),
    ],
    ids=str,
)
def test_what_there_is_not_is_said(asked: dict[str, str], words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if asked.get("view") == "text":
        # As if it were nothing but one entry's.
        kept = tuple([view for view in VIEWS if (view.id, view.place) != ("text", "outlook")])
        monkeypatch.setattr(module, "VIEWS", kept)
    with pytest.raises(ValueError, match=words):
        opening(SESSION, **asked)
