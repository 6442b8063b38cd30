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
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from tests.architecture.tree import ROOT
from tests.e2e.screenmodes import Modes, modes_after

#: Seconds an ending may take. What is promised is 2; machines that are busy with other tests are none to measure on.
BOUND = 20.0

#: What a terminal answers that knows of synchronised output and of sizes in band.
_ANSWERS = {b"\x1b[?2026$p": b"\x1b[?2026;2$y", b"\x1b[?2048$p": b"\x1b[?2048;2$y"}

#: What no terminal may show of a briefing once the program has ended.
SECRET = "Kestrel"
TEXT = f"""\
title: Flood
as_of: 2026-03-04
running_order: [bottom-line, events]
situation: {{bottom_line: '{SECRET}: the water rises.'}}
events: {{crest: {{title: '{SECRET} crest', when: 2026-03-05, text: As high as the levee.}}}}
"""

#: An editor: it draws, keeps what was typed when it is told to end, stops all of its group as vim does, ends with q.
EDITOR = f"""#!{sys.executable} -ISE
import os, pathlib, signal, sys, termios, tty
before = termios.tcgetattr(0)
def begin(*_):
    tty.setraw(0)
    os.write(1, b"\\x1b[?1049h\\x1b[?1000h\\x1b[?2004h[editor]")
def leave(*_):
    os.write(1, b"\\x1b[?2004l\\x1b[?1000l\\x1b[?1049l")
    termios.tcsetattr(0, termios.TCSANOW, before)
def end(*_):
    pathlib.Path(sys.argv[-1] + ".kept").touch()
    leave()
    os._exit(1)
signal.signal(signal.SIGTERM, end)
signal.signal(signal.SIGHUP, end)
signal.signal(signal.SIGINT, lambda *_: os.write(1, b"[interrupted]"))
begin()
def key_read():
    try:
        return os.read(0, 1) or end()
    except OSError:
        # The terminal has gone.
        end()
while (key := key_read()) != b"q":
    if key == b"z":
        leave()
        os.kill(0, signal.SIGTSTP)
        begin()
    if key == b"i":
        # As a line editor has it: keys raise signals.
        termios.tcsetattr(0, termios.TCSANOW, before)
leave()
"""

_BEGIN = """
import sys
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
    """`with Ending([...], home) as run:`. `first` is Python that runs before the program, to put faults into it.

    `shell` are the arguments of a bash that stand before the command.
    """

    def __init__(
        self, arguments: list[str], home: Path, first: str = "", shell: Sequence[str] = (), **more: str
    ) -> None:
        environment = {
            "HOME": str(home), "XDG_STATE_HOME": str(home / "state"), "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_RUNTIME_DIR": str(home / "run"), "TERM": "xterm-256color", "LANG": "C.UTF-8", "COLORTERM": "truecolor",
            "PATH": os.environ["PATH"], **more,
        }  # fmt: skip
        self.screen, self.keyboard = pty.openpty()
        termios.tcsetwinsize(self.screen, (36, 120))
        self.before = termios.tcgetattr(self.keyboard)
        self.data = b""
        self._seen = 0
        command = [sys.executable, "-c", f"{_BEGIN}sys.argv[0] = 'briefing'\n{first}{_GO}", *arguments]
        if shell:
            command = ["bash", *shell, *(command if arguments else ())]
        self._process = subprocess.Popen(
            # A session of its own, with this terminal as the one that controls it, as in a terminal's window.
            ["setsid", "--ctty", *command],
            stdin=self.keyboard,
            stdout=self.keyboard,
            stderr=self.keyboard,
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

    def kill(self, whom: str, number: int) -> None:
        """Sends a signal to `app`, `holder`, or `both` of them."""
        self._seen = len(self.data)
        if whom == "both":
            os.killpg(self.pid, number)
        else:
            os.kill(self.app if whom == "app" else self.pid, number)

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
        """Waits until some words have been written since something was typed, done or waited for last."""
        self.until(lambda: words.encode() in self.data[self._seen :], words)
        self._seen = self.data.index(words.encode(), self._seen) + len(words)

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
