"""Briefings of communications between whatever parties: what the tests of the ladder and the matrix share."""

import json
from typing import Any

from hypothesis import strategies as st
from rich.cells import cell_len

from briefing_tui.blocks.scope import Scope
from briefing_tui.links.index import Links
from briefing_tui.source.load import load_text
from briefing_tui.tui.drawing import Grid
from briefing_tui.tui.rows import GUTTER, row_text
from tests.tui.views.making import times

#: Actors, the public, one that is not there, one of another briefing.
PARTIES = (*(f"p{n}" for n in range(8)), "public", "missing", "other#p1")

#: Latin, Chinese, with marks that fill no cell, with a sign that widens what it follows, one word, many words.
_NAMES = (
    "the Town of Harrow Bend",
    "Überschwemmungsgebietsverordnungsamt",
    "河川管理局長官室第二課",
    "e\u0301e\u0301e\u0301 cafe\u0301",
    "joint Turkish-Russian monitoring center/north",
    "\u2764\ufe0f Heart \U0001f469\u200d\U0001f692",
    "a",
    "水 level",
)
_names = st.one_of(
    st.sampled_from(_NAMES),
    st.text("ab é漢\u0301-\ufe0f❤", min_size=1, max_size=30).filter(lambda text: text.strip("\u0301\ufe0f -")),
)
_texts = st.sampled_from(("Move upstairs.", "水が来る。" * 20, "Words upon words " * 12, "e\u0301" * 90, "x"))
_channels = st.sampled_from((None, "statement", "press", "call", "meeting", "letter", "hotline", "social", "unknown"))


@st.composite
def communications(draw: st.DrawFn, most: int = 12) -> Scope:
    """A briefing of communications: several senders and recipients, one or none, oneself among them."""
    parties = st.lists(st.sampled_from(PARTIES), max_size=4)
    actors = st.sampled_from(PARTIES[:8])
    found: dict[str, dict[str, Any]] = {}
    for n in range(draw(st.integers(1, most))):
        to = draw(parties)
        each: dict[str, Any] = {"from": draw(st.lists(actors, max_size=3)), "text": draw(_texts), "to": to}
        if draw(st.booleans()):
            each["when"] = draw(times)
        if channel := draw(_channels):
            each["channel"] = channel
        answers = st.sampled_from(("yes", "no", "unknown"))
        asked = [party for party in to if party.startswith("p") and party != "public"]
        if draw(st.booleans()) and asked:
            answer = draw(answers)
            each["confirmed_by_recipient"] = {asked[0]: answer} if len(asked) > 1 else answer
        found[f"c{n}"] = each
    return told(found, draw(st.lists(_names, min_size=8, max_size=8)))


def told(found: dict[str, dict[str, Any]], names: Any = _NAMES) -> Scope:
    """The scope of a briefing of communications between actors `p0` to `p7`. Fails the test if it is not sound."""
    data = {
        "title": "Made",
        "as_of": "2026-03-04T18:00-05:00",
        "situation": {"bottom_line": "Something is said."},
        "actors": {f"p{n}": {"name": name} for n, name in enumerate(names)},
        "communications": found,
    }
    loaded = load_text(json.dumps(data, ensure_ascii=False), "made")
    assert loaded.briefing is not None, loaded.diagnostics
    assert not loaded.briefing.omitted, loaded.diagnostics
    return Scope(loaded.briefing, Links(loaded.briefing))


def rows_of(grid: Grid, x: int = 0) -> list[str]:
    """What a drawing shows, scrolled so many cells to the right. Fails where pieces overlap or stand outside."""
    grid.x = max(0, min(x, grid.span - grid.width))
    found = []
    for n in range(grid.height):
        row = grid.row(n)
        end = GUTTER
        for piece in row.pieces:
            assert piece.text, row
            assert piece.x >= end, row_text(row)
            end = piece.x + cell_len(piece.text)
        assert end <= grid.width, row_text(row)
        found.append(row_text(row))
    return found


def sound_stops(grid: Grid) -> None:
    """Fails the test where the rows, stops, marks and cells of a drawing contradict each other."""
    assert len(list(grid.keys())) == grid.count
    for number in range(grid.count):
        stop = grid.stop(number)
        first, end = grid.rows_of(number)
        assert 0 <= first < end <= grid.height
        assert all(grid.stop_at(n) == number for n in range(first, end))
        assert stop.links
        for link in range(len(stop.links)):
            row, left, right = grid.cells(number, link)
            assert first <= row < end
            assert GUTTER <= left < right <= max(grid.span, grid.width) + 4
            assert grid.words(number, link)
    for n in range(grid.height):
        for piece in grid.row(n).pieces:
            if piece.link >= 0:
                assert grid.stop(grid.stop_at(n)).links[piece.link] == piece.target
