"""Marks: a letter for a place, found again after a restart and after the file has changed."""

import json
from pathlib import Path

import pytest
from rich.cells import cell_len

from briefing_tui.config.configuration import Configuration
from briefing_tui.config.settings import Settings
from briefing_tui.library.start import Start
from briefing_tui.tui.app import BriefingApp
from briefing_tui.tui.history import Location, Place
from briefing_tui.tui.marks import Marks, mark_letter
from briefing_tui.tui.rows import row_text
from briefing_tui.tui.screens.goto import GotoScreen
from briefing_tui.tui.widgets.bars import Choice, StatusLine
from tests.tui.reading import FLAGSHIP, SMALL, Reading, reading

HARROW_BEND = FLAGSHIP.with_name("harrow-bend-2.yaml")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


async def open_view(reader: Reading, pane: str, view: str) -> None:
    await reader.press(pane)
    while reader.screen.location.view != view:
        await reader.press("v")


async def test_a_mark_brings_back_pane_view_scale_and_cursor_and_backspace_returns() -> None:
    async with reading(HARROW_BEND) as reader:
        await open_view(reader, "3", "lanes")
        await reader.press("plus", "j", "l", "l", "m", "a")
        marked = reader.screen.here()
        assert marked.lens.scale
        await reader.press("2", "j", "enter")
        left = reader.screen.here()
        await reader.press("apostrophe", "a")
        assert reader.screen.here()._replace(context=Place()) == marked._replace(context=Place())
        await reader.press("backspace")
        assert reader.screen.here() == left


async def test_the_time_cursor_is_no_part_of_a_mark() -> None:
    async with reading(HARROW_BEND) as reader:
        await reader.press("3", "less_than_sign", "m", "a", "escape", "1", "apostrophe", "a")
        assert reader.screen.location.pane == "events"
        assert reader.screen.location.lens.now is None
        await reader.press("less_than_sign", "less_than_sign")
        now = reader.screen.location.lens.now
        await reader.press("1", "apostrophe", "a")
        assert (reader.screen.location.pane, reader.screen.location.lens.now) == ("events", now)


async def test_twice_the_key_goes_back_from_the_last_jump_and_forth_again(small: Path) -> None:
    async with reading(small) as reader:
        await reader.press("apostrophe", "apostrophe")
        assert "not gone anywhere" in reader.status()
        await reader.press("j", "2", "G")
        actors = reader.screen.here()
        await reader.press("apostrophe", "apostrophe")
        assert reader.screen.location.pane == "situation"
        situation = reader.screen.here()
        await reader.press("apostrophe", "apostrophe")
        assert reader.screen.here() == actors
        await reader.press("backspace")
        assert reader.screen.here() == situation


async def test_marks_are_there_after_a_restart_and_belong_to_their_briefing(small: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(SMALL, encoding="utf-8")
    async with reading(small) as reader:
        await reader.press("2", "G", "enter", "m", "t")
    async with reading(other) as reader:
        await reader.press("apostrophe", "t")
        assert "no mark t" in reader.status()
    async with reading(small) as reader:
        await reader.press("apostrophe", "t")
        assert reader.screen.location.entry == "town"


@pytest.mark.parametrize("letter", ["a", "Z", "7", "é", "я", "ß"])
async def test_any_letter_or_digit_will_do(letter: str, small: Path) -> None:
    async with reading(small) as reader:
        await reader.press("3", "m", letter, "1", "apostrophe", letter)
        assert reader.screen.location.pane == "events"


async def test_what_is_kept_of_a_mark_is_no_text(small: Path, own_home: Path) -> None:
    async with reading(small) as reader:
        await reader.press("slash", *"levee", "enter", "m", "a", "6", "enter", "m", "я")
    kept = (own_home / "state" / "briefing" / "state.json").read_text()
    assert "levee" not in kept
    assert set(json.loads(kept)["marks"][str(small)]) == {"61", "44f"}


@pytest.mark.parametrize("key", ["enter", "left", "exclamation_mark", "ctrl+a"])
async def test_other_keys_set_no_mark_and_do_nothing_else(key: str, small: Path) -> None:
    async with reading(small) as reader:
        before = reader.screen.here()
        await reader.press("m", key)
        assert "a letter or a digit" in reader.status()
        assert (reader.screen.here(), reader.screen.marks.all()) == (before, {})


@pytest.mark.parametrize("command", ["m", "apostrophe"])
async def test_esc_ends_the_waiting_and_nothing_else(command: str, small: Path) -> None:
    async with reading(small) as reader:
        await reader.press("z", command, "escape")
        assert "Esc" not in reader.status()
        assert reader.screen.location.zoom
        await reader.press("j", "escape")
        assert not reader.screen.location.zoom


async def test_while_a_letter_is_awaited_the_marks_are_shown(small: Path) -> None:
    async with reading(small, (160, 36)) as reader:
        await reader.press("apostrophe")
        assert "no marks yet" in reader.status()
        await reader.press("escape", "2", "m", "b", "3", "m", "2", "apostrophe")
        status = reader.status()
        assert "' Actors › River Authority" in status
        assert status.index("b Actors › River Authority") < status.index("2 Events › The north bridge is closed")
        assert "Esc" in status
        await reader.press("escape", "m")
        assert "letter or digit" in reader.status()
        assert "b Actors" in reader.status()


async def test_a_find_is_taken_up_again_after_a_mark_is_set(small: Path) -> None:
    async with reading(small) as reader:
        await reader.press("slash", *"levee", "enter", "m", "a")
        assert "/ levee" in reader.status()
        await reader.press("2", "apostrophe", "a")
        assert not reader.screen.found.words
        await reader.press("backspace")
        assert reader.screen.found.words == "levee"


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120, 160])
def test_each_choice_is_shown_whole_or_not_at_all(width: int) -> None:
    from briefing_tui.blocks.block import Span
    from briefing_tui.tui.themes import DEFAULT, load_look

    line = StatusLine(load_look(DEFAULT))
    line.prompt = (Span("Go to:"),)
    line.handling = (Span(" TLP:AMBER+STRICT "),)
    words = [("Events › Lanes › A long name of an event", "A long name", "A name")] * 8
    line.choices = [Choice(letter, offered) for letter, offered in zip("abcdefgh", words, strict=True)]
    text = row_text(line.rows(width)[0])
    assert "Esc" in text
    assert "…" not in text
    assert cell_len(text) <= width
    left = text.removeprefix(" Go to:").partition("Esc")[0]
    shown = [part for part in left.split("  ") if part.strip() and not part.strip().startswith("+")]
    offered = {
        form
        for letter, forms in zip("abcdefgh", words, strict=True)
        for form in (letter, *(f"{letter} {form}" for form in forms))
    }
    assert {part.strip() for part in shown} <= offered
    more = left.partition("+")[2].strip()
    assert len(shown) + int(more or 0) == 8


async def test_a_mark_whose_entry_is_gone_says_so_and_offers_the_pane(small: Path) -> None:
    async with reading(small) as reader:
        await reader.press("3", "enter", "m", "a", "1")
        marked = reader.screen.marks.get("a")
        assert marked is not None
        small.write_text(SMALL.replace(f"  {marked.entry}:", "  renamed:"), encoding="utf-8")
        reader.screen.take_in()
        await reader.press("apostrophe", "a")
        assert f"“{marked.entry}” is gone" in reader.status()
        assert "Events" in reader.status()
        await reader.press("escape")
        assert reader.screen.location.pane == "situation"
        await reader.press("apostrophe", "a", "enter")
        assert (reader.screen.location.pane, reader.screen.location.entry) == ("events", "")
        await reader.press("backspace")
        assert reader.screen.location.pane == "situation"


async def test_a_mark_in_a_list_on_what_is_gone_opens_the_list_and_says_so(small: Path) -> None:
    async with reading(small) as reader:
        await reader.press("3", "G", "m", "a", "1")
        marked = reader.screen.marks.get("a")
        assert marked is not None
        small.write_text(SMALL.replace(f"  {marked.main.key}:", "  renamed:"), encoding="utf-8")
        reader.screen.take_in()
        await reader.press("apostrophe", "a")
        assert reader.screen.location.pane == "events"
        assert "gone from here" in reader.status()


async def test_a_reload_meanwhile_leaves_the_letter_awaited(small: Path) -> None:
    async with reading(small) as reader:
        await reader.press("m")
        small.write_text(SMALL.replace("Runs the gauges", "Reads the gauges"), encoding="utf-8")
        reader.screen.take_in()
        await reader.press("q")
        assert list(reader.screen.marks.all()) == ["q"]


async def test_a_file_that_does_not_open_has_marks_that_wait(small: Path) -> None:
    async with reading(small) as reader:
        await reader.press("3", "m", "a")
    small.write_text("title: [", encoding="utf-8")
    async with reading(small) as reader:
        await reader.press("m")
        assert "no place to mark" in reader.status()
        await reader.press("apostrophe", "a")
        assert "wait" in reader.status()


async def test_the_context_pane_is_marked_with_what_stands_in_it(small: Path) -> None:
    async with reading(small) as reader:
        await reader.press("2", "G", "tab", "j", "m", "c")
        before = reader.screen.context.place().key
        await reader.press("tab", "1", "apostrophe", "c")
        assert reader.screen.location.focus == "context"
        assert reader.screen.context.place().key == before


async def test_the_keys_can_be_given_anew(small: Path) -> None:
    configuration = Configuration(settings=Settings(keys={"mark": ("K",), "to-mark": ("`",)}))
    app = BriefingApp(Start(path=small), configuration=configuration)
    async with app.run_test(size=(120, 36)) as pilot:
        reader = Reading(app, pilot)
        await reader.press("3", "K", "m", "1", "grave_accent", "m")
        assert reader.screen.location.pane == "events"
        await reader.press("grave_accent", "grave_accent")
        assert reader.screen.location.pane == "situation"


async def test_the_palette_goes_to_marks(small: Path) -> None:
    async with reading(small) as reader:
        await reader.press("3", "m", "a", "1", "colon", *"mark", "space", "a", "colon")
        assert "Mark a: Events › " in reader.view("results")
        assert isinstance(reader.app.screen, GotoScreen)
        await reader.press("enter")
        assert reader.screen.location.pane == "events"
        await reader.press("backspace")
        assert reader.screen.location.pane == "situation"


async def test_marks_of_standard_input_last_until_it_is_left() -> None:
    app = BriefingApp(Start(stdin=SMALL.encode()))
    async with app.run_test(size=(80, 24)) as pilot:
        reader = Reading(app, pilot)
        await reader.press("3", "m", "a", "1", "apostrophe", "a")
        assert reader.screen.location.pane == "events"


def test_a_letter_is_a_letter_however_it_is_sent() -> None:
    assert mark_letter("cyrillic_small_letter_ya", "я") == "я"
    assert mark_letter("e\u0301", None) == "é"
    assert mark_letter("A", "A") == "A"
    for key, character in (("enter", "\r"), ("space", " "), ("full_stop", "."), ("f1", None), ("ctrl+a", "\x01")):
        assert mark_letter(key, character) == ""


def test_marks_are_in_order_letters_first() -> None:
    from briefing_tui.state import Unkept

    marks = Marks(Unkept(), Path("flood.yaml"))
    for letter in "2bяaA1":
        marks.set(letter, Location("events"))
    assert list(marks.all()) == ["A", "a", "b", "я", "1", "2"]
