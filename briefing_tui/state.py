"""How the user left things: theme, last places, marks, recent files, in one small JSON file.

Losing it costs comfort and nothing else: whatever it holds is tolerated, nothing is raised. Places are ids and numbers
only, never a briefing's text.
"""

import json
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from briefing_tui.folders import made, replace_file, state_folder

#: Briefings whose last place is kept; the longest unread are forgotten.
PLACES = 200
RECENT = 50
#: Marks that are kept of one briefing; of all of them, so much JSON in characters.
MARKS = 100
_MARKS_LENGTH = 300_000

_LARGEST = 1_000_000
#: Ids, and what is made of several of them. No address of the web: that is text of a briefing.
_WORD = re.compile(r"(?!.*:/)[a-z0-9#._:*/-]{0,256}")
#: A mark's name is kept as its number in Unicode: it may be a letter of any script.
_NUMBER = re.compile(r"[0-9a-f]{1,6}")


class State:
    """The state file. Every change reads it again first, so that two open readers do not undo each other's."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        #: What the configuration says: a theme is chosen over it, and holds until it says something else.
        self.configured_theme = ""
        self._known: dict[str, Any] | None = None

    @property
    def theme(self) -> str:
        """The name of the theme last chosen, or empty; also where the configuration has named another one since."""
        content = self._content()
        name, over = content.get("theme"), content.get("theme_over", "")
        return name if isinstance(name, str) and _WORD.fullmatch(name) and over == self.configured_theme else ""

    def keep_theme(self, name: str) -> None:
        """Remembers the theme."""
        self._change(lambda content: content.update(theme=name, theme_over=self.configured_theme))

    def view(self, place: str) -> str:
        """The view last chosen for a pane, or empty."""
        views = self._content().get("views")
        name = views.get(place) if isinstance(views, dict) else None
        return name if isinstance(name, str) and _WORD.fullmatch(name) else ""

    def keep_view(self, place: str, name: str) -> None:
        """Remembers the view chosen for a pane."""

        def change(content: dict[str, Any]) -> None:
            views = content.get("views")
            content["views"] = {**(views if isinstance(views, dict) else {}), place: name}

        self._change(change)

    @property
    def recent(self) -> list[Path]:
        """Files that were opened, last one first. They may be gone."""
        paths = self._content().get("recent")
        return [Path(path) for path in paths if isinstance(path, str)] if isinstance(paths, list) else []

    def keep_recent(self, path: Path) -> None:
        """Remembers that a file was opened."""
        name = _name(path)

        def change(content: dict[str, Any]) -> None:
            before = [str(known) for known in self.recent if str(known) != name]
            content["recent"] = [name, *before][:RECENT]

        self._change(change)

    def place(self, path: Path) -> dict[str, Any]:
        """The last place in a briefing as it was kept, or an empty one."""
        places = self._content().get("places")
        found = places.get(_name(path)) if isinstance(places, dict) else None
        return plain_place(found) if isinstance(found, dict) else {}

    def keep_place(self, path: Path, place: dict[str, Any]) -> None:
        """Remembers the last place in a briefing. What is not an id or a number is left out."""
        name = _name(path)

        def change(content: dict[str, Any]) -> None:
            places = content.get("places")
            places = {key: kept for key, kept in places.items() if key != name} if isinstance(places, dict) else {}
            places[name] = plain_place(place)
            content["places"] = dict(list(places.items())[-PLACES:])

        self._change(change)

    def marks(self, path: Path) -> dict[str, dict[str, Any]]:
        """The places that are marked in a briefing, by their letters."""
        marks = self._content().get("marks")
        found = marks.get(_name(path)) if isinstance(marks, dict) else None
        letters = {
            chr(int(number, 16)): place
            for number, place in (found.items() if isinstance(found, dict) else ())
            if _NUMBER.fullmatch(number) and int(number, 16) <= sys.maxunicode and isinstance(place, dict)
        }
        # Whatever stands in the file: a letter is shown.
        return {letter: plain_place(place) for letter, place in letters.items() if letter.isprintable()}

    def keep_mark(self, path: Path, letter: str, place: dict[str, Any]) -> None:
        """Marks a place in a briefing with a letter, a single character. What is not an id or a number is left out."""
        name, number = _name(path), f"{ord(letter):x}"

        def change(content: dict[str, Any]) -> None:
            marks = content.get("marks")
            marks = {key: kept for key, kept in marks.items() if key != name} if isinstance(marks, dict) else {}
            before = {f"{ord(known):x}": kept for known, kept in self.marks(path).items() if known != letter}
            marks[name] = dict([*before.items(), (number, plain_place(place))][-MARKS:])
            while len(marks) > 1 and len(json.dumps(marks)) > _MARKS_LENGTH:
                # The briefing that was longest without a new mark.
                del marks[next(iter(marks))]
            content["marks"] = marks

        self._change(change)

    def _content(self) -> dict[str, Any]:
        if self._known is None:
            self._known = self._read()
        return self._known

    def _path(self) -> Path:
        if self._file is None:
            self._file = state_folder() / "state.json"
        return self._file

    def _read(self) -> dict[str, Any]:
        try:
            with open(self._path(), "rb") as stream:
                content = json.loads(stream.read(_LARGEST))
        except (OSError, ValueError, RecursionError):
            return {}
        return content if isinstance(content, dict) else {}

    def _change(self, change: Callable[[dict[str, Any]], None]) -> None:
        self._known = self._read()
        change(self._known)
        self._write(self._known)

    def _write(self, content: dict[str, Any]) -> None:
        try:
            path = self._path()
            made(path.parent)
            replace_file(path, json.dumps(content).encode("ascii"))
        except (OSError, ValueError, TypeError):
            # A full disk or a read-only home: it is remembered until the program ends.
            return


class Unkept(State):
    """How things were left in this process alone: nothing of it is read from the disk, and nothing is written there."""

    def _read(self) -> dict[str, Any]:
        return self._known or {}

    def _write(self, content: dict[str, Any]) -> None:
        return


def plain_place(place: dict[Any, Any], depth: int = 3) -> dict[str, Any]:
    """A place with only what is a number, a truth value or a word such as an id, a few levels deep at most."""
    kept = {key: _plain(value, depth) for key, value in place.items() if isinstance(key, str) and _WORD.fullmatch(key)}
    return {key: value for key, value in kept.items() if value is not None}


def _plain(value: Any, depth: int) -> Any:
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        return value if _WORD.fullmatch(value) else None
    if depth > 1 and isinstance(value, dict):
        return plain_place(value, depth - 1)
    if depth > 1 and isinstance(value, list | tuple):
        return [item for item in (_plain(item, depth - 1) for item in value) if item is not None]
    return None


def _name(path: Path) -> str:
    try:
        return os.path.abspath(path)
    except OSError:
        # The folder the program stands in is gone.
        return str(path)
