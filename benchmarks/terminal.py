"""A real terminal for a child process, read as it comes: what was on the screen, when, and how much memory it took."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
from collections.abc import Sequence
from contextlib import suppress
from time import perf_counter
from types import TracebackType

from benchmarks import processes

#: Columns and rows.
Size = tuple[int, int]
WIDE: Size = (120, 36)
SMALL: Size = (80, 24)


class Gone(Exception):
    """The child ended, or was silent for too long. What it had written last is the message."""


class Terminal:
    """Runs a command in a terminal of its own (`with Terminal(...) as terminal:`); leaving it kills the command."""

    def __init__(self, command: Sequence[str], environment: dict[str, str], size: Size = WIDE) -> None:
        self._command, self._environment, self._size = command, environment, size
        #: What was written, piece by piece, each with the seconds since the start at which it was read.
        self.written: list[tuple[float, bytes]] = []
        self._all = b""

    def __enter__(self) -> "Terminal":
        self._start = perf_counter()
        self._pid, self._handle = pty.fork()
        if self._pid == 0:
            columns, rows = self._size
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execvpe(self._command[0], list(self._command), self._environment)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        for process in processes.tree_of(self._pid):
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        with suppress(ChildProcessError):
            os.waitpid(self._pid, 0)
        os.close(self._handle)

    def until(self, text: str, seconds: float = 60) -> float:
        """Reads until a text has been written; the time at which it was, in seconds since the start. Raises Gone."""
        wanted = text.encode()
        while wanted not in self._all:
            if not self._read(seconds):
                raise Gone(self._last_words())
        return self.written[-1][0]

    def until_quiet(self, seconds: float) -> None:
        """Reads until nothing has been written for so long."""
        while self._read(seconds):
            pass

    def until_still(self, seconds: float, at_most: float) -> None:
        """The same, but waits no longer than `at_most`: some programs never stop writing."""
        end = perf_counter() + at_most
        while perf_counter() < end and self._read(seconds):
            pass

    def until_end(self, seconds: float = 300) -> int:
        """Reads until the command ends; its exit code. Raises Gone where it does not."""
        while self._read(seconds):
            pass
        done, status = os.waitpid(self._pid, os.WNOHANG)
        for _ in range(200):
            if done:
                return os.waitstatus_to_exitcode(status)
            select.select([], [], [], 0.01)
            done, status = os.waitpid(self._pid, os.WNOHANG)
        raise Gone(self._last_words())

    def until_reaped(self, seconds: float = 60) -> float:
        """Reads until the command ends; for how many seconds it, and what it waited for, was on a processor."""
        while self._read(seconds):
            pass
        _, _, usage = os.wait4(self._pid, 0)
        return usage.ru_utime + usage.ru_stime

    def press(self, keys: str) -> float:
        """Types keys; the time at which it did, in seconds since the start."""
        os.write(self._handle, keys.encode())
        return self.now()

    def now(self) -> float:
        """Seconds since the start."""
        return perf_counter() - self._start

    def peak(self) -> float | None:
        """The most memory the command has had so far, in MB (10^6 bytes); None where the system does not tell."""
        return processes.peak(self._pid)

    def resident(self) -> float | None:
        """What memory the command has now, in MB (10^6 bytes); None where the system does not tell."""
        return processes.resident(self._pid)

    def worked(self) -> float:
        """For how many seconds the command has been on a processor; 0 where the system does not tell."""
        return processes.worked(self._pid)

    def comes(self, seconds: float) -> bool:
        """Reads what is written next; False where nothing comes for so long, or the command has ended."""
        return self._read(seconds)

    def _read(self, seconds: float) -> bool:
        if not select.select([self._handle], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._handle, 1 << 16)
        except OSError:
            data = b""
        if data:
            self.written.append((perf_counter() - self._start, data))
            self._all += data
        return bool(data)

    def _last_words(self) -> str:
        return f"{' '.join(self._command)}: {self._all[-2000:].decode(errors='replace')!r}"
