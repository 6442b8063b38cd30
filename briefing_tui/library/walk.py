"""Finding the YAML files below some folders. Opens none of them."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from briefing_tui.model.reference import ID_PATTERN

#: How many folders deep below a root.
MAX_DEPTH = 8

ENDINGS = (".yaml", ".yml")
MINUTES = (".minutes.yaml", ".minutes.yml")

Unlisted = Callable[[Path, OSError], None]


def briefing_beside(path: Path, name: str) -> Path | None:
    """The briefing of an id that stands beside a file; None where there is none, or that is no id."""
    if not ID_PATTERN.fullmatch(name):
        return None
    found = (path.with_name(name + ending) for ending in ENDINGS)
    return next((beside for beside in found if os.path.isfile(beside)), None)


class FoundFile(NamedTuple):
    """A YAML file and when it was last changed, in nanoseconds since 1970."""

    path: Path
    changed: int


def is_briefing_name(name: str) -> bool:
    """Whether a file of this name may be a briefing: YAML, not hidden, not the minutes of one."""
    lower = name.lower()
    return lower.endswith(ENDINGS) and not is_minutes_name(lower) and not name.startswith(".")


def is_minutes_name(name: str) -> bool:
    """Whether a file of this name holds the minutes of a briefing."""
    return name.lower().endswith(MINUTES)


def briefing_files(roots: Iterable[Path], unlisted: Unlisted | None = None) -> Iterator[FoundFile]:
    """Every YAML file below the roots, folder by folder in order of name; a root that is a file stands for itself.

    Hidden files and folders are passed over, folders are entered once however many links lead there, and a file is
    given once. What cannot be listed is told to `unlisted`.
    """
    seen: set[tuple[int, int]] = set()
    for root in roots:
        yield from _below(root, unlisted or _ignored, seen)


def _below(root: Path, unlisted: Unlisted, seen: set[tuple[int, int]]) -> Iterator[FoundFile]:
    try:
        status = os.stat(root)
    except (OSError, ValueError) as error:
        unlisted(root, error if isinstance(error, OSError) else OSError(0, "This cannot be the path of a folder"))
        return
    if not stat.S_ISDIR(status.st_mode):
        if _first_time(status, seen):
            yield FoundFile(root, status.st_mtime_ns)
        return
    waiting = [(root, 0)] if _first_time(status, seen) else []
    while waiting:
        folder, depth = waiting.pop()
        try:
            with os.scandir(folder) as listing:
                # A link comes after what it may lead to, so that a file is known by its own name.
                entries = sorted(listing, key=lambda entry: (entry.is_symlink(), entry.name))
        except OSError as error:
            unlisted(folder, error)
            continue
        below: list[tuple[Path, int]] = []
        for entry in entries:
            if entry.name.startswith("."):
                continue
            named = is_briefing_name(entry.name)
            try:
                # The type comes with the listing: no stat is paid for the other files of a big folder.
                if not named and not entry.is_dir():
                    continue
                status = entry.stat()
            except OSError as error:
                if named:
                    unlisted(folder / entry.name, error)
                continue
            if stat.S_ISDIR(status.st_mode):
                if depth < MAX_DEPTH and _first_time(status, seen):
                    below.append((folder / entry.name, depth + 1))
            elif named and stat.S_ISREG(status.st_mode) and _first_time(status, seen):
                yield FoundFile(folder / entry.name, status.st_mtime_ns)
        waiting.extend(reversed(below))


def _first_time(status: os.stat_result, seen: set[tuple[int, int]]) -> bool:
    identity = (status.st_dev, status.st_ino)
    if identity in seen:
        return False
    seen.add(identity)
    return True


def _ignored(path: Path, error: OSError) -> None:
    return
