"""From a path to text: regular files only, bounded, UTF-8. Refuses to wait for, or be surprised by, anything else."""

import errno
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from briefing_tui.source.codes import finding
from briefing_tui.source.diagnostic import Diagnostic, Extent

MAX_BYTES = 5_000_000

_NOWHERE = Extent(0, 0)


@dataclass(frozen=True, slots=True)
class FileText:
    """What a file holds, or why it cannot be had. `stamp` changes when the file does."""

    text: str = ""
    problem: Diagnostic | None = None
    stamp: tuple[int, ...] = ()


def file_stamp(path: Path) -> tuple[int, ...]:
    """What tells one state of a file from another: identity, size and times of change; empty when there is no file."""
    try:
        return _stamp(os.stat(path))
    except (OSError, ValueError):
        return ()


def _stamp(status: os.stat_result) -> tuple[int, ...]:
    # The time of the inode's change too: nobody can set it, and a change of the file's mode moves it.
    return (
        status.st_ino,
        status.st_size,
        status.st_mtime_ns,
        stat.S_IFMT(status.st_mode),
        status.st_dev,
        status.st_ctime_ns,
    )


def file_text(path: Path) -> FileText:
    """The text of a file, or a diagnostic. Never raises, never blocks on a pipe or a device."""
    try:
        # O_NONBLOCK: opening a FIFO must not wait for a writer; it is refused by its type right after. O_NOCTTY: nor
        # does a terminal that stands there become ours.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    except (OSError, ValueError) as error:
        return FileText(problem=_opening_problem(error))
    try:
        status = os.fstat(handle)
        stamp = _stamp(status)
        if not stat.S_ISREG(status.st_mode):
            return FileText(problem=_not_a_file(status.st_mode), stamp=stamp)
        if status.st_size > MAX_BYTES:
            return FileText(problem=too_large(), stamp=stamp)
        with os.fdopen(handle, "rb", closefd=False) as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        return FileText(problem=_opening_problem(error))
    finally:
        os.close(handle)
    found = decoded(data)
    return FileText(found.text, found.problem, stamp)


def decoded(data: bytes) -> FileText:
    """Text from bytes: UTF-8, a byte order mark is dropped; at most MAX_BYTES."""
    if len(data) > MAX_BYTES:
        return FileText(problem=too_large())
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        extent = Extent(len(before), len(before) + 1)
        guess = "UTF-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "another encoding"
        problem = finding(
            "F105",
            extent,
            f"This is not UTF-8: byte {data[error.start]:#04x} cannot stand here",
            f"The file seems to be in {guess}: save it as UTF-8 in your editor",
        )
        return FileText(data.decode("utf-8", "replace"), problem)
    return FileText(text.removeprefix("\ufeff"))


def _opening_problem(error: OSError | ValueError) -> Diagnostic:
    number = getattr(error, "errno", None)
    if number in (errno.ENOENT, errno.ENOTDIR):
        return finding(
            "F101", _NOWHERE, "There is no such file", "Check the path; `briefing` alone lists the briefings it finds"
        )
    if number in (errno.EACCES, errno.EPERM):
        return finding(
            "F103", _NOWHERE, "The file may not be read", "Give yourself the right to read it: chmod u+r FILE"
        )
    if number in (errno.ENXIO, errno.EISDIR):
        return _not_a_file(0)
    if isinstance(error, ValueError):
        return finding("F101", _NOWHERE, "This cannot be the path of a file", "Check the path for stray characters")
    return finding(
        "F103",
        _NOWHERE,
        f"The file cannot be read: {error.strerror or 'unknown reason'}",
        "Check the path and the disk",
    )


def _not_a_file(mode: int) -> Diagnostic:
    kinds = (
        (stat.S_ISDIR, "a folder"),
        (stat.S_ISFIFO, "a pipe"),
        (stat.S_ISCHR, "a device"),
        (stat.S_ISBLK, "a device"),
        (stat.S_ISSOCK, "a socket"),
    )
    what = next((name for test, name in kinds if mode and test(mode)), "not a regular file")
    return finding(
        "F102", _NOWHERE, f"This is {what}, not a briefing", "Name a YAML file, or a folder to list what is in it"
    )


def too_large() -> Diagnostic:
    """What is said of a file that holds more than MAX_BYTES."""
    return finding(
        "F104", _NOWHERE, "This file is over 5 MB", "Split the briefing into several and link them with [[other#id]]"
    )
