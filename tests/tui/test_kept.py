"""What is kept of a painting is what would be painted: lines, bars, the scroll bar, and what is asked of whom."""

import asyncio
import gc
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.segment import Segment
from textual._styles_cache import StylesCache
from textual.geometry import Region
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget

from briefing_tui.library.start import Start
from briefing_tui.tui.app import BriefingApp
from briefing_tui.tui.widgets.bars import Bar
from briefing_tui.tui.widgets.kept import Kept
from briefing_tui.tui.widgets.rail import Rail
from tests.tui.reading import FLAGSHIP, reading

KEYS = [
    *("j", "j", "j", "j", "n", "n", "p", "k", "k", "pagedown", "pagedown", "pageup", "1", "2", "3", "4", "5", "enter"),
    *("backspace", "tab", "tab", "z", "v", "G", "g", "home", "/", "e", "escape"),
]
SIZES = [(120, 36), (84, 26)]


def _screen(app: BriefingApp) -> list[list[Segment]]:
    return [list(strip.simplify()) for strip in app.screen._compositor.render_strips(app.size)]


def _keeps_nothing(app: BriefingApp) -> None:
    """Paints the whole screen as if nothing had been painted before."""
    for widget in app.screen.query("*"):
        if isinstance(widget, Kept | Rail):
            widget.notify_style_update()
        elif isinstance(widget, Bar):
            widget._ready.clear()
    for kept in app.screen.query(Kept):
        if kept._rail is not None:
            kept._rail.forget()
        kept._styles_cache.clear()


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_kept_is_what_would_be_painted(size: tuple[int, int]) -> None:
    chance = random.Random(size[0])
    app = BriefingApp(Start(path=FLAGSHIP))
    async with app.run_test(size=size) as pilot:
        for _ in range(50):
            await pilot.press(chance.choice(KEYS))
            before = _screen(app)
            _keeps_nothing(app)
            assert before == _screen(app)


async def test_a_line_that_is_scrolled_is_not_painted_again(monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading(FLAGSHIP) as reader:
        main = reader.screen.main
        painted: list[int] = []
        line = main.line

        def told(at: int, width: int) -> Strip:
            painted.append(at)
            return line(at, width)

        _screen(reader.app)
        monkeypatch.setattr(main, "line", told)
        top = main.scroll_offset.y
        main.scroll_to(y=top + 3, animate=False, force=True, immediate=True)
        _screen(reader.app)
        seen = {*range(top, top + main.view_height)}
        # The line that lost the cursor, where it did, and the three that came into view.
        assert len({at for at in painted if at in seen}) <= 6


async def test_from_link_to_link_only_the_lines_that_have_them_are_painted(monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading(FLAGSHIP, size=(60, 24)) as reader:
        main = reader.screen.main
        while len({y for y in main.lit() if any(piece.link >= 0 for piece in main.layout_.row(y).pieces)}) < 3:
            await reader.press("j")
        await reader.press("n")
        _screen(reader.app)
        painted: list[int] = []
        line = main.line
        monkeypatch.setattr(main, "line", lambda at, width: (painted.append(at), line(at, width))[1])
        top = main.scroll_offset.y
        main.next_link(1)
        _screen(reader.app)
        assert main.scroll_offset.y == top
        assert 0 < len({*painted}) < len(main.lit())
        assert all(any(piece.link in (0, 1) for piece in main.layout_.row(at).pieces) for at in painted)


async def test_a_key_is_painted_at_once_where_nothing_was_just_before(monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading(FLAGSHIP) as reader:
        await reader.pilot.pause(0.2)
        monkeypatch.setattr(reader.screen._update_timer, "_callback", lambda: None)
        reader.app.simulate_key("j")
        while reader.screen.main.cursor != 1:
            await asyncio.sleep(0)
        # No pause of the pilot: that one paints by itself.
        await asyncio.sleep(0.05)
        assert reader.screen.main not in reader.screen._dirty_widgets


async def test_nothing_but_what_changed_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading(FLAGSHIP) as reader:
        await reader.pilot.pause(0.3)
        asked: list[tuple[str, int]] = []
        for widget in (reader.screen, *reader.screen.query("*")):
            monkeypatch.setattr(widget, "render_lines", _told(asked, widget))
        await reader.pilot.press("j")
        assert asked
        assert {name for name, _ in asked} <= {"Surface", "StatusLine", "Rail"}
        assert asked[0][1] < reader.screen.main.view_height


def _told(asked: list[tuple[str, int]], widget: Widget) -> Callable[[Region], list[Strip]]:
    render = widget.render_lines

    def told(crop: Region) -> list[Strip]:
        asked.append((type(widget).__name__, crop.height))
        return render(crop)

    return told


async def test_the_scroll_bar_looks_as_textual_draws_it() -> None:
    async with reading(FLAGSHIP) as reader:
        rail = reader.screen.main.vertical_scrollbar
        assert isinstance(rail, Rail)
        plain = Region(0, 0, rail.size.width, rail.size.height)
        for position in (0, 1, 7, 33, 100, rail.window_virtual_size - rail.window_size):
            rail.position = position
            mine = [_look(strip) for strip in rail.render_lines(plain)]
            rail._styles_cache.clear()
            rail._render_content()
            assert mine == [_look(strip) for strip in ScrollBar.render_lines(rail, plain)]


async def test_a_scroll_bar_with_nothing_to_scroll_is_not_seen(tmp_path: Path) -> None:
    async with reading(FLAGSHIP) as reader:
        main = reader.screen.main
        assert main.show_vertical_scrollbar
        main.show_blocks(())
        await reader.pilot.pause()
        lines = main.vertical_scrollbar.render_lines(Region(0, 0, 1, main.view_height))
        ground = main.background_colors[1].rich_color
        assert {(s.text, s.style.bgcolor) for strip in lines for s in strip if s.style is not None} == {(" ", ground)}


def _look(strip: Strip) -> list[tuple[object, ...]]:
    """What is seen of it, and what a click on it does."""
    return [(s.text, style.color, style.bgcolor, style.reverse, style.meta) for s in strip if (style := s.style)]


async def test_lines_are_kept_by_the_page() -> None:
    async with reading(FLAGSHIP, size=(50, 14)) as reader:
        await reader.press("G")
        main = reader.screen.main
        height, page = main.layout_.height, main.view_height
        assert height > 20 * page
        for top in range(0, height - page, page // 2):
            main.scroll_to(y=top, animate=False, force=True, immediate=True)
            _screen(reader.app)
            assert len(main._ready) <= 13 * page
        # What is near stays, so that what makes it ready comes to an end.
        for _ in range(3 * page):
            main._make_near_ready()
        assert {*main._marked(main.lines_near())} <= {*main._ready}


async def test_what_was_painted_of_a_screen_that_is_left_is_let_go_of() -> None:
    """Textual remembers, for two colours, the last thousand widgets it has painted."""

    def kept() -> int:
        gc.collect()
        return sum(len(one._cache) for one in gc.get_objects() if isinstance(one, StylesCache))

    async with reading(FLAGSHIP) as reader:
        await reader.press("colon", "escape")
        before = kept()
        for _ in range(5):
            await reader.press("colon", "escape")
        assert kept() <= before
