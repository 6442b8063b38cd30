"""The situation as a document: the bottom line first, what is asked of the meeting under it, then what it rests on."""

from briefing_tui.blocks.ask import ask_item
from briefing_tui.blocks.entry import shared_rows
from briefing_tui.blocks.figure import figure_blocks, figure_table
from briefing_tui.blocks.prose import prose_blocks
from briefing_tui.blocks.section import section_blocks
from briefing_tui.blocks.sheet import Sheet, Told, counted
from briefing_tui.blocks.statement import statement_list


def situation_parts(sheet: Sheet, *, full: bool = False) -> None:
    """Adds the parts of the situation; `full` tells each figure at length, for a document that has no dossiers."""
    scope, situation = sheet.scope, sheet.scope.briefing.situation
    sheet.heading("Bottom line", "bottom-line")
    sheet.add(prose_blocks(scope, situation.bottom_line, "bottom-line.text", "lead", "bottom-line"))
    _asks(sheet)
    statement_list(sheet, "highlights", "Highlights", situation.highlights)
    if situation.figures:
        sheet.heading("Figures", "figures", counted(len(situation.figures)))
        if full:
            for figure in situation.figures:
                sheet.add(figure_blocks(scope, figure, sheet.level + 2))
        else:
            sheet.add((figure_table(scope, situation.figures, sheet.named("figures.table")),))
    if situation.sections:
        sheet.heading("Sections", "sections", counted(len(situation.sections)))
        for section in situation.sections:
            sheet.add(section_blocks(scope, section, sheet.level + 2))
    if situation.background:
        sheet.heading("Background", "background")
        sheet.add(prose_blocks(scope, situation.background, "background.text", target="background"))
    statement_list(sheet, "statements", "Statements", situation.statements, by_id=True)
    statement_list(sheet, "gaps", "What is not known", situation.gaps, by_id=True)


def _asks(sheet: Sheet) -> None:
    scope = sheet.scope
    told = [
        Told(ask_item(scope, ask, sheet.named(f"asks.{ask.id}")), shared_rows(scope, ask, grounds=False))
        for ask in scope.briefing.asks
    ]
    sheet.told("Asked of this meeting", "asks", told)
