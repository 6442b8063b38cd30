"""Where a selection with the mouse begins and ends: what draws its own rows knows which character stands in a cell.

Textual looks for that in the style of what is painted. Each stretch of text would need a style of its own, which has to
be made, filtered and written out for it alone: that would be half of what a frame costs.
"""

from textual.geometry import Offset
from textual.widget import Widget

from briefing_tui.tui.widgets.bars import Bar
from briefing_tui.tui.widgets.sheet import Sheet

#: What is under a cell of the screen, and the character and the row of its text that stand there.
Selected = tuple[Widget | None, Offset | None]


def selected(found: Selected, x: int, y: int) -> Selected:
    """What is selected at a cell of the screen, by what Textual has found there."""
    widget, offset = found
    if isinstance(widget, Bar | Sheet):
        region = widget.content_region
        offset = widget.selected_at(x - region.x, y - region.y)
    return widget, offset
