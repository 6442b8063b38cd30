"""High confidence needs origins, more than one, and not only such as cannot be relied on."""

import pytest

from briefing_tui.checks.overconfident import RULE
from tests.checks.judging import found_by, words_found, words_related

REST = """\
actors: {ministry: Ministry, town: Town}
situation:
  bottom_line: The crest arrives.
  statements:
    seen: {text: Seen., sources: paper}
    said: {text: Said., kind: claim, by: ministry}
    also-said: {text: Also said., kind: claim, by: town}
    unsourced: Known.
events:
  rise: {title: Rise, when: 2026-03-03, sources: gauge}
communications:
  notice: {from: ministry, text: A notice.}
  second: {from: ministry, text: Another.}
  letter: {from: town, text: A letter.}
  relayed: {from: ministry, text: Relayed., sources: gauge}
sources:
  gauge: {title: Gauge, reliability: A}
  radar: {title: Radar, reliability: B}
  unrated: {title: Unrated}
  paper: {title: Paper, reliability: B, origin: agency}
  copy: {title: Copy, reliability: B, origin: agency}
  agency: {title: Agency, reliability: C}
  astray: {title: Astray, reliability: B, origin: misspelt}
  page: {title: Page, reliability: B, origin: notice}
  post: {title: Post, reliability: E}
  talk: {title: Talk, reliability: F}
  repeats-post: {title: Repeats the post, reliability: B, origin: post}
  repeats-talk: {title: Repeats the talk, reliability: B, origin: talk}
  one-way: {title: One way, reliability: B, origin: other-way}
  other-way: {title: Other way, reliability: B, origin: one-way}
"""


def judgement(evidence: str, confidence: str = "high") -> str:
    values = f"likelihood: likely, confidence: {confidence}, evidence: {evidence}"
    return f"{REST}outlook:\n  judgements:\n    rain: {{text: Rain., {values}}}\n"


@pytest.mark.parametrize(
    ("evidence", "origin"),
    [
        ("rise", "Gauge"),
        ("[rise, gauge]", "Gauge"),
        ("[seen, copy, agency]", "Agency"),
        ("[notice, page, second]", "Ministry"),
        ("[said, notice]", "Ministry"),
        ("[relayed, rise]", "Gauge"),
        ("[rise, unsourced]", "Gauge"),
        ("[rise, {ref: radar, bearing: context}, {ref: paper, bearing: contradicts}]", "Gauge"),
        ("[one-way, other-way]", "way"),
    ],
)
def test_one_origin_however_often_it_is_repeated_is_found(evidence: str, origin: str) -> None:
    assert words_found(RULE, judgement(evidence)) == ["high"]
    (found,) = found_by(RULE, judgement(evidence))
    assert "single origin" in found.message
    assert origin in found.message


@pytest.mark.parametrize("evidence", ["[post, talk]", "[repeats-post, repeats-talk]", "[post, repeats-talk]"])
def test_doubtful_sources_are_found_also_behind_good_ones(evidence: str) -> None:
    (found,) = found_by(RULE, judgement(evidence))
    assert "D to F" in found.message
    assert words_related(RULE, judgement(evidence)) == [["post", "talk"]]


def test_evidence_that_nobody_stands_behind_is_found() -> None:
    (found,) = found_by(RULE, judgement("unsourced"))
    assert "no source" in found.message


@pytest.mark.parametrize(
    "evidence",
    [
        "[rise, radar]", "[seen, gauge]", "[notice, letter]", "[page, gauge]", "[post, radar]", "[post, unrated]",
        "[said, also-said]", "[rise, notice]", "[notice, post]",
        # what another file holds, or nobody knows, cannot be weighed
        "[rise, other-briefing#radar]", "[rise, misspelt]", "[rise, astray]",
    ],
)  # fmt: skip
def test_two_origins_one_of_them_not_doubtful_are_let_be(evidence: str) -> None:
    assert found_by(RULE, judgement(evidence)) == []


@pytest.mark.parametrize("confidence", ["low", "moderate"])
def test_only_high_confidence_is_held_to_that(confidence: str) -> None:
    assert found_by(RULE, judgement("post", confidence)) == []


def test_no_evidence_is_another_finding() -> None:
    assert found_by(RULE, judgement("[]")) == []
