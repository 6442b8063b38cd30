"""What stands over a step: handling, always; the briefing's title, how far one is, and a line that shows it."""

from collections.abc import Sequence

from rich.cells import cell_len

from briefing_tui.blocks.block import Span, Spans, text_of
from briefing_tui.tui.rows import BLANK, Piece, Row
from briefing_tui.tui.widgets.bars import Bar, Header, spread


class StageBar(Header):
    """The header of a presentation, in two rows. Blanked, it holds the handling and nothing else."""

    def __init__(self, *arguments: object, **more: object) -> None:
        super().__init__(*arguments, **more)  # type: ignore[arg-type]
        #: The step, from 1, and how many there are.
        self.step = (1, 1)
        #: What stands before the number of the step: a clock, that the screen is held.
        self.aside: Spans = ()
        self.blank = False

    def rows(self, width: int) -> Sequence[Row]:
        if self.blank:
            return (spread((*self.marks, *self.banner), (), width), BLANK)
        number, total = self.step
        right = (*self.aside, Span(f"{number}", "strong"), Span(f" of {total}", "count"))
        gap = (Span("  "),) if self.marks or self.banner else ()
        room = width - cell_len(text_of((*self.marks, *self.banner, *right))) - 8
        title = (*gap, Span(self.title_, "dim")) if room > 12 else ()
        done = round(width * number / total)
        line = (Piece(0, "━" * done, "bar"), Piece(done, "─" * (width - done), "rule"))
        return (spread((*self.marks, *self.banner, *title), right, width), Row(-1, line))

    def on_click(self, event: object) -> None:
        """There are no panes to click on."""


class Cover(Bar):
    """Hides all under the header while the screen is blank. What is below stays laid out, and goes on."""

    ALLOW_SELECT = False
