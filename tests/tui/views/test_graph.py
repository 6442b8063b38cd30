"""An actor's graph: everybody around it, and in words what joins them; a list where it would be no drawing."""

from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.blocks.block import Items, LazyRows, Note, text_of
from briefing_tui.blocks.scope import Scope
from briefing_tui.links.index import Links
from briefing_tui.model.time import When
from briefing_tui.source.load import load
from briefing_tui.tui.history import Lens
from briefing_tui.tui.layout import Layout
from briefing_tui.tui.views.graph import MOST, graph_blocks
from tests.goldens.golden import check
from tests.stix import report_briefing
from tests.tui.reading import FLAGSHIP, reading
from tests.tui.views.relating import IDS, assert_readable, briefings, reached, scope_of_data, text_of_layout

HARROW_BEND = FLAGSHIP.with_name("harrow-bend-2.yaml")
AMAZON_Q = FLAGSHIP.with_name("amazon-q-extension-2025-07-13.yaml")
PLAIN = Lens()


def scope_of(path: Path) -> Scope:
    briefing = load(path).briefing
    assert briefing is not None
    return Scope(briefing, Links(briefing))


def laid(scope: Scope, id: str, width: int = 71, lens: Lens = PLAIN) -> Layout:
    return Layout(graph_blocks(scope, lens, id), width)


def around(data: dict[str, Any], id: str) -> set[str]:
    """Who is around an actor, found the slow way."""
    found: set[str] = set()
    for other, actor in data["actors"].items():
        for refs in actor["relations"].values():
            for ref in refs:
                target = ref if isinstance(ref, str) else ref["ref"]
                if id in (other, target):
                    found |= {other, target}
    for event in data["events"].values():
        taking = {ref for refs in event["participants"].values() for ref in refs}
        found |= taking if id in taking else set()
    for each in data["communications"].values():
        if id == each["from"]:
            found |= set(each["to"])
        elif id in each["to"]:
            found.add(each["from"])
    return (found & set(data["actors"])) - {id}


@settings(max_examples=120)
@given(briefings(), st.sampled_from(IDS), st.integers(20, 200))
def test_everybody_around_is_there_and_nothing_overlaps(data: dict[str, Any], id: str, width: int) -> None:
    id = id if id in data["actors"] else IDS[0]
    scope = scope_of_data(data)
    layout = laid(scope, id, width)
    assert reached(layout) & set(data["actors"]) - {id} >= around(data, id)
    assert_readable(layout, width)
    assert text_of_layout(layout) == text_of_layout(laid(scope_of_data(data), id, width))


def test_the_pictures() -> None:
    asked = ((FLAGSHIP, ("az-mod", "russia")), (HARROW_BEND, ("town", "relief")), (AMAZON_Q, ("aws",)))
    pages = [
        f"@@ {id} {width}\n{text_of_layout(laid(scope, id, width))}\n"
        for path, ids in asked
        for scope in (scope_of(path),)
        for id in ids
        for width in (120, 71, 40)
    ]
    check("graph.txt", "\n".join(pages))


def one(relations: str, id: str, width: int = 71, more: str = "") -> str:
    from tests.blocks.briefings import scope_of as scope_of_text

    text = f"actors:\n  a: {{name: Ann, relations: {relations}}}\n  b: Bob\n{more}"
    return text_of_layout(laid(scope_of_text(text), id, width))


def test_a_relation_reads_from_left_to_right_whoever_is_in_the_middle() -> None:
    there, here = one("{commands: b}", "a"), one("{commands: b}", "b")
    assert "┌─ commands ─" in there
    assert "▶┘" in there
    assert there.index("commands") > there.index("Bob")
    # Bob in the middle: Ann stands on the left, and it is still she who commands.
    assert "└─ commands ─" in here
    assert "▶┐" in here


def test_on_one_side_all_is_worded_from_the_same_end() -> None:
    data = {
        "actors": {
            "a": {"name": "Ann", "relations": {"commands": ["b"]}},
            "b": {"name": "Bob", "relations": {"supplies": ["a"]}},
        }
    }
    # Bob stands on the left once, so what goes out to him reads from him.
    lines = text_of_layout(laid(scope_of_data(data), "a")).splitlines()
    assert lines[0].strip() == "Bob"
    assert "◀ commanded by ─" in lines[1]
    assert "─ supplies ─" in lines[2]
    assert "▶" in lines[2]


def test_alike_both_ways_has_no_arrow() -> None:
    text = one("{allied-with: b}", "a")
    assert "allied with" in text
    assert not {"▶", "◀"} & set(text)


def test_what_somebody_says_is_marked_and_says_who() -> None:
    text = one("{opposes: {ref: b, by: b, note: over the sluice}}", "a")
    assert "● opposes" in text
    assert "by Bob, over the sluice" in text
    assert "● a party says so" in text
    assert "○ opposes" in one("{opposes: {ref: b, by: log}}", "a", more="sources: {log: Log}\n")


def test_since_and_until_stand_beside_or_below() -> None:
    assert "supports, since 2019, until 2024 ──" in one("{supports: {ref: b, since: 2019, until: 2024}}", "a")
    more = "{supports: {ref: b, note: in very many words indeed and then in some more of them}}"
    lines = one(more, "a", 60, "  c: {name: Cy, relations: {opposes: a}}\n").splitlines()
    assert any("in very many words" in line and "supports" not in line for line in lines)


def test_what_is_shared_is_counted_and_leads_there() -> None:
    scope = scope_of(HARROW_BEND)
    layout = laid(scope, "town")
    text = text_of_layout(layout)
    assert "4 events" in text
    targets = reached(layout)
    assert "shared:town:village" in targets
    # One alone is not a group: the mark leads to it.
    assert "shared:town:commission" not in targets
    assert "messages:river-authority:town" in targets


def test_how_neighbours_stand_to_each_other_is_listed_and_counted() -> None:
    text = text_of_layout(laid(scope_of(HARROW_BEND), "town"))
    assert "Among these  8" in text
    assert "Valley Relief ── supplies ─▶ the engineers" in text


def test_forty_columns_are_a_list_that_says_why() -> None:
    text = text_of_layout(laid(scope_of(HARROW_BEND), "town", 40))
    assert text.startswith("  40 columns are too few for a drawing")
    assert "Has part  1\n" in text
    assert "▶┤" not in text


def test_a_crowd_is_a_list_made_when_looked_at() -> None:
    data = {
        "actors": {
            "hub": {"name": "Hub"},
            **{f"a{n}": {"name": f"A{n}", "relations": {"supports": ["hub"]}} for n in range(2_000)},
        }
    }
    note, _, items, *_ = graph_blocks(scope_of_data(data), PLAIN, "hub")
    assert isinstance(note, Note)
    assert "2,000 actors" in text_of(note.spans)
    assert isinstance(items, Items)
    assert isinstance(items.rows, LazyRows)
    assert not items.rows.made
    assert len(items.rows) == 2_000 > MOST


def test_a_long_side_hangs_from_the_actor_which_stays_in_sight() -> None:
    data = {
        "actors": {
            "hub": {"name": "Hub"},
            **{f"a{n}": {"name": f"A{n}", "relations": {"supports": ["hub"]}} for n in range(20)},
        }
    }
    layout = laid(scope_of_data(data), "hub")
    found = layout.grid_of(0)
    assert found is not None
    assert found[0].head == 3
    assert layout.stop(layout.start).links == ("hub",)


def test_nobody_around_says_what_to_write() -> None:
    scope = scope_of(FLAGSHIP)
    text = text_of_layout(laid(scope, "author"))
    assert "Nothing joins the unnamed author to another actor" in text
    assert "relations: {counterpart-of: az-mod}" in text


def test_at_the_time_cursor_only_what_was_known_is_counted() -> None:
    data = {
        "actors": {"a": {"name": "Ann"}, "b": {"name": "Bob"}},
        "events": {
            f"e{n}": {"title": "E", "when": f"202{n}", "participants": {"initiator": ["a", "b"]}} for n in range(3)
        },
    }
    scope = scope_of_data(data)

    def at(year: str) -> str:
        return text_of_layout(laid(scope, "a", 71, Lens(now=When.parse(year).earliest)))

    assert "3 events" in text_of_layout(laid(scope, "a"))
    assert "2 events" in at("2021")
    assert "known then" in at("2019")


def test_a_report_of_many(tmp_path: Path) -> None:
    scope = scope_of(report_briefing(tmp_path))
    for actor in scope.briefing.actors:
        for width in (120, 80, 71, 40):
            assert_readable(laid(scope, actor.id, width), width)


async def test_the_cursor_begins_at_the_actor_with_its_dossier_beside_it() -> None:
    async with reading(HARROW_BEND, entry="river-authority") as reader:
        await reader.press("v")
        main = reader.screen.main
        assert main.target == "river-authority"
        assert "Tarrow River Authority" in reader.view("context")
        await reader.press("left")
        # What the two told each other is nearer than the name it hangs from.
        assert main.target == "messages:river-authority:farmers"
        await reader.press("up", "up")
        assert main.target == "farmers"
        assert "Lower Bank Farmers' Group" in reader.view("context")


async def test_enter_goes_from_graph_to_graph_and_on_the_actor_to_its_dossier() -> None:
    async with reading(HARROW_BEND, entry="river-authority") as reader:
        await reader.press("v")
        main = reader.screen.main
        main.go_to_target("hydro")
        await reader.press("enter")
        assert (reader.screen.location.entry, reader.screen.location.view) == ("hydro", "graph")
        assert main.target == "hydro"
        await reader.press("enter")
        assert (reader.screen.location.entry, reader.screen.location.view) == ("hydro", "text")
        assert "Upper Tarrow Hydro" in reader.view()
        await reader.press("backspace", "backspace")
        assert (reader.screen.location.entry, main.target) == ("river-authority", "hydro")


async def test_a_small_terminal_shows_the_actor_first() -> None:
    async with reading(HARROW_BEND, (80, 24), "town") as reader:
        await reader.press("v")
        assert "│ the town │" in reader.view()
