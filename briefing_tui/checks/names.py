"""What can be found at all, by code and by name: the loader's findings and the editor's rules. Judges nothing."""

from typing import NamedTuple

from briefing_tui.checks.listing import RULES
from briefing_tui.source.codes import CODES
from briefing_tui.source.diagnostic import Severity

#: What these find is no part of the briefing any more: nothing but mending it helps, and nothing hides it.
ALWAYS = ("F", "Y", "M")


class Known(NamedTuple):
    """A finding there can be: its code, its name, its level, and what it means in a sentence."""

    code: str
    name: str
    severity: Severity
    summary: str


KNOWN: dict[str, Known] = {
    **{code: Known(code, *row) for code, row in CODES.items()},
    **{rule.code: Known(rule.code, rule.name, rule.severity, rule.summary) for rule in RULES},
}

_CODE_OF = {known.name: code for code, known in KNOWN.items()}


def code_of(word: str) -> str | None:
    """The code that a code or a name means, in whatever case; None where there is none."""
    code = word.upper()
    return code if code in KNOWN else _CODE_OF.get(word.lower())


def codes_meant(word: str) -> tuple[str, ...]:
    """The codes that a code, the beginning of one, or a name means, in order; none for what means nothing."""
    whole = code_of(word)
    if whole is not None:
        return (whole,)
    return tuple(code for code in KNOWN if word and code.startswith(word.upper()))


def nearest_name(word: str) -> str | None:
    """The code or name that was probably misspelt."""
    from briefing_tui.source.nearest import nearest

    by_code = nearest(word.upper(), KNOWN, 1) if any(char.isdigit() for char in word) else []
    return next(iter([*by_code, *nearest(word.lower(), _CODE_OF, 1)]), None)
