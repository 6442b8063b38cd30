"""A sheet with a cursor on an item and on a link in it: moving, and scrolling as little as keeps it in sight.

Why this file is long: where the cursor is, how far is laid out and what is in sight follow from one another.
"""

from functools import partial
from time import perf_counter

from textual.geometry import Size
from textual.message import Message

from briefing_tui.tui.layout import Layout
from briefing_tui.tui.rows import Stop
from briefing_tui.tui.widgets.sheet import Sheet

#: How many rows of a long document are laid out at a time: a few milliseconds.
_FURTHER = 60

#: For how long at a time a long document is laid out behind the painting, and how long keys have in between: seconds.
_SLICE, _BETWEEN = 0.008, 0.002


class CursorSheet(Sheet, inherit_bindings=False):
    """Moves by item, by link, by page, and in drawings by what is beside."""

    class Moved(Message, namespace="surface"):
        """The cursor is on something else."""

        def __init__(self, surface: "CursorSheet") -> None:
            self.surface = surface
            super().__init__()

    #: Whether it is this sheet that scrolls: the cursor is not dragged along then.
    _moving = False

    def _complete(self) -> None:
        """Lays out the rest of a long document."""
        if self.layout_.partial:
            self.layout_.complete()
            self._extend()

    def _extend(self) -> None:
        """Scrolls as far as the document goes."""
        self._moving = True
        self.extend(Size(self.layout_.width, self.layout_.height))
        self._moving = False

    def _reach(self, stop: int, rows: int) -> None:
        """Lays out a long document as far as a stop, and so many rows beyond what is seen."""
        layout = self.layout_
        if layout.partial:
            while layout.count <= stop and layout.further(_FURTHER):
                pass
            layout.further(self.scroll_offset.y + self.view_height + rows - layout.height)
            self._extend()

    def _reach_key(self, key: str) -> None:
        """Lays out a long document as far as the stop with a key, and what is around that."""
        layout = self.layout_
        try:
            while layout.partial and (number := layout.number_of(key)) is None:
                layout.further(layout.height)
            if layout.partial and number is not None:
                layout.further(layout.rows_of(number)[1] + 4 * self.view_height - layout.height)
        except Exception as error:
            # Where there is no way to the place, there is one to the document.
            self.failed(error)

    def _lay_out_further(self, layout: Layout) -> None:
        """Lays out what is left of a long document, a little at a time: keys come in between."""
        if layout is not self.layout_:
            return
        until = perf_counter() + _SLICE
        left = layout.partial
        while left and perf_counter() < until:
            left = layout.further(_FURTHER)
        if left:
            self.set_timer(_BETWEEN, partial(self._lay_out_further, layout))
        else:
            self._extend()

    @property
    def stop(self) -> Stop | None:
        """What the cursor is on."""
        return self.layout_.stop(self.cursor) if 0 <= self.cursor < self.layout_.count else None

    @property
    def target(self) -> str:
        """What the cursor leads to: the link it is on, else what its item stands for, else nothing."""
        stop = self.stop
        if stop is None:
            return ""
        return stop.links[self.link] if 0 <= self.link < len(stop.links) else stop.target

    # moving --------------------------------------------------------------------

    def move(self, step: int) -> None:
        """Moves by item; an item taller than the view is read to its end first."""
        self._reach(self.cursor + step, self.view_height)
        if self.cursor < 0:
            self._scroll(self.scroll_offset.y + step)
            return
        if self._beside(0, step):
            return
        top, height = self.scroll_offset.y, self.view_height
        start, end = self.layout_.rows_of(self.cursor)
        if step > 0 and end > top + height:
            self._scroll(min(top + max(1, height // 2), end - height))
            return
        if step < 0 and start < top:
            self._scroll(max(top - max(1, height // 2), start))
            return
        number = self.cursor + step
        if not 0 <= number < self.layout_.count:
            self._scroll(0 if step < 0 else self.layout_.height)
            return
        self._set(number, -1)

    def sideways(self, step: int) -> bool:
        """Goes to the mark beside in a drawing, to the next link in text; whether there is one."""
        self._complete()
        if self.layout_.grid_of(self.cursor) is not None:
            return self._beside(step, 0)
        return self.next_link(step)

    def _beside(self, dx: int, dy: int) -> bool:
        """In a drawing, goes to what is next in a direction; whether there is anything."""
        found = self.layout_.grid_of(self.cursor)
        if found is None:
            return False
        grid, first, _ = found
        beside = grid.beside(self.cursor - first, self.link, dx, dy)
        if beside is None:
            return False
        self._set(first + beside[0], beside[1])
        return True

    def _settled(self, number: int, link: int) -> int:
        """In a drawing the cursor is on a mark where the row itself stands for nothing."""
        if link < 0 <= number < self.layout_.count:
            stop = self.layout_.stop(number)
            return 0 if stop.drawn and stop.links and not stop.target else link
        return link

    def page(self, pages: float) -> None:
        """Scrolls by pages; the cursor comes along."""
        self._reach(self.cursor, 2 * self.view_height)
        before = self.scroll_offset.y
        rows = int(pages * max(1, self.view_height - 1)) or (1 if pages > 0 else -1)
        offset = self.layout_.rows_of(self.cursor)[0] - before if self.cursor >= 0 else 0
        self._scroll(before + rows)
        if self.cursor < 0:
            return
        moved = self.scroll_offset.y - before
        if moved == 0:
            self._set(self.layout_.count - 1 if pages > 0 else 0, -1)
        else:
            self._set(self._stop_in_view(self.scroll_offset.y + max(0, offset)), -1, scroll=False)

    def end(self, last: bool) -> None:
        """Goes to the first or the last item."""
        self._complete()
        if self.layout_.count:
            self._set(self.layout_.count - 1 if last else 0, -1)
        self._scroll(self.layout_.height if last else 0)

    def next_link(self, step: int) -> bool:
        """Goes to the next or previous link, across items; whether there is one."""
        self._complete()
        number, link = self.cursor, self.link
        if number < 0:
            return False
        if link < 0 and step < 0:
            link = 0
        while 0 <= number < self.layout_.count:
            links = self.layout_.stop(number).links
            link += step
            if 0 <= link < len(links):
                self._set(number, link)
                return True
            number += step
            link = -1 if step > 0 else (len(self.layout_.stop(number).links) if 0 <= number < self.layout_.count else 0)
        return False

    def unlink(self) -> bool:
        """Leaves the link for its item; whether there was one."""
        if self.link < 0:
            return False
        self._set(self.cursor, -1)
        return True

    def choose(self, stop: int, link: int) -> None:
        """Puts the cursor on a stop and a link of it."""
        self._set(stop, link, scroll=False)

    def _set(self, number: int, link: int, *, scroll: bool = True) -> None:
        old = self.cursor
        self.cursor, self.link = number, self._settled(number, link)
        for stop in {old, number}:
            if 0 <= stop < self.layout_.count:
                start, end = self.layout_.rows_of(stop)
                self.refresh_lines(start, end - start)
        if scroll:
            self._keep_stop_in_view()
        self.post_message(self.Moved(self))

    # scrolling --------------------------------------------------------------------

    @property
    def above(self) -> int:
        """How many rows are above what is seen."""
        return self.scroll_offset.y

    @property
    def below(self) -> int:
        """How many rows are below what is seen."""
        self._complete()
        return max(0, self.layout_.height - self.scroll_offset.y - self.view_height)

    def _scroll(self, y: int) -> None:
        y = max(0, min(y, self.layout_.height - self.view_height))
        if y != self.scroll_offset.y:
            self._moving = True
            self.scroll_to(y=y, animate=False, force=True, immediate=True)
            self._moving = False

    def _keep_stop_in_view(self) -> None:
        """Scrolls as little as shows the item, with the heading above it, and the link in it."""
        if self.cursor < 0:
            return
        start, end = self.layout_.rows_of(self.cursor)
        if self.link >= 0:
            # What stands above or below a mark in its own stop belongs to it.
            if self.layout_.grid_of(self.cursor) is None or end - start > self.view_height // 2:
                start, end = self._link_rows(start, end)
            self._keep_mark_in_view()
        else:
            while start > 0 and self.layout_.row(start - 1).stop < 0 and end - start < self.view_height - 1:
                start -= 1
        top, height = self.scroll_offset.y, self.view_height
        if end > top + height:
            top = end - height
        top = min(top, start)
        first, last = self.layout_.head_at(top)
        # What stays above all must not cover it, unless it is part of that.
        if last <= start < top + last - first:
            top = start - (last - first)
        self._scroll(top)

    def _keep_mark_in_view(self) -> None:
        """Scrolls a drawing sideways as little as shows the mark, with a few cells around it."""
        found = self.layout_.grid_of(self.cursor)
        if found is None:
            return
        grid, first, _ = found
        _, start, end = grid.cells(self.cursor - first, self.link)
        x, room = self.layout_.x, grid.width - grid.margin
        if start < grid.margin:
            return
        start, end = start - grid.margin, min(end, start + room) - grid.margin
        around = min(4, max(0, room - (end - start)) // 2)
        if end + around > x + room:
            x = end + around - room
        if start - around < x:
            x = max(0, start - around)
        if self.layout_.scroll(x):
            self.repaint()

    def _link_rows(self, start: int, end: int) -> tuple[int, int]:
        found = self.layout_.grid_of(self.cursor)
        if found is not None:
            grid, first, top = found
            row = top + grid.cells(self.cursor - first, self.link)[0]
            return row, row + 1
        rows = [y for y in range(start, end) if any(piece.link == self.link for piece in self.layout_.row(y).pieces)]
        return (rows[0], rows[-1] + 1) if rows else (start, end)

    def _stop_in_view(self, y: int) -> int:
        top, height = self.scroll_offset.y, self.view_height
        # What stays above all covers the first rows.
        first, last = self.layout_.head_at(top)
        y = max(y, top + last - first)
        for at in [*range(y, top + height), *range(y - 1, top - 1, -1)]:
            if (number := self.layout_.row(at).stop) >= 0:
                return number
        return self.cursor

    def _keep_cursor_seen(self) -> None:
        """Scrolling drags the cursor along: it is never off the screen."""
        if self.cursor < 0:
            return
        start, end = self.layout_.rows_of(self.cursor)
        top, height = self.scroll_offset.y, self.view_height
        first, last = self.layout_.head_at(top)
        covered = end <= top + last - first
        if covered or start >= top + height:
            self._set(self._stop_in_view(top if covered else top + height - 1), -1, scroll=False)

    def watch_show_vertical_scrollbar(self, shown: bool) -> None:
        # It is not told of what is scrolled while it is not shown.
        if shown:
            self.vertical_scrollbar.position = self.scroll_y

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if not self._moving and round(old_value) != round(new_value):
            self._keep_cursor_seen()
