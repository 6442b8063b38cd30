"""Which line of a file is being edited: what tells it, and the socket on which readers hear it. Knows no screen.

A reader binds a datagram socket of its own in the runtime folder, named after the file. A message is one JSON object in
one line, `{"path": ..., "line": ...}`. Telling never waits, and where nobody listens it does nothing.
"""

import errno
import hashlib
import itertools
import json
import os
import socket
import stat
from collections.abc import Iterator
from pathlib import Path

from briefing_tui.folders import made, runtime_folder

#: What is longer is no message, in bytes.
LONGEST = 8192
#: No file that is read has more lines.
MOST_LINES = 10_000_000
#: So many messages are taken in at a time: whoever floods a reader does not keep it from its keys.
_AT_ONCE = 64

_numbers = itertools.count()


def tell(path: str | os.PathLike[str], line: int) -> int:
    """Tells whoever reads a file which line (from 1) is being edited; how many were told. Nothing is raised."""
    try:
        real = os.path.realpath(path)
        message = json.dumps({"path": real, "line": line}).encode("ascii") + b"\n"
        listeners = list(_sockets(_prefix(real)))
        if not listeners or len(message) > LONGEST:
            return 0
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sender:
            sender.setblocking(False)
            return sum([_sent(sender, message, listener) for listener in listeners])
    except (OSError, ValueError, TypeError):
        return 0


class Listener:
    """A reader's end. Raises OSError where no socket can be made, or the runtime folder is another's."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = os.path.realpath(path)
        folder = made(runtime_folder())
        _clean()
        self.file = folder / f"{_prefix(self._path)}{os.getpid()}-{next(_numbers)}.sock"
        self.file.unlink(missing_ok=True)
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        try:
            self._socket.bind(str(self.file))
            os.chmod(self.file, 0o600)
            self._socket.setblocking(False)
        except BaseException:
            self._socket.close()
            raise

    def fileno(self) -> int:
        """What becomes readable when something was told."""
        return self._socket.fileno()

    def line(self) -> int | None:
        """The line told last, of what has come in; None where nothing sound has. Never waits."""
        last = None
        for _ in range(_AT_ONCE):
            try:
                data = self._socket.recv(LONGEST + 1)
            except (BlockingIOError, InterruptedError):
                break
            last = line_in(data, self._path) or last
        return last

    def close(self) -> None:
        """Ends listening, and takes the socket away."""
        self._socket.close()
        self.file.unlink(missing_ok=True)


def line_in(data: bytes, path: str) -> int | None:
    """The line that a message tells about a file; None for any other bytes."""
    if len(data) > LONGEST:
        return None
    try:
        message = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(message, dict) or message.get("path") != path:
        return None
    line = message.get("line")
    return line if type(line) is int and 1 <= line <= MOST_LINES else None


def _prefix(real: str) -> str:
    return f"follow-{hashlib.sha256(os.fsencode(real)).hexdigest()[:16]}-"


def _sockets(prefix: str) -> Iterator[Path]:
    """The sockets of this user whose names begin so; none in a folder that is another's."""
    folder = runtime_folder()
    if os.stat(folder).st_uid != os.geteuid():
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(prefix) and entry.name.endswith(".sock"):
                found = entry.stat(follow_symlinks=False)
                if stat.S_ISSOCK(found.st_mode) and found.st_uid == os.geteuid():
                    yield Path(entry.path)


def _sent(sender: socket.socket, message: bytes, listener: Path) -> bool:
    """Sends without waiting; a socket that its reader left behind is taken away."""
    try:
        sender.sendto(message, str(listener))
    except OSError as error:
        if error.errno == errno.ECONNREFUSED:
            listener.unlink(missing_ok=True)
        return False
    return True


def _clean() -> None:
    """Takes away what readers that ended without a word left behind."""
    for file in list(_sockets("follow-")):
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as probe:
            try:
                probe.connect(str(file))
            except OSError as error:
                if error.errno == errno.ECONNREFUSED:
                    file.unlink(missing_ok=True)
