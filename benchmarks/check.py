"""Check: `briefing check` on the flagship as a whole process, against a Python that does nothing."""

import subprocess
import sys
from collections.abc import Iterator
from time import perf_counter

from benchmarks.shelf import FLAGSHIP, Shelf, briefing_command
from benchmarks.table import Row, Section

RUNS = 25

NOTHING = [sys.executable, "-c", "pass"]


def sections(shelf: Shelf) -> Iterator[Section]:
    """Nothing, then `briefing check`, in turn."""
    commands = {"nothing": NOTHING, "check": briefing_command("check", str(FLAGSHIP))}
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for run in range(RUNS + 1):
        for name, command in commands.items():
            took = _wall(command, shelf)
            if run:
                seconds[name].append(took * 1000)
    rows = (
        Row("python -c pass", seconds["nothing"]),
        Row("flagship, check", seconds["check"], "ms", seconds["nothing"], "pass", 15),
    )
    yield Section("Check", "Whole processes, in turn.", rows)


def _wall(command: list[str], shelf: Shelf) -> float:
    start = perf_counter()
    subprocess.run(command, env=shelf.environment(), capture_output=True, check=True)
    return perf_counter() - start
