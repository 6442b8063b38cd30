"""The reading surface: a sheet with a cursor on an item and on a link in it.

Panes, dossiers, the library and the help are documents on a surface: cursor, links, hints, find and copy exist once.

Why this file is long: scrolling, cursor and links move together; apart they would need each other's insides.
"""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual import events
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.strip import Strip

from briefing_tui.blocks.block import Block
from briefing_tui.tui.history import Place
from briefing_tui.tui.layout import Layout
from briefing_tui.tui.looks import Look
from briefing_tui.tui.rows import GUTTER, MEASURE, Stop
from briefing_tui.tui.widgets.sheet import Sheet


class Shown(NamedTuple):
    """A link that can be seen: where its words begin in the view, what it leads to, and its words."""

    x: int
    y: int
    target: str
    words: str
    stop: int
    link: int


class Surface(Sheet, inherit_bindings=False):
    """Shows a document. Its keys are the screen's business; it only moves, paints and says what happened."""

    class Moved(Message):
        """The cursor is on something else."""

        def __init__(self, surface: "Surface") -> None:
            self.surface = surface
            super().__init__()

    class Chosen(Message):
        """Something was clicked that leads somewhere."""

        def __init__(self, surface: "Surface", target: str) -> None:
            self.surface, self.target = surface, target
            super().__init__()

    def __init__(
        self, look: Look, *, id: str | None = None, measure: int = MEASURE, rows_lit: bool = True, quiet: bool = False
    ) -> None:
        super().__init__(look, id=id, measure=measure, rows_lit=rows_lit, quiet=quiet)
        self._pending: Place | None = None
        self._moving = False

    # document --------------------------------------------------------------------

    def show_blocks(self, blocks: Sequence[Block], place: Place | None = None) -> None:
        """Shows a document at a place; without one, at its beginning."""
        self.blocks = blocks
        self.labels = {}
        self._lay_out(place or Place())

    def _lay_out(self, place: Place) -> None:
        width = self.scrollable_content_region.width
        if width < 1:
            self._pending = place
            return
        self._pending = None
        # A long document is shown as soon as its beginning is laid out; the rest follows behind the painting.
        beginning = 0 if place.key else 4 * self.view_height
        self.layout_ = Layout(self.blocks, width, self.measure, beginning)
        if self.layout_.partial:
            self.call_after_refresh(self._complete)
        self.virtual_size = Size(width, self.layout_.height)
        self._restore(place)

    def _complete(self) -> None:
        """Lays out the rest of a long document."""
        if self.layout_.partial:
            self.layout_.complete()
            self.virtual_size = Size(self.layout_.width, self.layout_.height)

    def render_lines(self, crop: Region) -> list[Strip]:
        # The first painting comes before the size is announced: laid out here, it shows the text and not a blank.
        if self._pending is not None:
            self._lay_out(self._pending)
        return super().render_lines(crop)

    def on_resize(self, event: events.Resize) -> None:
        if self._pending is not None:
            self._lay_out(self._pending)
        elif self.scrollable_content_region.width != self.layout_.width:
            self._lay_out(self.place())
        else:
            self._keep_cursor_seen()

    # place --------------------------------------------------------------------

    def place(self) -> Place:
        """Where the cursor is, in terms that survive another width and another version of the document."""
        if self._pending is not None:
            return self._pending
        stop = self.stop
        if stop is None:
            return Place("", -self.scroll_offset.y)
        return Place(stop.key, self.layout_.rows_of(self.cursor)[0] - self.scroll_offset.y, self.link)

    def _restore(self, place: Place) -> None:
        number = self.layout_.number_of(place.key) if place.key else None
        self.link = -1
        if number is None:
            number = (
                min(self.cursor, self.layout_.count - 1)
                if place.key and self.cursor >= 0
                else 0
                if self.layout_.count
                else -1
            )
            self.cursor = number
            top = 0 if not place.key and place.above >= 0 else -place.above if not place.key else self.scroll_offset.y
        else:
            self.cursor = number
            top = self.layout_.rows_of(number)[0] - place.above
            if place.link < len(self.layout_.stop(number).links):
                self.link = place.link
        self._scroll(top)
        self._strips.clear()
        if place.key:
            self._keep_stop_in_view()
        self.repaint()
        self.post_message(self.Moved(self))

    def go_to_key(self, key: str) -> bool:
        """Puts the cursor on the stop with a key; whether there is one."""
        self._complete()
        number = self.layout_.number_of(key)
        if number is None:
            return False
        self._set(number, -1)
        return True

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
        self._complete()
        if self.cursor < 0:
            self._scroll(self.scroll_offset.y + step)
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

    def page(self, pages: float) -> None:
        """Scrolls by pages; the cursor comes along."""
        self._complete()
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
        self.cursor, self.link = number, link
        for stop in {old, number}:
            if 0 <= stop < self.layout_.count:
                start, end = self.layout_.rows_of(stop)
                self.repaint_rows(start, end)
        if scroll:
            self._keep_stop_in_view()
        self.post_message(self.Moved(self))

    # scrolling --------------------------------------------------------------------

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
            start, end = self._link_rows(start, end)
        else:
            while start > 0 and self.layout_.row(start - 1).stop < 0 and end - start < self.view_height - 1:
                start -= 1
        top, height = self.scroll_offset.y, self.view_height
        if end > top + height:
            top = end - height
        if start < top:
            top = start
        self._scroll(top)

    def _link_rows(self, start: int, end: int) -> tuple[int, int]:
        rows = [y for y in range(start, end) if any(piece.link == self.link for piece in self.layout_.row(y).pieces)]
        return (rows[0], rows[-1] + 1) if rows else (start, end)

    def _stop_in_view(self, y: int) -> int:
        top, height = self.scroll_offset.y, self.view_height
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
        if end <= top or start >= top + height:
            self._set(self._stop_in_view(top if end <= top else top + height - 1), -1, scroll=False)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if not self._moving and round(old_value) != round(new_value):
            self._keep_cursor_seen()

    # links --------------------------------------------------------------------

    def shown_links(self) -> list[Shown]:
        """Every link in view, in reading order: links in text, and items that stand for an entry."""
        found: list[Shown] = []
        top = self.scroll_offset.y
        seen: set[tuple[int, int]] = set()
        for y in range(min(self.view_height, self.layout_.height - top)):
            row = self.layout_.row(top + y)
            if row.stop < 0:
                continue
            stop = self.layout_.stop(row.stop)
            linked = [piece for piece in row.pieces if piece.link >= 0]
            first = self.layout_.rows_of(row.stop)[0] == top + y
            # A paragraph with links in it is reached by them; its whole text would answer to every name.
            if stop.target and first and not stop.links:
                found.append(Shown(GUTTER, y, stop.target, stop.text, row.stop, -1))
            for piece in linked:
                if (row.stop, piece.link) not in seen:
                    seen.add((row.stop, piece.link))
                    found.append(Shown(piece.x, y, piece.target, piece.text, row.stop, piece.link))
        return found

    def cursor_cell(self) -> Offset | None:
        """The cell of the screen at which the cursor's item or link begins, for the terminal's own (hidden) cursor."""
        if self.cursor < 0:
            return None
        start, end = self.layout_.rows_of(self.cursor)
        x = GUTTER
        if self.link >= 0:
            start, _ = self._link_rows(start, end)
            x = next((piece.x for piece in self.layout_.row(start).pieces if piece.link == self.link), GUTTER)
        region: Region = self.scrollable_content_region
        y = start - self.scroll_offset.y
        if not 0 <= y < region.height:
            return None
        origin = self.content_region.offset
        return Offset(origin.x + x, origin.y + y)

    def on_click(self, event: events.Click) -> None:
        at = event.y + self.scroll_offset.y
        row = self.layout_.row(at)
        if row.stop < 0:
            return
        for piece in row.pieces:
            if piece.link >= 0 and piece.x <= event.x < piece.x + cell_len(piece.text):
                self._set(row.stop, piece.link, scroll=False)
                self.post_message(self.Chosen(self, piece.target))
                return
        again = row.stop == self.cursor and event.chain > 1
        self._set(row.stop, -1, scroll=False)
        if again and self.target:
            self.post_message(self.Chosen(self, self.target))
