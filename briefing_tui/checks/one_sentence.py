"""E522: how likely something is and how good the grounds are, told in one sentence."""

import re
from collections.abc import Iterator
from itertools import islice

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.rule import Rule
from briefing_tui.checks.terms import MOST, chances_in, terms_in
from briefing_tui.checks.voice import Reader, is_own
from briefing_tui.links.index import Passage
from briefing_tui.source.diagnostic import Diagnostic, Related, Severity
from briefing_tui.thrift import expression

_LEVEL = r"(?:low|moderate|medium|high|limited|strong)(?:[ -]to[ -](?:moderate|medium|high))?"
# Grounds are meant, not trust: no “confidence among depositors”, no “confidence in the mayor”.
_NOT_TRUST = (
    r"(?!\s+(?:among|amongst|between|from|of|vote|votes|interval|intervals|level\s+of)\b)"
    r"(?!\s+in\s+(?!(?:this|that|the|our|these|those|its)\s+(?:judge?ments?|assessments?|estimates?|conclusions?|findings?|"
    r"figures?|forecasts?|grounds)\b))"
)
_CONFIDENCE = expression(
    rf"\b{_LEVEL}[ -](?:levels?\s+of\s+)?confidence\b{_NOT_TRUST}|"
    rf"\b(?:our|my)\s+confidence\b{_NOT_TRUST}\s+(?:\w+\s+){{0,4}}?(?:is|as|remains)\s+{_LEVEL}\b|"
    r"\b(?:we|I)\s+(?:are|am|remain|feel)\s+(?:now\s+|still\s+)?(?:very\s+|highly\s+|moderately\s+|fairly\s+)?confident\b|"
    rf"(?<=[(,;])\s*confidence\s*(?::|is)\s*{_LEVEL}\b",
    re.IGNORECASE,
)


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Each sentence of the briefing's own prose that tells both."""
    for passage in draft.passages():
        if "onfiden" in passage.text and is_own(draft, passage):
            yield from _in_passage(draft, passage)


def _in_passage(draft: Draft, passage: Passage) -> Iterator[Diagnostic]:
    likely: dict[int, tuple[int, int]] = {}
    for term in terms_in(draft, passage):
        if term.asserted:
            likely.setdefault(term.sentence.low, (term.start, term.end))
    for chance in chances_in(draft, passage):
        likely.setdefault(chance.sentence.low, (chance.start, chance.end))
    if not likely:
        return
    reader = Reader(draft, passage)
    told = set()
    for found in islice(draft.matches(passage, _CONFIDENCE), MOST):
        sentence = reader.around(*found.span())
        if sentence.low in likely and sentence.low not in told and not sentence.reported:
            told.add(sentence.low)
            yield RULE.finding(
                draft.words(passage, found.start(), found.end()),
                "This sentence says how likely something is and how good the grounds are: one is taken for the other",
                "Give the grounds a sentence of their own, or leave them to `confidence`",
                related=(Related(draft.words(passage, *likely[sentence.low]), "how likely it is"),),
            )


RULE = Rule(
    code="E522",
    name="likelihood-with-confidence",
    severity=Severity.ERROR,
    summary="One sentence tells both how likely something is and how good the grounds are.",
    manual="""\
        “We judge with high confidence that it is unlikely” is heard as “it is likely” by some, and as “it will not
        happen” by others. Likelihood is about the world, confidence about our grounds, and ICD 203 keeps them out of
        one sentence for that reason.

        Say first how likely it is. Say in a sentence of its own how good the grounds are and why, or leave that to
        `confidence`. What others write is let be, and so is confidence in the sense of trust.""",
    bad="""\
situation:
  bottom_line: We judge with high confidence that the levee is likely to hold.
""",
    good="""\
situation:
  bottom_line: The levee is likely to hold. We judge that with high confidence.
""",
    check=check,
)
