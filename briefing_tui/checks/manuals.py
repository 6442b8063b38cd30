"""The manual of everything that can be found, from the rule's own module or from beside the loader's codes.

Loaded only by who explains.
"""

from textwrap import dedent
from typing import NamedTuple

from briefing_tui.checks.listing import RULE
from briefing_tui.checks.names import KNOWN, Known
from briefing_tui.source.manual import told


class Manual(NamedTuple):
    """What is to be known of a finding. `bad` and `good` are YAML, empty where no example would help.

    `earlier` is the briefing that both supersede, where that matters.
    """

    known: Known
    text: str
    bad: str
    good: str
    earlier: str = ""

    @property
    def examples(self) -> tuple[tuple[str, str], ...]:
        """The examples there are, each with what to call it."""
        rows = (("In the briefing before", self.earlier), ("Found in", self.bad), ("Not found in", self.good))
        return tuple((title, example.rstrip()) for title, example in rows if example)


def manual(code: str) -> Manual:
    """The manual of a code. Raises LookupError for one there is not."""
    if code in RULE:
        rule = RULE[code]
        return Manual(KNOWN[code], dedent(rule.manual).strip("\n"), rule.bad, rule.good, rule.earlier)
    row = told(code)
    return Manual(KNOWN[code], row.text, row.bad, row.good)


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a manual, each on one line."""
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]
