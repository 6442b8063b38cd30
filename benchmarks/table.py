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
            promised = f"≤ {self.at_most:.2f} ×" if ratio is not None else f"≤ {_shown(self.at_most)} {self.unit}"
        return (
            f"{self.what}{', p99' if self.of == 'p99' else ''}",
            f"{_shown(self.figure)} {self.unit}",
            _shown(min(self.samples)),
            _shown(max(self.samples)),
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


HEAD = ("what", "figure", "min", "max", "runs", "ratio", "promised", "met")


def _shown(figure: float) -> str:
    return f"{figure:.2f}" if figure < 10 else f"{figure:.1f}" if figure < 100 else f"{figure:.0f}"


def as_text(section: Section) -> str:
    """A section for a terminal."""
    table = [HEAD, *(row.cells() for row in section.rows)] if section.rows else []
    widths = [max(len(cells[n]) for cells in table) for n in range(len(HEAD))] if table else []
    lines = [
        "  ".join(cell.ljust(width) if n in (0, 5, 6) else cell.rjust(width)
                  for n, (cell, width) in enumerate(zip(cells, widths, strict=True))).rstrip()
        for cells in table
    ]  # fmt: skip
    return "\n".join([f"{section.title}: {section.note}", *lines, ""])


def as_markdown(sections: Sequence[Section], machine: str) -> str:
    """All sections as a page."""
    rows = [row for section in sections for row in section.rows]
    promised = [row for row in rows if row.met is not None]
    kept = sum(bool(row.met) for row in promised)
    lines = [
        "# Measured",
        "",
        f"Written by `make bench` on a machine with {machine}. {kept} of {len(promised)} promises are met;",
        "those that are not say NO. A figure is the median of its runs unless it says p99; a ratio is to the median of",
        "the baseline named, measured in turn with it. Where nothing is promised, the figure is there to be known.",
    ]
    for section in sections:
        lines += ["", f"## {section.title}", "", section.note]
        if section.rows:
            lines += ["", _line(HEAD), "| --- | ---: | ---: | ---: | ---: | --- | --- | --- |"]
            lines += [_line(row.cells()) for row in section.rows]
    return "\n".join(lines) + "\n"


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"
