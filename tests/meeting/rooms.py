"""What tests of sharing stand on: an ear that remembers, waiting for what comes, a real NATS server, a rude client."""

import asyncio
import shutil
import socket
import subprocess
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any

import pytest

from briefing_tui.meeting.link import Link
from briefing_tui.meeting.update import Update, digest_of

#: Seconds a test waits for something to come about; far more than it ever takes.
PATIENCE = 30.0
# Where Debian puts it, which is on root's path alone.
NATS_SERVER = shutil.which("nats-server") or shutil.which("nats-server", path="/usr/sbin:/usr/local/sbin")
FILE = b"title: A file\n"
DIGEST = digest_of(FILE)


class Ear:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.updates: list[Update] = []
        self.questions: list[str] = []
        self.takers: list[str] = []
        self.notes: list[str] = []

    @property
    def at(self) -> Any:
        return self.updates[-1].position.get("key") if self.updates else None

    def placed(self, update: Update) -> None:
        self.updates.append(update)

    def asked(self, name: str) -> None:
        self.questions.append(name)

    def taken(self, name: str) -> None:
        self.takers.append(name)

    def note(self, words: str) -> None:
        self.notes.append(words)


async def until(condition: Callable[[], object]) -> None:
    """Waits for a condition; fails where it does not come about."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "it never came about"
        await asyncio.sleep(0.01)


async def ended(*links: Link) -> None:
    """Closes links, and waits until they are."""
    for link in links:
        link.close()
    for link in links:
        await link.closed()


def lost(*ears: Ear) -> list[str]:
    """What they were told of a broker that is not there."""
    return [words for ear in ears for words in ear.notes if "lost" in words or "cannot be reached" in words]


def at(key: object) -> dict[str, object]:
    return {"key": key}


class Server:
    """A real nats-server on loopback, on a port of its own that it keeps from start to start."""

    def __init__(self, *arguments: str) -> None:
        if NATS_SERVER is None:
            pytest.skip("no nats-server here (Debian package nats-server)")
        self._arguments = arguments
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port: int = free.getsockname()[1]
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "Server":
        self.start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.kill()

    @property
    def url(self) -> str:
        return f"nats://127.0.0.1:{self.port}"

    def start(self) -> None:
        assert NATS_SERVER is not None
        command = [NATS_SERVER, "-a", "127.0.0.1", "-p", str(self.port), *self._arguments]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        end = time.monotonic() + PATIENCE
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return
            except OSError:
                assert self._process.poll() is None, "nats-server ended"
                assert time.monotonic() < end, "nats-server did not come up"
                time.sleep(0.02)

    def kill(self) -> None:
        """SIGKILL: nobody is told."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None


class Rude:
    """A client of the server that writes its protocol by hand, so that it can say what no library would."""

    def __init__(self, port: int, login: bytes = b"") -> None:
        self._port, self._login = port, login

    async def __aenter__(self) -> "Rude":
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self._port, limit=2**24)
        await self.reader.readline()
        self.write(b'CONNECT {"verbose":false,"pedantic":false,"headers":true' + self._login + b"}\r\n")
        return self

    async def __aexit__(self, *_: object) -> None:
        self.writer.close()

    def write(self, content: bytes) -> None:
        self.writer.write(content)

    def publish(self, subject: str, content: bytes, reply: bytes = b"") -> None:
        self.write(b"PUB %b %b %d\r\n%b\r\n" % (subject.encode(), reply, len(content), content))

    async def settled(self) -> bytes:
        """Until the server has taken in everything; what it said until then."""
        self.write(b"PING\r\n")
        await self.writer.drain()
        said = b""
        while not said.endswith(b"PONG\r\n"):
            line = await asyncio.wait_for(self.reader.readline(), PATIENCE)
            assert line, "the server hung up"
            said += line
        return said


def garbage() -> list[bytes]:
    """What is no message, and what nearly is one."""
    deep = b'{"a":' * 30_000 + b"1" + b"}" * 30_000
    good = b'{"term":1,"seq":1,"driver":"x","digest":"%b","position":{}}' % DIGEST.encode()
    return [
        b"", b"{}", b"[]", b"null", b"\xff\xfe\x00", b"{" * 60_000, b"[" * 60_000, deep, b"9" * 60_000, b'"' * 9,
        b'{"term":' + b"9" * 5_000 + b"}", b'{"kind":"hello"}', b"\x00" * 70_000, b"x" * 900_000,
        good.replace(b'"term":1', b'"term":-1'), good.replace(b'"term":1', b'"term":1e3'),
        good.replace(b'"term":1', b'"term":true'), good.replace(b'"term":1', b'"term":99999999999999999999'),
        good.replace(b'"position":{}', b'"position":[]'), good.replace(b'"position":{}', b'"position":{"x":NaN}'),
        good.replace(b'"digest":"', b'"digest":"zz'), good.replace(b'"driver":"x"', b'"driver":{}'),
        b'{"kind":"want","digest":"%b","n":99999999}' % DIGEST.encode(), b'{"kind":"want","n":-1}',
        b'{"kind":"yield","to":"x","term":"y"}', b'{"kind":"piece"}\n' + b"y" * 60_000,
    ]  # fmt: skip
