"""Likelihood and confidence in one sentence, wherever the briefing speaks for itself."""

import pytest

from briefing_tui.checks.one_sentence import RULE
from tests.checks.judging import found_by, words_found, words_related


def bottom_line(words: str) -> str:
    return f"situation:\n  bottom_line: |-\n    {words}\n"


@pytest.mark.parametrize(
    ("words", "confidence", "likely"),
    [
        ("We judge with high confidence that it is likely.", "high confidence", "likely"),
        ("It is very unlikely (moderate confidence) that the levee fails.", "moderate confidence", "very unlikely"),
        ("With low-confidence grounds, rain is probable.", "low-confidence", "probable"),
        ("We are highly confident that rain is likely.", "We are highly confident", "likely"),
        ("Rain is likely, and our confidence in this judgement is low.", "our confidence", "likely"),
        ("With moderate to high confidence, it will almost certainly rain.", "to high confidence", "almost certainly"),
        ("We put it, with moderate confidence, at a 70 per cent chance.", "moderate confidence", "70 per cent chance"),
        ("Rain is highly likely with high confidence.", "high confidence", "highly likely"),
        ("Rain is likely; confidence: moderate.", "confidence: moderate", "likely"),
    ],
)  # fmt: skip
def test_the_two_in_one_sentence_are_found(words: str, confidence: str, likely: str) -> None:
    (found,) = words_found(RULE, bottom_line(words))
    assert confidence in found
    ((related,),) = words_related(RULE, bottom_line(words))
    assert likely in related


@pytest.mark.parametrize(
    "words",
    [
        "The levee is likely to hold. We judge that with high confidence.",
        "We judge with high confidence that the levee holds.",
        "Public confidence is low and protests are likely.",
        "High confidence in the mayor makes a calm evening likely.",
        "High confidence among traders is likely to last.",
        "A vote of confidence is likely to be lost.",
        "It is likely that they act with confidence.",
        "Our confidence in the crew is likely to last.",
        "Confidence-building measures are likely.",
        "The likely route was named with high confidence.",
        "The agency judges with high confidence that rain is likely.",
        "“We judge with high confidence that it is likely”, the agency wrote.",
        "Rain is more likely than snow, with high confidence.",
    ],
)
def test_two_sentences_trust_and_others_words_are_let_be(words: str) -> None:
    assert words_found(RULE, bottom_line(words)) == []


def test_all_own_prose_is_read_and_what_parties_said_is_not() -> None:
    both = "We judge with high confidence that it is likely."
    example = f"""\
situation:
  bottom_line: The crest arrives.
  background: {both}
  statements:
    ours: {both}
    theirs: {{text: {both}, kind: claim, by: town}}
actors: {{town: Town of Harrow Bend}}
communications:
  letter: {{from: town, text: {both}}}
outlook:
  judgements:
    rain: {{text: {both}, dissent: {both}, notes: {both}}}
"""
    assert len(found_by(RULE, example)) == 3


def test_a_sentence_is_found_once() -> None:
    words = "We judge with high confidence, very high confidence, that it is likely and that it is unlikely."
    assert len(words_found(RULE, bottom_line(words))) == 1
