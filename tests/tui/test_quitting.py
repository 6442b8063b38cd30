"""Ctrl+C: copies what is selected, else asks; y ends the program from whatever is open, and nothing else does."""

from pathlib import Path

import pytest
from textual.geometry import Offset
from textual.selection import Selection

from briefing_tui.library.start import Start, Talk
from briefing_tui.tui.app import BriefingApp
from tests.tui.reading import SMALL, Reading, reading


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "harrow-bend.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


async def test_y_ends_it(small: Path) -> None:
    async with reading(small) as r:
        await r.press("ctrl+c")
        assert r.status().strip().startswith("Quit?  y quits   Esc")
        assert "TLP:GREEN" in r.status()
        assert not r.app.has_ended
        await r.press("y")
        assert r.app.has_ended
    assert r.app.return_code == 0


@pytest.mark.parametrize("key", ["escape", "n", "ctrl+c"])
async def test_a_no_leaves_everything_as_it_was(key: str, small: Path) -> None:
    async with reading(small) as r:
        await r.press("j")
        before, status = r.screen.here(), r.status()
        await r.press("ctrl+c", key)
        if key == "ctrl+c":
            # Asked again.
            assert "Quit?" in r.status()
            await r.press("escape")
        assert (r.screen.here(), r.status()) == (before, status)
        await r.press("y")
        assert not r.app.has_ended


async def test_another_key_is_a_no_and_does_what_it_does(small: Path) -> None:
    async with reading(small) as r:
        await r.press("ctrl+c", "3")
        assert r.screen.location.pane == "events"
        assert "Quit?" not in r.status()


async def test_what_was_selected_and_is_gone_is_not_copied(small: Path) -> None:
    async with reading(small) as r:
        # A row that was there before the screen became smaller, or before another step was shown.
        for widget, row in [(widget, row) for widget in r.screen.walk_children() for row in (1, 2, 9_000)]:
            r.screen.selections = {widget: Selection(Offset(0, row), Offset(0, row))}
            await r.press("ctrl+c")
            assert "Quit?" in r.status()
            await r.press("escape")


async def test_what_is_selected_is_copied_instead(small: Path) -> None:
    async with reading(small) as r:
        r.screen.selections = {r.screen.main: Selection(Offset(0, 0), Offset(14, 0))}
        await r.press("ctrl+c")
        assert "Copied" in r.status()
        assert r.app.clipboard
        assert not r.screen.selections
        await r.press("y")
        assert not r.app.has_ended


async def test_the_question_stands_while_the_file_changes(small: Path) -> None:
    async with reading(small) as r:
        await r.press("ctrl+c")
        small.write_text(SMALL.replace("Nothing is known", "Little is known"), encoding="utf-8")
        r.screen.take_in()
        await r.press()
        assert r.status().strip().startswith("Quit?")


async def test_it_ends_the_program_also_from_a_file_that_was_opened_from_the_library(small: Path) -> None:
    app = BriefingApp(Start(folder=small.parent))
    async with app.run_test() as pilot:
        await pilot.pause()
        r = Reading(app, pilot)
        await r.press("ctrl+c")
        assert "Quit?" in r.status()
        await r.press("escape", "enter")
        assert len(app.screen_stack) == 2
        await r.press("ctrl+c", "y")
        assert app.has_ended


@pytest.mark.parametrize("role", ["speak", "follow"])
async def test_who_attends_a_talk_is_asked_too(role: str, small: Path) -> None:
    app = BriefingApp(Start(path=small, talk=Talk(role)))
    async with app.run_test() as pilot:
        await pilot.pause()
        r = Reading(app, pilot)
        await r.press("ctrl+c")
        assert "Quit?" in r.status()
        assert not app.has_ended
        await r.press("y")
        assert app.has_ended


async def test_it_closes_what_lies_over_the_text(small: Path) -> None:
    async with reading(small) as r:
        for key in ("question_mark", "colon"):
            await r.press(key)
            assert len(r.app.screen_stack) == 2
            await r.press("ctrl+c")
            assert len(r.app.screen_stack) == 1
        assert "Quit?" not in r.status()
