"""A judgement rests on something."""

import pytest

from briefing_tui.checks.grounds import RULE
from tests.checks.judging import found_by, words_found

REST = "events:\n  rise: {title: The river rises, when: 2026-03-03}\nsources: {gauge: Gauge record}\n"


def judgement(text: str, more: str = "") -> str:
    return f"{REST}outlook:\n  judgements:\n    rain:\n      text: |-\n        {text}\n{more}"


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("", "rain"),
        ("      assumptions: The dam holds.\n", "rain"),
        ("      would_change: A reading [^gauge].\n", "rain"),
        ("      evidence: {ref: rise, bearing: context}\n", "evidence"),
    ],
)
def test_nothing_assumptions_and_context_are_no_grounds(more: str, found: str) -> None:
    assert words_found(RULE, judgement("It rains.", more)) == [found]


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("It rains.", "      evidence: rise\n"),
        ("It rains.", "      evidence: {ref: rise, bearing: contradicts}\n"),
        ("It rains.", "      evidence: [{ref: rise, bearing: context}, gauge]\n"),
        ("It rains.", "      sources: gauge\n"),
        ("It rains [^gauge].", ""),
        ("It rains.", "      evidence: other-briefing#rise\n"),
    ],
)
def test_evidence_either_way_and_cited_sources_are(text: str, more: str) -> None:
    assert found_by(RULE, judgement(text, more)) == []
