"""The graph of all actors: whatever the relations, everybody is there, nothing overlaps, and it is always the same."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.blocks.block import Items, LazyRows, Note, text_of
from briefing_tui.blocks.scope import Scope
from briefing_tui.links.index import Links
from briefing_tui.source.load import load
from briefing_tui.tui.history import Lens
from briefing_tui.tui.layout import Layout
from briefing_tui.tui.views.network import network_blocks
from tests.goldens.golden import check
from tests.stix import ENTRIES, RELATIONS, report_briefing, stix_briefing
from tests.tui.reading import FLAGSHIP, reading
from tests.tui.views.relating import assert_readable, briefings, reached, scope_of_data, text_of_layout

HARROW_BEND = FLAGSHIP.with_name("harrow-bend-2.yaml")
AMAZON_Q = FLAGSHIP.with_name("amazon-q-extension-2025-07-13.yaml")
PLAIN = Lens()


def scope_of(path: Path) -> Scope:
    briefing = load(path).briefing
    assert briefing is not None
    return Scope(briefing, Links(briefing))


def laid(scope: Scope, width: int, lens: Lens = PLAIN) -> Layout:
    return Layout(network_blocks(scope, lens), width)


@settings(max_examples=120)
@given(briefings(), st.integers(20, 200))
def test_everybody_is_there_and_nothing_overlaps(data: dict[str, Any], width: int) -> None:
    scope = scope_of_data(data)
    layout = laid(scope, width)
    assert reached(layout) >= set(data["actors"])
    assert_readable(layout, width)
    assert text_of_layout(layout) == text_of_layout(laid(scope_of_data(data), width))


@settings(max_examples=60)
@given(briefings(), st.integers(60, 200))
def test_every_relation_is_said(data: dict[str, Any], width: int) -> None:
    text = " ".join(text_of_layout(laid(scope_of_data(data), width)).casefold().split())
    for id, actor in data["actors"].items():
        for type, refs in actor["relations"].items():
            assert type == "other" or type.replace("-", " ") in text, (id, type, refs)


def test_the_pictures() -> None:
    pages = []
    for path in (FLAGSHIP, HARROW_BEND, AMAZON_Q):
        scope = scope_of(path)
        pages += [f"@@ {path.stem} {width}\n{text_of_layout(laid(scope, width))}\n" for width in (120, 71, 40)]
    check("network.txt", "\n".join(pages))


def test_what_is_too_narrow_is_a_list_that_says_why() -> None:
    scope = scope_of(HARROW_BEND)
    text = text_of_layout(laid(scope, 40))
    assert text.startswith("  Listed, since a drawing of this takes")
    assert "the town ── opposes ── the farmers'" in text
    assert "▼" not in text
    assert "▼" in text_of_layout(laid(scope, 71))


def test_who_is_related_to_nobody_is_listed_and_counted() -> None:
    scope = scope_of(HARROW_BEND)
    assert "Related to nobody  2" in text_of_layout(laid(scope, 71))
    assert {"railway", "caller"} <= reached(laid(scope, 71))


def test_relations_to_oneself_and_to_nobody_here_are_no_lines() -> None:
    data = {"actors": {"a": {"name": "A", "relations": {"supports": ["a", "missing"]}}, "b": {"name": "B"}}}
    text = text_of_layout(laid(scope_of_data(data), 71))
    assert "To themselves  1\n  A ── supports ─▶ A" in text
    assert "To nobody in this briefing  1\n  A ── supports ─▶ missing" in text
    assert "Related to nobody  2" in text


def test_without_relations_it_says_what_to_write_and_that_works() -> None:
    scope = scope_of_data({"actors": {"a": {"name": "A"}, "b": {"name": "B"}}})
    note, example, *_ = network_blocks(scope, PLAIN)
    assert isinstance(note, Note)
    written = text_of(example.spans)  # type: ignore[union-attr]
    assert written.splitlines()[-1].strip() == "relations: {member-of: b}"


def test_more_than_can_be_told_apart_is_a_list_made_when_looked_at() -> None:
    actors = {f"a{n}": {"name": f"A{n}", "relations": {"supports": [f"a{n // 2}"]}} for n in range(3_000)}
    blocks = network_blocks(scope_of_data({"actors": actors}), PLAIN)
    lists = [block for block in blocks if isinstance(block, Items) and len(block.rows) > 2_000]
    assert len(lists) == 1
    assert isinstance(lists[0].rows, LazyRows)
    assert not lists[0].rows.made
    notes = [text_of(block.spans) for block in blocks if isinstance(block, Note)]
    assert notes == [
        "Listed, since more hangs together here than a drawing can tell apart. Enter on an actor shows its own graph."
    ]


def test_a_relation_that_begins_later_is_painted_so() -> None:
    data = {
        "actors": {"a": {"name": "A", "relations": {"supports": {"ref": "b", "since": "2026"}}}, "b": {"name": "B"}}
    }
    scope = scope_of_data(data)

    def role(now: int | None) -> str:
        layout = laid(scope, 71, Lens(now=now))
        pieces = [piece for y in range(layout.height) for piece in layout.row(y).pieces if piece.text == "supports"]
        return pieces[0].role

    assert role(None) == "edge-word"
    assert role(0) == "future"
    assert role(10**11) == "edge-word"


def test_a_report_of_that_size(tmp_path: Path) -> None:
    scope = scope_of(report_briefing(tmp_path))
    briefing = scope.briefing
    assert len([entry for entry in briefing.entries.values() if entry.keyed]) == ENTRIES
    assert sum([len(refs) for actor in briefing.actors for refs in (actor.relations or {}).values()]) == RELATIONS
    for width in (120, 80, 71, 40):
        layout = laid(scope, width)
        assert_readable(layout, width)
        assert reached(layout) >= {actor.id for actor in briefing.actors}
    assert "Listed" not in text_of_layout(laid(scope, 71))


@pytest.mark.parametrize("name", ["apt1", "poisonivy"])
def test_published_reports(corpora: Path, tmp_path: Path, name: str) -> None:
    path = stix_briefing(tmp_path, corpora, name)
    assert not load(path).briefing.omitted  # type: ignore[union-attr]
    scope = scope_of(path)
    for width in (120, 80, 71, 40):
        layout = laid(scope, width)
        assert_readable(layout, width)
        assert reached(layout) >= {actor.id for actor in scope.briefing.actors}
    assert "Listed" not in text_of_layout(laid(scope, 71))


async def test_from_name_to_name_by_arrows_and_on_to_its_own_graph() -> None:
    async with reading(FLAGSHIP) as reader:
        await reader.press("2", "v")
        assert reader.status().startswith(" Actors › Graph › Azerbaijan")
        main = reader.screen.main
        main.go_to_target("monitoring-center")
        seen = []
        for key in ("down", "right", "down", "up", "left", "left"):
            await reader.press(key)
            seen.append(main.target)
        assert seen == ["turkey", "turkey", "ru-peacekeepers", "russia", "armenia", "az-mod"]
        # Beside it stands who the cursor is on.
        assert "Ministry of Defence of Azerbaijan" in reader.view("context")
        await reader.press("enter")
        assert (reader.screen.location.entry, reader.screen.location.view) == ("az-mod", "graph")
        assert main.target == "az-mod"
        await reader.press("backspace")
        assert (reader.screen.location.entry, main.target) == ("", "az-mod")
