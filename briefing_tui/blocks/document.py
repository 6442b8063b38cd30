"""The whole briefing as one document, for exports: every part, and every entry's card once."""

from briefing_tui.blocks.block import Blocks
from briefing_tui.blocks.cards import card_blocks
from briefing_tui.blocks.header import header_blocks
from briefing_tui.blocks.outlook import outlook_parts
from briefing_tui.blocks.scope import PART_NAMES, Scope
from briefing_tui.blocks.sheet import Sheet
from briefing_tui.blocks.situation import situation_blocks
from briefing_tui.model.kinds import PANES

#: The level of a pane's heading; its parts and cards follow one level deeper.
_PANE_LEVEL = 2


def briefing_blocks(scope: Scope) -> Blocks:
    """The title, what the briefing says about itself, and the six panes with everything in them."""
    sheet = Sheet(scope, "", 1)
    sheet.heading(scope.briefing.title, "title", deeper=0)
    sheet.add(header_blocks(scope, _PANE_LEVEL))
    for pane in PANES:
        part = Sheet(scope, "", _PANE_LEVEL)
        if pane == "situation":
            part.add(situation_blocks(scope, _PANE_LEVEL, full=True))
        elif pane == "outlook":
            outlook_parts(part, full=True)
        else:
            for entry in getattr(scope.briefing, pane):
                part.add(card_blocks(scope, entry, _PANE_LEVEL + 1))
        if part.blocks:
            sheet.heading(PART_NAMES[pane], pane, deeper=_PANE_LEVEL - 1)
            sheet.add(part.blocks)
    return sheet.blocks
