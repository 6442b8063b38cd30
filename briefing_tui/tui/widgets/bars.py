"""The two bars: the header (handling, title, panes) and the status line (where I am, what I can do, handling)."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual import events
from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip

from briefing_tui.blocks.block import Span, Spans, text_of
from briefing_tui.tui.guarded import Painted
from briefing_tui.tui.looks import Look
from briefing_tui.tui.rows import BLANK, Piece, Row, character_at, cut_spans
from briefing_tui.tui.widgets.finish import finish_of
from briefing_tui.tui.widgets.painter import Painter
from briefing_tui.tui.wrapping import cut

#: So many rows that have been painted are kept.
_MOST = 40


def spread(left: Spans, right: Spans, width: int, margin: int = 1) -> Row:
    """Something at the left, something at the right. The left gives way; the right only when that leaves nothing."""
    end = width - margin
    tail = cell_len(text_of(right))
    if tail and tail + 10 <= end - margin:
        return Row(-1, (*cut_spans(left, margin, end - tail - 2 - margin), *cut_spans(right, end - tail, tail)))
    return Row(-1, tuple(cut_spans(left, margin, end - margin)))


class Bar(Painted):
    """Some rows that draw themselves."""

    def __init__(self, look: Look, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.painter = Painter(look)
        self._ready: dict[tuple[Row, int], Strip] = {}

    def wear(self, look: Look) -> None:
        """Changes the look."""
        self.painter = Painter(look)
        self._ready.clear()
        self.refresh()

    def restyled(self) -> None:
        self._ready.clear()

    def rows(self, width: int) -> Sequence[Row]:
        """The rows to draw at a width."""
        return ()

    def painted(self, y: int) -> Strip:
        rows = self.rows(self.size.width)
        return self.painter.strip(rows[y] if y < len(rows) else BLANK, self.size.width)

    def render_lines(self, crop: Region) -> list[Strip]:
        # A row that says what it said, or what it says every now and then, is not painted again.
        try:
            width = self.size.width
            rows = [*self.rows(width)[crop.y : crop.bottom]]
            rows += [BLANK] * (crop.height - len(rows))
            missing = {row for row in rows if (row, width) not in self._ready}
            if missing:
                if len(self._ready) > _MOST:
                    self._ready.clear()
                finish = finish_of(self)
                self._ready.update({(row, width): finish(self.painter.strip(row, width), width) for row in missing})
            return [self._ready[row, width] for row in rows]
        except Exception:
            # Line by line, all but the one that fails can be painted.
            return super().render_lines(crop)

    def selected_at(self, x: int, y: int) -> Offset | None:
        """The character and the row that a selection begins or ends at in a cell; None where nothing stands."""
        rows = self.rows(self.size.width)
        character = character_at(rows[y], x) if 0 <= y < len(rows) else None
        return None if character is None else Offset(character, y)


class Tab(NamedTuple):
    """A pane in the header: its id, name and how many entries it lists."""

    id: str
    title: str
    number: int | None = None


class Header(Bar):
    """Handling, status, title, time and panes of what is open, in two rows to four."""

    class TabClicked(Message):
        """A pane's name was clicked."""

        def __init__(self, pane: str) -> None:
            self.pane = pane
            super().__init__()

    def __init__(self, look: Look, *, id: str | None = None) -> None:
        super().__init__(id=id, look=look)
        #: Handling and status, which nothing may cut; then the banner, which gives way.
        self.marks: Spans = ()
        self.banner: Spans = ()
        #: What stands at the right, and the same in fewer words.
        self.as_of: tuple[Spans, Spans] = ((), ())
        self.title_: str = ""
        self.tabs: tuple[Tab, ...] = ()
        self.here = ""
        self.height_ = 4
        self._places: list[tuple[int, int, str]] = []

    def words_unpainted(self, y: int) -> str:
        # Whatever else fails, how this is to be handled is said.
        return f" {text_of(self.marks)}" if self.marks and not y else super().words_unpainted(y)

    def rows(self, width: int) -> Sequence[Row]:
        tabs = self._tab_row(width)
        if self.height_ == 2:
            gap = (Span(" "),) if self.marks else ()
            return (spread((*self.marks, *gap, Span(self.title_, "title")), (), width), tabs)
        first = self._first_row(width)
        if self.height_ == 3:
            return (first, spread((Span(self.title_, "title"),), (), width), tabs)
        rule = Row(-1, (Piece(0, "─" * width, "rule"),))
        return (first, spread((Span(self.title_, "title"),), (), width), tabs, rule)

    def _first_row(self, width: int) -> Row:
        """Handling and status whole; the time in the words there is room for beside them."""
        room = width - 4 - cell_len(text_of(self.marks))
        right = next((spans for spans in self.as_of if cell_len(text_of(spans)) <= room), ())
        return spread((*self.marks, *self.banner), right, width)

    def _tab_row(self, width: int) -> Row:
        for style in range(4):
            row, places, end = self._tabs_in(style)
            if end <= width:
                break
        self._places = places
        return Row(-1, tuple(row))

    def _tabs_in(self, style: int) -> tuple[list[Piece], list[tuple[int, int, str]], int]:
        """The tabs: with names and counts (0), with names (1), with the open one's name (2), digits only (3)."""
        row: list[Piece] = []
        places: list[tuple[int, int, str]] = []
        x = 1
        for n, tab in enumerate(self.tabs, 1):
            here = tab.id == self.here
            words = str(n)
            if style < 2 or (style == 2 and here):
                words += f" {tab.title}"
            count = f" {tab.number}" if tab.number is not None and (style == 0 or (style == 2 and here)) else ""
            start = x
            row.append(Piece(x, words, "tab-here" if here else "tab"))
            x += cell_len(words)
            if count:
                row.append(Piece(x, count, "count"))
                x += len(count)
            places.append((start, x, tab.id))
            x += 3 if style == 0 else 2
        return row, places, x - 2

    def on_click(self, event: events.Click) -> None:
        if event.y == (1 if self.height_ == 2 else 2):
            for start, end, pane in self._places:
                if start <= event.x < end:
                    self.post_message(self.TabClicked(pane))


class Choice(NamedTuple):
    """A key that a prompt waits for, and what it leads to: in full, then in fewer and fewer words."""

    key: str
    words: tuple[str, ...]


class StatusLine(Bar):
    """Where I am, what I can do, handling. A passing message, or what is typed, takes the place of the first two."""

    def __init__(self, look: Look, *, id: str | None = None) -> None:
        super().__init__(id=id, look=look)
        #: Where one is, outermost first.
        self.crumb: tuple[str, ...] = ()
        self.keys: tuple[tuple[str, str], ...] = ()
        self.handling: Spans = ()
        self.banner: Spans = ()
        self.message: Spans = ()
        self.alarm: Spans = ()
        self.prompt: Spans = ()
        #: What the prompt offers: each is shown whole or not at all. None for a prompt that is no choice.
        self.choices: Sequence[Choice] | None = None
        #: Whether what is typed takes the room of the banner as well; the handling always stays.
        self.spacious = False
        #: A question, and its answers, that takes the place of whatever else is said until a key has answered it.
        self.question: Spans = ()
        self.answers: Sequence[Choice] = ()

    def rows(self, width: int) -> Sequence[Row]:
        handling = self._handling(width)
        left = self.question or self.prompt or self.message or self.alarm
        offered = self.answers if self.question else self.choices if self.prompt else None
        if offered is not None:
            taken = cell_len(text_of(handling)) + 3 if handling else 1
            left = (*left, *_offered(offered, width - 1 - taken - cell_len(text_of(left))))
        if left:
            return (spread(left, handling, width),)
        taken = cell_len(text_of(handling)) + 2 if handling else 0
        room = width - 2 - taken
        keys = self._keys(room, cell_len(" › ".join(self.crumb)))
        keys_width = cell_len(text_of(keys))
        crumb = self._crumb(room - keys_width - 3) if room - keys_width > 8 else ""
        row = list(cut_spans((Span(crumb, "crumb"),), 1, room)) if crumb else []
        row.extend(cut_spans(keys, max(1, width - 1 - taken - keys_width), keys_width))
        if handling:
            row.extend(cut_spans(handling, width - 1 - taken + 2, taken))
        return (Row(-1, tuple(row)),)

    def room(self, width: int) -> int:
        """How many cells a spacious prompt has at a width."""
        handling = cell_len(text_of(self.handling)) if width >= 30 else 0
        return width - handling - 4 if handling and handling + 12 <= width else width - 2

    def _crumb(self, room: int) -> str:
        """Where one is; where one came from gives way first."""
        for first in range(len(self.crumb)):
            words = " › ".join(self.crumb[first:])
            if cell_len(words) <= room or first == len(self.crumb) - 1:
                return cut(words, max(0, room))
        return ""

    def _keys(self, room: int, crumb: int) -> Spans:
        """As many whole keys as fit beside a readable crumb; the last one, which shows all keys, always."""
        if not self.keys:
            return ()
        budget = max(room - min(crumb, max(12, room // 3)) - 3, 10)
        *others, last = self.keys
        used = cell_len("".join(last)) + 1
        shown: list[tuple[str, str]] = []
        for key, word in others:
            cells = cell_len(key) + cell_len(word) + 3
            if used + cells > budget:
                break
            shown.append((key, word))
            used += cells
        spans: list[Span] = []
        for key, word in (*shown, last):
            if spans:
                spans.append(Span("  "))
            spans += [Span(key, "key"), Span(f" {word}", "key-word")]
        return tuple(spans)

    def _handling(self, width: int) -> Spans:
        """The handling, with the banner as far as a third of the line goes."""
        if width < 30:
            return ()
        if self.spacious and self.prompt:
            return self.handling
        words = cut(text_of(self.banner), max(0, width // 3 - cell_len(text_of(self.handling))))
        return (*self.handling, Span(words, "strong")) if len(words) > 8 else self.handling

    def ask(self, words: str, answers: Sequence[Choice]) -> None:
        """Asks a question; without words, it is asked no more."""
        self.question, self.answers = (Span(words, "key"),) if words else (), answers
        self.refresh()

    def say(self, words: str, role: str = "message") -> None:
        """Shows a passing message."""
        self.message = (Span(words, role),) if words else ()
        self.refresh()


def _offered(choices: Sequence[Choice], room: int) -> Spans:
    """What a prompt offers: all in full, else in fewer words, else as many as fit, else as many keys alone."""
    end = (Span("   Esc", "key-word"),)
    room -= cell_len(text_of(end))
    if room < 0:
        return ()
    lengths = max((len(choice.words) for choice in choices), default=0)
    worded = [[_choice_spans(choice, n) for choice in choices] for n in range(lengths)]
    for spans in worded:
        if cell_len(text_of(whole := _joined(spans))) <= room:
            return (*whole, *end)
    for spans, least in ((worded[-1] if worded else [], 1), ([_choice_spans(choice, None) for choice in choices], 0)):
        for number in range(len(spans), least - 1, -1):
            more = (Span(f"  +{len(spans) - number}", "key-word"),) if number < len(spans) else ()
            if cell_len(text_of(shown := (*_joined(spans[:number]), *more))) <= room:
                return (*shown, *end)
    return end


def _choice_spans(choice: Choice, length: int | None) -> Spans:
    words = "" if length is None else choice.words[min(length, len(choice.words) - 1)]
    return (Span("  "), Span(choice.key, "key"), *((Span(f" {words}", "key-word"),) if words else ()))


def _joined(parts: Sequence[Spans]) -> Spans:
    return tuple([span for part in parts for span in part])
