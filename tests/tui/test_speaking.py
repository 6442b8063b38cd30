"""The speaker's view by itself: what it lists is listed once, and what is taken down stands beside the step."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from briefing_tui.library.start import Start, Talk
from briefing_tui.meeting.position import Position
from briefing_tui.tui.app import BriefingApp
from briefing_tui.tui.screens.speaking import SpeakScreen
from tests.tui.reading import Reading
from tests.tui.talking import TALK


@asynccontextmanager
async def speaking(tmp_path: Path) -> AsyncIterator[tuple[SpeakScreen, Reading]]:
    """The speaker's view of a talk that nobody presents."""
    path = tmp_path / "flood.yaml"
    path.write_text(TALK, encoding="utf-8")
    app = BriefingApp(Start(path=path, talk=Talk("speak")))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, SpeakScreen)
        yield app.screen, Reading(app, pilot)


async def test_the_list_of_what_was_taken_down_opens_also_while_the_room_is_held(tmp_path: Path) -> None:
    async with speaking(tmp_path) as (speaker, reading):
        speaker.heard = Position(speaker.stage.key)
        await reading.press("a")
        await reading.type("d Open it")
        await reading.press("enter")
        assert "Open it" in reading.view("context")
        for keys in (("M",), ("p", "F", "M")):
            await reading.press(*keys)
            assert speaker.listing_minutes
            assert "Open it" in reading.view()


async def test_a_talk_that_is_said_to_begin_later_has_taken_no_time(tmp_path: Path) -> None:
    async with speaking(tmp_path) as (speaker, _):
        speaker.heard = Position(speaker.stage.key, started=time.time() + 1_000)
        assert speaker.meeting_now() == (speaker.stage.key, 0.0)
