"""A running order on the screen: one step at a time, on and back, and what overflows or is still to be built up."""

from typing import TYPE_CHECKING

from briefing_tui.meeting.order import Stage
from briefing_tui.tui.arrangement import ROOMY_ROWS, STAGE_MEASURE, large_heading
from briefing_tui.tui.commands import Mode
from briefing_tui.tui.history import History, Location, Place
from briefing_tui.tui.scenes import Scenes
from briefing_tui.tui.screens.reader import ReaderScreen
from briefing_tui.tui.session import Session
from briefing_tui.tui.views import View
from briefing_tui.tui.widgets.stagebar import StageBar
from briefing_tui.tui.widgets.surface import Surface

if TYPE_CHECKING:
    from briefing_tui.tui.views import Shown

#: What is open while a step is: no pane, and no entry. The step's key is the location's view.
STEP = "step"

#: So many look-ups are kept: the first of what is kept is the way back to the step.
_LOOK_UPS = 1_000_000


class SteppingScreen(ReaderScreen, inherit_bindings=False):
    """Shows a running order, step by step."""

    MODE: Mode = "present"
    HEADER, WIDEST = StageBar, STAGE_MEASURE
    #: Whether headings are to carry across a room.
    LARGE = True

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.history = History(_LOOK_UPS)
        self.scenes = Scenes(session, large=self.LARGE)
        #: The step, from 0, and how many points of it have been built up.
        self.at = 0
        self.points = 1
        #: The step at which the command was given that is being done.
        self._left = 0
        self.location = self._step_location(Place())._replace(zoom=True)

    def on_mount(self) -> None:
        self.add_class("meeting")
        self.main.calm_down(True)

    def _arrange(self, width: int, height: int) -> None:
        super()._arrange(width, height)
        large = large_heading(height) if self.LARGE else 0
        self.set_class(height >= ROOMY_ROWS, "roomy")
        if large != self.scenes.large:
            self.scenes.large = large
            if self.main.blocks and not self.aside:
                self._open(self.here())

    # the step --------------------------------------------------------------------

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The running order."""
        return self.scenes.stages

    @property
    def stage(self) -> Stage:
        """The step one is at, also while something is looked up."""
        return self.stages[self.at]

    @property
    def all_points(self) -> int:
        """How many points the step is built up by."""
        return self.answer_of(lambda: self.scenes.points(self.stage), 1)

    @property
    def aside(self) -> bool:
        """Whether something is looked up, over the running order."""
        return self.location.pane != STEP

    def _step_location(self, place: Place) -> Location:
        return Location(STEP, view=self.stage.key, main=place, zoom=self.location.zoom)

    def here(self) -> Location:
        here = super().here()
        if self.aside or not self.main.calm:
            return here
        # A hint, a click: what was followed without a cursor to be seen is shown without one again.
        return here._replace(main=here.main._replace(link=-1, target=""))

    def _document(self, location: Location) -> "Shown":
        if location.pane == STEP:
            return self.scenes.document(self.stage, self.points, location.lens)
        return super()._document(location)

    def _open(self, location: Location) -> None:
        drawn = self.answer_of(lambda: self._drawn(location), None)
        self.set_class(drawn is not None, "drawn")
        if location.pane == STEP:
            self.main.calm_down(location.main.link < 0 and location.focus == "main")
        else:
            self.main.calm_down(False)
        super()._open(location)

    def _drawn(self, location: Location) -> View | None:
        if location.pane == STEP:
            return self.scenes.view(self.stage)
        view = self.session.view(location.pane, location.entry, location.view)
        return view if view is not None and view.at else None

    def go_to_step(self, number: int, *, end: bool = False) -> None:
        """Shows a step from its beginning, or as it is at its end. Whatever was looked up is closed."""
        self.at = max(0, min(number, len(self.stages) - 1))
        self.points = self.all_points if end else 1
        self.history.begin()
        self.restore_find("")
        self._open(self._step_location(Place()))
        if end:
            self.main.end(last=True)
            self.main.calm_down(True)

    def _title(self, location: Location) -> str:
        return self.stage.title if location.pane == STEP else super()._title(location)

    def _way_on(self, location: Location) -> str:
        return self.hint("next", "{} goes on.") if location.pane == STEP else super()._way_on(location)

    # on and back --------------------------------------------------------------------

    def do_next(self) -> None:
        """What overflows is read first, then what is still to be built up is shown, then comes the next step."""
        if self.main.below:
            self.main.page(1)
        elif self.aside:
            self.do_return()
        elif self.points < self.all_points:
            self._build(1)
        elif self.at + 1 < len(self.stages):
            self.go_to_step(self.at + 1)
        else:
            self.say("End", "note")

    def do_previous(self) -> None:
        if self.main.above:
            self.main.page(-1)
        elif self.aside:
            self.say(f"The beginning{self.hint('return', '; {} returns to the running order')}", "note")
        elif self.points > 1:
            self._build(-1)
        elif self.at:
            self.go_to_step(self.at - 1, end=True)
        else:
            self.say("This is the first step", "note")

    def _build(self, points: int) -> None:
        self.points += points
        self._open(self._step_location(self.main.place()))
        if points > 0 and self.main.below:
            self.main.end(last=True)
        self.main.calm_down(True)

    def run_command(self, command: str) -> None:
        self._left = self.at
        super().run_command(command)

    def after_fault(self, command: str, *, again: bool) -> None:
        # Whatever fails, the talk goes on.
        if command == "next" and self._left + 1 < len(self.stages):
            self.attempt(self.go_to_step, self._left + 1)
        elif command == "previous" and self._left:
            self.attempt(self.go_to_step, self._left - 1)
        else:
            super().after_fault(command, again=again)

    def do_first(self) -> None:
        if self.aside:
            self.main.end(last=False)
        else:
            self.go_to_step(0)

    def do_last(self) -> None:
        if self.aside:
            self.main.end(last=True)
        else:
            self.go_to_step(len(self.stages) - 1)

    def do_follow(self) -> None:
        """Opens what the cursor is on. Where none is to be seen, Enter is what many clickers send for going on."""
        if self.main.calm and self.moving() is self.main:
            self.do_next()
        else:
            super().do_follow()

    def way(self) -> tuple[Location, ...]:
        """All that is behind what is open: the step first, then the look-ups over it."""
        return self.history.way()

    def do_return(self) -> None:
        """To the step and the place in it that was left, however many look-ups ago."""
        if not self.aside:
            self.say("This is the running order", "note")
            return
        self.restore_find("")
        way = self.way()
        self.history.begin()
        self._open(way[0] if way and way[0].pane == STEP else self._step_location(Place()))

    # furniture --------------------------------------------------------------------

    def _dress(self) -> None:
        super()._dress()
        self._show_progress()

    def _show_progress(self) -> None:
        header = self.header
        if isinstance(header, StageBar):
            header.step = (self.at + 1, len(self.stages))
            header.refresh()
        self.status.crumb = self._crumb()
        self.status.keys = self._hint_keys()
        self.status.refresh()

    def _crumb(self) -> tuple[str, ...]:
        if self.aside:
            return (f"↩ {len(self.way())} from {self.stage.title}",)
        if self.main.is_attached and (more := self.main.below):
            return (f"▼ {more} more {'line' if more == 1 else 'lines'}",)
        left = self.all_points - self.points
        if left > 0:
            return (f"{left} more point{'s' if left > 1 else ''}",)
        return ("End",) if self.at + 1 == len(self.stages) else ()

    def _hint_keys(self) -> tuple[tuple[str, str], ...]:
        if self.aside:
            return tuple(self.hints_of(("return", "back", "hints", "goto", "keys")))
        return tuple(self.hints_of(("next", "hints", "goto", "keys")))

    def on_surface_moved(self, event: Surface.Moved) -> None:
        # How much is below changes with every scroll. What the reader does then, it does as well.
        self._show_progress()
