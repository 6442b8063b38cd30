"""Long briefings: find has its prompt at once, and documents are gone through before all of them is laid out."""

from pathlib import Path

from benchmarks.generator import briefing
from briefing_tui.tui.layout import Layout
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


async def test_a_long_document_is_gone_through_before_all_of_it_is_laid_out(tmp_path: Path) -> None:
    async with reading(_long(tmp_path)) as reader:
        main = reader.screen.main
        main.show_blocks(main.blocks)
        assert main.layout_.partial
        reached = []
        for _ in range(60):
            main.page(1)
            assert main.stop is not None
            reached.append(main.stop.key)
        whole = Layout(main.blocks, main.layout_.width, main.measure)
        numbers = [whole.number_of(key) for key in reached]
        assert None not in numbers
        assert numbers == sorted(numbers, key=lambda number: number or 0)
        main.end(last=True)
        assert main.cursor == whole.count - 1
