"""Beside an editor: the reader goes to the entry being edited, and after a save to what it changed."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from briefing_tui.folders import runtime_folder
from briefing_tui.follow import tell
from briefing_tui.library.start import Start
from briefing_tui.tui.app import BriefingApp
from tests.tui.reading import FLAGSHIP, SMALL, Reading
from tests.tui.test_changes import save
from tests.tui.test_live import until


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


@asynccontextmanager
async def following(path: Path, size: tuple[int, int] = (120, 36)) -> AsyncIterator[Reading]:
    app = BriefingApp(Start(path=path, follow_editor=True))
    async with app.run_test(size=size) as pilot:
        reader = Reading(app, pilot)
        for _ in range(100):
            if reader.screen.follows:
                break
            await pilot.pause(0.02)
        yield reader


def line_of(path: Path, words: str) -> int:
    return path.read_text(encoding="utf-8").split(words)[0].count("\n") + 1


async def shows(reader: Reading, target: str) -> None:
    for _ in range(200):
        if reader.screen.main.target == target:
            return
        await reader.pilot.pause(0.02)
    raise AssertionError(f"{target} was never gone to; the cursor is on {reader.screen.main.target}")


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 14), (60, 40)])
async def test_the_reader_goes_to_the_entry_being_edited(size: tuple[int, int]) -> None:
    path = FLAGSHIP.with_name("harrow-bend-2.yaml")
    async with following(path, size) as reader:
        for words, target in (
            ("  pumps:", "pumps"),
            ("  caller:", "caller"),
            ("  hydro-letter:", "hydro-letter"),
            ("bottom_line:", "bottom-line"),
            ("  background:", "background"),
            ("  ice-thickness:", "ice-thickness"),
        ):
            assert tell(path, line_of(path, words)) == 1
            await shows(reader, target)
    assert list(runtime_folder().iterdir()) == []


async def test_what_the_editor_opens_is_one_step_back(small: Path) -> None:
    async with following(small) as reader:
        await reader.press("6")
        for words, target in (("  crest:", "crest"), ("  town: {", "town"), ("  holds: {", "holds")):
            tell(small, line_of(small, words))
            await shows(reader, target)
        await reader.press("backspace")
        assert reader.screen.location.pane == "sources"


async def test_a_dossier_of_what_is_edited_stays_open(small: Path) -> None:
    async with following(small) as reader:
        tell(small, line_of(small, "  crest:"))
        await shows(reader, "crest")
        await reader.press("enter")
        tell(small, line_of(small, "Seen first by"))
        await reader.pilot.pause(0.2)
        assert reader.screen.location.entry == "crest"
        tell(small, line_of(small, "  closing:"))
        await shows(reader, "closing")
        assert reader.screen.location.entry == ""


async def test_what_is_being_typed_is_not_disturbed(small: Path) -> None:
    async with following(small) as reader:
        for key in ("slash", "f", "m", "question_mark", "colon"):
            await reader.press("1", key)
            tell(small, line_of(small, "  crest:"))
            await reader.pilot.pause(0.15)
            screens = reader.app.screen_stack
            assert screens[-1] is not screens[0] or reader.screen.location.pane == "situation"
            await reader.press("escape", "escape")
            await shows(reader, "crest")


async def test_a_save_shows_what_changed_at_the_place_being_edited(small: Path) -> None:
    async with following(small) as reader:
        tell(small, line_of(small, "  crest:"))
        await shows(reader, "crest")
        # Lines have moved: the line that was told is another entry's now.
        save(small, ("events:\n", "events:\n  early: {title: Early, when: 2026-03-01}\n"))
        await until(reader, "c lists them", "status")
        await shows(reader, "early")


async def test_without_a_word_from_the_editor_a_save_is_gone_to(small: Path) -> None:
    async with following(small) as reader:
        save(small, ("likelihood: unlikely", "likelihood: very unlikely"))
        await until(reader, "1 entry changed", "status")
        await shows(reader, "overtops")
        # What can be seen anyway moves nothing.
        save(small, ("likelihood: likely", "likelihood: very likely"))
        await until(reader, "c lists them", "status")
        assert reader.screen.main.target == "overtops"


async def test_a_flood_of_lines_leaves_the_keys_alive_and_ends_at_the_last(small: Path) -> None:
    async with following(small) as reader:
        lines = len(SMALL.splitlines())
        for n in range(5_000):
            tell(small, n % lines + 1)
            if not n % 500:
                await reader.press("j")
        await reader.pilot.pause(0.2)
        tell(small, line_of(small, "  bulletin:"))
        await shows(reader, "bulletin")


async def test_a_line_of_a_broken_file_goes_by_the_last_good_version(small: Path) -> None:
    async with following(small) as reader:
        small.write_text(SMALL.replace("tlp: GREEN", "tlp: [GREEN"), encoding="utf-8")
        await until(reader, "✗ line", "status")
        tell(small, line_of(small, "  closing:"))
        await shows(reader, "closing")


async def test_where_nothing_can_be_heard_it_says_so_and_reads_on(small: Path) -> None:
    runtime_folder().mkdir(parents=True)
    runtime_folder().chmod(0o777)
    app = BriefingApp(Start(path=small, follow_editor=True))
    async with app.run_test(size=(120, 36)) as pilot:
        reader = Reading(app, pilot)
        await until(reader, "cannot be followed", "status")
        await reader.press("3")
        assert "The north bridge" in reader.view()


async def test_nobody_listens_who_was_not_asked_to(small: Path) -> None:
    app = BriefingApp(Start(path=small))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause(0.1)
        assert tell(small, 3) == 0
