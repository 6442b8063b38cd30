"""What tests of the outlook's and the sources' views share: any outlook there can be, and what holds of any view."""

import json
from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st
from rich.cells import cell_len

from briefing_tui.blocks.block import Block
from briefing_tui.blocks.scope import Scope
from briefing_tui.links.index import Links
from briefing_tui.model.scales import LIKELIHOODS
from briefing_tui.source.load import load
from briefing_tui.tui.drawing import Drawing
from briefing_tui.tui.layout import Layout
from briefing_tui.tui.rows import row_text
from tests.blocks.briefings import scope_of
from tests.tui.reading import FLAGSHIP

HARROW_BEND = FLAGSHIP.with_name("harrow-bend-2.yaml")
AMAZON = FLAGSHIP.with_name("amazon-q-extension-2025-07-13.yaml")

WIDTHS = st.integers(20, 200)

_WORDS = st.text("abc déß–中文한ไทย́ ", min_size=1, max_size=90).map(lambda text: f"x{text.strip()}")
_SOURCES = [f"source-{n}" for n in range(4)]
_EVENTS = [f"event-{n}" for n in range(4)]
_JUDGED = [f"judged-{n}" for n in range(4)]
_SCENES = [f"scene-{n}" for n in range(5)]
_LIKELY = st.none() | st.sampled_from([term.word for term in LIKELIHOODS if term.row == "A"])
_CITED = st.fixed_dictionaries({"ref": st.sampled_from(_SOURCES)}, optional={"credibility": st.integers(1, 6)})
_CHANGE = st.fixed_dictionaries({"from": st.sampled_from(["likely", "10 per cent", "otherwise"]), "why": _WORDS})
_SEVERAL = st.sampled_from([*_SCENES, *_JUDGED, "elsewhere#id"])


def _some(entry: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(entry, max_size=3)


def _keyed(ids: list[str], entry: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(st.sampled_from(ids), entry, max_size=len(ids))


_EVIDENCE = st.fixed_dictionaries(
    {"ref": st.sampled_from([*_SOURCES, *_EVENTS, "elsewhere#id"])},
    optional={"bearing": st.sampled_from(["supports", "contradicts", "context"]), "note": _WORDS},
)
_JUDGEMENT = st.fixed_dictionaries(
    {"text": _WORDS},
    optional={
        "likelihood": _LIKELY,
        "confidence": st.sampled_from(["low", "moderate", "high"]),
        "horizon": _WORDS,
        "evidence": _some(_EVIDENCE),
        "sources": _some(_CITED),
        "change": _CHANGE,
    },
)
_SCENARIO = st.fixed_dictionaries(
    {"title": _WORDS},
    optional={
        "likelihood": _LIKELY,
        "probability": st.sampled_from([0, 50, 100, [2, 6], [0, 100]]),
        "horizon": _WORDS,
        "role": _some(st.sampled_from(["most-likely", "most-dangerous", "best-case", "wildcard"])),
        "change": _CHANGE,
    },
)
_INDICATOR = st.fixed_dictionaries(
    {"text": _WORDS},
    optional={
        "points_to": _some(_SEVERAL),
        "points_away_from": _some(_SEVERAL),
        "status": st.sampled_from(["seen", "emerging", "not-seen", "unknown"]),
        "seen_in": _some(st.sampled_from(_EVENTS)),
        "checked": st.just("2026-03-04"),
    },
)
_SOURCE = st.fixed_dictionaries(
    {"title": _WORDS},
    optional={"reliability": st.sampled_from("ABCDEF"), "origin": _some(st.sampled_from(_SOURCES))},
)
_EVENT = st.fixed_dictionaries(
    {"title": _WORDS, "when": st.just("2026-03-04")},
    optional={"sources": _some(_CITED), "credibility": st.integers(1, 6)},
)


@st.composite
def outlooks(draw: st.DrawFn) -> Scope:
    """Any outlook, with its events and sources."""
    data = {
        "situation": {"bottom_line": "The river rises."},
        "events": draw(_keyed(_EVENTS, _EVENT)),
        "outlook": {
            "judgements": draw(_keyed(_JUDGED, _JUDGEMENT)),
            "scenarios": draw(_keyed(_SCENES, _SCENARIO)),
            "indicators": draw(_keyed([f"sign-{n}" for n in range(6)], _INDICATOR)),
        },
        "sources": draw(_keyed(_SOURCES, _SOURCE)),
    }
    return scope_of("\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in data.items()))


def shipped(path: Any) -> Scope:
    """A shipped briefing."""
    briefing = load(path).briefing
    assert briefing is not None
    return Scope(briefing, Links(briefing))


def laid(blocks: Sequence[Block | Drawing], width: int) -> Layout:
    """A view at a width, after what must hold of any: nothing overlaps, nothing reaches beyond the edge."""
    layout = Layout(blocks, width)
    for y in range(layout.height):
        end = 0
        for piece in layout.row(y).pieces:
            assert piece.x >= end, (width, row_text(layout.row(y)))
            end = piece.x + cell_len(piece.text)
        assert end <= width, (width, row_text(layout.row(y)))
    return layout


def text_of(layout: Layout) -> str:
    """All of it as text."""
    return "\n".join(row_text(layout.row(y)) for y in range(layout.height))


def targets(layout: Layout) -> set[str]:
    """What can be followed."""
    stops = [layout.stop(n) for n in range(layout.count)]
    return {target for stop in stops for target in (stop.target, *stop.links) if target}
