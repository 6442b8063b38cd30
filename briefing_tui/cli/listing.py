"""The library as plain text: a line a briefing, in columns, for where there is no terminal to draw on."""

import os
from collections.abc import Iterable
from pathlib import Path

from briefing_tui.library.row import Row
from briefing_tui.model.text import one_line
from briefing_tui.source.excerpt import cells


def listing(rows: Iterable[Row]) -> str:
    """When, handling, standing, file and title of each briefing, and what is wrong with it."""
    table = [_cells_of(row) for row in rows]
    widths = [max((cells(line[column]) for line in table), default=0) for column in range(4)]
    return "".join(_line(line, widths) for line in table)


def shown_path(path: Path) -> str:
    """A path as it is typed from here, cleaned."""
    try:
        relative = os.path.relpath(path)
    except (OSError, ValueError):
        return one_line(str(path))
    return one_line(str(path) if relative.startswith("..") else relative)


def _cells_of(row: Row) -> tuple[str, str, str, str, str]:
    when = row.as_of.display() if row.as_of is not None else "no date"
    handling = f"TLP:{row.tlp}" if row.tlp else ""
    title = row.title if not row.banner else f"{row.title} ({row.banner})"
    if not row.opens and row.problem is not None:
        title = f"{title}: cannot be opened, line {row.line}: {one_line(row.problem.message)}"
    elif row.errors:
        title = f"{title} ({row.errors} {'errors' if row.errors > 1 else 'error'})"
    return when, handling, " ".join(row.status), shown_path(row.path), title


def _line(line: tuple[str, ...], widths: list[int]) -> str:
    padded = [text + " " * (width - cells(text)) for text, width in zip(line, widths, strict=False) if width]
    return "  ".join([*padded, line[-1]]).rstrip() + "\n"
