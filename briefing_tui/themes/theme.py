"""Theme: colours by name, and for each role the words that say how it looks. Knows no file and no screen."""

import re
from typing import NamedTuple

#: The words of style. Of a terminal's others, blink and overline are not drawn everywhere; faint cannot be measured.
STYLES = ("bold", "italic", "underline", "reverse", "strike")
#: Stands before the colour of the ground.
ON = "on"
#: The colours every theme has: the screen is painted with them.
NEEDED = ("background", "surface", "cursor", "rule", "text", "dim", "accent")
#: What WCAG 2 asks of text (1.4.3, level AA).
READABLE = 4.5

#: What a theme is called: the name of its file without the ending.
NAME = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")


class Paint(NamedTuple):
    """How a role looks: the names of its colour and its ground (empty: what lies below shows), and words of style."""

    color: str = ""
    ground: str = ""
    words: tuple[str, ...] = ()


class Theme(NamedTuple):
    """A sound theme, with what it takes from those it extends. `contrast` is what its text keeps to at least."""

    name: str
    title: str
    colors: dict[str, str]
    roles: dict[str, str]
    contrast: float = READABLE

    def paint(self, role: str) -> Paint:
        """How a role looks; one that the theme does not name looks like plain text."""
        return paint_of(self.roles.get(role, ""))


def paint_of(words: str) -> Paint:
    """Words such as `bold ink on find` taken apart."""
    color = ground = ""
    styles: list[str] = []
    on = False
    for word in words.split():
        if word == ON:
            on = True
        elif word in STYLES:
            styles.append(word)
        elif on:
            ground, on = word, False
        else:
            color = word
    return Paint(color, ground, tuple(styles))
