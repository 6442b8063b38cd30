"""Briefings of actors and whatever relations, and what can be said of any drawing of them."""

import json
from typing import Any

from hypothesis import strategies as st
from rich.cells import cell_len

from briefing_tui.blocks.scope import Scope
from briefing_tui.links.index import Links
from briefing_tui.source.load import load_text
from briefing_tui.tui.layout import Layout
from briefing_tui.tui.rows import row_text

IDS = [f"a{n}" for n in range(14)]
TYPES = (
    "part-of", "commands", "member-of", "allied-with", "opposes", "mediates-between", "monitors", "supports",
    "supplies", "counterpart-of", "successor-of", "other",
)  # fmt: skip
_NAMES = (
    "the Town of Harrow Bend",
    "Überschwemmungsgebietsverordnungsamt",
    "河川管理局長官室第二課",
    "e\u0301e\u0301e\u0301 cafe\u0301",
    "a",
    "水 level",
    "Kay",
    "joint Turkish-Russian monitoring center/north",
)

_targets = st.sampled_from([*IDS, *IDS, "missing", "other#a1", "e0"])
_refs = _targets | st.fixed_dictionaries(
    {"ref": _targets},
    optional={
        "by": st.sampled_from([*IDS[:3], "log"]),
        "since": st.sampled_from(["2019", "2026-03-04T06:00Z", "../2020"]),
        "until": st.just("2027-01"),
        "note": st.sampled_from(["over the sluice", "in a few words that are many " * 3, "水門", "x"]),
    },
)
_relations = st.dictionaries(st.sampled_from(TYPES), st.lists(_refs, min_size=1, max_size=3), max_size=3)


@st.composite
def briefings(draw: st.DrawFn, most: int = len(IDS)) -> dict[str, Any]:
    """A briefing's data: actors with relations to one another, to themselves, to nobody; events and messages."""
    ids = IDS[: draw(st.integers(1, most))]
    names = draw(st.lists(st.sampled_from(_NAMES), min_size=len(ids), max_size=len(ids)))
    actors = {id: {"name": name, "relations": draw(_relations)} for id, name in zip(ids, names, strict=True)}
    some = st.lists(st.sampled_from(ids), max_size=4)
    events = {
        f"e{n}": {
            "title": "Flood",
            "when": "2026-03-01",
            "participants": {"initiator": draw(some), "other": draw(some)},
        }
        for n in range(draw(st.integers(0, 3)))
    }
    communications = {
        f"c{n}": {"from": draw(st.sampled_from(ids)), "to": draw(some), "text": "Go.", "when": f"2026-03-{n + 1:02}"}
        for n in range(draw(st.integers(0, 3)))
    }
    return {"actors": actors, "events": events, "communications": communications}


def scope_of_data(data: dict[str, Any]) -> Scope:
    """The scope of a briefing with these parts."""
    whole = {
        "title": "Who is who",
        "as_of": "2026-03-04",
        "situation": {"bottom_line": "They are related."},
        "sources": {"log": {"title": "Log"}},
    } | {name: part for name, part in data.items() if part}
    found = load_text(json.dumps(whole, ensure_ascii=False), "related").briefing
    assert found is not None
    return Scope(found, Links(found))


def text_of_layout(layout: Layout) -> str:
    """All rows as they stand on a screen."""
    return "\n".join([row_text(layout.row(y)).rstrip() for y in range(layout.height)])


def reached(layout: Layout) -> set[str]:
    """Whatever the cursor can be on."""
    stops = [layout.stop(n) for n in range(layout.count)]
    return {target for stop in stops for target in (stop.target, *stop.links) if target}


def assert_readable(layout: Layout, width: int) -> None:
    """No two texts overlap, none goes over the edge, and what is cut says so."""
    for y in range(layout.height):
        end = 0
        for piece in layout.row(y).pieces:
            assert piece.x >= end, row_text(layout.row(y))
            end = piece.x + cell_len(piece.text)
        assert end <= width, row_text(layout.row(y))
    for number in range(layout.count):
        found = layout.grid_of(number)
        stop = layout.stop(number)
        if found is None or not stop.drawn:
            continue
        grid, first, top = found
        for link, _ in enumerate(stop.links):
            y, start, end = grid.cells(number - first, link)
            (piece,) = [piece for piece in layout.row(top + y).pieces if piece.link == link]
            assert (piece.x, piece.x + cell_len(piece.text)) == (start, end)
            if piece.role == "node":
                assert piece.text == grid.words(number - first, link) or piece.text.endswith("…")
