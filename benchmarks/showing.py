"""One opening of a program in a terminal: when its content was on the screen, and what it had taken by then.

What is on a screen is told by a terminal emulator that reads afterwards, piece by piece, what was written.
"""

import re
from dataclasses import dataclass
from time import perf_counter

import pyte

from benchmarks.contents import Program
from benchmarks.terminal import Size, Terminal

#: Anything that is no text.
_CONTROLS = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]P_^][^\x07\x1b]*(?:\x07|\x1b\\)?|[ -/]*[0-~])|[\x00-\x1f]")

#: Keys pressed, and seconds to wait for an answer to one.
PRESSED, ANSWER = 5, 1.0


@dataclass(frozen=True, slots=True)
class Opening:
    """Milliseconds until the content was shown, and of processor time by then; MB when nothing more happened.

    For each key, milliseconds to the first byte of its answer and to the last.
    """

    shown: float
    work: float
    memory: float
    keys: tuple[tuple[float, float], ...]


def opening(program: Program, size: Size, patience: float) -> Opening | None:
    """Opens a program and closes it; None where it did not show its content within `patience` seconds."""
    frames: list[tuple[float, bytes, float]] = []
    with Terminal(program.command, program.environment, size) as terminal:
        plain = b""
        wanted = [word.encode() for word in program.words]
        while not all(word in plain for word in wanted):
            if terminal.now() > patience or not terminal.comes(patience - terminal.now()):
                break
            at, data = terminal.written[-1]
            frames.append((at, data, terminal.worked()))
            plain = _CONTROLS.sub(b"", b"".join(data for _, data, _ in frames[-40:]))
        _rest(terminal)
        # What was written in parts may be on the screen only with the last of them.
        frames += [(at, data, 0.0) for at, data in terminal.written[len(frames) :]]
        memory = terminal.resident() or 0.0
        keys = tuple(filter(None, (_answer(terminal, program.key) for _ in range(PRESSED))))
    moment = _moment(program, size, frames)
    return moment and Opening(moment[0] * 1000, moment[1] * 1000, memory, keys)


def _moment(program: Program, size: Size, frames: list[tuple[float, bytes, float]]) -> tuple[float, float] | None:
    """When all that is wanted was first on the screen, and the processor time by then."""
    screen = pyte.Screen(*size)
    stream = pyte.ByteStream(screen)
    known = 0.0
    for at, data, work in frames:
        stream.feed(data)
        known = work or known
        display = "\n".join(screen.display)
        if all(word in display for word in program.words):
            return at, known
    return None


def _rest(terminal: Terminal) -> None:
    """Waits until a program neither writes nor works; at most ten seconds, since some show a clock."""
    until = perf_counter() + 10
    while perf_counter() < until:
        before = terminal.worked()
        if not terminal.comes(0.4) and terminal.worked() - before < 0.01:
            return


def _answer(terminal: Terminal, key: str) -> tuple[float, float] | None:
    """Milliseconds until the first and the last byte of the answer to a key; None where there is none."""
    pressed = terminal.press(key)
    if not terminal.comes(ANSWER):
        return None
    first = terminal.written[-1][0]
    while terminal.now() - pressed < 2 * ANSWER and terminal.comes(0.15):
        pass
    last = terminal.written[-1][0]
    terminal.until_still(0.3, 1)
    return (first - pressed) * 1000, (last - pressed) * 1000
