"""Nothing that is pressed by accident before an audience can hurt: nothing ends, edits, changes the looks, uncovers."""

from pathlib import Path

import pytest
from textual import events
from textual.keys import Keys

from briefing_tui.tui.commands import COMMANDS
from briefing_tui.tui.screens.presenting import PresentScreen
from briefing_tui.tui.screens.reader import ReaderScreen
from tests.tui.talking import TALK, Presenting, presenting, written

#: Every key that any screen of the program knows; with every one that Textual knows, and every one of a keyboard.
KNOWN = sorted({part for command in COMMANDS for keys in command.keys.values() for key in keys for part in key.split()})
EVERY_KEY = sorted(
    {*KNOWN}
    | {key.value for key in Keys if "<" not in key.value}
    | {chr(code) for code in range(33, 127)}
    | set("äßéñжы中\u200b")
)
ASKING = ["q", "ctrl+q", "ctrl+c"]
SIZES = [(120, 36), (80, 24), (60, 16), (40, 14), (30, 6)]


def unhurt(talk: Presenting, path: Path) -> None:
    """Asserts that the talk goes on over the same file in the same looks, and that nothing else was opened."""
    assert not talk.over
    assert path.read_text(encoding="utf-8") == TALK
    assert [child.name for child in path.parent.iterdir()] == [path.name]
    others = [
        type(s) for s in talk.app.screen_stack if isinstance(s, ReaderScreen) and not isinstance(s, PresentScreen)
    ]
    assert not others


async def closed(talk: Presenting) -> None:
    """Whatever was opened is closed again, as far as Esc closes."""
    for _ in range(3):
        talk.send("escape")
    await talk.settle()
    assert len(talk.app.screen_stack) == 1


@pytest.mark.parametrize("where", ["step", "look-up", "end of the talk", "asked", "number", "find", "hints"])
async def test_no_key_hurts(where: str, tmp_path: Path) -> None:
    path = written(tmp_path)
    async with presenting(path) as talk:
        looks = talk.app.look.name
        for key in EVERY_KEY if where == "step" else KNOWN:
            talk.talk.go_to_step(6 if where == "end of the talk" else 2)
            if where == "look-up":
                talk.talk.open_target("crest")
            await talk.press(*{"asked": "q", "number": "4", "find": "/", "hints": "f"}.get(where, ""))
            if where == "asked" and key in ("y", "Y"):
                continue
            await talk.press(key)
            unhurt(talk, path)
            assert talk.app.look.name == looks, key
            await closed(talk)


async def test_nothing_in_the_palette_hurts(tmp_path: Path) -> None:
    path = written(tmp_path)
    async with presenting(path) as talk:
        looks = talk.app.look.name
        goals = talk.talk._goals()
        assert not [goal for goal in goals if goal.target.startswith("theme:")]
        for aside in (False, True):
            for goal in goals:
                talk.talk.go_to_step(2)
                if aside:
                    talk.talk.open_target("crest")
                talk.talk._went(goal.target)
                await talk.settle()
                unhurt(talk, path)
                assert talk.app.look.name == looks, goal
                await closed(talk)


async def test_clickers_that_send_f5_and_escape_by_turns(tmp_path: Path) -> None:
    async with presenting(written(tmp_path)) as talk:
        for _ in range(30):
            await talk.press("f5", "escape")
        assert talk.step == "bottom-line"
        assert not talk.over
        talk.talk.open_target("crest")
        for _ in range(10):
            await talk.press("f5", "escape")
        assert talk.step == "bottom-line +1"


# ending ----------------------------------------------------------------


@pytest.mark.parametrize("asking", ASKING)
async def test_ending_is_asked_and_only_yes_ends(asking: str, tmp_path: Path) -> None:
    async with presenting(written(tmp_path)) as talk:
        for other in ("enter", "space", "pagedown", "escape", "n", "b", "f5", asking):
            await talk.press(asking)
            assert "End the presentation?" in talk.status()
            await talk.press(other)
            assert not talk.over
            assert not talk.talk.blanked
            assert "End the presentation?" not in talk.status()
        assert talk.step == "bottom-line"
        await talk.press(asking)
        talk.send("y")
        await talk.pilot.pause()
        assert talk.over


async def test_a_click_while_asked_is_not_an_answer(tmp_path: Path) -> None:
    async with presenting(written(tmp_path)) as talk:
        await talk.press("q")
        await talk.pilot.click("#main", offset=(6, 10))
        assert not talk.over
        await talk.press("escape")
        assert not talk.over


async def test_a_selection_is_copied_and_nothing_asked(tmp_path: Path) -> None:
    async with presenting(written(tmp_path)) as talk:
        talk.talk.main.text_select_all()
        await talk.settle()
        await talk.press("ctrl+c")
        assert "Copied" in talk.status()
        assert "River Authority" in talk.app.clipboard


# blank ----------------------------------------------------------------


def assert_blank(talk: Presenting) -> None:
    """Asserts that the room sees the handling in the first row and, but for the handling, nothing at all."""
    first, *rest = talk.seen().splitlines()
    assert "TLP:GREEN" in first
    assert "EXERCISE" in first
    assert "River" not in first
    assert "".join(rest).replace("TLP:GREEN", "").strip() == ""


@pytest.mark.parametrize("size", SIZES)
async def test_blank_leaves_the_handling_and_comes_back_as_it_was(size: tuple[int, int], tmp_path: Path) -> None:
    async with presenting(written(tmp_path), size) as talk:
        await talk.press("3", "enter", "space")
        for look_up in ("", "crest"):
            if look_up:
                talk.talk.open_target(look_up)
                await talk.settle()
            left, seen = talk.stand(), talk.seen()
            for key, resume in (("b", "b"), ("b", "full_stop"), ("full_stop", "escape"), ("full_stop", "full_stop")):
                await talk.press(key)
                assert_blank(talk)
                await talk.press(resume)
                assert talk.stand() == left
                assert talk.seen() == seen


async def test_while_blank_everything_else_is_inert(tmp_path: Path) -> None:
    path = written(tmp_path)
    async with presenting(path) as talk:
        await talk.press("3", "enter", "space")
        talk.talk.open_target("crest")
        await talk.settle()
        left = talk.stand()
        await talk.press("b")
        inert = [key for key in EVERY_KEY if key not in ("b", ".", "full_stop", "escape", "ctrl+[")]
        for n in range(0, len(inert), 10):
            for key in inert[n : n + 10]:
                talk.send(key)
            await talk.settle()
            assert (talk.talk.blanked, talk.stand()) == (True, left), inert[n : n + 10]
            assert len(talk.app.screen_stack) == 1
        for event in (
            events.Paste("text"),
            events.MouseScrollDown(None, 20, 8, 0, 0, 0, False, False, False),
            events.MouseScrollUp(None, 20, 8, 0, 0, 0, False, False, False),
        ):
            talk.app.post_message(event)
            await talk.settle()
        for y in range(24):
            await talk.pilot.click(offset=(20, y))
            await talk.pilot.click(offset=(6, y), times=2)
        assert talk.talk.blanked
        assert talk.stand() == left
        assert_blank(talk)
        await talk.press("b")
        assert talk.stand() == left
        assert not talk.talk.busy


async def test_a_chord_begun_before_it_is_blank_is_not_ended_after(tmp_path: Path) -> None:
    async with presenting(written(tmp_path)) as talk:
        await talk.press("3", "enter", "g", "b", "g", "b", "g")
        assert talk.step == "levee"


@pytest.mark.parametrize("over", ["o", "question_mark", "colon"])
async def test_what_lies_over_the_step_is_not_left_uncovered(over: str, tmp_path: Path) -> None:
    # The speaker's other terminal may blank the room while something is open here.
    async with presenting(written(tmp_path)) as talk:
        await talk.press(over)
        talk.talk.hear(talk.talk.own_position()._replace(blank=True))
        await talk.settle()
        await talk.pilot.pause()
        assert_blank(talk)


async def test_a_new_version_of_the_file_does_not_uncover(tmp_path: Path) -> None:
    path = written(tmp_path)
    async with presenting(path) as talk:
        await talk.press("b")
        await talk.write(path, TALK.replace("begun to move", "begun to carry"))
        assert_blank(talk)
        await talk.write(path, "title: [")
        assert_blank(talk)
        await talk.pilot.resize_terminal(120, 36)
        await talk.pilot.pause()
        assert_blank(talk)


# handling ----------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
async def test_the_handling_is_in_the_first_row_whatever_is_open(size: tuple[int, int], tmp_path: Path) -> None:
    async with presenting(written(tmp_path), size) as talk:
        for keys in (
            ("o",),
            ("question_mark",),
            ("colon", "a"),
            ("f",),
            ("slash", "v"),
            ("q",),
            ("4",),
            ("z",),
            ("b",),
        ):
            await talk.press(*keys)
            await talk.pilot.pause()
            assert "TLP:GREEN" in talk.top(), keys
            await closed(talk)


@pytest.mark.parametrize("typing", [("slash",), ("a",), ("4",), ("f",)])
async def test_who_is_typing_answers_nobody_who_asks_to_present(typing: tuple[str, ...], tmp_path: Path) -> None:
    async with presenting(written(tmp_path)) as talk:
        let: list[str] = []
        talk.talk._let = lambda: let.append(talk.talk._asker)  # type: ignore[method-assign]
        talk.talk.__dict__.pop("_questions", None)
        await talk.press(*typing)
        talk.talk.asked("Ada")
        await talk.press("y")
        assert not let
        if typing != ("4",):
            # A number is given up by whatever is none.
            await talk.press("escape")
        assert "Ada asks to present" in talk.status()
        await talk.press("space")
        assert talk.step == "highlights", "what is asked never stands in the way"
        talk.talk.asked("Ada")
        await talk.press("enter", "pagedown", "f5")
        assert not let
        talk.talk.asked("Ada")
        await talk.press("y")
        assert let == ["Ada"]
