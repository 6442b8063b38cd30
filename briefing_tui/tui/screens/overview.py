"""All steps of a running order as cards, to go to one of them. Handling and title of the screen below stay in sight."""

from collections.abc import Callable, Sequence
from functools import partial

from textual import events
from textual.app import ComposeResult

from briefing_tui.blocks.block import Span
from briefing_tui.tui.cards import Card, Cards
from briefing_tui.tui.commands import Keymap
from briefing_tui.tui.drawing import Drawing
from briefing_tui.tui.history import Place
from briefing_tui.tui.looks import Look
from briefing_tui.tui.screens.overlay import Overlay
from briefing_tui.tui.widgets.bars import StatusLine
from briefing_tui.tui.widgets.surface import Surface


class CardSurface(Surface, inherit_bindings=False):
    """A surface whose cursor stays on its card when another width puts that in another row."""

    def place(self) -> Place:
        return Place(target=self.target)

    def _restore(self, place: Place) -> None:
        super()._restore(place)
        if place.target and place.target != self.target:
            self.go_to_target(place.target)


class OverviewScreen(Overlay[int], inherit_bindings=False):
    """Returns the step that was chosen, from 0, or None. `below` is the status line of the screen below."""

    def __init__(self, cards: Sequence[Card], at: int, look: Look, keymap: Keymap, below: StatusLine) -> None:
        super().__init__()
        self._all, self._at, self._look = cards, at, look
        self._keymap, self._below = keymap, below
        self._typed = ""

    def compose(self) -> ComposeResult:
        self._cards = CardSurface(self._look, id="overview", quiet=True)
        self._status = StatusLine(self._look)
        self._status.handling, self._status.banner = self._below.handling, self._below.banner
        self._status.keys = (("⏎", "go"), ("Esc", "closes"))
        yield self._cards
        yield self._status

    def on_mount(self) -> None:
        drawing = Drawing(lambda width: Cards(self._all, self._at, width, self._cards.view_height), "overview")
        self._cards.show_blocks((drawing,), Place(target=f"{self._at}"))
        self._cards.focus()
        self._show()

    @property
    def here(self) -> int:
        """The step the cursor is on, from 0."""
        return int(self._cards.target or self._at)

    # keys --------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        key, character = event.key, event.character
        if key == "enter":
            self._choose()
        elif character is not None and character.isdecimal() and character.isascii():
            self._type((self._typed + character)[:4])
        elif self._typed and key in ("backspace", "ctrl+h", "escape"):
            self._type(self._typed[:-1] if key != "escape" else "")
        elif key == "escape":
            self.close()
        else:
            self._type("")
            move = self._moves.get(key) or self._moves.get(self._keymap.press(key, character) or "")
            if move is not None:
                move()

    @property
    def _moves(self) -> dict[str, Callable[[], None]]:
        """What keys do that mean the same everywhere, and what commands do that are in the list."""
        ways = {
            "left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1), "next": (1, 0), "previous": (-1, 0),
            "space": (1, 0),
        }  # fmt: skip
        return {
            **{name: partial(self._move, *way) for name, way in ways.items()},
            "pagedown": partial(self._page, 1), "pageup": partial(self._page, -1),
            "half-down": partial(self._page, 1), "half-up": partial(self._page, -1),
            "home": partial(self._go, 0), "first": partial(self._go, 0),
            "end": partial(self._go, len(self._all) - 1), "last": partial(self._go, len(self._all) - 1),
            "overview": self.close, "return": self.close, "quit": self.close, "follow": self._choose,
        }  # fmt: skip

    def _grid(self) -> Cards | None:
        found = self._cards.layout_.grid_of(0)
        return found[0] if found is not None and isinstance(found[0], Cards) else None

    def _move(self, dx: int, dy: int) -> None:
        grid = self._grid()
        if grid is None:
            return
        row, column = divmod(self.here, grid.columns)
        self._go(grid.beneath(column, row + dy) if dy else self.here + dx)

    def _page(self, pages: int) -> None:
        grid = self._grid()
        if grid is not None:
            self._go(grid.page(self.here, pages, self._cards.view_height))

    def _go(self, number: int) -> None:
        self._cards.go_to_target(f"{max(0, min(number, len(self._all) - 1))}")

    def _type(self, typed: str) -> None:
        """Takes down the number of a step; the cursor goes there as soon as it is one."""
        self._typed = typed
        if typed and 1 <= int(typed) <= len(self._all):
            self._go(int(typed) - 1)
        self._show()

    def _choose(self) -> None:
        if self._typed and not 1 <= int(self._typed) <= len(self._all):
            self._type("")
            self._status.say(f"There are {len(self._all)} steps", "note")
        else:
            self.close(self.here)

    # the mouse --------------------------------------------------------------------

    def on_surface_chosen(self, event: Surface.Chosen) -> None:
        self._choose()

    # furniture --------------------------------------------------------------------

    def on_surface_moved(self, event: Surface.Moved) -> None:
        self._show()

    def _show(self) -> None:
        status = self._status
        status.say("")
        status.crumb = (f"{self.here + 1} of {len(self._all)}", self._all[self.here].title)
        typed = self._typed
        known = bool(typed) and 1 <= int(typed) <= len(self._all)
        words = self._all[int(typed) - 1].title if known else f"1 to {len(self._all)}"
        status.prompt = (
            (Span("Step: ", "key"), Span(typed), Span("▏", "cursor-bar"), Span(f" {words}")) if typed else ()
        )
        status.refresh()
