"""A judgement says how likely it is and how good its grounds are."""

import pytest

from briefing_tui.checks.unrated import RULE
from tests.checks.judging import found_by, words_found


def judgement(more: str) -> str:
    return f"outlook:\n  judgements:\n    rain: {{text: Rain is likely.{more}}}\n"


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("", "neither how likely it is nor how good its grounds are"),
        (", confidence: low", "does not say how likely it is"),
        (", likelihood: likely", "does not say how good its grounds are"),
    ],
)
def test_what_lacks_is_told_in_one_finding(more: str, message: str) -> None:
    assert words_found(RULE, judgement(more)) == ["rain"]
    (found,) = found_by(RULE, judgement(more))
    assert message in found.message


def test_the_words_offered_are_of_the_row_in_use() -> None:
    example = judgement("") + "    snow: {text: Snow., likelihood: probable, confidence: low}\n"
    (found,) = found_by(RULE, example)
    assert "probable" in found.help


def test_both_are_enough_and_scenarios_need_neither() -> None:
    assert found_by(RULE, judgement(", likelihood: remote, confidence: low")) == []
    assert found_by(RULE, "outlook:\n  scenarios:\n    rain: {title: Rain}\n") == []
