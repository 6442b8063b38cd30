"""Taking down: what is typed is on the disk before the prompt closes, and nothing typed is lost."""

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from textual import events

from briefing_tui.library.start import Start
from briefing_tui.meeting import minutes_file
from briefing_tui.meeting.jot import Jot
from briefing_tui.meeting.minutes import Minutes
from briefing_tui.tui.app import BriefingApp
from tests.architecture.tree import ROOT
from tests.tui.reading import SMALL, Reading, reading

SIZES = [(120, 36), (80, 24), (40, 14)]
each_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@pytest.fixture(autouse=True)
def who(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "ana")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


def jots(path: Path) -> tuple[Jot, ...]:
    taken = Minutes(path).read()
    assert taken.unread == ()
    return taken.jots


def said(jot: Jot) -> tuple[str, str]:
    return jot.kind, jot.text


@each_size
async def test_a_line_is_kept_with_what_the_cursor_is_on(size: tuple[int, int], small: Path) -> None:
    async with reading(small, size) as reader:
        await reader.press("3", "j")
        assert "crest" in reader.cursor
        await reader.press("a")
        assert reader.screen.busy
        await reader.type("a call @bob by tomorrow")
        assert "call" in reader.status() or "…" in reader.status()
        await reader.press("enter")
        assert not reader.screen.busy
        (jot,) = jots(small)
        assert said(jot) == ("action", "call @bob by tomorrow")
        assert (jot.item, jot.step, jot.clock, jot.by, jot.names) == ("crest", "", None, "ana", ("bob",))
        assert jot.due == (date.fromisoformat(jot.at[:10]) + timedelta(1)).isoformat()
        assert "Action 1 kept in" in reader.status()


async def test_the_prompt_says_what_it_will_be(small: Path) -> None:
    async with reading(small) as reader:
        await reader.press("a")
        assert reader.status().startswith(" jot ▸")
        assert "a action  d decision  q question  n note" in reader.status()
        await reader.type("q ")
        assert reader.status().startswith(" question ▸")
        await reader.type("why by 6 Mar 2027")
        assert "due Sat 6 Mar 2027" in reader.status()
        await reader.press("home", "delete", "d")
        assert reader.status().startswith(" decision ▸")
        assert reader.status().endswith("TLP:GREEN ")


async def test_tab_takes_the_names_that_fit_one_after_the_other(small: Path) -> None:
    Minutes(small).append(Jot("note", "x", names=("Rosa Díaz",)))
    async with reading(small) as reader:
        await reader.press("a")
        await reader.type("a ask @r")
        assert "Tab River Authority · Rosa Díaz" in reader.status()
        await reader.press("tab")
        assert "ask @river-authority " in reader.status()
        await reader.press("tab")
        assert "ask @[Rosa Díaz] " in reader.status()
        # Then the town, which has the letter in its name; then round.
        await reader.press("tab", "tab")
        await reader.type("and @har")
        await reader.press("tab")
        await reader.press("enter")
    assert said(jots(small)[1]) == ("action", "ask @river-authority and @town")
    assert jots(small)[1].names == ("river-authority", "town")


async def test_escape_closes_and_what_was_typed_comes_back(small: Path) -> None:
    async with reading(small) as reader:
        await reader.press("a")
        await reader.type("a call the mayor")
        await reader.press("escape")
        assert not reader.screen.busy
        assert "mayor" not in reader.status()
        await reader.press("j", "a")
        assert "a call the mayor" in reader.status()
        await reader.press("ctrl+u", "escape", "a")
        assert reader.status().startswith(" jot ▸")
        await reader.press("escape")
    assert not Minutes(small).where.exists()


async def test_an_empty_line_keeps_nothing(small: Path) -> None:
    async with reading(small) as reader:
        await reader.press("a", "enter")
        assert not reader.screen.busy
        await reader.press("a", "a", "space", "enter")
        assert not reader.screen.busy
    assert not Minutes(small).where.exists()


async def test_an_error_keeps_the_prompt_and_the_text(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading(small, (80, 24)) as reader:
        await reader.press("a")
        await reader.type("a call the mayor")
        monkeypatch.setattr(minutes_file.os, "write", lambda handle, data: 0)
        await reader.press("enter")
        monkeypatch.undo()
        assert reader.screen.busy
        assert "call the mayor" in reader.status()
        assert "The disk is full" in reader.status()
        await reader.press("exclamation_mark")
        assert "The disk is full" not in reader.status()
        await reader.press("enter")
    assert [said(jot) for jot in jots(small)] == [("action", "call the mayor!")]


async def test_earlier_ones_are_changed_struck_out_and_answered(small: Path) -> None:
    minutes = Minutes(small)
    minutes.append(Jot("action", "call the mayr"))
    minutes.append(Jot("question", "who has the key?"))
    async with reading(small) as reader:
        await reader.press("a")
        await reader.type("n half typed")
        await reader.press("up")
        assert "question 2 ▸ q who has the key?" in reader.status()
        assert "^T answered" in reader.status()
        await reader.press("ctrl+t")
        assert jots(small)[1].answered
        await reader.press("ctrl+t")
        assert not jots(small)[1].answered
        await reader.press("up", "up")
        assert "action 1 ▸ a call the mayr" in reader.status()
        await reader.press("ctrl+t")
        assert "Number 1 is no question" in reader.status()
        await reader.press("ctrl+x")
        assert "struck out" in reader.status()
        assert jots(small)[0].struck
        await reader.press("ctrl+x")
        assert not jots(small)[0].struck
        await reader.press("backspace", "o", "r", "enter")
        assert "Action 1 changed in small.minutes.yaml" in reader.status()
        assert said(jots(small)[0]) == ("action", "call the mayor")
        await reader.press("a")
        assert "n half typed" in reader.status()
        await reader.press("enter")
    assert [said(jot) for jot in jots(small)] == [
        ("action", "call the mayor"),
        ("question", "who has the key?"),
        ("note", "half typed"),
    ]


async def test_a_change_that_was_begun_comes_back_as_well(small: Path) -> None:
    Minutes(small).append(Jot("action", "call the mayr"))
    async with reading(small) as reader:
        await reader.press("a", "up", "backspace", "o", "r", "escape", "a")
        assert "action 1 ▸ a call the mayor" in reader.status()
        await reader.press("down")
        assert reader.status().startswith(" jot ▸")
        await reader.press("up", "enter")
    assert said(jots(small)[0]) == ("action", "call the mayor")


async def test_a_paste_goes_in_as_one_line(small: Path) -> None:
    async with reading(small) as reader:
        await reader.press("a")
        reader.screen.post_message(events.Paste("a one\ntwo\x1b[2J\n"))
        await reader.pilot.pause()
        await reader.press("enter")
    assert said(jots(small)[0]) == ("action", "one two [2J")


async def test_keys_of_the_reader_are_letters_while_one_types(small: Path) -> None:
    async with reading(small) as reader:
        before = reader.screen.here()
        await reader.press("a")
        await reader.type("q/:?1jM!'mn")
        assert reader.screen.here() == before
        assert "/:?1jM!'mn" in reader.status()


async def test_the_file_may_be_saved_meanwhile(small: Path) -> None:
    async with reading(small) as reader:
        await reader.press("a")
        await reader.type("a call")
        small.write_text(SMALL.replace("Bulletin 3", "Bulletin 4"))
        reader.screen.take_in()
        await reader.pilot.pause()
        assert "a call" in reader.status()
        await reader.press("enter")
    assert len(jots(small)) == 1


async def test_a_file_that_does_not_open_has_minutes_too(tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("title: [")
    async with reading(path) as reader:
        await reader.press("a")
        await reader.type("a mend this")
        await reader.press("enter", "M")
        assert "1 taken down: `briefing minutes` shows it" in reader.status()
    assert (said(jots(path)[0]), jots(path)[0].item) == (("action", "mend this"), "")


async def test_what_came_from_standard_input_has_its_minutes_aside() -> None:
    app = BriefingApp(Start(stdin=SMALL.encode()))
    async with app.run_test(size=(120, 36)) as pilot:
        reader = Reading(app, pilot)
        await reader.press("a")
        assert "This briefing is no file here" in reader.status()
        await reader.type("n x")
        await reader.press("enter")
        minutes = reader.screen.minutes
        assert minutes.where.parent.name == "minutes"
        assert [said(jot) for jot in minutes.read().jots] == [("note", "x")]
        assert "Note 1 kept in" in reader.status()


@pytest.mark.parametrize(
    ("keys", "item"),
    [
        (("1",), "bottom-line"),
        (("1", "j", "j"), "highlights"),
        (("2", "j"), "town"),
        (("2", "j", "enter"), "town"),
        (("5",), "holds"),
    ],
)
async def test_the_item_is_named_so_that_it_is_found_again(keys: tuple[str, ...], item: str, small: Path) -> None:
    async with reading(small) as reader:
        await reader.press(*keys)
        assert reader.screen.item_here() == item


def test_a_reader_loads_nothing_of_meetings_before_somebody_jots(small: Path) -> None:
    script = """
import asyncio, sys
from pathlib import Path
from briefing_tui.library.start import Start
from briefing_tui.tui.app import BriefingApp

async def read():
    app = BriefingApp(Start(path=Path(sys.argv[1])))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause(0.1)
        await pilot.press("j", "3", "enter", "backspace")
        before = [name for name in sys.modules if name.startswith("briefing_tui.meeting.")]
        await pilot.press("a")
        return before

assert asyncio.run(read()) == []
assert "briefing_tui.meeting.minutes" in sys.modules
"""
    ran = subprocess.run(
        [sys.executable, "-c", script, str(small)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
