"""Where a fault is kept in: a handler, a callback or a line that fails costs itself, and not what goes on around it.

Textual ends the loop of whatever raised, and what has no loop is dead to every key. What becomes of a fault is the
app's to say (faults.py).
"""

from collections.abc import Awaitable, Callable, Iterable
from inspect import isawaitable
from typing import TYPE_CHECKING, Any, TypeVar, cast

from rich.segment import Segment
from textual._callback import invoke
from textual.containers import Container, Vertical
from textual.geometry import Region, Size
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from briefing_tui.tui.faults import EnduringApp

Result = TypeVar("Result")

#: What stands where a line cannot be painted.
UNPAINTED = "This line could not be shown"


class Guarded(MessagePump):
    """Something with handlers, timers and callbacks, none of which can end it."""

    def failed(self, error: Exception, cause: Message | None = None) -> None:
        """Reports a fault, and sees to it that the next message finds things in order. `cause` is what it came of."""
        app = cast("EnduringApp", self.app)
        try:
            app.went_wrong(error, cause)
            if app.is_running and self.is_attached:
                self.recover(cause)
        except Exception as another:
            app.end_by(another)

    def recover(self, cause: Message | None) -> None:
        """Gives up what a fault has left half done."""

    def _get_dispatch_methods(
        self, method_name: str, message: Message
    ) -> Iterable[tuple[type, Callable[[Message], Awaitable[Any]]]]:
        # Each by itself: of many classes' handlers of one event, those after the one that fails are still called.
        for kind, method in super()._get_dispatch_methods(method_name, message):
            yield kind, self._guarded(method)

    def _guarded(self, method: Callable[[Message], Awaitable[Any]]) -> Callable[[Message], Awaitable[Any]]:
        async def handler(message: Message) -> None:
            try:
                await invoke(method, message)
            except Exception as error:
                self.failed(error, message)

        # What Textual would find out, slowly, for each message.
        handler._param_count = 1  # type: ignore[attr-defined]
        return handler

    async def _dispatch_message(self, message: Message) -> None:
        try:
            await super()._dispatch_message(message)
        except Exception as error:
            self.failed(error, message)

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
                self.failed(error)

        return call


class GuardedScreen(Guarded, Screen[Result], inherit_bindings=False):
    """A screen that goes on."""

    def _invoke_later(self, callback: Callable[..., Any], sender: MessagePump) -> None:
        super()._invoke_later(self._kept_in(callback), sender)

    def _screen_resized(self, size: Size) -> None:
        # While it starts, Textual tells a screen its size four times, and would lay out and paint all of it each time.
        if size != self._compositor.size:
            super()._screen_resized(size)

    def _compositor_refresh(self) -> None:
        app = cast("EnduringApp", self.app)
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

    def words_unpainted(self, y: int) -> str:
        """What stands where a line cannot be painted."""
        return UNPAINTED

    def render_line(self, y: int) -> Strip:
        try:
            return self.painted(y)
        except Exception as error:
            self.failed(error)
            width = self.size.width
            return Strip([Segment(self.words_unpainted(y)[:width].ljust(width))])

    def render_lines(self, crop: Region) -> list[Strip]:
        try:
            return super().render_lines(crop)
        except Exception as error:
            self.failed(error)
            return [Strip.blank(crop.width)] * crop.height


class Box(Guarded, Container):
    """Holds widgets: what they say to their screen passes through it."""


class Column(Guarded, Vertical):
    """Holds widgets, one below the other."""
