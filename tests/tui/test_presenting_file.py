"""The file under a talk: sound versions come in silently at the same place, broken ones are nothing to the room."""

from pathlib import Path

import pytest

from tests.tui.talking import STEPS, TALK, Presenting, ordered, presenting, written

LONGER = TALK.replace("    Paragraph 3 on", "    A new paragraph.\n\n        Paragraph 3 on").replace(
    "on [[town]]", "about [[town]]"
)
BROKEN = ["title: [", "", "\x00\xff", TALK.replace("situation:", "situation: {"), "a: 1\n---\nb: 2\n", "title: x\n"]


async def test_a_sound_version_is_shown_at_the_same_step_and_place(tmp_path: Path) -> None:
    path = written(tmp_path)
    async with presenting(path) as talk:
        await talk.press("3", "enter", "space", "space")
        at, status = talk.talk.main.place(), talk.status()
        await talk.write(path, LONGER)
        assert talk.step == "levee"
        assert "about the town" in talk.view()
        assert talk.talk.main.place()[:2] == at[:2], "the same paragraph in the same row"
        assert talk.status().split()[2:] == status.split()[2:], "without a word"


async def test_the_points_built_up_stay_built_up(tmp_path: Path) -> None:
    path = written(tmp_path)
    async with presenting(path) as talk:
        await talk.press("2", "enter", "space")
        await talk.write(path, TALK.replace("begun to move", "begun to carry"))
        assert talk.stand().points == 2
        assert "begun to carry" in talk.view()
        assert "measures" not in talk.view()
        await talk.write(path, TALK.replace("    - Nothing is known of the upper gauge.\n", "", 1))
        await talk.press("space")
        assert talk.step == "levee", "there were two points left, and both were shown"


@pytest.mark.parametrize("broken", BROKEN)
async def test_a_broken_version_changes_nothing_the_room_sees(broken: str, tmp_path: Path) -> None:
    path = written(tmp_path)
    async with presenting(path) as talk:
        for keys in (("3", "enter", "space"), ("f", "1")):
            await talk.press(*keys)
            left, seen = talk.stand(), talk.seen()
            await talk.write(path, broken)
            assert talk.stand() == left
            assert talk.seen() == seen
            await talk.press("f5", "j", "escape")
            await talk.write(path, TALK)
            assert talk.view() == left.shown
        await talk.press("p")
        assert talk.step == "levee"


async def test_a_file_that_is_gone_and_comes_back(tmp_path: Path) -> None:
    path = written(tmp_path)
    async with presenting(path) as talk:
        seen = talk.seen()
        path.unlink()
        for _ in range(3):
            talk.talk.look_at_file()
        await talk.settle()
        assert talk.seen() == seen
        path.mkdir()
        for _ in range(3):
            talk.talk.look_at_file()
        await talk.settle()
        assert talk.seen() == seen
        path.rmdir()
        await talk.write(path, TALK.replace("within 20 cm", "within 10 cm"))
        assert "within 10 cm" in talk.view()


async def test_entries_that_are_not_sound_are_no_news_for_the_room(tmp_path: Path) -> None:
    path = written(tmp_path)
    async with presenting(path) as talk:
        await talk.press("4", "enter")
        rows = talk.seen().splitlines()
        await talk.write(path, TALK.replace("when: 2026-03-04T05:40Z", "when: [nonsense]"))
        assert talk.seen().splitlines()[:2] == rows[:2]
        assert "left out" not in talk.seen()
        assert "✗" not in talk.seen()


async def test_steps_that_move_are_followed_by_their_keys(tmp_path: Path) -> None:
    path = written(tmp_path)
    async with presenting(path) as talk:
        await talk.press("3", "enter", "space", "space")
        left = talk.stand()
        await talk.write(path, TALK.replace("running_order:\n", "running_order:\n  - asks\n  - town\n"))
        assert talk.stand() == left
        assert "5 of 9" in talk.bar()


@pytest.mark.parametrize("looking_up", [False, True])
async def test_a_step_that_is_gone_gives_way_to_what_stands_in_its_place(looking_up: bool, tmp_path: Path) -> None:
    path = written(tmp_path)
    async with presenting(path) as talk:
        await talk.press("3", "enter", "space", "space")
        if looking_up:
            talk.talk.open_target("crest")
            await talk.settle()
        gone = "\n".join(line for line in TALK.splitlines() if "show: levee" not in line)
        await talk.write(path, gone)
        if looking_up:
            assert talk.step == "events:lanes +1"
            await talk.press("p")
        assert talk.step == "events:lanes"
        assert talk.stand().scroll == 0
        await talk.write(path, ordered("running_order: [gaps]\n"))
        assert talk.step == "gaps"
        await talk.write(path, ordered(""))
        assert talk.step == "gaps"


async def test_another_step_in_its_place_is_built_up_from_its_beginning(tmp_path: Path) -> None:
    path = written(tmp_path, ordered("running_order: [{show: highlights, build: yes}, gaps]\n"))
    async with presenting(path) as talk:
        await talk.press("space", "space")
        assert talk.stand().points == 3
        await talk.write(path, ordered("running_order: [{show: levee, build: yes}, gaps]\n"))
        assert (talk.step, talk.stand().points) == ("levee", 1)


async def test_what_is_looked_up_and_gone_falls_back_to_its_pane(tmp_path: Path) -> None:
    path = written(tmp_path)
    async with presenting(path) as talk:
        await talk.press("3", "enter", "space")
        left = talk.stand()
        for target in ("crest", "closing"):
            talk.talk.open_target(target)
        await talk.settle()
        await talk.write(path, "\n".join(line for line in TALK.splitlines() if not line.startswith("  closing:")))
        assert talk.step == "levee +2"
        assert talk.talk.location.pane == "events"
        assert not talk.talk.location.entry
        await talk.press("backspace")
        assert talk.talk.location.entry == "crest"
        await talk.press("p")
        assert talk.stand() == left


@pytest.mark.parametrize("typing", [("slash", "v", "a"), ("4",), ("f",), ("q",), ("a", "x"), ("o",), ("colon", "c")])
async def test_a_version_that_comes_while_something_is_typed(typing: tuple[str, ...], tmp_path: Path) -> None:
    path = written(tmp_path)
    async with presenting(path) as talk:
        await talk.press("3", "enter", "space")
        left = talk.stand()
        await talk.press(*typing)
        await talk.write(path, TALK.replace("  - {show: bottom-line,", "  - gaps\n  - {show: bottom-line,"))
        await talk.write(path, "")
        assert not talk.over
        await talk.press("escape", "escape", "p")
        assert talk.stand() == left


async def test_on_a_low_screen_headings_stay_small_when_the_file_is_saved(tmp_path: Path) -> None:
    path = written(tmp_path)
    async with presenting(path, (40, 14)) as talk:
        seen = talk.view()
        await talk.write(path, TALK + "\n# saved\n")
        assert talk.view() == seen


# running orders ----------------------------------------------------------------


ODD = """\
running_order:
  - nobody-knows
  - "other#entry"
  - {show: events, view: grid}
  - {show: river-authority, view: lanes}
  - {show: town, view: graph, build: yes}
  - {show: background, build: yes}
  - {show: broken-one}
  - {show: events, view: lanes, build: yes}
  - {show: events, view: lanes}
  - "[[markup]] \\u202e \\e[31m"
  - sources
"""


async def test_steps_that_name_nothing_are_shown_and_passed(tmp_path: Path) -> None:
    text = ordered(ODD).replace("communications:\n", "communications:\n  broken-one: {from: [], when: [], text: 1}\n")
    async with presenting(written(tmp_path, text)) as talk:
        seen: dict[str, str] = {}
        for _ in range(60):
            seen[talk.step] = talk.view()
            await talk.press("space")
        assert len(talk.talk.stages) == 11
        assert list(seen) == [stage.key for stage in talk.talk.stages]
        assert all(words.strip() for words in seen.values())
        assert "nothing of this name" in seen["nobody-knows"]
        assert "another briefing" in seen["other#entry"]
        assert "left out" in seen["broken-one"]
        assert "\x1b" not in "".join(seen.values())
        for _ in range(60):
            await talk.press("pageup")
        assert talk.step == "nobody-knows"


async def test_three_hundred_steps(tmp_path: Path) -> None:
    shown = ("bottom-line", "town", "crest", "highlights", "gaps")
    order = "running_order:\n" + "".join(f"  - {shown[n % 5]}\n" for n in range(300))
    async with presenting(written(tmp_path, ordered(order))) as talk:
        assert "1 of 300" in talk.bar()
        await talk.press("2", "9", "9", "enter", "space")
        assert "300 of 300" in talk.bar()
        assert "End" in talk.status()
        await talk.press("space", "3", "0", "1", "enter", "o", "1", "5", "0", "enter")
        assert "150 of 300" in talk.bar()
        left = talk.stand()
        await talk.press("colon", "c", "r", "e", "s", "t", "enter", "p")
        assert talk.stand() == left
        assert len({stage.key for stage in talk.talk.stages}) == 300


@pytest.mark.parametrize("build", ["yes", "no"])
async def test_a_step_of_five_thousand_entries(build: str, tmp_path: Path) -> None:
    events = "".join(f"  e-{n}: {{title: Event {n}, when: 2026-03-04}}\n" for n in range(5000))
    order = f"running_order: [{{show: events, build: {build}}}, {{show: events, view: timeline}}, gaps]\n"
    text = ordered(order).replace("  crest:\n", f"{events}  crest:\n")
    async with presenting(written(tmp_path, text)) as talk:
        if build == "yes":
            await talk.press("space", "space")
            assert talk.stand().points == 3
        await talk.press("2", "enter", "pageup")
        assert talk.step == "events"
        assert talk.talk.main.below == 0
        left = talk.stand()
        await talk.press("f", "1", "p")
        assert talk.stand()._replace(cursor=0, link=0) == left._replace(cursor=0, link=0)


# sizes ----------------------------------------------------------------


SIZES = [(1, 1), (2, 30), (10, 3), (24, 8), (40, 14), (80, 24), (300, 100), (60, 1), (7, 7), (80, 24)]


async def test_resizing_at_every_point(tmp_path: Path) -> None:
    async with presenting(written(tmp_path)) as talk:
        for keys in ((), ("2", "enter", "space"), ("3", "enter", "space"), ("4", "enter"), ("f", "1"), ("q",), ("7",)):
            await talk.press(*keys)
            for size in SIZES:
                await talk.pilot.resize_terminal(*size)
                await talk.settle()
                assert not talk.over
        await talk.press("escape", "p")
        for over in ("o", "question_mark", "colon", "slash", "a", "b"):
            await talk.press(over)
            for size in SIZES:
                await talk.pilot.resize_terminal(*size)
                await talk.settle()
            await talk.press("escape", "escape")
        assert talk.step in STEPS


async def stands(talk: Presenting, *sizes: tuple[int, int]) -> None:
    for size in sizes:
        await talk.pilot.resize_terminal(*size)
        await talk.settle()


async def test_a_terminal_that_is_made_small_and_large_again_shows_what_it_showed(tmp_path: Path) -> None:
    async with presenting(written(tmp_path)) as talk:
        await talk.press("3", "enter", "space", "space")
        left = talk.stand()
        await stands(talk, (50, 24), (120, 24), (80, 24))
        assert talk.stand() == left
        await talk.press("4", "enter", "pageup")
        await stands(talk, (50, 24), (120, 24), (60, 24))
        assert talk.talk.main.below == 0, "the end of a step is its end at any width"


async def test_a_return_after_a_resize_shows_the_paragraph_that_was_left(tmp_path: Path) -> None:
    async with presenting(written(tmp_path)) as talk:
        await talk.press("3", "enter", "space", "space")
        paragraph = talk.talk.main.place().key
        talk.talk.open_target("crest")
        await stands(talk, (50, 16))
        await talk.press("p")
        assert talk.talk.main.place().key == paragraph
        assert talk.cursor.split(" on ")[0] in talk.view()
