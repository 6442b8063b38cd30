"""The other briefings around an open one: beside it, in the workspace, in the library. Read when asked for, kept while
they do not change; what is open in the editor is read as it stands there.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from briefing_tui.library.catalog import roots
from briefing_tui.library.walk import ENDINGS, briefing_files, is_briefing_name
from briefing_tui.lsp.document import Document
from briefing_tui.lsp.known import Known
from briefing_tui.lsp.ours import Ours, ours
from briefing_tui.lsp.reading import Reading
from briefing_tui.source.file import file_stamp, file_text

#: As many files of a workspace as are looked through, those beside the open one first.
MOST_FILES = 300

#: The version of what is read from a file.
_ON_DISK = -1


class Neighbours:
    """Finds and reads other briefings."""

    def __init__(self, documents: Callable[[], Iterable[Document]], folders: Callable[[], Iterable[Path]]) -> None:
        self._documents = documents
        self._folders = folders
        self._kept: dict[Path, tuple[tuple[int, ...], Reading | None]] = {}

    def around(self, document: Document) -> "Around":
        """The others, as seen from one document."""
        return Around(self, document)

    def files(self, beside: Path | None) -> list[Path]:
        """The YAML files around a file, nearest first; at most MOST_FILES."""
        found: dict[Path, None] = {}
        for path in self._listed(beside):
            found.setdefault(Path(os.path.abspath(path)))
            if len(found) >= MOST_FILES:
                break
        return list(found)

    def path_of(self, stem: str, beside: Path | None) -> Path | None:
        """The file of another briefing by its id."""
        if beside is not None:
            for ending in ENDINGS:
                if (path := beside.with_name(stem + ending)).is_file():
                    return path
        open_ones = (document.path for document in self._documents() if document.stem == stem)
        return next((path for path in open_ones if path), None) or next(
            (path for path in self.files(beside) if path.stem == stem), None
        )

    def reading(self, path: Path) -> Reading | None:
        """What a file holds; None for what is no briefing or cannot be read."""
        document = next((one for one in self._documents() if one.path == path), None)
        if document is not None:
            done = document.reading
            if done is not None and done.version == document.version:
                return done
            return Reading(document.text.content, document.stem, path, document.version)
        stamp = file_stamp(path)
        kept = self._kept.get(path)
        if kept is None or kept[0] != stamp or not stamp:
            kept = self._kept[path] = (stamp, _read(path))
        return kept[1]

    def readings(self, beside: Path | None) -> Iterator[tuple[Path, Reading]]:
        """All briefings around a file, and the file itself."""
        for path in self.files(beside):
            reading = self.reading(path)
            if reading is not None:
                yield path, reading

    def _listed(self, beside: Path | None) -> Iterator[Path]:
        yield from (document.path for document in self._documents() if document.path is not None)
        if beside is not None:
            try:
                names = sorted(os.listdir(beside.parent))
            except OSError:
                names = []
            yield from (beside.with_name(name) for name in names if is_briefing_name(name))
        yield from (file.path for file in briefing_files(self._folders()))


class Around:
    """The other briefings that can be named from where one stands."""

    def __init__(self, neighbours: Neighbours, document: Document) -> None:
        self._neighbours = neighbours
        self._document = document

    def known(self, file: str) -> Known | None:
        """What can be named in another briefing; None where there is none of that id."""
        path = self._neighbours.path_of(file, self._document.path)
        reading = self._neighbours.reading(path) if path is not None else None
        return reading.known if reading is not None else None

    def files(self) -> Iterable[str]:
        """The ids of the other briefings beside it."""
        own = self._document.path
        stems = (path.stem for path in self._neighbours.files(own) if own is None or path != own)
        return sorted(set(stems) - {self._document.stem})


def workspace_folders(named: Iterable[Path]) -> list[Path]:
    """The folders of a workspace; where it has none, those of the library."""
    return list(named) or list(roots())


def _read(path: Path) -> Reading | None:
    found = file_text(path)
    if found.problem is not None or ours(found.text, path) is not Ours.YES:
        return None
    return Reading(found.text, path.stem, path, _ON_DISK)
