"""The speaker's view: what the audience sees, and beside it notes, what is next, the clock. It drives, and can hold."""

import time
from datetime import datetime
from typing import TYPE_CHECKING

from briefing_tui.blocks.block import Block, Span, Spans
from briefing_tui.library.start import Talk
from briefing_tui.meeting.author import author_name
from briefing_tui.meeting.clock import clock, pace, planned, time_of_day
from briefing_tui.meeting.position import Position, Press, position_data
from briefing_tui.source.load import Loaded
from briefing_tui.tui.arrangement import arrangement
from briefing_tui.tui.commands import Keymap
from briefing_tui.tui.history import Location, Place
from briefing_tui.tui.screens.shared import SharedScreen
from briefing_tui.tui.session import Session
from briefing_tui.tui.speaker import named_in, speaker_blocks
from briefing_tui.tui.widgets.stagebar import StageBar

if TYPE_CHECKING:
    from briefing_tui.meeting.link import Link

CLOCK_SECONDS = 1.0
#: The least that notes and step can share one below the other, in columns and rows.
_BELOW = (60, 18)


class SpeakScreen(SharedScreen, inherit_bindings=False):
    """What the presenter sees."""

    MODE = "speak"
    LARGE = False

    def __init__(self, session: Session, talk: Talk) -> None:
        super().__init__(session, talk)
        self.location = self.location._replace(zoom=False)
        #: Whether the audience is held where it is, and where that is.
        self.held: Position | None = None
        self.clock_shown = True
        self._heard_at = 0.0
        self._jots_seen: tuple[tuple[int, ...], ...] = ()
        self._roaming: Keymap | None = None

    def on_mount(self) -> None:
        self.add_class("speaking")
        self.set_interval(CLOCK_SECONDS, self._tick)

    def sit(self) -> None:
        """For a picture: as if the room were at the same step, and without any clock."""
        self.clock_shown = False
        self.heard = Position(self.stage.key)

    # the others --------------------------------------------------------------------

    def joined(self) -> "Link | None":
        from briefing_tui.meeting.sharing import speak

        path = self.session.path
        name = author_name(self.program.configuration.settings) or "somebody"
        return speak(path, self, name=name) if path is not None else None

    def hear(self, position: Position) -> None:
        self._heard_at = time.monotonic()
        if self.held is not None:
            if position.held:
                return
            # Somebody has moved the room by their own hand.
            self.held = None
            self.say("The audience moved on: nothing is held any more", "note")
        super().hear(position)

    def own_position(self) -> Position:
        heard = self.heard or Position("")
        return self.position()._replace(
            blank=heard.blank, held=False, started=heard.started, minutes=heard.minutes, in_step=heard.in_step
        )

    def tells(self) -> bool:
        return self.held is None and self.heard is not None

    # holding --------------------------------------------------------------------

    def do_next(self) -> None:
        self._press("next")

    def do_previous(self) -> None:
        self._press("previous")

    def _press(self, press: Press) -> None:
        """What overflows in the room is known there: it is asked to go on, and is followed from here."""
        if self.held is None and self.heard is not None and self.link is not None:
            self._send(self.own_position()._replace(press=press))
        else:
            (super().do_next if press == "next" else super().do_previous)()

    def do_freeze(self) -> None:
        if self.held is not None:
            self._let_go()
        elif self.heard is None:
            self.say("Nobody presents yet", "note")
        else:
            self.held = self.own_position()._replace(held=True)
            self._send(self.held)
            self.say("Held: the audience stays here while you look around", "note")
        self._show_progress()

    def do_publish(self) -> None:
        if self.held is None:
            self.say("The audience sees this already", "note")
            return
        self.held = None
        self._send(self.own_position())
        self.say("The audience sees this now", "note")
        self._show_progress()

    def escape(self) -> None:
        """Closes what is open, then goes back to what the audience sees."""
        typing = self.found.words or self.app.screen.selections or self.location.focus == "context"
        if self.held is not None and not typing:
            self._let_go()
        else:
            super().escape()

    def _let_go(self) -> None:
        held, self.held = self.held, None
        if held is not None:
            self.show_position(held)
            self._send(held._replace(held=False))
            self.say("Back to what the audience sees", "note")
        self._show_progress()

    def _send(self, position: Position) -> None:
        if self.link is not None:
            self._published = position._replace(in_step=0.0)
            self.link.publish(position_data(position), self.digest)

    def do_blank(self) -> None:
        if self.heard is None:
            self.say("Nobody presents yet", "note")
            return
        self.heard = self.heard._replace(blank=not self.heard.blank)
        self._send(self.own_position())
        self._show_progress()

    def do_quit(self) -> None:
        if self.held is not None:
            self._let_go()
        self.program.leave(self)

    # keys --------------------------------------------------------------------

    @property
    def numbers_are_steps(self) -> bool:
        return self.held is None

    def typed(self, key: str, character: str | None) -> bool:
        if super().typed(key, character):
            return True
        if self.held is None:
            return False
        # While the audience is held, one looks around as in the reader.
        if self._roaming is None:
            self._roaming = Keymap("reader", self._remapped)
        own = Keymap(self.MODE, self._remapped).press(key, character)
        command = self._roaming.press(key, character) if own in (None, "step") else None
        if command and not self.can(command):
            self.run_command(command)
        return bool(command)

    # beside --------------------------------------------------------------------

    def _arrange(self, width: int, height: int) -> None:
        super()._arrange(width, height)
        if not arrangement(width, height)["wide"]:
            below = width >= _BELOW[0] and height >= _BELOW[1]
            self.set_class(below, "below")
            self.set_class(not below, "single")
            self._show_focus()

    def _peek(self, place: Place | None = None) -> None:
        """Beside the step stands what helps to speak about it; while one looks around, what the cursor is on."""
        if self.held is not None or self.aside:
            super()._peek(place)
            return
        self._peek_due = False
        if self.context.is_attached:
            key = (f"speaker:{self.stage.key}:{self.points}", "")
            if self._peeked != key:
                self._peeked = key
                self.context.show_blocks(self.made(self._speaker_blocks, lambda: self.stage.title), place)

    def take_version(self, loaded: Loaded) -> None:
        self._peeked = None
        super().take_version(loaded)

    def _show_minutes(self) -> None:
        super()._show_minutes()
        self._see_jots()

    def _see_jots(self) -> None:
        """Shows beside the step what has been taken down since, by whomever."""
        if self._jots_seen != (stamp := self.minutes.stamp()):
            self._jots_seen = stamp
            if self.held is None and not self.aside:
                self._peeked = None
                self._peek(self.context.place())

    def _speaker_blocks(self) -> tuple[Block, ...]:
        jots = self.minutes.read().jots
        return speaker_blocks(self.session, self.scenes, self.at, self.points, named_in(self.main.layout_), jots)

    # the clock --------------------------------------------------------------------

    def meeting_now(self) -> tuple[str, float | None]:
        """The step and the seconds since the talk began, for what is jotted."""
        heard = self.heard
        return self.stage.key, max(0.0, time.time() - heard.started) if heard is not None and heard.started else None

    def do_clock_shown(self) -> None:
        self.clock_shown = not self.clock_shown
        self._show_clock()

    def _tick(self) -> None:
        if self.app.screen is self and not self.busy:
            # The presenter takes down as well.
            self._see_jots()
        self._show_clock()

    def _show_clock(self) -> None:
        header = self.header
        if isinstance(header, StageBar):
            header.aside = (*self._audience(), *self._time())
            header.refresh()

    def _hint_keys(self) -> tuple[tuple[str, str], ...]:
        if self.held is None:
            return (*super()._hint_keys()[:-1], *self.hints_of(("freeze", "keys")))
        return (*self.hints_of(("publish",)), ("Esc", "let go"), *self.hints_of(("back", "hints", "goto", "keys")))

    def _show_progress(self) -> None:
        self._show_clock()
        super()._show_progress()

    def _audience(self) -> Spans:
        """What the audience sees that is not to be seen here."""
        if self.heard is None:
            return (Span("waiting for the presentation", "warning"), Span("  "))
        blank: Spans = (Span(" BLANKED ", "status-loud"), Span("  ")) if self.heard.blank else ()
        held: Spans = (Span(" ❄ HELD ", "status-loud"), Span("  ")) if self.held is not None else ()
        return (*blank, *held)

    def _time(self) -> Spans:
        now = datetime.now()
        heard = self.heard
        if not self.clock_shown:
            return ()
        shown: Spans = (Span(time_of_day(now), "time"), Span("   "))
        if heard is None or not heard.started:
            return shown
        elapsed = max(0.0, time.time() - heard.started)
        shown = (Span(clock(elapsed), "strong"), Span("  "), *shown)
        plan = planned(self.stages, heard.minutes or None)
        if plan is None:
            return shown
        runs = not heard.blank and len(heard.stack) < 2
        in_step = heard.in_step + (time.monotonic() - self._heard_at if runs else 0.0)
        stands = pace(plan, elapsed, heard.number, in_step, datetime.fromtimestamp(heard.started))
        role = "warning" if stands.behind > 0 and stands.standing != "on time" else "fact"
        room = self.size.width >= 100
        words = " · ".join(filter(None, (stands.standing, stands.this_step, stands.ending if room else "")))
        return (Span(words, role), Span("   "), *shown)

    def _open(self, location: Location) -> None:
        super()._open(location)
        self._show_clock()
