"""What lies over a screen for a moment: it fills a small terminal, and closes once however often that is asked."""

from typing import TypeVar

from textual import events
from textual.message import Message
from textual.screen import ModalScreen

from briefing_tui.tui.guarded import GuardedScreen
from briefing_tui.tui.selecting import Selected, selected

Result = TypeVar("Result")


class Overlay(ModalScreen[Result], GuardedScreen[Result], inherit_bindings=False):
    """A card over the screen below."""

    _closed = False

    def on_mount(self) -> None:
        self._fit(self.size.width, self.size.height)

    def on_resize(self, event: events.Resize) -> None:
        self._fit(event.size.width, event.size.height)

    def _fit(self, width: int, height: int) -> None:
        self.set_class(width < 60 or height < 18, "tight")

    def get_widget_and_offset_at(self, x: int, y: int) -> Selected:
        return selected(super().get_widget_and_offset_at(x, y), x, y)

    def close(self, result: Result | None = None) -> None:
        """Closes. Keys that were typed before the screen below is back find nothing to close."""
        if not self._closed:
            self._closed = True
            self.dismiss(result)

    def on_click(self, event: events.Click) -> None:
        if event.widget is self:
            self.close()

    def recover(self, cause: Message | None) -> None:
        """Whatever fails in a card takes it away: what lies below is what matters."""
        if cause is not None and self.app.screen is self:
            self.dismiss()
