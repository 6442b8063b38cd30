"""Lanes: every event has a mark in the lane of each who took part, or is listed as undated; nothing overlaps."""

from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from briefing_tui.blocks.block import Items
from briefing_tui.blocks.group import group_ids, is_group
from briefing_tui.blocks.scope import Scope
from briefing_tui.links.index import Links
from briefing_tui.source.load import load, load_text
from briefing_tui.tui.drawing import Drawing, Grid
from briefing_tui.tui.history import SCALES, Clock, Lens
from briefing_tui.tui.rows import row_text
from briefing_tui.tui.views.lanes import lanes_blocks
from tests.tui.reading import FLAGSHIP, SMALL, reading

HARROW_BEND = FLAGSHIP.with_name("harrow-bend-2.yaml")

#: Times in all the forms the format has.
TIMES = st.sampled_from([
    *("2026", "2026-03", "2026-03-04", "2026-03-04T05:06Z", "2026-03-04T05:06-05:00", "2026-03-04T05:06:07+05:30"),
    *("2023-09-19?", "2023~", "1999%", "202X", "19XX", "2026-XX-XX", "2026-03-XX", "2025-21", "Y-17000", "-0043-03-15"),
    *("2026-03-01/2026-03-04", "2026-03-01/..", "../2026-03-01", "2026-03-01/", "/2026-03-01", "unknown"),
    *("2026-03-04T04:10+01:00~/..", "2026-03-04T05:00Z/2026-03-04T09:00Z", "Y170000002"),
])  # fmt: skip
EVENTS = st.lists(
    st.tuples(TIMES, st.none() | TIMES, st.lists(st.sampled_from(["a", "b", "c", "nobody-known", "e0"]), max_size=3)),
    max_size=25,
)


def scope_of(text: str) -> Scope:
    loaded = load_text(dedent(text), "test", "test.yaml")
    assert loaded.briefing is not None
    return Scope(loaded.briefing, Links(loaded.briefing))


def briefing_of(events: list[tuple[str, str | None, list[str]]]) -> str:
    lines = ["title: T", "as_of: 2026", "situation: {bottom_line: B.}", "actors: {a: Ann, b: Bé 漢字, c: Caesar}"]
    lines += ["events:"] if events else []
    for n, (when, reported, actors) in enumerate(events):
        also = f", reported_at: '{reported}'" if reported else ""
        lines.append(f"  e{n}: {{title: Event {n}, when: '{when}'{also}, participants: {{initiator: {actors}}}}}")
    return "\n".join(lines)


def grid_of(scope: Scope, lens: Lens, width: int) -> tuple[Grid | None, list[str]]:
    """The drawing, and what is listed beneath."""
    grid, listed = None, []
    for block in lanes_blocks(scope, lens):
        if isinstance(block, Drawing):
            grid = block.draw(width)
        elif isinstance(block, Items):
            listed += [item.target for item in block.rows]
    return grid, listed


@settings(max_examples=60, deadline=None)
@given(EVENTS, st.sampled_from(["occurred", "reported"]), st.sampled_from(SCALES), st.integers(20, 160))
def test_nothing_is_dropped_whatever_the_dates(
    events: list[tuple[str, str | None, list[str]]], clock: Clock, scale: str, width: int
) -> None:
    scope = scope_of(briefing_of(events))
    grid, undated = grid_of(scope, Lens(clock, scale), width)
    seen: dict[str, set[str]] = {}
    for number in range(grid.count if grid else 0):
        assert grid is not None
        stop = grid.stop(number)
        marks = [id for link in stop.links for id in (group_ids(scope, link) if is_group(link) else (link,))]
        assert len(marks) == len(set(marks)), "an event has one mark in a lane"
        seen[stop.target] = set(marks)
    assert set().union(*seen.values(), undated) == {event.id for event in scope.briefing.events}
    assert not set(undated) & set().union(*seen.values())
    for event in scope.briefing.events:
        named = {ref.ref for refs in (event.participants or {}).values() for ref in refs} & {"a", "b", "c"}
        if event.id not in undated:
            assert {actor for actor, marks in seen.items() if event.id in marks} == (named or {""})


@settings(max_examples=40, deadline=None)
@given(EVENTS, st.sampled_from(SCALES), st.integers(20, 160), st.integers(0, 500))
def test_nothing_overlaps_and_nothing_stands_outside(
    events: list[tuple[str, str | None, list[str]]], scale: str, width: int, x: int
) -> None:
    grid, _ = grid_of(scope_of(briefing_of(events)), Lens("occurred", scale, 63_900_000_000), width)
    if grid is None:
        return
    grid.x = min(x, max(0, grid.span - width))
    for n in range(grid.height):
        end = 0
        for piece in grid.row(n).pieces:
            assert piece.x >= end, row_text(grid.row(n))
            end = piece.x + cell_len(piece.text)
        assert end <= width


def test_the_flagship_shows_who_was_in_what() -> None:
    loaded = load(FLAGSHIP)
    assert loaded.briefing is not None
    grid, undated = grid_of(Scope(loaded.briefing, Links(loaded.briefing)), Lens(), 78)
    assert grid is not None
    drawn = "\n".join(row_text(grid.row(n)) for n in range(grid.height))
    assert "the ministry" in drawn
    assert "►" in drawn
    assert len(undated) == 2


def test_an_empty_pane_says_what_to_write() -> None:
    blocks = lanes_blocks(scope_of("title: T\nas_of: 2026\nsituation: {bottom_line: B.}"), Lens())
    assert "participants" in str(blocks)


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 14)])
async def test_marks_are_gone_to_peeked_at_and_followed(size: tuple[int, int]) -> None:
    async with reading(HARROW_BEND, size) as reader:
        await reader.press("3")
        while reader.screen.location.view != "lanes":
            await reader.press("v")
        await reader.press("g", "g", "j", "l")
        surface = reader.screen.main
        assert surface.link == 0
        assert surface.target in reader.screen.session.briefing.entries
        first = surface.target
        await reader.press("l")
        assert surface.target != first
        target = surface.target
        if size == (120, 36):
            assert reader.screen.peek_target() == target
        await reader.press("enter")
        assert reader.screen.location.entry == target
        await reader.press("backspace")
        assert reader.screen.location.view == "lanes"
        assert reader.screen.main.target == target


async def test_down_stays_near_in_time() -> None:
    async with reading(HARROW_BEND) as reader:
        await reader.press("3")
        while reader.screen.location.view != "lanes":
            await reader.press("v")
        await reader.press("g", "g", "l", "l")
        surface = reader.screen.main
        grid, first, _ = surface.layout_.grid_of(surface.cursor) or pytest.fail("not in a drawing")
        x = grid.middle(surface.cursor - first, surface.link)
        await reader.press("j")
        assert surface.link == grid.nearest(surface.cursor - first, x)


async def test_scale_and_clock_keep_the_mark(tmp_path: Path) -> None:
    async with reading(HARROW_BEND) as reader:
        await reader.press("3")
        while reader.screen.location.view != "lanes":
            await reader.press("v")
        await reader.press("g", "g", "l", "l")
        target = reader.screen.main.target
        await reader.press("plus", "plus", "plus")
        assert reader.screen.location.lens.scale == "day"
        assert reader.screen.main.target == target
        cell = reader.screen.main.cursor_cell()
        assert cell is not None
        assert cell.x < 72, "the mark is in view"
        await reader.press("minus", "minus", "minus", "w")
        assert reader.screen.location.lens == Lens("reported")
        assert reader.screen.main.target == target


async def test_a_cell_with_several_events_opens_the_list_of_them(tmp_path: Path) -> None:
    path = tmp_path / "many.yaml"
    lines = "".join(f"  e{n}: {{title: Event {n}, when: 2026-03-04T05:00Z, participants: {{initiator: town}}}}\n"
                    for n in range(5))  # fmt: skip
    path.write_text(SMALL.replace("communications:", f"{lines}communications:", 1), encoding="utf-8")
    async with reading(path, (40, 14)) as reader:
        await reader.press("3")
        while reader.screen.location.view != "lanes":
            await reader.press("v")
        await reader.press("g", "g")
        surface = reader.screen.main
        for _ in range(12):
            if is_group(surface.target):
                break
            await reader.press("n")
        assert is_group(surface.target)
        await reader.press("enter")
        shown = reader.view()
        assert "Event 0" in shown
        assert "Event 4" in shown
