"""The sockets of talks on this machine: where they stand, whose they are, and which have somebody behind them.

A talk's socket is named after its file. Whoever presents holds a lock beside it, which the system lets go when they
die.
"""

import contextlib
import fcntl
import hashlib
import os
import select
import socket
import stat
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing_tui.folders import made, runtime_folder
from briefing_tui.meeting.update import LONGEST, decoded, encode, name_from
from briefing_tui.model.text import one_line

#: The first line of whoever only wants to know what is presented.
LOOK = encode({"kind": "look"})

#: What the shorter of the systems takes for the path of a socket, in bytes.
_LONGEST_PATH = 103
#: Seconds in which every talk of this machine has to answer; one that does not is left out.
_ANSWER = 0.5
_LONGEST_TITLE = 300
_TRIES, _PAUSE = 10, 0.01


class RunningError(Exception):
    """Somebody presents this file already."""


@dataclass(frozen=True, slots=True)
class Talk:
    """A presentation on this machine. `since` is when it began, in seconds since 1970."""

    path: Path
    title: str
    driver: str
    since: float


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to present a file on this machine: a socket's place, and the lock that keeps it."""

    socket: Path
    lock: Path
    handle: int

    def let_go(self) -> None:
        """Takes both away."""
        with contextlib.suppress(OSError):
            self.socket.unlink(missing_ok=True)
            self.lock.unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            os.close(self.handle)


def socket_of(path: str | os.PathLike[str]) -> Path:
    """Where the socket of a file's talk stands, if there is one."""
    real = os.path.realpath(path)
    return runtime_folder() / f"talk-{hashlib.sha256(os.fsencode(real)).hexdigest()[:16]}.sock"


def claimed(path: str | os.PathLike[str]) -> Claim:
    """The right to present a file. Raises RunningError where somebody does, OSError where there can be no socket."""
    made(runtime_folder())
    _clean()
    place = socket_of(path)
    if len(os.fsencode(place)) > _LONGEST_PATH:
        raise OSError(f"the path of the socket is too long: {place.parent}")
    for _ in range(_TRIES):
        claim = _claim(place)
        if claim is not None:
            place.unlink(missing_ok=True)
            return claim
        if _answers(place):
            break
        # Somebody is only just beginning, or looking whether something was left behind.
        time.sleep(_PAUSE)
    raise RunningError


def bound(claim: Claim) -> socket.socket:
    """The socket of a claim, for this user alone. Raises OSError."""
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        listening.bind(str(claim.socket))
        os.chmod(claim.socket, 0o600)
        listening.listen(100)
        listening.setblocking(False)
    except BaseException:
        listening.close()
        raise
    return listening


def is_ours(place: Path) -> bool:
    """Whether a socket stands there that only this user can have put there."""
    try:
        folder, found = os.stat(place.parent), os.lstat(place)
    except OSError:
        return False
    ours = folder.st_uid == os.geteuid() == found.st_uid and not folder.st_mode & stat.S_IWOTH
    return ours and stat.S_ISSOCK(found.st_mode)


def running() -> list[Talk]:
    """What is presented on this machine by this user, the latest first. Takes half a second at most; never raises."""
    until = time.monotonic() + _ANSWER
    asked: dict[socket.socket, bytearray] = {}
    talks = []
    try:
        for place in _places():
            with contextlib.suppress(OSError):
                asked[_asked(place)] = bytearray()
        while asked and (left := until - time.monotonic()) > 0:
            for ready in select.select(list(asked), [], [], left)[0]:
                talk, over = _read(ready, asked[ready])
                talks += [talk] if talk is not None else []
                if over:
                    del asked[ready]
                    ready.close()
    except (OSError, ValueError):
        pass
    finally:
        for left_over in asked:
            left_over.close()
    return sorted(talks, key=lambda talk: -talk.since)


def talk_from(found: object) -> Talk | None:
    """The talk that a decoded greeting is about; None for any other object."""
    if not isinstance(found, dict) or found.get("kind") != "talk":
        return None
    path, title, since = found.get("path"), found.get("title"), found.get("since")
    if not isinstance(path, str) or not isinstance(title, str) or isinstance(since, bool):
        return None
    try:
        real = os.fsdecode(bytes.fromhex(path))
    except ValueError:
        return None
    if not os.path.isabs(real) or "\0" in real or not isinstance(since, int | float):
        return None
    return Talk(Path(real), one_line(title)[:_LONGEST_TITLE], name_from(found.get("driver")), float(since))


def greeting(talk: Talk) -> bytes:
    """A talk as the first line that every guest is sent."""
    # A path is bytes, which no cleaning may touch.
    path, title = os.fsencode(talk.path).hex(), one_line(talk.title)[:_LONGEST_TITLE]
    return encode({"kind": "talk", "path": path, "title": title, "driver": talk.driver, "since": talk.since})


def _asked(place: Path) -> socket.socket:
    asking = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        asking.setblocking(False)
        asking.connect(str(place))
        asking.send(LOOK)
    except BaseException:
        asking.close()
        raise
    return asking


def _read(ready: socket.socket, kept: bytearray) -> tuple[Talk | None, bool]:
    """What a talk has answered, and whether that was all."""
    try:
        part = ready.recv(LONGEST)
    except BlockingIOError:
        return None, False
    except OSError:
        return None, True
    kept += part
    line, end, _ = kept.partition(b"\n")
    if end:
        return talk_from(decoded(bytes(line))), True
    return None, not part or len(kept) > LONGEST


def _places() -> Iterator[Path]:
    """The sockets of talks in the runtime folder; none in one that is another's."""
    folder = runtime_folder()
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if entry.name.startswith("talk-") and entry.name.endswith(".sock")]
    except OSError:
        return
    for name in sorted(names):
        if is_ours(folder / name):
            yield folder / name


def _claim(place: Path) -> Claim | None:
    lock = place.with_suffix(".lock")
    while True:
        handle = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # Whoever held it may have taken the file away meanwhile: then this is the lock of nothing.
            if _same(handle, lock):
                return Claim(place, lock, handle)
        except BlockingIOError:
            os.close(handle)
            return None
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def _answers(place: Path) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        probe.setblocking(False)
        try:
            probe.connect(str(place))
        except BlockingIOError:
            return True
        except OSError:
            return False
    return True


def _same(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), os.stat(path, follow_symlinks=False))
    except OSError:
        return False


def _clean() -> None:
    """Takes away what talks that ended without a word left behind."""
    for place in _places():
        with contextlib.suppress(OSError):
            claim = _claim(place)
            if claim is not None:
                claim.let_go()
