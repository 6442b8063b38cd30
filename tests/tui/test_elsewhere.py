"""A link into another briefing during a talk is a look-up like any other: read, and left for the talk every way."""

from pathlib import Path

import pytest

from briefing_tui.tui.screens.elsewhere import ElsewhereScreen
from briefing_tui.tui.screens.presenting import PresentScreen
from briefing_tui.tui.screens.reader import ReaderScreen
from tests.tui.reading import Reading, reading
from tests.tui.talking import TALK, Presenting, presenting, written

HERE = TALK.replace("[[river-authority]] expects", "After [[earlier#dam|the dam]] and [[third#x]], [[town]] expects")

_MANY = "".join(f"\n\n      Paragraph {n}." for n in range(40))
EARLIER = f"""\
title: Dam inspection at Stony Ford
as_of: 2025-11-01
tlp: AMBER
situation:
  bottom_line: Nothing new.
actors:
  dam:
    name: Stony Ford Dam
    summary: >-
      Held by [[operator]] and told of in [[flood#crest]].{_MANY}
    notes: Zanzibar elsewhere.
  operator: {{name: The operator, summary: "Runs [[dam|the dam]]."}}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    written(tmp_path, EARLIER, "earlier.yaml")
    return written(tmp_path, HERE)


def other(talk: Presenting) -> ElsewhereScreen:
    assert isinstance(talk.app.screen, ElsewhereScreen)
    return talk.app.screen


async def opened(talk: Presenting) -> None:
    """Opens what the first step links to in the other briefing, from the palette of hints."""
    await talk.press("f", "1")
    other(talk)


@pytest.mark.parametrize("key", ["p", "q", "ctrl+q", "ctrl+c", "backspace", "H"])
async def test_one_key_returns_to_the_step(key: str, path: Path) -> None:
    async with presenting(path) as talk:
        left = talk.stand()
        await opened(talk)
        assert "AMBER" in talk.top(), "its own handling"
        assert "Stony Ford Dam" in talk.seen()
        await talk.press(key)
        assert talk.app.screen is talk.talk
        assert talk.stand()._replace(cursor=0, link=0) == left._replace(cursor=0, link=0)
        assert not talk.over


@pytest.mark.parametrize("key", ["space", "pagedown", "right"])
async def test_going_on_reads_it_to_its_end_and_returns(key: str, path: Path) -> None:
    async with presenting(path) as talk:
        await opened(talk)
        seen = ""
        for _ in range(30):
            if talk.app.screen is talk.talk:
                break
            seen += talk.view()
            await talk.press(key)
        assert talk.app.screen is talk.talk
        assert talk.step == "bottom-line"
        assert all(f"Paragraph {n}." in seen for n in range(40))


async def test_backspace_goes_back_in_it_first(path: Path) -> None:
    async with presenting(path) as talk:
        await opened(talk)
        other(talk).open_target("operator")
        await talk.settle()
        await talk.press("backspace")
        assert other(talk).location.entry == "dam"
        await talk.press("backspace")
        assert talk.app.screen is talk.talk


async def test_from_there_into_a_third_and_p_returns_over_all(path: Path) -> None:
    async with presenting(path) as talk:
        await talk.press("3", "enter", "space")
        left = talk.stand()
        talk.talk.open_target("earlier#dam")
        await talk.settle()
        other(talk).open_target("flood#crest")
        await talk.settle()
        assert other(talk).location.entry == "crest"
        await talk.press("backspace")
        assert other(talk).location.entry == "dam"
        other(talk).open_target("flood#crest")
        await talk.settle()
        await talk.press("p")
        assert talk.app.screen is talk.talk
        assert talk.stand() == left


async def test_nothing_there_edits_or_shows_more_than_there_is_to_read(path: Path) -> None:
    async with presenting(path) as talk:
        looks = talk.app.look.name
        await opened(talk)
        files = {file: file.read_bytes() for file in path.parent.iterdir()}
        for key in ("o", "minus", "escape", "f5", *"erTvcm'!Mtw+<>123456yFPx"):
            await talk.press(key, "escape")
            assert other(talk).location.entry == "dam", key
        assert talk.app.look.name == looks
        assert {file: file.read_bytes() for file in path.parent.iterdir()} == files
        assert "Zanzibar" not in talk.seen()
        assert not [goal for goal in other(talk)._goals() if goal.target.startswith("theme:")]


async def test_what_is_said_there_is_taken_down_with_the_talk(path: Path) -> None:
    async with presenting(path) as talk:
        await opened(talk)
        await talk.press("a")
        await talk.type("ask the operator")
        await talk.press("enter")
        kept = path.with_name("flood.minutes.yaml").read_text(encoding="utf-8")
        assert "ask the operator" in kept
        assert 'step: "bottom-line"' in kept
        assert not path.with_name("earlier.minutes.yaml").exists()


async def test_blank_and_whoever_drives_from_elsewhere_close_it(path: Path) -> None:
    async with presenting(path) as talk:
        await opened(talk)
        await talk.press("b")
        assert talk.talk.blanked
        assert talk.app.screen is talk.talk
        await talk.press("b")
        await opened(talk)
        talk.talk.hear(talk.talk.own_position()._replace(key="gaps", number=6, stack=()))
        await talk.settle()
        assert talk.app.screen is talk.talk
        assert talk.step == "gaps"


async def test_the_speaker_reads_on_in_it_from_the_other_terminal(path: Path) -> None:
    async with presenting(path) as talk:
        await opened(talk)
        for _ in range(30):
            if talk.app.screen is talk.talk:
                break
            talk.talk.hear(talk.talk.own_position()._replace(press="next"))
            await talk.settle()
        assert talk.app.screen is talk.talk
        assert talk.step == "bottom-line"


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("third#x", "no third.yaml"),
        ("earlier#nobody", "Nothing in earlier.yaml"),
        ("broken#x", "broken.yaml does not open"),
        ("../earlier#dam", "There is no"),
        ("a/b#c", "There is no"),
        ("#dam", "There is no"),
        ("earlier#", "Nothing in earlier.yaml"),
    ],
)
async def test_what_leads_nowhere_says_so_and_the_step_stays(target: str, words: str, path: Path) -> None:
    written(path.parent, "title: [", "broken.yaml")
    async with presenting(path) as talk:
        left = talk.stand()
        talk.talk.open_target(target)
        await talk.settle()
        assert words in talk.status()
        assert talk.app.screen is talk.talk
        assert talk.stand() == left


async def test_resizing_over_another_briefing(path: Path) -> None:
    async with presenting(path) as talk:
        left = talk.stand()
        await opened(talk)
        for size in ((20, 5), (200, 50), (40, 14), (80, 24)):
            await talk.pilot.resize_terminal(*size)
            await talk.settle()
        await talk.press("p")
        assert talk.stand()._replace(cursor=0, link=0) == left._replace(cursor=0, link=0)


@pytest.mark.parametrize("target", ["../earlier#dam", "a/b#c", "#x", ".#x"])
async def test_in_the_reader_a_link_that_names_no_file_only_says_so(target: str, path: Path) -> None:
    async with reading(path) as page:
        page.screen.open_target(target)
        await page.pilot.pause()
        assert "There is no" in page.status()


async def test_in_the_reader_it_is_read_as_ever(path: Path) -> None:
    async with reading(path) as page:
        assert isinstance(page, Reading)
        page.screen.open_target("earlier#dam")
        await page.pilot.pause()
        assert isinstance(page.screen, ReaderScreen)
        assert not isinstance(page.screen, ElsewhereScreen | PresentScreen)
        assert page.screen.location.entry == "dam"
