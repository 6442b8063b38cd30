"""A talk in a room at a NATS broker: `briefing.ROOM.` with `position`, `now`, `file`, `ask` and `yield`.

Who may publish what is the broker's business: its permissions should let presenters alone publish `position` and
`yield`. Still, only what parses is taken, and nothing that anybody sends can stop or fill the others.
"""

import asyncio
import time
from collections.abc import Mapping
from typing import Any

from briefing_tui.meeting.address import Broker
from briefing_tui.meeting.handing import Giver, Taker
from briefing_tui.meeting.link import CannotShareError, Heard, Offer
from briefing_tui.meeting.podium import Podium, Seat
from briefing_tui.meeting.told import Told
from briefing_tui.meeting.update import LONGEST, Update, decoded, encode, name_from, number, parse, written
from briefing_tui.meeting.wire import Wire

#: Seconds between two tellings of the newest place, so that everybody finds back by themselves.
BEAT = 2.0
#: Seconds that a presenter who comes into a room waits whether somebody presents there.
JOINING = 1.0
#: Seconds after which whoever drove and says nothing any more does not keep others from driving.
LAPSE = 10.0
#: Seconds after which it is said that nothing comes any more.
QUIET = 8.0

EMPTY = "Nobody presents in this room yet: waiting for it to begin"


class Room:
    """The presenter's port to a room. Until it is known that nobody else drives there, it says nothing."""

    def __init__(self, podium: Podium, broker: Broker, offer: Offer | None) -> None:
        self._podium = podium
        self._giver = Giver(offer)
        self._loop = asyncio.get_running_loop()
        self._joined = False
        self._heard_at = float("-inf")
        self._joining: asyncio.TimerHandle | None = None
        self._subject = f"briefing.{broker.room}"
        self._wire = wire = Wire(broker, up=self._up, note=podium.told.note)
        wire.hear(f"{self._subject}.position", self._position)
        wire.hear(wire.inbox, self._position)
        wire.hear(f"{self._subject}.now", self._now)
        wire.hear(f"{self._subject}.file", self._file)
        wire.hear(f"{self._subject}.ask", self._ask)
        wire.hear(f"{self._subject}.yield", self._yield)
        self._beat = self._loop.call_later(BEAT, self._again)
        podium.ports.append(self)

    @property
    def followers(self) -> int | None:
        """Nobody counts them."""
        return None

    def tell(self, update: Update | None, by: Seat | None) -> None:
        """Publishes where the talk is, when it is this process that says so."""
        if update is not None and self._joined and self._podium.holds:
            self._wire.send(f"{self._subject}.position", encode(written(update)))

    def ask(self, name: str) -> None:
        """Asks whoever drives."""
        self._wire.send(f"{self._subject}.ask", encode({"kind": "ask", "name": name}))

    def asked(self, name: str) -> None:
        """The presenter's own screens are not here."""

    def seat(self, name: str) -> Seat | None:
        """Who is here is of another process."""
        return None

    def hand(self, to: str, term: int) -> None:
        """Lets somebody drive who has asked."""
        self._wire.send(f"{self._subject}.yield", encode({"kind": "yield", "to": to, "term": term}))

    def close(self) -> None:
        """Leaves the room."""
        self._beat.cancel()
        if self._joining is not None:
            self._joining.cancel()
        self._wire.close()

    async def closed(self) -> None:
        """Until it has left."""
        await self._wire.closed()

    def _up(self) -> None:
        self._heard_at = time.monotonic()
        self._wire.send(f"{self._subject}.now", encode({"kind": "now"}), reply=self._wire.inbox)
        if self._joined:
            self.tell(self._podium.newest, None)
        else:
            if self._joining is not None:
                self._joining.cancel()
            self._joining = self._loop.call_later(JOINING, self._join)

    def _join(self) -> None:
        if self._wire.connected:
            self._joined = True
            self.tell(self._podium.newest, None)

    def _again(self) -> None:
        self._beat = self._loop.call_later(BEAT, self._again)
        self._podium.settle()
        self.tell(self._podium.newest, None)

    def _position(self, _: str, content: bytes) -> None:
        update = parse(content)
        if update is None:
            return
        now, known = time.monotonic(), self._podium.newest
        lapsed = not self._podium.holds and now - self._heard_at > LAPSE
        if known is None or lapsed or update.order >= known.order:
            self._heard_at = now
        anew, self._joined = not self._joined or lapsed, True
        self._podium.heard(update, anew=anew)

    def _now(self, inbox: str, _: bytes) -> None:
        newest = self._podium.newest
        if inbox and newest is not None and self._joined and self._podium.holds:
            self._wire.send(inbox, encode(written(newest)))

    def _file(self, inbox: str, content: bytes) -> None:
        newest = self._podium.newest
        if inbox and newest is not None and self._podium.holds and len(content) <= LONGEST:
            answer = self._giver.answer(content, newest.digest)
            if answer is not None:
                self._wire.send_part(inbox, answer)

    def _ask(self, _: str, content: bytes) -> None:
        found = decoded(content)
        if found is not None and self._joined and isinstance(found.get("name"), str):
            self._podium.asked(name_from(found["name"]))

    def _yield(self, _: str, content: bytes) -> None:
        found = decoded(content)
        term = number(found.get("term")) if found is not None else None
        if found is not None and term is not None:
            self._podium.handed(name_from(found.get("to")), term)


class Follower:
    """The link of who looks on in a room (see `link.Link`)."""

    def __init__(self, broker: Broker, heard: Heard, name: str) -> None:
        self._told = Told(heard)
        self._newest: Update | None = None
        self._placed: Update | None = None
        self._heard_at = time.monotonic()
        self._quiet = self._due = False
        self._taker: Taker | None = None
        self._subject = f"briefing.{broker.room}"
        self._wire = Wire(broker, up=self._up, note=self._told.note)
        self._wire.hear(f"{self._subject}.position", self._position)
        self._wire.hear(self._wire.inbox, self._answer)
        self._loop = asyncio.get_running_loop()
        self._watch = self._loop.call_later(BEAT, self._look)

    @property
    def drives(self) -> bool:
        """Never."""
        return False

    @property
    def driver(self) -> str | None:
        """Who drives."""
        return self._newest.driver if self._newest is not None else None

    @property
    def newest(self) -> Update | None:
        """Where the talk is."""
        return self._newest

    @property
    def followers(self) -> int | None:
        """Nobody counts them."""
        return None

    def publish(self, position: Mapping[str, Any], digest: str) -> bool:
        """Followers publish nothing."""
        return False

    def ask(self) -> None:
        """Followers do not drive."""

    def take(self) -> None:
        """Followers do not drive."""

    def yield_to(self, name: str) -> None:
        """Followers do not drive."""

    async def fetch(self, digest: str) -> bytes:
        """The file, from whoever presents. One at a time."""
        if self._taker is not None:
            raise CannotShareError("the file is being fetched already")
        self._taker = Taker(digest, self._want)
        try:
            return await self._taker.whole()
        finally:
            self._taker = None

    def close(self) -> None:
        """Leaves the room."""
        self._told.silence()
        self._watch.cancel()
        self._wire.close()

    async def closed(self) -> None:
        """Until it has left."""
        await self._wire.closed()

    def _up(self) -> None:
        self._heard_at = time.monotonic()
        self._wire.send(f"{self._subject}.now", encode({"kind": "now"}), reply=self._wire.inbox)

    def _want(self, request: bytes) -> None:
        self._wire.send_part(f"{self._subject}.file", request, reply=self._wire.inbox)

    def _answer(self, _: str, content: bytes) -> None:
        if self._taker is not None:
            self._taker.heard(content)
        self._position("", content)

    def _position(self, _: str, content: bytes) -> None:
        update, now = parse(content), time.monotonic()
        if update is None:
            return
        known = self._newest
        # Whoever drove and is gone must not keep a new talk out: their term may be of a clock that was ahead.
        if known is not None and update.order <= known.order and now - self._heard_at <= LAPSE:
            if update.order == known.order:
                self._still_there(now)
            return
        self._still_there(now)
        self._newest = update
        # Of what came at one go, the last.
        if not self._due:
            self._due = True
            self._loop.call_soon(self._place)

    def _place(self) -> None:
        self._due = False
        if self._newest is not None and self._newest != self._placed:
            self._placed = self._newest
            self._told.placed(self._newest)

    def _still_there(self, now: float) -> None:
        self._heard_at = now
        if self._quiet:
            self._quiet = False
            self._told.note("The presentation goes on")

    def _look(self) -> None:
        self._watch = self._loop.call_later(BEAT, self._look)
        if self._wire.connected and not self._quiet and time.monotonic() - self._heard_at > QUIET:
            self._quiet = True
            driver = self.driver
            self._told.note(EMPTY if driver is None else f"Nothing comes from {driver} any more: waiting")
