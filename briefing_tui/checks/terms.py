"""Terms of ICD 203's scale in prose, and chances given in numbers: where they stand and whether the text asserts them.

Knows what is a term and what only looks like one (`the likely route`, `more likely than`, `a remote village`).
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.voice import InSentence, Reader
from briefing_tui.links.index import Links, Passage
from briefing_tui.model import scales
from briefing_tui.model.scalar import Band
from briefing_tui.source.diagnostic import Edit, Extent
from briefing_tui.thrift import expression

#: As many in one passage as are worth looking at.
MOST = 50

_HINTS = ("ikely", "robabl", "ertain", "emote", "oughly", "lmost")
_CORE = expression(
    r"\balmost\s+no\s+chance\b|\broughly\s+even\s+(?:chance|odds)\b|"
    r"(?<!-)\b(?:unlikely|likely|improbabl[ey]|probabl[ey]|certain(?:ly)?|remote)\b(?!-)",
    re.IGNORECASE,
)
_BEFORE = expression(r"\b([a-z]+(?:n['’]t)?)\s+\Z", re.IGNORECASE)
_OBJECT = expression(r"\s+(?:chance|possibility|probability|likelihood|prospect|odds)\b", re.IGNORECASE)
_REMOTE = expression(
    r"\b(?:chances?|possibility|probability|likelihood|prospects?|odds)\b[^.;:]{0,60}?\b(?:is|are|was|were|remains?|seems?|looks?)"
    r"(?:\s+\w+)?\s+\Z",
    re.IGNORECASE,
)

#: Degrees that no row of the scale has.
_UNLISTED = frozenset(
    {"extremely", "quite", "rather", "fairly", "somewhat", "reasonably", "pretty", "increasingly", "exceedingly"}
)
#: Compared, denied or asked about: no estimate.
_NO_ESTIMATE = frozenset(
    {"more", "most", "less", "least", "equally", "how", "however", "so", "too", "not", "hardly", "scarcely",
     "no", "nor", "neither", "never", "similarly"}
)  # fmt: skip

_COMPARED = expression(r"\s+as\b", re.IGNORECASE)

#: A degree of one row with a word of the other.
_MIXED = frozenset({"highly likely", "highly unlikely", "very probable", "very improbable"})

_VERB_BEFORE = expression(
    r"\b(?:is|are|was|were|be|been|being|remains?|remained|seems?|seemed|looks?|looked|becomes?|became|appears?|will|would|"
    r"has|have|had|it|this|them|as|consider(?:ed)?|think|deem(?:ed)?)\s+(?:(?:now|still|also|therefore|thus|only)\s+)?\Z",
    re.IGNORECASE,
)
_ASSERTS_AFTER = expression(r"\s+(?:that|to)\b|\s*(?:[.,;:!?)—–]|\Z)", re.IGNORECASE)
_RELATIVE = expression(r"\b(?:that|which|who)\s+(?:is|are|was|were|will|would|has|have|had)\s+\Z", re.IGNORECASE)

_DIGITS, _PER_CENT = r"(\d{1,3}(?:[.,]\d+)?)", r"\s*(?:%|per\s?cent)"
_NUMBER = rf"{_DIGITS}(?:{_PER_CENT})?(?:\s*(?:-|–|to|and)\s*{_DIGITS})?{_PER_CENT}"
_CHANCES = ("hance", "robab", "ikel", "dds")
_CHANCE = expression(
    rf"(?<![\w.,])(?:between\s+)?{_NUMBER}\s+(?:chance|probability|likelihood|odds|likely|probable)\b|"
    rf"\b(?:chance|chances|probability|likelihood|odds)\s+(?:(?:of|that)\s+(?:[\w-]+\s+){{1,6}}?)?"
    rf"(?:of|is|are|at|to\s+be|lies|stands)\s+(?:between\s+|about\s+|roughly\s+|some\s+|around\s+|at\s+)*{_NUMBER}",
    re.IGNORECASE,
)
_GIVEN = expression(
    rf"\s*\(\s*(?:about\s+|roughly\s+|some\s+|around\s+|between\s+|i\.e\.\s+|or\s+)*{_NUMBER}", re.IGNORECASE
)


class Term(NamedTuple):
    """Words of likelihood in a passage. `scale` is None for a degree that no row has, such as `highly likely`."""

    start: int
    end: int
    words: str
    scale: scales.Likelihood | None
    sentence: InSentence
    #: Whether the text says by it how likely something is; not `the likely route`, no condition, nobody else's words.
    asserted: bool


class Chance(NamedTuple):
    """A chance given in numbers."""

    start: int
    end: int
    band: Band
    sentence: InSentence


def terms_in(draft: Draft, passage: Passage) -> tuple[Term, ...]:
    """The terms of likelihood in the author's own voice, in order; at most MOST. Several rules ask for them."""
    if not any(hint in passage.text for hint in _HINTS):
        return ()
    kept = draft.links.once(_kept_terms)
    if passage.identity not in kept:
        reader = Reader(draft, passage)
        found = (_term(reader, passage.text, *core.span()) for core in draft.matches(passage, _CORE))
        kept[passage.identity] = (passage, tuple(islice((term for term in found if term is not None), MOST)))
    return kept[passage.identity][1]


def chances_in(draft: Draft, passage: Passage) -> Iterator[Chance]:
    """The chances in per cent that the author's own voice gives, in order; at most MOST."""
    text = passage.text
    if ("%" in text or "cent" in text) and any(stem in text for stem in _CHANCES):
        reader = Reader(draft, passage)
        for found in islice(draft.matches(passage, _CHANCE), MOST):
            sentence = reader.around(*found.span())
            if not sentence.reported and not sentence.subordinate:
                yield Chance(*found.span(), _band(found), sentence)


def number_given(passage: Passage, term: Term) -> Band | None:
    """The number that stands in brackets right after a term, in per cent."""
    found = _GIVEN.match(passage.text, term.end)
    return _band(found) if found else None


def reworded(draft: Draft, extent: Extent, words: str, instead: str, *, safe: bool) -> tuple[Edit, ...]:
    """The edit that writes something else for some words of a passage; none where other words stand there.

    A first letter stays a capital, and the end of a line stays where it is between as many words.
    """
    written = draft.loaded.text[extent.start : extent.end]
    if written.split() != words.split():
        return ()
    new = (instead[0].upper() + instead[1:] if written[0].isupper() else instead).split()
    gaps = re.findall(r"\s+", written) if len(new) == len(written.split()) else [" "] * len(new)
    text = "".join([piece for pair in zip(new, [*gaps, ""], strict=False) for piece in pair]).rstrip()
    return (Edit(extent, text, f"Write “{instead}”", safe),)


def _kept_terms(links: Links) -> dict[int, tuple[Passage, tuple[Term, ...]]]:
    """Where the terms of each passage are kept, by its identity and with it."""
    return {}


def _band(found: "re.Match[str]") -> Band:
    numbers = [min(100.0, float(number.replace(",", "."))) for number in found.groups() if number]
    return Band(min(numbers), max(numbers))


def _term(reader: Reader, text: str, start: int, end: int) -> Term | None:
    """The term around a core word, or None where the word is no estimate."""
    word = " ".join(text[start:end].casefold().split())
    before = text[max(0, start - 60) : start]
    root = _root(word)
    scale = scales.likelihood(root)
    degree = _BEFORE.search(before)
    if degree is not None and " " not in word:
        phrase = f"{degree[1].casefold()} {root}"
        degreed = scales.likelihood(phrase)
        if degreed is not None or phrase in _MIXED or (scale is not None and degree[1].casefold() in _UNLISTED):
            scale, start = degreed, start - len(before) + degree.start(1)
            before = before[: degree.start(1)]
            degree = _BEFORE.search(before)
            root = phrase
    if scale is None and root == "certain":
        return None
    if degree is not None and _denies(degree[1].casefold(), text, end):
        return None
    far = word == "remote"
    if far and not (_OBJECT.match(text, end) or _REMOTE.search(text[max(0, start - 120) : start])):
        return None
    # An adverb, a chance and what is remote are not said of a thing, as in `the likely route`.
    says = far or " " in word or _root(word) != word
    says = says or bool(_VERB_BEFORE.search(before)) or bool(_ASSERTS_AFTER.match(text, end))
    sentence = reader.around(start, end)
    asserted = says and not sentence.subordinate and not sentence.reported and not _RELATIVE.search(before)
    return Term(start, end, text[start:end], scale, sentence, asserted)


def _root(word: str) -> str:
    """The adjective of an adverb; any other word as it is."""
    return re.sub(r"(?<=probab)ly\Z", "le", word.removesuffix("ly") if word == "certainly" else word)


def _denies(word: str, text: str, end: int) -> bool:
    """Whether the word before a term takes the estimate out of it."""
    if word == "as":
        return bool(_COMPARED.match(text, end))
    return word in _NO_ESTIMATE or word.endswith(("n't", "n’t"))
