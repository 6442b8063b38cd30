"""The configuration in force: theme, keys, measure, density, the rule, the first pane and the library.

Why this file is long: each setting is tried where it shows, with the same few helpers.
"""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from briefing_tui.config.configuration import config_file, configuration_of
from briefing_tui.library.start import Start
from briefing_tui.tui.app import BriefingApp
from briefing_tui.tui.commands import COMMAND, COMMANDS, Keymap, keys_of, said
from briefing_tui.tui.configured import known
from briefing_tui.tui.layout import Layout
from briefing_tui.tui.rows import row_text
from briefing_tui.tui.screens.goto import GotoScreen
from briefing_tui.tui.screens.keys import KeysScreen
from briefing_tui.tui.screens.library import LibraryScreen
from briefing_tui.tui.screens.reader import ReaderScreen
from tests.tui.reading import FLAGSHIP, SMALL, Reading


def configure(text: str) -> None:
    config_file().parent.mkdir(parents=True, exist_ok=True)
    config_file().write_text(text, "utf-8")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "flood.yaml"
    path.write_text(SMALL, "utf-8")
    return path


@asynccontextmanager
async def opened(start: Path | Start, size: tuple[int, int] = (120, 36)) -> AsyncIterator[Reading]:
    app = BriefingApp(start if isinstance(start, Start) else Start(path=start))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Reading(app, pilot)


# keys --------------------------------------------------------------------


async def test_a_remapped_key_does_it_and_the_old_one_does_nothing(path: Path) -> None:
    configure("keys: {down: ctrl+n, page-down: x x}\n")
    async with opened(path) as reading:
        first = reading.cursor
        await reading.press("j", "down")
        assert reading.cursor == first
        await reading.press("ctrl+n")
        assert reading.cursor != first


async def test_a_chord_of_ones_own_completes(path: Path) -> None:
    configure("keys: {pane-3: 'g e', top: 'g g', back: ', b x'}\n")
    async with opened(path) as reading:
        await reading.press("g", "e")
        assert reading.screen.location.pane == "events"
        await reading.press("comma", "b")
        assert reading.screen.location.pane == "events"
        await reading.press("x")
        assert reading.screen.location.pane == "situation"


async def test_a_command_without_keys_is_still_in_the_palette(path: Path) -> None:
    configure("keys: {pane-4: none}\n")
    async with opened(path) as reading:
        await reading.press("4")
        assert reading.screen.location.pane == "situation"
        await reading.press("colon")
        await reading.type("communications")
        await reading.press("enter")
        assert reading.screen.location.pane == "communications"


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 14)])
async def test_the_status_line_names_the_keys_in_force(path: Path, size: tuple[int, int]) -> None:
    configure("keys: {hints: none, find: ctrl+f, follow: space, keys: f1, page-down: pagedown}\n")
    async with opened(path, size) as reading:
        status = reading.status()
        assert "F1 keys" in status
        assert "links" not in status
        assert "? keys" not in status
        if size[0] > 40:
            assert "Space open" in status
            assert "Ctrl+F find" in status


async def test_messages_and_the_find_line_name_the_keys_in_force(path: Path) -> None:
    configure("keys: {next-link: ctrl+n, previous-link: none, find: ctrl+f}\n")
    async with opened(path) as reading:
        await reading.press("ctrl+f")
        await reading.type("crest")
        await reading.press("enter")
        assert "Ctrl+N next  Esc ends" in reading.status()
        await reading.press("escape", "G", "enter")
        assert "before" not in reading.status()


async def test_the_key_help_shows_the_keys_in_force_and_closes_by_them(path: Path) -> None:
    configure("keys: {find: [ctrl+f, F3], hints: none, keys: f1, quit: ctrl+x}\n")
    async with opened(path) as reading:
        await reading.press("f1")
        shown = [
            row_text(row)
            for surface in [reading.app.screen.query_one("#card")]
            for row in map(surface.layout_.row, range(surface.layout_.height))  # type: ignore[attr-defined]
        ]
        assert isinstance(reading.app.screen, KeysScreen)
        assert any("Ctrl+F  F3" in line and "Find in the briefing" in line for line in shown)
        assert any("no key" in line and "Follow a link" in line for line in shown)
        assert any("Ctrl+X" in line and "Leave" in line for line in shown)
        await reading.press("ctrl+x")
        assert isinstance(reading.app.screen, ReaderScreen)


async def test_the_palette_shows_the_keys_in_force(path: Path) -> None:
    configure("keys: {zoom: ctrl+z, copy: none}\n")
    async with opened(path) as reading:
        await reading.press("colon")
        screen = reading.app.screen
        assert isinstance(screen, GotoScreen)
        keys = {goal.target: goal.key for goal in screen._goals}
        assert (keys["command:zoom"], keys["command:copy"], keys["command:edit"]) == ("Ctrl+Z", "", "e")


async def test_in_the_library_too(tmp_path: Path, path: Path) -> None:
    configure("keys: {find: ctrl+f, quit: Q}\n")
    async with opened(Start(folder=tmp_path)) as reading:
        assert "Ctrl+F find" in reading.status()
        assert "Q quit" in reading.status()
        await reading.press("ctrl+f")
        await reading.type("nothing")
        assert "0 of 1" in reading.status()
        await reading.press("enter", "q")
        assert reading.app.is_running
        await reading.press("Q")
    assert reading.app.return_code == 0


def test_every_command_can_have_another_key_and_is_then_called_by_it() -> None:
    for command in COMMANDS:
        found = configuration_of(f"keys: {{{command.id}: ctrl+y}}", None, known())
        assert found.findings == (), command.id
        for mode in command.keys:
            assert Keymap(mode, found.keys).press("ctrl+y", None) == command.id
            assert keys_of(command, mode, found.keys) == ("ctrl+y",)
        assert said(command, found.keys) == "Ctrl+Y"


def test_a_mode_without_the_command_stays_inert() -> None:
    remapped: Mapping[str, tuple[str, ...]] = {"edit": ("x",)}
    assert Keymap("library", remapped).press("x", "x") is None


# what is wrong --------------------------------------------------------------------


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 14)])
async def test_findings_are_said_once_and_stop_nothing(path: Path, size: tuple[int, int]) -> None:
    configure("measure: 9\nthme: dark\ndensity: compact\nkeys: {quit: none, find: ctrl+f}\n")
    async with opened(path, size) as reading:
        words = "`briefing config` shows 3 findings in your configuration"
        status = reading.status()
        assert words in status if size[0] > 60 else words[:20] in status
        await reading.press("j")
        assert "briefing config" not in reading.status()
        assert reading.screen.main.measure == 80
        await reading.press("q")
    assert reading.app.return_code == 0


async def test_a_sound_configuration_says_nothing(path: Path) -> None:
    configure("density: compact\n")
    async with opened(path) as reading:
        assert "config" not in reading.status()


async def test_a_file_that_cannot_be_read_stops_nothing(path: Path) -> None:
    config_file().mkdir(parents=True)
    async with opened(path) as reading:
        assert "`briefing config` shows 1 finding in" in reading.status()


# looks --------------------------------------------------------------------


async def test_the_configured_theme_is_worn_until_another_is_chosen_and_again_once_it_is_changed(path: Path) -> None:
    configure("theme: light\n")
    async with opened(path) as reading:
        assert reading.app.look.name == "light"
        reading.app.wear("projector")
    async with opened(path) as reading:
        assert reading.app.look.name == "projector"
    configure("theme: colour-blind\n")
    async with opened(path) as reading:
        assert reading.app.look.name == "colour-blind"
    configure("theme: light\n")
    async with opened(path) as reading:
        assert reading.app.look.name == "projector"


async def test_a_theme_that_is_gone_gives_way_to_the_configured_one(path: Path) -> None:
    configure("theme: light\n")
    app = BriefingApp(Start(path=path))
    app.state.keep_theme("gone")
    async with opened(path) as reading:
        assert reading.app.look.name == "light"


async def test_text_is_no_wider_than_configured() -> None:
    widths = {}
    for measure in (40, 60):
        configure(f"measure: {measure}\n")
        async with opened(FLAGSHIP, (140, 36)) as reading:
            layout = reading.screen.main.layout_
            prose = [row for row in map(layout.row, range(layout.height)) if row.stop == 0]
            widths[measure] = max(len(row_text(row)) for row in prose)
            assert reading.screen.context.measure == measure
    assert 30 < widths[40] <= 42 < widths[60] <= 62


async def test_compact_leaves_space_to_headings_and_paragraphs() -> None:
    configure("density: compact\n")
    async with opened(FLAGSHIP) as reading:
        blocks = reading.screen.main.blocks
    for width in (38, 72, 110):
        loose, close = Layout(blocks, width), Layout(blocks, width, close=True)
        assert close.height < loose.height
        lines = [[row_text(layout.row(y)) for y in range(layout.height)] for layout in (loose, close)]
        assert [line for line in lines[0] if line] == [line for line in lines[1] if line]
        headings = [y for y in range(1, close.height) if any(piece.role == "heading" for piece in close.row(y).pieces)]
        assert len(headings) > 2
        assert all(not lines[1][y - 1] for y in headings)
        assert "" not in [a or b for a, b in zip(lines[1], lines[1][1:], strict=False)]
        partly = Layout(blocks, width, until=20, close=True)
        partly.complete()
        assert [row_text(partly.row(y)) for y in range(partly.height)] == lines[1]


async def test_compact_is_what_all_that_is_read_is_set_in(tmp_path: Path, path: Path) -> None:
    configure("density: compact\n")
    async with opened(path) as reading:
        assert reading.screen.main.close_
        assert reading.screen.context.close_
    async with opened(Start(folder=tmp_path)) as reading:
        assert isinstance(reading.app.screen, LibraryScreen)
        assert reading.app.screen.moving().close_


@pytest.mark.parametrize(("written", "marked"), [("yes", True), ("no", False)])
async def test_the_rule_in_the_pane_that_was_left(written: str, marked: bool, path: Path) -> None:
    configure(f"focus_rule: {written}\n")
    async with opened(path) as reading:
        main = reading.screen.main
        y = main.layout_.rows_of(main.cursor)[0] - main.scroll_offset.y
        assert "▌" in main.render_line(y).text
        await reading.press("tab")
        assert ("▌" in main.render_line(y).text) is marked


# where it opens --------------------------------------------------------------------


async def test_a_briefing_that_was_never_read_opens_in_the_configured_pane(path: Path) -> None:
    configure("start_pane: events\n")
    async with opened(path) as reading:
        assert reading.screen.location.pane == "events"
        await reading.press("2", "q")
    async with opened(path) as reading:
        assert reading.screen.location.pane == "actors"
    async with opened(Start(path=path, entry="crest")) as reading:
        assert reading.screen.location.entry == "crest"
    async with opened(Start(stdin=SMALL.encode())) as reading:
        assert reading.screen.location.pane == "events"


async def test_the_configured_library_is_opened(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    configure(f"library: {tmp_path}\n")
    monkeypatch.chdir(tmp_path)
    async with opened(Start()) as reading:
        assert "River Authority warns" in reading.view()
    (tmp_path / "briefings").mkdir()
    async with opened(Start()) as reading:
        assert "River Authority warns" not in reading.view()


def test_a_key_given_for_reading_never_takes_one_from_a_talk() -> None:
    found = configuration_of("keys: {hints: space, page-down: none, find: x}", None, known())
    assert found.findings == ()
    talk = Keymap("present", found.keys)
    assert (talk.press("space", " "), talk.press("f", "f"), talk.press("x", "x")) == ("next", "hints", "find")
    assert Keymap("reader", found.keys).press("space", " ") == "hints"
    assert said(COMMAND["hints"], found.keys, "present") == "f"
    assert said(COMMAND["hints"], found.keys, "reader") == "Space"


def test_keys_that_two_commands_swap_are_swapped_in_a_talk_too() -> None:
    found = configuration_of("keys: {hints: a, jot: f}", None, known())
    assert found.findings == ()
    talk = Keymap("present", found.keys)
    assert (talk.press("f", "f"), talk.press("a", "a")) == ("jot", "hints")
