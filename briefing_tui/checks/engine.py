"""All that is wrong with a loaded briefing: what the loader found, what its links lack, what the rules say.

One engine for the command line, the language server and the screen. Knows no stream and no format.
"""

from collections.abc import Iterable
from datetime import date
from itertools import islice
from typing import NamedTuple

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.listing import RULES
from briefing_tui.checks.rule import Rule
from briefing_tui.checks.selection import Selection
from briefing_tui.checks.suppression import Suppressed, parted
from briefing_tui.links.problems import link_problems
from briefing_tui.source.diagnostic import Diagnostic
from briefing_tui.source.load import Loaded
from briefing_tui.thrift import uncollected

EVERYTHING = Selection()

#: Findings of one rule that are told, the first ones: what breaks it more often was not written by hand.
MOST_OF_A_RULE = 5_000


class Verdict(NamedTuple):
    """What stands against a briefing, and what its author ignores with a reason; both in order of place."""

    findings: tuple[Diagnostic, ...]
    suppressed: tuple[Suppressed, ...] = ()


def judged(loaded: Loaded, today: date | None = None, rules: Iterable[Rule] = RULES) -> list[Diagnostic]:
    """Every finding that stands, in order of place."""
    return list(verdict(loaded, today, rules=rules).findings)


def verdict(
    loaded: Loaded,
    today: date | None = None,
    wanted: Selection = EVERYTHING,
    *,
    rules: Iterable[Rule] = RULES,
) -> Verdict:
    """The findings that are wanted. Without a briefing only the loader has something to say.

    `today` decides what is out of date; None leaves that question out.
    """
    found = list(loaded.diagnostics)
    if loaded.briefing is None:
        return Verdict(tuple(sorted(found, key=_place)))
    draft = Draft(loaded, today)
    # What the rules share stays alive until the last of them is done.
    with uncollected():
        found += link_problems(loaded, draft.links)
        for rule in rules:
            if wanted.takes(rule.code):
                found.extend(islice(rule.check(draft), MOST_OF_A_RULE))
    found = [problem for problem in found if wanted.takes(problem.code)]
    standing, suppressed = parted(loaded, sorted(found, key=_place), wanted.takes)
    return Verdict(tuple(sorted(standing, key=_place)), tuple(suppressed))


def _place(problem: Diagnostic) -> tuple[int, int, str, str]:
    return (*problem.extent, problem.code, problem.message)
