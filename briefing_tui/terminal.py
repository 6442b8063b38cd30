"""The terminal: whether there is one to draw on, and its keyboard. Knows nothing of what is drawn."""

import contextlib
import os
import sys
from typing import TextIO

#: What TERM says of a terminal on which nothing can be drawn.
UNDRAWABLE = ("", "dumb", "unknown")


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
    if kind in UNDRAWABLE:
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
    for path in (terminal_name(), "/dev/tty"):
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


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except (OSError, ValueError):
        return False


def terminal_name() -> str:
    """The path of the terminal that is drawn on, or empty."""
    for handle in (2, 1, 0):
        with contextlib.suppress(OSError):
            return os.ttyname(handle)
    return ""
