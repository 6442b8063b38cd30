"""Words that say something is possible and not how likely: found in the outlook, and told from their doubles."""

import pytest

from briefing_tui.checks.estimative import RULE
from briefing_tui.checks.examples import whole
from tests.checks.judging import after, found_by, words_found


def summary(words: str) -> str:
    return f"outlook:\n  summary: |-\n    {words}\n"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The rain may go on.", "may"),
        ("The rain might not stop.", "might"),
        ("Mill Road could flood before noon.", "could"),
        ("The levee may well hold in May.", "may well"),
        ("The rain could possibly go on.", "could possibly"),
        ("Perhaps the rain stops.", "Perhaps"),
        ("Maybe the jam clears.", "Maybe"),
        ("The levee presumably holds.", "presumably"),
        ("The ice will conceivably move.", "conceivably"),
        ("It is possible that the rain stops.", "It is possible that"),
        ("There is a real danger that the levee gives.", "There is a real danger"),
        ("There is a chance of rain.", "There is a chance"),
        ("In all likelihood the rain goes on.", "In all likelihood"),
        ("We cannot rule out a second crest.", "cannot rule out"),
        ("We can't rule a second crest out.", "can't rule a second crest out"),
        ("A second crest cannot be excluded.", "cannot be excluded"),
        ("The rain is highly likely to go on.", "highly likely"),
        ("Rain is quite likely.", "quite likely"),
        ("A breach, which could flood the ward, comes at dawn.", "could"),
        # Ours all the same: we say so, or nobody does.
        ("We judge that the rain may go on.", "may"),
        ("The rain is expected to stop and may not.", "may"),
        # Another sentence's speaker is not this one's.
        ("The town says so. The levee may fail.", "may"),
    ],
)
def test_an_estimate_without_a_term_of_the_scale_is_found(words: str, found: str) -> None:
    assert words_found(RULE, summary(words)) == [found]


@pytest.mark.parametrize(
    "words",
    [
        # months
        "It rains until May.",
        "May rain is usual here.",
        "It rained on 4 may and in early may.",
        # what is allowed
        "Boats may only pass by day.",
        "Boats may not pass without a pilot.",
        "Under its licence the operator may release 400 cubic metres.",
        "The treaty says what ships may enter.",
        # power
        "The military might of the state is unchanged.",
        "They pulled with all their might.",
        # what somebody was able to do, or nobody
        "The crews could not see the levee.",
        "Nobody could cross the bridge.",
        "As soon as it could, the crew left.",
        "The crew cannot possibly see it.",
        # questions and conditions
        "It is not known whether the levee could hold.",
        "What might follow is open.",
        "Could it rain?",
        # others' words
        "The town says the levee may fail.",
        "The levee may fail, the town warns.",
        "According to the village, the levee could fail.",
        "“The levee may fail” is what the town wrote.",
        "`may` is what the town writes.",
        # quantities
        "Perhaps 300 homes are empty.",
        "Maybe half of the ward has left.",
        # certainty
        "We can rule out a second crest.",
        "It is impossible that the rain stops.",
        "There is no chance that it stops.",
        # the scale itself, and what only compares
        "There is a roughly even chance that it stops.",
        "There is a remote chance that it stops.",
        "There is almost no chance of rain.",
        "Rain is very likely, snow highly probable.",
        "Rain is more likely than snow, and the most likely of all.",
        "The risk assessment is on file.",
        # a link's id is no word
        "The [[may-talks|talks]] go on [^may-report: p. 3].",
    ],
)
def test_what_only_looks_like_an_estimate_is_let_be(words: str) -> None:
    assert words_found(RULE, summary(words)) == []


OUTLOOK = """\
actors: {town: Town of Harrow Bend}
outlook:
  implications:
    - The ward may be cut off.
    - {text: The ward could be cut off., by: town}
    - {text: The ward could be cut off., kind: reported}
  assumptions:
    dry: {text: The fields may stay dry., if_wrong: The crest could be lower.}
  judgements:
    holds:
      text: The levee may hold.
      likelihood: likely
      confidence: low
      would_change: A reading that could not be explained, or may not be.
      dissent: The engineer holds that it may fail.
      notes: Say that it might fail.
    fails: {text: The levee may fail., by: town}
  scenarios:
    over: {title: The levee might be overtopped, text: Water could stand in the ward.}
  indicators:
    wet: {text: What may be water is seen at the foot of the levee.}
"""


def test_it_is_looked_for_where_the_outlook_speaks_for_itself() -> None:
    found = found_by(RULE, OUTLOOK)
    lines = [line_at(OUTLOOK, one.extent.start) for one in found]
    assert lines == [
        "- The ward may be cut off.",
        "dry: {text: The fields may stay dry., if_wrong: The crest could be lower.}",
        "text: The levee may hold.",
        "over: {title: The levee might be overtopped, text: Water could stand in the ward.}",
        "over: {title: The levee might be overtopped, text: Water could stand in the ward.}",
    ]


def line_at(example: str, offset: int) -> str:
    text = whole(example)
    return text[: text.find("\n", offset)].splitlines()[-1].strip()


def test_a_judgement_with_a_likelihood_is_told_that_the_word_takes_it_back() -> None:
    messages = [one.message for one in found_by(RULE, OUTLOOK)]
    assert "“may” takes back what `likelihood: likely` says" in messages


@pytest.mark.parametrize(
    ("degree", "row", "listed"),
    [
        ("highly likely", "likely", "very likely"),
        ("highly likely", "probable", "highly probable"),
        ("fairly unlikely", "likely", "unlikely"),
        ("extremely improbable", "probable", "highly improbable"),
        ("very probable", "likely", "very likely"),
    ],
)
def test_a_degree_that_no_row_has_is_offered_as_a_term_of_the_row_in_use(degree: str, row: str, listed: str) -> None:
    example = f"outlook:\n  summary: Rain is {degree}.\n  scenarios:\n    dry: {{title: No rain, likelihood: {row}}}\n"
    ((edit, text),) = after(RULE, example)
    assert f"summary: Rain is {listed}.\n" in text
    assert not edit.safe


def test_a_word_repeated_without_end_is_reported_so_often_as_is_worth_reading() -> None:
    assert 0 < len(words_found(RULE, summary("may " * 20_000))) <= 50
