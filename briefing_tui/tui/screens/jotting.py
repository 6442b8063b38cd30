"""Taking down: `a` opens a line under the briefing, Enter has it on the disk; and the list of what was taken down."""

from functools import cached_property
from typing import TYPE_CHECKING

from textual import events

from briefing_tui.model.kinds import PANES
from briefing_tui.tui.history import Location
from briefing_tui.tui.screens.following import FollowingScreen
from briefing_tui.tui.session import MINUTES
from briefing_tui.tui.views import Shown

if TYPE_CHECKING:
    from briefing_tui.meeting.minutes import Minutes
    from briefing_tui.tui.jotting import Jotting

#: How often the minutes are looked at while their list is open, in seconds: others take down, too.
LOOK_SECONDS = 1.0


class JottingScreen(FollowingScreen, inherit_bindings=False):
    """Takes down what is decided, asked and to be done."""

    #: The prompt, while it is open.
    _jotting: "Jotting | None" = None
    _minutes_shown: tuple[tuple[int, ...], ...] | None = None

    def meeting_now(self) -> tuple[str, float | None]:
        """The step of the running order, and the seconds since the meeting began; nothing outside of one."""
        return "", None

    @cached_property
    def minutes(self) -> "Minutes":
        """The minutes of this briefing. Loaded when somebody takes something down, or asks for them."""
        from briefing_tui.meeting.author import author_name
        from briefing_tui.meeting.minutes import Minutes

        session = self.session
        title = session.briefing.title if session.good is not None else session.latest.name
        return Minutes(session.path, title, author=author_name(self.program.configuration.settings))

    @cached_property
    def _prompt(self) -> "Jotting":
        from briefing_tui.tui.jotting import Jotting

        return Jotting(self.minutes, lambda: self.session.briefing if self.session.good is not None else None)

    # the prompt --------------------------------------------------------------------

    def do_jot(self) -> None:
        from briefing_tui.meeting.jot import Jot

        step, clock = self.meeting_now()
        self._prompt.begin(Jot("note", "", item=self.item_here(), step=step, clock=clock))
        self._jotting = self._prompt
        self._show_found()

    def item_here(self) -> str:
        """What is being looked at: what the cursor is on, else what is open. An id, a part or a pane; or nothing."""
        if self.session.good is None:
            return ""
        for target in (self.moving().target, self.location.entry):
            if target in self.session.briefing.entries or self.session.scope.kind(target):
                # An id that is made up is another's as soon as something is put before it: what holds it is not.
                return self.session.scope.holders.get(target, target) if "." in target else target
        return self.location.pane if self.location.pane in PANES else ""

    @property
    def busy(self) -> bool:
        return self._jotting is not None or super().busy

    def typed(self, key: str, character: str | None) -> bool:
        if self._jotting is None:
            return super().typed(key, character)
        if key == "escape":
            self._jotting.leave()
            self._end_jotting()
        elif key == "enter":
            said = self._jotting.keep()
            if said is not None:
                self._end_jotting()
                self._show_minutes()
            if said:
                self.say(said)
        elif key in ("ctrl+x", "ctrl+t"):
            if self._jotting.strike() if key == "ctrl+x" else self._jotting.answer():
                self._show_minutes()
        else:
            self._jotting.press(key, character)
        self._show_found()
        return True

    def give_up(self) -> None:
        if self._jotting is not None:
            # What was typed is a draft when the line is opened again.
            self.attempt(self._jotting.leave)
            self._end_jotting()
        super().give_up()

    def on_paste(self, event: events.Paste) -> None:
        if self._jotting is not None:
            self._jotting.paste(event.text)
            self._show_found()

    def on_resize(self, event: events.Resize) -> None:
        if self._jotting is not None:
            self.call_after_refresh(self._show_found)

    def _end_jotting(self) -> None:
        self._jotting = None

    def _show_found(self) -> None:
        """The line that is typed, over whatever else there is to prompt for."""
        self.status.spacious = self._jotting is not None
        if self._jotting is None:
            super()._show_found()
            return
        from briefing_tui.tui.jot_line import jot_spans

        self.status.choices = None
        self.status.prompt = jot_spans(self._jotting, self.status.room(self.size.width))
        self.status.refresh()

    # the list --------------------------------------------------------------------

    @property
    def listing_minutes(self) -> bool:
        """Whether the list of what was taken down is open."""
        return self.location.pane == MINUTES and not self.location.entry

    def do_minutes(self) -> None:
        if self.listing_minutes:
            self.run_command("back")
        elif self.session.good is None:
            # Without a briefing there is one document, what is wrong with it.
            number = len(self.minutes.read().jots)
            them = "it" if number == 1 else "them"
            self.say(f"{number:,} taken down: `briefing minutes` shows {them}" if number else "Nothing yet", "note")
        else:
            self.visit(Location(MINUTES, zoom=self.location.zoom))

    def _document(self, location: Location) -> Shown:
        if location.pane != MINUTES or location.entry or self.session.good is None:
            return super()._document(location)
        from briefing_tui.tui.minutes import minutes_blocks

        if self._minutes_shown is None:
            self.set_interval(LOOK_SECONDS, self._look_at_minutes)
        self._minutes_shown = self.minutes.stamp()
        return minutes_blocks(self.session.scope, self.minutes, self.hint("jot"))

    def _look_at_minutes(self) -> None:
        if self.listing_minutes and self.minutes.stamp() != self._minutes_shown:
            self._show_minutes()

    def _show_minutes(self) -> None:
        """Shows the list anew at the same place, where it is open."""
        if self.listing_minutes:
            self._open(self.here())

    def _hint_keys(self) -> tuple[tuple[str, str], ...]:
        if not self.listing_minutes:
            return super()._hint_keys()
        back = [(key, "back")] if (key := self.hint("minutes")) else []
        return (*self.hints_of(("jot", "follow")), *back, *self.hints_of(("hints", "keys")))
