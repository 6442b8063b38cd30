"""What was measured, a row each, as text for a terminal and as Markdown. Says what is not met as plainly as what is."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from typing import Literal

Figures = Sequence[float]


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: the median (or the 99th percentile) of samples, in `unit`, against the median of a baseline's.

    `at_most` is what was promised: a ratio where there is a baseline, else a figure. None: measured, not promised.
    """

    what: str
    samples: Figures
    unit: str = "ms"
    baseline: Figures = ()
    against: str = ""
    at_most: float | None = None
    of: Literal["median", "p99"] = "median"
    #: Which promise it is about, by its key in benchmarks/promises.py.
    promise: str = ""

    @property
    def figure(self) -> float:
        """The figure itself."""
        if self.of == "median":
            return median(self.samples)
        return quantiles(self.samples, n=100, method="inclusive")[98]

    @property
    def ratio(self) -> float | None:
        """The figure in terms of its baseline."""
        return self.figure / median(self.baseline) if self.baseline else None

    @property
    def met(self) -> bool | None:
        """Whether the promise is kept; None where nothing was promised."""
        if self.at_most is None:
            return None
        return (self.figure if self.ratio is None else self.ratio) <= self.at_most

    def cells(self) -> tuple[str, ...]:
        """The row as it is printed."""
        ratio, promised = self.ratio, ""
        if self.at_most is not None:
            promised = f"≤ {self.at_most:.2f} ×" if ratio is not None else f"≤ {shown(self.at_most)} {self.unit}"
        return (
            f"{self.what}{', p99' if self.of == 'p99' else ''}",
            f"{shown(self.figure)} {self.unit}",
            shown(min(self.samples)),
            shown(max(self.samples)),
            str(len(self.samples)),
            f"{ratio:.2f} × {self.against}" if ratio is not None else "",
            promised,
            {True: "yes", False: "NO", None: ""}[self.met],
        )


@dataclass(frozen=True, slots=True)
class Section:
    """Rows that belong together; `note` says how they were measured, or why there are none."""

    title: str
    note: str
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """A table of words; `note` says how they came to be, or why there are none. What is to the right are figures."""

    title: str
    note: str
    head: tuple[str, ...] = ()
    lines: tuple[tuple[str, ...], ...] = ()
    #: How many columns from the left are words.
    words: int = 1


HEAD = ("what", "figure", "min", "max", "runs", "ratio", "promised", "met")


def shown(figure: float) -> str:
    """A figure with as many digits as say something."""
    return f"{figure:.2f}" if figure < 10 else f"{figure:.1f}" if figure < 100 else f"{figure:.0f}"


def as_text(section: Section | Listing) -> str:
    """A section for a terminal."""
    head, lines, aligned = _table(section)
    table = [head, *lines] if lines else []
    widths = [max(len(cells[n]) for cells in table) for n in range(len(head))] if table else []
    printed = [
        "  ".join(cell.ljust(width) if left else cell.rjust(width)
                  for cell, width, left in zip(cells, widths, aligned, strict=True)).rstrip()
        for cells in table
    ]  # fmt: skip
    return "\n".join([f"{section.title}: {section.note}", *printed, ""])


def as_markdown(section: Section | Listing) -> str:
    """A section of a page."""
    head, lines, aligned = _table(section)
    written = ["", f"## {section.title}", "", section.note]
    if lines:
        rule = [":---" if left else "---:" for left in aligned]
        written += ["", _line(head), _line(rule), *(_line(cells) for cells in lines)]
    return "\n".join(written) + "\n"


def _table(section: Section | Listing) -> tuple[tuple[str, ...], list[tuple[str, ...]], list[bool]]:
    """Head, lines, and for each column whether it begins at the left."""
    if isinstance(section, Listing):
        return section.head, list(section.lines), [n < section.words for n in range(len(section.head))]
    return HEAD, [row.cells() for row in section.rows], [n in (0, 5, 6) for n in range(len(HEAD))]


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
