"""RULES: the one list of the editor's rules, in the order of their codes."""

from briefing_tui.checks import dates
from briefing_tui.checks.rule import Rule

RULES: tuple[Rule, ...] = (dates.RULE,)

RULE = {rule.code: rule for rule in RULES}
