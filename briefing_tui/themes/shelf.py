"""Where themes are: those that ship with the program, and the user's own, which take the place of their namesakes."""

from pathlib import Path

from briefing_tui.folders import config_folder, shipped_folder


def own_folder() -> Path:
    """The folder of the user's own themes. It need not exist."""
    return config_folder() / "themes"


def shipped_themes() -> dict[str, Path]:
    """The themes that ship with the program, by name."""
    return _themes_in(shipped_folder("themes"))


def own_themes() -> dict[str, Path]:
    """The user's own themes, by name."""
    return _themes_in(own_folder())


def all_themes() -> dict[str, Path]:
    """Every theme there is, by name, in order of the names."""
    return dict(sorted({**shipped_themes(), **own_themes()}.items()))


def is_own(path: Path) -> bool:
    """Whether a theme's file is the user's."""
    return path.parent != shipped_folder("themes")


def _themes_in(folder: Path) -> dict[str, Path]:
    try:
        paths = sorted(folder.iterdir())
    except OSError:
        return {}
    # Editors keep locks and copies beside a file under names that begin with a dot.
    return {path.stem: path for path in paths if path.suffix == ".yaml" and not path.name.startswith(".")}
