"""One verdict: loader, links and rules, in order of place, the same each time; rules only where there is a briefing."""

from collections.abc import Iterator
from datetime import date
from itertools import count

import pytest

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.engine import MOST_OF_A_RULE, judged, verdict
from briefing_tui.checks.listing import RULES
from briefing_tui.checks.rule import Rule
from briefing_tui.checks.selection import Selection
from briefing_tui.source.diagnostic import Diagnostic, Extent, Severity
from briefing_tui.source.load import load, load_text
from tests.architecture.tree import SHIPPED

TEXT = """\
title: A crest above the levee
as_of: 2026-03-04T06:00Z
tlp: GREEN
status: exercise
situation: {bottom_line: 'The [[crset]] passes on Thursday.'}
events:
  crest: {title: The flood crest, when: 2026-03-03}
  rain: {title: Rain, when: soon}
"""


def rule(code: str, *starts: int) -> Rule:
    """A rule that finds something at these places, whatever the text."""

    def check(draft: Draft) -> Iterator[Diagnostic]:
        return (made.finding(Extent(start, start + 1), "Here") for start in starts)

    made = Rule(code, f"rule-{code.lower()}", Severity.WARNING, "", "", "", "", check)
    return made


def test_all_speak_and_the_order_is_that_of_the_text() -> None:
    rules = (rule("E902", 200, 0), rule("E901", 0))
    codes = [found.code for found in judged(load_text(TEXT, "x"), rules=rules)]
    assert codes == ["E901", "E902", "L401", "E902", "M305"]


def test_what_one_rule_finds_has_an_end() -> None:
    endless = rule("E901")._replace(check=lambda draft: (rule("E901").finding(Extent(0, 1), "Here") for _ in count()))
    found = judged(load_text(TEXT, "x"), rules=(endless, rule("E902", 0)))
    assert sum(one.code == "E901" for one in found) == MOST_OF_A_RULE
    assert sum(one.code == "E902" for one in found) == 1


def test_without_a_briefing_only_the_loader_speaks() -> None:
    found = load_text("title: A\nas_of: 2026\nsituation: {bottom_line: [[town]] is flooded}\n", "x")
    assert {problem.code[0] for problem in judged(found, rules=(rule("E901", 0),))} == {"Y"}


def test_what_is_not_wanted_is_not_looked_for() -> None:
    def never(draft: Draft) -> Iterator[Diagnostic]:
        raise AssertionError("this rule was not asked for")

    one, other = RULES[0].code, RULES[1].code
    rules = (rule(one, 0)._replace(check=never), rule(other, 0))
    result = verdict(load_text(TEXT, "x"), None, Selection([other]), rules=rules)
    assert [found.code for found in result.findings] == [other, "M305"]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_what_ships_is_clean_at_the_strictest_level(path: object) -> None:
    result = verdict(load(path), date(2026, 3, 4))  # type: ignore[arg-type]
    assert [(found.code, found.message) for found in result.findings] == []
    assert all(hidden.reason for hidden in result.suppressed)


def test_rules_are_listed_in_the_order_of_their_codes() -> None:
    assert [made.code for made in RULES] == sorted(made.code for made in RULES)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_nothing_depends_on_what_was_judged_before(path: object) -> None:
    text = load(path).text.replace("[[", "[[x")  # type: ignore[arg-type]
    first = judged(load_text(text, "x"), date(2026, 3, 4))
    judged(load_text(TEXT, "x"))
    assert judged(load_text(text, "x"), date(2026, 3, 4)) == first
    assert first == sorted(first, key=lambda found: found.extent)
    assert first
