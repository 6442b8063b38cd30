"""The theme that is worn: chosen by name, kept while its file is broken, and looked at for changes. Draws nothing."""

from pathlib import Path

from briefing_tui.source.file import file_stamp
from briefing_tui.themes.file import ThemeFile, read_theme
from briefing_tui.themes.shelf import is_own, shipped_themes
from briefing_tui.tui.looks import Look
from briefing_tui.tui.themes import DEFAULT, look_of, theme_file

Stamp = tuple[int, ...]


class Wardrobe:
    """`look` is the last good one; `trouble` what is wrong with the theme that is wanted, in a line, or empty.

    The theme is the one of a name, or the one in a file where that is given.
    """

    def __init__(self, name: str, path: Path | None = None) -> None:
        self.name = name if path is None else path.stem
        self._path = path
        self.trouble = ""
        #: The files of the theme as they were when it was read.
        self._seen: dict[Path, Stamp] = {}
        self._unsettled: dict[Path, Stamp] | None = None
        try:
            self.look = self._read(name)
        except ValueError as error:
            self.trouble = str(error)
            shipped = shipped_themes()
            self.look = look_of(read_theme(shipped.get(name, shipped[DEFAULT])))

    def choose(self, name: str) -> None:
        """Wears another theme. Raises ValueError, and stays as it is, where it cannot be worn."""
        file = theme_file(name)
        self.look = look_of(file)
        self.name, self.trouble, self._seen, self._unsettled = name, "", file.stamps, None
        self._path = None

    @property
    def is_watched(self) -> bool:
        """Whether the theme comes from files that their user may be editing."""
        return any(map(is_own, self._seen))

    def changed(self) -> bool:
        """Whether a file of the theme has changed since it was read, and has been still since the last call.

        An editor empties a file before it writes it: a change is believed when it stands for two looks.
        """
        stamps = {path: file_stamp(path) for path in self._seen}
        if stamps == self._seen:
            self._unsettled = None
            return False
        if stamps != self._unsettled:
            self._unsettled = stamps
            return False
        return True

    def read_again(self) -> bool:
        """Reads the theme's files; whether that gave a look. Where they are broken, `trouble` says how."""
        self._seen = self._unsettled or self._seen
        self._unsettled = None
        try:
            self.look = self._read(self.name)
        except ValueError as error:
            self.trouble = str(error)
            return False
        self.trouble = ""
        return True

    def _read(self, name: str) -> Look:
        file: ThemeFile = theme_file(name) if self._path is None else read_theme(self._path)
        self._seen = file.stamps
        return look_of(file)
