"""E521: words that say something is possible and not how likely it is."""

from collections.abc import Iterator

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.hedges import Hedge, hedges_in
from briefing_tui.checks.outlook import outlook_passages, row_in_use
from briefing_tui.checks.rule import Rule
from briefing_tui.checks.terms import reworded
from briefing_tui.links.index import Passage
from briefing_tui.model import scales
from briefing_tui.model.outlook import Judgement, Scenario
from briefing_tui.source.diagnostic import Diagnostic, Severity, shown


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Each such word in the outlook, where it is the briefing's own."""
    for passage in outlook_passages(draft):
        if passage.field != "bottom_line":
            for hedge in hedges_in(draft, passage):
                yield _finding(draft, passage, hedge)


def _finding(draft: Draft, passage: Passage, hedge: Hedge) -> Diagnostic:
    extent = draft.words(passage, hedge.start, hedge.end)
    words = shown(hedge.words)
    row = row_in_use(draft)
    if hedge.degree:
        listed = _listed(hedge.words, row)
        message = f"“{words}” is no term of the scale: readers differ in what they take it for"
        return RULE.finding(
            extent, message, f"Write “{listed}”", edits=reworded(draft, extent, hedge.words, listed, safe=False)
        )
    entry = draft.briefing.entries.get(passage.source)
    if isinstance(entry, Judgement) and entry.likelihood:
        message = f"“{words}” takes back what `likelihood: {entry.likelihood}` says"
        return RULE.finding(extent, message, "Write what is judged to happen: `likelihood` says how likely it is")
    message = f"“{words}” says that something is possible, and not how likely it is"
    if isinstance(entry, Scenario):
        return RULE.finding(
            extent, message, "Write it as it goes in this scenario: `likelihood` says how likely that is"
        )
    examples = "“likely” or “very unlikely”" if row == "A" else "“probable” or “highly improbable”"
    return RULE.finding(extent, message, f"Write a term of the scale, such as {examples}, or say it without the word")


def _listed(words: str, row: str) -> str:
    """The term that is nearest to a degree on no row: `highly likely` is meant as strongly as `very likely`."""
    degree, word = words.casefold().split()
    strong = degree in ("highly", "very", "extremely", "exceedingly")
    negative = word.startswith(("un", "im"))
    rank = {(True, True): 2, (False, True): 3, (False, False): 5, (True, False): 6}[strong, negative]
    return next(term.word for term in scales.LIKELIHOODS if term.row == row and term.rank == rank)


RULE = Rule(
    code="E521",
    name="estimative-word",
    severity=Severity.WARNING,
    summary="A word in the outlook says that something is possible, and not how likely it is.",
    manual="""\
        “May”, “might”, “could”, “possibly” and “cannot rule out” are true of almost anything. One reader takes them for
        a warning, the next for a shrug, and none can be shown wrong by what happens. Terms of one scale, with a band of
        per cent each, can: that is why the outlook is held to them (ICD 203).

        In a judgement, write what is judged to happen and leave how likely it is to `likelihood`. In a scenario, write
        how it goes. Elsewhere, write a term of the scale or link the judgement that has one.

        What others say, ask or forbid is let be: quotations, “the ministry says it may”, “whether it could”, “boats may
        only pass by day”. So are “could not”, the month of May, and `would_change`, `dissent` and `if_wrong`, which
        tell what is not judged to be so.""",
    bad="""\
outlook:
  summary: The rain could go on until Friday.
""",
    good="""\
outlook:
  summary: The rain is likely to go on until Friday. Whether it could turn to snow is not known.
""",
    check=check,
)
