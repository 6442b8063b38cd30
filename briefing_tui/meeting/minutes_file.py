"""A line put at the end of a minutes file so that it is on the disk, whole, or the file is as it was.

Locked for each line only. What a write that was cut off has left behind is made a comment. Knows no jot.
"""

import contextlib
import errno
import fcntl
import os
import re
import stat
import time
from collections.abc import Callable
from pathlib import Path

from briefing_tui.meeting.minutes_lines import is_item, may_go_on

#: The largest file that is added to and read whole, in bytes.
MAX_BYTES = 5_000_000
#: How long another writer is waited for, and how long between two tries, in seconds.
PATIENCE, PAUSE = 0.5, 0.01
#: How often a file that is replaced again and again is opened anew.
_TRIES = 20

#: The file system cannot do this, and nobody can help it.
_UNABLE = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOLCK}
_BUSY = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES}
#: What YAML refuses anywhere, also in a comment.
_REFUSED = re.compile("[^\t\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")

KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


class UnfitError(Exception):
    """This is no place to write minutes to: why, in words to follow the file's name."""


class BusyError(Exception):
    """Somebody else holds the file."""


def appended(path: Path, mode: int, line: Callable[[bytes], str]) -> None:
    """Puts a line at the end of a file, and waits for the disk. `line` is given what the file holds, under the lock.

    A file that is missing is made with this mode. Raises UnfitError where the file is not fit for it, BusyError where
    it stays locked for half a second, and OSError; then the file holds what it held before.
    """
    with contextlib.ExitStack() as held:
        handle = _locked(path, mode, held)
        status = os.fstat(handle)
        if status.st_size > MAX_BYTES:
            raise UnfitError("holds over 5 MB")
        before = _content(handle, status.st_size)
        tail = before[before.rfind(b"\n") + 1 :]
        torn = tail if is_torn(tail) else b""
        if not may_go_on(before[: len(before) - len(torn)]):
            raise UnfitError("holds something else")
        data = ("\n" if tail else "") + line(before) + "\n"
        if torn:
            _mend(handle, len(before) - len(torn), torn)
        _write(handle, data.encode("utf-8"), len(before))
        _sync_folder(path.parent)


def content_of(path: Path) -> bytes:
    """What a file holds, at most one byte more than MAX_BYTES. Raises UnfitError for what is no file, and OSError."""
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        _check(os.fstat(handle))
        return _content(handle, MAX_BYTES + 1)
    finally:
        os.close(handle)


def is_torn(tail: bytes) -> bool:
    """Whether what follows the last end of line was cut off, and is no item, no comment and nothing a hand has left."""
    if _REFUSED.search(tail.decode("utf-8", "surrogateescape")):
        return True
    return bool(tail) and b"- {".startswith(tail[:3]) and not is_item(tail)


def mended(tail: bytes) -> bytes:
    """What was cut off, as a comment of the same length, in which nothing stands that YAML refuses."""
    text = tail.decode("utf-8", "surrogateescape")
    # One byte for one byte: what is cut in the middle of a character, and what a disk has left as zeros.
    rest = _REFUSED.sub(lambda found: "?" * _bytes(found[0]), text[1:])
    return b"#" + b"?" * (_bytes(text[:1]) - 1) + rest.encode("utf-8")


def _bytes(char: str) -> int:
    return len(char.encode("utf-8", "surrogateescape"))


def _locked(path: Path, mode: int, held: contextlib.ExitStack) -> int:
    """The file, opened and locked: the one that stands at this path now."""
    until = time.monotonic() + PATIENCE
    for _ in range(_TRIES):
        handle = _opened(path, mode)
        with contextlib.ExitStack() as opened:
            opened.callback(os.close, handle)
            status = os.fstat(handle)
            _check(status)
            _lock(handle, until)
            # Whoever held it may have put another in its place.
            if _stands(path, status):
                held.push(opened.pop_all())
                return handle
    raise BusyError


def _opened(path: Path, mode: int) -> int:
    # What a link leads to is written where it is there; a link to nothing makes no file elsewhere.
    new = 0 if path.is_symlink() else os.O_CREAT
    # O_NONBLOCK: a pipe must not be waited for; it is refused right after.
    flags = os.O_RDWR | os.O_APPEND | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY
    try:
        return os.open(path, flags | new, mode)
    except OSError as error:
        if error.errno in (errno.EISDIR, errno.ENXIO, errno.ELOOP):
            raise UnfitError("is no file") from None
        raise


def _check(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        what = next((name for test, name in KINDS if test(status.st_mode)), "no file")
        raise UnfitError(f"is {what}")


def _lock(handle: int, until: float) -> None:
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in _UNABLE:
                return
            if error.errno not in _BUSY or time.monotonic() >= until:
                raise BusyError from None
            time.sleep(PAUSE)
        else:
            return


def _stands(path: Path, status: os.stat_result) -> bool:
    try:
        return os.path.samestat(status, os.stat(path))
    except OSError:
        return False


def _content(handle: int, most: int) -> bytes:
    parts: list[bytes] = []
    at = 0
    while at < most and (part := os.pread(handle, most - at, at)):
        parts.append(part)
        at += len(part)
    return b"".join(parts)


def _mend(handle: int, at: int, torn: bytes) -> None:
    """Makes a comment of what was cut off; only the bytes that differ are written."""
    flags = fcntl.fcntl(handle, fcntl.F_GETFL)
    # With O_APPEND, Linux writes to the end whatever the place.
    fcntl.fcntl(handle, fcntl.F_SETFL, flags & ~os.O_APPEND)
    try:
        for n, (was, now) in enumerate(zip(torn, mended(torn), strict=True)):
            if was != now:
                os.pwrite(handle, bytes((now,)), at + n)
    finally:
        fcntl.fcntl(handle, fcntl.F_SETFL, flags)


def _write(handle: int, data: bytes, before: int) -> None:
    """Puts a line at the end and waits for the disk; takes it back where it did not get there whole."""
    try:
        if os.write(handle, data) < len(data):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        try:
            os.fsync(handle)
        except OSError as error:
            if error.errno not in _UNABLE:
                raise
    except BaseException:
        with contextlib.suppress(OSError):
            # Where there are no locks, another's line may already stand behind this one.
            if before <= os.fstat(handle).st_size <= before + len(data):
                os.ftruncate(handle, before)
        raise


def _sync_folder(folder: Path) -> None:
    """A new file's name is on the disk only when its folder is; whoever made it may not have come so far."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
