"""The other briefings around an open one: open as well, beside it, in the workspace or, without one, in the library.

Read when asked for and kept while they do not change; what is open in the editor is read as it stands there.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from time import monotonic

from briefing_tui.library.catalog import roots
from briefing_tui.library.walk import briefing_files, is_briefing_name
from briefing_tui.lsp.document import Document
from briefing_tui.lsp.known import Known
from briefing_tui.lsp.ours import Ours, ours
from briefing_tui.lsp.reading import Reading
from briefing_tui.source.file import file_stamp, file_text

#: As many files of a workspace as are looked through, those beside the open one first.
MOST_FILES = 300

#: Seconds after which the files of a workspace are listed anew, and that listing them may take.
_STALE, _PATIENCE = 30.0, 2.0

#: The version of what is read from a file.
_ON_DISK = -1


class Neighbours:
    """Finds and reads other briefings."""

    def __init__(self, documents: Callable[[], Iterable[Document]], folders: Callable[[], Iterable[Path]]) -> None:
        self._documents = documents
        self._folders = folders
        self._kept: dict[Path, tuple[tuple[int, ...], Reading | None]] = {}
        self._walked: tuple[float, list[Path]] = (-_STALE, [])

    def around(self, document: Document) -> "Around":
        """The others, as seen from one document."""
        return Around(self, document)

    def files(self, beside: Path | None, *, far: bool = True) -> list[Path]:
        """The YAML files that are open or beside a file; with `far` also those of the workspace, which takes time.

        At most MOST_FILES, the nearest first.
        """
        found = dict.fromkeys(document.path for document in self._documents() if document.path is not None)
        if beside is not None:
            with suppress(OSError):
                names = sorted(name for name in os.listdir(beside.parent) if is_briefing_name(name))
                found |= dict.fromkeys(beside.with_name(name) for name in names)
        if far:
            found |= dict.fromkeys(self._far())
        return list(found)[:MOST_FILES]

    def path_of(self, stem: str, beside: Path | None, *, far: bool = True) -> Path | None:
        """The file of another briefing by its id: beside a file, open, or with `far` anywhere in the workspace."""
        near = [path for path in self.files(beside, far=False) if path.stem == stem]
        if beside is not None:
            near.sort(key=lambda path: path.parent != beside.parent)
        if not near and far:
            near = [path for path in self._far() if path.stem == stem]
        return next(iter(near), None)

    def reading(self, path: Path) -> Reading | None:
        """What a file holds; None for what is no briefing or cannot be read."""
        document = next((one for one in self._documents() if one.path == path), None)
        if document is not None:
            done = document.reading
            if document.ours is not Ours.YES:
                return None
            if done is not None and done.version == document.version:
                return done
            return Reading(document.text.content, document.stem, path, document.version)
        stamp = file_stamp(path)
        kept = self._kept.get(path)
        if kept is None or kept[0] != stamp or not stamp:
            kept = self._kept[path] = (stamp, _read(path))
        return kept[1]

    def readings(self, beside: Path | None, mentioning: str = "") -> Iterator[tuple[Path, Reading]]:
        """All briefings around a file, and the file itself; only those in whose text some words stand."""
        for path in self.files(beside):
            if mentioning and mentioning not in self._text(path):
                continue
            reading = self.reading(path)
            if reading is not None:
                yield path, reading

    def _text(self, path: Path) -> str:
        document = next((one for one in self._documents() if one.path == path), None)
        return document.text.content if document is not None else file_text(path).text

    def _far(self) -> list[Path]:
        """The YAML files of the workspace, listed anew when some time has passed."""
        now = monotonic()
        if now - self._walked[0] > _STALE:
            found: list[Path] = []
            for file in briefing_files(self._folders()):
                found.append(Path(os.path.abspath(file.path)))
                # A workspace may be somebody's whole home.
                if len(found) >= MOST_FILES or monotonic() - now > _PATIENCE:
                    break
            self._walked = (now, found)
        return self._walked[1]


class Around:
    """The other briefings that can be named from where one stands."""

    def __init__(self, neighbours: Neighbours, document: Document) -> None:
        self._neighbours = neighbours
        self._document = document

    def known(self, file: str) -> Known | None:
        """What can be named in another briefing; None where there is none of that id."""
        path = self._neighbours.path_of(file, self._document.path, far=False)
        reading = self._neighbours.reading(path) if path is not None else None
        return reading.known if reading is not None else None

    def files(self) -> Iterable[str]:
        """The ids of the other briefings beside it."""
        own = self._document.path
        stems = (path.stem for path in self._neighbours.files(own, far=False) if own is None or path != own)
        return sorted(set(stems) - {self._document.stem})


def workspace_folders(named: Iterable[Path]) -> list[Path]:
    """The folders of a workspace; where it has none, those of the library."""
    return list(named) or list(roots())


def _read(path: Path) -> Reading | None:
    found = file_text(path)
    if found.problem is not None or ours(found.text, path) is not Ours.YES:
        return None
    return Reading(found.text, path.stem, path, _ON_DISK)
