"""The time of a talk: where it goes, kept as it goes, and a talk that broke off taken up where it was."""

import time
from datetime import datetime

from briefing_tui.library.start import Talk
from briefing_tui.meeting.timing import Stopwatch, runs_of
from briefing_tui.tui.history import Location
from briefing_tui.tui.screens.shared import SharedScreen
from briefing_tui.tui.session import Session

#: How often a clock is looked at, and how often what the stopwatch says is kept, in seconds.
CLOCK_SECONDS, KEEP_SECONDS = 1.0, 20.0


class TimedScreen(SharedScreen, inherit_bindings=False):
    """Takes the time of each step."""

    def __init__(self, session: Session, talk: Talk) -> None:
        super().__init__(session, talk)
        now, minutes = datetime.now(), talk.minutes or None
        self.stopwatch = Stopwatch(time.monotonic, now, minutes, rehearsal=talk.rehearsal)
        self._keep_due = False
        self._begin_at(talk.step - 1)

    def on_mount(self) -> None:
        self._take_up()
        self.set_interval(KEEP_SECONDS, self.keep_times)
        if self.talk.rehearsal:
            self.set_interval(CLOCK_SECONDS, self._show_progress)

    def _begin_at(self, number: int) -> None:
        self.at = max(0, min(number, len(self.stages) - 1))
        self.location = self._step_location(self.location.main)

    def _take_up(self) -> None:
        """Goes on where a talk broke off that nobody ended: the terminal, or the machine, has."""
        path, now = self.session.path, datetime.now()
        if path is None or self.talk.step or self.talk.rehearsal:
            return
        run = runs_of(self.program.state).broken_off(path, now)
        if run is not None and any(stage.key == run.at for stage in self.stages):
            self.talk = self.talk._replace(minutes=self.talk.minutes or run.minutes or 0.0)
            self.stopwatch = Stopwatch.resumed(time.monotonic, now, run)
            self._begin_at(self.scenes.number_of(run.at, 0))
            first = self.hint("first", "; {} is the first")
            self.call_after_refresh(self.say, f"Taken up at step {self.at + 1}, where it broke off{first}", "note")

    def meeting_now(self) -> tuple[str, float | None]:
        """The step and the seconds since the beginning, for what is jotted."""
        return self.stage.key, self.stopwatch.elapsed

    def keep_times(self) -> None:
        """Keeps where the time went; nothing of what was shown."""
        path = self.session.path
        if path is not None and self.stopwatch.elapsed > 1:
            runs_of(self.program.state).keep(path, self.stopwatch.record())

    def keep_place(self) -> None:
        self.keep_times()

    def _open(self, location: Location) -> None:
        super()._open(location)
        if self.aside:
            self.stopwatch.aside()
        else:
            self.stopwatch.at(self.stage.key)
        if not self._keep_due:
            # Not while it is painted.
            self._keep_due = True
            self.set_timer(CLOCK_SECONDS, self._keep_now)

    def _keep_now(self) -> None:
        self._keep_due = False
        self.keep_times()
