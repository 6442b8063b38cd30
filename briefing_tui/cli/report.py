"""Owns the streams and the exit codes: data goes to standard output with `put`, words to standard error with `say`.

Whatever happens in a command, `guarded` ends it with a line and a code, never with a traceback.
"""

import errno
import os
import sys
from collections.abc import Callable
from typing import TextIO

from briefing_tui.model.text import clean, obeyed, one_line

SOUND, ERRORS, COULD_NOT_RUN = 0, 1, 2
#: sysexits' EX_SOFTWARE: a fault in the program.
CRASHED = 70
#: What a shell reports for a program that SIGINT or SIGPIPE ended.
INTERRUPTED, PIPE_CLOSED = 130, 141

_OUTPUT_LOST = {errno.EPIPE, errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF, errno.EAGAIN}


class Failure(Exception):
    """Ends a command: what could not be done, in words for the user, and the exit code."""

    def __init__(self, words: str, code: int = COULD_NOT_RUN) -> None:
        super().__init__(words)
        self.code = code


class _OutputLostError(Exception):
    """Standard output takes no more."""


def say(words: str) -> None:
    """Words for the user, on standard error. Where that is closed, they are lost; nothing is raised."""
    if sys.stderr is None:
        return
    try:
        encoding = sys.stderr.encoding or "utf-8"
        sys.stderr.write(f"{clean(words)}\n".encode(encoding, "replace").decode(encoding))
        sys.stderr.flush()
    except (OSError, ValueError):
        _forget(sys.stderr)


def put(text: str) -> None:
    """Data, on standard output: UTF-8 for a program, and for a terminal what it can show, without any command to it."""
    if sys.stdout is None:
        raise Failure("standard output is closed: there is nowhere to write to")
    encoding = "utf-8"
    # The second barrier: everything from files was cleaned when it was read.
    if sys.stdout.isatty():
        text, encoding = clean(text), sys.stdout.encoding or "utf-8"
    elif obeyed(text):
        text = clean(text)
    put_bytes(text.encode(encoding, "replace"))


def put_bytes(content: bytes) -> None:
    """Data as it is, on standard output."""
    if sys.stdout is None:
        raise Failure("standard output is closed: there is nowhere to write to")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except OSError as error:
        raise _OutputLostError from error


def guarded(command: Callable[[], int | None]) -> int:
    """The exit code of a command, whatever becomes of it. SystemExit alone is let through."""
    _fill_closed_streams()
    try:
        code = command()
        if sys.stdout is not None:
            sys.stdout.flush()
        return code or SOUND
    except Failure as failure:
        say(f"briefing: {failure}")
        return failure.code
    except KeyboardInterrupt:
        return INTERRUPTED
    except _OutputLostError as lost:
        return _lost(lost.__cause__)
    except OSError as error:
        # click writes its help itself.
        if error.filename is None and error.errno in _OUTPUT_LOST:
            return _lost(error)
        return _crashed(error)
    except Exception as error:
        return _crashed(error)


def _lost(error: BaseException | None) -> int:
    """Standard output takes no more: whoever read it has gone, or the disk is full."""
    _forget(sys.stdout)
    if isinstance(error, BrokenPipeError):
        return PIPE_CLOSED
    say(f"briefing: the output could not be written: {getattr(error, 'strerror', None) or 'unknown reason'}")
    return COULD_NOT_RUN


def _crashed(error: BaseException) -> int:
    from briefing_tui.crash import crash_place, recorded_crash

    if isinstance(error, MemoryError):
        say("briefing: there is not enough memory")
        return CRASHED
    path = recorded_crash(error)
    kept = f" A record without anything from your files is in {one_line(str(path))}" if path else ""
    say(f"briefing: a fault in the program: {crash_place(error)}.{kept}")
    _forget(sys.stdout)
    return CRASHED


def _forget(stream: TextIO | None) -> None:
    """Leads a stream that takes no more into nothing, or the interpreter would try it again at its end and complain."""
    try:
        nothing = os.open(os.devnull, os.O_WRONLY)
        if stream is not None:
            os.dup2(nothing, stream.fileno())
        os.close(nothing)
    except (OSError, ValueError):
        return


def _fill_closed_streams() -> None:
    """Opens the null device where one of the three streams is closed: the next file opened would take its place."""
    for handle in (0, 1, 2):
        try:
            os.fstat(handle)
        except OSError:
            # The lowest free number is this one.
            os.open(os.devnull, os.O_RDWR)
