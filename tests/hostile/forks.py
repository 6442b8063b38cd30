"""Runs commands of the program by the hundred, each in a process of its own, on a terminal or into pipes.

`python -m tests.hostile.forks` has the program loaded once, and forks for each command that comes in on standard input,
a line of JSON each; it answers with what was written, in a line of base64.
"""

import base64
import contextlib
import fcntl
import json
import os
import select
import struct
import subprocess
import sys
import termios
import time
import tty
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

#: Seconds a command may take; far more than any does.
PATIENCE = 60.0


class Said(NamedTuple):
    """What a command wrote: to a terminal all of it together, else on its two streams."""

    out: bytes
    err: bytes
    code: int


class Forks:
    """The process that forks. `folder` is where the commands run."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        root = Path(__file__).resolve().parents[2]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.hostile.forks"],
            cwd=folder,
            env={**environment, "PYTHONPATH": str(root)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def __enter__(self) -> "Forks":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait(PATIENCE)

    def said(self, arguments: list[str], *, terminal: str = "", given: bytes = b"", **more: str) -> Said:
        """What a command writes, given that on standard input: to a terminal of a TERM, or without one into pipes.

        `more` are further variables of the environment.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        wish = [[_packed(os.fsencode(word)) for word in arguments], terminal, _packed(given), more]
        self._process.stdin.write(json.dumps(wish).encode() + b"\n")
        self._process.stdin.flush()
        out, err, code = json.loads(self._process.stdout.readline())
        return Said(base64.b64decode(out), base64.b64decode(err), code)


def _packed(data: bytes) -> str:
    return base64.b64encode(data).decode()


def main() -> None:
    """Forks until standard input ends."""
    import briefing_tui.authoring.insertion
    import briefing_tui.checks.engine
    import briefing_tui.checks.fixing
    import briefing_tui.source.validate
    import briefing_tui.tui.picture
    import briefing_tui.tui.room  # noqa: F401
    from briefing_tui.cli import group

    for row in group.COMMANDS:
        group.command_at(row.at)
    group.command_at(group.OPEN)
    for line in sys.stdin.buffer:
        words, terminal, given, more = json.loads(line)
        arguments = [os.fsdecode(base64.b64decode(word)) for word in words]
        said = _forked(group, arguments, {"TERM": terminal, **more}, base64.b64decode(given))
        sys.stdout.write(json.dumps([_packed(said.out), _packed(said.err), said.code]) + "\n")
        sys.stdout.flush()


def _forked(group: Any, arguments: list[str], environment: dict[str, str], given: bytes) -> Said:
    hear, say = os.pipe()
    handles = []
    if environment["TERM"]:
        ours, theirs = os.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        tty.setraw(theirs)
        handles, streams = [ours], (theirs, theirs)
    else:
        out, err = os.pipe(), os.pipe()
        handles, streams = [out[0], err[0]], (out[1], err[1])
    child = os.fork()
    if child == 0:
        for number, handle in ((0, hear), (1, streams[0]), (2, streams[1])):
            os.dup2(handle, number)
        os.closerange(3, 256)
        # No terminal but the one it is given, if any.
        os.setsid()
        os.environ.update(environment)
        sys.stdin, sys.stdout, sys.stderr = (os.fdopen(number, mode) for number, mode in enumerate("rww"))
        code = 99
        try:
            group.briefing.main(arguments)
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 98
        finally:
            with contextlib.suppress(OSError, ValueError):
                sys.stdout.flush()
            os._exit(code)
    for handle in (hear, *set(streams)):
        os.close(handle)
    said = _drained(handles, say, given)
    status = os.waitpid(child, 0)[1]
    return Said(said[0], said[1] if len(said) > 1 else b"", os.waitstatus_to_exitcode(status))


def _drained(handles: list[int], say: int, given: bytes) -> list[bytes]:
    """What comes out until all is closed; what is given goes in meanwhile."""
    parts: dict[int, list[bytes]] = {handle: [] for handle in handles}
    open_, end = set(handles), time.monotonic() + PATIENCE
    os.set_blocking(say, False)
    while open_ and time.monotonic() < end:
        readable, writable, _ = select.select(list(open_), [say] if say >= 0 else [], [], 1.0)
        for handle in readable:
            part = b""
            with contextlib.suppress(OSError):
                part = os.read(handle, 1 << 16)
            parts[handle].append(part)
            if not part:
                open_.discard(handle)
        if writable:
            try:
                given = given[os.write(say, given[: 1 << 16]) :] if given else b""
            except OSError:
                given = b""
            if not given:
                os.close(say)
                say = -1
    for handle in handles:
        os.close(handle)
    if say >= 0:
        os.close(say)
    return [b"".join(parts[handle]) for handle in handles]


if __name__ == "__main__":
    main()
