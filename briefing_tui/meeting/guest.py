"""A guest at a talk on this machine: waits until somebody presents, and comes back whenever that begins again.

What the host says holds: it is of this user, and the lines of one connection come in order.
"""

import asyncio
import contextlib
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from briefing_tui.meeting.lines import Lines
from briefing_tui.meeting.link import CannotShareError, Heard, Role
from briefing_tui.meeting.sockets import Talk, is_ours, socket_of, talk_from
from briefing_tui.meeting.told import Told
from briefing_tui.meeting.update import Update, decoded, digest_of, encode, name_from, update_from
from briefing_tui.source.file import MAX_BYTES

#: Seconds between two looks whether somebody presents.
_AGAIN = 0.25
#: Seconds in which a host has to say what is presented.
_WELCOME = 5.0

WAITING = "Nobody presents this yet: waiting for it to begin"
ENDED = "The presentation has ended here: waiting for it to go on"
BACK = "The presentation is there"


class Guest:
    """The link of who speaks, presents beside another, or follows (see `link.Link`).

    `gone` is called when a host that was there is not any more, before it is looked for again.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        heard: Heard,
        role: Role,
        name: str,
        gone: Callable[[], None] | None = None,
    ) -> None:
        self._place = socket_of(path)
        self._role: Role = role
        self._name = name
        self._told = Told(heard)
        self._gone = gone
        self._line: _Line | None = None
        self._drives = self._wants = False
        self._driver: str | None = None
        self._newest: Update | None = None
        self._moves = 0
        self._moved = self._said = False
        self.talk: Talk | None = None
        self._task = asyncio.get_running_loop().create_task(self._stay())

    @property
    def drives(self) -> bool:
        """Whether what is published here moves everybody."""
        return self._drives

    @property
    def driver(self) -> str | None:
        """Who drives."""
        return self._driver

    @property
    def newest(self) -> Update | None:
        """Where the talk is."""
        return self._newest

    @property
    def followers(self) -> int | None:
        """The presenter knows."""
        return None

    def publish(self, position: Mapping[str, Any], digest: str) -> bool:
        """Sends a move to the host, which makes it where this guest may."""
        if self._line is None or not (self._drives or self._wants):
            return False
        message = {"kind": "move", "moves": self._moves + 1, "digest": digest, "position": position}
        try:
            line = encode(message)
        except ValueError:
            self._told.note("This place is too long to be told to others: they stay where they are")
            return False
        self._moves += 1
        self._moved = True
        self._line.send("move", line)
        return True

    def ask(self) -> None:
        """Asks whoever drives."""
        self._say({"kind": "ask"})

    def take(self) -> None:
        """Drives from now on."""
        if self._role != "follow" and not self._drives and self._line is not None:
            # What is published before the host has answered comes after the taking, and counts.
            self._wants = True
            self._say({"kind": "take"})

    def yield_to(self, name: str) -> None:
        """Lets somebody drive who has asked."""
        if self._drives:
            self._say({"kind": "yield", "to": name})

    async def fetch(self, digest: str) -> bytes:
        """The file's bytes from the disk, where they still are what is presented."""
        if self.talk is None:
            raise CannotShareError("nobody presents this now")
        content = await asyncio.to_thread(_content, self.talk.path)
        if digest_of(content) != digest:
            raise CannotShareError("the file on the disk is not what is being presented: it was saved since")
        return content

    def close(self) -> None:
        """Leaves."""
        self._told.silence()
        self._task.cancel()
        if self._line is not None:
            self._line.finish()

    async def closed(self) -> None:
        """Until it has left."""
        with contextlib.suppress(asyncio.CancelledError):
            await self._task
        await asyncio.sleep(0)

    async def _stay(self) -> None:
        while True:
            line = await self._connected()
            if line is None:
                self._say_once(WAITING)
                await asyncio.sleep(_AGAIN)
                continue
            try:
                await line.over
            finally:
                line.finish()
            was_there, self._line, self._drives, self._wants = line.welcomed, None, False, False
            if was_there:
                self._say_once(ENDED)
                if self._gone is not None:
                    self._gone()
            await asyncio.sleep(_AGAIN)

    async def _connected(self) -> "_Line | None":
        if not is_ours(self._place):
            return None
        try:
            _, line = await asyncio.get_running_loop().create_unix_connection(lambda: _Line(self), str(self._place))
        except OSError:
            return None
        self._line, self._moves = line, 0
        line.send("hello", encode({"kind": "hello", "role": self._role, "name": self._name}))
        return line

    def _say_once(self, words: str) -> None:
        if not self._said:
            self._said = True
            self._told.note(words)

    def _say(self, message: dict[str, Any]) -> None:
        if self._line is not None and self._role != "follow":
            self._line.send(message["kind"], encode(message))

    # What the connection uses.

    def hears(self, messages: list[dict[str, Any]]) -> bool:
        """What the host says; False where the host is none. Of places that came together only the last counts."""
        places = [message for message in messages if message.get("kind") == "at"]
        for message in messages:
            kind = message.get("kind")
            if kind == "talk":
                self.talk = talk_from(message)
                if self.talk is None:
                    return False
                if self._said:
                    self._said = False
                    self._told.note(BACK)
            elif kind == "asked":
                self._told.asked(name_from(message.get("name")))
        if places:
            self._at(places[-1])
        return True

    def _at(self, message: dict[str, Any]) -> None:
        update = update_from(message.get("update"))
        drove, self._drives = self._drives, message.get("drives") is True
        self._driver = name_from(message.get("driver"))
        if self._drives:
            self._wants = False
        known, self._newest = self._newest, update
        if drove and not self._drives:
            self._told.taken(self._driver)
        # Where moves of this guest are still under way, they come after what the host says here.
        ahead = message.get("moves") != self._moves
        if update is None or ahead:
            return
        moved, self._moved = self._moved, False
        if message.get("own") is not True and (moved or update != known):
            self._told.placed(update)


class _Line(Lines):
    """The connection to a host, seen from the guest."""

    def __init__(self, guest: Guest) -> None:
        super().__init__()
        self._guest = guest
        self.over: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.welcomed = False
        self._deadline = asyncio.get_running_loop().call_later(_WELCOME, self.drop)

    def lines(self, lines: list[bytes]) -> None:
        """What the host says."""
        messages = [message for line in lines if (message := decoded(line)) is not None]
        if not self._guest.hears(messages):
            self.drop()
        elif not self.welcomed and any(message.get("kind") == "talk" for message in messages):
            self.welcomed = True
            self._deadline.cancel()

    def ended(self) -> None:
        """The host is gone."""
        self._deadline.cancel()
        if not self.over.done():
            self.over.set_result(None)


def _content(path: Path) -> bytes:
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(handle, "rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise CannotShareError(f"the file cannot be read: {error.strerror}") from None
    if len(content) > MAX_BYTES:
        raise CannotShareError("the file is too large to be a briefing")
    return content
