"""The library: what there is, what is broken, filtering, opening and coming back."""

from pathlib import Path

import pytest

from briefing_tui.library.start import Start
from briefing_tui.tui.app import BriefingApp
from briefing_tui.tui.screens.library import LibraryScreen
from briefing_tui.tui.screens.reader import ReaderScreen
from tests.tui.reading import SMALL, Reading


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "flood.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "older.yaml").write_text(
        "title: Older\nas_of: 2020\nsituation: {bottom_line: Old.}\n", encoding="utf-8"
    )
    broken = "title: Broken here\nas_of: 2023\nsituation:\n  bottom_line: [[town]] is flooded\n"
    (tmp_path / "broken.yaml").write_text(broken, encoding="utf-8")
    (tmp_path / "other.yaml").write_text("services: {web: {}}\n", encoding="utf-8")
    return tmp_path


async def test_newest_first_with_what_each_is_and_the_broken_one_in_place(folder: Path) -> None:
    app = BriefingApp(Start(folder=folder))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        text = Reading(app, pilot).view()
        assert text.index("River Authority warns") < text.index("Broken here") < text.index("Older")
        for words in ("TLP:GREEN", "EXERCISE", "2 actors, 2 events, 1 communication", "does not open: line 4", "4 Mar"):
            assert words in text
        assert "services" not in text


async def test_enter_opens_and_q_comes_back_to_the_same_row(folder: Path) -> None:
    app = BriefingApp(Start(folder=folder))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press("G", "enter")
        assert isinstance(app.screen, ReaderScreen)
        assert "Old." in Reading(app, pilot).view()
        await pilot.press("q")
        assert isinstance(app.screen, LibraryScreen)
        stop = app.screen.moving().stop
        assert stop is not None
        assert stop.text.startswith("Older")


async def test_a_broken_one_opens_as_its_problems_with_the_source_line(folder: Path) -> None:
    app = BriefingApp(Start(folder=folder))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press("g", "g", "j", "enter")
        text = Reading(app, pilot).view()
        assert "bottom_line: ▸[[town]] is flooded◂" in text
        assert "quotes" in text


async def test_slash_filters_and_escape_shows_all_again(folder: Path) -> None:
    app = BriefingApp(Start(folder=folder))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        r = Reading(app, pilot)
        await r.press("slash")
        await r.type("exercise")
        assert "River Authority warns" in r.view()
        assert "Older" not in r.view()
        assert "1 of 3" in r.status()
        await r.press("escape")
        assert "Older" in r.view()


async def test_what_is_new_in_the_folder_is_there_on_coming_back(folder: Path) -> None:
    app = BriefingApp(Start(folder=folder))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        (folder / "new.yaml").write_text("title: New\nas_of: 2027\nsituation: {bottom_line: New.}\n", encoding="utf-8")
        await pilot.press("q")
        await pilot.pause()
        assert "New" in Reading(app, pilot).view()


async def test_an_empty_folder_says_how_to_begin(tmp_path: Path) -> None:
    app = BriefingApp(Start(folder=tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "bottom_line:" in Reading(app, pilot).view()
        for key in ("j", "enter", "slash", "x", "escape", "d", "G"):
            await pilot.press(key)


async def test_o_goes_to_the_library_from_a_file_that_was_opened_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFING_PATH", str(folder))
    app = BriefingApp(Start(path=folder / "flood.yaml"))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press("o")
        assert isinstance(app.screen, LibraryScreen)
        await pilot.press("enter")
        assert isinstance(app.screen, ReaderScreen)
        await pilot.press("o")
        assert isinstance(app.screen, LibraryScreen)
        assert len(app.screen_stack) == 2


async def test_a_newcomer_is_offered_the_flagship() -> None:
    app = BriefingApp(Start(folder=Path(__file__).parents[2] / "briefings"))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        assert "Karabakh" in app.screen.session.briefing.title  # type: ignore[attr-defined]
