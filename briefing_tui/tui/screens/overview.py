"""All steps of a running order at once, to go to one of them."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult

from briefing_tui.blocks.block import Block, Heading, Item, Items, Span
from briefing_tui.meeting.order import Stage
from briefing_tui.tui.looks import Look
from briefing_tui.tui.screens.overlay import Overlay
from briefing_tui.tui.widgets.surface import Surface


class OverviewScreen(Overlay[int], inherit_bindings=False):
    """Returns the number of the step that was chosen, from 0, or None."""

    def __init__(self, stages: Sequence[Stage], at: int, look: Look) -> None:
        super().__init__()
        self._stages, self._at, self._look = stages, at, look
        self._typed = ""

    def compose(self) -> ComposeResult:
        self._card = Surface(self._look, id="card")
        yield self._card

    def on_mount(self) -> None:
        rows = [
            Item((Span(stage.title),), key=f"{n}", target=f"{n}", lead=(Span(f"{n + 1}", "count"),))
            for n, stage in enumerate(self._stages)
        ]
        blocks: tuple[Block, ...] = (Heading((Span("Steps"),), 1, (Span("⏎ go  Esc"),)), Items(rows, 3, "steps"))
        self._card.show_blocks(blocks)
        self._card.go_to_key(f"{self._at}")
        self._card.focus()

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        if event.key == "escape":
            self.close()
        elif event.key == "enter":
            self._choose()
        elif event.key in ("down", "j"):
            self._card.move(1)
        elif event.key in ("up", "k"):
            self._card.move(-1)

    def on_surface_chosen(self, event: Surface.Chosen) -> None:
        self._choose()

    def _choose(self) -> None:
        stop = self._card.stop
        self.close(int(stop.key) if stop else None)
