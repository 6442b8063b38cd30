"""What tests of the reader share: a small briefing, an app on it, and what can be seen."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import cast

from textual.pilot import Pilot

from briefing_tui.library.start import Start
from briefing_tui.tui.app import BriefingApp
from briefing_tui.tui.rows import row_text
from briefing_tui.tui.screens.reader import ReaderScreen
from briefing_tui.tui.screens.reading import PEEK_SECONDS
from briefing_tui.tui.widgets.bars import StatusLine
from briefing_tui.tui.widgets.surface import Surface

FLAGSHIP = Path(__file__).resolve().parents[2] / "briefings" / "karabakh-2023-09-19.yaml"

SMALL = """\
title: River Authority warns of a crest above the levee at Harrow Bend
as_of: 2026-03-04T06:00Z
status: exercise
tlp: GREEN
situation:
  bottom_line: >-
    [[river-authority]] expects the [[crest|crest]] to pass within 20 cm of the levee's top on Thursday.
  highlights:
    - The [[town]] has begun to move people [^bulletin].
    - Nothing is known of the upper gauge.
actors:
  river-authority: {name: River Authority, aliases: [RA], type: government-body, summary: "Runs the gauges."}
  town: {name: Town of Harrow Bend, short: the town, type: population}
events:
  crest:
    title: The flood crest reaches Harrow Bend
    when: 2026-03-05~
    phase: expected
    participants: {affected: town}
    text: Seen first by [[river-authority]].
  closing: {title: The north bridge is closed, when: 2026-03-04T05:40Z, participants: {initiator: town}}
communications:
  warning: {from: river-authority, to: town, channel: press, text: Move valuables to the upper floor., about: crest}
outlook:
  scenarios:
    holds: {title: The levee holds, likelihood: likely, role: most-likely}
    overtops: {title: The levee is overtopped, likelihood: unlikely, role: most-dangerous}
sources:
  bulletin: {title: Bulletin 3, publisher: River Authority, reliability: B, actor: river-authority}
"""


class Reading:
    """An app under test and what can be seen in it."""

    def __init__(self, app: BriefingApp, pilot: Pilot[int]) -> None:
        self.app, self.pilot = app, pilot

    @property
    def screen(self) -> ReaderScreen:
        return cast(ReaderScreen, self.app.screen)

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
        # The context pane follows the cursor a frame later.
        await self.pilot.pause(2 * PEEK_SECONDS)

    async def type(self, text: str) -> None:
        await self.press(*[{" ": "space", "-": "minus"}.get(char, char) for char in text])

    def view(self, id: str = "main") -> str:
        """The text that can be seen on a surface."""
        surface = self.app.screen.query_one(f"#{id}", Surface)
        top = surface.scroll_offset.y
        height = surface.scrollable_content_region.height
        layout = surface.layout_
        return "\n".join(row_text(layout.row(layout.seen_at(y, top))) for y in range(height))

    def status(self) -> str:
        """The status line."""
        line = self.app.screen.query_one(StatusLine)
        return row_text(line.rows(line.size.width)[0])

    @property
    def cursor(self) -> str:
        """The text of the item the cursor is on."""
        stop = self.screen.main.stop
        return stop.text if stop else ""


@asynccontextmanager
async def reading(path: Path, size: tuple[int, int] = (120, 36), entry: str = "") -> AsyncIterator[Reading]:
    """A reader on a file."""
    app = BriefingApp(Start(path=path, entry=entry))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Reading(app, pilot)
