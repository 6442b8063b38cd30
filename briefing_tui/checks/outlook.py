"""What the outlook says in its own voice, and how likely it says things are: passages, terms given as values, bands."""

from collections.abc import Iterator

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.voice import is_own
from briefing_tui.links.index import Links, Passage
from briefing_tui.model import scales
from briefing_tui.model.outlook import Assumption, Judgement, Scenario
from briefing_tui.model.scalar import Band


def outlook_passages(draft: Draft) -> tuple[Passage, ...]:
    """The briefing's own prose about what is to come: the outlook's, with the bottom line and the scenarios' titles."""
    kept = draft.links.once(_kept_passages)
    if not kept:
        kept.append(tuple(_own_passages(draft)))
    return kept[0]


def likelihoods(links: Links) -> Iterator[tuple[Judgement | Scenario, scales.Likelihood]]:
    """The judgements and scenarios that state a likelihood, each with its term, in the order of the text."""
    for entry in links.briefing.entries.values():
        if isinstance(entry, Judgement | Scenario) and entry.likelihood:
            term = scales.likelihood(entry.likelihood)
            if term is not None:
                yield entry, term


def row_in_use(draft: Draft) -> str:
    """The row of the scale that most likelihoods of the briefing are taken from; row A where there is none."""
    return draft.links.once(_row)


def band_of(scenario: Scenario) -> Band | None:
    """How likely a scenario is said to be, in per cent: its number, else the band of its word."""
    if scenario.probability is not None:
        return scenario.probability
    term = scales.likelihood(scenario.likelihood) if scenario.likelihood else None
    return Band(term.low, term.high) if term else None


def per_cent(band: Band) -> str:
    """A chance in words, such as `5 to 10 per cent`."""
    return f"{band.low:g} per cent" if band.low == band.high else f"{band.low:g} to {band.high:g} per cent"


def _own_passages(draft: Draft) -> Iterator[Passage]:
    assessed = {statement.id for statement in draft.briefing.outlook.implications}
    for passage in draft.passages("bottom_line", "summary", "text"):
        entry = draft.briefing.entries.get(passage.source)
        if entry is None or isinstance(entry, Judgement | Scenario | Assumption) or entry.id in assessed:
            if is_own(draft, passage):
                yield passage
    for scenario in draft.briefing.outlook.scenarios:
        if not scenario.by:
            yield Passage(scenario.id, "title", scenario.title, ("title",), scenario)


def _kept_passages(links: Links) -> list[tuple[Passage, ...]]:
    """Where the passages are kept: several rules ask for them, and what is known of each goes by its identity."""
    return []


def _row(links: Links) -> str:
    rows = [term.row for _, term in likelihoods(links)]
    return "B" if rows.count("B") > rows.count("A") else "A"
