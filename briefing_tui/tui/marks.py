"""Marks: places of a briefing under a letter or a digit, kept as ids and numbers, and what they are called."""

import unicodedata
from pathlib import Path

from briefing_tui.blocks.scope import shortened
from briefing_tui.state import State
from briefing_tui.tui.history import Location, location_data, location_from
from briefing_tui.tui.session import Session

#: The words for one part of where a mark leads, in characters.
LONGEST_PART = 40


def mark_letter(key: str, character: str | None) -> str:
    """The letter or digit, of any script, that a key types; empty for any other key."""
    letter = unicodedata.normalize("NFC", character or key)
    return letter if len(letter) == 1 and letter.isalnum() else ""


class Marks:
    """The marks of one briefing; of what came from standard input, until it is left."""

    def __init__(self, state: State, path: Path | None) -> None:
        self._state, self._path = state, path
        self._loose: dict[str, Location] = {}

    def all(self) -> dict[str, Location]:
        """Every mark, letters before digits, in the order of their characters."""
        found = self._loose
        if self._path is not None:
            kept = self._state.marks(self._path)
            found = {letter: location_from(place) for letter, place in kept.items() if letter.isalnum()}
        return dict(sorted(found.items(), key=lambda mark: (mark[0].isdigit(), mark[0].casefold(), mark[0])))

    def get(self, letter: str) -> Location | None:
        """Where a mark leads; None where there is no such mark."""
        return self.all().get(letter)

    def set(self, letter: str, location: Location) -> None:
        """Sets a mark, in place of what was under its letter."""
        if self._path is None:
            self._loose[letter] = location_from(location_data(location))
        else:
            self._state.keep_mark(self._path, letter, location_data(location))


def is_gone(session: Session, location: Location) -> bool:
    """Whether what a location shows is in the briefing no more."""
    return bool(location.entry) and not session.knows(location.entry)


def place_words(session: Session, location: Location) -> tuple[str, ...]:
    """Where a location is, from the whole to what the cursor is on, in a few words each."""
    if session.good is None or is_gone(session, location):
        return (location.pane.capitalize(), f"{location.entry}, gone") if location.entry else (_pane(location),)
    words = [session.label(location.entry) if location.entry else _pane(location)]
    view = session.view(location.pane, location.entry, location.view)
    if view is not None and view.at:
        words.append(view.title)
    if inside := _known(session, location.main.target) or _known(session, location.main.key):
        if inside not in (location.entry, location.pane):
            words.append(session.label(inside))
    return tuple([shortened(part, LONGEST_PART) for part in words])


def _known(session: Session, name: str) -> str:
    """What there is a dossier of that a name begins with: the parts of an entry are named after it."""
    while name and not session.knows(name):
        name = name[: max(0, name.rfind("."), name.rfind(":"))]
    return name


def _pane(location: Location) -> str:
    return location.pane.capitalize()
