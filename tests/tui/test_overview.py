"""The overview of a talk: all its steps, gone through in two dimensions, at any size; and the way to one of them."""

from pathlib import Path

import pytest

from briefing_tui.tui.cards import HERE
from briefing_tui.tui.screens.overview import OverviewScreen
from tests.tui.talking import STEPS, TALK, Presenting, ordered, presenting, written

SIZES = [(40, 14), (80, 24), (120, 36), (200, 50)]


def here(talk: Presenting) -> int:
    """The step the cursor of the overview is on, from 1."""
    screen = talk.app.screen
    assert isinstance(screen, OverviewScreen)
    return screen.here + 1


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Three hundred steps."""
    names = ("bottom-line", "highlights", "levee", "events", "gaps")
    return written(tmp_path, ordered("running_order:\n" + "".join(f"  - {names[n % 5]}\n" for n in range(300))))


@pytest.mark.parametrize("size", SIZES)
async def test_it_opens_at_the_step_one_is_at_and_esc_and_o_leave_that(tmp_path: Path, size: tuple[int, int]) -> None:
    async with presenting(written(tmp_path), size) as talk:
        await talk.press("4", "enter")
        for key in ("escape", "o", "p", "q"):
            await talk.press("o")
            assert here(talk) == 4
            assert HERE in talk.seen()
            await talk.press(key)
            assert talk.app.screen is talk.talk
            assert talk.step == STEPS[3]


async def test_keys_go_in_two_dimensions(tmp_path: Path) -> None:
    async with presenting(written(tmp_path)) as talk:
        await talk.press("o")
        way = [
            ("l", 2), ("right", 3), ("right", 4), ("h", 3), ("left", 2), ("j", 5), ("down", 7), ("down", 7), ("k", 4),
            ("up", 1), ("up", 1), ("h", 1), ("G", 7), ("l", 7), ("g", 7), ("g", 1), ("end", 7), ("home", 1),
            ("space", 2), ("pagedown", 7), ("pageup", 1),
        ]  # fmt: skip
        for key, number in way:
            await talk.press(key)
            assert here(talk) == number, key
        await talk.press("j", "enter")
        assert talk.app.screen is talk.talk
        assert talk.step == STEPS[3]


async def test_a_number_is_shown_as_it_is_typed_and_leads_there(tmp_path: Path, many: Path) -> None:
    async with presenting(many) as talk:
        await talk.press("o", "1", "2")
        assert here(talk) == 12
        assert "Step: 12▏ Highlights" in talk.status()
        await talk.press("3")
        assert here(talk) == 123
        await talk.press("backspace", "backspace")
        assert here(talk) == 1
        assert "Step: 1▏" in talk.status()
        await talk.press("4", "enter")
        assert "14 of 300" in talk.bar()


async def test_a_number_there_is_not_is_told_and_esc_takes_back_only_what_was_typed(tmp_path: Path) -> None:
    async with presenting(written(tmp_path)) as talk:
        await talk.press("o", "9")
        assert "1 to 7" in talk.status()
        await talk.press("enter")
        assert isinstance(talk.app.screen, OverviewScreen)
        assert "There are 7 steps" in talk.status()
        await talk.press("3", "escape")
        assert isinstance(talk.app.screen, OverviewScreen)
        assert "Step" not in talk.status()
        await talk.press("0", "escape", "escape")
        assert talk.step == STEPS[0]


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_not_in_view_scrolls_and_the_card_one_is_on_is_whole(many: Path, size: tuple[int, int]) -> None:
    async with presenting(many, size) as talk:
        await talk.press("o")
        for key in ("pagedown", "pagedown", "j", "end", "pageup", "k", "7", "7"):
            await talk.press(key)
            name = f"╭─ {here(talk)} "
            assert name in talk.seen()
            rows = talk.seen().split("\n")
            y = next(n for n, row in enumerate(rows) if name in row)
            assert "╯" in "".join(rows[y : y + 5])


@pytest.mark.parametrize("size", SIZES)
async def test_handling_and_the_way_out_stay_in_sight(tmp_path: Path, size: tuple[int, int]) -> None:
    async with presenting(written(tmp_path), size) as talk:
        await talk.press("o")
        assert "TLP:GREEN" in talk.top()
        assert "Esc closes" in talk.status()


async def test_a_click_goes_wherever_on_the_card_it_is(tmp_path: Path) -> None:
    for across, down in ((0, 0), (1, 2), (20, 2), (23, 3)):
        async with presenting(written(tmp_path)) as talk:
            await talk.press("o")
            rows = talk.seen().split("\n")
            y = next(n for n, row in enumerate(rows) if "╭─ 5 " in row)
            await talk.pilot.click("#overview", offset=(rows[y].index("╭─ 5 ") + across, y + down - 2))
            await talk.settle()
            assert talk.step == STEPS[4]


async def test_another_size_keeps_the_card(many: Path) -> None:
    async with presenting(many) as talk:
        await talk.press("o", "1", "2", "1", "right")
        for size in ((40, 14), (200, 50), (80, 24)):
            await talk.pilot.resize_terminal(*size)
            await talk.settle()
            assert here(talk) == 122
            assert "╭─ 122 " in talk.seen()


async def test_a_step_goes_by_what_it_shows_even_when_the_file_was_saved_meanwhile(tmp_path: Path) -> None:
    path = written(tmp_path)
    async with presenting(path) as talk:
        await talk.press("o", "4")
        await talk.write(path, TALK.replace("  - {show: bottom-line, notes: Zanzibar one. Speak slowly.}\n", ""))
        await talk.press("enter")
        assert talk.step == STEPS[3]


async def test_cards_name_the_view_the_minutes_and_a_judgement_by_what_it_says(tmp_path: Path) -> None:
    text = TALK.replace("- {show: gaps}", "- {show: crest-stays, minutes: 2.5}").replace(
        "sources:\n",
        "  judgements:\n    crest-stays: {text: The crest stays below the top., likelihood: likely}\nsources:\n",
    )
    async with presenting(written(tmp_path, text)) as talk:
        await talk.press("o")
        seen = talk.seen()
        for words in ("Lanes ─╯", "Likelihood ─╯", " 3 min ─╯", " 2.5 min ─╯", "The crest stays"):
            assert words in seen
        assert "Judgement 1" not in seen


async def test_it_opens_over_a_look_up_and_closes_back_to_it(tmp_path: Path) -> None:
    async with presenting(written(tmp_path)) as talk:
        await talk.press("f", "1")
        aside = talk.step
        assert talk.talk.aside
        await talk.press("o", "escape")
        assert talk.step == aside
        await talk.press("o", "l", "enter")
        assert talk.step == STEPS[1]
