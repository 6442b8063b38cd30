"""Check: `briefing check` on the flagship as a whole process, against a Python that does nothing."""

import subprocess
import sys
from collections.abc import Iterator
from resource import RUSAGE_CHILDREN, getrusage
from time import perf_counter

from benchmarks.effort import runs
from benchmarks.shelf import FLAGSHIP, Shelf, briefing_command
from benchmarks.table import Row, Section

RUNS = 15

NOTHING = [sys.executable, "-c", "pass"]


def sections(shelf: Shelf) -> Iterator[Section]:
    """Nothing, then `briefing check`, in turn."""
    commands = {"nothing": NOTHING, "check": briefing_command("check", str(FLAGSHIP))}
    wall: dict[str, list[float]] = {name: [] for name in commands}
    work: dict[str, list[float]] = {name: [] for name in commands}
    for run in range(runs(RUNS) + 1):
        for name, command in commands.items():
            took, worked = seconds(command, shelf)
            if run:
                wall[name].append(took * 1000)
                work[name].append(worked * 1000)
    rows = (
        Row("python -c pass", wall["nothing"]),
        Row("python -c pass, work", work["nothing"]),
        Row("flagship, check", wall["check"], "ms", wall["nothing"], "pass", 15, promise="check"),
        Row("flagship, check, work", work["check"], "ms", work["nothing"], "pass"),
    )
    yield Section("Check", "Whole processes, in turn. Work: what they spent on a processor.", rows)


def seconds(command: list[str], shelf: Shelf) -> tuple[float, float]:
    """How long a command took, and how long it was on a processor."""
    start, before = perf_counter(), getrusage(RUSAGE_CHILDREN)
    subprocess.run(command, env=shelf.environment(), capture_output=True, check=True)
    took, after = perf_counter() - start, getrusage(RUSAGE_CHILDREN)
    return took, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
