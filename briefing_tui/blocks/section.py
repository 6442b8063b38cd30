"""A section's card: its prose, and the statements made or pointed at in it."""

from briefing_tui.blocks.block import Blocks, Span
from briefing_tui.blocks.entry import shared_rows
from briefing_tui.blocks.scope import Scope
from briefing_tui.blocks.sheet import Sheet
from briefing_tui.blocks.statement import statement_list
from briefing_tui.model.situation import Section


def section_blocks(scope: Scope, section: Section, level: int = 1) -> Blocks:
    """The card of a section."""
    sheet = Sheet(scope, f"section:{section.id}", level)
    sheet.title((Span(section.title),), target=section.id)
    sheet.prose(section.text, "text")
    sheet.fields(shared_rows(scope, section), "fields")
    statement_list(sheet, "statements", "", section.statements)
    return sheet.blocks
