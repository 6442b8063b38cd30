"""Following the editor: the reader goes to the entry that is being edited, and after a save to what it changed.

What is told comes over a socket (follow.py); it is taken in between keys, never waited for.
"""

import asyncio
from typing import TYPE_CHECKING

from briefing_tui.source.whereabouts import target_at
from briefing_tui.tui.history import Location
from briefing_tui.tui.screens.changing import ChangingScreen

if TYPE_CHECKING:
    from briefing_tui.follow import Listener

#: How long after a message the reader moves, in seconds: of many lines told at once, only the last is gone to.
AFTER_SECONDS = 0.03
#: How soon it looks again while somebody types into a prompt or another screen lies over this one, in seconds.
AGAIN_SECONDS = 0.5


class FollowingScreen(ChangingScreen, inherit_bindings=False):
    """Listens for the line that is being edited, where the program was started so."""

    _listener: "Listener | None" = None
    #: The line told last, 0 before any.
    _told = 0
    _go_due = False
    #: The document that was opened for the editor: moving on from it is no step to come back to.
    _led: tuple[str, str, str] | None = None

    def on_mount(self) -> None:
        start = self.program.start
        if start.follow_editor and self.session.path is not None and self.session.path == start.path:
            # The first painting does not wait for it.
            self.call_after_refresh(self._listen)

    def on_unmount(self) -> None:
        self._end_listening()

    @property
    def follows(self) -> bool:
        """Whether the editor is followed."""
        return self._listener is not None

    def _listen(self) -> None:
        from briefing_tui.follow import Listener

        assert self.session.path is not None
        try:
            self._listener = Listener(self.session.path)
            asyncio.get_running_loop().add_reader(self._listener.fileno(), self._hear)
        except (OSError, NotImplementedError) as error:
            self._end_listening()
            why = getattr(error, "strerror", None) or str(error) or "no socket can be made here"
            self.say(f"The editor cannot be followed: {why}", "error")
        else:
            self.say("Following the editor", "note")

    def _end_listening(self) -> None:
        listener, self._listener = self._listener, None
        if listener is not None:
            asyncio.get_running_loop().remove_reader(listener.fileno())
            listener.close()

    def _hear(self) -> None:
        try:
            line = self._listener.line() if self._listener is not None else None
        except Exception as error:
            # Unread, it would be told again at once, and for ever.
            self._end_listening()
            if not isinstance(error, OSError):
                self.failed(error)
            return
        if line is not None:
            self._told = line
            self._go_soon(AFTER_SECONDS)

    def _go_soon(self, seconds: float) -> None:
        if not self._go_due:
            self._go_due = True
            self.set_timer(seconds, self._go)

    def _go(self) -> None:
        self._go_due = False
        if self._told and self.is_attached and self._listener is not None:
            if self.app.screen is not self or self.busy:
                self._go_soon(AGAIN_SECONDS)
            else:
                self.go_to_line(self._told)

    def go_to_line(self, line: int) -> None:
        """Shows what stands on a line of the file, in its pane; a dossier of just that stays open."""
        good = self.session.good
        target = target_at(good, line) if good is not None else ""
        if target:
            self._show_edited(target)

    def _show_edited(self, target: str) -> None:
        here = self.location
        if here.entry == target:
            return
        pane = target if target in self.session.counts() else self.session.pane_of(target)
        if not here.entry and here.pane == pane and (self.main.target == target or self._found(target)):
            return
        location = Location(
            pane, view=self.program.state.view(pane), zoom=here.zoom, find=self.found.words, lens=here.lens
        )
        self._lead(location)
        if target != pane and not self._found(target):
            self._lead(location._replace(entry=target, view=""))

    def _found(self, target: str) -> bool:
        """Puts the cursor on an entry, else on what it is written in; whether either is in this document."""
        if self.main.go_to_target(target):
            return True
        holder = self.session.scope.holders.get(target, "")
        return bool(holder) and self.main.go_to_target(holder)

    def _lead(self, location: Location) -> None:
        if self.location.document != self._led:
            self.history.leave(self.here())
        self._open(location)
        self._led = self.location.document

    def show_saved(self) -> None:
        """After a save: goes to what is being edited; where no editor says what, to the first change out of sight."""
        if self._listener is None or self.app.screen is not self or self.busy:
            return
        if self._told:
            # The lines of the file have moved since they were told.
            self.go_to_line(self._told)
        elif (first := self.changes.first()) and not self.main.sees_changes:
            self._show_edited(first)
