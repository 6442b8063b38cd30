"""RULES: the one list of the editor's rules, in the order of their codes."""

from briefing_tui.checks import (
    claims,
    communications,
    confirmations,
    dates,
    handling,
    indicators,
    one_party,
    shared_names,
    shared_origins,
    sides,
    strictness,
    uncited_sources,
    unused_actors,
    unwatched,
    weak_sources,
)
from briefing_tui.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    dates.RULE,
    shared_names.RULE,
    communications.RULE,
    claims.RULE,
    indicators.RULE,
    unwatched.RULE,
    one_party.RULE,
    confirmations.RULE,
    unused_actors.RULE,
    uncited_sources.RULE,
    weak_sources.RULE,
    shared_origins.RULE,
    sides.RULE,
    handling.RULE,
    strictness.RULE,
)

RULE = {rule.code: rule for rule in RULES}
