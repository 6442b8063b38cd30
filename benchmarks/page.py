"""RESULTS.md: what was promised and how it stands, then all that was measured, as one page."""

from collections.abc import Sequence
from pathlib import Path

from benchmarks.promises import kept
from benchmarks.shelf import ROOT
from benchmarks.table import Listing, Section, as_markdown

FOLDER = ROOT / "benchmarks"
RESULTS = FOLDER / "RESULTS.md"

#: Pages that others write; what they hold stands between the promises and the figures.
BESIDE = (FOLDER / "FLOORS.md", FOLDER / "TORTURE.md")


def page(sections: Sequence[Section | Listing], machine: str, beside: Sequence[Path] = BESIDE) -> str:
    """The whole page."""
    return "".join(
        [
            "# Measured\n\n",
            f"Written by `make bench` on a machine with {machine}. A figure is the median of its runs unless it says\n"
            "p99. Processes that are compared take turns, so that what else the machine does falls on all of them.\n"
            "Work is the time on a processor, which other work delays less than the clock. Where nothing is promised,\n"
            "the figure is there to be known.\n",
            as_markdown(kept(sections)),
            *(_within(path.read_text("utf-8")) for path in beside if path.exists()),
            *map(as_markdown, sections),
        ]
    )


def _within(text: str) -> str:
    """A page as part of another: its headings a level lower."""
    lines = [f"#{line}" if line.startswith("#") else line for line in text.strip().splitlines()]
    return "\n" + "\n".join(lines) + "\n"
