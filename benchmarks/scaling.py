"""Scaling: what grows with a briefing, from 13 KB to the 5 MB that may be read, and by what power of its size."""

import json
import math
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from statistics import linear_regression, median

from benchmarks.check import seconds
from benchmarks.effort import is_quick, runs
from benchmarks.keys import finding_steps, measured, reader
from benchmarks.shelf import ROOT, Shelf, briefing_command
from benchmarks.start import opened
from benchmarks.table import Listing, shown
from benchmarks.terminal import WIDE

#: Files of the shelf. A sound briefing with an entry of every kind has 13 KB at least.
FILES = (
    "entries 26", "bytes 30000", "bytes 100000", "bytes 300000", "bytes 1000000", "bytes 2000000", "bytes 5000000",
)  # fmt: skip
RUNS = 3

_NOTE = """Milliseconds, medians of {runs}; work where it says so. The exponent is the power of the size that fits
best: 1 is in proportion, 2 would be the square; once over all sizes, where what every start costs hides how it grows,
and once from 1 MB. Loading is measured in a process that has loaded before; check and export are whole processes; the
first key is answered in a terminal, from the start of the process; the index is what the first `/` makes."""


def sections(shelf: Shelf) -> Iterator[Listing]:
    """Each of the things that grow, over all sizes."""
    names = FILES[:3] if is_quick() else FILES
    sizes = [shelf.file(name).stat().st_size for name in names]
    lines = [(what, *_line(sizes, [measure(shelf, name) for name in names])) for what, measure in _MEASURES.items()]
    head = ("", *(_in_words(size) for size in sizes), "exponent", "from 1 MB")
    yield Listing("Scaling", _NOTE.replace("\n", " ").format(runs=runs(RUNS)), head, tuple(lines))


def exponent(sizes: Sequence[float], figures: Sequence[float]) -> float:
    """The power of the size that fits the figures best, by least squares of the logarithms."""
    return float(linear_regression([math.log(size) for size in sizes], [math.log(figure) for figure in figures]).slope)


def _line(sizes: list[int], figures: list[float]) -> tuple[str, ...]:
    large = [n for n, size in enumerate(sizes) if size > 900_000]
    upper = exponent([sizes[n] for n in large], [figures[n] for n in large]) if len(large) > 2 else None
    return (*map(shown, figures), f"{exponent(sizes, figures):.2f}", "" if upper is None else f"{upper:.2f}")


def _in_words(size: int) -> str:
    return f"{size / 1e6:.1f} MB" if size > 900_000 else f"{size / 1e3:.0f} KB"


def _load(shelf: Shelf, name: str) -> float:
    command = [sys.executable, "-m", "benchmarks.stages", "load", str(shelf.file(name)), str(runs(RUNS))]
    ran = subprocess.run(command, cwd=ROOT, env=shelf.environment(), stdout=subprocess.PIPE, text=True, check=True)
    return 1000 * median(json.loads(ran.stdout)["seconds"])


def _process(*arguments: str) -> Callable[[Shelf, str], float]:
    def measure(shelf: Shelf, name: str) -> float:
        command = briefing_command(*(str(shelf.file(name)) if part == "FILE" else part for part in arguments))
        return 1000 * median(seconds(command, shelf)[1] for _ in range(runs(RUNS)))

    return measure


def _first_key(shelf: Shelf, name: str) -> float:
    return 1000 * median(opened(shelf, shelf.file(name), WIDE)[2] for _ in range(runs(RUNS)))


def _first_text(shelf: Shelf, name: str) -> float:
    return 1000 * median(opened(shelf, shelf.file(name), WIDE)[3] for _ in range(runs(RUNS)))


def _find_index(shelf: Shelf, name: str) -> float:
    steps = finding_steps("s")[:1]
    return median(measured(shelf, reader(shelf, name), steps)["find opened"][0].first_work for _ in range(runs(RUNS)))


_MEASURES: dict[str, Callable[[Shelf, str], float]] = {
    "load, work": _load,
    "check, work": _process("check", "FILE"),
    "first text, work": _first_text,
    "first key answered": _first_key,
    "find index, work": _find_index,
    "export to Markdown, work": _process("export", "FILE", "--to", "md"),
    "export to text, work": _process("export", "FILE", "--to", "text"),
}
