"""The reading surface: a document with a cursor, a place that can be gone back to, links that can be seen and clicked.

Panes, dossiers, the library and the help are documents on a surface: cursor, links, hints, find and copy exist once.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from rich.cells import cell_len
from textual import events
from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip

from briefing_tui.blocks.block import Block
from briefing_tui.tui.drawing import Drawing
from briefing_tui.tui.history import Place
from briefing_tui.tui.layout import Layout
from briefing_tui.tui.rows import GUTTER
from briefing_tui.tui.widgets.cursor import CursorSheet

#: So many rows after what the time cursor is beside are brought into view.
_AFTER_NOW = 4

#: The end of a document, whatever its width.
_END = Place()


class Shown(NamedTuple):
    """A link that can be seen: where its words begin in the view, what it leads to, and its words."""

    x: int
    y: int
    target: str
    words: str
    stop: int
    link: int


class Surface(CursorSheet, inherit_bindings=False):
    """Shows a document. Its keys are the screen's business; it only moves, paints and says what happened."""

    class Chosen(Message):
        """Something was clicked that leads somewhere."""

        def __init__(self, surface: "Surface", target: str) -> None:
            self.surface, self.target = surface, target
            super().__init__()

    #: Where a document is to be shown whose width is not known yet.
    _pending: Place | None = None
    #: The place that was shown last, and how that stood: as long as nothing has moved, this is where one is, whatever
    #: width it is laid out at in between.
    _kept: tuple[Place, tuple[int, ...]] | None = None

    def _forward_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key) and not event.is_forwarded:
            # Straight to the screen, and not through every widget on the way that has no use for it.
            event._set_forwarded()
            self.screen.post_message(event)
        else:
            super()._forward_event(event)

    # document --------------------------------------------------------------------

    def show_blocks(self, blocks: Sequence[Block | Drawing], place: Place | None = None) -> None:
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
        beginning = 4 * self.view_height
        failed = partial(self.failed, painting=True)
        self.layout_ = Layout(self.blocks, width, self.measure, beginning, close=self.close_, failed=failed)
        if place.key:
            self._reach_key(place.key)
        self.layout_.scroll(place.x)
        if self.layout_.partial:
            self.call_after_refresh(self._lay_out_further, self.layout_)
        self._extend()
        try:
            self._restore(place)
        except Exception as error:
            self.failed(error)
            # There is no place in it, but it can be seen.
            self.cursor = self.link = -1
            self.repaint()

    def render_lines(self, crop: Region) -> list[Strip]:
        # The first painting comes before the size is announced: laid out here, it shows the text and not a blank.
        if self._pending is not None:
            self._lay_out(self._pending)
        return super().render_lines(crop)

    def on_resize(self, event: events.Resize) -> None:
        if self._pending is not None:
            self._lay_out(self._pending)
        elif self.scrollable_content_region.width != self.layout_.width:
            at_end = self._kept is not None and self._kept == (_END, self._standing())
            self._lay_out(self.place())
            if at_end:
                self.end(last=True)
        else:
            self._keep_cursor_seen()

    # place --------------------------------------------------------------------

    def place(self) -> Place:
        """Where the cursor is, in terms that survive another width and another version of the document."""
        if self._pending is not None:
            return self._pending
        if self._kept is not None and self._kept[1] == self._standing() and self._kept[0].key:
            return self._kept[0]
        stop = self.stop
        if stop is None:
            return Place("", -self.scroll_offset.y)
        target = stop.links[self.link] if 0 <= self.link < len(stop.links) else ""
        above = self.layout_.rows_of(self.cursor)[0] - self.scroll_offset.y
        return Place(stop.key, above, self.link, target, self.layout_.x)

    def _restore(self, place: Place) -> None:
        number = self.layout_.number_of(place.key) if place.key else None
        found = number is not None
        self.link = -1
        if number is None:
            kept = place.key and self.cursor >= 0
            number = min(self.cursor, self.layout_.count - 1) if kept else self.layout_.start
            self.cursor = number
            top = 0 if not place.key and place.above >= 0 else -place.above if not place.key else self.scroll_offset.y
        else:
            self.cursor = number
            top = self.layout_.rows_of(number)[0] - place.above
            links = self.layout_.stop(number).links
            # In a view another scale puts other marks before it.
            self.link = self._holding(number, place.target, place.link)
            if self.link >= len(links):
                self.link = -1
        self.link = self._settled(self.cursor, self.link)
        self._scroll(top)
        self.forget()
        if not found and (place.key or number > 0):
            self._keep_stop_in_view()
        elif found and not self._is_in_view():
            # So much of it as was seen is seen again: a paragraph that was cut by the edge stays cut.
            self._keep_stop_in_view()
        self._kept = (place, self._standing()) if found and self.link == place.link else None
        self.repaint()
        self.post_message(self.Moved(self))

    def _standing(self) -> tuple[int, ...]:
        return (self.cursor, self.link, self.scroll_offset.y, self.layout_.x)

    def _is_in_view(self) -> bool:
        """Whether something of the cursor's item can be seen; of its link, all."""
        start, end = self.layout_.rows_of(self.cursor)
        top, height = self.scroll_offset.y, self.view_height
        first, last = self.layout_.head_at(top)
        if self.link < 0:
            return top + last - first < end and start < top + height
        self._keep_mark_in_view()
        start, end = self._link_rows(start, end)
        return top + last - first <= start and end <= top + height

    def end(self, last: bool) -> None:
        super().end(last)
        self._kept = (_END, self._standing()) if last else None

    def go_to_key(self, key: str) -> bool:
        """Puts the cursor on the stop with a key; whether there is one."""
        self._complete()
        number = self.layout_.number_of(key)
        if number is None:
            return False
        self._set(number, -1)
        return True

    def _holding(self, number: int, target: str, link: int) -> int:
        """The link of a stop that leads to something; the link it was where there is none."""
        found = self.layout_.grid_of(number)
        links = self.layout_.stop(number).links
        if found is None or not target:
            return links.index(target) if target in links else link
        held = found[0].holding(number - found[1], target)
        return link if held is None else held

    # links --------------------------------------------------------------------

    @property
    def drawn(self) -> bool:
        """Whether the cursor is in a drawing."""
        return self.layout_.grid_of(self.cursor) is not None

    def mark_words(self) -> str:
        """What the mark of a drawing is called that the cursor is on; nothing in text."""
        found = self.layout_.grid_of(self.cursor)
        if found is None:
            return ""
        grid, first, _ = found
        return grid.words(self.cursor - first, self.link)

    def go_to_now(self) -> None:
        """Puts the cursor beside the line of the time cursor, in a drawing that has one."""
        # A drawing is laid out whole, and one with such a line stands at the beginning.
        number = self.layout_.now
        if number >= 0:
            self._set(number, -1)
            # The line is under it; what comes after that shows that it is one.
            start, end = self.layout_.rows_of(number)
            top, height = self.scroll_offset.y, self.view_height
            self._scroll(max(top, min(start - 1, end + _AFTER_NOW - height)))

    def go_to_target(self, target: str) -> bool:
        """Puts the cursor on the first item or mark that leads somewhere, or to several of which it is one."""
        self._complete()
        if not target:
            return False
        if self.go_to_key(target):
            return True
        for number in range(self.layout_.count):
            stop = self.layout_.stop(number)
            if target in stop.links or stop.target == target:
                self._set(number, -1 if stop.target == target else stop.links.index(target))
                return True
        for number in range(self.layout_.count):
            found = self.layout_.grid_of(number)
            held = found[0].holding(number - found[1], target) if found is not None else None
            if held is not None:
                self._set(number, held)
                return True
        return False

    def show_later(self, later: Callable[[str], bool] | None, about: str) -> None:
        """Paints as not known yet what a time cursor has not reached: links, items, or all of what it is about."""
        whole = later is not None and later(about)
        if later is not self.later or whole != self.wholly_later:
            self.later, self.wholly_later = later, whole
            self.repaint()

    def shown_links(self) -> list[Shown]:
        """Every link in view, in reading order: links in text, and items that stand for an entry."""
        found: list[Shown] = []
        top = self.scroll_offset.y
        seen: set[tuple[int, int]] = set()
        for y in range(min(self.view_height, self.layout_.height - top)):
            row = self.layout_.row(self.layout_.seen_at(y, top))
            if row.stop < 0:
                continue
            stop = self.layout_.stop(row.stop)
            linked = [piece for piece in row.pieces if piece.link >= 0]
            first = self.layout_.rows_of(row.stop)[0] == self.layout_.seen_at(y, top)
            grid = self.layout_.grid_of(row.stop)
            # A paragraph with links in it is reached by them; its whole text would answer to every name.
            if stop.target and first and (stop.drawn or not stop.links):
                found.append(Shown(GUTTER, y, stop.target, stop.text, row.stop, -1))
            for piece in linked:
                if (row.stop, piece.link) not in seen:
                    seen.add((row.stop, piece.link))
                    words = piece.text if grid is None else grid[0].words(row.stop - grid[1], piece.link)
                    found.append(Shown(piece.x, y, piece.target, words, row.stop, piece.link))
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
        x, y = event.get_content_offset_capture(self)
        row = self.layout_.row(self.layout_.seen_at(y, self.scroll_offset.y))
        if row.stop < 0 or not 0 <= y < self.view_height:
            return
        for piece in row.pieces:
            if piece.link >= 0 and piece.x <= x < piece.x + cell_len(piece.text):
                self._set(row.stop, piece.link, scroll=False)
                self.post_message(self.Chosen(self, piece.target))
                return
        again = row.stop == self.cursor and event.chain > 1
        self._set(row.stop, -1, scroll=False)
        if again and self.target:
            self.post_message(self.Chosen(self, self.target))
