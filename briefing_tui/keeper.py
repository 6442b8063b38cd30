"""The terminal, kept while something draws on it: given back as it was found, whatever signal ends the program.

Says what the terminal is used for to whoever holds it from outside (`holder.py`). Knows nothing of what is drawn.
"""

import contextlib
import os
import select
import signal
import termios
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import Any

from briefing_tui.terminal import terminal_name

#: Seconds that what was registered with `before_end` may take when a signal ends the program, an editor's end included.
LAST_WORDS = 1.0
#: Seconds a terminal that takes no output may hold up the end.
PATIENCE = 0.5

ENDINGS = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT)

#: CAN first, since a sequence may have been cut in half. Off: synchronised output, kitty's keys, paste marks, focus and
#: size reports, the mouse in all its forms. Then the normal screen, wrapping, plain letters and the cursor.
GIVE_BACK = (
    "\x18\x1b[?2026l\x1b[<u\x1b[?2004l\x1b[?1004l\x1b[?2048l"
    "\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l"
    "\x1b[?1049l\x1b[?7h\x1b[0m\x1b[?25h"
).encode("ascii")

#: What the terminal is used for: nothing, the program's drawing, or another program that was started on it.
LEFT, DRAWN, LENT = "left", "drawn", "lent"

_last_words: list[Callable[[], None]] = []
_use = LEFT
_borrower = 0
_lost = False
_keeper: "TerminalKeeper | None" = None
#: Where the use is told, and the process that wants to know; none where nobody holds the terminal.
_told: int | None = None
_holder = 0
#: What is at its end once that process is.
_alive = -1


def before_end(call: Callable[[], None]) -> None:
    """Has something short called when a signal ends the program, before the terminal is given back."""
    _last_words.append(call)


def used(use: str, borrower: int = 0) -> None:
    """Notes what the terminal is used for from now on. `borrower` is the process it is lent to."""
    global _use, _borrower
    _use, _borrower = use, borrower
    if _told is not None:
        with contextlib.suppress(OSError):
            os.write(_told, f"{use} {borrower}\n".encode())


def end_after(seconds: float, code: int, words: Callable[[], str]) -> None:
    """Ends the program, with a line on the terminal, unless it has ended until then: for an end that may hang."""
    if _keeper is not None:
        _keeper.end_after(seconds, code, words)


def held(told: int, alive: int, holder: int) -> None:
    """Notes that another process holds the terminal: the handle on which it is told the use, a pipe on which nothing
    comes, and which nobody else can write to, and its number."""
    global _told, _alive, _holder
    _told, _alive, _holder = told, alive, holder


def lost() -> None:
    """Ends the program as SIGHUP does, also where that is ignored: the terminal has gone. From any thread."""
    global _lost
    _lost = True
    os.kill(os.getpid(), signal.SIGIO)


def lent_to(command: list[str]) -> int:
    """Runs a program that has the terminal to itself, to its end; its status. Raises OSError, ValueError.

    Ctrl+C and Ctrl+\\ are the program's own meanwhile: they must not end this one and leave that one without a parent.
    """
    import subprocess

    # Functions, not SIG_IGN: that one the program would inherit.
    before = {number: signal.signal(number, lambda *_: None) for number in (signal.SIGINT, signal.SIGQUIT)}
    try:
        program = subprocess.Popen(command)
        used(LENT, program.pid)
        return program.wait()
    finally:
        used(LEFT)
        for number, handler in before.items():
            signal.signal(number, handler)


class Found:
    """The terminal's settings as they were when this was made."""

    def __init__(self) -> None:
        self._name = terminal_name()
        self._attributes: list[Any] | None = None
        with contextlib.suppress(termios.error, OSError, ValueError):
            self._attributes = termios.tcgetattr(0)

    def is_changed(self) -> bool:
        """Whether the terminal's line settings are others now."""
        if self._attributes is None:
            return False
        try:
            return termios.tcgetattr(0) != self._attributes
        except (termios.error, OSError):
            return False

    def give_back(self, use: str, abandoned: bool = False) -> None:
        """Puts the terminal back as it was found: the modes that drawing sets, and the line settings.

        Never raises and never waits for long. What was neither drawn on nor changed is left alone, and so is what is
        another's by now; but the modes of what was drawn on and then `abandoned` by the process that a shell waits for
        are put back all the same: nobody else knows of them.
        """
        try:
            termios.tcgetattr(0)
        except (termios.error, OSError, ValueError):
            # It has gone, and its name may be another's by now.
            return
        ours = _is_ours()
        if (ours and (use != LEFT or self.is_changed())) or (abandoned and use == DRAWN):
            self.write(GIVE_BACK)
        if ours and self._attributes is not None:
            with contextlib.suppress(termios.error, OSError):
                # At once: draining would wait for ever on a terminal that was stopped with Ctrl+S.
                termios.tcsetattr(0, termios.TCSANOW, self._attributes)
                # Reports of the mouse that are still on their way would be typed at the shell.
                termios.tcflush(0, termios.TCIFLUSH)

    def write(self, data: bytes) -> None:
        """Writes on the terminal what it takes within PATIENCE seconds. Never raises."""
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


class TerminalKeeper:
    """Holds the terminal's state while something draws on it (`with TerminalKeeper():`) and puts it back.

    On leaving, only where the terminal is not as it was found. On SIGTERM, SIGHUP, SIGQUIT and SIGINT: the last words,
    the terminal, and out with 128 + the signal's number, within two seconds; a further signal changes nothing of that.
    The end of the process that holds the terminal is one of SIGHUP. Only in the main thread.
    """

    def __init__(self) -> None:
        self._handlers: dict[int, Any] = {}
        self._ending = 0
        #: The code and the line of an end that is to come by itself.
        self._late: tuple[int, Callable[[], str]] | None = None

    def __enter__(self) -> "TerminalKeeper":
        global _keeper
        self._found = Found()
        _keeper = self
        for number in ENDINGS:
            # What was ignored from outside, as nohup does, stays ignored.
            if signal.getsignal(number) is not signal.SIG_IGN:
                self._handlers[number] = signal.signal(number, self._end)
        self._handlers[signal.SIGIO] = signal.signal(signal.SIGIO, self._look_around)
        self._look_around()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        global _keeper
        _keeper = None
        for number, handler in self._handlers.items():
            signal.signal(number, handler if handler is not None else signal.SIG_DFL)
        self._handlers.clear()
        _last_words.clear()
        if self._late is not None:
            # Whoever comes now says it, and may still be kept by a thread.
            self._late = self._late[0], str
        if _use != LEFT or self._found.is_changed():
            self._found.give_back(_use)
        used(LEFT)

    def end_after(self, seconds: float, code: int, words: Callable[[], str]) -> None:
        """See the function of this name. The first one counts."""
        if self._late is None and not self._ending:
            self._late = code, words
            signal.signal(signal.SIGALRM, self._end)
            signal.setitimer(signal.ITIMER_REAL, seconds)

    def _look_around(self, number: int = 0, frame: FrameType | None = None) -> None:
        if _lost or _is_abandoned():
            self._end(signal.SIGHUP, None)

    def _end(self, number: int, frame: FrameType | None) -> None:
        if self._ending or number == signal.SIGALRM:
            if number == signal.SIGALRM:
                self._finish()
            return
        self._ending = number
        signal.signal(signal.SIGALRM, self._end)
        signal.setitimer(signal.ITIMER_REAL, LAST_WORDS)
        for call in _last_words:
            with contextlib.suppress(Exception):
                call()
        if _use == LENT:
            _ended(_borrower, number)
        self._finish()

    def _finish(self) -> None:
        with contextlib.suppress(OSError):
            # Another thread may still be drawing: from here on into nothing.
            nothing = os.open(os.devnull, os.O_WRONLY)
            for handle in (1, 2):
                os.dup2(nothing, handle)
        # From the background, writing would stop the process.
        signal.signal(signal.SIGTTOU, signal.SIG_IGN)
        self._found.give_back(_use, abandoned=_is_abandoned())
        used(LEFT)
        if self._ending or self._late is None:
            os._exit(128 + self._ending)
        code, words = self._late
        with contextlib.suppress(Exception):
            self._found.write(words().encode())
        os._exit(code)


def _ended(process: int, number: int) -> None:
    """Has a child end as well, and waits for it: an editor keeps what was typed. Who calls bounds the time."""
    with contextlib.suppress(OSError):
        os.kill(process, number)
        os.kill(process, signal.SIGCONT)
        os.waitpid(process, 0)


def _is_abandoned() -> bool:
    """Whether a process held the terminal, and has ended."""
    # Its files are closed a moment before its children are another's; where the one was told, the other may be to come.
    return bool(_holder) and (os.getppid() != _holder or bool(select.select([_alive], [], [], 0)[0]))


def _is_ours() -> bool:
    """Whether the terminal is this program's to change: once it was put in the background, it is the shell's."""
    try:
        return os.tcgetpgrp(0) == os.getpgrp()
    except OSError:
        return True
