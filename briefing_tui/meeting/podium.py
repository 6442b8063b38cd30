"""The presenter's process: it alone says where the talk is on this machine, and who of those at its ports drives.

A port is how others are reached: the socket of this machine, the room at a broker. Knows neither.
"""

from collections.abc import Mapping
from typing import Any, Protocol

from briefing_tui.meeting.link import CannotShareError, Heard
from briefing_tui.meeting.told import Asking, Told
from briefing_tui.meeting.update import Update, first_term, next_term, tellable


class Seat(Protocol):
    """Another presenter at one of the ports, to whom the podium can give the word."""

    @property
    def name(self) -> str:
        """What it is called."""

    def asked(self, name: str) -> None:
        """Tells it that somebody asks to drive."""


class Port(Protocol):
    """How others are reached. No method waits or raises."""

    @property
    def followers(self) -> int | None:
        """How many follow there, where that is known."""

    def tell(self, update: Update | None, by: Seat | None) -> None:
        """Tells everybody there where the talk is. `by` is who brought it there: not to be told its own move."""

    def ask(self, name: str) -> None:
        """Asks whoever drives, if they are there."""

    def asked(self, name: str) -> None:
        """Tells the presenter's own other screens there that somebody asks to drive."""

    def seat(self, name: str) -> Seat | None:
        """Who of this process is called so, and has asked."""

    def hand(self, to: str, term: int) -> None:
        """Lets somebody of another process drive who has asked."""

    def close(self) -> None:
        """Lets go of it."""

    async def closed(self) -> None:
        """Until it is let go."""


class Podium:
    """The link of who presents (see `link.Link`), and what its ports ask of it."""

    def __init__(self, heard: Heard, name: str) -> None:
        self.name = name
        self.told = Told(heard)
        self.ports: list[Port] = []
        self._term = first_term()
        self._seq = 0
        self._newest: Update | None = None
        self._seat: Seat | None = None
        self._asking = Asking()
        self._wants = False
        self._disputed = False

    def resume(self, newest: Update) -> None:
        """Goes on with a talk that another process began and ended."""
        self._term = next_term(newest.term)
        self._newest = Update(self._term, 0, self.name, newest.digest, newest.position)

    # What a screen uses.

    @property
    def drives(self) -> bool:
        """Whether this very presenter drives: no other seat of the process, nobody elsewhere."""
        return self.holds and self._seat is None

    @property
    def holds(self) -> bool:
        """Whether somebody of this process drives: it says where the talk is."""
        return self._newest is None or self._newest.term == self._term

    @property
    def driver(self) -> str | None:
        """Who drives."""
        if self._newest is None:
            return self._seat.name if self._seat is not None else self.name
        return self._newest.driver

    @property
    def seat(self) -> Seat | None:
        """Who of this process drives, where it is not the presenter itself."""
        return self._seat

    @property
    def newest(self) -> Update | None:
        """Where the talk is."""
        return self._newest

    @property
    def followers(self) -> int | None:
        """How many follow on this machine."""
        known = [port.followers for port in self.ports if port.followers is not None]
        return sum(known) if known else None

    def publish(self, position: Mapping[str, Any], digest: str) -> bool:
        """Moves everybody, where this presenter drives."""
        return self.drives and self._place(position, digest, self.name, None)

    def ask(self) -> None:
        """Asks whoever drives."""
        self.ask_for(self.name, None)

    def take(self) -> None:
        """Drives from now on."""
        if not self.drives:
            self.give(None)

    def yield_to(self, name: str) -> None:
        """Lets somebody drive who has asked."""
        if self.drives:
            self.hand_on(name)

    async def fetch(self, digest: str) -> bytes:
        """A presenter has the file."""
        raise CannotShareError("whoever presents brings the file: nobody is there to send it")

    def close(self) -> None:
        """Ends the presentation here."""
        self.told.silence()
        for port in self.ports:
            port.close()

    async def closed(self) -> None:
        """Until the ports are let go."""
        for port in self.ports:
            await port.closed()

    # What ports use.

    def moved(self, seat: Seat, *, same_person: bool, position: Mapping[str, Any], digest: str) -> bool:
        """Somebody at a port moved. The presenter's own second terminal drives when the presenter does."""
        if not self.holds or (self._seat is not None if same_person else self._seat is not seat):
            return False
        return self._place(position, digest, self.name if same_person else seat.name, seat)

    def give(self, seat: Seat | None) -> None:
        """Lets a seat of this process drive from now on; None is the presenter itself. The former one is told."""
        had_it = self.drives
        self._term = next_term(max(self._term, self._newest.term if self._newest else 0))
        self._seat, self._seq, self._wants = seat, 0, False
        name = self.name if seat is None else seat.name
        if self._newest is not None:
            self._newest = Update(self._term, 0, name, self._newest.digest, self._newest.position)
        self._tell(None)
        if had_it and seat is not None:
            self.told.taken(name)

    def heard(self, update: Update, *, anew: bool = False) -> bool:
        """An update from elsewhere. `anew`: it holds whatever is known here, since nobody else has said anything."""
        before = self._newest
        if before is not None and not anew and update.order <= before.order:
            return False
        if update.term == self._term and self.holds:
            # In a term of this process nobody else can have moved: whoever believed it must hear a higher one.
            self._disputed = True
            return False
        if not tellable(update):
            return False
        had_it = self.drives
        self._newest, self._seat = update, None
        self._tell(None)
        if had_it:
            self.told.taken(update.driver)
        self.told.placed(update)
        return True

    def asked(self, name: str) -> None:
        """Somebody asks to drive: whoever of this process does is told."""
        if not self.holds or not self._asking.passes(name):
            return
        if self._seat is not None:
            self._seat.asked(name)
            return
        self.told.asked(name)
        for port in self.ports:
            port.asked(name)

    def ask_for(self, name: str, seat: Seat | None) -> None:
        """Somebody of this process asks whoever drives, here or elsewhere."""
        if seat is None:
            self._wants = not self.drives
        if self.holds:
            if self._seat is not seat:
                self.asked(name)
            return
        for port in self.ports:
            port.ask(name)

    def hand_on(self, name: str) -> None:
        """Lets somebody drive who has asked: here at once, elsewhere when they hear of it."""
        if not self._handed_here(name):
            for port in self.ports:
                port.hand(name, self._term)

    def handed(self, to: str, term: int) -> None:
        """Whoever drives elsewhere lets somebody drive."""
        if self._newest is not None and not self.holds and term == self._newest.term:
            self._handed_here(to)

    def left(self, seat: Seat) -> None:
        """Somebody went away. Where they drove, the presenter does again."""
        if self._seat is seat:
            name = seat.name
            self._seat = None
            if self.holds:
                self.give(None)
                self.told.note(f"{name} has left: you drive again")

    def settle(self) -> None:
        """Where somebody else spoke in this process' term, a new one settles who was meant. Called now and then."""
        if self._disputed:
            self._disputed = False
            if self.holds:
                self.give(self._seat)

    def _handed_here(self, name: str) -> bool:
        if self._wants and name == self.name:
            self.give(None)
            return True
        for port in self.ports:
            seat = port.seat(name)
            if seat is not None:
                self.give(seat)
                return True
        return False

    def _place(self, position: Mapping[str, Any], digest: str, driver: str, by: Seat | None) -> bool:
        update = Update(self._term, self._seq + 1, driver, digest, dict(position))
        if not tellable(update):
            self.told.note("This place is too long to be told to others: they stay where they are")
            return False
        self._seq, self._newest = update.seq, update
        self._tell(by)
        if by is not None:
            self.told.placed(update)
        return True

    def _tell(self, by: Seat | None) -> None:
        for port in self.ports:
            port.tell(self._newest, by)
