"""Themes in the reader: chosen, kept, one's own, read again while they are written, and none where NO_COLOR is set."""

import os
from pathlib import Path

import pytest
from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.color import BLACK

from briefing_tui.state import State
from briefing_tui.themes.shelf import own_folder
from briefing_tui.tui.barriers import COLOURLESS
from briefing_tui.tui.dressed import THEME_SECONDS
from briefing_tui.tui.screens.goto import theme_goals
from briefing_tui.tui.wardrobe import Wardrobe
from tests.tui.reading import SMALL, Reading, reading

MINE = 'title: My own\nextends: dark\ncolors:\n  background: "#102030"\n'


@pytest.fixture
def briefing(tmp_path: Path) -> Path:
    path = tmp_path / "flood.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


def own(name: str, text: str) -> Path:
    path = own_folder() / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def ground(app: Reading) -> str:
    """The colour a row of the document is really painted on."""
    strip = app.screen.main.render_line(app.screen.main.view_height - 1)
    style = next(segment.style for segment in strip if segment.style)
    assert style.bgcolor is not None
    return style.bgcolor.get_truecolor().hex


async def seen(app: Reading, words: str) -> str:
    """The status line once it holds some words."""
    for _ in range(100):
        if words in app.status():
            return app.status()
        await app.pilot.pause(THEME_SECONDS / 5)
    raise AssertionError(f"{words!r} is not in {app.status()!r}")


async def test_the_next_theme_is_said_worn_and_kept(briefing: Path) -> None:
    async with reading(briefing) as app:
        assert (app.app.look.name, ground(app)) == ("dark", "#10151b")
        await app.press("T")
        assert app.app.look.name == "light"
        assert "Theme: Light" in app.status()
        assert ground(app) == "#faf7f0"
        assert app.app.current_theme.dark is False
    assert State().theme == "light"
    async with reading(briefing) as app:
        assert app.app.look.name == "light"


async def test_themes_go_round(briefing: Path) -> None:
    own("mine", MINE)
    async with reading(briefing) as app:
        names = []
        for _ in range(6):
            await app.press("T")
            names.append(app.app.look.name)
        assert names == ["light", "mine", "monochrome", "projector", "colour-blind", "dark"]


async def test_one_that_is_not_sound_is_passed_over_listed_and_says_why(briefing: Path) -> None:
    own("dusk", "extends: dark\nroles:\n  tabb: bold\n")
    async with reading(briefing) as app:
        await app.press("T")
        assert app.app.look.name == "light"
        goals = {goal.target: (goal.words, goal.sort) for goal in theme_goals(app.app)}
        assert goals["theme:dusk"] == ("Theme: dusk", "theme, not sound")
        assert goals["theme:light"] == ("Theme: Light", "theme, worn")
        assert goals["theme:dark"] == ("Theme: Dark", "theme")
        app.app.wear("dusk")
        await app.pilot.pause()
        assert "dusk.yaml, line 3: “tabb” is no role" in app.status()
        assert app.app.look.name == "light"
    assert State().theme == "light"


async def test_the_palette_finds_a_theme_by_its_title_and_by_its_name(briefing: Path) -> None:
    own("mine", MINE)
    async with reading(briefing) as app:
        await app.press("colon")
        await app.type("my own")
        await app.press("enter")
        assert app.app.look.name == "mine"
        assert "Theme: My own" in app.status()
        assert ground(app) == "#102030"


async def test_a_save_is_worn_at_once(briefing: Path) -> None:
    path = own("mine", MINE)
    State().keep_theme("mine")
    async with reading(briefing) as app:
        assert ground(app) == "#102030"
        path.write_text(MINE.replace("#102030", "#203040"), encoding="utf-8")
        await seen(app, "My own, read again")
        assert ground(app) == "#203040"
        # And once more: the theme of the widgets is renewed each time.
        path.write_text(MINE.replace("#102030", "#304050"), encoding="utf-8")
        for _ in range(100):
            if ground(app) == "#304050":
                break
            await app.pilot.pause(THEME_SECONDS / 5)
        assert ground(app) == "#304050"
        assert app.app.current_theme.background == "#304050"


async def test_a_broken_save_leaves_the_last_good_look_and_says_where(briefing: Path) -> None:
    path = own("mine", MINE)
    State().keep_theme("mine")
    async with reading(briefing) as app:
        path.write_text(MINE + "roles:\n  tab: blod\n", encoding="utf-8")
        await seen(app, "mine.yaml, line 6: “blod” is neither style nor colour")
        assert ground(app) == "#102030"
        path.write_text(MINE.replace("#102030", "#203040"), encoding="utf-8")
        await seen(app, "read again")
        assert ground(app) == "#203040"


async def test_a_theme_that_vanishes_leaves_its_look(briefing: Path) -> None:
    path = own("mine", MINE)
    State().keep_theme("mine")
    async with reading(briefing) as app:
        path.unlink()
        await seen(app, "no theme called “mine”")
        assert ground(app) == "#102030"
        own("mine", MINE.replace("#102030", "#203040"))
        await seen(app, "read again")
        assert ground(app) == "#203040"


async def test_what_a_theme_extends_is_watched_too(briefing: Path) -> None:
    path = own("base", MINE)
    own("mine", "extends: base\n")
    State().keep_theme("mine")
    async with reading(briefing) as app:
        assert ground(app) == "#102030"
        path.write_text(MINE.replace("#102030", "#203040"), encoding="utf-8")
        await seen(app, "read again")
        assert ground(app) == "#203040"


async def test_a_broken_theme_at_the_start_is_no_obstacle_and_is_worn_once_mended(briefing: Path) -> None:
    path = own("mine", "extends: [dark\n")
    State().keep_theme("mine")
    async with reading(briefing) as app:
        assert "mine.yaml, line 1: This [ is never closed" in app.status()
        assert app.app.look.name == "dark"
        path.write_text(MINE, encoding="utf-8")
        await seen(app, "read again")
        assert ground(app) == "#102030"
    assert State().theme == "mine"


async def test_one_that_is_gone_at_the_start_is_the_default(briefing: Path) -> None:
    State().keep_theme("gone")
    async with reading(briefing) as app:
        assert app.app.look.name == "dark"


async def test_a_save_is_worn_below_what_lies_over_the_screen(briefing: Path) -> None:
    path = own("mine", MINE)
    State().keep_theme("mine")
    async with reading(briefing) as app:
        main = app.screen.main
        await app.press("question_mark")
        path.write_text(MINE.replace("#102030", "#203040"), encoding="utf-8")
        for _ in range(100):
            if main.painter.look.colors["background"] == "#203040":
                break
            await app.pilot.pause(THEME_SECONDS / 5)
        looks = {widget.painter.look.colors["background"] for widget in app.app.screen.query("Surface, Bar")}  # type: ignore[attr-defined]
        assert looks == {"#203040"}


async def test_a_shipped_theme_is_not_watched(briefing: Path) -> None:
    async with reading(briefing) as app:
        assert app.app.wardrobe.is_watched is False


async def test_with_no_color_there_is_no_choice(briefing: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    State().keep_theme("light")
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(briefing) as app:
        assert app.app.look.name == "monochrome"
        await app.press("T")
        assert "NO_COLOR is set" in app.status()
        assert {goal.sort for goal in theme_goals(app.app)} == {"theme, worn", "theme, but NO_COLOR is set"}
        for widget in (app.screen.main, app.screen.header, app.screen.status):
            for strip in widget.render_lines(widget.size.region):
                assert all(not s.style or (s.style.color is None and s.style.bgcolor is None) for s in strip)
    assert State().theme == "light"


def test_what_is_clicked_is_kept_without_colour() -> None:
    """The bar at the right of a long text says by its style what a click on it does."""
    clicked = Style(color="red", bold=True) + Style.from_meta({"@mouse.down": "grab"})
    [shown] = COLOURLESS.apply([Segment("▐", clicked)], BLACK)
    assert shown.style is not None
    assert shown.style.meta == {"@mouse.down": "grab"}
    assert shown.style.color is None
    assert shown.style.bold


async def test_an_empty_no_color_is_none(briefing: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "")
    async with reading(briefing) as app:
        assert app.app.look.name == "dark"
        accent = app.app.look.style("heading").color
        strips = app.screen.main.render_lines(app.screen.main.size.region)
        painted: set[Color | None] = {segment.style.color for strip in strips for segment in strip if segment.style}
        assert accent in painted


def test_a_change_is_believed_when_it_stands_still() -> None:
    path = own("mine", MINE)
    wardrobe = Wardrobe("mine")
    assert not wardrobe.changed()
    path.write_text("", encoding="utf-8")
    os.utime(path, ns=(1, 1))
    assert not wardrobe.changed()
    path.write_text(MINE, encoding="utf-8")
    os.utime(path, ns=(2, 2))
    assert not wardrobe.changed()
    assert wardrobe.changed()
    assert wardrobe.read_again()
    assert not wardrobe.changed()


def test_a_broken_file_is_told_of_once() -> None:
    path = own("mine", MINE)
    wardrobe = Wardrobe("mine")
    path.unlink()
    assert [wardrobe.changed() for _ in range(2)] == [False, True]
    assert not wardrobe.read_again()
    assert wardrobe.look.title == "My own"
    assert not any(wardrobe.changed() for _ in range(4))
