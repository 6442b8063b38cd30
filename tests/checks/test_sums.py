"""Scenarios that exclude one another: their lowest figures cannot be more than a hundred per cent together."""

import pytest

from briefing_tui.checks.sums import RULE
from tests.checks.judging import found_by, words_found, words_related


def outlook(*values: str, exclusive: str = "yes") -> str:
    scenarios = "".join(f"    way-{n}: {{title: Way {n}, {value}}}\n" for n, value in enumerate(values))
    return f"outlook:\n  exclusive: {exclusive}\n  scenarios:\n{scenarios}"


@pytest.mark.parametrize(
    "values",
    [
        ("likelihood: likely", "likelihood: probable"),
        ("probability: 60", "probability: 40.5"),
        ("likelihood: very likely", "likelihood: unlikely", "probability: [1, 5]"),
        ("likelihood: almost certain", "role: wildcard", "probability: 6"),
    ],
)
def test_more_than_a_hundred_at_the_least_is_found_where_it_is_claimed(values: tuple[str, ...]) -> None:
    assert words_found(RULE, outlook(*values)) == ["yes"]


@pytest.mark.parametrize(
    "values",
    [
        ("probability: 60", "probability: 40"),
        ("probability: 33.34", "probability: 33.33", "probability: 33.33"),
        ("likelihood: likely", "likelihood: unlikely", "likelihood: very unlikely"),
        ("likelihood: almost certain", "likelihood: very unlikely"),
        # the number counts, not the word beside it
        ("likelihood: likely, probability: 50", "probability: 50"),
        # a course that nobody has named may take the rest
        ("probability: 10", "likelihood: unlikely"),
        ("role: most-dangerous", "role: best-case"),
    ],
)
def test_what_can_add_up_is_let_be(values: tuple[str, ...]) -> None:
    assert found_by(RULE, outlook(*values)) == []


def test_scenarios_that_can_come_together_are_not_added() -> None:
    assert found_by(RULE, outlook("probability: 80", "probability: 80", exclusive="no")) == []


def test_every_figure_that_counts_is_shown() -> None:
    assert words_related(RULE, outlook("likelihood: likely", "probability: [50, 60]")) == [["likely", "[50, 60]"]]
    (found,) = found_by(RULE, outlook("likelihood: likely", "probability: [50, 60]"))
    assert "105 per cent" in found.message
