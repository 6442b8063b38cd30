"""The situation as a document: the bottom line first, what is asked of the meeting under it, then what it rests on."""

from collections.abc import Callable, Iterator
from functools import partial

from briefing_tui.blocks.ask import ask_item
from briefing_tui.blocks.block import Block, Blocks
from briefing_tui.blocks.entry import shared_rows
from briefing_tui.blocks.figure import figure_blocks, figure_table
from briefing_tui.blocks.prose import prose_blocks
from briefing_tui.blocks.scope import Scope
from briefing_tui.blocks.section import section_blocks
from briefing_tui.blocks.sheet import Sheet, Told, counted
from briefing_tui.blocks.statement import statement_list


def situation_blocks(scope: Scope, level: int = 1, *, full: bool = False) -> Iterator[Block]:
    """The parts of the situation, each made when it is come to: it may be long, and its beginning is read first.

    `full` tells each figure at length, for a document that has no dossiers.
    """
    situation = scope.briefing.situation
    for part in (_bottom_line, _asks, _highlights):
        yield from _made(part, scope, level)
    if situation.figures:
        yield from _made(partial(_figures, full=full), scope, level)
    if situation.sections:
        yield from _made(_sections_heading, scope, level)
        for section in situation.sections:
            yield from section_blocks(scope, section, level + 2)
    for part in (_background, _statements, _gaps):
        yield from _made(part, scope, level)


def _made(part: Callable[[Sheet], None], scope: Scope, level: int) -> Blocks:
    sheet = Sheet(scope, "", level)
    part(sheet)
    return sheet.blocks


def _bottom_line(sheet: Sheet) -> None:
    sheet.heading("Bottom line", "bottom-line")
    bottom_line = sheet.scope.briefing.situation.bottom_line
    sheet.add(prose_blocks(sheet.scope, bottom_line, "bottom-line.text", "lead", "bottom-line"))


def _highlights(sheet: Sheet) -> None:
    statement_list(sheet, "highlights", "Highlights", sheet.scope.briefing.situation.highlights)


def _figures(sheet: Sheet, *, full: bool) -> None:
    scope, figures = sheet.scope, sheet.scope.briefing.situation.figures
    sheet.heading("Figures", "figures", counted(len(figures)))
    if full:
        for figure in figures:
            sheet.add(figure_blocks(scope, figure, sheet.level + 2))
    else:
        sheet.add((figure_table(scope, figures, sheet.named("figures.table")),))


def _sections_heading(sheet: Sheet) -> None:
    sheet.heading("Sections", "sections", counted(len(sheet.scope.briefing.situation.sections)))


def _background(sheet: Sheet) -> None:
    if background := sheet.scope.briefing.situation.background:
        sheet.heading("Background", "background")
        sheet.add(prose_blocks(sheet.scope, background, "background.text", target="background"))


def _statements(sheet: Sheet) -> None:
    statement_list(sheet, "statements", "Statements", sheet.scope.briefing.situation.statements, by_id=True)


def _gaps(sheet: Sheet) -> None:
    statement_list(sheet, "gaps", "What is not known", sheet.scope.briefing.situation.gaps, by_id=True)


def _asks(sheet: Sheet) -> None:
    scope = sheet.scope
    told = [
        Told(ask_item(scope, ask, sheet.named(f"asks.{ask.id}")), shared_rows(scope, ask, grounds=False))
        for ask in scope.briefing.asks
    ]
    sheet.told("Asked of this meeting", "asks", told)
