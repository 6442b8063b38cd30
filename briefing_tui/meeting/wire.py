"""A connection to a broker that is kept up for ever: where it is lost, or not there yet, it is tried again and again.

What is sent meanwhile is forgotten: whoever has something to say says it again when the connection is `up`.
"""

import asyncio
import contextlib
import logging
import random
import socket
import ssl
import threading
from collections import deque
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from nats.aio.client import RawCredentials
from nats.errors import MaxPayloadError

from briefing_tui.meeting.address import Broker
from briefing_tui.meeting.nats_lines import NO_TLS, Handler, StrictClient

#: Seconds until it is tried again, at first and at last.
_SOON, _LATE = 0.25, 3.0
#: Seconds in which a broker has to answer: on connecting, and now and then.
_ANSWER, _PULSE, _GLANCE = 5.0, 2.0, 0.2
#: Addresses of one host that are tried.
_ADDRESSES = 4
#: What may wait to be sent: on so many subjects, and so many parts of files.
_SUBJECTS, _PARTS = 1_000, 64


class Wire:
    """One connection, for as long as it is not closed. `up` is called whenever it is there (again)."""

    def __init__(self, broker: Broker, *, up: Callable[[], None], note: Callable[[str], None]) -> None:
        # It would write to the terminal that a screen is on.
        logging.getLogger("nats").addHandler(logging.NullHandler())
        logging.getLogger("nats").propagate = False
        self._broker = broker
        self._up, self._note = up, note
        self._handlers: dict[bytes, Handler] = {}
        self._places: dict[str, tuple[bytes, str]] = {}
        self._parts: deque[tuple[str, bytes, str]] = deque()
        self._wake = asyncio.Event()
        self._tls: ssl.SSLContext | None = None
        self._client: StrictClient | None = None
        self._said = ""
        self._unreachable = f"The broker {broker.shown} cannot be reached: trying again and again"
        self._lost = False
        self._turn = 0
        self._closing = False
        self.inbox = StrictClient(False, {}).new_inbox()
        self._task = asyncio.get_running_loop().create_task(self._stay())

    @property
    def connected(self) -> bool:
        """Whether the broker is there."""
        return self._client is not None

    def hear(self, subject: str, handler: Handler) -> None:
        """Has somebody told what is said on a subject. Said before the first connection."""
        self._handlers[subject.encode("ascii")] = _guarded(handler)

    def send(self, subject: str, content: bytes, *, reply: str = "") -> None:
        """Sends something without waiting. On a subject only the newest waits."""
        if self._client is not None and (subject in self._places or len(self._places) < _SUBJECTS):
            self._places[subject] = (content, reply)
            self._wake.set()

    def send_part(self, subject: str, content: bytes, *, reply: str = "") -> None:
        """Sends one of several things that belong together, after all else. Where too many wait, it is forgotten."""
        if self._client is not None and len(self._parts) < _PARTS:
            self._parts.append((subject, content, reply))
            self._wake.set()

    def close(self) -> None:
        """Ends it, when what waits has been sent."""
        self._closing = True
        self._wake.set()
        if self._client is None:
            self._task.cancel()

    async def closed(self) -> None:
        """Until it has ended: a second at most, and then without what still waits."""
        await asyncio.wait([self._task], timeout=1.0)
        self._task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._task

    async def _stay(self) -> None:
        pause = _SOON
        while not self._closing:
            lost = asyncio.Event()
            client = StrictClient(self._broker.tls, self._handlers)
            try:
                await asyncio.wait_for(self._connect(client, lost), _ANSWER)
                pause = _SOON
                await self._serve(client, lost)
                if not self._closing:
                    self._lost = True
                    self._say(f"The broker {self._broker.shown} is lost: trying to reach it again")
            except Exception as error:
                words = self._words(error)
                # That it is lost says as much.
                if words != self._unreachable or not self._lost:
                    self._say(words)
            finally:
                self._client = None
                self._places.clear()
                self._parts.clear()
                with contextlib.suppress(Exception):
                    await asyncio.wait_for(client.close(), 1.0)
                with contextlib.suppress(Exception):
                    client.let_go()
            if not self._closing:
                # Not all of a room at the same instant.
                await asyncio.sleep(pause * random.uniform(0.5, 1.0))
                pause = min(pause * 1.6, _LATE)

    async def _connect(self, client: StrictClient, lost: asyncio.Event) -> None:
        async def ended() -> None:
            lost.set()

        async def failed(error: Exception) -> None:
            if "permissions violation" in str(error).lower():
                self._say("The broker does not permit something in this room: ask whoever runs it")

        broker = self._broker
        known: dict[str, Any] = {"user": broker.user, "password": broker.password, "token": broker.token}
        if broker.creds is not None:
            known["user_credentials"] = RawCredentials(broker.creds)
        if self._tls is None and (broker.tls or broker.ca or broker.cert):
            self._tls = await asyncio.to_thread(_context, broker)
        if self._tls is not None:
            known["tls"] = self._tls
        server = broker.servers[self._turn % len(broker.servers)]
        self._turn += 1
        host, port, addresses = await _addresses(server)
        known["tls_hostname"] = host
        await client.connect(
            [f"nats://{address}:{port}" for address in addresses],
            name="briefing",
            no_echo=True,
            # Coming back is this module's: a client that lost its connection is replaced whole.
            allow_reconnect=False,
            max_reconnect_attempts=1,
            reconnect_time_wait=0,
            disconnected_cb=ended,
            closed_cb=ended,
            error_cb=failed,
            **{name: value for name, value in known.items() if value is not None},
        )
        for subject in self._handlers:
            await client.subscribe(subject.decode("ascii"))

    async def _serve(self, client: StrictClient, lost: asyncio.Event) -> None:
        self._client = client
        where = f"{self._broker.shown}, room {self._broker.room}"
        self._say(f"Connected again to {where}" if self._lost else f"Connected to {where}")
        self._lost = False
        self._up()
        sending = asyncio.ensure_future(self._send(client))
        tasks = [sending, asyncio.ensure_future(lost.wait()), asyncio.ensure_future(_pulse(client))]
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _send(self, client: StrictClient) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            while self._places or self._parts:
                if self._places:
                    subject = next(iter(self._places))
                    content, reply = self._places.pop(subject)
                else:
                    subject, content, reply = self._parts.popleft()
                with contextlib.suppress(MaxPayloadError):
                    await client.publish(subject, content, reply=reply)
            if self._closing:
                await client.flush(1)
                return

    def _say(self, words: str) -> None:
        if words != self._said:
            self._said = words
            self._note(words)

    def _words(self, error: Exception) -> str:
        # Never the error's own words: an address may stand in them, with what only its owner should know.
        shown, text = self._broker.shown, str(error).lower()
        if NO_TLS in str(error):
            return f"The broker {shown} offers no TLS: nothing was told to it"
        if isinstance(error, ssl.SSLError):
            return f"The broker {shown} has no certificate that can be trusted"
        if "authorization" in text or "authentication" in text:
            return f"The broker {shown} does not let you in: is the user, the password or the token right?"
        return self._unreachable


def _guarded(handler: Handler) -> Handler:
    """What a handler raises would end the reading of the connection."""

    def call(inbox: str, content: bytes) -> None:
        try:
            handler(inbox, content)
        except Exception as error:
            failure = {"message": "what came from the broker could not be handled", "exception": error}
            asyncio.get_running_loop().call_exception_handler(failure)

    return call


async def _pulse(client: StrictClient) -> None:
    """Until the broker does not answer any more, although the connection looks as if it stood."""
    while True:
        until = asyncio.get_running_loop().time() + _PULSE
        while asyncio.get_running_loop().time() < until:
            # Not every version calls back when it gives up.
            if client.is_closed:
                return
            await asyncio.sleep(_GLANCE)
        await client.rtt(int(_ANSWER))


async def _addresses(server: str) -> tuple[str, int, list[str]]:
    """Host, port and addresses of a server. Not in the loop's own threads: a program that ends waits for those."""
    found = urlsplit(server)
    host, port = found.hostname or "", found.port or 0
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[list[str]] = loop.create_future()

    def settle(addresses: list[str]) -> None:
        if not answer.done():
            answer.set_result(addresses)

    def look_up() -> None:
        try:
            rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            addresses = list(dict.fromkeys(str(row[4][0]) for row in rows))[:_ADDRESSES]
        except (OSError, UnicodeError):
            addresses = []
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(settle, addresses)

    threading.Thread(target=look_up, daemon=True).start()
    addresses = await answer
    if not addresses:
        raise OSError("no such host")
    return host, port, [f"[{address}]" if ":" in address else address for address in addresses]


def _context(broker: Broker) -> ssl.SSLContext:
    context = ssl.create_default_context(cafile=broker.ca)
    if broker.cert is not None:
        context.load_cert_chain(broker.cert, broker.key)
    return context
