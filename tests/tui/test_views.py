"""Views: `v` goes through them, the choice is remembered, the time cursor dims what was not known yet."""

from pathlib import Path
from typing import get_args

import pytest

from briefing_tui.model.briefing import ViewName
from briefing_tui.tui.history import Lens
from briefing_tui.tui.rows import row_text
from briefing_tui.tui.views import VIEWS, view_blocks, view_of, views_of
from briefing_tui.tui.widgets.bars import Header
from tests.tui.reading import FLAGSHIP, SMALL, Reading, reading

HARROW_BEND = FLAGSHIP.with_name("harrow-bend-2.yaml")


def header(reader: Reading) -> str:
    bar = reader.app.screen.query_one(Header)
    return row_text(bar.rows(bar.size.width)[0])


async def test_v_goes_through_the_views_and_back() -> None:
    async with reading(HARROW_BEND) as reader:
        await reader.press("3")
        ids = [view.id for view in views_of("events")]
        seen = []
        for _ in ids:
            await reader.press("v")
            seen.append(reader.screen.location.view)
        assert seen == [*ids[1:], ids[0]]
        await reader.press("V")
        assert reader.screen.location.view == ids[-1]


async def test_the_choice_is_remembered_for_the_pane(tmp_path: Path) -> None:
    async with reading(HARROW_BEND) as reader:
        await reader.press("3", "v")
        chosen = reader.screen.location.view
        await reader.press("1", "3")
        assert reader.screen.location.view == chosen
        await reader.press("q")
    async with reading(HARROW_BEND) as reader:
        await reader.press("3")
        assert reader.screen.location.view == chosen


async def test_the_status_line_names_the_view_and_the_next_one() -> None:
    async with reading(HARROW_BEND) as reader:
        await reader.press("3")
        second = views_of("events")[1]
        assert f"v {second.title.lower()}" in reader.status()
        await reader.press("v")
        assert reader.screen.status.crumb[:2] == ("Events", second.title)


async def test_where_there_is_one_view_v_says_so() -> None:
    async with reading(FLAGSHIP) as reader:
        await reader.press("1", "v")
        assert "one way to look" in reader.status()


async def test_the_time_cursor_counts_what_was_known_and_esc_takes_it_away() -> None:
    async with reading(HARROW_BEND) as reader:
        await reader.press("3", "less_than_sign", "less_than_sign", "less_than_sign")
        assert "known by" in header(reader)
        later = reader.screen.main.later
        assert later is not None
        unknown = [id for id in reader.screen.session.briefing.entries if later(id)]
        assert unknown
        await reader.press("greater_than_sign")
        after = reader.screen.main.later
        assert after is not None
        assert len([id for id in unknown if after(id)]) < len(unknown)
        await reader.press("escape")
        assert reader.screen.location.lens == Lens()
        assert "as of" in header(reader)


async def test_the_time_cursor_goes_along_through_panes_and_history() -> None:
    async with reading(HARROW_BEND) as reader:
        await reader.press("3", "less_than_sign", "less_than_sign")
        now = reader.screen.location.lens.now
        await reader.press("4", "enter", "backspace", "backspace")
        assert reader.screen.location.pane == "events"
        assert reader.screen.location.lens.now == now


async def test_a_dossier_of_what_was_not_known_is_dim_as_a_whole() -> None:
    async with reading(HARROW_BEND) as reader:
        await reader.press("3", "G")
        entry = reader.screen.main.target
        known = reader.screen.session.knowledge
        while reader.screen.location.lens.now is None or not reader.screen.main.later:
            await reader.press("less_than_sign")
        moments = len(known.moments)
        for _ in range(moments):
            await reader.press("less_than_sign")
        later = reader.screen.main.later
        assert later is not None
        target = next(id for id in (entry, *reader.screen.session.briefing.entries) if later(id))
        reader.screen.open_target(target)
        await reader.pilot.pause()
        assert reader.screen.main.wholly_later


async def test_scale_and_clock_say_where_they_mean_nothing() -> None:
    async with reading(FLAGSHIP) as reader:
        await reader.press("1", "plus")
        assert "no time scale" in reader.status()
        await reader.press("w")
        assert "no clock" in reader.status()


async def test_left_and_right_go_through_links_in_text() -> None:
    async with reading(FLAGSHIP) as reader:
        await reader.press("l")
        first = reader.screen.main.target
        await reader.press("l", "h")
        assert reader.screen.main.target == first


@pytest.mark.parametrize("view", [view for view in VIEWS if view.at], ids=lambda view: f"{view.place}-{view.id}")
def test_an_empty_view_says_what_to_write(view, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    from briefing_tui.blocks.scope import Scope
    from briefing_tui.links.index import Links
    from briefing_tui.source.load import load_text

    text = "title: T\nas_of: 2026\nsituation: {bottom_line: B.}\n"
    if view.place in ("actor", "judgement"):
        text += "actors: {x: X}\n" if view.place == "actor" else "outlook: {judgements: {x: {text: X.}}}\n"
    briefing = load_text(text, "empty").briefing
    assert briefing is not None
    shown = view_blocks(
        view, Scope(briefing, Links(briefing)), Lens(), "x" if view.place in ("actor", "judgement") else ""
    )
    words = str(shown)
    assert shown
    assert "style='code'" in words or "No " in words or "no " in words


def test_views_are_called_what_a_running_order_may_call_them() -> None:
    assert {view.id for view in VIEWS} == set(get_args(ViewName))


def test_a_view_nobody_knows_is_the_first_one() -> None:
    found = view_of("events", "no-such-view")
    assert found is not None
    assert found == views_of("events")[0]
    assert view_of("situation", "lanes") is None


async def test_a_file_that_changes_keeps_view_and_mark(tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, encoding="utf-8")
    async with reading(path) as reader:
        await reader.press("3")
        while reader.screen.location.view != "lanes":
            await reader.press("v")
        await reader.press("g", "g", "l")
        target = reader.screen.main.target
        first = "events:\n  first: {title: First, when: 2026-03-01, participants: {initiator: river-authority}}\n"
        path.write_text(SMALL.replace("events:\n", first), encoding="utf-8")
        reader.screen.take_in()
        await reader.pilot.pause()
        assert reader.screen.location.view == "lanes"
        assert reader.screen.main.target == target
