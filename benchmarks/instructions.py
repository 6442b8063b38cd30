"""Instructions executed until a check is done or a first frame drawn: they repeat however busy the machine is."""

import re
import shutil
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from benchmarks.check import NOTHING
from benchmarks.shelf import FLAGSHIP, HELLO, HELLO_TEXT, Shelf, briefing_command
from benchmarks.start import FIRST_TEXT
from benchmarks.stopwatch import WANTED
from benchmarks.table import Row, Section
from benchmarks.terminal import Terminal

_COLLECTED = re.compile(rb"Collected : (\d+)")


def sections(shelf: Shelf) -> Iterator[Section]:
    """Nothing, a check, hello and the flagship and 1 MB up to the first frame with text."""
    if shutil.which("valgrind") is None:
        yield Section("Instructions", "Not counted: there is no valgrind here.")
        return
    counted = {
        "nothing": (NOTHING, ""),
        "check": (briefing_command("check", str(FLAGSHIP)), ""),
        "hello": (HELLO, HELLO_TEXT),
        "flagship": (briefing_command(str(FLAGSHIP)), FIRST_TEXT),
        "1 MB": (briefing_command(str(shelf.file("bytes 1000000"))), FIRST_TEXT),
    }
    with ThreadPoolExecutor(2) as pool:
        found = dict(zip(counted, pool.map(lambda one: _count(shelf, *one), counted.values()), strict=True))
    unit = "M"
    nothing, hello = [found["nothing"]], [found["hello"]]
    yield Section(
        "Instructions",
        "Millions of them, counted by callgrind; for the reader, until the first frame with text is complete.",
        (
            Row("python -c pass", nothing, unit),
            Row("flagship, check", [found["check"]], unit, nothing, "pass", 15),
            Row("hello, first frame", hello, unit),
            Row("flagship, first frame with text", [found["flagship"]], unit, hello, "hello", 1.40),
            Row("1 MB, first frame with text", [found["1 MB"]], unit, hello, "hello", 1.5),
        ),
    )


def _count(shelf: Shelf, command: list[str], wanted: str) -> float:
    """Millions of instructions until a command ends, which an app does at the first frame that holds a text."""
    driver = {"TEXTUAL_DRIVER": "benchmarks.stopwatch:FirstFrame", WANTED: wanted} if wanted else {}
    return counted(shelf, command, driver)


def counted(shelf: Shelf, command: list[str], more: dict[str, str]) -> float:
    """Millions of instructions until a command ends, with more in its environment."""
    environment = shelf.environment(PYTHONHASHSEED="0", **more)
    # Once uncounted, so that no bytecode has to be made.
    _written(command, environment)
    written = _written(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command], environment)
    collected = _COLLECTED.findall(written)
    if not collected:
        sys.exit(f"valgrind counted nothing for {' '.join(command)}")
    # A process begins with the count of the one it was forked from: the largest is the whole way to the screen.
    return max(map(int, collected)) / 1e6


def _written(command: list[str], environment: dict[str, str]) -> bytes:
    with Terminal(command, environment) as terminal:
        terminal.until_end()
        return b"".join(data for _, data in terminal.written)
