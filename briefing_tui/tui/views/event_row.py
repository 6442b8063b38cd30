"""An event of a timeline as lines of words: its time, its title, who took part where there is room, how it stands."""

from collections.abc import Iterable

from rich.cells import cell_len

from briefing_tui.blocks.block import Span, Spans, text_of
from briefing_tui.blocks.marks import EVENT_STATUSES
from briefing_tui.blocks.reference import joined
from briefing_tui.model.event import Event
from briefing_tui.tui.rows import Piece, cut_spans
from briefing_tui.tui.views.chronology import Chronology
from briefing_tui.tui.views.remainder import first_words, has_first, one_line, second_words
from briefing_tui.tui.views.spacing import Spacing
from briefing_tui.tui.wrapping import breaks, cut

#: What follows a title is told where there are so many cells for it.
_LEAST_MORE = 12


def event_lines(found: Chronology, at: Spacing, row: int) -> list[list[Piece]]:
    """The lines of an event; link 0 is the event itself, the others are those who took part."""
    status = found.event(row).status
    mark = EVENT_STATUSES[status] if status else None
    lines: list[list[Piece]] = [[] for _ in range(at.lines[row])]
    times = _times(found, at, row)
    ends = [at.time_x + cell_len(words) + 2 if words else at.time_x for words in times]
    for line, words in zip(lines, times, strict=False):
        if words:
            line.append(Piece(at.time_x, words, "time"))
    above = len(times) if at.stacked else 0
    beside = at.first_room < at.room if not above else bool(mark and ends[0] + len(mark.word) <= at.end)
    if mark is not None and beside:
        lines[0].append(Piece(at.end - len(mark.word), mark.word, mark.role))
    if above:
        ends = []
    fields = [
        _Field(max([at.title_x, *ends[n : n + 1]]), at.title_x + at.first_room if not above and not n else at.end)
        for n in range(len(lines) - above)
    ]
    _title(found, row, fields)
    _more(found, row, fields)
    for line, field in zip(lines[above:], fields, strict=True):
        line.extend(field.pieces)
        line.sort()
    return lines


class _Field:
    """A line of the title column: from where to where it goes, and what stands in it."""

    def __init__(self, start: int, end: int) -> None:
        self.start, self.end = start, end
        self.pieces: list[Piece] = []

    @property
    def free(self) -> int:
        """Where there is room for more."""
        return self.pieces[-1].x + cell_len(self.pieces[-1].text) + 3 if self.pieces else self.start


def _times(found: Chronology, at: Spacing, row: int) -> list[str]:
    """The times of an event, one a line."""
    words = [first_words(found, row), second_words(found, row)]
    if at.stacked and row not in at.split:
        words = [one_line(found, row)] if has_first(found, row) else []
    return [cut(part, at.end - at.time_x) for part in words]


def _title(found: Chronology, row: int, fields: list[_Field]) -> None:
    """Sets the title, and what has to be said before it."""
    text, before = found.text(row), len(found.prefix(row))
    at = 0
    for n, field in enumerate(fields):
        room = field.end - field.start
        # Each line has a room of its own: a long time may push it aside.
        (start, end), *rest = [(at + start, at + end) for start, end in breaks(text[at:], room)]
        if n == len(fields) - 1:
            end = len(text)
        at = max(start, min(before, end))
        words = Span(text[start:at], "dim"), Span(text[at:end], "", found.event(row).id)
        field.pieces += cut_spans(words, field.start, room, 0)
        if not rest:
            return
        at = rest[0][0]


def _more(found: Chronology, row: int, fields: list[_Field]) -> None:
    """Sets who took part after the title, or in the line under it, whichever has more room."""
    spans = _more_spans(found, row)
    needed = cell_len(text_of(spans))
    last = max([n for n, field in enumerate(fields) if field.pieces], default=0)
    rooms = {n: fields[n].end - fields[n].free for n in range(last, len(fields))}
    n = next((n for n, room in rooms.items() if room >= needed), max(rooms, key=rooms.__getitem__))
    if rooms[n] >= min(needed, _LEAST_MORE):
        fields[n].pieces.extend(cut_spans(spans, fields[n].free, rooms[n], 1, "dim"))


def _more_spans(found: Chronology, row: int) -> Spans:
    event = found.event(row)
    parts: list[Spans] = []
    if found.when(row) is not event.when and event.when.known:
        parts.append((Span(f"occurred {event.when.display()}", "time"),))
    parts.append(joined([(found.scope.link(id, linked=False),) for id in _parties(event)], Span(", ", "dim")))
    return joined(parts)


def _parties(event: Event) -> Iterable[str]:
    """Who took part, each once, in the order in which they are named."""
    return dict.fromkeys([ref.ref for refs in (event.participants or {}).values() for ref in refs])
