"""Looking something up in another briefing during a talk: it is read and nothing else, and every way out leads back."""

from typing import TYPE_CHECKING

from briefing_tui.library.walk import briefing_beside
from briefing_tui.source.load import load
from briefing_tui.tui.arrangement import STAGE_MEASURE
from briefing_tui.tui.history import Location
from briefing_tui.tui.screens.reader import ReaderScreen
from briefing_tui.tui.session import Session
from briefing_tui.tui.widgets.stagebar import StageBar

if TYPE_CHECKING:
    from briefing_tui.meeting.minutes import Minutes
    from briefing_tui.tui.screens.goto import Goal
    from briefing_tui.tui.screens.meeting import MeetingScreen


def elsewhere(talk: "MeetingScreen", session: Session, target: str) -> "ElsewhereScreen | str":
    """What a link of a briefing into another one leads to during a talk; in words why it leads nowhere."""
    name, _, entry = target.partition("#")
    path = briefing_beside(session.path, name) if session.path is not None else None
    if path is None:
        return f"There is no {name}.yaml beside this file"
    other = Session(load(path))
    if other.good is None:
        return f"{path.name} does not open"
    if not other.knows(entry):
        return f"Nothing in {path.name} is called “{entry}”"
    return ElsewhereScreen(talk, other, Location(other.pane_of(entry), entry, zoom=True))


class ElsewhereScreen(ReaderScreen, inherit_bindings=False):
    """Shows another briefing over a talk, as it was when it was opened."""

    HEADER, WIDEST = StageBar, STAGE_MEASURE

    def __init__(self, talk: "MeetingScreen", session: Session, location: Location) -> None:
        super().__init__(session, location)
        self.talk = talk
        # What is inert in the talk is inert here.
        self.MODE = talk.MODE

    def on_mount(self) -> None:
        self.add_class("meeting")

    # ways back --------------------------------------------------------------------

    def do_return(self) -> None:
        self.talk.uncover()

    def do_quit(self) -> None:
        self.talk.uncover()

    def asks_to_leave(self) -> None:
        self.do_return()

    def do_blank(self) -> None:
        self.talk.uncover()
        self.talk.run_command("blank")

    def do_back(self) -> None:
        if self.history.depth:
            super().do_back()
        else:
            self.program.leave(self)

    def do_next(self) -> None:
        if self.main.below:
            self.main.page(1)
        else:
            self.do_return()

    def do_previous(self) -> None:
        if self.main.above:
            self.main.page(-1)
        else:
            self.say(f"The beginning{self.hint('return', '; {} returns to the running order')}", "note")

    def do_first(self) -> None:
        self.main.end(last=False)

    def do_last(self) -> None:
        self.main.end(last=True)

    def escape(self) -> None:
        if self.found.words or self.app.screen.selections or self.location.focus == "context":
            super().escape()

    # what is looked up from here --------------------------------------------------------------------

    def open_target(self, target: str) -> None:
        if not self.talk.opened_elsewhere(self.session, target):
            super().open_target(target)

    def _goals(self) -> "list[Goal]":
        return [goal for goal in super()._goals() if not goal.target.startswith("theme:")]

    # what is not this briefing's --------------------------------------------------------------------

    def look_at_file(self) -> None:
        """What is looked up for a moment stays as it is."""

    def edit_at(self, line: int) -> None:
        """Nobody edits before an audience."""

    def keep_place(self) -> None:
        self.talk.keep_place()

    @property
    def minutes(self) -> "Minutes":
        return self.talk.minutes

    def meeting_now(self) -> tuple[str, float | None]:
        return self.talk.meeting_now()

    def item_here(self) -> str:
        show = self.talk.stage.show
        return "" if "#" in show else show

    def do_minutes(self) -> None:
        self.say(f"These are of the talk{self.hint('return', ': {} returns to it')}", "note")

    # furniture --------------------------------------------------------------------

    def _open(self, location: Location) -> None:
        view = self.session.view(location.pane, location.entry, location.view)
        self.set_class(view is not None and bool(view.at), "drawn")
        super()._open(location)

    def _dress(self) -> None:
        super()._dress()
        header = self.header
        if isinstance(header, StageBar):
            header.step = (self.talk.at + 1, len(self.talk.stages))

    def _crumb(self) -> tuple[str, ...]:
        return (f"↩ from {self.talk.stage.title}",)

    def _hint_keys(self) -> tuple[tuple[str, str], ...]:
        return tuple(self.hints_of(("return", "back", "hints", "goto", "keys")))
