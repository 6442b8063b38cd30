"""How meanings look: a theme's roles as styles. The only place where a role becomes colour and weight.

Names for the program's own furniture (tabs, keys, cursor, hints) stand in FURNITURE; those for text are blocks' ROLES.
"""

import re
from typing import Any, NamedTuple

from rich.style import Style

from briefing_tui.blocks.roles import ROLES

#: Meanings that only the screen has.
FURNITURE: dict[str, str] = {
    "tab": "a pane that is not open",
    "tab-here": "the pane that is open",
    "key": "a key that may be pressed",
    "key-word": "what a key does",
    "crumb": "where one is",
    "message": "a passing message",
    "cursor-bar": "the bar beside what the cursor is on",
    "cursor-row": "the row the cursor is on in a list",
    "link-here": "the link the cursor is on",
    "hint": "the label of a link hint",
    "hit": "what was found",
    "hit-here": "the hit one is at",
    "entry": "the name of what a line of a list stands for",
    "rule": "lines between parts of the screen",
    "axis": "the scale of a view: its ticks and their labels",
    "grid": "the lines of a view that marks stand on",
    "mark": "a mark of a view that has no standing of its own",
    "node": "a name in a graph, a party of a ladder",
    "node-here": "the name a graph is drawn around",
    "edge": "a line from one name to another, and its arrow",
    "edge-word": "what a line between two names says",
    "now": "the time cursor",
    "future": "what was not known at the time of the time cursor",
    "selected": "text selected with the mouse",
}

_COLOR = re.compile("#[0-9a-fA-F]{6}")
_STYLES = ("bold", "italic", "underline", "reverse", "strike")


class Look(NamedTuple):
    """A theme: its colours by name, and for each role the words that say how it looks."""

    name: str
    title: str
    dark: bool
    colors: dict[str, str]
    roles: dict[str, str]

    @property
    def base(self) -> Style:
        """Plain text on the background."""
        return Style(color=self.colors["text"], bgcolor=self.colors["background"])

    def style(self, role: str) -> Style:
        """The style of a role, to be laid over the base; nothing for a role without a look."""
        return self._parsed(self.roles.get(role, ""))

    def _parsed(self, words: str) -> Style:
        switches: dict[str, Any] = {}
        color = background = None
        on = False
        for word in words.split():
            if word == "on":
                on = True
            elif word in _STYLES:
                switches[word] = True
            elif on:
                background = self.colors[word]
            else:
                color = self.colors[word]
        # rich's parameters are named as the words are.
        return Style(color=color, bgcolor=background, **switches)


def look_problem(look: Look) -> str | None:
    """What is wrong with a theme, or None: a role nobody knows, a word that is neither a style nor a colour."""
    for name, color in look.colors.items():
        if not _COLOR.fullmatch(color):
            return f"{name} is “{color}”, not a colour: # and six hexadecimal digits"
    for role, words in look.roles.items():
        if role not in ROLES and role not in FURNITURE:
            return f"“{role}” is no role"
        for word in words.split():
            if word != "on" and word not in _STYLES and word not in look.colors:
                return f"“{word}” in {role} is neither a style ({', '.join(_STYLES)}) nor one of the theme's colours"
    missing = {"background", "surface", "cursor", "rule", "text", "dim", "accent"} - look.colors.keys()
    return f"the colours lack {', '.join(sorted(missing))}" if missing else None
