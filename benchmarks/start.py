"""Start: from the start of the process to the first text of the briefing, and to the answer to a key pressed then."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from benchmarks.effort import runs
from benchmarks.shelf import HELLO, HELLO_TEXT, Shelf, briefing_command, title_of
from benchmarks.table import Row, Section
from benchmarks.terminal import SMALL, WIDE, Gone, Size, Terminal

RUNS = 10

#: What is opened, what it is called, and how many times hello it may take until it answers.
FILES = (("flagship", "flagship", 1.40), ("bytes 1000000", "1 MB", 1.5))

#: The heading of the first pane: with it there is something to read.
FIRST_TEXT = "Bottom line"

#: Where the app leaves the terminal's cursor at the end of a frame: on the item or link that its own cursor is on.
_CURSOR = re.compile(rb"\x1b\[\d+;\d+H")

_NOTE = """In a real terminal, from the start of the process until the title is written, until the first text of the
briefing is, and until `j`, pressed at that moment, has moved the cursor. The last is what was promised: the screen is
there and takes keys. Processes follow each other in turn: hello, flagship, 1 MB, hello... Work: what all threads
spent on a processor until then."""


def sections(shelf: Shelf) -> Iterator[Section]:
    """Hello, the flagship and a briefing of 1 MB, in turn, at two sizes of the terminal."""
    rows: list[Row] = []
    for size in (WIDE, SMALL):
        seconds: dict[tuple[str, int], list[float]] = defaultdict(list)
        for run in range(runs(RUNS) + 1):
            for name, _, _ in (("hello", "", 0), *FILES):
                moments = _hello(shelf, size) if name == "hello" else opened(shelf, shelf.file(name), size)
                for n, moment in enumerate(moments):
                    # The first round warms the bytecode and the disk.
                    if run:
                        seconds[name, n].append(moment * 1000)
        rows += _rows(f"{size[0]}×{size[1]}", seconds)
    yield Section("Start", _NOTE.replace("\n", " "), tuple(rows))


def _rows(at: str, seconds: dict[tuple[str, int], list[float]]) -> Iterator[Row]:
    yield Row(f"{at} hello, first text", seconds["hello", 0])
    yield Row(f"{at} hello, first text, work", seconds["hello", 2])
    yield Row(f"{at} hello, key answered", seconds["hello", 1])
    for name, shown, most in FILES:
        yield Row(f"{at} {shown}, title", seconds[name, 0], "ms", seconds["hello", 0], "hello")
        readable = "readable" if name == "flagship" else ""
        yield Row(f"{at} {shown}, first text", seconds[name, 1], "ms", seconds["hello", 0], "hello", promise=readable)
        yield Row(f"{at} {shown}, first text, work", seconds[name, 3], "ms", seconds["hello", 2], "hello")
        answered, promise = seconds[name, 2], f"{shown} interactive"
        yield Row(f"{at} {shown}, key answered", answered, "ms", seconds["hello", 1], "hello", most, promise=promise)


def _hello(shelf: Shelf, size: Size) -> tuple[float, ...]:
    with Terminal(HELLO, shelf.environment(), size) as terminal:
        first = terminal.until(HELLO_TEXT)
        work = terminal.worked()
        terminal.press("j")
        return first, terminal.until(f"{HELLO_TEXT}: 1"), work


def opened(shelf: Shelf, path: Path, size: Size) -> tuple[float, ...]:
    with Terminal(briefing_command(str(path)), shelf.environment(), size) as terminal:
        title = terminal.until(title_of(path))
        text = terminal.until(FIRST_TEXT)
        work = terminal.worked()
        pressed = terminal.press("j")
        terminal.until_quiet(0.3)
        return title, text, _moved(terminal, pressed), work


def _moved(terminal: Terminal, pressed: float) -> float:
    """When the cursor was first where it has come to rest, after a key. Raises Gone where it has not moved at all."""
    places = [(at, place) for at, data in terminal.written for place in _CURSOR.findall(data)]
    if not places or places[-1][1] in (before := {place for at, place in places if at < pressed}):
        raise Gone(f"the first key did nothing: {places[-1:]} is where the cursor was")
    return next(at for at, place in places if place == places[-1][1] and place not in before)
