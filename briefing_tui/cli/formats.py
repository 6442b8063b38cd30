"""FORMATS: the ways `briefing check` writes findings down. A file's piece is made where it was checked, in any process.

A writer puts the pieces together, in order.
"""

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from briefing_tui.source.diagnostic import Edit, Extent, Lines

if TYPE_CHECKING:
    from briefing_tui.cli.findings import Checked

Put = Callable[[str], None]


class Failed(NamedTuple):
    """A file that could not be checked, or not be written, and why."""

    name: str
    why: str


class Writer(Protocol):
    """Takes the pieces of the files in order; what it is given to put them with is its own."""

    def add(self, piece: str, codes: Iterable[str]) -> None:
        """Takes what one file's findings were made into, and their codes."""

    def close(self, failed: Iterable[Failed]) -> None:
        """Writes what is left to be written."""


class Text:
    """Writes pieces as they come."""

    def __init__(self, put: Put) -> None:
        self._put = put

    def add(self, piece: str, codes: Iterable[str]) -> None:
        if piece:
            self._put(piece)

    def close(self, failed: Iterable[Failed]) -> None:
        """Nothing is left to write."""


class Json:
    """Writes one JSON array, an object a line, also when there are none."""

    def __init__(self, put: Put) -> None:
        self._put = put
        self._pieces: list[str] = []

    def add(self, piece: str, codes: Iterable[str]) -> None:
        if piece:
            self._pieces.append(piece)

    def close(self, failed: Iterable[Failed]) -> None:
        """Writes the array. ASCII: a file's name survives whatever its bytes, and no character commands a terminal."""
        lines = ",\n".join(self._pieces)
        self._put(f"[\n{lines}\n]\n" if lines else "[]\n")


def json_text(file: "Checked") -> str:
    """One object a finding, a line each, with a comma between two."""
    import json

    return ",\n".join(f"  {json.dumps(found)}" for found in json_objects(file))


def json_objects(file: "Checked") -> list[dict[str, object]]:
    """One object a finding. Lines and columns count from 1, columns in characters; the end is the place after it."""
    return [
        {
            "path": file.name,
            **_place(file.lines, found.extent),
            "code": found.code,
            "name": found.name,
            "severity": str(found.severity),
            "message": found.message,
            "help": found.help,
            "related": [{**_place(file.lines, other.extent), "message": other.message} for other in found.related],
            "fixes": [_fix(file.lines, edit) for edit in found.edits],
        }
        for found in file.findings
    ]


def _place(lines: Lines, extent: Extent) -> dict[str, int]:
    start, end = lines.position(extent.start), lines.position(extent.end)
    return {"line": start.line, "column": start.column, "end_line": end.line, "end_column": end.column}


def _fix(lines: Lines, edit: Edit) -> dict[str, object]:
    return {"title": edit.title, "safe": edit.safe, **_place(lines, edit.extent), "text": edit.text}


#: The names that `--output-format` knows: what makes a file's piece, and what writes them. Imported when asked for.
FORMATS: dict[str, tuple[str, str]] = {
    "full": ("briefing_tui.cli.findings:full_text", "briefing_tui.cli.formats:Text"),
    "concise": ("briefing_tui.cli.findings:concise_text", "briefing_tui.cli.formats:Text"),
    "json": ("briefing_tui.cli.formats:json_text", "briefing_tui.cli.formats:Json"),
    "github": ("briefing_tui.cli.github:github_text", "briefing_tui.cli.formats:Text"),
    "sarif": ("briefing_tui.cli.sarif:sarif_text", "briefing_tui.cli.sarif:Sarif"),
}


def piece_of(form: str, file: "Checked") -> str:
    """What a file's findings are made into in a format of FORMATS."""
    text: str = _imported(FORMATS[form][0])(file)
    return text


def writer(form: str, put: Put) -> Writer:
    """What writes a format of FORMATS with `put`."""
    found: Writer = _imported(FORMATS[form][1])(put)
    return found


def _imported(place: str) -> Any:
    module, _, name = place.partition(":")
    return getattr(import_module(module), name)
