"""Which briefings there are: where to look, and one row for each, read again only where the file has changed."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from briefing_tui.config.configuration import configuration
from briefing_tui.folders import shipped_folder
from briefing_tui.library.row import Row, row_of
from briefing_tui.library.walk import FoundFile, briefing_files
from briefing_tui.source.file import file_stamp
from briefing_tui.source.load import load


def library(
    environment: Mapping[str, str] | None = None, configured: tuple[Path, ...] | None = None
) -> tuple[tuple[Path, ...], str]:
    """Where the library is, and what says so: `$BRIEFING_PATH`, `./briefings`, `configuration`, or `shipped`.

    In this order: what is nearer to where one is comes before what holds always. Folders or files; they need not exist.
    """
    named = (os.environ if environment is None else environment).get("BRIEFING_PATH", "")
    if paths := [part for part in named.split(os.pathsep) if part.strip()]:
        return tuple(Path(os.path.expanduser(path)) for path in paths), "$BRIEFING_PATH"
    here = Path("briefings")
    if os.path.isdir(here):
        return (here,), "./briefings"
    if found := configuration().settings.library if configured is None else configured:
        return found, "configuration"
    return (shipped_folder("briefings"),), "shipped"


def roots(environment: Mapping[str, str] | None = None, configured: tuple[Path, ...] | None = None) -> tuple[Path, ...]:
    """Where the library is; without `configured`, the configuration is read for it where nothing comes before it."""
    return library(environment, configured)[0]


class Catalog:
    """The briefings below some folders. `read()` fills it, and called again brings it up to date.

    One thread at a time may read; `rows()` may be asked from another.
    """

    def __init__(self, where: Iterable[Path]) -> None:
        self.where = tuple(where)
        #: Folders and files that could not be listed at the last reading, and why.
        self.unlisted: list[tuple[Path, OSError]] = []
        # A file that is no briefing has None, so that it is not read again either.
        self._known: dict[Path, tuple[tuple[int, ...], Row | None]] = {}

    def read(self) -> Iterator[Row]:
        """Reads every file that is new or has changed, last changed first, and gives its row as soon as it is there.

        What is gone leaves the catalogue before the first row. A row whose file is no briefing any more just leaves.
        """
        unlisted: list[tuple[Path, OSError]] = []
        found = list(briefing_files(self.where, lambda path, error: unlisted.append((path, error))))
        found.sort(key=_last_changed_first)
        self.unlisted = unlisted
        there = {file.path for file in found}
        self._known = {path: known for path, known in self._known.items() if path in there}
        for file in found:
            stamp, before = self._known.get(file.path, ((), None))
            if stamp and stamp == file_stamp(file.path):
                continue
            loaded = load(file.path)
            if any(problem.code == "F101" for problem in loaded.diagnostics):
                # Gone since it was listed.
                self._known.pop(file.path, None)
                continue
            row = row_of(loaded, file.path, file.changed)
            # Without a stamp it may not be read, which no stamp would show the end of: it is tried again each time.
            self._known[file.path] = (loaded.stamp, row)
            if row is not None and row != before:
                yield row

    def rows(self) -> list[Row]:
        """The briefings read so far, in order (see Row.sort_key)."""
        # Copied at one go: another thread may be reading.
        known = list(self._known.values())
        return sorted([row for _, row in known if row is not None], key=lambda row: row.sort_key)


def catalog(where: Iterable[Path] | None = None) -> list[Row]:
    """All briefings below some folders (the usual ones, if none are named), newest first, read at one go."""
    found = Catalog(roots() if where is None else where)
    for _ in found.read():
        pass
    return found.rows()


def _last_changed_first(file: FoundFile) -> tuple[int, str]:
    return -file.changed, str(file.path)
