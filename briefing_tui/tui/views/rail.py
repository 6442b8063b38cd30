"""What lasts, as lines beside the rows of a timeline: which runs where, how it begins and ends. Knows no cells.

A line runs through the rows that fall into it. Where more last at once than there are tracks, those that last longest
are not drawn and counted.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from briefing_tui.model.time import When
from briefing_tui.tui.views.chronology import Chronology

#: How a line ends: at a time; nobody knows when; not at all as far as is known. Or it comes from above: from nobody
#: knows when, or from before all.
CLOSED, END_UNKNOWN, OPEN, START_UNKNOWN, OPEN_START = range(5)
#: Those whose own row is their last one.
FROM_ABOVE = (START_UNKNOWN, OPEN_START)

_FREE = -1


class Line(NamedTuple):
    """A line through the rows from `first` to `last`; `row` is that of the event that lasts."""

    first: int
    last: int
    row: int
    kind: int


class Rail:
    """The lines of a chronology on so many tracks at most.

    `tracks` says for each row which event's line has each track, -1 for none, until the row after its last; `beyond`
    how many lines run through a row that are not drawn (nothing where all are).
    """

    def __init__(self, found: Chronology, most: int) -> None:
        #: All that lasts, in the order of the beginnings.
        self.lasting = lines_of(found)
        drawn, left_out = _chosen(self.lasting, most)
        #: The line of each event that is drawn, by its row, and its track.
        self.lines = {line.row: line for line in drawn}
        self.track: dict[int, int] = {}
        self.width = _allotted(drawn, self.track)
        self.tracks = _by_row(drawn, self.track, self.width, found.dated)
        self.beyond: Sequence[int] = ()
        self.left_out = len(left_out)
        if left_out:
            change = [0] * (found.dated + 1)
            for line in left_out:
                change[line.first] += 1
                change[line.last + 1] -= 1
            self.beyond = list(accumulate(change[:-1]))


def lines_of(found: Chronology) -> list[Line]:
    """What lasts, in the order in which the lines begin."""
    lines: list[Line] = []
    reached: list[int] = []
    for row in found.lasting:
        when = found.when(row)
        kind = _kind(when)
        first = last = row
        if kind == CLOSED:
            # Groups are in the order of their days as written: what has begun by a row is what bounds a line.
            reached = reached or list(accumulate(found.begins, max))
            last = max(row, bisect_right(reached, _end_of(when, found.offset)) - 1)
        elif kind == END_UNKNOWN:
            last = min(row + 1, found.dated - 1)
        elif kind == OPEN:
            last = found.dated - 1
        elif kind == START_UNKNOWN:
            first = max(0, row - 1)
        else:
            first = 0
        lines.append(Line(first, last, row, kind))
    lines.sort()
    return lines


def _kind(when: When) -> int:
    if when.start is None:
        return OPEN_START if when.open_start else START_UNKNOWN
    if when.end is None:
        return OPEN if when.open_end else END_UNKNOWN
    return CLOSED


def _end_of(when: When, offset: int) -> int:
    assert when.end is not None
    return when.end.last(offset)


def _chosen(lines: list[Line], most: int) -> tuple[list[Line], list[Line]]:
    """Those that are drawn: where too many run side by side, the one that ends last is left out."""
    running: list[Line] = []
    left_out: list[Line] = []
    for line in lines:
        if len(running) == most:
            # The row after its last shows the end of a line.
            running = [other for other in running if other.last + 1 >= line.first]
        running.append(line)
        if len(running) > most:
            longest = max(running, key=_reach)
            running.remove(longest)
            left_out.append(longest)
    gone = {line.row for line in left_out}
    return [line for line in lines if line.row not in gone], left_out


def _reach(line: Line) -> tuple[int, int]:
    return line.last, -line.first


def _allotted(lines: list[Line], track: dict[int, int]) -> int:
    """Gives each line the first track that is free; how many there are. The row after its last shows its end."""
    until: list[int] = []
    for line in lines:
        free = next((n for n, last in enumerate(until) if last + 1 < line.first), len(until))
        if free == len(until):
            until.append(line.last)
        until[free] = line.last
        track[line.row] = free
    return len(until)


def _by_row(lines: list[Line], track: dict[int, int], width: int, rows: int) -> list[tuple[int, ...]]:
    changes: dict[int, list[tuple[int, int]]] = {}
    for line in lines:
        at = track[line.row]
        changes.setdefault(line.first, []).append((at, line.row))
        # What ends is noted before what begins in the same row, on another track.
        changes.setdefault(line.last + 2, []).insert(0, (at, _FREE))
    now = (_FREE,) * width
    found: list[tuple[int, ...]] = []
    for row in range(rows):
        if row in changes:
            cells = list(now)
            for at, event in changes[row]:
                cells[at] = event
            now = tuple(cells)
        found.append(now)
    return found
