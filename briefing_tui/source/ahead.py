"""Reads YAML in a process beside this one, which meanwhile imports what will show it. Knows no screen and no file.

What comes back are the values of texts that were read without a finding, and they stand for an equal text only: in any
other case it is read here, as if there had been nobody else.
"""

import faulthandler
import marshal
import os
import signal
from collections.abc import Callable
from contextlib import suppress

from briefing_tui.source.tree import Tree

#: The process, and the pipe on which it answers; none where nothing was begun or all has been taken in.
_reader: tuple[int, int] | None = None
#: What it has read, by text: taken out when it is asked for.
_found: dict[str, Tree] = {}
#: There, the pipe on which what is read is sent.
_sent_to: int | None = None

_LENGTH = 8


def begin(work: Callable[[], object]) -> None:
    """Has work done in a process beside this one, for the texts that are read in it. Before anything starts a thread.

    Where there is but one processor, or no further process can be had, nothing is done.
    """
    global _reader
    if processors() < 2:
        return
    given, give = os.pipe()
    try:
        process = os.fork()
    except OSError:
        os.close(give)
        os.close(given)
        return
    if process:
        os.close(give)
        _reader = process, given
        return
    try:
        # It has no part in the terminal, nor in what is told to who holds it.
        faulthandler.disable()
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.dup2(give, 3)
        os.closerange(4, 256)
        _answer(work, 3)
    finally:
        # Whatever happens here: two processes must never go on as one.
        os._exit(0)


def found(text: str) -> Tree | None:
    """What was read ahead of a text, once; None where that is nothing. Waits until it has come, or nothing will."""
    while text not in _found and _reader is not None:
        _take_in(_reader[1])
    return _found.pop(text, None)


def end() -> None:
    """Forgets what nobody has asked for, and sees to it that no process is left."""
    _found.clear()
    _close()


def _close() -> None:
    global _reader
    if _reader is None:
        return
    (process, given), _reader = _reader, None
    os.close(given)
    with suppress(OSError):
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)


def read(tree: Tree) -> None:
    """Sends what was read to who waits for it, in the process where somebody does."""
    if _sent_to is None or tree.problems or not tree.marks:
        return
    data = packed(tree)
    rest = memoryview(len(data).to_bytes(_LENGTH) + data)
    while rest:
        rest = rest[os.write(_sent_to, rest) :]


def packed(tree: Tree) -> bytes:
    """A tree without problems as what another process of the same program can read."""
    # Containers are marked in the order in which they begin.
    return marshal.dumps(
        (tree.text, tree.root, tree.start, b"".join([marks.tobytes() for marks in tree.marks.values()]))
    )


def unpacked(data: bytes | bytearray) -> Tree:
    """The tree again. Raises EOFError, ValueError or TypeError for what is not whole."""
    text, root, start, places = marshal.loads(data)
    return Tree(text, root, start, places=places)


def _answer(work: Callable[[], object], handle: int) -> None:
    global _sent_to
    _sent_to = handle
    with suppress(Exception):
        work()


def _take_in(given: int) -> None:
    """Takes in one text that was read; where none comes, or not all of it, nobody is waited for any more."""
    try:
        tree = unpacked(_received(given, int.from_bytes(_received(given, _LENGTH))))
    except (OSError, EOFError, ValueError, TypeError):
        _close()
    else:
        _found[tree.text] = tree


def _received(handle: int, length: int) -> bytearray:
    """So many bytes. Raises EOFError where they do not come, OSError."""
    data = bytearray()
    while len(data) < length:
        if not (part := os.read(handle, min(length - len(data), 1 << 16))):
            raise EOFError
        data += part
    return data


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
