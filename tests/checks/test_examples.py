"""Every rule is proved by its own manual: its bad example breaks it and no other rule, its near miss breaks none."""

import pytest

from briefing_tui.checks.engine import judged
from briefing_tui.checks.examples import whole
from briefing_tui.checks.listing import RULES
from briefing_tui.checks.rule import Rule
from briefing_tui.source.load import load_text

EACH = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


def found_in(example: str) -> list[str]:
    return [found.name for found in judged(load_text(whole(example), "example"))]


@EACH
def test_the_bad_example_breaks_this_rule_and_no_other(rule: Rule) -> None:
    found = found_in(rule.bad)
    assert set(found) == {rule.name}


@EACH
def test_the_near_miss_breaks_none(rule: Rule) -> None:
    assert found_in(rule.good) == []


@EACH
def test_the_two_are_neighbours(rule: Rule) -> None:
    bad, good = rule.bad.splitlines(), rule.good.splitlines()
    assert bad != good
    assert set(bad) & set(good) or len(bad) == 1


def test_codes_and_names_are_each_used_once() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)
