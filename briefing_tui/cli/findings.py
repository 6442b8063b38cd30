"""What a check found, written down: in full for people, concise for editors and grep, JSON for programs."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from briefing_tui.source.excerpt import excerpt, place_number
from briefing_tui.model.text import one_line
from briefing_tui.source.diagnostic import Diagnostic, Lines


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that was read, by the name it was called, and what is wrong with it in order of place."""

    name: str
    lines: Lines
    findings: tuple[Diagnostic, ...]


def full_text(file: Checked) -> str:
    """Every finding with the place it means, marked, and what to do about it."""
    return "".join(_full(file, found) + "\n" for found in file.findings)


def concise_text(file: Checked) -> str:
    """One line a finding: `path:line:column: severity[code] message`."""
    return "".join(
        f"{_place(file, found)}: {found.severity}[{found.code}] {one_line(found.message)}\n" for found in file.findings
    )


def json_objects(file: Checked) -> list[dict[str, object]]:
    """One object a finding. Lines and columns count from 1, columns in characters; the end is the place after it."""
    objects: list[dict[str, object]] = []
    for found in file.findings:
        start, end = file.lines.position(found.extent.start), file.lines.position(found.extent.end)
        objects.append(
            {
                "path": file.name,
                "line": start.line,
                "column": start.column,
                "end_line": end.line,
                "end_column": end.column,
                "code": found.code,
                "name": found.name,
                "severity": str(found.severity),
                "message": found.message,
                "help": found.help,
            }
        )
    return objects


class Text:
    """Writes findings as text, file by file."""

    def __init__(self, put: Callable[[str], None], text: Callable[[Checked], str]) -> None:
        self._put = put
        self._text = text

    def add(self, file: Checked) -> None:
        """Writes what was found in a file, if anything."""
        if file.findings:
            self._put(self._text(file))

    def close(self) -> None:
        """Nothing is left to write."""


class Json:
    """Writes findings as one JSON array, an object a line, also when there are none."""

    def __init__(self, put: Callable[[str], None]) -> None:
        self._put = put
        self._objects: list[dict[str, object]] = []

    def add(self, file: Checked) -> None:
        """Keeps what was found in a file."""
        self._objects.extend(json_objects(file))

    def close(self) -> None:
        """Writes the array. ASCII: a file's name survives whatever its bytes, and no character commands a terminal."""
        lines = ",\n".join(f"  {json.dumps(found)}" for found in self._objects)
        self._put(f"[\n{lines}\n]\n" if lines else "[]\n")


#: The names `--output-format` knows, and what writes them, given where to.
WRITERS: dict[str, Callable[[Callable[[str], None]], Text | Json]] = {
    "full": lambda put: Text(put, full_text),
    "concise": lambda put: Text(put, concise_text),
    "json": Json,
}


def _full(file: Checked, found: Diagnostic) -> str:
    lines = [f"{found.severity}[{found.code}] {found.name}: {one_line(found.message)}"]
    gutter = _gutter(file.lines, found)
    lines.append(f"{'':{gutter}}--> {_place(file, found)}")
    if file.lines.text:
        lines += excerpt(file.lines, found.extent, gutter=gutter)
        for other in found.related:
            at = file.lines.position(other.extent.start)
            lines.append(f"{'':{gutter}}::: {one_line(file.name)}:{at.line}:{at.column}")
            label = one_line(other.message)
            lines += excerpt(file.lines, other.extent, mark="-", label=label, around=False, gutter=gutter)
        lines.append(f"{'':{gutter}} |")
    if found.help:
        lines.append(f"help: {one_line(found.help)}")
    return "\n".join(lines) + "\n"


def _gutter(lines: Lines, found: Diagnostic) -> int:
    """The width of the line numbers of a finding, the same for all its places."""
    extents = [found.extent, *(other.extent for other in found.related)]
    return len(str(max(place_number(lines, extent) for extent in extents)))


def _place(file: Checked, found: Diagnostic) -> str:
    at = file.lines.position(found.extent.start)
    return f"{one_line(file.name)}:{at.line}:{at.column}"
