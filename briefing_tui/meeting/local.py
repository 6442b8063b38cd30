"""A talk's socket on this machine: whoever presents owns it, others come and go. One port of the podium.

Everybody who can connect is the same user; still, nothing that comes in can stop, fill or slow down the presenter.
"""

import asyncio
import contextlib
import os
import time
from pathlib import Path
from typing import Any

from briefing_tui.meeting.lines import Lines
from briefing_tui.meeting.link import Role
from briefing_tui.meeting.podium import Podium, Seat
from briefing_tui.meeting.sockets import Talk, bound, claimed, greeting
from briefing_tui.meeting.update import LONGEST, Update, decoded, encode, is_digest, name_from, number, written

#: Connections at a time; more are closed at once.
MOST_GUESTS = 256
#: Seconds in which whoever connects has to say who they are.
_HELLO = 5.0
#: Lines that are no message, after which a guest is shown the door.
_GARBAGE = 8

_ROLES: dict[str, Role] = {"speak": "speak", "present": "present", "follow": "follow"}


class Host:
    """The owner of a talk's socket. Raises RunningError where somebody presents this file, OSError without a socket."""

    def __init__(self, podium: Podium, path: str | os.PathLike[str], title: str) -> None:
        self._podium = podium
        self._path = Path(os.path.realpath(path))
        self._title = title
        self._since = time.time()
        self._guests: set[_Guest] = set()
        self._told: tuple[Update | None, Seat | None] | None = None
        self._loop = asyncio.get_running_loop()
        self._claim = claimed(path)
        try:
            self._socket = bound(self._claim)
        except BaseException:
            self._claim.let_go()
            raise
        self._opening = self._loop.create_task(self._open())
        self._server: asyncio.AbstractServer | None = None
        podium.ports.append(self)

    @property
    def followers(self) -> int | None:
        """How many guests follow."""
        return sum(guest.role == "follow" for guest in self._guests)

    def tell(self, update: Update | None, by: Seat | None) -> None:
        """Tells every guest, when the screen is done with what it does now; of several tellings only the last."""
        waiting = self._told is not None
        if isinstance(by, _Guest):
            by.last = update
        self._told = (update, by)
        if not waiting:
            self._loop.call_soon(self._tell)

    def ask(self, name: str) -> None:
        """Whoever drives is elsewhere, or known to the podium."""

    def asked(self, name: str) -> None:
        """Tells the presenter's second terminals that somebody asks to drive."""
        for guest in self._guests:
            if guest.role == "speak":
                guest.asked(name)

    def seat(self, name: str) -> Seat | None:
        """The guest of this name that has asked to drive."""
        return next((guest for guest in self._guests if guest.wants and guest.name == name), None)

    def hand(self, to: str, term: int) -> None:
        """Who is here is a seat of this process."""

    def close(self) -> None:
        """Lets go of the socket. What was told last still goes out to whoever takes it."""
        if self._told is not None:
            self._tell()
        self._opening.cancel()
        if self._server is not None:
            self._server.close()
        self._socket.close()
        for guest in list(self._guests):
            guest.finish()
        self._claim.let_go()

    async def closed(self) -> None:
        """Until every guest is gone; those that take nothing are dropped."""
        for _ in range(20):
            if not self._guests:
                break
            await asyncio.sleep(0.01)
        for guest in list(self._guests):
            guest.drop()
        with contextlib.suppress(asyncio.CancelledError):
            await self._opening
        await asyncio.sleep(0)

    async def _open(self) -> None:
        # The socket listens already: who connects now is only answered a moment later.
        self._server = await self._loop.create_unix_server(lambda: _Guest(self), sock=self._socket)

    def _tell(self) -> None:
        if self._told is None:
            return
        update, _ = self._told
        self._told = None
        common = None
        for guest in self._guests:
            if guest.role == "follow":
                # The same for all who only look on: written once.
                common = common or self._line(guest, update)
                guest.send("at", common)
            elif guest.role is not None:
                guest.send("at", self._line(guest, update))

    def _line(self, guest: "_Guest", update: Update | None) -> bytes:
        role, podium = guest.role, self._podium
        drives = podium.drives if role == "speak" else role == "present" and podium.seat is guest
        own = update is not None and guest.last is update
        return encode(
            {
                "kind": "at",
                "update": None if update is None else written(update),
                "driver": podium.driver,
                "drives": drives,
                "own": own,
                "moves": guest.moves,
            }
        )

    # What guests use.

    def came(self, guest: "_Guest") -> bool:
        """Whether there is room for another one."""
        if len(self._guests) >= MOST_GUESTS:
            return False
        self._guests.add(guest)
        return True

    def went(self, guest: "_Guest") -> None:
        """A connection is gone."""
        self._guests.discard(guest)
        self._podium.left(guest)

    def greet(self, guest: "_Guest") -> None:
        """Says what is presented, and where the talk is."""
        driver = self._podium.driver or self._podium.name
        guest.send("talk", greeting(Talk(self._path, self._title, driver, self._since)))
        if guest.role is not None:
            guest.send("at", self._line(guest, self._podium.newest))

    def does(self, guest: "_Guest", message: dict[str, Any]) -> bool:
        """What a guest that may drive wants; False where it is nothing that is known."""
        kind, podium, speaks = message.get("kind"), self._podium, guest.role == "speak"
        if kind == "move":
            return self._move(guest, message)
        if kind == "ask":
            podium.ask_for(podium.name if speaks else guest.name, None if speaks else guest)
            guest.wants = not speaks and podium.seat is not guest
        elif kind == "take":
            if speaks:
                podium.take()
            elif podium.seat is not guest or not podium.holds:
                guest.wants = False
                podium.give(guest)
        elif kind == "yield":
            if speaks:
                podium.yield_to(name_from(message.get("to")))
            elif podium.seat is guest:
                podium.hand_on(name_from(message.get("to")))
        else:
            return False
        return True

    def _move(self, guest: "_Guest", message: dict[str, Any]) -> bool:
        count, digest, position = number(message.get("moves")), message.get("digest"), message.get("position")
        if count is None or not is_digest(digest) or not isinstance(position, dict):
            return False
        guest.moves = count
        speaks = guest.role == "speak"
        if not self._podium.moved(guest, same_person=speaks, position=position, digest=str(digest)):
            # It shows what it wished for: it is put back to where the talk is.
            guest.send("at", self._line(guest, self._podium.newest))
        return True


class _Guest(Lines):
    """A connection to the socket, seen from the host."""

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self._garbage = self._heard = 0
        self._deadline: asyncio.TimerHandle | None = None
        self.role: Role | None = None
        self.name = ""
        #: How many moves of its own it has sent, and where the last of them brought the talk.
        self.moves = 0
        self.last: Update | None = None
        self.wants = False

    def asked(self, name: str) -> None:
        """Tells it that somebody asks to drive."""
        self.send("asked", encode({"kind": "asked", "name": name}))

    def begun(self) -> None:
        """Somebody connected."""
        if not self._host.came(self):
            self.drop()
            return
        self._deadline = asyncio.get_running_loop().call_later(_HELLO, self.drop)

    def ended(self) -> None:
        """It is gone."""
        if self._deadline is not None:
            self._deadline.cancel()
        self._host.went(self)

    def data_received(self, data: bytes) -> None:
        """Called by the loop. Who only looks on may say what they like, within bounds: nobody reads it."""
        if self.role != "follow":
            super().data_received(data)
            return
        self._heard += len(data)
        if self._heard > LONGEST:
            self.drop()

    def lines(self, lines: list[bytes]) -> None:
        """What it says. Of moves that came together only the last is made."""
        messages = [decoded(line) for line in lines]
        moves = [message for message in messages if message is not None and message.get("kind") == "move"]
        for message in messages:
            if self.transport is None or self.transport.is_closing():
                return
            overtaken = message is not None and message.get("kind") == "move" and message is not moves[-1]
            if message is None or not (overtaken or self._understood(message)):
                self._garbage += 1
                if self._garbage > _GARBAGE:
                    self.drop()

    def _understood(self, message: dict[str, Any]) -> bool:
        if self.role is None:
            return self._said_hello(message)
        return self.role == "follow" or self._host.does(self, message)

    def _said_hello(self, message: dict[str, Any]) -> bool:
        if message.get("kind") == "look":
            self._host.greet(self)
            self.finish()
            return True
        role = _ROLES.get(str(message.get("role")))
        if message.get("kind") != "hello" or role is None:
            return False
        if self._deadline is not None:
            self._deadline.cancel()
        self.role, self.name = role, name_from(message.get("name"))
        self._host.greet(self)
        return True
