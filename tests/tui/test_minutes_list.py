"""The list of what was taken down: open questions first, each jot a way to its item, and it follows who else jots."""

from pathlib import Path

import pytest

from briefing_tui.meeting.jot import Jot
from briefing_tui.meeting.minutes import Minutes
from tests.tui.reading import SMALL, reading

SIZES = [(120, 36), (80, 24), (40, 14)]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_list_has_open_questions_first_and_leads_to_the_items(size: tuple[int, int], small: Path) -> None:
    minutes = Minutes(small, author="ana")
    minutes.append(Jot("action", "Ask @town and @bob", item="crest", names=("town", "bob"), due="2026-03-06"))
    minutes.append(Jot("question", "Who has the key?", item="town"))
    minutes.append(Jot("note", "Never mind"))
    minutes.strike(3)
    async with reading(small, size) as reader:
        await reader.press("M")
        seen = reader.view()
        assert seen.index("Questions not yet answered") < seen.index("Actions")
        assert "Ask the town and bob" in " ".join(seen.split())
        assert reader.screen.peek_target() == "town"
        await reader.press("enter")
        assert reader.screen.location.entry == "town"
        await reader.press("backspace", "M")
        assert reader.screen.location.pane == "situation"


async def test_the_list_follows_what_is_taken_down(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing_tui.tui.screens.jotting.LOOK_SECONDS", 0.02)
    async with reading(small) as reader:
        await reader.press("M")
        assert "Nothing has been taken down yet. a takes something down." in reader.view()
        await reader.press("a", "x", "enter")
        assert "Notes" in reader.view()
        Minutes(small).append(Jot("action", "from the speaker's view"))
        for _ in range(100):
            if "from the speaker's view" in reader.view():
                break
            await reader.pilot.pause(0.02)
        assert "from the speaker's view" in reader.view()


async def test_the_list_is_no_place_to_mark_and_none_to_come_back_to(small: Path) -> None:
    async with reading(small) as reader:
        await reader.press("M", "m")
        assert "What was taken down is no place to mark" in reader.status()
        await reader.press("v")
        assert "There is one way to look at this" in reader.status()
        await reader.press("q")
    async with reading(small) as reader:
        assert reader.screen.location.pane == "situation"


async def test_lines_that_are_not_understood_are_told_in_the_list(small: Path) -> None:
    Minutes(small).append(Jot("note", "x"))
    with Minutes(small).where.open("a") as file:
        file.write("and so on\n")
    async with reading(small) as reader:
        await reader.press("M")
        assert "Line 2 is no item of minutes" in reader.view()
