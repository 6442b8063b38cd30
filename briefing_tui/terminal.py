"""The terminal: whether there is one to draw on, and giving it back as it was found, whatever ends the program.

Textual alone leaves the mouse and the alternate screen on after SIGTERM and SIGHUP. Knows nothing of what is drawn.
"""

import contextlib
import os
import select
import signal
import sys
import termios
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import Any, TextIO

#: Seconds that what was registered with `before_end` may take when a signal ends the program.
LAST_WORDS = 1.0
#: Seconds a terminal that takes no output may hold up the end.
PATIENCE = 0.5

ENDINGS = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)

#: CAN first, since a sequence may have been cut in half. Off: synchronised output, kitty's keys, paste marks, focus and
#: size reports, the mouse in all its forms. Then the normal screen, wrapping, plain letters and the cursor.
GIVE_BACK = (
    "\x18\x1b[?2026l\x1b[<u\x1b[?2004l\x1b[?1004l\x1b[?2048l"
    "\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l"
    "\x1b[?1049l\x1b[?7h\x1b[0m\x1b[?25h"
).encode("ascii")

_last_words: list[Callable[[], None]] = []


def terminal_problem(*, keyboard: bool = True) -> str | None:
    """Why nothing can be drawn, in words to follow `since`; None where it can. `keyboard` asks for standard input too.

    Textual reads keys from standard input and draws on standard error. Standard output is asked as well: where it leads
    elsewhere, somebody wants text there.
    """
    streams = ((sys.stdin, "input"), (sys.stdout, "output"), (sys.stderr, "error"))
    for stream, name in streams if keyboard else streams[1:]:
        if not _is_terminal(stream):
            return f"standard {name} is not a terminal"
    kind = os.environ.get("TERM", "")
    if not kind:
        return "TERM is not set"
    if kind in ("dumb", "unknown"):
        return f"TERM={kind} cannot be drawn on"
    return None


def streams_ok() -> bool:
    """Whether there is a terminal to draw on and read keys from."""
    return terminal_problem() is None


def no_colour() -> bool:
    """Whether the user wants no colours: NO_COLOR is set, and not empty (no-color.org)."""
    return bool(os.environ.get("NO_COLOR"))


def keyboard_reopened() -> bool:
    """Puts the terminal's keyboard on standard input, where something else was read; False without a terminal."""
    for path in (_terminal_name(), "/dev/tty"):
        try:
            handle = os.open(path or "", os.O_RDWR | os.O_NOCTTY)
        except (OSError, ValueError):
            continue
        try:
            os.dup2(handle, 0)
        finally:
            if handle != 0:
                os.close(handle)
        return True
    return False


def before_end(call: Callable[[], None]) -> None:
    """Has something short called when a signal ends the program, before the terminal is given back."""
    _last_words.append(call)


class TerminalKeeper:
    """Holds the terminal's state while something draws on it (`with TerminalKeeper():`) and puts it back.

    On leaving, only where the terminal is not as it was found. On SIGTERM, SIGHUP and SIGQUIT: the last words, the
    terminal, and out with 128 + the signal's number, within two seconds. Only in the main thread.
    """

    def __init__(self) -> None:
        self._attributes: list[Any] | None = None
        self._name = ""
        self._handlers: dict[int, Any] = {}
        self._ending = 0

    def __enter__(self) -> "TerminalKeeper":
        self._name = _terminal_name()
        with contextlib.suppress(termios.error, OSError, ValueError):
            self._attributes = termios.tcgetattr(0)
        for number in ENDINGS:
            # What was ignored from outside, as nohup does, stays ignored.
            if signal.getsignal(number) is not signal.SIG_IGN:
                self._handlers[number] = signal.signal(number, self._end)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        for number, handler in self._handlers.items():
            signal.signal(number, handler if handler is not None else signal.SIG_DFL)
        self._handlers.clear()
        _last_words.clear()
        if self.is_changed():
            self.give_back()

    def is_changed(self) -> bool:
        """Whether the terminal's line settings differ from those it was found with."""
        if self._attributes is None:
            return False
        try:
            return termios.tcgetattr(0) != self._attributes
        except (termios.error, OSError):
            return False

    def give_back(self) -> None:
        """Puts the terminal back as it was found. Never raises and never waits for long."""
        if not _is_ours():
            return
        self._write(GIVE_BACK)
        if self._attributes is not None:
            with contextlib.suppress(termios.error, OSError):
                # At once: draining would wait for ever on a terminal that was stopped with Ctrl+S.
                termios.tcsetattr(0, termios.TCSANOW, self._attributes)
                # Reports of the mouse that are still on their way would be typed at the shell.
                termios.tcflush(0, termios.TCIFLUSH)

    def _write(self, data: bytes) -> None:
        try:
            # Opened anew: O_NONBLOCK on an inherited handle would hold for everybody who has it.
            handle = os.open(self._name, os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
        except OSError:
            return
        try:
            while data:
                if not select.select([], [handle], [], PATIENCE)[1]:
                    return
                data = data[os.write(handle, data) :]
        except OSError:
            return
        finally:
            os.close(handle)

    def _end(self, number: int, frame: FrameType | None) -> None:
        if self._ending:
            # A second signal, or the timer: no more words.
            self._finish()
        self._ending = number
        signal.signal(signal.SIGALRM, self._end)
        signal.setitimer(signal.ITIMER_REAL, LAST_WORDS)
        for call in _last_words:
            with contextlib.suppress(Exception):
                call()
        self._finish()

    def _finish(self) -> None:
        with contextlib.suppress(OSError):
            # Another thread may still be drawing: from here on into nothing.
            nothing = os.open(os.devnull, os.O_WRONLY)
            for handle in (1, 2):
                os.dup2(nothing, handle)
        self.give_back()
        os._exit(128 + self._ending)


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except (OSError, ValueError):
        return False


def _is_ours() -> bool:
    """Whether the terminal is this program's to change: once it was put in the background, it is the shell's."""
    try:
        return os.tcgetpgrp(0) == os.getpgrp()
    except OSError:
        return True


def _terminal_name() -> str:
    """The path of the terminal that is drawn on, or empty."""
    for handle in (2, 1, 0):
        with contextlib.suppress(OSError):
            return os.ttyname(handle)
    return ""
