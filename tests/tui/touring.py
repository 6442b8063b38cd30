"""Short tours through the program that call everything in it, with or without something that fails."""

import asyncio
import os
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple, cast

import pytest
from textual import events
from textual.pilot import Pilot

from briefing_tui.library.start import Start
from briefing_tui.meeting.link import Heard
from briefing_tui.meeting.position import position_data
from briefing_tui.meeting.update import Update, digest_of
from briefing_tui.state import State
from briefing_tui.themes.shelf import own_folder
from briefing_tui.tui.app import BriefingApp
from briefing_tui.tui.picture import _text
from briefing_tui.tui.screens.keyed import KeyedScreen
from tests.tui.faulty import SECRET

BRIEFING = f"""\
title: River Authority warns of a crest above the levee at Harrow Bend
as_of: 2026-03-04T06:00Z
tlp: GREEN
running_order:
  - {{show: bottom-line, notes: Speak slowly.}}
  - {{show: highlights, build: yes, minutes: 3}}
  - {{show: levee}}
  - {{show: events, view: lanes}}
  - {{show: scenarios, view: bars}}
situation:
  bottom_line: "{SECRET}: [[river-authority]] expects the [[crest]] on Thursday; see [[upstream#town]]."
  highlights:
    - The [[town]] has begun to move people [^bulletin].
    - Nothing is known of the upper gauge.
  sections:
    levee:
      title: The levee
      text: "{"Held by [[town]] and the [[river-authority]] against every crest so far. " * 40}"
actors:
  river-authority: {{name: River Authority, type: government-body, summary: "Runs the gauges above [[town]]."}}
  town: {{name: Town of Harrow Bend, short: the town, type: population, relations: {{part_of: river-authority}}}}
events:
  crest: {{title: The crest, when: 2026-03-05~, phase: expected, participants: {{affected: town}}}}
  closing: {{title: The north bridge is closed, when: 2026-03-04T05:40Z, participants: {{initiator: town}}}}
communications:
  warning: {{from: river-authority, to: town, channel: press, text: Move valuables., about: crest}}
outlook:
  judgements:
    holding: {{text: The levee holds, likelihood: likely, confidence: moderate, evidence: [closing]}}
  scenarios:
    holds: {{title: The levee holds, likelihood: likely, role: most-likely, indicators: [gauge]}}
    overtops: {{title: The levee is overtopped, likelihood: unlikely, role: most-dangerous}}
  indicators:
    gauge: {{text: The gauge falls, status: not-seen, of: holds}}
sources:
  bulletin: {{title: Bulletin 3, publisher: River Authority, reliability: B, actor: river-authority}}
"""
UPSTREAM = """\
title: Upstream
as_of: 2026
situation: {bottom_line: Rain.}
actors: {town: {name: Elsewhere, type: population}}
"""

#: What waits by the clock, and how long it does here, in seconds.
_CLOCKS = {
    "reader:WATCH_SECONDS": 0.01, "reading:PEEK_SECONDS": 0.002, "jotting:LOOK_SECONDS": 0.01,
    "following:AFTER_SECONDS": 0.002, "following:AGAIN_SECONDS": 0.01, "speaking:CLOCK_SECONDS": 0.01,
    "timed:CLOCK_SECONDS": 0.01, "timed:KEEP_SECONDS": 0.01,
}  # fmt: skip


Mouse = type[events.MouseEvent]


class Wire:
    """A link to nobody: what a screen tells is kept, and what it is to hear is said by the test."""

    def __init__(self, heard: Heard, **more: object) -> None:
        self.heard = heard
        self.drives, self.driver = True, "Somebody"
        self.newest, self.followers = None, 0

    def publish(self, position: object, digest: str) -> bool:
        return True

    def ask(self) -> None: ...
    def take(self) -> None: ...
    def yield_to(self, name: str) -> None: ...
    def close(self) -> None: ...
    async def closed(self) -> None: ...
    async def fetch(self, digest: str) -> bytes:
        return BRIEFING.encode()


class Ended(Exception):
    """The program has ended: the tour is over."""


class Enough(Exception):
    """What was to be seen of the tour was seen."""


class Tour:
    """An app on its way. `stops` counts what was done; `enough` says, after each, whether that is all."""

    def __init__(
        self, app: BriefingApp, pilot: Pilot[int], path: Path, wires: list[Wire], enough: Callable[[], bool]
    ) -> None:
        self.app, self.pilot, self.path, self.wires = app, pilot, path, wires
        self.enough = enough
        #: The key that was pressed last.
        self.last = ""

    async def keys(self, keys: str) -> None:
        for key in keys.split():
            self.last = key
            self.app.simulate_key(key)
            await self.rest()

    async def type(self, words: str) -> None:
        for char in words:
            self.app.post_message(events.Key({" ": "space"}.get(char, char), char))
        await self.rest()

    async def paste(self, words: str) -> None:
        self.app.post_message(events.Paste(words))
        await self.rest()

    async def click(self, selector: str, x: int, y: int, times: int = 1) -> None:
        found = self.app.screen if selector == "Screen" else next(iter(self.app.screen.query(selector)), None)
        if found is None:
            return
        for _ in range(times):
            for kind, button in ((events.MouseMove, 0), (events.MouseDown, 1), (events.MouseUp, 1)):
                await self._mouse(kind, button, found.region.x + x, found.region.y + y)

    async def drag(self, x: int, y: int, to_x: int, to_y: int) -> None:
        """Selects with the mouse."""
        await self._mouse(events.MouseDown, 1, x, y)
        await self._mouse(events.MouseMove, 1, to_x, to_y)
        await self._mouse(events.MouseUp, 1, to_x, to_y)

    async def _mouse(self, kind: Mouse, button: int, x: int, y: int) -> None:
        self.app.post_message(kind(None, x, y, 0, 0, button, False, False, False, x, y))
        await self.rest()

    async def resize(self, width: int, height: int) -> None:
        await self.pilot.resize_terminal(width, height)
        await self.rest()

    async def rest(self) -> None:
        """Until all that follows at once has followed."""
        quiet = 0
        for _ in range(3000):
            await asyncio.sleep(0)
            if self.app._exit or self.app.ended_by is not None:
                raise Ended
            screen = self.app.screen
            pumps = [self.app, screen, *screen.walk_children()]
            waiting = any(not pump._message_queue.empty() or pump._next_callbacks for pump in pumps)
            quiet = 0 if waiting or screen._callbacks or screen._layout_required else quiet + 1
            if quiet > 5:
                break
            if quiet == 5:
                # What is painted is painted by a timer.
                await asyncio.sleep(0.002)
        if self.enough():
            raise Enough

    async def wait(self, seconds: float = 0.05) -> None:
        """Lets timers go round."""
        await asyncio.sleep(seconds)
        await self.rest()

    async def hears(self, **what: Any) -> None:
        """The others of the talk say where they are; in another version of the file with `digest`."""
        from briefing_tui.meeting.position import Position
        from briefing_tui.meeting.told import Told

        digest = what.pop("digest", digest_of(BRIEFING.encode()))
        for wire in self.wires[-1:]:
            position = position_data(Position(**{"key": "bottom-line", **what}))
            Told(wire.heard).placed(Update(1, 1, "Somebody", digest, position))
        await self.rest()

    def seen(self) -> str:
        """All that is on the screen but the status line, where faults are told; nothing where none of it is painted."""
        try:
            return "\n".join(_text(self.app).splitlines()[:-1])
        except Exception:
            # Here it is not the program that paints: it would keep the fault in.
            return ""


Way = Callable[[Tour], Awaitable[None]]


class Leg(NamedTuple):
    """A short tour: what the program is started with, and what is done."""

    name: str
    start: Callable[[Path], Start]
    way: Way
    size: tuple[int, int] = (80, 24)
    environment: tuple[tuple[str, str], ...] = ()


class Went(NamedTuple):
    """How a tour went: the app, unless it could not be made; what the program ended by; the key pressed last."""

    app: BriefingApp | None
    ended_by: BaseException | None
    last: str

    @property
    def has_ended(self) -> bool:
        return self.app is None or self.ended_by is not None or self.app.has_ended


@contextmanager
def setting(folder: Path, monkeypatch: pytest.MonkeyPatch, leg: Leg) -> Iterator[tuple[Path, list[Wire]]]:
    """A briefing, one that it links to, a theme of one's own, links to nobody, and clocks that do not wait."""
    wires: list[Wire] = []

    def wire(*arguments: Any, **more: Any) -> Wire:
        heard = next(value for value in arguments if isinstance(value, KeyedScreen))
        wires.append(Wire(cast(Heard, heard)))
        return wires[-1]

    with monkeypatch.context() as patch:
        for name in ("present", "speak", "follow"):
            patch.setattr(f"briefing_tui.meeting.sharing.{name}", wire)
        for place, seconds in _CLOCKS.items():
            module, _, name = place.partition(":")
            patch.setattr(f"briefing_tui.tui.screens.{module}.{name}", seconds)
        patch.setattr("briefing_tui.tui.dressed.THEME_SECONDS", 0.004)
        patch.setenv("EDITOR", "true")
        patch.delenv("BRIEFING_FAULTS", raising=False)
        for name, value in leg.environment:
            patch.setenv(name, value)
        folder.mkdir(exist_ok=True)
        (folder / "upstream.yaml").write_text(UPSTREAM, encoding="utf-8")
        path = folder / "flood.yaml"
        path.write_text(BRIEFING, encoding="utf-8")
        yield path, wires


async def went(leg: Leg, path: Path, wires: list[Wire], enough: Callable[[], bool] = lambda: False) -> Went:
    """Goes on a tour, to its end or the program's, and tries whether the program is alive where it has not ended."""
    wires.clear()
    theme = own_folder() / "mine.yaml"
    theme.parent.mkdir(parents=True, exist_ok=True)
    theme.write_text("title: Mine\nextends: dark\n", encoding="utf-8")
    try:
        app = BriefingApp(leg.start(path), State())
    except Exception as error:
        return Went(None, error, "")
    tour = None
    try:
        async with app.run_test(size=leg.size) as pilot:
            tour = Tour(app, pilot, path, wires, enough)
            with suppress(Ended):
                with suppress(Enough):
                    await tour.rest()
                    await leg.way(tour)
                tour.enough = lambda: False
                await answers(tour)
    except BaseException as error:
        # The pilot raises again what the program ended by.
        if error is not app._exception:
            raise
    return Went(app, app.ended_by, tour.last if tour else "")


async def answers(tour: Tour) -> None:
    """Asserts that the program still does what a key says: one of many, since one may be what fails."""
    await tour.keys("escape escape")
    before = tour.seen()
    for key in ("2", "question_mark", "j", "end", "space", "colon", "z", "G", "o", "3", "enter", "q"):
        await tour.keys(key)
        if tour.seen() != before:
            return
    raise AssertionError(f"no key does anything any more on\n{_text(tour.app)}")


def touch(path: Path, text: str) -> None:
    """Saves a file as an editor does that renames."""
    new = path.with_suffix(".new")
    new.write_text(text, encoding="utf-8")
    os.replace(new, path)
