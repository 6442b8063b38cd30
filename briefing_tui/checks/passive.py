"""E541: words that say that somebody says so, and not who."""

from collections.abc import Iterator

from briefing_tui.checks.attribution import Spoken, is_anothers, is_sourced
from briefing_tui.checks.draft import Draft
from briefing_tui.checks.rule import Rule
from briefing_tui.checks.vague import vague_words
from briefing_tui.links.index import Passage
from briefing_tui.source.diagnostic import Diagnostic, Extent, Severity, shown

#: As many in one passage as are worth looking at.
MOST = 50

#: What is asked or watched for asserts nothing.
_OPEN = frozenset({"gap", "indicator"})
_LINES = frozenset({"title", "short", "label"})
#: Where others are heard who need not be named, and where words are verbatim.
_OTHERS = frozenset({"dissent", "quote.text"})


def check(draft: Draft) -> Iterator[Diagnostic]:
    """The first words of each sentence that ascribe what it says to nobody in particular."""
    passages = list(_asserting(draft))
    found = vague_words([passage.text for passage in passages])
    for number in sorted(found):
        yield from _in_passage(draft, passages[number], found[number])


def _in_passage(draft: Draft, passage: Passage, spans: list[tuple[int, int]]) -> Iterator[Diagnostic]:
    if is_anothers(draft, passage) or is_sourced(passage):
        return
    spoken = Spoken(passage)
    told = -1
    for start, end in spans[:MOST]:
        around = spoken.around(start, end)
        if around.low == told or not spoken.is_own(start) or spoken.in_link(start) or around.names_a_speaker():
            continue
        told = around.low
        yield _finding(passage.text[start:end], draft.words(passage, start, end))


def _asserting(draft: Draft) -> Iterator[Passage]:
    """The prose and the lines that say that something is so."""
    kinds = {id: entry.KIND for id, entry in draft.briefing.entries.items()}
    for passage in draft.passages():
        if passage.field not in _OTHERS and kinds.get(passage.source) not in _OPEN:
            yield passage
    for caption in draft.captions:
        if caption.field in _LINES and kinds.get(caption.source) not in ("actor", "source"):
            yield caption


def _finding(words: str, extent: Extent) -> Diagnostic:
    said = shown(words)
    return RULE.finding(
        extent,
        f"“{said}” does not say who",
        "Name who says so, with a link to them or a citation; what nobody stands behind is better left out",
    )


RULE = Rule(
    code="E541",
    name="passive-attribution",
    severity=Severity.WARNING,
    summary="Something is ascribed to nobody in particular.",
    manual="""\
        "It is reported", "sources say", "observers believe", "the international community": such words borrow an
        authority that nobody can ask. A reader cannot weigh what is said, and the meeting asks first who says it.

        Name who says so, link to them or cite them in the same sentence, or give the entry its `by` or `sources`. Where
        it is your own reasoning, say that: `kind: analysis`, or a judgement with its likelihood.

        What stands in quotation marks, in a communication, in a gap, an indicator or a dissent is not looked at.""",
    bad="""\
situation:
  bottom_line: Boats are said to have left the quay before dawn.
""",
    good="""\
situation:
  bottom_line: Boats left the quay before dawn, the lock keeper says.
""",
    check=check,
)
