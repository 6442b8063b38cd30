"""The outlook as a document: what is held to be coming, the ways things may go, what to watch, what is assumed."""

from collections.abc import Sequence

from briefing_tui.blocks.block import Block, FieldRow, Item, Prose, Span
from briefing_tui.blocks.cards import card_blocks
from briefing_tui.blocks.entry import shared_rows, type_note
from briefing_tui.blocks.indicator import indicator_item
from briefing_tui.blocks.judgement import likelihood_rows
from briefing_tui.blocks.prose import prose_blocks
from briefing_tui.blocks.scenario import scenario_bars, scenario_blocks
from briefing_tui.blocks.scope import Scope
from briefing_tui.blocks.sheet import Sheet, counted
from briefing_tui.blocks.statement import grounds_spans, statement_list
from briefing_tui.links.support import source_count
from briefing_tui.model.entry import Entry
from briefing_tui.model.outlook import Judgement


def outlook_parts(sheet: Sheet, *, full: bool = False) -> None:
    """Adds the parts of the outlook; `full` tells each entry at length, for a document that has no dossiers."""
    scope, outlook = sheet.scope, sheet.scope.briefing.outlook
    if outlook.summary:
        sheet.heading("Summary", "summary")
        sheet.add(prose_blocks(scope, outlook.summary, "summary.text", target="outlook"))
    if outlook.judgements:
        sheet.heading("Judgements", "judgements", counted(len(outlook.judgements)))
        for judgement in outlook.judgements:
            if full:
                sheet.add(card_blocks(scope, judgement, sheet.level + 2))
            else:
                _judgement_part(sheet, judgement)
    _scenarios(sheet, full)
    if outlook.indicators:
        sheet.heading("Indicators", "indicators", counted(len(outlook.indicators)))
        if full:
            _cards(sheet, outlook.indicators)
        else:
            rows: list[Item] = []
            for indicator in outlook.indicators:
                rows.append(indicator_item(scope, indicator, sheet.named(f"indicators.{indicator.id}")))
            sheet.items("", "indicators.list", rows, one_line=False)
    statement_list(sheet, "implications", "Implications", outlook.implications)
    statement_list(sheet, "assumptions", "Assumptions", outlook.assumptions, by_id=True)


def _cards(sheet: Sheet, entries: Sequence[Entry]) -> None:
    for entry in entries:
        sheet.add(card_blocks(sheet.scope, entry, sheet.level + 2))


def _judgement_part(sheet: Sheet, judgement: Judgement) -> None:
    scope = sheet.scope
    name = f"judgements.{judgement.id}"
    sheet.add(tuple(map(_weighty, prose_blocks(scope, judgement.text, sheet.named(name), target=judgement.id))))
    rows = [*likelihood_rows(judgement), *_ground_rows(scope, judgement), *shared_rows(scope, judgement, grounds=False)]
    # Each line stands for the judgement: what it rests on is beside it wherever in it one reads.
    sheet.fields([row if row.target else row._replace(target=judgement.id) for row in rows], f"{name}.rows")


def _weighty(block: Block) -> Block:
    """A judgement is what the reader came for: its plain words stand out from the lines on its grounds."""
    if not isinstance(block, Prose):
        return block
    return block._replace(spans=tuple([span if span.role else span._replace(role="strong") for span in block.spans]))


def _ground_rows(scope: Scope, judgement: Judgement) -> list[FieldRow]:
    """On how much it rests: how many pieces of evidence, from how many sources."""
    rows = []
    if grounds := grounds_spans(scope, judgement):
        rows.append(FieldRow("According to", grounds))
    if judgement.evidence:
        sources = source_count(scope.links, judgement.id)
        words = f"{_counted(len(judgement.evidence), 'piece')} of evidence, {_counted(sources, 'source')}"
        rows.append(FieldRow("Rests on", (Span(words, "link", judgement.id),), judgement.id))
    return rows


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"


def _scenarios(sheet: Sheet, full: bool) -> None:
    scope, outlook = sheet.scope, sheet.scope.briefing.outlook
    scenarios = outlook.scenarios
    if not scenarios:
        return
    exclusive = (Span(" they exclude one another", "dim"),) if outlook.exclusive else ()
    sheet.heading("Scenarios", "scenarios", (*counted(len(scenarios)), *exclusive))
    sheet.add(scenario_bars(scenarios, sheet.named("scenarios.bars")))
    for scenario in scenarios:
        if full:
            sheet.add(scenario_blocks(scope, scenario, sheet.level + 2, bars=False))
        elif scenario.text or not (scenario.likelihood or scenario.probability):
            part = Sheet(scope, f"scenario:{scenario.id}", sheet.level + 2)
            part.title((Span(scenario.title),), type_note(*scenario.role), scenario.id)
            part.prose(scenario.text, "text")
            sheet.add(part.blocks)
