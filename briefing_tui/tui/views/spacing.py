"""How a timeline is laid out at a width: where its columns stand, which rows an event fills. Draws nothing."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from briefing_tui.blocks.block import Span
from briefing_tui.blocks.marks import EVENT_STATUSES
from briefing_tui.tui.rows import GUTTER, Piece, wrapped
from briefing_tui.tui.views.chronology import Chronology
from briefing_tui.tui.views.rail import CLOSED, OPEN, Line, Rail
from briefing_tui.tui.views.remainder import SIGNS, has_first, has_second, one_line, second_words
from briefing_tui.tui.wrapping import breaks

#: So many tracks for what lasts, from a width on.
_TRACKS = ((100, 6), (64, 5), (44, 3), (30, 2), (0, 1))
#: With less room than this beside the times, titles stand beneath them, and with still less no status beside those.
_LEAST_TITLE, _LEAST_BESIDE = 24, 8
#: The widest of what is said of a day: `? uncertain`; and of what `to 11:00-05:00~` and the like are.
_WORDS, _LONGEST_END = 11, 15
#: A long word, in cells.
_WORD = 15
#: So many ends are looked at to find how wide the column of times is.
_LOOKED_AT = 200


class Spacing:
    """Columns and rows of a chronology at a width.

    `tops` is the first row of each event, `lines` how many it has. Above each group there is a row with its heading,
    and above that, but for the first one, an empty row. With `stacked`, an event's first row has its time, the others
    its title.
    """

    def __init__(self, found: Chronology, width: int) -> None:
        self.rail = rail = Rail(found, next(most for least, most in _TRACKS if width >= least))
        beyond = len(f"+{max(rail.beyond)}") + 1 if rail.beyond else 0
        self.beyond_x = GUTTER + 2 + 2 * rail.width
        self.time_x = GUTTER + 1 + 2 * rail.width + beyond + (2 if width >= 44 else 1)
        longest = found.longest + 1 if found.longest else 0
        # What is longer than an end on the same day, or comes late in a long list, pushes its title aside.
        ends = [len(second_words(found, line.row)) for line in rail.lasting[:_LOOKED_AT]]
        words = [_WORDS] if found.signs or rail.lasting else []
        self.time_room = max([longest, *words, *(end for end in ends if end <= _LONGEST_END)])
        self.end = width - 1
        self.title_x = self.time_x + self.time_room + (2 if self.time_room else 0)
        marks = [mark for status, mark in EVENT_STATUSES.items() if status in found.statuses]
        status_room = max([len(mark.word) + 2 for mark in marks], default=0)
        self.stacked = self.end - status_room - self.title_x < _LEAST_TITLE
        if self.stacked:
            self.title_x = self.time_x
        #: How much room there is for a title: in a line that has the status as well, and in one that has not.
        self.first_room, self.room = self.end - self.title_x - status_room, self.end - self.title_x
        if self.first_room < _LEAST_BESIDE:
            self.first_room = self.room
        said = [mark.span.text for mark in marks] if self.stacked else []
        said += [f"{sign} {words}" for sign, words in SIGNS.items() if sign in found.signs]
        if rail.left_out:
            said.append("+n more last than are drawn")
        self.legend = _legend(said, width)
        #: Of what stands in `lines`, those events whose times take two of them although they are stacked.
        self.split: set[int] = set()
        self.lines = self._lines(found)
        self.tops: list[int] = []
        self.height = self._rows(found)

    def _lines(self, found: Chronology) -> list[int]:
        room = self.room
        # Two lines hold what leaves room for a word that does not fit at the end of the first.
        surely = max(0, room - _WORD)
        lines = []
        for row, cells in enumerate(found.cells()):
            above = int(self.stacked and has_first(found, row))
            first = room if above else self.first_room
            needed = 1 if cells <= first else 2
            if cells > first + surely and (
                cells > first + 1 + room or not _in_two(found.text(row), cells, first, room)
            ):
                needed = 3
            lines.append(above + needed)
        for line in self.rail.lasting:
            if self.stacked:
                if len(one_line(found, line.row)) > room:
                    lines[line.row] += 1
                    self.split.add(line.row)
            elif lines[line.row] < 2 and has_second(found, line.row):
                # What lasts says in a line of its own until when.
                lines[line.row] = 2
        return lines

    def _rows(self, found: Chronology) -> int:
        #: The rows above all: where there is much room, these are for the legend, which is else below all.
        self.above = 0 if self.stacked or not self.legend else len(self.legend) + 1
        y = self.above
        ends = [*found.firsts, found.count][1:]
        for first, end in zip(found.firsts, ends, strict=True):
            y += 2 if first else 1
            tops = list(accumulate(self.lines[first:end], initial=y))
            y = tops.pop()
            self.tops += tops
        last = found.dated - 1
        if last == found.count - 1 and any(self._shown_after(line, last) for line in self.rail.lines.values()):
            y += 1
        return y + (len(self.legend) + 1 if self.legend and not self.above else 0)

    def _shown_after(self, line: Line, last: int) -> bool:
        """Whether a line needs a row after the last one, to show that it goes on or that it ends there."""
        return line.kind == OPEN or (line.kind == CLOSED and line.last == last and self.lines[last] == 1)


@lru_cache(maxsize=8)
def spacing(found: Chronology, width: int) -> Spacing:
    """How a chronology is laid out; kept, since a step of the time cursor leaves it as it is."""
    return Spacing(found, width)


def _in_two(text: str, cells: int, first: int, room: int) -> bool:
    """Whether a text that is longer than the first line goes into two."""
    if cells != len(text):
        return len(breaks(text, room, first)) < 3
    end = text.rfind(" ", 0, first + 1)
    return end > 0 and cells - end - 1 <= room


def _legend(said: Sequence[str], width: int) -> list[list[Piece]]:
    """What the signs mean that occur."""
    words = "   ".join([words.replace(" ", "\u00a0") for words in said])
    return wrapped((Span(words, "dim"),), GUTTER, width - GUTTER - 1, "dim") if words else []
