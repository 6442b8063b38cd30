"""A running order that several screens go through together: what one's own hand moves is told, what is heard is shown.

How it is told is the link's business (meeting/link.py); nothing here waits for it.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult

from briefing_tui.library.start import Talk
from briefing_tui.meeting.link import CannotShareError
from briefing_tui.meeting.position import Position, position_data, position_from
from briefing_tui.meeting.update import Update, digest_of
from briefing_tui.source.load import Loaded
from briefing_tui.state import Unkept
from briefing_tui.tui.history import Location
from briefing_tui.tui.screens.meeting import MeetingScreen
from briefing_tui.tui.session import Session
from briefing_tui.tui.widgets.stagebar import Cover, StageBar
from briefing_tui.tui.widgets.surface import Surface

if TYPE_CHECKING:
    from briefing_tui.meeting.link import Link


class SharedScreen(MeetingScreen, inherit_bindings=False):
    """Goes through a running order with others. `heard` is where they are, once that is known."""

    def __init__(self, session: Session, talk: Talk) -> None:
        super().__init__(session)
        self.talk = talk
        self.link: Link | None = None
        #: Whether the screen is blank but for the handling.
        self.blanked = False
        self.heard: Position | None = None
        #: Whether this screen was last moved by whoever sits before it, and not by what was heard.
        self._own_hand = False
        self._due = False
        self._published: Position | None = None

    def compose(self) -> ComposeResult:
        yield from super().compose()
        yield Cover(self.program.look, id="cover")

    def on_mount(self) -> None:
        # The first painting does not wait for it.
        self.call_after_refresh(self._join)

    async def on_unmount(self) -> None:  # type: ignore[override]  # Textual takes either kind
        if self.link is not None:
            self.link.close()
            # The loop may end with the program: what was published last still goes out.
            await self.link.closed()

    # what others add to --------------------------------------------------------------------

    def joined(self) -> "Link | None":
        """The link to the others; None where there are none."""
        return None

    def own_position(self) -> Position:
        """Where this screen is, as the others are told."""
        return self.position()

    def moved_by_hand(self) -> None:
        """Whoever sits before this screen has moved it."""

    # blanking --------------------------------------------------------------------

    def blank(self, blank: bool) -> None:
        """Leaves the handling on the screen and nothing else, or shows all again."""
        self.blanked = blank
        if blank:
            self.close_over()
        self.set_class(blank, "blanked")
        if isinstance(self.header, StageBar):
            self.header.blank = blank
        self._show_progress()

    def close_over(self) -> None:
        """Closes soon what lies over this screen."""
        over = self.app.screen
        if over is not self and self in self.app.screen_stack:
            # In its own loop, as its own keys do.
            over.call_later(self.uncover)

    def _crumb(self) -> tuple[str, ...]:
        return () if self.blanked else super()._crumb()

    def _hint_keys(self) -> tuple[tuple[str, str], ...]:
        return () if self.blanked else super()._hint_keys()

    # telling --------------------------------------------------------------------

    @cached_property
    def content(self) -> bytes:
        """The bytes of the version that is shown, as they are handed on."""
        good = self.session.good
        return good.text.encode("utf-8", "replace") if good is not None else b""

    @cached_property
    def digest(self) -> str:
        """The digest of the version that is shown."""
        return digest_of(self.content)

    def _join(self) -> None:
        if not self.is_attached or self.link is not None or isinstance(self.program.state, Unkept):
            # Whoever takes a picture presents nothing.
            return
        try:
            self.link = self.joined()
        except Exception as error:
            # Whatever is wrong with sharing, the talk goes on.
            why = str(error) if isinstance(error, CannotShareError) else "sharing does not work here"
            self.say(f"Nobody can follow: {why}", "error")
        else:
            self._publish()

    def on_key(self, event: events.Key) -> None:
        self._own_hand = True

    def _forward_event(self, event: events.Event) -> None:
        if isinstance(event, events.MouseDown | events.MouseScrollDown | events.MouseScrollUp):
            self._own_hand = True
        super()._forward_event(event)

    def _open(self, location: Location) -> None:
        super()._open(location)
        self.changed()

    def on_surface_moved(self, event: Surface.Moved) -> None:
        if event.surface is self.main:
            self.changed()

    def changed(self) -> None:
        """Tells the others soon, where it was this screen's own hand that moved it."""
        if self._own_hand and not self._due and self.is_attached:
            self._due = True
            self.call_next(self._tell)

    def _tell(self) -> None:
        self._due = False
        if self._own_hand:
            self.moved_by_hand()
            self._publish()

    def _publish(self) -> None:
        position = self.own_position()
        # Time alone is nothing to tell.
        place = position._replace(in_step=0.0)
        if self.link is not None and place != self._published and self.tells():
            self._published = place
            self.link.publish(position_data(position), self.digest)

    def tells(self) -> bool:
        """Whether the others are to be told now."""
        return True

    def take_version(self, loaded: Loaded) -> None:
        was = self.session.good
        super().take_version(loaded)
        if self.session.good is not was:
            self.__dict__.pop("content", None)
            self.__dict__.pop("digest", None)
            self._published = None
            self._publish()

    # hearing --------------------------------------------------------------------

    def placed(self, update: Update) -> None:
        """The talk is here now."""
        position = position_from(update.position)
        if position is not None and self.is_attached:
            self.heard = position
            self.hear(position)

    def hear(self, position: Position) -> None:
        """Shows where the others are."""
        self._own_hand = False
        self._published = None
        self._typing = None
        self._number = ""
        self.show_position(position)

    def asked(self, name: str) -> None:
        """Somebody asks to drive."""

    def taken(self, name: str) -> None:
        """Somebody else drives now."""

    def note(self, words: str) -> None:
        """Something that is said quietly."""
        if self.is_attached:
            self.say(words, "note")
