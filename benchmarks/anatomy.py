"""Anatomy: where the way to the first frame goes, part by part: by the processor's time, and by instructions.

Each part is what a process takes that does all the parts up to it, less what one takes that stops before it.
"""

import json
import shutil
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from statistics import median

from benchmarks.check import seconds
from benchmarks.effort import is_quick, runs
from benchmarks.instructions import counted
from benchmarks.shelf import HELLO, HELLO_TEXT, Shelf, briefing_command
from benchmarks.start import FIRST_TEXT
from benchmarks.stopwatch import MODULES, WANTED
from benchmarks.table import Listing, shown
from benchmarks.terminal import Terminal

RUNS = 6

#: What is opened, by the name of the column.
PROGRAMS = {"hello": "", "flagship": "flagship", "1 MB": "bytes 1000000"}

_PARTS = (
    "Python itself", "imports: standard library", "imports: Textual, Rich and others", "imports: ours",
    "reading the file", "the app, layout and the first frame",
)  # fmt: skip

#: Imports what a file lists, and then reads a briefing where there is one.
_SCRIPT = """
import gc, json, os, pathlib, sys
if sys.argv[3]:
    # As our own start does.
    gc.disable()
for name in json.load(open(sys.argv[1])):
    try:
        __import__(name)
    except Exception:
        pass
if sys.argv[2]:
    from briefing_tui.source.load import load
    load(pathlib.Path(sys.argv[2]))
# As at the first frame: taking it all down is no part of the start.
os._exit(0)
"""

_NOTE = """To the first frame with text, by processes that stop one part earlier, in turn: work is the time on a
processor, median of {runs}; M is millions of instructions as callgrind counts them. What is imported is what the
program itself has imported by then. The last part is what remains: it holds the app's own start, styles, layout and
drawing."""

_IMPORTS = """What Python says each module takes by itself until the first frame of the flagship (`-X importtime`,
which adds some), by package; median of {runs}."""


def sections(shelf: Shelf) -> Iterator[Listing]:
    """The parts of three starts, and what of it is importing which package."""
    loaded = {name: modules_of(shelf, name) for name in PROGRAMS}
    steps = {name: _steps(shelf, name, modules) for name, modules in loaded.items()}
    work: dict[tuple[str, int], list[float]] = defaultdict(list)
    for run in range(runs(RUNS) + 1):
        for name, commands in steps.items():
            for n, command in enumerate(commands):
                _, worked = seconds(command, shelf)
                if run:
                    work[name, n].append(worked * 1000)
            if run:
                work[name, len(commands)].append(_to_first_frame(shelf, name))
    found = {name: [median(work[name, n]) for n in range(len(_PARTS))] for name in PROGRAMS}
    counts = _counts(shelf, steps)
    head = ("part", *(f"{name}{unit}" for name in PROGRAMS for unit in (", work", *([", M"] if counts else []))))
    lines = []
    for n, part in enumerate(_PARTS):
        cells = [part]
        for name in PROGRAMS:
            cells.append(f"{shown(_difference(found[name], n))} ms")
            if counts:
                cells.append(shown(_difference(counts[name], n)))
        lines.append(tuple(cells))
    total = ["together"]
    for name in PROGRAMS:
        total += [f"{shown(found[name][-1])} ms", *([shown(counts[name][-1])] if counts else [])]
    note = _NOTE.replace("\n", " ").format(runs=runs(RUNS))
    yield Listing("Where the start goes", note, head, (*lines, tuple(total)))
    yield _imports(shelf, loaded["flagship"])


def _difference(sums: Sequence[float], n: int) -> float:
    return sums[n] - (sums[n - 1] if n else 0.0)


def _command(shelf: Shelf, name: str) -> list[str]:
    return briefing_command(str(shelf.file(PROGRAMS[name]))) if PROGRAMS[name] else HELLO


def _first_frame(name: str) -> dict[str, str]:
    return {"TEXTUAL_DRIVER": "benchmarks.stopwatch:FirstFrame", WANTED: FIRST_TEXT if PROGRAMS[name] else HELLO_TEXT}


def modules_of(shelf: Shelf, name: str) -> list[str]:
    """What a program has imported by its first frame, in that order."""
    told = shelf.folder / "modules.json"
    with Terminal(_command(shelf, name), shelf.environment(**_first_frame(name), **{MODULES: str(told)})) as terminal:
        terminal.until_end()
    modules: list[str] = json.loads(told.read_text("utf-8"))
    return [module for module in modules if module.partition(".")[0] not in ("__main__", "benchmarks", "sitecustomize")]


def _steps(shelf: Shelf, name: str, modules: list[str]) -> list[list[str]]:
    """Commands that each do one part more, up to reading the file."""
    path = str(shelf.file(PROGRAMS[name])) if PROGRAMS[name] else ""
    kinds: dict[str, list[str]] = defaultdict(list)
    for module in modules:
        kinds[_kind(module)].append(module)
    commands = [[sys.executable, "-c", "import os; os._exit(0)"]]
    listed: list[str] = []
    for kind in ("standard", "others", "ours"):
        listed = listed + kinds[kind]
        commands.append(_importing(shelf, f"{name} {kind}", listed, ""))
    return [*commands, _importing(shelf, f"{name} read", listed, path)]


def _importing(shelf: Shelf, name: str, modules: list[str], path: str) -> list[str]:
    file = shelf.folder / f"modules-{name.replace(' ', '-')}.json"
    file.write_text(json.dumps(modules), "utf-8")
    return [sys.executable, "-c", _SCRIPT, str(file), path, "" if name.startswith("hello") else "uncollected"]


def _kind(module: str) -> str:
    top = module.partition(".")[0]
    return "ours" if top == "briefing_tui" else "standard" if top in sys.stdlib_module_names else "others"


def _to_first_frame(shelf: Shelf, name: str) -> float:
    """Milliseconds of work of the whole way."""
    with Terminal(_command(shelf, name), shelf.environment(**_first_frame(name))) as terminal:
        return terminal.until_reaped() * 1000


def _counts(shelf: Shelf, steps: dict[str, list[list[str]]]) -> dict[str, list[float]]:
    """Millions of instructions after each part; nothing where they cannot be counted."""
    if shutil.which("valgrind") is None or is_quick():
        return {}
    tasks: list[tuple[list[str], dict[str, str]]] = [
        (command, {}) for commands in steps.values() for command in commands
    ]
    tasks += [(_command(shelf, name), _first_frame(name)) for name in steps]
    with ThreadPoolExecutor(2) as pool:
        found = iter(list(pool.map(lambda task: counted(shelf, *task), tasks)))
    counts = {name: [next(found) for _ in commands] for name, commands in steps.items()}
    for name in steps:
        counts[name].append(next(found))
    return counts


def _imports(shelf: Shelf, modules: list[str]) -> Listing:
    command = _importing(shelf, "importtime", modules, "")
    command[1:1] = ["-X", "importtime"]
    times: dict[str, list[float]] = defaultdict(list)
    many: Counter[str] = Counter()
    for run in range(runs(RUNS // 2) + 1):
        ran = subprocess.run(command, env=shelf.environment(), capture_output=True, text=True, check=True)
        sums: Counter[str] = Counter()
        many = Counter()
        for line in ran.stderr.splitlines():
            own, _, module = line.removeprefix("import time:").replace("|", " ", 1).strip().partition(" ")
            module = module.rpartition("|")[2].strip()
            if own.isdigit() and module:
                top = module.partition(".")[0]
                package = "standard library" if top in sys.stdlib_module_names else top
                sums[package] += int(own)
                many[package] += 1
        for package, microseconds in sums.items():
            if run:
                times[package].append(microseconds / 1000)
    ordered = sorted(times, key=lambda package: -median(times[package]))
    lines = [(package, str(many[package]), f"{shown(median(times[package]))} ms") for package in ordered[:12]]
    together = sum(median(times[package]) for package in ordered)
    lines.append(("together", str(sum(many.values())), f"{shown(together)} ms"))
    note = _IMPORTS.replace("\n", " ").format(runs=runs(RUNS // 2))
    return Listing("What importing takes", note, ("package", "modules", "by themselves"), tuple(lines))
