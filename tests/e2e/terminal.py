"""A real terminal for tests: the program in a pty, what it wrote, and what a screen would show of it."""

import os
import sys
import time
from pathlib import Path
from types import TracebackType

import pexpect
import pyte

#: Seconds a test waits for something to be seen; far more than it ever takes.
PATIENCE = 20.0


class Terminal:
    """The program in a pty. `data` is every byte it wrote, `lines()` the screen as it stands."""

    def __init__(
        self, arguments: list[str], size: tuple[int, int], home: Path, stdin: Path | None = None, **more: str
    ) -> None:
        """`more` are further variables of the environment."""
        columns, rows = size
        environment = {
            "HOME": str(home), "XDG_STATE_HOME": str(home / "state"), "XDG_CONFIG_HOME": str(home / "config"),
            "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": os.environ["PATH"], "COLORTERM": "truecolor",
            "TEXTUAL_DISABLE_KITTY_KEY": "1", **more,
        }  # fmt: skip
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.data = b""
        command = [sys.executable, "-m", "briefing_tui", *arguments]
        if stdin is not None:
            command = ["bash", "-c", 'file=$0; exec "$@" < "$file"', str(stdin), *command]
        self.child = pexpect.spawn(
            command[0], command[1:], dimensions=(rows, columns), env=environment, timeout=PATIENCE
        )

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.child.close(force=True)

    def read(self, seconds: float = 0.05) -> None:
        """Takes in what has been written."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            try:
                piece = self.child.read_nonblocking(65536, timeout=left)
            except (pexpect.TIMEOUT, pexpect.EOF):
                return
            self.data += piece
            # Queries of the terminal are none of the emulator's business.
            self._stream.feed(piece.replace(b"\x1b[>", b"\x1b[?"))

    def lines(self) -> list[str]:
        """The screen."""
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        """The screen as one text."""
        return "\n".join(self.lines())

    def wait(self, words: str) -> None:
        """Waits until some words can be seen. Raises AssertionError when they never are."""
        end = time.monotonic() + PATIENCE
        while words not in self.text:
            assert time.monotonic() < end, f"{words!r} was never seen on:\n{self.text}"
            self.read()

    def wait_not(self, words: str) -> None:
        """Waits until some words are gone."""
        end = time.monotonic() + PATIENCE
        while words in self.text:
            assert time.monotonic() < end, f"{words!r} stayed on:\n{self.text}"
            self.read()

    def press(self, keys: str) -> None:
        """Types."""
        self.child.send(keys)

    def resize(self, columns: int, rows: int) -> None:
        """Makes the terminal another size."""
        self._screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    def settle(self) -> None:
        """Waits until nothing more is written for a moment."""
        size = -1
        while len(self.data) != size:
            size = len(self.data)
            self.read(0.4)

    def ended(self) -> int:
        """Waits for the end; the exit status."""
        end = time.monotonic() + PATIENCE
        while self.child.isalive():
            assert time.monotonic() < end, f"still running:\n{self.text}"
            self.read()
        return int(self.child.exitstatus if self.child.exitstatus is not None else 128 + self.child.signalstatus)
