"""Whether a sentence says whose words it gives: a verb of saying and who says it, an account, a citation.

Reads one sentence around some words. Knows the words of attribution, no rule and no finding.
"""

import re
from typing import Any, NamedTuple

from briefing_tui.checks.draft import Draft, own_voice_not
from briefing_tui.links.index import Passage
from briefing_tui.links.prose import inside, links_in
from briefing_tui.links.sentence import Sentences
from briefing_tui.model.communication import Communication
from briefing_tui.model.entry import Entry, Statement
from briefing_tui.model.reference import Cite, Ref
from briefing_tui.thrift import expression

# Saying, and naming: who says or names something gives it in their own words.
_SAYING = expression(
    r"\b(?:says?|said|saying|tells?|told|writes?|wrote|states?(?=\s+that\b|:)|stated|claim(?:s|ed|ing)?|alleg(?:es|ed|ing)|"
    r"announc(?:es?|ed|ing)|declar(?:es?|ed|ing)|assert(?:s|ed|ing)?|argu(?:es?|ed|ing)|insist(?:s|ed|ing)?|"
    r"maintain(?:s|ed)?(?=\s+that\b)|den(?:y|ies|ied|ying)|warn(?:s|ed|ing)?|explain(?:s|ed|ing)?|quot(?:es?|ed|ing)|"
    r"reports?(?=\s+(?:that|on|how)\b)|reported|reporting|repeat(?:s|ed)?|put(?:s|ting)?\s+it|"
    r"conclud(?:es?|ed|ing)|calculat(?:es?|ed|ing)|estimat(?:es|ed)|complain(?:s|ed)?|replie[sd]|answer(?:s|ed))\b",
    re.IGNORECASE,
)
_NAMING = expression(
    r"\b(?:call(?:s|ed|ing)?|describ(?:es?|ed|ing)|label(?:s|led|ed)?|dub(?:s|bed)?|styl(?:es?|ed)|nam(?:es|ed)|"
    r"term(?:ed|ing)|brand(?:s|ed)|fram(?:es?|ed|ing)|portray(?:s|ed)?|characteri[sz](?:es?|ed)|refer(?:s|red|ring)?\s+to|"
    r"sp(?:eaks?|oke|eaking)\s+of|talk(?:s|ed)?\s+of|us(?:es?|ed|ing)\s+the\s+(?:word|term|phrase|expression)s?|"
    r"so-called|self-(?:styled|described|proclaimed|declared)|known\s+as|presents?(?=\s.{1,80}\bas\b)|"
    r"presented(?=\s+.{0,80}\bas\b)|under\s+the\s+(?:name|heading|label|title)|the\s+(?:words?|terms?|phrase|expression)s?)\b",
    re.IGNORECASE | re.DOTALL,
)
_ACCOUNT = expression(
    r"\baccording\s+to\b|\bin\s+the\s+(?:words|view|account|opinion|language|telling|reading|phrase)\s+of\b|"
    r"(?:['’]s?|\b(?:its|his|her|their))\s+(?:own\s+)?(?:words?|wording|account|view|opinion|version|framing|telling|"
    r"reading|phrase|language|term|terms|estimate|statement)\b",
    re.IGNORECASE,
)
#: A passive: nobody is the subject of the verb that follows.
_NOBODY = expression(r"\b(?:is|are|was|were|be|been|being|as|to)\s+(?:\w+ly\s+)?\Z", re.IGNORECASE)
_BY = expression(
    r"\bby\s+(?:the\s+|an?\s+)?(?=\[\[)|"
    r"\b(?:reported|said|claimed|alleged|told|believed|announced|declared|stated|made)\s+(?:\w+ly\s+)?by\b",
    re.IGNORECASE,
)

#: How much of a sentence is looked at on either side, in characters: one that never ends must not cost its square.
_REACH = 600


class Around(NamedTuple):
    """The sentence around some words of a passage: where it begins there, and what it says.

    `pieces` are what stands before and after the words, with spaces for what is not the author's.
    """

    low: int
    text: str
    pieces: tuple[str, str]

    def names_the_words_user(self) -> bool:
        """Whether the sentence says that somebody puts it so."""
        return any(_NAMING.search(piece) or _names_a_speaker(piece) for piece in self.pieces)

    def names_a_speaker(self) -> bool:
        """Whether it says who says so: somebody with a verb of saying, `by` somebody, an account, a citation."""
        cited = any(link.cites for link in links_in(self.text))
        return cited or any(map(_names_a_speaker, self.pieces))


def _names_a_speaker(piece: str) -> bool:
    if _ACCOUNT.search(piece) or _BY.search(piece):
        return True
    return any(not _NOBODY.search(piece, 0, verb.start()) for verb in _SAYING.finditer(piece))


class Spoken:
    """The sentences of one passage, split when it is made."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self._sentences = Sentences(passage.text)
        self._links = [(link.start, link.end) for link in links_in(passage.text)]
        self._own = _own_voice(passage.text)

    def around(self, start: int, end: int) -> Around:
        """The sentence around a stretch; what others say in it, in quotation marks, is no attribution."""
        low, high = self._sentences.at(start, end)
        first, last = max(low, start - _REACH), min(high, end + _REACH)
        return Around(low, self.passage.text[first:last], (self._own[first:start], self._own[end:last]))

    def is_own(self, start: int) -> bool:
        """Whether an offset stands in the author's own words."""
        return not self.passage.text[start].strip() or bool(self._own[start].strip())

    def in_link(self, start: int) -> bool:
        """Whether an offset stands in a link: then what it names has an entry."""
        return inside(self._links, start)


def _own_voice(prose: str) -> str:
    """A prose with spaces for all that is not its author's words; of links what opens them stays."""
    pieces, at = [], 0
    for start, end in own_voice_not(prose):
        opening = "[[" if prose.startswith("[[", start) else ""
        pieces += [prose[at:start], opening, " " * (end - start - len(opening))]
        at = end
    return "".join([*pieces, prose[at:]])


def is_anothers(draft: Draft, passage: Passage) -> bool:
    """Whether prose as a whole is given as somebody's: what one party told another, or an entry or reference with `by`.

    Of the references a text may stand in, the one nearest to it counts, then what holds it.
    """
    entry = draft.briefing.entries.get(passage.source)
    if isinstance(entry, Communication):
        return True
    if isinstance(entry, Statement) and (entry.kind == "claim" or "stated_aims" in draft.loaded.path_of(entry)):
        return True
    return any(getattr(thing, "by", ()) for thing in _holders(passage))


def is_sourced(passage: Passage) -> bool:
    """Whether the entry or reference that holds a text names its sources."""
    return any(getattr(thing, "sources", ()) for thing in _holders(passage))


def _holders(passage: Passage) -> list[Any]:
    """What holds a text, from the entry down to the nearest reference."""
    here = passage.holder
    held = [here]
    for step in passage.path[:-1]:
        if isinstance(step, str) and not isinstance(here, dict):
            here = getattr(here, step, getattr(here, f"{step}_", None))
        else:
            here = here[step]
        held.append(here)
    return [thing for thing in held if isinstance(thing, Entry | Ref | Cite)]
