"""A scenario's card, and several scenarios as bars on one scale."""

from collections.abc import Sequence

from briefing_tui.blocks.block import Bar, Bars, Blocks, Span, Spans
from briefing_tui.blocks.entry import shared_rows, type_note
from briefing_tui.blocks.marks import likelihood_spans, probability_spans
from briefing_tui.blocks.reference import joined
from briefing_tui.blocks.scope import Scope
from briefing_tui.blocks.sheet import Sheet, row
from briefing_tui.model.outlook import Scenario
from briefing_tui.model.scales import likelihood


def scenario_blocks(scope: Scope, scenario: Scenario, level: int = 1, bars: bool = True) -> Blocks:
    """The card of a scenario; without `bars`, its likelihood in words: where the bar stands among the others'."""
    sheet = Sheet(scope, f"scenario:{scenario.id}", level)
    sheet.title((Span(scenario.title),), type_note(*scenario.role), scenario.id)
    if bars:
        sheet.add(scenario_bars((scenario,), sheet.named("bar")))
    sheet.prose(scenario.text, "text")
    rows = []
    if scenario.likelihood and not bars:
        rows.append(row("Likelihood", *likelihood_spans(scenario.likelihood)))
    if scenario.probability and not bars:
        rows.append(row("Probability", *probability_spans(scenario.probability)))
    if scenario.horizon:
        rows.append(row("Horizon", Span(scenario.horizon)))
    sheet.fields([*rows, *shared_rows(scope, scenario)], "fields")
    return sheet.blocks


def scenario_bars(scenarios: Sequence[Scenario], key: str) -> Blocks:
    """The scenarios that are given a likelihood or a probability, as bars; nothing where none is."""
    bars = []
    for scenario in scenarios:
        label: Spans = (Span(scenario.title, "link", scenario.id),)
        term = likelihood(scenario.likelihood) if scenario.likelihood else None
        band = scenario.probability
        likely = likelihood_spans(term.word) if term else ()
        words = joined([likely, probability_spans(band) if band else (), type_note(*scenario.role)])
        if band is not None:
            bars.append(Bar(label, band.low, band.high, words, scenario.id))
        elif term is not None:
            bars.append(Bar(label, term.low, term.high, words, scenario.id))
    return (Bars(tuple(bars), key),) if bars else ()
