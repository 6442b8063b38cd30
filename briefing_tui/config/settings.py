"""The settings there are: one model, read from its annotations as a briefing's is, explained by its docstrings."""

import os
from pathlib import Path
from typing import Annotated, Any, Literal

from briefing_tui.config.key import key_written
from briefing_tui.model.record import Record, model
from briefing_tui.model.scalar import Scalar, Truth
from briefing_tui.model.text import Line, one_line

NARROWEST, WIDEST = 40, 84


def _measure(value: Any) -> int:
    if isinstance(value, str) and value.isascii() and value.isdigit() and NARROWEST <= int(value[:9]) <= WIDEST:
        return int(value)
    raise ValueError(f"“{_shown(value)}” is not a measure: write a number of columns from {NARROWEST} to {WIDEST}")


def _folder(value: Any) -> Path:
    words = value.strip() if isinstance(value, str) else ""
    if not words:
        raise ValueError("is empty")
    path = os.path.expanduser(words)
    if not os.path.isabs(path):
        raise ValueError(f"“{_shown(words)}” would be another folder wherever you are: write it from / or ~ on")
    return Path(path)


def _shown(value: Any) -> str:
    text = one_line(str(value)[:240])
    return text if len(text) <= 60 else text[:59] + "…"


Measure = Annotated[int, Scalar("measure", _measure)]
Folder = Annotated[Path, Scalar("folder", _folder)]
Key = Annotated[str, Scalar("key", key_written)]


@model
class Settings(Record):
    """What can be set. An instance holds what is in its file and sound; the rest is at its default."""

    theme: Line = "dark"
    """The theme to begin with. One that is chosen in the reader later is remembered, and holds until another one is
    named here."""
    measure: Measure = 80
    """How wide running text gets, in columns: 40 to 84. Lines of 72 to 84 are the easiest to read."""
    density: Literal["comfortable", "compact"] = "comfortable"
    """How much space there is between items: compact leaves it to headings, and to paragraphs of running text."""
    focus_rule: Truth = True
    """Whether a rule still marks the place in the pane you have left for the one beside it: yes or no."""
    start_pane: Literal["situation", "actors", "events", "communications", "outlook", "sources"] = "situation"
    """The pane a briefing opens in that you have not read before. One that you have opens where you left it."""
    library: tuple[Folder, ...] = ()
    """Folders of briefings, such as [~/briefings, /srv/reports]: what `briefing` alone opens. $BRIEFING_PATH comes
    before them, and so does a folder `briefings` where you are; without any, there are the briefings that ship with the
    program."""
    author: Line = "login"
    """Your name in the minutes of a meeting, such as Ana Ruiz. The word login stands for the name you are logged in
    by."""
    keys: dict[Line, tuple[Key, ...]] | None = None
    """Keys by command. What you give takes the place of what the command has: one key, or several in [...]; `g g` is
    one after the other; none takes its keys away, but for `quit` and `keys`. Keys are characters as typed, and names:
    enter, space, tab, backspace, delete, home, end, pageup, pagedown, up, down, left, right, f1 to f24; with ctrl+ or
    alt+ before them. Signs need quotes."""
