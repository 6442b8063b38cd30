"""What a reader's keys do: follow links and come back to the very line, look beside, find, go to, at every size."""

from pathlib import Path

import pytest

from tests.tui.reading import FLAGSHIP, SMALL, reading


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "harrow-bend.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


async def test_the_first_screen_names_handling_status_time_title_and_panes(small: Path) -> None:
    async with reading(small) as r:
        header = "\n".join("".join(piece.text for piece in row.pieces) for row in r.screen.header.rows(120))
        for words in (
            "TLP:GREEN",
            "EXERCISE",
            "as of 4 Mar 2026 06:00Z",
            "River Authority warns",
            "2 Actors 2",
            "3 Events 2",
        ):
            assert words in header
        assert "expects the crest to pass" in r.view()
        assert "TLP:GREEN" in r.status()


async def test_the_context_pane_shows_what_the_cursor_is_on_without_leaving(small: Path) -> None:
    async with reading(small) as r:
        assert "Named here" in r.view("context")
        await r.press("n")
        assert "Runs the gauges" in r.view("context")
        await r.press("n")
        assert "The flood crest reaches Harrow Bend" in r.view("context")
        assert "expects the crest to pass" in r.view()


async def test_a_link_is_followed_and_two_steps_back_is_the_same_line_and_link(small: Path) -> None:
    async with reading(small) as r:
        await r.press("n")
        before = r.screen.here()
        await r.press("enter")
        assert r.screen.location.entry == "river-authority"
        assert "Move valuables" in r.view()
        while "crest reaches" not in r.cursor:
            await r.press("j")
        await r.press("enter")
        assert r.screen.location.entry == "crest"
        await r.press("backspace", "backspace")
        assert r.screen.here() == before
        await r.press("L")
        assert r.screen.location.entry == "river-authority"


async def test_a_hint_is_followed_by_its_digit_and_by_a_name(small: Path) -> None:
    async with reading(small) as r:
        await r.press("f")
        labels = dict(r.screen._hints.labels()) if r.screen._hints else {}
        number = next(label for label, hint in labels.items() if hint.target == "river-authority")
        await r.type(number)
        assert r.screen.location.entry == "river-authority"
        await r.press("backspace", "f")
        await r.type("crest")
        await r.press("enter")
        assert r.screen.location.entry == "crest"


async def test_escape_leaves_hints_and_nothing_has_moved(small: Path) -> None:
    async with reading(small) as r:
        before = r.screen.here()
        await r.press("f", "escape")
        assert r.screen.here() == before
        assert "Follow" not in r.status()


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("2", "Town of Harrow Bend"),
        ("3", "north bridge"),
        ("4", "Move valuables"),
        ("5", "levee holds"),
        ("6", "Bulletin 3"),
    ],
)
async def test_digits_open_panes(small: Path, key: str, words: str) -> None:
    async with reading(small) as r:
        await r.press(key)
        assert words in r.view()


async def test_find_counts_steps_across_panes_and_escape_returns(small: Path) -> None:
    async with reading(small) as r:
        before = r.screen.here()
        await r.press("slash")
        await r.type("bridge")
        assert r.screen.location.pane == "events"
        assert "1 of 1" in r.status()
        await r.press("escape")
        assert r.screen.here() == before


async def test_find_reaches_text_that_a_list_does_not_show(small: Path) -> None:
    async with reading(small) as r:
        await r.press("slash")
        await r.type("seen first")
        await r.press("enter")
        assert "The flood crest" in r.cursor
        assert "Seen first by" in r.view("context")


async def test_hits_are_stepped_with_n_and_the_count_follows(small: Path) -> None:
    async with reading(small) as r:
        await r.press("slash")
        await r.type("river authority")
        await r.press("enter")
        total = len(r.screen.found.hits)
        assert total > 2
        seen = set()
        for _ in range(total):
            seen.add((r.screen.location.pane, r.screen.main.place().key))
            await r.press("n")
        assert len(seen) == total
        await r.press("escape")
        assert not r.screen.found.words


async def test_what_is_not_found_says_so(small: Path) -> None:
    async with reading(small) as r:
        await r.press("slash")
        await r.type("zzz")
        assert "not found" in r.status()


async def test_goto_finds_an_entry_by_part_of_its_name_or_alias(small: Path) -> None:
    async with reading(small) as r:
        await r.press("colon")
        await r.type("harrow")
        await r.press("enter")
        assert r.screen.location.entry in ("town", "crest")
        await r.press("colon")
        await r.type("ra")
        await r.press("enter")
        assert r.screen.location.entry == "river-authority"


async def test_goto_runs_commands(small: Path) -> None:
    async with reading(small) as r:
        await r.press("ctrl+p")
        await r.type("zoom")
        await r.press("enter")
        assert r.screen.location.zoom


async def test_keys_are_shown_and_closed(small: Path) -> None:
    async with reading(small) as r:
        await r.press("question_mark")
        assert "Follow a link by its number" in r.view("card")
        await r.press("escape")
        assert r.app.screen.query_one("#main")


async def test_tab_goes_to_the_context_and_its_links_open_in_the_main_pane(small: Path) -> None:
    async with reading(small) as r:
        await r.press("tab")
        assert r.screen.moving() is r.screen.context
        await r.press("n", "enter")
        assert r.screen.location.entry
        assert r.screen.moving() is r.screen.main
        await r.press("backspace")
        assert r.screen.moving() is r.screen.context


async def test_scrolling_drags_the_cursor_along(tmp_path: Path) -> None:
    lines = "".join(f"    - Highlight number {n} of many.\n" for n in range(100))
    path = tmp_path / "long.yaml"
    path.write_text(
        f"title: Long\nas_of: 2026\nsituation:\n  bottom_line: Short.\n  highlights:\n{lines}", encoding="utf-8"
    )
    async with reading(path) as r:
        main = r.screen.main
        main.scroll_to(y=60, animate=False, force=True, immediate=True)
        await r.pilot.pause()
        start, end = main.layout_.rows_of(main.cursor)
        assert start < main.scroll_offset.y + main.size.height
        assert end > main.scroll_offset.y
        await r.press("G")
        assert main.cursor == main.layout_.count - 1
        await r.press("g", "g")
        assert main.scroll_offset.y == 0
        assert main.cursor == 0


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (90, 40), (40, 14), (24, 8), (10, 3), (1, 1), (300, 100)])
async def test_every_size_shows_text_and_survives_every_key(small: Path, size: tuple[int, int]) -> None:
    async with reading(small, size) as r:
        for key in (
            "j",
            "n",
            "f",
            "escape",
            "enter",
            "tab",
            "z",
            "z",
            "tab",
            "backspace",
            "3",
            "slash",
            "a",
            "escape",
            "question_mark",
            "escape",
        ):
            await r.press(key)
        await r.press("1", "g", "g")
        if size[0] >= 24 and size[1] >= 8:
            assert "expects" in r.view()
            assert "?" in r.status()


async def test_resizing_keeps_the_place(small: Path) -> None:
    async with reading(small) as r:
        await r.press("n", "n")
        key, link = r.screen.main.place().key, r.screen.main.place().link
        for size in ((40, 14), (200, 60), (80, 24), (120, 36)):
            await r.pilot.resize_terminal(*size)
            await r.pilot.pause()
            assert (r.screen.main.place().key, r.screen.main.place().link) == (key, link)


async def test_a_click_follows_a_link_and_a_tab_opens_its_pane(small: Path) -> None:
    async with reading(small) as r:
        link = next(link for link in r.screen.main.shown_links() if link.target == "crest")
        await r.pilot.click("#main", offset=(link.x + 1, link.y))
        await r.pilot.pause()
        assert r.screen.location.entry == "crest"
        await r.pilot.click("Header", offset=(2, 2))
        await r.pilot.pause()
        assert r.screen.location.pane == "situation"
        assert not r.screen.location.entry


async def test_what_is_copied_is_a_link_to_here(small: Path) -> None:
    async with reading(small, entry="crest") as r:
        await r.press("y")
        assert r.app.clipboard.endswith("harrow-bend.yaml#crest")


async def test_an_entry_named_on_the_command_line_is_open(small: Path) -> None:
    async with reading(small, entry="warning") as r:
        assert "Move valuables" in r.view()
        assert r.screen.location.pane == "communications"


async def test_the_place_is_remembered(small: Path) -> None:
    async with reading(small) as r:
        await r.press("3", "j")
        key = r.screen.main.place().key
        await r.press("q")
    async with reading(small) as r:
        assert r.screen.location.pane == "events"
        assert r.screen.main.place().key == key


async def test_the_flagship_is_read_by_its_links() -> None:
    async with reading(FLAGSHIP) as r:
        before = r.screen.here()
        await r.press("n")
        here = r.screen.here()
        await r.press("enter")
        assert r.screen.location.entry == "az-mod"
        await r.press("backspace")
        assert r.screen.here() == here
        await r.press("escape")
        assert r.screen.here().main.key == before.main.key
