"""The app: its screens, and what is opened over what. What it wears is dressed.py's, what faults cost faults.py's."""

import threading
from pathlib import Path
from typing import Any, ClassVar

from textual.binding import BindingType
from textual.driver import Driver
from textual.screen import Screen

from briefing_tui.config.configuration import Configuration
from briefing_tui.crash import recorded_crash
from briefing_tui.keeper import before_end, lost
from briefing_tui.library.start import Start, Talk
from briefing_tui.library.walk import briefing_beside
from briefing_tui.source import ahead
from briefing_tui.source.load import Loaded, load, load_bytes
from briefing_tui.state import State
from briefing_tui.tui.configured import configured, theme_to_wear
from briefing_tui.tui.dressed import DressedApp
from briefing_tui.tui.history import Location
from briefing_tui.tui.screens.keyed import KeyedScreen
from briefing_tui.tui.screens.reader import ReaderScreen
from briefing_tui.tui.session import Session
from briefing_tui.tui.sweeping import LOOK_SECONDS, Sweeping


class BriefingApp(DressedApp, inherit_bindings=False):
    """Opens a briefing, or a library of them."""

    CSS_PATH = "styles/app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = []
    ENABLE_COMMAND_PALETTE = False
    ESCAPE_TO_MINIMIZE = False
    TITLE = "briefing"

    def __init__(
        self,
        start: Start,
        state: State | None = None,
        driver_class: type[Driver] | None = None,
        configuration: Configuration | None = None,
    ) -> None:
        super().__init__(state or State(), driver_class)
        self.start = start
        self._sweeping = Sweeping()
        self.configuration = configured() if configuration is None else configuration
        self.animation_level = "none"
        self.put_on_first(theme_to_wear(self.configuration, self.state))

    def on_ready(self) -> None:
        """The first painting is done: nothing more is read ahead, and garbage is collected from now on."""
        ahead.end()
        self._sweeping.begin()
        self.set_interval(LOOK_SECONDS, self._sweeping.look)
        if wrong := len(self.configuration.findings):
            word = "finding" if wrong == 1 else "findings"
            self.tell(f"`briefing config` shows {wrong} {word} in your configuration", "error")

    def was_heard(self) -> None:
        super().was_heard()
        self._sweeping.was_heard()

    def get_driver_class(self) -> type[Driver]:
        found = super().get_driver_class()
        if found.__name__ != "LinuxDriver":
            return found
        from briefing_tui.tui.driver import TerminalDriver

        return TerminalDriver

    # screens --------------------------------------------------------------------

    def get_default_screen(self) -> Screen[Any]:
        start = self.start
        if start.stdin is not None:
            return ReaderScreen(Session(load_bytes(start.stdin, "stdin", "standard input")), self.beginning())
        if start.talk is not None:
            if start.path is not None:
                return self._talk(load(start.path), start.talk)
            from briefing_tui.tui.screens.joining import JoinScreen

            return JoinScreen(start.talk)
        if start.path is not None:
            return self._reader(load(start.path), start.entry)
        return self._library()

    def _library(self) -> KeyedScreen:
        from briefing_tui.library.catalog import roots
        from briefing_tui.tui.screens.library import LibraryScreen

        start = self.start
        return LibraryScreen(
            (start.folder,) if start.folder is not None else roots(configured=self.configuration.settings.library)
        )

    def _reader(self, loaded: Loaded, entry: str = "") -> ReaderScreen:
        from briefing_tui.tui.history import location_from

        session = Session(loaded)
        location = self.beginning()
        if session.good is not None and loaded.path is not None:
            if entry:
                if session.knows(entry):
                    location = Location(session.pane_of(entry), entry)
                elif entry in session.counts() or entry in ("situation", "outlook"):
                    location = Location(entry)
            else:
                kept = self.state.place(loaded.path)
                place = location_from(kept) if kept else location
                location = place if not place.entry or session.knows(place.entry) else location
        return ReaderScreen(session, location)

    def _talk(self, loaded: Loaded, talk: Talk) -> KeyedScreen:
        """The screen of a talk; what does not open is read, to see what is wrong with it."""
        from briefing_tui.tui.screens.talks import talk_screen

        session = Session(loaded)
        return ReaderScreen(session) if session.good is None else talk_screen(session, talk)

    def present(self, session: Session) -> None:
        """Presents what is being read; leaving it comes back here."""
        from briefing_tui.tui.screens.talks import talk_screen

        if session.good is not None:
            self.push_screen(talk_screen(Session(session.good), Talk()))

    def beginning(self) -> Location:
        """Where a briefing opens that has not been read before."""
        return Location(self.configuration.settings.start_pane)

    def open_path(self, path: Path, entry: str = "") -> None:
        """Opens a file over what is open; leaving it comes back here."""
        self.push_screen(self._reader(load(path), entry))

    def open_other(self, session: Session, target: str) -> None:
        """Follows a link into another briefing, which stands beside this one."""
        name, _, entry = target.partition("#")
        if session.path is None:
            return
        path = briefing_beside(session.path, name)
        if path is not None:
            self.open_path(path, entry)
            return
        screen = self.screen
        if isinstance(screen, KeyedScreen):
            screen.say(f"There is no {name}.yaml beside this file", "error")

    def open_library(self) -> None:
        """Goes to the library: back to it, or for the first time."""
        from briefing_tui.tui.screens.library import LibraryScreen

        if any(isinstance(screen, LibraryScreen) for screen in self.screen_stack):
            while not isinstance(self.screen, LibraryScreen):
                self.pop_screen()
        else:
            self.push_screen(self._library())

    def leave(self, screen: Screen[Any]) -> None:
        """Leaves a screen for the one it was opened from; the last one ends the program."""
        if screen is not self.screen:
            # A second press of the key, before the first has taken the screen away.
            return
        if len(self.screen_stack) > 1:
            self.pop_screen()
        else:
            self.exit(0)

    def keep_place(self) -> None:
        """Remembers the place in the briefing that is open: a signal may be about to end the program."""
        if isinstance(self.screen, ReaderScreen):
            self.screen.keep_place()

    @property
    def has_ended(self) -> bool:
        """Whether the program is on its way out."""
        return self._exit


def _thread_failed(failed: threading.ExceptHookArgs) -> None:
    """Without the threads that read keys and draw there is no terminal; Python would print what the fault says."""
    if failed.exc_value is not None:
        recorded_crash(failed.exc_value)
    lost()


def run(start: Start) -> int:
    """Opens the screen; returns the exit code. A fault of the program is raised again once the terminal is back."""
    app = BriefingApp(start)
    before_end(app.keep_place)
    threading.excepthook = _thread_failed
    app.run(mouse=True)
    if app.ended_by is not None or not app.has_ended:
        # Where nobody has asked for the end either, something has gone wrong.
        raise app.ended_by or app.fault or RuntimeError()
    return app.return_code or 0
