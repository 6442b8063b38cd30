"""What a rule's example is made a whole briefing with, for tests and for who wants to try it."""

import re
from datetime import date

#: The day on which examples are judged.
TODAY = date(2026, 3, 4)

#: What an example need not say, by the key that stands for it.
_REST = {
    "title": "title: The crest reaches Harrow Bend on Thursday",
    "as_of": "as_of: 2026-03-04T06:00Z",
    "tlp": "tlp: GREEN",
    "status": "status: exercise",
    "situation": "situation:\n  bottom_line: The crest arrives on Thursday.",
}


def whole(example: str) -> str:
    """An example with the header and the situation it leaves out, as the text of a briefing.

    One that gives its own `as_of` is about the day: it is not made an exercise, which no day makes stale.
    """
    keys = set(re.findall(r"^([a-z_]+):", example, re.MULTILINE))
    if "as_of" in keys:
        keys.add("status")
    return "\n".join([*(line for key, line in _REST.items() if key not in keys), example.strip("\n"), ""])
