"""Themes that are worn: by name to a look, and a look to what Textual's own widgets need."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.source.diagnostic import shown
from briefing_tui.themes.file import ThemeFile, read_theme
from briefing_tui.themes.shelf import all_themes, is_own
from briefing_tui.tui.looks import Look

if TYPE_CHECKING:
    from textual.theme import Theme

DEFAULT = "dark"
#: What is worn where NO_COLOR is set.
WITHOUT_COLOUR = "monochrome"


def theme_names() -> list[str]:
    """The names of the themes there are, in order: shipped ones and the user's, sound or not."""
    return list(all_themes())


def theme_file(name: str) -> ThemeFile:
    """What the file of a theme of this name holds. Raises ValueError where there is none."""
    path = all_themes().get(name)
    if path is None:
        raise ValueError(f"There is no theme called “{shown(name)}”")
    return read_theme(path) if is_own(path) else _shipped(path)


def load_look(name: str) -> Look:
    """The theme of a name. Raises ValueError, with what is wrong in a line, where there is none or it is not sound."""
    return look_of(theme_file(name))


def look_from(path: Path) -> Look:
    """The theme in a file. Raises ValueError in words an author understands."""
    return look_of(read_theme(path))


def look_of(file: ThemeFile) -> Look:
    """The theme that was read. Raises ValueError with what is wrong and where, in a line."""
    if file.theme is None:
        raise ValueError(file.problem)
    return Look(*file.theme)


@cache
def _shipped(path: Path) -> ThemeFile:
    """A theme that ships: nobody writes it while the program runs."""
    return read_theme(path)


def textual_theme(look: Look, name: str) -> "Theme":
    """What Textual's own widgets (inputs, scroll bars) take from a look, under a name in Textual's list."""
    from textual.theme import Theme

    from briefing_tui.themes.contrast import is_dark

    colors = look.colors
    return Theme(
        name=name,
        primary=colors["accent"],
        accent=colors["accent"],
        foreground=colors["text"],
        background=colors["background"],
        surface=colors["surface"],
        panel=colors["surface"],
        dark=is_dark(look),
        variables={
            "briefing-rule": colors["rule"],
            "scrollbar": colors["rule"],
            "scrollbar-hover": colors["dim"],
            "scrollbar-active": colors["accent"],
            "scrollbar-background": colors["background"],
            "scrollbar-background-hover": colors["background"],
            "scrollbar-background-active": colors["background"],
            "border": colors["rule"],
            "input-cursor-background": colors["accent"],
        },
    )
