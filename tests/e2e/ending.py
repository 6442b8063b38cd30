"""The program in a terminal of its own, until it ends: its processes, how long it took, and what it leaves behind."""

import os
import pty
import re
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from tests.architecture.tree import ROOT
from tests.e2e.screenmodes import Modes, modes_after

#: Seconds an ending may take. What is promised is 2; machines that are busy with other tests are none to measure on.
BOUND = 20.0

#: What a terminal answers that knows of synchronised output and of sizes in band.
_ANSWERS = {b"\x1b[?2026$p": b"\x1b[?2026;2$y", b"\x1b[?2048$p": b"\x1b[?2048;2$y"}

_BEGIN = """
import fcntl, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
from briefing_tui.__main__ import main
"""
_GO = "\nmain()\n"


@dataclass(frozen=True)
class Process:
    pid: int
    parent: int
    state: str
    name: str


class Ending:
    """`with Ending([...], home) as run:`. `first` is Python that runs before the program, to put faults into it."""

    def __init__(self, arguments: list[str], home: Path, first: str = "", shell: str = "", **more: str) -> None:
        environment = {
            "HOME": str(home), "XDG_STATE_HOME": str(home / "state"), "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_RUNTIME_DIR": str(home / "run"), "TERM": "xterm-256color", "LANG": "C.UTF-8", "COLORTERM": "truecolor",
            "PATH": os.environ["PATH"], **more,
        }  # fmt: skip
        self.screen, self.keyboard = pty.openpty()
        termios.tcsetwinsize(self.screen, (36, 120))
        self.before = termios.tcgetattr(self.keyboard)
        self.data = b""
        command = [sys.executable, "-c", f"{_BEGIN}sys.argv[0] = 'briefing'\n{first}{_GO}", *arguments]
        if shell:
            command = ["bash", "-c", shell, "bash", *command]
        self._process = subprocess.Popen(
            command,
            stdin=self.keyboard,
            stdout=self.keyboard,
            stderr=self.keyboard,
            start_new_session=True,
            cwd=ROOT,
            env={name: value for name, value in environment.items() if value},
        )
        self.pid = self._process.pid

    def __enter__(self) -> "Ending":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        for process in self.processes():
            os.kill(process.pid, signal.SIGKILL)
        self._process.wait()
        for handle in (self.screen, self.keyboard):
            if handle >= 0:
                os.close(handle)

    # what runs --------------------------------------------------------------------

    def processes(self) -> list[Process]:
        """All processes of the session, zombies included, but for the first one once it has ended."""
        found = []
        for path in Path("/proc").glob("[0-9]*/stat"):
            try:
                stat = path.read_bytes()
            except OSError:
                continue
            name, _, rest = stat.partition(b"(")[2].rpartition(b")")
            state, parent, _, session = rest.split()[:4]
            process = Process(int(path.parent.name), int(parent), state.decode(), name.decode(errors="replace"))
            if int(session) == self.pid and not (process.pid == self.pid and process.state == "Z"):
                found.append(process)
        return found

    @property
    def app(self) -> int:
        """The process that draws: the child of the one that was started."""
        (child,) = [process.pid for process in self.processes() if process.parent == self.pid]
        return child

    @property
    def pids(self) -> dict[str, int]:
        return {"app": self.app, "holder": self.pid}

    def kill(self, whom: str, number: int) -> None:
        """Sends a signal to `app`, `holder`, or `both` of them."""
        if whom == "both":
            os.killpg(self.pid, number)
        else:
            os.kill(self.pids[whom], number)

    # the terminal --------------------------------------------------------------------

    def read(self, seconds: float = 0.05) -> bytes:
        """Takes in what has been written, and answers what is asked; what is new."""
        if not select.select([self.screen], [], [], seconds)[0]:
            return b""
        try:
            new = os.read(self.screen, 1 << 16)
        except OSError:
            return b""
        for asked in re.findall(rb"\x1b\[\?\d+\$p", new):
            os.write(self.screen, _ANSWERS.get(asked, b""))
        self.data += new
        return new

    def until(self, condition: Callable[[], bool], what: object) -> None:
        end = time.monotonic() + BOUND
        while not condition():
            assert time.monotonic() < end, f"{what!r} never came: {self.data[-2000:]!r}, {self.processes()}"
            self.read()

    def wait(self, words: str) -> None:
        """Waits until some words have been written since the last thing that was typed or waited for."""
        start = getattr(self, "_seen", 0)
        self.until(lambda: words.encode() in self.data[start:], words)
        self._seen = self.data.index(words.encode(), start) + len(words)

    def settle(self, seconds: float = 0.15) -> None:
        while self.read(seconds):
            pass

    def press(self, keys: str) -> None:
        self._seen = len(self.data)
        os.write(self.screen, keys.encode())

    def hang_up(self) -> None:
        """Closes the terminal's window."""
        os.close(self.screen)
        os.close(self.keyboard)
        self.screen = self.keyboard = -1

    # the end --------------------------------------------------------------------

    def ended(self) -> int:
        """Waits for the end of the program and of all it started; the exit code."""
        began = time.monotonic()
        if self.screen >= 0:
            self.until(lambda: self._process.poll() is not None, "the end")
        code = self._process.wait(BOUND)
        self.took = time.monotonic() - began
        while self.processes():
            assert time.monotonic() < began + BOUND, f"still there: {self.processes()}"
            time.sleep(0.01)
        if self.screen >= 0:
            self.settle(0.05)
        return code if code >= 0 else 128 - code

    @property
    def is_as_found(self) -> bool:
        """Whether the terminal's line settings and modes are those from before."""
        return termios.tcgetattr(self.keyboard) == self.before and modes_after(self.data)[0] == Modes()

    @property
    def left_behind(self) -> str:
        """What differs from before, for whom a test failed."""
        return f"{modes_after(self.data)[0]} {termios.tcgetattr(self.keyboard)} {self.before} {self.data[-600:]!r}"

    @property
    def said(self) -> str:
        """The words left on the normal screen."""
        return modes_after(self.data)[1].strip()
