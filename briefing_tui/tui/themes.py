"""Themes: YAML files to looks, and looks to what Textual's own widgets need."""

from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.folders import shipped_folder
from briefing_tui.tui.looks import Look, look_problem

if TYPE_CHECKING:
    from textual.theme import Theme

DEFAULT = "dark"


def theme_names() -> list[str]:
    """The names of the themes there are, in order."""
    return sorted(path.stem for path in shipped_folder("themes").glob("*.yaml"))


def load_look(name: str) -> Look:
    """The theme of a name. Raises ValueError with what is wrong where the file is not a sound theme."""
    return look_from(shipped_folder("themes") / f"{name}.yaml")


def look_from(path: Path) -> Look:
    """The theme in a file. Raises ValueError in words an author understands."""
    from briefing_tui.source.file import file_text
    from briefing_tui.source.yaml_tree import UnparsedError, read_tree

    found = file_text(path)
    if found.problem is not None:
        raise ValueError(found.problem.message)
    try:
        tree = read_tree(found.text)
    except UnparsedError as error:
        raise ValueError(f"{path.name} is not YAML: {error.words}") from None
    data = tree.root
    if (
        tree.problems
        or not isinstance(data, dict)
        or not all(isinstance(data.get(key), dict) for key in ("colors", "roles"))
    ):
        raise ValueError(f"{path.name} is not a theme: it needs `name`, `colors` and `roles`")
    look = Look(
        str(data.get("name") or path.stem),
        str(data.get("title") or path.stem),
        data.get("dark") != "no",
        {name: str(value) for name, value in data["colors"].items()},
        {name: str(value) for name, value in data["roles"].items()},
    )
    if (problem := look_problem(look)) is not None:
        raise ValueError(f"{path.name}: {problem}")
    return look


def textual_theme(look: Look) -> "Theme":
    """What Textual's own widgets (inputs, scroll bars) take from a look."""
    from textual.theme import Theme

    colors = look.colors
    return Theme(
        name=f"briefing-{look.name}",
        primary=colors["accent"],
        accent=colors["accent"],
        foreground=colors["text"],
        background=colors["background"],
        surface=colors["surface"],
        panel=colors["surface"],
        dark=look.dark,
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
