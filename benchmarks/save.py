"""Save: from the end of a save by another program to the first frame that shows what it changed."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from benchmarks.effort import runs
from benchmarks.shelf import Shelf, briefing_command
from benchmarks.start import FIRST_TEXT
from benchmarks.table import Row, Section
from benchmarks.terminal import Terminal

RUNS = 8

FILES = (("flagship", "flagship"), ("bytes 1000000", "1 MB"))

_NOTE = """A reader stands open on a file that another program saves: in a new file that takes the old one's place, as
most editors do, and in place. From the end of the save until the new title has been written to the terminal. The
reader lets a save settle before it believes it, since a file that is saved in place is empty for a moment."""


def sections(shelf: Shelf) -> Iterator[Section]:
    """Both ways to save, of the flagship and of 1 MB, in turn."""
    yield Section("Save", _NOTE.replace("\n", " "), tuple(row for file in FILES for row in _rows(shelf, *file)))


def _rows(shelf: Shelf, name: str, shown: str) -> Iterator[Row]:
    path = shelf.folder / "saved" / f"{name.replace(' ', '-')}.yaml"
    path.parent.mkdir(exist_ok=True)
    shutil.copy(shelf.file(name), path)
    replaced: list[float] = []
    rewritten: list[float] = []
    with Terminal(briefing_command(str(path)), shelf.environment()) as terminal:
        terminal.until(FIRST_TEXT)
        terminal.until_quiet(1)
        for run in range(runs(RUNS)):
            replaced.append(_seen(terminal, path, f"Replaced{run}", True))
            rewritten.append(_seen(terminal, path, f"Rewritten{run}", False))
    yield Row(f"{shown}, replaced", replaced, at_most=500, promise=f"save {shown}")
    yield Row(f"{shown}, rewritten in place", rewritten, at_most=500, promise=f"save {shown}")


def _seen(terminal: Terminal, path: Path, title: str, anew: bool) -> float:
    """Milliseconds from a save with another title until it is on the screen."""
    lines = path.read_text("utf-8").splitlines(keepends=True)
    text = "".join(f"title: {title}\n" if line.startswith("title: ") else line for line in lines)
    target = path.with_suffix(".part") if anew else path
    target.write_text(text, "utf-8")
    if anew:
        os.replace(target, path)
    saved = terminal.now()
    seen = terminal.until(title)
    terminal.until_quiet(0.5)
    return (seen - saved) * 1000
