"""The reader: what its keys do, the file under it (watched, read again, edited), copying, and the remembered place."""

from textual.app import SuspendNotSupported

from briefing_tui.keeper import lent_to
from briefing_tui.model.kinds import PANES
from briefing_tui.source.whereabouts import line_of_target
from briefing_tui.tui.history import Location, Place, location_data
from briefing_tui.tui.screens.jotting import JottingScreen
from briefing_tui.tui.session import LISTS, PROBLEMS
from briefing_tui.tui.widgets.bars import Header
from briefing_tui.tui.widgets.surface import Surface

#: How often the file is looked at, in seconds, and how long a change has to stand before it is believed: a save in
#: place leaves an empty file for some milliseconds.
WATCH_SECONDS, SETTLE_SECONDS = 0.12, 0.05


class ReaderScreen(JottingScreen, inherit_bindings=False):
    """Reads one briefing."""

    def on_mount(self) -> None:
        self.set_interval(WATCH_SECONDS, self.look_at_file)

    # commands --------------------------------------------------------------------

    def do_follow(self) -> None:
        surface = self.moving()
        target, stop = surface.target, surface.stop
        if surface is self.context and target in ("", self.location.entry) and self._peeked:
            target = self._peeked[0]
        elif stop is not None and target in ("", self.location.entry) and stop.links:
            target = stop.links[0]
        self.open_target(target)

    def on_surface_chosen(self, event: Surface.Chosen) -> None:
        self.end_hints()
        self.open_target(event.target)

    def do_back(self) -> None:
        location = self.history.back(self.here())
        if location is None:
            self.say("This is where you began", "note")
        else:
            self._open(location._replace(lens=location.lens._replace(now=self.location.lens.now)))

    def do_forward(self) -> None:
        location = self.history.forward(self.here())
        if location is None:
            self.say("Nothing further ahead", "note")
        else:
            self._open(location._replace(lens=location.lens._replace(now=self.location.lens.now)))

    def do_next_link(self) -> None:
        self.step(1)

    def do_previous_link(self) -> None:
        self.step(-1)

    def do_pane_1(self) -> None:
        self.open_pane(PANES[0])

    def do_pane_2(self) -> None:
        self.open_pane(PANES[1])

    def do_pane_3(self) -> None:
        self.open_pane(PANES[2])

    def do_pane_4(self) -> None:
        self.open_pane(PANES[3])

    def do_pane_5(self) -> None:
        self.open_pane(PANES[4])

    def do_pane_6(self) -> None:
        self.open_pane(PANES[5])

    def on_header_tab_clicked(self, event: Header.TabClicked) -> None:
        self.open_pane(event.pane)

    def do_context(self) -> None:
        if self.listing_changes:
            self.turn_baseline()
            return
        self._peek()
        self.location = self.location._replace(focus="main" if self.location.focus == "context" else "context")
        self._show_focus()

    def do_zoom(self) -> None:
        self.location = self.location._replace(zoom=not self.location.zoom)
        self._show_focus()

    def escape(self) -> None:
        """Esc closes what is open, nearest first; it never leaves."""
        if self.found.words:
            self.restore_find("")
        elif self.app.screen.selections:
            self.clear_selection()
        elif self.location.focus == "context":
            self.do_context()
        elif self.end_then():
            return
        elif self.location.zoom:
            self.do_zoom()
        elif not self.moving().unlink():
            self.end_changes()

    def do_problems(self) -> None:
        if self.location.pane == PROBLEMS and not self.location.entry:
            self.do_back()
        else:
            self.session.forget(PROBLEMS)
            self.session.judge()
            self._dress()
            self.visit(Location(PROBLEMS))

    def do_present(self) -> None:
        if self.session.good is None:
            self.say("This file does not open: there is nothing to present", "note")
        else:
            self.attempt(self.keep_place)
            self.program.present(self.session)

    def do_library(self) -> None:
        self.attempt(self.keep_place)
        self.program.open_library()

    def do_quit(self) -> None:
        self.attempt(self.keep_place)
        self.program.leave(self)

    # the file --------------------------------------------------------------------

    def look_at_file(self) -> None:
        """Takes in a change of the file once it stands still."""
        if self.session.changed():
            self.take_in()
        elif self.session.unsettled:
            self.set_timer(SETTLE_SECONDS, self.look_at_file)
            # Read beside when the program was started, so that the parser may not be loaded yet: the time is there.
            import briefing_tui.source.yaml_tree  # noqa: F401

    def take_in(self) -> None:
        """Reads the file and shows it at the same place; a broken one leaves the last good version, and says so."""
        here = self.here()
        was = self.session.briefing if self.session.good is not None else None
        changed = self.session.reload()
        self._index = None
        if changed:
            self.end_hints()
            self.history.prune(self.session.knows)
            if was is None:
                here = self.program.beginning()
            elif here.entry and not self.session.knows(here.entry):
                here = here._replace(entry="", view="", main=Place())
        if changed or here.pane == PROBLEMS or self.session.good is None:
            self.session.forget(PROBLEMS)
            self._dress()
            words = self.take_changes(was) if changed and was is not None else ""
            self._open(here)
            if words:
                self.show_saved()
            if words or (changed and was is not None and here.pane != PROBLEMS):
                self.say(words or "Read again: nothing that is read has changed", "change" if words else "note")
        else:
            self._dress()
        if self.session.asked:
            # Who has looked at what is wrong goes on seeing how much it is.
            self.call_after_refresh(self._judge)

    def _judge(self) -> None:
        self.session.judge()
        self._dress()

    def do_reload(self) -> None:
        if self.session.path is None:
            self.say("This came from standard input: there is no file to read again", "note")
            return
        was = self.session.latest
        self.take_in()
        if self.session.latest is was:
            self.say("Read again: nothing has changed", "note")

    # editing --------------------------------------------------------------------

    def do_edit(self) -> None:
        good = self.session.good
        line = 1
        if self.main.target.startswith("line:"):
            self.open_target(self.main.target)
            return
        if self.session.trouble is not None and self.session.trouble.line:
            line = self.session.trouble.line
        elif good is not None:
            target = self.main.target or self.location.entry
            line = line_of_target(good, target) or line_of_target(good, self.location.entry) or 1
        self.edit_at(line)

    def edit_at(self, line: int) -> None:
        """Opens the editor at a line; without a shell, so that a file's name is only ever a name."""
        path = self.session.path
        if path is None:
            self.say("This came from standard input: there is no file to edit", "note")
            return
        from briefing_tui.editor import editor_command

        try:
            command = editor_command(line, str(path.absolute()))
        except ValueError:
            self.say("$EDITOR cannot be understood: set it to a program's name", "error")
            return
        try:
            with self.app.suspend():
                done = _run(command)
        except SuspendNotSupported:
            self.say("An editor cannot be opened from here", "error")
            return
        if done is None:
            self.say(f"“{command[0]}” cannot be started: set $EDITOR to your editor", "error")
            return
        if self.session.stale:
            # A window that comes up by itself leaves at once: its saves are seen as they come.
            self.take_in()
        if done:
            self.say(f"The editor ended with status {done}", "note")

    # copying --------------------------------------------------------------------

    def do_copy(self) -> None:
        if self.copies_selection():
            return
        entry = (
            self.main.target
            if self.session.good and self.main.target in self.session.briefing.entries
            else self.location.entry
        )
        name = str(self.session.path) if self.session.path else self.session.latest.name
        link = f"{name}#{entry}" if entry and "." not in entry else name
        self.app.copy_to_clipboard(link)
        self.say(f"Copied {link}")

    # place --------------------------------------------------------------------

    def keep_place(self) -> None:
        """Remembers where one is in this briefing, and which version that was: ids, numbers and digests only."""
        if self.session.path is None or self.session.good is None:
            return
        self.changes.keep()
        if self.location.pane not in LISTS:
            here = self.here()
            self.program.state.keep_place(self.session.path, location_data(here))
            self.program.state.keep_recent(self.session.path)


def _run(command: list[str]) -> int | None:
    """Runs a program to its end; its status, or None where it cannot be started. Nothing is raised.

    What is raised while the app is suspended would leave it so.
    """
    try:
        return lent_to(command)
    except (OSError, ValueError):
        return None
