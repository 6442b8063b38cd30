"""E523: terms of both rows of the scale of likelihood in one briefing."""

from collections.abc import Iterator
from typing import NamedTuple

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.outlook import likelihoods, outlook_passages
from briefing_tui.checks.rule import Rule
from briefing_tui.checks.terms import reworded, terms_in
from briefing_tui.model import scales
from briefing_tui.source.diagnostic import Diagnostic, Edit, Extent, Related, Severity


class _Use(NamedTuple):
    """A term where it is written. `words` are those of the prose it stands in, empty where it is a value."""

    extent: Extent
    term: scales.Likelihood
    words: str = ""


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Each use of the row that is used less; where both are used alike, of the one that comes second."""
    values = list(likelihoods(draft.links))
    prose = [
        (passage, said, said.scale)
        for passage in outlook_passages(draft)
        for said in terms_in(draft, passage)
        if said.asserted and said.scale is not None
    ]
    if len({term.row for _, term in values} | {term.row for _, _, term in prose}) < 2:
        return
    uses = [_Use(draft.at(entry, "likelihood"), term) for entry, term in values]
    uses += [_Use(draft.words(passage, said.start, said.end), term, said.words) for passage, said, term in prose]
    uses.sort()
    # What is a value counts for more than a word in prose: plain English has both rows.
    weight = {row: sum(1 if use.words else len(uses) for use in uses if use.term.row == row) for row in "AB"}
    kept = uses[0].term.row if weight["A"] == weight["B"] else max(weight, key=weight.__getitem__)
    first = next(use for use in uses if use.term.row == kept)
    for use in uses:
        if use.term.row != kept:
            yield _finding(draft, use, first)


def _finding(draft: Draft, use: _Use, first: _Use) -> Diagnostic:
    other = scales.counterpart(use.term).word
    # The same band: nothing is said differently. In prose the sentence may want other words around it.
    edits: tuple[Edit, ...] = (Edit(use.extent, other, f"Write “{other}”"),)
    if use.words:
        edits = reworded(draft, use.extent, use.words, other, safe=False)
    return RULE.finding(
        use.extent,
        f"“{use.words or use.term.word}” is of the other row of the scale than “{first.words or first.term.word}”",
        f"Write “{other}”, which stands for the same {use.term.low} to {use.term.high} per cent",
        related=(Related(first.extent, "the row that is used"),),
        edits=edits,
    )


RULE = Rule(
    code="E523",
    name="two-rows",
    severity=Severity.WARNING,
    summary="The briefing uses terms of both rows of the scale of likelihood.",
    manual="""\
        The scale has two rows of terms for the same seven bands: “likely” and “probable” both stand for 55 to 80 per
        cent. A reader who meets both in one briefing looks for the difference. ICD 203 wants one row a product.

        Looked at are `likelihood` of judgements and scenarios, and what the outlook and the bottom line say in prose.
        The row that is used less is found. “The likely route” and “more likely than” are no terms, nor is what others
        say. The fix writes the same band's term of the other row.""",
    bad="""\
outlook:
  summary: The levee is likely to hold. A second crest is improbable, and rain is unlikely.
""",
    good="""\
outlook:
  summary: The levee is likely to hold. A second crest is unlikely, and rain is unlikely.
""",
    check=check,
)
