"""What changed: marks in the margin after a save, and the list of it (`changes`) since one of three baselines."""

from functools import cached_property
from typing import TYPE_CHECKING

from briefing_tui.model.briefing import Briefing
from briefing_tui.state import Unkept
from briefing_tui.tui.history import Location, Place
from briefing_tui.tui.screens.marking import MarkingScreen
from briefing_tui.tui.session import CHANGES
from briefing_tui.tui.views import Shown

if TYPE_CHECKING:
    from briefing_tui.tui.changes import Changes


class ChangingScreen(MarkingScreen, inherit_bindings=False):
    """Marks and lists what changed."""

    @cached_property
    def changes(self) -> "Changes":
        """What has changed in this briefing. Loaded when the first save comes, or somebody asks."""
        from briefing_tui.library.lastread import LastRead, NothingRead
        from briefing_tui.tui.changes import Changes

        return Changes(self.session, NothingRead() if isinstance(self.program.state, Unkept) else LastRead())

    def _open(self, location: Location) -> None:
        super()._open(location)
        if "changes" in self.__dict__:
            self.mark_changes()

    def _peek(self, place: Place | None = None) -> None:
        super()._peek(place)
        if "changes" in self.__dict__ and self.context.is_attached:
            self.mark_changes()

    def _document(self, location: Location) -> Shown:
        if location.pane == CHANGES and not location.entry and self.session.good is not None:
            return self.changes.blocks()
        return super()._document(location)

    @property
    def listing_changes(self) -> bool:
        """Whether the list of changes is open."""
        return self.location.pane == CHANGES and not self.location.entry

    def do_changes(self) -> None:
        if self.listing_changes:
            self.run_command("back")
        elif self.session.good is None:
            self.say("This file does not open: there is nothing to compare yet", "note")
        else:
            self.changes.open()
            self.visit(Location(CHANGES))

    def turn_baseline(self) -> None:
        """Lists, and marks, what changed since another time."""
        self.changes.turn()
        self._open(Location(CHANGES, zoom=self.location.zoom, lens=self.location.lens))

    def mark_changes(self) -> None:
        """Marks the items on the screen by the comparison made last."""
        marker = self.changes.marker()
        about = "" if self.main.drawn else self.location.entry
        # The list has its own marks.
        self.main.mark_changed(None if self.listing_changes else marker, self.changes.title_mark(about))
        self.context.mark_changed(marker, self.changes.title_mark((self._peeked or ("",))[0]))

    def take_changes(self, was: Briefing) -> str:
        """Takes in a save and marks what it changed; how much that is, in words, empty for nothing."""
        from briefing_tui.blocks.changes import count_words

        found = self.changes.saved(was)
        words = count_words(found)
        if words and self.has_class("compact"):
            words = f"{len(found.changes):,} changed"
        return f"{words}{self.hint('changes', '; {} lists them')}" if words else ""

    def end_changes(self) -> bool:
        """Takes the marks away; whether there were any."""
        if "changes" not in self.__dict__ or not self.changes.marking or self.main.changed is None:
            return False
        self.changes.marking = False
        self.mark_changes()
        return True

    def _hint_keys(self) -> tuple[tuple[str, str], ...]:
        if not self.listing_changes:
            return super()._hint_keys()
        turn = [(key, "since")] if (key := self.hint("context")) else []
        back = [(key, "back")] if (key := self.hint("changes")) else []
        return (*turn, *self.hints_of(("follow",)), *back, *self.hints_of(("hints", "find", "keys")))
