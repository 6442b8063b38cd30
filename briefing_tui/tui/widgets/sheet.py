"""A sheet of blocks laid out as lines and painted: what is marked, found, labelled and selected on it."""

import re
from collections.abc import Callable, Sequence

from textual.geometry import Offset
from textual.selection import Selection
from textual.strip import Strip

from briefing_tui.blocks.block import Block
from briefing_tui.tui.drawing import Drawing
from briefing_tui.tui.layout import Layout
from briefing_tui.tui.looks import Look
from briefing_tui.tui.rows import MEASURE, Row, Stop, character_at, row_text
from briefing_tui.tui.widgets.kept import Kept
from briefing_tui.tui.widgets.painter import Overlay, Painter, hits


def _everything(target: str) -> bool:
    return True


class Sheet(Kept, can_focus=True, inherit_bindings=False):
    """Draws a document line by line. `cursor` and `link` say what is marked, -1 for nothing.

    `rows_lit`: the cursor's row in a list is lit. `quiet`: nothing is marked while others have the keys. `close`:
    paragraphs and items stand without space between them.
    """

    ALLOW_SELECT = True

    def __init__(
        self,
        look: Look,
        *,
        id: str | None = None,
        measure: int = MEASURE,
        rows_lit: bool = True,
        quiet: bool = False,
        close: bool = False,
    ) -> None:
        super().__init__(id=id)
        self.painter = Painter(look)
        self.measure, self.close_ = measure, close
        self.blocks: Sequence[Block | Drawing] = ()
        self.layout_ = Layout((), 1)
        self.cursor = -1
        self.link = -1
        self.pattern: re.Pattern[str] | None = None
        self.labels: dict[int, list[tuple[int, str]]] = {}
        #: Says of a target whether it was not known at the time cursor; None while there is no such cursor.
        self.later: Callable[[str], bool] | None = None
        #: Whether what the whole document is about was not known then.
        self.wholly_later = False
        #: The mark of an item, or of its row with a label, in the margin, or nothing; None while there are none.
        self.changed: Callable[[Stop, str], str] | None = None
        #: The mark of what the whole document is about.
        self.title_mark = ""
        #: Whether the cursor is not to be seen: before an audience, until somebody points at something.
        self.calm = False
        self._rows_lit = rows_lit
        self._quiet = quiet

    def wear(self, look: Look) -> None:
        """Changes the look."""
        self.painter = Painter(look)
        self.repaint()

    def calm_down(self, calm: bool) -> None:
        """Hides the cursor, or shows it."""
        if calm != self.calm:
            self.calm = calm
            self.repaint()

    def repaint(self) -> None:
        """Paints everything anew."""
        self.forget()
        self.refresh()

    @property
    def view_height(self) -> int:
        """How many rows can be seen."""
        return max(1, self.scrollable_content_region.height)

    def find(self, pattern: "re.Pattern[str] | None") -> None:
        """Marks what a pattern finds."""
        if pattern != self.pattern:
            self.pattern = pattern
            self.repaint()

    def mark_changed(self, changed: Callable[[Stop, str], str] | None, title: str = "") -> None:
        """Marks items in the margin, on their first row, and the document's title where there is one."""
        if changed is not self.changed or title != self.title_mark:
            self.changed, self.title_mark = changed, title
            self.repaint()

    @property
    def sees_changes(self) -> bool:
        """Whether something in view is marked."""
        top = self.scroll_offset.y
        seen = [self.layout_.seen_at(y, top) for y in range(min(self.view_height, self.layout_.height - top))]
        return any(self._margin_mark(self.layout_.row(at), at) for at in seen)

    def _margin_mark(self, row: Row, at: int) -> str:
        if row.stop < 0:
            return "" if at else self.title_mark
        if self.changed is None or self.layout_.rows_of(row.stop)[0] != at:
            return ""
        first = next(iter(row.pieces), None)
        return self.changed(self.layout_.stop(row.stop), first.text if first and first.role == "label" else "")

    def label(self, labels: dict[int, list[tuple[int, str]]]) -> None:
        """Lays labels over rows of the view: row of the view -> (cell, label)."""
        if labels or self.labels:
            self.labels = labels
            self.repaint()

    def painted(self, y: int) -> Strip:
        at = self.layout_.seen_at(y, self.scroll_offset.y)
        return self._strip(at, self.scrollable_content_region.width, self.labels.get(y, ()))

    def line_at(self, y: int) -> int | None:
        return None if self.labels else self.layout_.seen_at(y, self.scroll_offset.y)

    def line(self, at: int, width: int) -> Strip:
        return self._strip(at, width)

    def lit(self) -> range:
        return range(*self.layout_.rows_of(self.cursor)) if 0 <= self.cursor < self.layout_.count else range(0)

    def mark(self, at: int) -> object:
        # From link to link, only the lines change that have one of the two in them.
        has_link = any(piece.link == self.link for piece in self.layout_.row(at).pieces)
        return self.cursor, self.link if has_link else -1

    def lines_near(self) -> range:
        top, height = self.scroll_offset.y, self.view_height
        return range(max(0, top - height), min(self.layout_.height, top + 2 * height))

    def _strip(self, at: int, width: int, labels: Sequence[tuple[int, str]] = ()) -> Strip:
        row = self.layout_.row(at)
        here = row.stop >= 0 and row.stop == self.cursor and not self.calm
        overlays: list[Overlay] = hits(row, self.pattern, "hit-here" if here else "hit")
        selection = self.text_selection
        if selection is not None and (span := selection.get_span(at)) is not None:
            start, end = span
            overlays.append((start, 100_000 if end < 0 else end, "selected"))
        focused = self.has_focus
        return self.painter.strip(
            row,
            width,
            bar=("cursor-bar" if focused else "" if self._quiet else "rule") if here else "",
            mark=self._margin_mark(row, at),
            ground="cursor-row" if here and focused and self._rows_lit and self._is_line() else "",
            link=self.link if here else -1,
            overlays=overlays,
            labels=labels,
            later=self._later(row),
            drawn=row.stop >= 0 and self.layout_.grid_of(row.stop) is not None,
        )

    def _later(self, row: Row) -> Callable[[str], bool] | None:
        """What of a row was not known at the time cursor: all of it, by what the row stands for, or by link."""
        if self.later is None:
            return None
        whole = self.wholly_later or (row.stop >= 0 and self.later(self.layout_.stop(row.stop).target))
        return _everything if whole else self.later

    def _is_line(self) -> bool:
        """Whether the cursor is on a line of a list. A paragraph is marked by its bar alone: it reads more calmly."""
        start, end = self.layout_.rows_of(self.cursor)
        stop = self.layout_.stop(self.cursor)
        return end - start <= 2 and bool(stop.target) and not stop.drawn

    def on_focus(self) -> None:
        self.repaint()

    def on_blur(self) -> None:
        self.repaint()

    # selecting --------------------------------------------------------------------

    def selected_at(self, x: int, y: int) -> Offset | None:
        """The character and the row that a selection begins or ends at in a cell; None where nothing stands."""
        at = self.layout_.seen_at(max(0, min(y, self.view_height - 1)), self.scroll_offset.y)
        character = character_at(self.layout_.row(at), x)
        return None if character is None else Offset(character, at)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        start = selection.start.y if selection.start is not None else 0
        end = selection.end.y if selection.end is not None else self.layout_.height - 1
        rows = range(min(end + 1, self.layout_.height))
        text = "\n".join(row_text(self.layout_.row(y)).rstrip() if y >= start else "" for y in rows)
        return selection.extract(text), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        self.repaint()
