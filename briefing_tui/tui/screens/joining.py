"""Waiting to follow: until the presenter is heard, and until the briefing is here where there is no copy of it."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult

from briefing_tui.blocks.block import Heading, Note, Span
from briefing_tui.library.start import Talk
from briefing_tui.meeting.author import author_name
from briefing_tui.meeting.link import CannotShareError
from briefing_tui.meeting.update import Update
from briefing_tui.source.load import load_bytes
from briefing_tui.tui.screens.keyed import KeyedScreen
from briefing_tui.tui.session import Session
from briefing_tui.tui.widgets.bars import StatusLine
from briefing_tui.tui.widgets.surface import Surface

if TYPE_CHECKING:
    from briefing_tui.meeting.link import Link


class JoinScreen(KeyedScreen, inherit_bindings=False):
    """Joins a room at a broker without having its briefing."""

    MODE = "follow"

    def __init__(self, talk: Talk) -> None:
        super().__init__()
        self._talk = talk
        self._link: Link | None = None
        self._fetching = False
        #: Whether the talk is open over this screen.
        self._joined = False

    def compose(self) -> ComposeResult:
        self._status = StatusLine(self.program.look)
        self._main = Surface(self.program.look, id="main")
        yield self._main
        yield self._status

    def on_mount(self) -> None:
        self._tell(f"Waiting for the presentation of “{self._talk.room}”")
        self.call_after_refresh(self._join)

    def on_screen_resume(self) -> None:
        if self._joined:
            # Whoever leaves the talk has not come to wait for it.
            self.program.leave(self)

    def on_unmount(self) -> None:
        self._end_link()

    def _end_link(self) -> None:
        link, self._link = self._link, None
        if link is not None:
            link.close()

    def _tell(self, *words: str) -> None:
        self._main.show_blocks((Heading((Span("Following"),), 1), *[Note((Span(each),)) for each in words]))
        self._status.keys = tuple(self.hints_of(("quit",)))
        self._status.refresh()

    def _join(self) -> None:
        from briefing_tui.meeting.address import broker_at
        from briefing_tui.meeting.sharing import follow

        talk = self._talk
        try:
            broker = broker_at(talk.via, talk.room, talk.credentials)
            self._link = follow(self, broker=broker, name=author_name(self.program.configuration.settings))
        except CannotShareError as error:
            self._tell(str(error))

    def placed(self, update: Update) -> None:
        """The presenter is heard: the briefing is asked for, once."""
        if not self._fetching and not self._joined:
            self._fetching = True
            self.run_worker(self._fetch(update.digest), exclusive=True)

    async def _fetch(self, digest: str) -> None:
        if self._link is None:
            return
        self._tell("Receiving the briefing")
        try:
            content = await self._link.fetch(digest)
        except CannotShareError as error:
            self._tell(str(error))
            self._fetching = False
        else:
            # Not from here: what fetches ends with this screen.
            self.call_next(self._open_briefing, content)

    def _open_briefing(self, content: bytes) -> None:
        from briefing_tui.tui.screens.attending import FollowScreen

        session = Session(load_bytes(content, self._talk.room, self._talk.room))
        if session.good is not None:
            self._joined = True
            self._end_link()
            self.app.push_screen(FollowScreen(session, self._talk))
            return
        words = session.latest.diagnostics[0].message if session.latest.diagnostics else ""
        self._tell("What came from the presenter does not open here", words)

    def asked(self, name: str) -> None:
        """Nobody asks who follows."""

    def taken(self, name: str) -> None:
        """Nothing is taken from who follows."""

    def note(self, words: str) -> None:
        """Something that is said quietly."""
        if self.is_attached:
            self.say(words, "note")

    def do_quit(self) -> None:
        self.program.leave(self)
