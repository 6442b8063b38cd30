"""Where a fault is kept in: a handler, a callback or a line that fails costs itself, and not what goes on around it.

Textual ends the loop of whatever raised, and what has no loop is dead to every key. What becomes of a fault is the
app's to say (faults.py).
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from inspect import isawaitable
from time import perf_counter
from typing import TYPE_CHECKING, Any, TypeVar, cast

from rich.segment import Segment
from textual import events
from textual._callback import invoke
from textual.containers import Container, Vertical
from textual.geometry import Region, Size
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from briefing_tui.crash import crash_place, recorded_crash
from briefing_tui.keeper import end_after
from briefing_tui.tui.compositor import ThriftyCompositor

if TYPE_CHECKING:
    from briefing_tui.tui.faults import EnduringApp

Result = TypeVar("Result")

#: The code of a program that ended by a fault in it.
CRASHED = 70
#: Seconds the end may take.
PATIENCE = 4.0
#: Seconds between two frames at least.
_FRAME = 1 / 60

#: Kinds of widgets and of messages that go through them unheard. To find that out takes as long as many a handler.
_UNHEARD: set[tuple[type, type]] = set()

#: What stands where a line cannot be painted.
UNPAINTED = "This line could not be shown"


def end_for_sure(error: BaseException) -> None:
    """Sees to the end of the program, however much of what ends it fails as well."""

    def words() -> str:
        recorded_crash(error)
        return f"briefing: a fault in the program: {crash_place(error)}\n"

    end_after(PATIENCE, CRASHED, words)


class Guarded(MessagePump):
    """Something with handlers, timers and callbacks, none of which can end it."""

    def failed(self, error: Exception, cause: Message | None = None, *, painting: bool = False) -> None:
        """Reports a fault, and sees to it that the next message finds things in order. `cause` is what it came of."""
        app = cast("EnduringApp", self.app)
        try:
            app.went_wrong(error, cause, painting=painting)
            if app.is_running and self.is_attached:
                self.recover(cause)
        except Exception as another:
            app.end_by(another)

    def recover(self, cause: Message | None) -> None:
        """Gives up what a fault has left half done."""

    async def _process_messages_loop(self) -> None:
        raised: Exception | None = None
        try:
            await super()._process_messages_loop()
        except Exception as error:
            raised = error
        if not (self._closing or self._closed):
            # What keeps faults in has failed itself, and nobody hears any more.
            app = cast("EnduringApp", self.app)
            fault = raised or app.fault or RuntimeError()
            end_for_sure(fault)
            app.end_by(fault)

    def _get_dispatch_methods(
        self, method_name: str, message: Message
    ) -> Iterable[tuple[type, Callable[[Message], Awaitable[Any]]]]:
        kinds = type(self), type(message)
        if kinds in _UNHEARD:
            return
        heard = message._no_default_action or any("_decorated_handlers" in kind.__dict__ for kind in kinds[0].__mro__)
        # Each by itself: of many classes' handlers of one event, those after the one that fails are still called.
        for kind, method in super()._get_dispatch_methods(method_name, message):
            heard = True
            yield kind, self._guarded(method)
        if not heard:
            _UNHEARD.add(kinds)

    def _guarded(self, method: Callable[[Message], Awaitable[Any]]) -> Callable[[Message], Awaitable[Any]]:
        async def handler(message: Message) -> None:
            try:
                await invoke(method, message)
            except Exception as error:
                await self._failed_between(error, message)

        # What Textual would find out, slowly, for each message.
        handler._param_count = 1  # type: ignore[attr-defined]
        return handler

    async def _dispatch_message(self, message: Message) -> None:
        try:
            await super()._dispatch_message(message)
        except Exception as error:
            await self._failed_between(error, message)

    async def _failed_between(self, error: Exception, cause: Message | None = None) -> None:
        self.failed(error, cause)
        # What comes again and again by itself would leave the others of the loop no turn: neither keys, nor the end.
        await asyncio.sleep(0)

    def call_next(self, callback: Callable[..., Any], *args: Any, **kwargs: Any) -> None:
        super().call_next(self._kept_in(callback), *args, **kwargs)

    def _kept_in(self, callback: Callable[..., Any]) -> Callable[..., Awaitable[None]]:
        """A callback that fails alone: of many that are due at once, those after it are still called."""

        async def call(*args: Any, **kwargs: Any) -> None:
            try:
                result = callback(*args, **kwargs)
                if isawaitable(result):
                    await result
            except Exception as error:
                await self._failed_between(error)

        return call


class GuardedScreen(Guarded, Screen[Result], inherit_bindings=False):
    """A screen that goes on."""

    def __init__(self, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name, id, classes)
        self._compositor = ThriftyCompositor()
        self._painted_at = 0.0

    def _invoke_later(self, callback: Callable[..., Any], sender: MessagePump) -> None:
        super()._invoke_later(self._kept_in(callback), sender)

    def _screen_resized(self, size: Size) -> None:
        # While it starts, Textual tells a screen its size four times, and would lay out and paint all of it each time.
        if size != self._compositor.size:
            super()._screen_resized(size)

    async def _on_idle(self, event: events.Idle) -> None:
        await super()._on_idle(event)
        if self._dirty_widgets and perf_counter() - self._painted_at > _FRAME:
            # Textual's timer would hold it back for up to two frames, though none was painted for longer than that.
            self._on_timer_update()

    async def _message_loop_exit(self) -> None:
        widgets = self.walk_children(Widget, with_self=True)
        await super()._message_loop_exit()
        for widget in widgets:
            # Textual's `get_inner_outer` remembers the last thousand of these it was asked with, and all their lines.
            widget._styles_cache.clear()

    def _compositor_refresh(self) -> None:
        app = cast("EnduringApp", self.app)
        self._painted_at = perf_counter()
        try:
            super()._compositor_refresh()
        except Exception as error:
            # What is to be painted would be tried again at once, and for ever.
            self._dirty_widgets.clear()
            app.went_unpainted(error)
        else:
            app.was_painted()


class Painted(Guarded, Widget):
    """A widget that paints its own lines, and another in the place of one that cannot be painted."""

    def painted(self, y: int) -> Strip:
        """A line of the widget."""
        raise NotImplementedError

    def restyled(self) -> None:
        """Forgets what was painted in another style."""

    def notify_style_update(self) -> None:
        try:
            self.restyled()
        except Exception as error:
            # In the midst of styling: the widget would have neither size nor place.
            self.failed(error)
        super().notify_style_update()

    def words_unpainted(self, y: int) -> str:
        """What stands where a line cannot be painted."""
        return UNPAINTED

    def render_line(self, y: int) -> Strip:
        try:
            return self.painted(y)
        except Exception as error:
            self.failed(error, painting=True)
            width = self.size.width
            return Strip([Segment(self.words_unpainted(y)[:width].ljust(width))])

    def render_lines(self, crop: Region) -> list[Strip]:
        try:
            return super().render_lines(crop)
        except Exception as error:
            self.failed(error, painting=True)
            return [Strip.blank(crop.width)] * crop.height


class Box(Guarded, Container):
    """Holds widgets: what they say to their screen passes through it."""


class Column(Guarded, Vertical):
    """Holds widgets, one below the other."""
