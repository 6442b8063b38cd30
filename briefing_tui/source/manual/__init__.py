"""The manual of what CODES lists: why it matters, how to mend it, an example and its nearest neighbour without it.

Loaded by who explains a finding, never by who finds one.
"""

from importlib import import_module
from textwrap import dedent
from typing import NamedTuple

#: The module for each code's first letter.
_MODULES = {"F": "files", "Y": "yaml", "M": "entries", "L": "links", "S": "ignoring", "C": "settings", "T": "themes"}


class Told(NamedTuple):
    """What is told of a finding, in paragraphs. `bad` and `good` are YAML, empty where no example would help.

    They leave out the header and the situation where those do not matter, except where they are `whole` files.
    """

    text: str
    bad: str = ""
    good: str = ""
    whole: bool = False


def told(code: str) -> Told:
    """What is told of a code in CODES. Raises LookupError for another."""
    rows: dict[str, Told] = import_module(f"{__name__}.{_MODULES[code[:1]]}").TOLD
    row = rows[code]
    return row._replace(text=dedent(row.text).strip("\n"))
