"""What all screens share: keys become commands by the one list, and commands become methods named after them."""

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, cast

from textual import events
from textual.screen import Screen

from briefing_tui.tui.commands import COMMAND, Keymap, Mode, said
from briefing_tui.tui.selecting import Selected, selected
from briefing_tui.tui.widgets.bars import StatusLine
from briefing_tui.tui.widgets.surface import Surface

if TYPE_CHECKING:
    from briefing_tui.tui.app import BriefingApp

#: How long a passing message stays, in seconds.
MESSAGE_SECONDS = 4.0


class KeyedScreen(Screen[None], inherit_bindings=False):
    """A screen whose keys come from COMMANDS. A command `x-y` is the method `do_x_y`; one without a method is inert."""

    MODE: Mode = "reader"

    def __init__(self) -> None:
        super().__init__()
        self._message_number = 0

    @cached_property
    def keymap(self) -> Keymap:
        """The keys of this screen, as configured."""
        return Keymap(self.MODE, self.program.configuration.keys)

    def hint(self, command: str, words: str = "{}") -> str:
        """Words that name the key of a command where they have {}; empty where it has no key any more."""
        key = said(COMMAND[command], self.program.configuration.keys, self.MODE)
        return words.replace("{}", key) if key else ""

    def hints_of(self, commands: Iterable[str]) -> list[tuple[str, str]]:
        """For the status line: key and brief word of each command that has a key."""
        return [(self.hint(name), COMMAND[name].brief or name) for name in commands if self.hint(name)]

    @property
    def settled(self) -> bool:
        """Whether all that follows by itself, a moment after a key, has followed."""
        return True

    @property
    def program(self) -> "BriefingApp":
        """The app."""
        return cast("BriefingApp", self.app)

    def get_widget_and_offset_at(self, x: int, y: int) -> Selected:
        return selected(super().get_widget_and_offset_at(x, y), x, y)

    def on_key(self, event: events.Key) -> None:
        if self.typed(event.key, event.character):
            event.stop()
            event.prevent_default()
            return
        command = self.keymap.press(event.key, event.character)
        if command is None:
            return
        event.stop()
        event.prevent_default()
        if command:
            self.run_command(command)

    def typed(self, key: str, character: str | None) -> bool:
        """Whether a key was taken by something that is being typed or picked."""
        return False

    def can(self, command: str) -> bool:
        """Whether a command does something on this screen."""
        return self.MODE in COMMAND[command].keys and hasattr(self, f"do_{command.replace('-', '_')}")

    def run_command(self, command: str) -> None:
        """Does what a command of the list says."""
        self.unsay()
        action = getattr(self, f"do_{command.replace('-', '_')}", None)
        if action is not None:
            action()

    # messages --------------------------------------------------------------------

    def say(self, words: str, role: str = "message") -> None:
        """Shows a passing message in the status line."""
        for status in self.query(StatusLine):
            status.say(words, role)
        self._message_number += 1
        number = self._message_number
        self.set_timer(MESSAGE_SECONDS, lambda: self.unsay() if number == self._message_number else None)

    def unsay(self) -> None:
        """Takes the message away."""
        for status in self.query(StatusLine):
            if status.message:
                status.say("")

    # what every screen can do --------------------------------------------------------------------

    def do_theme(self) -> None:
        self.program.next_theme()

    def do_keys(self) -> None:
        from briefing_tui.tui.screens.keys import KeysScreen

        self.app.push_screen(KeysScreen(self.MODE, self.program.configuration.keys))


class Scrolling:
    """The commands that move a surface. Mixed into screens that have one; `moving()` says which."""

    def moving(self) -> Surface:
        """The surface that is moved."""
        raise NotImplementedError

    def do_down(self) -> None:
        self.moving().move(1)

    def do_up(self) -> None:
        self.moving().move(-1)

    def do_half_down(self) -> None:
        self.moving().page(0.5)

    def do_half_up(self) -> None:
        self.moving().page(-0.5)

    def do_page_down(self) -> None:
        self.moving().page(1)

    def do_page_up(self) -> None:
        self.moving().page(-1)

    def do_top(self) -> None:
        self.moving().end(last=False)

    def do_bottom(self) -> None:
        self.moving().end(last=True)
