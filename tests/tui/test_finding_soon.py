"""Find in a long briefing: its prompt is there at once, and what is typed meanwhile is looked for all the same."""

from pathlib import Path

from benchmarks.generator import briefing
from tests.tui.reading import reading


def _long(folder: Path) -> Path:
    path = folder / "long.yaml"
    path.write_text(briefing(1500), "utf-8")
    return path


async def test_the_prompt_does_not_wait_for_where_words_stand(tmp_path: Path) -> None:
    async with reading(_long(tmp_path)) as reader:
        reader.screen.do_find()
        index = reader.screen._index
        assert index is None or not index.ready
        assert reader.screen.status.prompt
        await reader.pilot.press(*"switched")
        while not reader.screen.settled:
            await reader.pilot.pause(0.01)
        assert reader.screen.found.words == "switched"
        assert reader.screen.found.hits


async def test_enter_before_words_are_known_finds_them(tmp_path: Path) -> None:
    async with reading(_long(tmp_path)) as reader:
        screen = reader.screen
        screen.do_find()
        for letter in "sw":
            screen.typed(letter, letter)
        assert not screen.found.hits
        screen.typed("enter", "\r")
        assert screen.found.words == "sw"
        assert screen.found.hits


async def test_escape_before_words_are_known_leaves_nothing_behind(tmp_path: Path) -> None:
    async with reading(_long(tmp_path)) as reader:
        await reader.pilot.press("slash", "s", "escape")
        await reader.pilot.pause(0.05)
        assert not reader.screen.found.words
        assert not reader.screen.status.prompt
