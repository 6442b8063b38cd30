"""Load: text to values with places, to a briefing, to findings; against PyYAML's C loader, which gives values alone."""

import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator

from benchmarks.effort import is_quick, runs
from benchmarks.shelf import ROOT, Shelf
from benchmarks.table import Row, Section

#: Bytes, how they are called, rounds (each in a process of its own), runs in each, and the promised ratio.
SIZES = ((100_000, "0.1 MB", 5, 5, 0.60), (1_000_000, "1 MB", 4, 2, 0.45), (5_000_000, "5 MB", 3, 1, 0.30))

STAGES = ("CSafeLoader", "CSafeLoader, collector off", "tree", "load")

_NOTE = """In processes that alternate. The loader's own memory management is part of it: it keeps the garbage collector
off while it reads. `CSafeLoader` is measured as people call it, and once more with the collector off, to be fair.
Memory is by how much the peak of the process rose."""


def sections(shelf: Shelf) -> Iterator[Section]:
    """Three sizes, and a text with a thousand errors."""
    rows = [row for size in SIZES[: 1 if is_quick() else None] for row in _size_rows(shelf, *size)]
    yield Section("Load", _NOTE.replace("\n", " "), (*rows, *_error_rows(shelf)))


def _size_rows(shelf: Shelf, size: int, shown: str, rounds: int, each: int, most: float) -> Iterator[Row]:
    seconds: dict[str, list[float]] = defaultdict(list)
    memory: dict[str, list[float]] = defaultdict(list)
    for _ in range(runs(rounds)):
        for stage in STAGES:
            times, risen = _measured(shelf, stage, f"bytes {size}", each)
            seconds[stage] += times
            if risen is not None:
                memory[stage].append(risen)
    loader, uncollected, tree, loaded = (seconds[stage] for stage in STAGES)
    yield Row(f"{shown}, CSafeLoader", loader)
    yield Row(f"{shown}, values and places", tree, "ms", loader, "CSafeLoader", most, promise=f"load {shown}")
    yield Row(f"{shown}, values and places", tree, "ms", uncollected, "CSafeLoader, collector off")
    yield Row(f"{shown}, briefing, validated", loaded, "ms", tree, "values and places", 1.1, promise="validate")
    yield Row(f"{shown}, briefing, validated", loaded, "ms", loader, "CSafeLoader")
    if all(memory[stage] for stage in STAGES):
        against = memory["CSafeLoader"]
        what, promise = f"{shown}, memory, values and places", "load memory"
        yield Row(what, memory["tree"], "MB", against, "CSafeLoader", 0.4, promise=promise)
        yield Row(f"{shown}, memory, briefing", memory["load"], "MB", against, "CSafeLoader")


def _error_rows(shelf: Shelf) -> Iterator[Row]:
    clean: list[float] = []
    flawed: list[float] = []
    for _ in range(runs(5)):
        clean += _measured(shelf, "check", "bytes 1000000", 2)[0]
        flawed += _measured(shelf, "check", "flawed 1000000", 2)[0]
    yield Row("1 MB, checked, clean", clean)
    yield Row("1 MB, checked, 1,000 errors", flawed, "ms", clean, "clean", 1.05, promise="errors")


def _measured(shelf: Shelf, stage: str, file: str, runs: int) -> tuple[list[float], float | None]:
    """Milliseconds of each run, and by how many MB memory rose."""
    command = [sys.executable, "-m", "benchmarks.stages", stage, str(shelf.file(file)), str(runs)]
    ran = subprocess.run(command, cwd=ROOT, env=shelf.environment(), stdout=subprocess.PIPE, text=True, check=True)
    found = json.loads(ran.stdout)
    return [second * 1000 for second in found["seconds"]], found["risen"]
