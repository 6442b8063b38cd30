"""A running order on the screen: one step at a time, look-ups on a stack over it, and the exact way back.

Who presents, who speaks and who follows build on it. It knows nothing of sockets, clocks and audiences.
"""

from typing import TYPE_CHECKING, Any

from briefing_tui.blocks.block import Span
from briefing_tui.blocks.scope import shortened
from briefing_tui.meeting.order import Stage
from briefing_tui.meeting.position import Position
from briefing_tui.source.load import Loaded, load
from briefing_tui.tui.commands import COMMAND, Mode, Remapped, keys_of
from briefing_tui.tui.history import Location, Place, location_data, location_from
from briefing_tui.tui.scenes import Scenes
from briefing_tui.tui.screens.reader import ReaderScreen
from briefing_tui.tui.session import Session
from briefing_tui.tui.views import View
from briefing_tui.tui.widgets.stagebar import StageBar
from briefing_tui.tui.widgets.surface import Surface

if TYPE_CHECKING:
    from briefing_tui.tui.screens.goto import Goal
    from briefing_tui.tui.views import Shown

#: What is open while a step is: no pane, and no entry. The step's key is the location's view.
STEP = "step"

#: What shows the cursor: whoever points at something wants it seen.
_POINTING = frozenset({"down", "up", "next-link", "previous-link", "left", "right", "context"})

#: Running text before an audience is never wider, in cells.
MEASURE = 72

#: What the palette's targets begin with that are steps: `step:NUMBER`, from 0.
_STEP_GOAL = "step:"


class MeetingScreen(ReaderScreen, inherit_bindings=False):
    """Goes through a running order."""

    MODE: Mode = "present"
    HEADER = StageBar
    #: Whether headings are to carry across a room.
    LARGE = True

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.scenes = Scenes(session, large=self.LARGE)
        #: The step, from 0, and how many points of it have been built up.
        self.at = 0
        self.points = 1
        #: The number of a step as far as it has been typed.
        self._number = ""
        self.location = self._step_location(Place())._replace(zoom=True)

    def on_mount(self) -> None:
        self.add_class("meeting")
        self.main.calm_down(True)

    def measure(self) -> int:
        return min(MEASURE, super().measure())

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
    def aside(self) -> bool:
        """Whether something is looked up, over the running order."""
        return self.location.pane != STEP

    def _step_location(self, place: Place) -> Location:
        return Location(STEP, view=self.stage.key, main=place, zoom=self.location.zoom)

    def _document(self, location: Location) -> "Shown":
        if location.pane == STEP:
            return self.scenes.document(self.stage, self.points, location.lens)
        return super()._document(location)

    def _open(self, location: Location) -> None:
        drawn = self.scenes.view(self.stage) if location.pane == STEP else self._drawn(location)
        self.set_class(drawn is not None, "drawn")
        if location.pane == STEP:
            self.main.calm_down(location.main.link < 0 and location.focus == "main")
        else:
            self.main.calm_down(False)
        super()._open(location)

    def _drawn(self, location: Location) -> View | None:
        view = self.session.view(location.pane, location.entry, location.view)
        return view if view is not None and view.at else None

    def go_to_step(self, number: int, *, end: bool = False) -> None:
        """Shows a step from its beginning, or as it is at its end. Whatever was looked up is closed."""
        self.at = max(0, min(number, len(self.stages) - 1))
        self.points = self.scenes.points(self.stage) if end else 1
        self.history.begin()
        self.restore_find("")
        self._open(self._step_location(Place()))
        if end:
            self.main.end(last=True)
            self.main.calm_down(True)

    # on and back --------------------------------------------------------------------

    def do_next(self) -> None:
        """What overflows is read first, then what is still to be built up is shown, then comes the next step."""
        if self.main.below:
            self.main.page(1)
        elif self.aside:
            self.do_return()
        elif self.points < self.scenes.points(self.stage):
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

    # looking up --------------------------------------------------------------------

    def do_return(self) -> None:
        """To the step and the place in it that was left, however many look-ups ago."""
        if not self.aside:
            self.say("This is the running order", "note")
            return
        self.restore_find("")
        way = self.history.way()
        self.history.begin()
        self._open(way[0] if way and way[0].pane == STEP else self._step_location(Place()))

    def look_through(self, view: View) -> None:
        """Another view is a look-up like any other: what was open is on the stack."""
        if not self.aside:
            self.say("A step is shown in one way", "note")
            return
        self.history.leave(self.here())
        super().look_through(view)

    def open_pane(self, pane: str) -> None:
        here = self.location
        if (here.pane, here.entry) != (pane, ""):
            self.visit(Location(pane, zoom=here.zoom, find=self.found.words))

    def place_goals(self) -> "list[Goal]":
        from briefing_tui.tui.screens.goto import Goal

        steps = [
            Goal(stage.title, f"step {n}", f"{_STEP_GOAL}{n - 1}", way=True) for n, stage in enumerate(self.stages, 1)
        ]
        return [*steps, *super().place_goals()]

    def went_to_place(self, target: str) -> bool:
        if not target.startswith(_STEP_GOAL):
            return super().went_to_place(target)
        self.go_to_step(int(target.removeprefix(_STEP_GOAL)))
        return True

    def do_overview(self) -> None:
        from briefing_tui.tui.screens.overview import OverviewScreen

        self.app.push_screen(OverviewScreen(self.stages, self.at, self.program.look), self._picked)

    def _picked(self, number: int | None) -> None:
        if number is not None:
            self.go_to_step(number)

    # keys --------------------------------------------------------------------

    @property
    def numbers_are_steps(self) -> bool:
        """Whether digits name steps."""
        return True

    @property
    def busy(self) -> bool:
        return bool(self._number) or super().busy

    def typed(self, key: str, character: str | None) -> bool:
        if self._number:
            self._type_number(key, character)
            return True
        if super().typed(key, character):
            return True
        if self.numbers_are_steps and character and character in keys_of(COMMAND["step"], self.MODE, self._remapped):
            self._number = character
            self._show_found()
            return True
        return False

    @property
    def _remapped(self) -> Remapped:
        return self.program.configuration.keys

    def do_step(self) -> None:
        # From the palette: no digit has been typed yet.
        self._number = " "
        self._show_found()

    def _type_number(self, key: str, character: str | None) -> None:
        typed = self._number.strip()
        if character is not None and character.isdecimal() and character.isascii():
            typed = (typed + character)[:4]
        elif key in ("backspace", "ctrl+h"):
            typed = typed[:-1]
        elif key == "enter" and typed:
            self._number = ""
            self._show_found()
            if 1 <= int(typed) <= len(self.stages):
                self.go_to_step(int(typed) - 1)
            else:
                self.say(f"There are {len(self.stages)} steps", "note")
            return
        else:
            typed = ""
        self._number = typed
        self._show_found()

    def _show_found(self) -> None:
        if not self._number:
            super()._show_found()
            return
        typed = self._number.strip()
        number = int(typed) if typed else 0
        known = 1 <= number <= len(self.stages)
        title = shortened(self.stages[number - 1].title, 40) if known else f"1 to {len(self.stages)}"
        self.status.prompt = (
            Span("Step: ", "key"), Span(typed), Span("▏", "cursor-bar"), Span(f" {title}"),
            Span("   ⏎ go  Esc", "key-word"),
        )  # fmt: skip
        self.status.choices = None
        self.status.refresh()

    def run_command(self, command: str) -> None:
        if command in _POINTING:
            self.main.calm_down(False)
        super().run_command(command)
        self._show_progress()

    def escape(self) -> None:
        """Esc closes what is open. It never ends the talk, and never leaves the step."""
        if self.found.words or self.app.screen.selections or self.location.focus == "context":
            super().escape()
        elif not self.aside:
            self.moving().unlink()
            self.main.calm_down(True)

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
            depth = max(1, self.history.depth)
            room = max(8, self.size.width - 48)
            back = self.hint("return", ", {} returns")
            return (f"↩ {depth} from {shortened(self.stage.title, room)}{back}",)
        if self.main.is_attached and (more := self.main.below):
            return (f"▼ {more} more {'line' if more == 1 else 'lines'}",)
        left = self.scenes.points(self.stage) - self.points
        if left > 0:
            return (f"+{left}",)
        return ("End",) if self.at + 1 == len(self.stages) else ()

    def _hint_keys(self) -> tuple[tuple[str, str], ...]:
        if self.aside:
            return tuple(self.hints_of(("back", "hints", "goto", "keys")))
        return tuple(self.hints_of(("next", "hints", "goto", "keys")))

    def on_surface_moved(self, event: Surface.Moved) -> None:
        # How much is below changes with every scroll. What the reader does then, it does as well.
        self._show_progress()

    # the file --------------------------------------------------------------------

    def take_in(self) -> None:
        """Takes in a sound new version at the same place, without a word; a broken one leaves what is shown."""
        if self.session.path is not None:
            self.take_version(load(self.session.path))

    def take_version(self, loaded: Loaded) -> None:
        """Shows another reading of the file where it is sound."""
        here, stage = self.here(), self.stage
        self.session.take(loaded)
        if self.session.good is not loaded:
            self._dress()
            return
        self._index = None
        self.end_hints()
        self.scenes = Scenes(self.session, large=self.LARGE)
        self.at = self.scenes.number_of(stage.key, self.at)
        self.points = min(self.points, self.scenes.points(self.stage))
        way = [self._standing(location, stage) for location in self.history.way()]
        self.history.begin(way)
        self._dress()
        self._open(self._standing(here, stage))

    def _standing(self, location: Location, was: Stage) -> Location:
        """A place in the version that is shown now: where its entry is gone, the beginning of its pane."""
        if location.pane == STEP:
            place = location.main if self.stage.key == was.key else Place()
            return location._replace(view=self.stage.key, main=place)
        gone = location.entry and not self.session.knows(location.entry)
        return location._replace(entry="", view="", main=Place()) if gone else location

    def edit_at(self, line: int) -> None:
        """Nobody edits before an audience."""

    def keep_place(self) -> None:
        """Where a talk is, is no place in a briefing to come back to."""

    # the position --------------------------------------------------------------------

    def position(self) -> Position:
        """Where the talk is, as others are told."""
        here = self.here()
        way = self.history.way() if self.aside else ()
        return Position(self.stage.key, self.at, self.points, tuple(map(_told, (*way, here))))

    def show_position(self, position: Position) -> None:
        """Shows what somebody else is at. What this version of the file has not is passed over."""
        self.end_hints()
        self.at = self.scenes.number_of(position.key, position.number)
        self.points = min(position.shown, self.scenes.points(self.stage))
        known = self.stage.key == position.key
        here = self.location
        first, *aside = [location_from(place) for place in position.stack] or [Location()]
        way = [Location(STEP, view=self.stage.key, main=first.main if known else Place(), zoom=here.zoom)]
        for location in aside:
            if not location.entry or self.session.knows(location.entry):
                way.append(location._replace(zoom=here.zoom, focus="main"))
        self.history.begin(way[:-1])
        self._open(way[-1])


def _told(location: Location) -> dict[str, Any]:
    return {**location_data(location._replace(focus="main")), "now": location.lens.now}
