"""Every rule is proved by its own manual: its bad example breaks it and no other rule, its near miss breaks none."""

from pathlib import Path

import pytest

from briefing_tui.checks.engine import judged
from briefing_tui.checks.examples import TODAY, whole
from briefing_tui.checks.listing import RULES
from briefing_tui.checks.rule import Rule
from briefing_tui.source.load import load

EACH = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


def found_in(example: str, rule: Rule, folder: Path) -> list[str]:
    if rule.earlier:
        (folder / "earlier.yaml").write_text(whole(rule.earlier), encoding="utf-8")
    path = folder / "example.yaml"
    path.write_text(whole(example), encoding="utf-8")
    return [found.name for found in judged(load(path), TODAY)]


@EACH
def test_the_bad_example_breaks_this_rule_and_no_other(rule: Rule, tmp_path: Path) -> None:
    assert set(found_in(rule.bad, rule, tmp_path)) == {rule.name}


@EACH
def test_the_near_miss_breaks_none(rule: Rule, tmp_path: Path) -> None:
    assert found_in(rule.good, rule, tmp_path) == []


@EACH
def test_the_two_are_neighbours(rule: Rule) -> None:
    bad, good = rule.bad.splitlines(), rule.good.splitlines()
    assert bad != good
    assert set(bad) & set(good) or len(bad) == 1


def test_codes_and_names_are_each_used_once() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)
