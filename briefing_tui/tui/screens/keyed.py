"""What all screens share: keys become commands by the one list, and commands become methods named after them."""

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar, cast

from textual import events
from textual.message import Message

from briefing_tui.config.key import canonical
from briefing_tui.tui.commands import COMMAND, Keymap, Mode, keys_of, said
from briefing_tui.tui.faults import notice_blocks
from briefing_tui.tui.guarded import GuardedScreen
from briefing_tui.tui.selecting import Selected, selected
from briefing_tui.tui.views import Shown
from briefing_tui.tui.widgets.bars import Choice, StatusLine
from briefing_tui.tui.widgets.surface import Surface

if TYPE_CHECKING:
    from briefing_tui.tui.app import BriefingApp

Answer = TypeVar("Answer")

#: How long a passing message stays, in seconds.
MESSAGE_SECONDS = 4.0


class KeyedScreen(GuardedScreen[None], inherit_bindings=False):
    """A screen whose keys come from COMMANDS. A command `x-y` is the method `do_x_y`; one without a method is inert."""

    MODE: Mode = "reader"

    def __init__(self) -> None:
        super().__init__()
        self._message_number = 0
        self._has_said = False
        #: Whether the last key failed before it was known what it means.
        self._muddled = False
        #: The command that failed last, as long as no other was given.
        self._failed_command = ""
        #: Whether it is asked if the program is to end.
        self._asks_to_quit = False

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

    async def _dispatch_message(self, message: Message) -> None:
        if isinstance(message, events.Key) and self in (stack := self.app.screen_stack)[:-1]:
            # Typed ahead: a key before it has opened what this one is meant for.
            stack[-1].post_message(events.Key(message.key, message.character))
        else:
            await super()._dispatch_message(message)

    def on_key(self, event: events.Key) -> None:
        command = "" if self._took(event.key, event.character) else self.keymap.press(event.key, event.character)
        self.program.was_heard()
        if command is None:
            return
        event.stop()
        event.prevent_default()
        if command:
            self.run_command(command)

    def _took(self, key: str, character: str | None) -> bool:
        """`typed`; where that fails, the key is lost, and where it fails again, keys are commands all the same."""
        muddled, self._muddled = self._muddled, False
        try:
            return self._quits(key, character) or self.typed(key, character)
        except Exception as error:
            self._muddled = not muddled
            self.program.went_wrong(error, asked=True)
            self.attempt(self.give_up)
            return self._muddled

    def typed(self, key: str, character: str | None) -> bool:
        """Whether a key was taken by something that is being typed or picked."""
        return False

    def can(self, command: str) -> bool:
        """Whether a command does something on this screen."""
        return self.MODE in COMMAND[command].keys and hasattr(self, f"do_{command.replace('-', '_')}")

    def means(self, key: str, character: str | None, command: str, mode: Mode | None = None) -> bool:
        """Whether a key, by name or by what it types, is one of a command's: in this screen's mode, or another."""
        keys = keys_of(COMMAND[command], mode or self.MODE, self.program.configuration.keys)
        return not {canonical(key), character or ""}.isdisjoint(map(canonical, keys))

    def run_command(self, command: str) -> None:
        """Does what a command of the list says."""
        self.attempt(self.unsay)
        action = getattr(self, f"do_{command.replace('-', '_')}", None)
        if action is None:
            return
        try:
            action()
        except Exception as error:
            self.program.went_wrong(error, asked=True)
            self.attempt(self.give_up)
            again, self._failed_command = command == self._failed_command, command
            self.after_fault(command, again=again)
        else:
            self._failed_command = ""

    # faults --------------------------------------------------------------------

    def attempt(self, call: Callable[..., object], *args: Any) -> bool:
        """Does something that is not what was asked for, and may fail alone; whether it did not."""
        try:
            call(*args)
        except Exception as error:
            self.failed(error)
            return False
        return True

    def answer_of(self, ask: Callable[[], Answer], otherwise: Answer) -> Answer:
        """An answer; another where finding it fails."""
        try:
            return ask()
        except Exception as error:
            self.failed(error)
            return otherwise

    def made(self, make: Callable[[], Shown], title: Callable[[], str], way_on: str = "") -> Shown:
        """A document; where it cannot be made, a notice in its place."""
        try:
            return make()
        except Exception as error:
            self.failed(error)
        try:
            return notice_blocks(title(), way_on)
        except Exception:
            # What it is called may be just what is wrong.
            return notice_blocks("", way_on)

    def after_fault(self, command: str, *, again: bool) -> None:
        """Sees to what no fault may prevent. `again`: the same command has failed twice."""
        if again and command in ("quit", "interrupt"):
            try:
                self.program.leave(self)
            except Exception as error:
                # Whoever has asked twice gets out.
                self.program.end_by(error)

    def give_up(self) -> None:
        """Gives up what is being typed or picked: the next key is a command."""
        self.keymap.reset()
        self._ask_to_quit(False)

    def recover(self, cause: Message | None) -> None:
        if isinstance(cause, events.InputEvent | events.Paste):
            self.attempt(self.give_up)
        elif isinstance(cause, events.Mount):
            for surface in self.query(Surface):
                if not surface.blocks:
                    surface.show_blocks(notice_blocks(""))
                return

    # messages --------------------------------------------------------------------

    def say(self, words: str, role: str = "message") -> None:
        """Shows a passing message in the status line."""
        for status in self.query(StatusLine):
            status.say(words, role)
        self._has_said = True
        self._message_number += 1
        number = self._message_number
        self.set_timer(MESSAGE_SECONDS, lambda: self.unsay() if number == self._message_number else None)

    def unsay(self) -> None:
        """Takes the message away."""
        if not self._has_said:
            return
        self._has_said = False
        for status in self.query(StatusLine):
            if status.message:
                status.say("")

    # what every screen can do --------------------------------------------------------------------

    def do_interrupt(self) -> None:
        """What a terminal's Ctrl+C is pressed for: to copy, else to end the program. Asks first: it may be a slip."""
        if not self.copies_selection():
            self.asks_to_leave()

    def copies_selection(self) -> bool:
        """Copies what is selected; whether anything was."""
        try:
            selected = self.get_selected_text()
        except IndexError:
            # Rows that are there no more: the screen became smaller, or shows something else.
            self.clear_selection()
            return False
        if not selected:
            return False
        self.app.copy_to_clipboard(selected)
        self.clear_selection()
        self.say(f"Copied {len(selected)} characters")
        return True

    def asks_to_leave(self) -> None:
        """Asks whether the program is to end."""
        self._ask_to_quit(True)

    def _ask_to_quit(self, ask: bool) -> None:
        if ask != self._asks_to_quit:
            self._asks_to_quit = ask
            for status in self.query(StatusLine):
                status.ask("Quit?" if ask else "", (Choice("y", ("quits",)),))

    def _quits(self, key: str, character: str | None) -> bool:
        """Whether a key was meant for the question. One that was not is a no, and does what it does."""
        if not self._asks_to_quit:
            return False
        self._ask_to_quit(False)
        answer = (character or "").lower()
        if answer == "y":
            self.run_command("quit")
            # Which may only have left this screen.
            self.program.exit(0)
        return answer in ("y", "n") or key == "escape"

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
