"""E524: a likelihood in words that its number, or another word for the same, contradicts."""

import re
from collections.abc import Iterator

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.outlook import outlook_passages, per_cent
from briefing_tui.checks.rule import Rule
from briefing_tui.checks.terms import Term, chances_in, number_given, terms_in
from briefing_tui.links.index import Passage
from briefing_tui.model import scales
from briefing_tui.model.outlook import Judgement, Scenario
from briefing_tui.model.scalar import Band
from briefing_tui.source.diagnostic import Diagnostic, Edit, Related, Severity
from briefing_tui.thrift import expression

# What a scenario's text says of the scenario as a whole; other terms in it are about its parts.
_OF_ITSELF = expression(
    r"\b(?:this|the\s+(?:course|scenario|outcome|case))(?:\s+(?:course|scenario|outcome|case))?\s+"
    r"(?:is|remains|seems|looks|would\s+be)\s+(?:now\s+|still\s+)?\Z|"
    r"\b(?:judge|hold|consider|think|rate|assess|call|deem)\s+(?:this|it)\s+(?:as\s+|to\s+be\s+|now\s+|still\s+)*\Z",
    re.IGNORECASE,
)


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A scenario's word and number, and words and numbers in the text against them and against each other."""
    for scenario in draft.briefing.outlook.scenarios:
        term = scales.likelihood(scenario.likelihood) if scenario.likelihood else None
        if term and scenario.probability and not fits(term, scenario.probability):
            yield _two_values(draft, scenario, term, scenario.probability)
    for passage in outlook_passages(draft):
        entry = draft.briefing.entries.get(passage.source)
        terms = [said for said in terms_in(draft, passage) if said.asserted]
        for said in terms:
            given = number_given(passage, said)
            if given and said.scale and not fits(said.scale, given):
                extent = draft.words(passage, said.start, said.end)
                yield RULE.finding(extent, f"{_means(said.scale)}, and the text says {per_cent(given)}", _WHICH)
        if isinstance(entry, Judgement | Scenario):
            yield from _against_field(draft, passage, entry, terms)


def fits(term: scales.Likelihood, band: Band) -> bool:
    """Whether a number, or at least half of a range of numbers, lies within what a term stands for."""
    # Nobody who writes 0 or 100 means another term than the outermost.
    low, high = (0 if term.rank == 1 else term.low), (100 if term.rank == 7 else term.high)
    if band.low == band.high:
        return low <= band.low <= high
    return 2 * (min(high, band.high) - max(low, band.low)) >= band.high - band.low


_WHICH = "Decide which of the two holds, and correct the other"


def _two_values(draft: Draft, scenario: Scenario, term: scales.Likelihood, band: Band) -> Diagnostic:
    extent = draft.at(scenario, "likelihood")
    fitting = [other.word for other in scales.LIKELIHOODS if other.row == term.row and fits(other, band)]
    return RULE.finding(
        extent,
        f"{_means(term)}, and `probability` says {per_cent(band)}",
        _WHICH,
        related=(Related(draft.at(scenario, "probability"), "the number"),),
        edits=tuple([Edit(extent, word, f"Write `{word}`", safe=False) for word in fitting]),
    )


def _against_field(
    draft: Draft, passage: Passage, entry: Judgement | Scenario, terms: list[Term]
) -> Iterator[Diagnostic]:
    """What the text of a judgement, or the title or text of a scenario, says of its likelihood besides the value."""
    about_parts = isinstance(entry, Scenario) and passage.field == "text"
    if about_parts:
        terms = [term for term in terms if _OF_ITSELF.search(term.sentence.before)]
    field = scales.likelihood(entry.likelihood) if entry.likelihood else None
    band = entry.probability if isinstance(entry, Scenario) else None
    # A text that says several things has its field for one of them.
    listed = [(term, term.scale) for term in terms if term.scale is not None]
    if listed and not any(_agree(scale, field, band) for _, scale in listed):
        first, _ = listed[0]
        yield _differs(draft, passage, entry, (first.start, first.end), f"“{first.words}”")
    chances = [] if about_parts else list(chances_in(draft, passage))
    if chances and not any(_holds(chance.band, field, band) for chance in chances):
        yield _differs(draft, passage, entry, (chances[0].start, chances[0].end), per_cent(chances[0].band))


def _agree(term: scales.Likelihood, field: scales.Likelihood | None, band: Band | None) -> bool:
    if field is not None:
        return term.rank == field.rank
    return band is None or fits(term, band)


def _holds(given: Band, field: scales.Likelihood | None, band: Band | None) -> bool:
    if band is not None:
        return given.low <= band.high and band.low <= given.high
    return field is None or fits(field, given)


def _differs(
    draft: Draft, passage: Passage, entry: Judgement | Scenario, place: tuple[int, int], said: str
) -> Diagnostic:
    if entry.likelihood:
        field, value = "likelihood", f"“{entry.likelihood}”"
    else:
        assert isinstance(entry, Scenario)
        assert entry.probability is not None
        field, value = "probability", per_cent(entry.probability)
    return RULE.finding(
        draft.words(passage, *place),
        f"The {passage.field} says {said}, and `{field}` says {value}",
        f"Decide which of the two holds; `{field}` alone is enough",
        related=(Related(draft.at(entry, field), "the value"),),
    )


def _means(term: scales.Likelihood) -> str:
    return f"“{term.word}” means {term.low} to {term.high} per cent"


RULE = Rule(
    code="E524",
    name="word-against-number",
    severity=Severity.ERROR,
    summary="A likelihood in words is contradicted by its number, or by another word for the same.",
    manual="""\
        Each term of the scale stands for a band of per cent. A scenario that has both `likelihood` and `probability`
        says the same thing twice, and a reader who finds “likely” beside 30 per cent believes neither. A range fits a
        term when at least half of it lies in the term's band.

        The text is held to the same: a term in a judgement's text or a scenario's title that differs from the value
        beside it, a chance in per cent that does, and a number in brackets right after a term. In a scenario's text,
        other terms are about its parts and are let be; so are conditions and what others say.

        Decide which of the two holds. Likelihood is best said once, by the value.""",
    bad="""\
outlook:
  scenarios:
    holds:
      title: The levee holds
      likelihood: likely
      probability: 30
  indicators:
    dry: {text: The ward stays dry, points_to: holds, status: unknown}
""",
    good="""\
outlook:
  scenarios:
    holds:
      title: The levee holds
      likelihood: likely
      probability: [50, 70]
  indicators:
    dry: {text: The ward stays dry, points_to: holds, status: unknown}
""",
    check=check,
)
