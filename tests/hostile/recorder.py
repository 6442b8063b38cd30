"""The real app on a terminal that only remembers: every byte it would have been sent, as fast as the app can go."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from textual import events
from textual.app import App
from textual.driver import Driver
from textual.geometry import Size

from briefing_tui.library.start import Start
from briefing_tui.tui.app import BriefingApp


class Recorder(Driver):
    """Keeps what is written. What a real terminal is sent besides, to begin and to end, is the real driver's."""

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        self.written: list[str] = []

    def write(self, data: str) -> None:
        self.written.append(data)

    def start_application_mode(self) -> None:
        size = Size(*(self._size or (80, 24)))
        self._loop.call_soon(lambda: self._app.post_message(events.Resize(size, size)))

    def disable_input(self) -> None:
        """There is none."""

    def stop_application_mode(self) -> None:
        """Nothing was begun."""


_Some = TypeVar("_Some")


class Walk:
    """An app under way. A walk that is not `thorough` leaves out most of what is much alike."""

    def __init__(self, app: BriefingApp, *, thorough: bool) -> None:
        self.app, self.thorough = app, thorough

    def some(self, many: Iterable[_Some]) -> list[_Some]:
        """All of them; or where it is not thorough, one in ten."""
        return list(many)[:: 1 if self.thorough else 10]

    @property
    def data(self) -> bytes:
        """What a terminal would have been sent."""
        assert isinstance(self.app._driver, Recorder)
        return "".join(self.app._driver.written).encode("utf-8", "surrogatepass")

    async def press(self, *keys: str) -> None:
        """Keys, one after another, each with all that follows."""
        for key in keys:
            self.app.simulate_key(key)
            await self.settle()

    async def type(self, text: str) -> None:
        """The characters of a text that can be typed."""
        for char in text:
            self.app.post_message(events.Key(char, char))
        await self.settle()

    async def settle(self) -> None:
        """Until all that follows has followed."""
        quiet = 0
        while quiet < 3:
            assert self.app.fault is None, repr(self.app.fault)
            assert not self.app.has_ended, "the program was left"
            await asyncio.sleep(0.001)
            screen = self.app.screen
            pumps = [self.app, screen, *screen.walk_children()]
            waiting = any(not pump._message_queue.empty() or pump._next_callbacks for pump in pumps)
            quiet = 0 if waiting or screen._callbacks or screen._layout_required or screen._dirty_widgets else quiet + 1


@asynccontextmanager
async def walking(start: Start, size: tuple[int, int] = (120, 40), *, thorough: bool = True) -> AsyncIterator[Walk]:
    """An app on a start."""
    app = BriefingApp(start, driver_class=Recorder)
    async with app.run_test(headless=False, size=size) as pilot:
        await pilot.pause()
        walk = Walk(app, thorough=thorough)
        yield walk
        await walk.settle()
        assert app.fault is None
