"""A view of a long document that keeps the lines it has painted: what is scrolled is not painted again.

Textual keeps lines by where they stand on the screen, so that scrolling by one row makes all of them anew.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip

from briefing_tui.tui.guarded import UNPAINTED, Painted
from briefing_tui.tui.widgets.finish import finish_of
from briefing_tui.tui.widgets.rail import Rail

#: So many lines are kept, in heights of the view; of more, those that are within so many heights of what is painted,
#: which is more than `lines_near` names: otherwise these would be made again and again.
_MOST, _NEAR = 12, 3
#: How long after a key lines are painted that are not seen yet, and how long after those the next, in seconds; and how
#: many at once: so few that a key which comes meanwhile waits a millisecond.
_SOON, _BETWEEN, _AT_ONCE = 0.01, 0.003, 8


class _Edges(NamedTuple):
    """What the style sheet puts to the left and right of every line; for what widths, of the text and of the whole."""

    left: Strip
    right: Strip
    widths: tuple[int, int]


class Kept(ScrollView, Painted, inherit_bindings=False):
    """Lines of a document, kept by where they stand in it as they go to the terminal."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        #: By line, and how the cursor marks it. Where it leaves, what was there before is there again.
        self._ready: dict[tuple[int, object], Strip] = {}
        self._edges: _Edges | None = None
        self._rail: Rail | None = None
        self._is_due = False

    # what a subclass says --------------------------------------------------------------------

    def line_at(self, y: int) -> int | None:
        """Which line of the document is seen in row y of the view; None where it is not to be kept."""
        raise NotImplementedError

    def line(self, at: int, width: int) -> Strip:
        """A line of the document, just as wide."""
        raise NotImplementedError

    def lit(self) -> range:
        """Which lines are marked by the cursor."""
        raise NotImplementedError

    def mark(self, at: int) -> object:
        """How the cursor marks one of them."""
        raise NotImplementedError

    def lines_near(self) -> range:
        """The lines of the document that a page up or down would show, or some that are in view."""
        raise NotImplementedError

    # lines --------------------------------------------------------------------

    def forget(self) -> None:
        """Keeps nothing of what was painted."""
        self._ready.clear()
        self.make_ready_soon()

    def render_lines(self, crop: Region) -> list[Strip]:
        try:
            return self._kept_lines(crop)
        except Exception as error:
            self.failed(error, painting=True)
            return super().render_lines(crop)

    def _kept_lines(self, crop: Region) -> list[Strip]:
        top, height = self.styles.gutter.top, self.size.height
        rows = [self.line_at(y - top) if 0 <= y - top < height else None for y in crop.line_range]
        if None in rows or crop.x:
            return super().render_lines(crop)
        widths = self.scrollable_content_region.width, crop.width
        if self._edges is None or self._edges.widths != widths:
            self._ready.clear()
            self._edges = self._edges_at(*widths)
        lines = self._marked([at for at in rows if at is not None])
        self._make_ready([line for line in lines if line not in self._ready], self._edges)
        return [self._ready[line] for line in lines]

    def _marked(self, lines: Iterable[int]) -> list[tuple[int, object]]:
        lit = self.lit()
        return [(at, self.mark(at) if at in lit else None) for at in lines]

    def make_ready_soon(self, seconds: float = _SOON) -> None:
        """Paints what the next key may show while no key is pressed."""
        if not self._is_due and self.is_running and self.has_focus:
            self._is_due = True
            self.set_timer(seconds, self._make_near_ready)

    def _make_near_ready(self) -> None:
        self._is_due = False
        if self._edges is None or not self.is_attached:
            return
        missing = [line for line in self._marked(self.lines_near()) if line not in self._ready]
        self._make_ready(missing[:_AT_ONCE], self._edges)
        console = self.app.console
        for line in missing[:_AT_ONCE]:
            self._ready[line].render(console)
        if len(missing) > _AT_ONCE:
            self.make_ready_soon(_BETWEEN)

    def _make_ready(self, lines: Sequence[tuple[int, object]], edges: _Edges) -> None:
        if not lines:
            return
        page = max(self.size.height, _AT_ONCE)
        if len(self._ready) >= _MOST * page:
            here = lines[0][0]
            self._ready = {line: strip for line, strip in self._ready.items() if abs(line[0] - here) <= _NEAR * page}
        finish = finish_of(self)
        (width, whole), left, right = edges.widths, list(edges.left), list(edges.right)
        for line in lines:
            try:
                strip = self.line(line[0], width)
            except Exception as error:
                self.failed(error, painting=True)
                strip = Strip([Segment(UNPAINTED[:width].ljust(width))], width)
            self._ready[line] = finish((*left, *strip, *right), whole)

    def _edges_at(self, width: int, whole: int) -> _Edges:
        gutter = self.styles.gutter
        [line] = super().render_lines(Region(0, gutter.top, self.outer_size.width, 1))
        return _Edges(line.crop(0, gutter.left), line.crop(gutter.left + width, whole), (width, whole))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self.make_ready_soon()

    def restyled(self) -> None:
        self.forget()
        self._edges = None
        if self._rail is not None:
            self._rail.forget()

    # extent --------------------------------------------------------------------

    def extend(self, size: Size) -> None:
        """Says how large the document is. Where that is said the usual way, the whole screen is laid out again."""
        if size != self.virtual_size:
            self.set_reactive(Kept.virtual_size, size)
            if self.container_size:
                self._scroll_update(size)

    def _refresh_scrollbars(self) -> None:
        # Once there, the bar stays: each time it came or went the whole screen would be laid out again.
        if not self.show_vertical_scrollbar:
            super()._refresh_scrollbars()

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        if self._rail is None:
            self._rail = self._vertical_scrollbar = Rail(thickness=self.scrollbar_size_vertical)
            self._rail.display = False
            self.app._start_widget(self, self._rail)
        return self._rail
