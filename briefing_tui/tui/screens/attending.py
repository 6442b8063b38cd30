"""Following: the same as the presenter shows, until one goes one's own way; then it says how far that is."""

from typing import TYPE_CHECKING

from briefing_tui.blocks.block import Span
from briefing_tui.library.start import Talk
from briefing_tui.meeting.author import author_name
from briefing_tui.meeting.link import CannotShareError
from briefing_tui.meeting.position import Position
from briefing_tui.meeting.update import Update
from briefing_tui.source.load import load_bytes
from briefing_tui.tui.screens.shared import SharedScreen
from briefing_tui.tui.session import Session
from briefing_tui.tui.widgets.stagebar import StageBar

if TYPE_CHECKING:
    from briefing_tui.meeting.link import Link


class FollowScreen(SharedScreen, inherit_bindings=False):
    """What somebody sees who follows."""

    MODE = "follow"

    def __init__(self, session: Session, talk: Talk) -> None:
        super().__init__(session, talk)
        #: Whether this screen goes where the presenter goes.
        self.following = True
        self._other_version = False
        #: The digest of the version that was last asked for.
        self._wanted = ""

    def joined(self) -> "Link | None":
        from briefing_tui.meeting.sharing import follow

        talk, path = self.talk, self.session.path
        if talk.via:
            from briefing_tui.meeting.address import broker_at

            broker = broker_at(talk.via, talk.room or (path.stem if path is not None else ""), talk.credentials)
            return follow(self, broker=broker, name=author_name(self.program.configuration.settings))
        return follow(self, path=path) if path is not None else None

    def tells(self) -> bool:
        return False

    # following --------------------------------------------------------------------

    def placed(self, update: Update) -> None:
        self._other_version = update.digest != self.digest
        if self._other_version and self.session.path is None and self._wanted != update.digest:
            # What came from the presenter is had anew from there.
            self._wanted = update.digest
            self.run_worker(self._fetch(update.digest), exclusive=True)
        super().placed(update)

    async def _fetch(self, digest: str) -> None:
        if self.link is None:
            return
        try:
            content = await self.link.fetch(digest)
        except CannotShareError as error:
            self.say(str(error), "error")
            return
        name = self.session.latest.name
        self.take_version(load_bytes(content, name, name))

    def hear(self, position: Position) -> None:
        if self.following:
            self.blank(position.blank)
            if not position.held:
                super().hear(position)
        self._show_progress()

    def moved_by_hand(self) -> None:
        if self.following and self.heard is not None:
            self.following = False
            self.blank(False)
            self._show_progress()

    def do_rejoin(self) -> None:
        if self.heard is None:
            self.say("Nobody presents yet", "note")
            return
        self.following = True
        self.hear(self.heard._replace(held=False))

    # furniture --------------------------------------------------------------------

    def away(self) -> str:
        """How far this screen is from what is presented, in words; nothing while it follows."""
        if self.following or self.heard is None:
            return ""
        steps = abs(self.scenes.number_of(self.heard.key, self.heard.number) - self.at)
        return "1 step away" if steps == 1 else f"{steps} steps away" if steps else "Looking around"

    def _crumb(self) -> tuple[str, ...]:
        away = self.away()
        if away:
            return (away,)
        if self.heard is None:
            return ("Waiting for the presentation",)
        return ("Another version of this file is presented",) if self._other_version else super()._crumb()

    def _hint_keys(self) -> tuple[tuple[str, str], ...]:
        return (*(self.hints_of(("rejoin",)) if self.away() else ()), *super()._hint_keys())

    def _show_progress(self) -> None:
        header = self.header
        if isinstance(header, StageBar):
            driver = self.link.driver if self.link is not None else None
            header.aside = (Span(f"{driver}   ", "dim"),) if driver and self.following else ()
        super()._show_progress()
