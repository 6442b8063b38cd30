"""All that is wrong with a loaded briefing: what the loader found, what its links lack, what the rules say."""

from collections.abc import Iterable
from datetime import date

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.listing import RULES
from briefing_tui.checks.rule import Rule
from briefing_tui.links.problems import findings_of
from briefing_tui.source.diagnostic import Diagnostic
from briefing_tui.source.load import Loaded


def judged(loaded: Loaded, today: date | None = None, rules: Iterable[Rule] = RULES) -> list[Diagnostic]:
    """Every finding, in order of place. Without a briefing only the loader has something to say."""
    found = findings_of(loaded)
    if loaded.briefing is not None:
        draft = Draft(loaded, today)
        for rule in rules:
            found.extend(rule.check(draft))
    return sorted(found, key=lambda problem: (problem.extent, problem.code))
