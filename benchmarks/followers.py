"""Followers: two hundred in a process beside the presenter's, and how soon each hears a step, by socket and by broker.

`python -m benchmarks.followers follow WHAT` is the other process.
"""

import asyncio
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from time import monotonic, sleep

from benchmarks.shelf import ROOT, Shelf
from benchmarks.table import Row, Section
from briefing_tui.meeting.link import Link
from briefing_tui.meeting.sharing import follow, present
from briefing_tui.meeting.update import Update, digest_of

MANY, STEPS = 200, 100
#: Seconds between two steps.
PAUSE = 0.05

_NOTE = """From `publish` in the presenter's process until `placed` in the followers', 100 steps to 200 on loopback.
All followers share one process: the first hears a step at once, the last when 199 others have been served, which those
on machines of their own need not wait for. From a step to the screen 50 ms are promised, of which this is a part.
Published: what `publish` keeps the presenter's screen for."""

_DIGEST = digest_of(b"")


def sections(shelf: Shelf) -> Iterator[Section]:
    """Local followers, and followers behind a real nats-server where there is one."""
    rows: list[Row] = []
    note = _NOTE.replace("\n", " ")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        stack.callback(_restored("XDG_RUNTIME_DIR", str(folder)))
        rows += _rows("socket", str(folder / "talk.yaml"))
        server = shutil.which("nats-server") or shutil.which("nats-server", path="/usr/sbin:/usr/local/sbin")
        if server is None:
            note += " There was no nats-server here."
        else:
            rows += _rows("broker", stack.enter_context(_Broker(server)).url)
    yield Section("Followers", note, tuple(rows))


def _rows(name: str, where: str) -> list[Row]:
    published, heard = asyncio.run(_measured(where))
    return [
        Row(f"{MANY} followers by {name}, published", published),
        Row(f"{MANY} followers by {name}, heard", heard, at_most=50),
        Row(f"{MANY} followers by {name}, heard", heard, of="p99"),
    ]


async def _measured(where: str) -> tuple[list[float], list[float]]:
    """Milliseconds that publishing took, and until each follower heard each step."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.followers", "follow", where, cwd=ROOT, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    talk = _joined(where, _Ear(), presenting=True)
    talk.publish({"sent": 0.0}, _DIGEST)
    await process.stdout.readline()
    took = []
    for _ in range(STEPS):
        start = monotonic()
        talk.publish({"sent": start}, _DIGEST)
        took.append((monotonic() - start) * 1000)
        await asyncio.sleep(PAUSE)
    talk.publish({"sent": -1.0}, _DIGEST)
    heard: list[float] = json.loads(await process.stdout.read())
    await process.wait()
    talk.close()
    await talk.closed()
    return took, heard


async def _follow(where: str) -> None:
    """Two hundred followers; prints a line when all are placed, and at the end what each step took to each."""
    ears = [_Ear() for _ in range(MANY)]
    links = [_joined(where, ear, presenting=False) for ear in ears]
    while not all(ear.heard for ear in ears):
        await asyncio.sleep(0.05)
    print(flush=True)
    while not all(ear.ended for ear in ears):
        await asyncio.sleep(0.05)
    print(json.dumps([taken for ear in ears for taken in ear.heard[1:]]))
    for link in links:
        link.close()
    for link in links:
        await link.closed()


def _joined(where: str, ear: "_Ear", *, presenting: bool) -> Link:
    from briefing_tui.meeting.address import broker_at

    broker = broker_at(where, "benchmark") if "://" in where else None
    if presenting:
        return present(where.replace("/", "-") if broker else where, ear, name="Anna", broker=broker)
    return follow(ear, path=None if broker else where, broker=broker)


class _Ear:
    """Remembers how long each step took."""

    def __init__(self) -> None:
        self.heard: list[float] = []
        self.ended = False

    def placed(self, update: Update) -> None:
        sent = update.position["sent"]
        if sent >= 0:
            self.heard.append((monotonic() - sent) * 1000)
        else:
            self.ended = True

    def asked(self, name: str) -> None:
        """Nobody does."""

    def taken(self, name: str) -> None:
        """Nobody does."""

    def note(self, words: str) -> None:
        """Not what is measured."""


class _Broker:
    """A nats-server on a port of its own."""

    def __init__(self, program: str) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        self.url = f"nats://127.0.0.1:{port}"
        self._process = subprocess.Popen(
            [program, "-a", "127.0.0.1", "-p", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        sleep(0.5)

    def __enter__(self) -> "_Broker":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()


def _restored(name: str, value: str) -> Callable[[], None]:
    """Sets a variable of the environment; what is returned sets it back."""
    before = os.environ.get(name)
    os.environ[name] = value

    def back() -> None:
        if before is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = before

    return back


if __name__ == "__main__":
    asyncio.run(_follow(sys.argv[2]))
