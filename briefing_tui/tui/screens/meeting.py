"""Over the steps: look-ups on a stack, steps by number, a new version of the file, and where one is, for others.

Who presents, who speaks and who follows build on it. It knows nothing of sockets, clocks and audiences.
"""

from typing import TYPE_CHECKING, Any

from briefing_tui.blocks.block import Span
from briefing_tui.blocks.scope import shortened
from briefing_tui.meeting.order import Stage
from briefing_tui.meeting.position import Position
from briefing_tui.model.kinds import PANES
from briefing_tui.source.load import Loaded, load
from briefing_tui.tui.commands import COMMAND, Keymap, Remapped, keys_of
from briefing_tui.tui.history import Location, Place, location_data, location_from
from briefing_tui.tui.scenes import Scenes
from briefing_tui.tui.screens.stepping import STEP, SteppingScreen
from briefing_tui.tui.session import Session
from briefing_tui.tui.views import View

if TYPE_CHECKING:
    from briefing_tui.tui.screens.goto import Goal

#: What shows the cursor: whoever points at something wants it seen.
_POINTING = frozenset({"down", "up", "next-link", "previous-link", "left", "right", "context"})

#: What the palette's targets begin with that are steps: `step:NUMBER`, from 0.
_STEP_GOAL = "step:"


class MeetingScreen(SteppingScreen, inherit_bindings=False):
    """Goes through a running order, and aside from it and back."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        #: The number of a step as far as it has been typed.
        self._number = ""

    # looking up --------------------------------------------------------------------

    def look_through(self, view: View) -> None:
        """Another view is a look-up like any other: what was open is on the stack."""
        if not self.aside:
            self.say("A step is shown in one way", "note")
            return
        self.history.leave(self.here())
        super().look_through(view)

    def open_target(self, target: str) -> None:
        if not self.opened_elsewhere(self.session, target):
            super().open_target(target)

    def opened_elsewhere(self, session: Session, target: str) -> bool:
        """Follows a link of a briefing into another one, as a look-up over the talk; whether it is such a link."""
        if "#" not in target or target.startswith(("http://", "https://", "mailto:")):
            return False
        from briefing_tui.tui.screens.elsewhere import elsewhere

        found = elsewhere(self, session, target)
        if isinstance(found, str):
            self.program.tell(found, "error")
        else:
            self.app.push_screen(found)
        return True

    def uncover(self) -> None:
        """Closes whatever lies over this screen."""
        while self.app.screen is not self and self in self.app.screen_stack:
            self.app.pop_screen()

    def open_pane(self, pane: str) -> None:
        here = self.location
        if (here.pane, here.entry) != (pane, ""):
            self.visit(Location(pane, zoom=here.zoom, find=self.found.words))

    def visit(self, location: Location) -> None:
        # Who clicks on a link while something is typed has done with typing: where a find began is on the stack.
        self._number = ""
        if self._typing is not None:
            self._type("enter", None)
        super().visit(location)

    def way(self) -> tuple[Location, ...]:
        before = self._before_find if self._typing is not None else None
        found = before is not None and before.document != self.location.document
        return (*super().way(), before) if before is not None and found else super().way()

    def go_to_step(self, number: int, *, end: bool = False) -> None:
        self._end_typing()
        super().go_to_step(number, end=end)

    def do_return(self) -> None:
        way = self.way()
        self._end_typing()
        self.history.begin(way)
        super().do_return()

    def _end_typing(self) -> None:
        # The speaker's other terminal may go on while something is typed here.
        self._typing = None
        self._number = ""

    def _goals(self) -> "list[Goal]":
        # The looks are not changed before an audience, whichever way.
        return [goal for goal in super()._goals() if not goal.target.startswith("theme:")]

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

        scenes, keymap = self.scenes, Keymap(self.MODE, self._remapped)

        def picked(number: int | None) -> None:
            # The file may have been saved while one was choosing.
            if number is not None:
                self.go_to_step(self.scenes.number_of(scenes.stages[number].key, number))

        self.app.push_screen(OverviewScreen(scenes.cards(), self.at, self.program.look, keymap, self.status), picked)

    def item_here(self) -> str:
        """What is taken down is about what is pointed at; else about the step."""
        show = self.stage.show
        return show if not self.aside and self.main.calm and "#" not in show else super().item_here()

    # keys --------------------------------------------------------------------

    @property
    def numbers_are_steps(self) -> bool:
        """Whether digits name steps."""
        return True

    @property
    def busy(self) -> bool:
        return bool(self._number) or super().busy

    def typed(self, key: str, character: str | None) -> bool:
        if self._number and self._type_number(key, character):
            return True
        if super().typed(key, character):
            return True
        if self.numbers_are_steps and character and character in keys_of(COMMAND["step"], self.MODE, self._remapped):
            self._number = character
            self._show_found()
            return True
        return False

    def give_up(self) -> None:
        self._number = ""
        super().give_up()

    @property
    def _remapped(self) -> Remapped:
        return self.program.configuration.keys

    def do_step(self) -> None:
        # From the palette: no digit has been typed yet.
        self._number = " "
        self._show_found()

    def _type_number(self, key: str, character: str | None) -> bool:
        """Takes a key for the number; whether it was meant for it. Any other gives the number up, and does its own."""
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
            return True
        else:
            self._number = ""
            self._show_found()
            return key in ("escape", "enter")
        self._number = typed
        self._show_found()
        return True

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
        self.attempt(self._show_progress)

    def escape(self) -> None:
        """Esc closes what is open. It never ends the talk, and never leaves the step."""
        if self.found.words or self.app.screen.selections or self.location.focus == "context":
            super().escape()
        elif not self.aside:
            self.moving().unlink()
            self.main.calm_down(True)

    # the file --------------------------------------------------------------------

    def take_in(self) -> None:
        """Takes in a sound new version at the same place, without a word; a broken one leaves what is shown."""
        if self.session.path is not None:
            self.take_version(load(self.session.path))

    def take_version(self, loaded: Loaded) -> None:
        """Shows another reading of the file where it is sound."""
        here, stage, was = self.here(), self.stage, self.session.good
        self.session.take(loaded)
        if self.session.good is not loaded:
            self._dress()
            return
        scenes = Scenes(self.session, large=self.scenes.large)
        if was is not None and not self.answer_of(lambda: bool(scenes.stages), False):
            # A version that no talk can be made of is as good as none.
            self.session.go_back_to(was)
            return
        self._index = None
        self.end_hints()
        self.scenes = scenes
        self.at = self.scenes.number_of(stage.key, self.at)
        self.points = min(self.points, self.all_points) if self.stage.key == stage.key else 1
        if self._before_find is not None:
            self._before_find = self._standing(self._before_find, stage)
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
        way = self.way() if self.aside else ()
        return Position(self.stage.key, self.at, self.points, tuple(map(_told, (*way, here))))

    def show_position(self, position: Position) -> None:
        """Shows what somebody else is at. What this version of the file has not is passed over."""
        self.end_hints()
        self.at = self.scenes.number_of(position.key, position.number)
        self.points = min(position.shown, self.all_points)
        known = self.stage.key == position.key
        here = self.location
        first = location_from(position.stack[0]) if position.stack else Location()
        way = [Location(STEP, view=self.stage.key, main=first.main if known else Place(), zoom=here.zoom)]
        for place in position.stack[1:]:
            location = location_from(place)
            # What was taken down is this machine's own.
            if self.session.knows(location.entry) if location.entry else place.get("pane") in PANES:
                way.append(location._replace(zoom=here.zoom, focus="main"))
        self.history.begin(way[:-1])
        self._open(way[-1])


def _told(location: Location) -> dict[str, Any]:
    return {**location_data(location._replace(focus="main")), "now": location.lens.now}
