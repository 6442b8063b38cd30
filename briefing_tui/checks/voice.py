"""Whose words a passage and a sentence are: the briefing's own, or what it says that others say. Judges nothing."""

import re
from typing import NamedTuple

from briefing_tui.checks.attribution import is_anothers
from briefing_tui.checks.draft import Draft
from briefing_tui.links.index import Passage
from briefing_tui.links.prose import shown
from briefing_tui.links.sentence import Sentences
from briefing_tui.model.entry import Statement
from briefing_tui.thrift import expression

#: How much of a sentence is looked at on either side, in characters: one that never ends must not cost its square.
REACH = 400

_VERB = expression(
    r"\b(?:says?|said|warn(?:s|ed)?|argue[sd]?|insist(?:s|ed)?|maintain(?:s|ed)|believe[sd]?|expect(?:s|ed)?|fear(?:s|ed)?|"
    r"thinks?|hope[sd]?|assert(?:s|ed)|allege[sd]?|denie[sd]|estimate[sd]|calculate[sd]?|predict(?:s|ed)?|forecasts|"
    r"conclude[sd]?|writes?|wrote|tells?|told|announce[sd]?|reckons?|judge[sd]|assesse[sd]|"
    r"(?:hold|state|claim|report|note|declare)(?:s|d|ed)?(?=\s+(?:that|it|its|they|their|he|she)\b))\b",
    re.IGNORECASE,
)
_ATTRIBUTION = expression(
    r"\baccording\s+to\b|\bin\s+the\s+(?:view|words|account|opinion|estimate|telling)\s+of\b|"
    r"['’]s?\s+(?:view|words|account|opinion|telling)\b|\bin\s+(?:its|his|her|their)\s+(?:own\s+)?(?:view|words|opinion)\b",
    re.IGNORECASE,
)
_LAST_WORDS = expression(r"(\w+)?\W*(\w+)\s+\Z")

#: Before a verb of saying: the verb is no other's saying, but our own, a passive without a speaker or no verb at all.
_OURS = frozenset({"we", "i"})
_NO_SAYING = frozenset({"is", "are", "was", "were", "be", "been", "being", "to", "the", "a", "an", "than", "as", "no"})

_CLAUSE = expression(r"[,;:()—–]")
_SUBORDINATE = expression(
    r"\b(?:if|unless|until|whether|although|though|while|because|since|once|when|whenever|which|who|whose|where|wherever|"
    r"after|before|than|how|what|why|as\s+(?:far|soon|long|much|many)\s+as|so\s+that|in\s+order\s+that)\b",
    re.IGNORECASE,
)


class InSentence(NamedTuple):
    """Some words in their sentence: what stands before and after them there, as a reader sees it.

    `low` is where the sentence begins in its passage, which tells two sentences apart.
    """

    low: int
    before: str
    after: str

    @property
    def clause(self) -> str:
        """What stands before the words in the same clause."""
        return _CLAUSE.split(self.before)[-1]

    @property
    def asked(self) -> bool:
        """Whether the sentence is a question."""
        return self.after.endswith("?")

    @property
    def subordinate(self) -> bool:
        """Whether the words stand in a condition, a question or an aside, which asserts nothing by itself."""
        return self.asked or bool(_SUBORDINATE.search(self.clause))

    @property
    def reported(self) -> bool:
        """Whether the sentence says who says so, other than us."""
        return any(_is_reported(side) for side in (self.before, self.after))


class Reader:
    """The sentences of one passage, split when first asked for."""

    def __init__(self, draft: Draft, passage: Passage) -> None:
        self._label = draft.links.label
        self._prose = passage.text
        self._sentences: Sentences | None = None

    def around(self, start: int, end: int) -> InSentence:
        """The sentence around a stretch of the passage."""
        if self._sentences is None:
            self._sentences = Sentences(self._prose)
        low, high = self._sentences.at(start, end)
        before, after = self._prose[max(low, start - REACH) : start], self._prose[end : min(high, end + REACH)]
        return InSentence(low, shown(before, self._label), shown(after, self._label).rstrip())


def is_own(draft: Draft, passage: Passage) -> bool:
    """Whether a passage is the briefing's own words: nobody else is named as the one who says so."""
    if is_anothers(draft, passage) or passage.field == "dissent":
        return False
    entry = draft.briefing.entries.get(passage.source)
    return not isinstance(entry, Statement) or entry.standing in (None, "fact", "analysis")


def _is_reported(side: str) -> bool:
    if _ATTRIBUTION.search(side):
        return True
    for verb in _VERB.finditer(side):
        last = _LAST_WORDS.search(side[max(0, verb.start() - 60) : verb.start()])
        words = [word.casefold() for word in last.groups() if word] if last else []
        if _OURS.isdisjoint(words) and not (words and words[-1] in _NO_SAYING):
            return True
    return False
