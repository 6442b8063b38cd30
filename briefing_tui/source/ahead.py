"""Reads YAML in a process beside this one, which meanwhile imports what will show it. Knows no screen and no file.

What comes back are the values of texts that were read without a finding, and they stand for an equal text only: in any
other case it is read here, as if there had been nobody else.
"""

import faulthandler
import marshal
import os
import signal
from collections.abc import Callable, Iterable
from contextlib import suppress

from briefing_tui.source.tree import Tree

#: The process, and the pipe on which it answers; none where nothing was begun or all has been taken in.
_reader: tuple[int, int] | None = None
#: What it has read, by text: taken out when it is asked for.
_found: dict[str, Tree] = {}
#: What is read in the process beside, there.
_read: list[Tree] | None = None


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
    """What was read ahead of a text, once; None where that is nothing. Waits for who reads it."""
    _take_in()
    return _found.pop(text, None)


def read(tree: Tree) -> None:
    """Notes what was read, where somebody else waits for it."""
    if _read is not None and not tree.problems and tree.marks:
        _read.append(tree)


def packed(trees: Iterable[Tree]) -> bytes:
    """Trees without problems as what another process of the same program can read."""
    # Containers are marked in the order in which they begin.
    told = [(tree.text, tree.root, tree.start, b"".join([m.tobytes() for m in tree.marks.values()])) for tree in trees]
    return marshal.dumps(told)


def unpacked(data: bytes | bytearray) -> list[Tree]:
    """The trees again. Raises EOFError, ValueError or TypeError for what is not whole."""
    return [Tree(text, root, start, places=places) for text, root, start, places in marshal.loads(data)]


def _answer(work: Callable[[], object], handle: int) -> None:
    global _read
    _read = []
    with suppress(Exception):
        work()
    rest = memoryview(packed(_read))
    while rest:
        rest = rest[os.write(handle, rest) :]


def _take_in() -> None:
    """Takes in all that was read; nothing where it did not come whole."""
    global _reader
    if _reader is None:
        return
    (process, given), _reader = _reader, None
    data = bytearray()
    with suppress(OSError):
        while part := os.read(given, 1 << 16):
            data += part
    os.close(given)
    with suppress(OSError):
        os.waitpid(process, 0)
    with suppress(EOFError, ValueError, TypeError):
        for tree in unpacked(data):
            _found[tree.text] = tree


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
