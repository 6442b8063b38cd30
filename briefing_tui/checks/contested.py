"""E540: a term whose framing is one party's, in the briefing's own voice."""

import re
from collections.abc import Iterator
from itertools import islice

from briefing_tui.checks.attribution import Spoken, is_anothers
from briefing_tui.checks.draft import Draft
from briefing_tui.checks.enclosing import enclosed
from briefing_tui.checks.rule import Rule
from briefing_tui.links.index import Passage
from briefing_tui.source.diagnostic import Diagnostic, Edit, Extent, Related, Severity, shown
from briefing_tui.thrift import expression

#: As many in one passage as are worth looking at.
MOST = 50

#: Lines that are the briefing's own words: the rest are names, other people's titles, numbers, places in a source.
_OWN_LINES = frozenset({"title", "short", "label", "horizon", "banner", "where.name"})

_APOSTROPHE = expression("['’]")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Every place where a contested term stands outside quotation marks and its sentence says nobody who uses it."""
    terms = draft.briefing.contested_terms
    if not terms:
        return
    owners = {_key(term): (term, owner) for term, owner in terms.items()}
    words = _pattern(list(terms))
    stems = tuple({_key(term).split()[0] for term in terms})
    for passage in _own_words(draft):
        lowered = passage.text.casefold().replace("’", "'")
        if not any(stem in lowered for stem in stems):
            continue
        spoken: Spoken | None = None
        line = passage.field in _OWN_LINES
        for match in islice(draft.matches(passage, words), MOST):
            spoken = spoken or Spoken(passage)
            if spoken.around(*match.span()).names_the_words_user():
                continue
            if not line and is_anothers(draft, passage):
                break
            term, owner = owners[_key(match[0])]
            extent = draft.words(passage, *match.span())
            yield RULE.finding(
                extent,
                f"“{shown(match[0])}” is a framing of {draft.links.label(owner)}, and here the briefing's own word",
                "Put the term in quotation marks, or say in the same sentence who uses it",
                related=(Related(draft.at(draft.briefing, "contested_terms", term, key=True), "declared contested"),),
                edits=_quoting(draft, passage, extent),
            )


def _own_words(draft: Draft) -> Iterator[Passage]:
    """Prose and lines that readers take for the briefing's own words, unless somebody is named."""
    for passage in draft.passages():
        if passage.field != "quote.text":
            yield passage
    for caption in draft.captions:
        entry = draft.briefing.entries.get(caption.source)
        kind = entry.KIND if entry is not None else ""
        named = (kind == "source" and caption.field in ("title", "short")) or (
            kind == "actor" and caption.field == "short"
        )
        if (caption.field in _OWN_LINES or caption.field.endswith("note")) and not named:
            yield caption


def _pattern(terms: list[str]) -> "re.Pattern[str]":
    """Finds the terms as written, the longest first; in any case where a term is in lower case throughout."""
    pieces = []
    for term in sorted(terms, key=len, reverse=True):
        words = r"\s+".join(_APOSTROPHE.sub("['’]", re.escape(word)) for word in term.split())
        pieces.append(words if term != term.lower() else f"(?i:{words})")
    return re.compile(rf"(?<!\w)(?:{'|'.join(pieces)})(?!\w)")


def _key(term: str) -> str:
    return " ".join(term.casefold().replace("’", "'").split())


def _quoting(draft: Draft, passage: Passage, extent: Extent) -> tuple[Edit, ...]:
    """Quotation marks around the term: those the text uses, and none that YAML would take for its own."""
    text = draft.loaded.text
    whole = draft.places.slice(passage)
    curly = "“" in text or text[whole.start : whole.start + 1] == '"' or extent.start == whole.start
    before, after = "“”" if curly else '""'
    return enclosed(draft, passage, extent, before, after, "Put it in quotation marks", safe=False)


RULE = Rule(
    code="E540",
    name="contested-term",
    severity=Severity.WARNING,
    summary="A contested term stands in the briefing's own voice.",
    manual="""\
        `contested_terms` in the header names words that are one party's framing. Who repeats them without quotation
        marks takes that party's side in front of everybody who uses another word.

        Put the term in quotation marks, or say in the same sentence who uses it ("the Authority calls it controlled
        relief"). Texts given as somebody's by `by`, a claim, what a communication says and an actor's aims are that
        somebody's words already; titles are not, since they stand alone in lists and on the timeline.

        The term is found as it is written in the header: add other forms of it that are in use.""",
    bad="""\
contested_terms: {controlled relief: authority}
situation:
  bottom_line: "[[authority|The Authority]] begins controlled relief at noon."
actors:
  authority: River Authority
""",
    good="""\
contested_terms: {controlled relief: authority}
situation:
  bottom_line: "[[authority|The Authority]] begins what it calls controlled relief at noon."
actors:
  authority: River Authority
""",
    check=check,
)
