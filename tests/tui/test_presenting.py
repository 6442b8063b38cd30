"""A talk: on and back, what overflows, what is built up, and the exact way back from whatever is looked up.

Why this file is long: a talk is one way through the same screens, and its helpers are those of every step of it.
"""

from pathlib import Path

import pytest

from briefing_tui.library.start import Talk
from briefing_tui.tui.history import Location
from tests.tui.talking import STEPS, TALK, Presenting, ordered, presenting, written

SIZES = [(120, 36), (80, 24), (40, 14)]


async def go_to(talk: Presenting, step: int) -> None:
    """Goes to a step, from 1, as a presenter does."""
    await talk.press(*str(step), "enter")


# on and back ----------------------------------------------------------------


@pytest.mark.parametrize("key", ["space", "pagedown", "right", "enter"])
@pytest.mark.parametrize("size", SIZES)
async def test_going_on_shows_all_there_is_of_a_step_before_the_next_one(
    key: str, size: tuple[int, int], tmp_path: Path
) -> None:
    async with presenting(written(tmp_path), size) as talk:
        seen: list[str] = []
        read: dict[str, list[str]] = {}
        for _ in range(120):
            if talk.step not in seen:
                seen.append(talk.step)
            read.setdefault(talk.step, []).append(talk.view())
            before = talk.stand()
            await talk.press(key)
            after = talk.stand()
            if before.step != after.step:
                assert not before.shown or STEPS.index(after.step) == STEPS.index(before.step) + 1
            elif after == before:
                break
        assert seen == list(STEPS)
        assert all(f"Paragraph {n} " in "\n".join(read["levee"]) for n in range(20))
        assert "End" in talk.status()
        assert talk.step == STEPS[-1]


@pytest.mark.parametrize("key", ["pageup", "left"])
@pytest.mark.parametrize("size", SIZES)
async def test_going_back_takes_the_same_way(key: str, size: tuple[int, int], tmp_path: Path) -> None:
    async with presenting(written(tmp_path), size) as talk:
        await talk.press("end")
        assert talk.step == "gaps"
        seen = [talk.step]
        for _ in range(120):
            before = talk.stand()
            await talk.press(key)
            after = talk.stand()
            if before.step != after.step:
                assert before.scroll == 0
                assert before.points == 1
                assert talk.talk.main.below == 0, "the step before is shown as it is at its end"
                assert after.points == (3 if after.step == "highlights" else 1)
                seen.append(after.step)
            elif after == before:
                break
        assert seen == list(reversed(STEPS))
        assert "first step" in talk.status()


async def test_what_overflows_says_how_much_and_the_last_step_says_that_it_is(tmp_path: Path) -> None:
    async with presenting(written(tmp_path)) as talk:
        await go_to(talk, 3)
        assert "▼" in talk.status()
        assert f"{talk.talk.main.below} more lines" in talk.status()
        while talk.talk.main.below:
            await talk.press("space")
        assert "▼" not in talk.status()
        await go_to(talk, 7)
        assert "End" in talk.status()


async def test_statements_come_one_by_one_and_go_one_by_one(tmp_path: Path) -> None:
    async with presenting(written(tmp_path)) as talk:
        await go_to(talk, 2)
        words = ("begun to move", "Nothing is known", "measures every hour")
        for count in (1, 2, 3):
            assert [word in talk.view() for word in words] == [n < count for n in range(3)]
            await talk.press("space")
        assert talk.step == "levee"
        await talk.press("pageup")
        for count in (3, 2, 1):
            assert [word in talk.view() for word in words] == [n < count for n in range(3)]
            await talk.press("pageup")
        assert talk.step == "bottom-line"


async def test_digits_and_enter_go_to_a_step_and_say_which(tmp_path: Path) -> None:
    async with presenting(written(tmp_path)) as talk:
        await talk.press("5")
        assert talk.step == "bottom-line"
        assert "River Authority" in talk.status()
        await talk.press("enter")
        assert talk.step == "river-authority"
        await talk.press("9", "9", "enter")
        assert talk.step == "river-authority"
        assert "There are 7 steps" in talk.status()
        await talk.press("2", "backspace", "0", "0", "3", "enter")
        assert talk.step == "levee"
        await talk.press("1", "escape", "enter")
        assert talk.stand().scroll > 0, "the number was given up, and Enter goes on"
        await talk.press("4", "backspace", "backspace")
        assert talk.step == "levee"
        assert "Step" not in talk.status()


async def test_what_is_no_number_gives_the_number_up_and_does_what_it_does(tmp_path: Path) -> None:
    # A digit that was touched by accident must not cost the next press of the clicker.
    async with presenting(written(tmp_path)) as talk:
        await talk.press("5", "space")
        assert talk.step == "highlights"
        assert "Step" not in talk.status()
        await talk.press("5", "b")
        assert talk.talk.blanked


async def test_first_and_last(tmp_path: Path) -> None:
    async with presenting(written(tmp_path)) as talk:
        await talk.press("G")
        assert talk.step == "gaps"
        await talk.press("g", "g")
        assert talk.step == "bottom-line"
        await talk.press("end", "home")
        assert talk.step == "bottom-line"


async def test_the_overview_goes_to_a_step(tmp_path: Path) -> None:
    async with presenting(written(tmp_path)) as talk:
        await talk.press("o")
        assert "The levee" in talk.seen()
        assert "What is not known" in talk.seen()
        await talk.press("right", "right", "enter")
        assert talk.step == "levee"
        await talk.press("o", "escape")
        assert talk.step == "levee"


async def test_a_talk_begins_at_the_step_that_was_asked_for(tmp_path: Path) -> None:
    path = written(tmp_path)
    for asked, step in ((3, "levee"), (99, "gaps")):
        async with presenting(path, talk=Talk(step=asked)) as talk:
            assert talk.step == step


# looking up ----------------------------------------------------------------


async def by_hint(talk: Presenting) -> None:
    await talk.press("f", "1")


async def by_name(talk: Presenting) -> None:
    await talk.press("colon")
    await talk.type("closed")
    await talk.press("enter")


async def by_find(talk: Presenting) -> None:
    await talk.press("slash")
    await talk.type("valuables")
    await talk.press("enter")


async def by_link(talk: Presenting) -> None:
    await talk.press("enter")


async def by_mouse(talk: Presenting) -> None:
    link = talk.talk.main.shown_links()[0]
    await talk.pilot.click("#main", offset=(link.x + 1, link.y))


async def by_pane(talk: Presenting) -> None:
    talk.talk.open_target("events")
    await talk.settle()


@pytest.mark.parametrize("step", [1, 2, 3, 5])
@pytest.mark.parametrize("size", SIZES)
async def test_whatever_is_looked_up_the_way_back_is_exact(step: int, size: tuple[int, int], tmp_path: Path) -> None:
    async with presenting(written(tmp_path), size) as talk:
        await go_to(talk, step)
        await talk.press(*["space"] * (2 if step == 3 else 0))
        for way in (by_hint, by_name, by_find, by_link, by_mouse, by_pane):
            for key in ("p", "backspace"):
                if way is by_link:
                    await talk.press("n")
                left = talk.stand()
                await way(talk)
                await talk.settle()
                assert (talk.talk.aside, len(talk.talk.way())) == (True, 1), way
                assert "↩ 1 from" in talk.status() or talk.talk.found.words
                await talk.press(key)
                # A link that was followed is where the cursor is; all else stands as it stood.
                assert talk.stand()._replace(cursor=0, link=0) == left._replace(cursor=0, link=0), (way, key)
                assert not talk.talk.found.words


async def test_where_find_leads_while_it_is_typed_is_a_look_up_already(tmp_path: Path) -> None:
    async with presenting(written(tmp_path)) as talk:
        await go_to(talk, 3)
        await talk.press("space")
        left = talk.stand()
        for ending in (("enter",), ("backspace", "backspace", "backspace", "enter")):
            await talk.press("slash", "v", "a", "l")
            assert talk.talk.aside
            assert len(talk.talk.position().stack) == 2
            await talk.press(*ending, "p")
            assert talk.stand() == left


@pytest.mark.parametrize("paged", range(6))
async def test_the_way_back_is_exact_wherever_in_a_long_step(paged: int, tmp_path: Path) -> None:
    async with presenting(written(tmp_path)) as talk:
        await go_to(talk, 3)
        await talk.press(*["space"] * paged)
        left = talk.stand()
        for look_up in ("crest", "river-authority"):
            talk.talk.open_target(look_up)
        await talk.settle()
        assert talk.step == "levee +2"
        await talk.press("p")
        assert talk.stand() == left


async def test_the_way_back_from_a_drawing_that_is_wider_than_text(tmp_path: Path) -> None:
    async with presenting(written(tmp_path), (160, 24)) as talk:
        await go_to(talk, 3)
        await talk.press("space", "space", "space")
        left = talk.stand()
        talk.talk.visit(Location("events", view="lanes"))
        await talk.settle()
        await talk.press("p")
        await talk.settle()
        assert talk.stand() == left


async def test_a_step_before_a_drawing_is_still_shown_to_its_end(tmp_path: Path) -> None:
    async with presenting(written(tmp_path), (160, 24)) as talk:
        await go_to(talk, 4)
        await talk.press("pageup")
        await talk.settle()
        assert talk.step == "levee"
        assert talk.talk.main.below == 0
        assert "Paragraph 19" in talk.view()


async def test_p_returns_over_many_look_ups_and_backspace_over_one(tmp_path: Path) -> None:
    async with presenting(written(tmp_path)) as talk:
        await go_to(talk, 3)
        await talk.press("space")
        left = talk.stand()
        stands = [left]
        for target in ("crest", "river-authority", "town", "holds"):
            talk.talk.open_target(target)
            await talk.settle()
            stands.append(talk.stand())
        assert talk.step == "levee +4"
        assert "↩ 4 from The levee" in talk.status()
        for stand in reversed(stands[:-1]):
            await talk.press("backspace")
            assert talk.stand() == stand
        await talk.press("L", "L")
        assert talk.step == "levee +2"
        await talk.press("p")
        assert talk.stand() == left
        await talk.press("p", "backspace")
        assert talk.stand() == left


async def test_a_return_is_exact_after_more_look_ups_than_are_kept(tmp_path: Path) -> None:
    async with presenting(written(tmp_path)) as talk:
        await go_to(talk, 3)
        await talk.press("space", "space")
        left = talk.stand()
        for n in range(600):
            talk.talk.open_target(("crest", "town")[n % 2])
        await talk.press("p")
        assert talk.stand() == left


async def test_going_on_at_the_end_of_a_look_up_returns_and_never_advances(tmp_path: Path) -> None:
    async with presenting(written(tmp_path)) as talk:
        for step in (1, 2, 5):
            await go_to(talk, step)
            left = talk.stand()
            for key in ("space", "pagedown", "right"):
                talk.talk.open_target("levee" if step != 5 else "crest")
                await talk.settle()
                pages = 0
                while talk.talk.aside:
                    assert pages < 30
                    at_end = talk.talk.main.below == 0
                    await talk.press(key)
                    assert at_end != talk.talk.aside, "what overflows is read first"
                    pages += 1
                assert talk.stand() == left


async def test_going_back_at_the_beginning_of_a_look_up_stays(tmp_path: Path) -> None:
    async with presenting(written(tmp_path)) as talk:
        await go_to(talk, 5)
        talk.talk.open_target("crest")
        await talk.press("pageup", "left")
        assert talk.step == "river-authority +1"
        assert "p returns" in talk.status()


async def test_a_click_while_a_find_is_typed_is_looked_up_from_the_step(tmp_path: Path) -> None:
    async with presenting(written(tmp_path)) as talk:
        await go_to(talk, 3)
        await talk.press("space", "space")
        left = talk.stand()
        await talk.press("slash")
        await talk.type("levee")
        await by_mouse(talk)
        await talk.press("p")
        assert talk.stand()._replace(cursor=0, link=0) == left._replace(cursor=0, link=0)


async def test_giving_a_find_up_shows_the_step_as_it_was(tmp_path: Path) -> None:
    async with presenting(written(tmp_path)) as talk:
        await go_to(talk, 3)
        await talk.press("space")
        left = talk.stand()
        await talk.press("slash")
        await talk.type("valuables")
        assert talk.talk.aside
        await talk.press("escape")
        assert talk.stand() == left
        await talk.press("slash")
        await talk.type("zzzz")
        await talk.press("enter", "escape", "p")
        assert talk.stand() == left


async def test_a_number_goes_to_a_step_from_a_look_up_as_well(tmp_path: Path) -> None:
    async with presenting(written(tmp_path)) as talk:
        await go_to(talk, 3)
        talk.talk.open_target("crest")
        await go_to(talk, 5)
        assert talk.step == "river-authority"
        await talk.press("backspace")
        assert talk.step == "river-authority", "nothing is left on the stack"


async def test_where_no_cursor_is_to_be_seen_enter_goes_on(tmp_path: Path) -> None:
    async with presenting(written(tmp_path)) as talk:
        assert talk.talk.main.calm
        await talk.press("enter")
        assert talk.step == "highlights"
        await talk.press("j")
        assert not talk.talk.main.calm
        await talk.press("escape", "enter")
        assert talk.step == "highlights"
        assert talk.stand().points == 2
        await talk.press("n", "enter")
        assert talk.talk.aside


async def test_without_a_running_order_the_document_is_presented(tmp_path: Path) -> None:
    async with presenting(written(tmp_path, ordered(""))) as talk:
        seen = [talk.step]
        for _ in range(60):
            await talk.press("space")
            if talk.step != seen[-1]:
                seen.append(talk.step)
        parts = ["bottom-line", "highlights", "levee", "gaps", "actors", "events", "communications", "scenarios"]
        assert seen == parts
        assert "End" in talk.status()


async def test_one_step_is_first_and_last(tmp_path: Path) -> None:
    async with presenting(written(tmp_path, ordered("running_order: [gaps]\n"))) as talk:
        left = talk.stand()
        await talk.press("space", "pageup", "G", "g", "g", "1", "enter", "right", "left")
        assert talk.stand() == left
        assert "1 of 1" in talk.bar()


def test_the_briefing_of_these_tests_is_sound() -> None:
    from briefing_tui.source.load import load_text

    assert not load_text(TALK, "flood").diagnostics
