"""Words in prose that say something is possible and not how likely it is, told from those that only look like them.

`may` is also a month and a permission, `might` power, `could` what somebody was able to do; `perhaps 300` is a number.
What somebody else says, what is asked and what is a condition is no estimate of the author's.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.terms import MOST, terms_in
from briefing_tui.checks.voice import InSentence, Reader
from briefing_tui.links.index import Passage
from briefing_tui.thrift import expression

_STEMS = (
    "may", "ight", "ould", "annot", "an not", "n't", "n’t", "ossib", "erhaps", "aybe", "onceivabl", "hinkabl",
    "resumabl", "hance", "isk", "anger", "rospect", "ikelihood", "robability",
)  # fmt: skip

_WORDS = expression(
    # cannot rule out, cannot be excluded
    r"\b(?:can\s?not|can['’]t|could\s+not|couldn['’]t)\s+(?:\w+ly\s+|yet\s+)?"
    r"(?:rule\s+(?:\S+\s+){0,4}?out|be\s+(?:\w+ly\s+|yet\s+)?(?:ruled\s+out|excluded|discounted)|"
    r"(?:exclude|discount)\s+(?:that|the\s+(?:possibility|risk|chance)))\b|"
    r"\b(?P<modal>may|might|could)\b(?:\s+(?:well|possibly|perhaps|conceivably|yet)\b)?|"
    r"\b(?P<adverb>possibly|perhaps|maybe|conceivably|presumably)\b|"
    r"\bit\s+(?:is|was|seems|remains)\s+(?:\w+\s+)?(?:possible|conceivable|thinkable)\s+that\b|"
    # there is a danger that: no `roughly even`, no `remote`, which are of the scale
    r"\bthere(?:\s+(?:is|was|are|remains?)|['’]s)\s+(?:still\s+|also\s+|always\s+)?(?:an?|some|every)\s+"
    r"(?:(?!roughly|remote|even)[a-z-]+\s+){0,2}?(?:chance|possibility|probability|likelihood|risk|danger|prospect)\b"
    r"(?=\s+(?:that|of|it|he|she|they|the|an?|this)\b|[.,;])|"
    r"\bin\s+all\s+(?:likelihood|probability)\b",
    re.IGNORECASE,
)

_NEGATED = expression(r"\s*(?:n['’]t\b|not\b|never\b|hardly\b|no\b)", re.IGNORECASE)
_NOT = expression(r"\b(?:cannot|can\s+not|can['’]t|could\s+not|couldn['’]t|not|nothing|never)\s+\Z", re.IGNORECASE)
_NOBODY = expression(r"\b(?:nobody|no\s+one|nothing|none|neither|no\s+\w+)\s+\Z", re.IGNORECASE)
_QUANTITY = expression(
    r"\s+(?:as\s+(?:many|much|few|little)\s+as\s+)?(?:\d|an?\s+(?:dozen|score|hundred|thousand|third|quarter|half|few)\b|"
    r"(?:half|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty)\b)",
    re.IGNORECASE,
)
_QUESTION = expression(
    r"\b(?:if|unless|until|whether|whoever|who|what|whatever|how|why|once|so\s+that|in\s+order\s+that|as\s+\w+\s+as)\b",
    re.IGNORECASE,
)

_MONTH = expression(
    r"\b(?:in|by|since|until|till|from|early|late|mid|last|next|every|\d{1,2}(?:st|nd|rd|th)?)[\s-]+\Z|\b\d{1,2}\.\s*\Z",
    re.IGNORECASE,
)
_ALLOWED = expression(
    r"\b(?:rules?|law|licen[cs]e|permit(?:s|ted)?|allow(?:s|ed)?|treaty|agreement|mandate|resolution|statute|contract|"
    r"regulations?|court|decree|permission|entitled|authori[sz](?:es|ed|ation)|under\s+article|terms\s+of)\b",
    re.IGNORECASE,
)
_ONLY = expression(r"\s+(?:\w+\s+)?only\b|\s+not\b.{0,120}?\b(?:without|unless|until|before)\b", re.I | re.DOTALL)

_POWER_BEFORE = expression(
    r"\b(?:military|economic|financial|industrial|naval|air|all|with|the|its|their|his|her|our|of)\s+\Z", re.IGNORECASE
)
_POWER_AFTER = expression(r"\s*(?:[.,;:!?)]|\Z)|\s+(?:of|and|or)\b", re.IGNORECASE)


class Hedge(NamedTuple):
    """A stretch of a passage, its words, and whether they are a degree that is on neither row of the scale."""

    start: int
    end: int
    words: str
    degree: bool = False


def hedges_in(draft: Draft, passage: Passage) -> Iterator[Hedge]:
    """The unlisted estimative words in the author's own voice; at most MOST of a kind."""
    text = passage.text
    if any(stem in text for stem in _STEMS):
        reader = Reader(draft, passage)
        for found in islice(draft.matches(passage, _WORDS), MOST):
            if not _only_looks_so(found, reader.around(*found.span())):
                yield Hedge(*found.span(), found[0])
    for term in terms_in(draft, passage):
        if term.scale is None and term.asserted:
            yield Hedge(term.start, term.end, term.words, degree=True)


def _only_looks_so(found: "re.Match[str]", sentence: InSentence) -> bool:
    if sentence.reported or sentence.asked or _QUESTION.search(sentence.clause):
        return True
    text, end = found.string, found.end()
    before = text[max(0, found.start() - 60) : found.start()]
    if found["adverb"]:
        return bool(_NOT.search(before) or _QUANTITY.match(text, end))
    if found["modal"]:
        return _is_no_modal(found, before, sentence)
    return False


def _is_no_modal(found: "re.Match[str]", before: str, sentence: InSentence) -> bool:
    """Whether `may` is a month or what is allowed, `might` power, `could` what somebody was not able to do."""
    text, end, modal = found.string, found.end("modal"), found["modal"]
    if modal.casefold() == "may":
        if modal != "may" or _MONTH.search(before) or _ONLY.match(text, end):
            return True
        return bool(_ALLOWED.search(sentence.before) or _ALLOWED.search(sentence.after))
    if modal.casefold() == "might":
        return bool(_POWER_BEFORE.search(before) and _POWER_AFTER.match(text, end))
    return bool(_NEGATED.match(text, end) or _NOBODY.search(before))
