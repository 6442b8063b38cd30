"""Another id for an entry, from wherever it is written: in its own text and in other briefings that name it."""

from pathlib import Path
from typing import NamedTuple

from briefing_tui.authoring.renaming import CannotRenameError, foreign_edits, rename_edits
from briefing_tui.lsp.document import Document
from briefing_tui.lsp.neighbours import Neighbours
from briefing_tui.lsp.reading import Reading, Spot
from briefing_tui.source.diagnostic import Edit


class Renamed(NamedTuple):
    """The edits in one text; `path` is None for the document that was asked about."""

    path: Path | None
    reading: Reading
    edits: list[Edit]


def renamable(reading: Reading, offset: int) -> Spot:
    """The id at an offset. Raises CannotRenameError where there is none that an entry bears."""
    spot = reading.spot_at(offset)
    if spot is None:
        raise CannotRenameError("there is no id here: put the cursor on one")
    if not spot.file and reading.own_spot(spot.id) is None:
        raise CannotRenameError(f"no entry is called {spot.id}")
    return spot


def renames(document: Document, reading: Reading, offset: int, new: str, neighbours: Neighbours) -> list[Renamed]:
    """The edits that call the entry at an offset by another id. Raises CannotRenameError, with words for the author."""
    spot = renamable(reading, offset)
    file = spot.file or reading.stem
    if spot.file:
        path = neighbours.path_of(spot.file, document.path)
        home = neighbours.reading(path) if path is not None else None
        if home is None:
            raise CannotRenameError(f"there is no briefing called {spot.file} here")
        found = [
            Renamed(path, home, rename_edits(home.loaded, spot.id, new)),
            Renamed(None, reading, foreign_edits(reading.loaded, file, spot.id, new)),
        ]
    else:
        path = document.path
        found = [Renamed(None, reading, rename_edits(reading.loaded, spot.id, new))]
    for other, there in neighbours.readings(document.path, f"{file}#{spot.id}"):
        if other not in (document.path, path):
            found.append(Renamed(other, there, foreign_edits(there.loaded, file, spot.id, new)))
    return [one for one in found if one.edits]
