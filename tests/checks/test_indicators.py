"""Indicators and scenarios that do not know of each other."""

import pytest

from briefing_tui.checks import indicators, unwatched
from tests.checks.judging import found_by, words_found

SCENARIOS = "  scenarios:\n    holds: {title: It holds}\n    gives: {title: It gives}\n"


def outlook(*rows: str, scenarios: str = SCENARIOS) -> str:
    return f"outlook:\n{scenarios}" + ("  indicators:\n" if rows else "") + "".join(f"    {row}\n" for row in rows)


def test_an_indicator_that_points_nowhere() -> None:
    assert words_found(indicators.RULE, outlook("rain: {text: Rain., status: seen}", "ice: {text: Ice.}")) == [
        "rain",
        "ice",
    ]


@pytest.mark.parametrize("fields", ["points_to: holds", "points_away_from: [holds]", "points_to: judged"])
def test_an_indicator_that_points_somewhere(fields: str) -> None:
    assert words_found(indicators.RULE, outlook(f"rain: {{text: Rain., {fields}}}")) == []


def test_an_indicator_that_is_evidence_points_by_that() -> None:
    judged = "  judgements: {judged: {text: It holds., evidence: rain}}\n"
    assert words_found(indicators.RULE, outlook("rain: {text: Rain.}", scenarios=judged)) == []


def test_a_scenario_that_nothing_points_to() -> None:
    assert words_found(unwatched.RULE, outlook("rain: {text: Rain., points_to: holds}")) == ["gives"]


@pytest.mark.parametrize(
    "row",
    [
        "rain: {text: Rain., points_to: holds, points_away_from: gives}",
        'rain: {text: "Rain, before [[gives]].", points_to: holds}',
    ],
)
def test_a_scenario_that_is_watched(row: str) -> None:
    assert words_found(unwatched.RULE, outlook(row)) == []


def test_a_scenario_may_name_its_indicator_itself() -> None:
    scenarios = '  scenarios:\n    gives: {title: It gives, text: "First comes [[rain|rain]]."}\n'
    assert words_found(unwatched.RULE, outlook("rain: {text: Rain.}", scenarios=scenarios)) == []


def test_where_there_is_no_indicator_at_all_that_is_told_once() -> None:
    (found,) = found_by(unwatched.RULE, outlook())
    assert "None of the 2" in found.message
    assert words_found(unwatched.RULE, outlook()) == ["scenarios"]


def test_without_scenarios_there_is_nothing_to_watch() -> None:
    assert words_found(unwatched.RULE, "outlook: {summary: It goes on.}\n") == []
