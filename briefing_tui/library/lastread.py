"""What a briefing said when it was last read: a digest for each entry, kept in the state folder.

Ids and hashes only, never text, each file's under a salt of its own. Losing it costs comfort and nothing else: whatever
a file holds is tolerated, nothing is raised.
"""

import hashlib
import json
import os
import re
from pathlib import Path
from typing import NamedTuple

from briefing_tui.folders import made, replace_file, state_folder
from briefing_tui.library.compare import Change, Comparison, facts, matched_loose, owner_of, part_facts, parts
from briefing_tui.model.briefing import Briefing

#: Briefings whose digests are kept; the longest unread are forgotten.
MOST_FILES = 200
_LARGEST = 2_000_000
_ID = re.compile(r"[a-z0-9._-]{1,256}")
_HASH = re.compile(r"[0-9a-f]{16}")


class Read(NamedTuple):
    """A version that was read: its stamp, the salt of its digests, and the digest of each entry and part."""

    stamp: tuple[int, ...]
    salt: str
    entries: dict[str, str]
    parts: dict[str, str]


def read_of(briefing: Briefing, stamp: tuple[int, ...], salt: str = "") -> Read:
    """The digests of a version."""
    salt = salt or os.urandom(8).hex()
    entries = {id: _digest(salt, f"{entry.KIND}{facts(entry)!r}") for id, entry in briefing.entries.items()}
    inside = {name: _digest(salt, repr(part_facts(fields))) for name, fields in parts(briefing).items()}
    return Read(stamp, salt, entries, inside)


def changed_since(read: Read, briefing: Briefing) -> Comparison:
    """What is not as it was read. What it said then is known of nothing."""
    now = read_of(briefing, (), read.salt)
    changes = [
        Change(name, "changed") for name in {**now.parts, **read.parts} if now.parts.get(name) != read.parts.get(name)
    ]
    gone = dict(read.entries)
    loose = matched_loose(_loose(read.entries), _loose(now.entries))
    for id, digest in now.entries.items():
        before = gone.pop(loose.get(id, "") if "." in id else id, None)
        if before != digest:
            changes.append(Change(id, "added" if before is None else "changed", None, briefing.entries[id]))
    changes += [Change(id, "left-out" if id in briefing.omitted else "removed") for id in gone]
    return Comparison(tuple(changes))


class LastRead:
    """The digests of each file, in a file of their own."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def of(self, path: Path) -> Read | None:
        """What was kept of a file; None where nothing was, or nothing that can be understood."""
        try:
            with open(self._file(path), "rb") as stream:
                kept = json.loads(stream.read(_LARGEST))
        except (OSError, ValueError, RecursionError):
            return None
        if not isinstance(kept, dict):
            return None
        salt, stamp, entries = kept.get("salt"), kept.get("stamp"), _hashes(kept.get("entries"))
        if not isinstance(salt, str) or not _HASH.fullmatch(salt) or entries is None:
            return None
        sound = isinstance(stamp, list) and all(isinstance(number, int) for number in stamp)
        return Read(tuple(stamp) if sound and stamp else (), salt, entries, _hashes(kept.get("parts")) or {})

    def keep(self, path: Path, briefing: Briefing, stamp: tuple[int, ...]) -> None:
        """Remembers the version that was read. Does nothing where that cannot be written."""
        before = self.of(path)
        try:
            file = self._file(path)
            if before is not None and before.stamp == stamp and stamp:
                os.utime(file)
                return
            read = read_of(briefing, stamp)
            made(file.parent.parent)
            made(file.parent)
            replace_file(file, json.dumps(read._asdict()).encode("ascii"))
            self._forget(file.parent)
        except (OSError, ValueError):
            return

    def _file(self, path: Path) -> Path:
        if self._folder is None:
            self._folder = state_folder() / "read"
        name = hashlib.sha256(os.fsencode(os.path.abspath(path))).hexdigest()[:32]
        return self._folder / f"{name}.json"

    def _forget(self, folder: Path) -> None:
        files = list(folder.glob("*.json"))
        if len(files) > MOST_FILES:
            for old in sorted(files, key=lambda file: file.stat().st_mtime)[: len(files) - MOST_FILES]:
                old.unlink(missing_ok=True)


class NothingRead(LastRead):
    """Nothing of it is read from the disk, and nothing is written there."""

    def of(self, path: Path) -> Read | None:
        return None

    def keep(self, path: Path, briefing: Briefing, stamp: tuple[int, ...]) -> None:
        return


def _digest(salt: str, text: str) -> str:
    data = text.encode("utf-8", "surrogatepass")
    return hashlib.blake2b(data, digest_size=8, key=salt.encode("ascii")).hexdigest()


def _loose(entries: dict[str, str]) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for id, digest in entries.items():
        if "." in id:
            found.setdefault(owner_of(id), []).append((id, digest))
    return found


def _hashes(kept: object) -> dict[str, str] | None:
    if not isinstance(kept, dict):
        return None
    return {
        id: digest
        for id, digest in kept.items()
        if isinstance(digest, str) and _ID.fullmatch(id) and _HASH.fullmatch(digest)
    }
