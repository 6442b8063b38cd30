"""Drawings: parts of a document in two dimensions, whose marks are links that arrow keys go between.

A drawing knows its width when it is drawn, and may be wider than it: what is left of `margin` stays, the rest scrolls.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len, split_graphemes

from briefing_tui.tui.rows import GUTTER, Piece, Row, Stop, row_text
from briefing_tui.tui.wrapping import cut


class Drawing(NamedTuple):
    """A block that draws itself at a width in cells. `key` names it in its document."""

    draw: Callable[[int], "Grid"]
    key: str = ""


class Grid:
    """A part in two dimensions: rows of marks. What is drawn in a row is made when it is looked at.

    Subclasses say what stands in row and stop n; pieces are given at their place in the whole, `span` cells wide, and
    what falls outside of the view is left out here.
    """

    height = count = 0
    #: Rows at the top, and cells at the left, that stay where they are.
    head = margin = 0
    #: The stop the cursor begins at.
    start = 0
    #: The stop beside the line of the time cursor, in a drawing that goes down in time; -1 for none.
    now_stop = -1

    def __init__(self, width: int) -> None:
        self.width = width
        #: The width of the whole, and how far it is scrolled.
        self.span = width
        self.x = 0

    # what a subclass says --------------------------------------------------------------------

    def pieces(self, n: int, left: int, right: int) -> Sequence[Piece]:
        """What stands in row n, in order; of what scrolls only what reaches into the cells from left to right."""
        raise NotImplementedError

    def stop_at(self, n: int) -> int:
        """The stop row n belongs to, -1 for none."""
        return n - self.head

    def stop(self, n: int) -> Stop:
        """Stop n."""
        raise NotImplementedError

    def rows_of(self, n: int) -> tuple[int, int]:
        """The first row of stop n and the row after its last."""
        return n + self.head, n + self.head + 1

    def cells(self, stop: int, link: int) -> tuple[int, int, int]:
        """The row of a mark, its first cell in the whole and the cell after its last."""
        raise NotImplementedError

    def words(self, stop: int, link: int) -> str:
        """What a mark is called, for whoever narrows by name and for the line that says where one is."""
        raise NotImplementedError

    def holding(self, stop: int, target: str) -> int | None:
        """The mark of a stop that leads to something, or to several of which it is one; None where there is none."""
        links = self.stop(stop).links
        return links.index(target) if target in links else None

    # what every drawing does --------------------------------------------------------------------

    def row(self, n: int) -> Row:
        left, right = self.x + self.margin, self.x + self.width
        return Row(self.stop_at(n), tuple(self._in_view(self.pieces(n, left, right), left, right)))

    def keys(self) -> Iterator[str]:
        return (self.stop(n).key for n in range(self.count))

    def head_at(self, n: int) -> tuple[int, int]:
        """The rows (first, and after the last) that stay above all when row n is the first of the view; or (0, 0)."""
        return (0, self.head) if n and n + self.head < self.height else (0, 0)

    def beside(self, stop: int, link: int, dx: int, dy: int) -> tuple[int, int] | None:
        """The mark that is next in a direction, as stop and link; None where there is none.

        Sideways within the row, down and up to what is nearest in the next row that has a mark.
        """
        if dx:
            here = self.stop(stop)
            link += dx
            return (stop, link) if (0 if not here.target else -1) <= link < len(here.links) else None
        number = stop + dy
        while 0 <= number < self.count:
            there = self.stop(number)
            if link < 0 and there.target:
                return number, -1
            if there.links:
                return number, self.nearest(number, self.middle(stop, link))
            if there.target:
                return number, -1
            number += dy
        return None

    def middle(self, stop: int, link: int) -> int:
        """The cell in the middle of a mark."""
        if link < 0:
            return GUTTER
        _, start, end = self.cells(stop, link)
        return (start + end) // 2

    def nearest(self, stop: int, x: int) -> int:
        """The mark of a stop that is nearest to a cell."""
        return min(range(len(self.stop(stop).links)), key=lambda link: abs(self.middle(stop, link) - x))

    def _in_view(self, pieces: Iterable[Piece], left: int, right: int) -> Iterator[Piece]:
        for piece in pieces:
            if piece.x < self.margin:
                yield piece
                continue
            text, x = piece.text, piece.x
            end = x + cell_len(text)
            if end <= left or x >= right:
                continue
            if x < left:
                text, gone = _without(text, left - x)
                x += gone
            if end > right:
                text = cut(text, right - x) if piece.role not in LINES else text[: right - x]
            if text:
                yield piece._replace(x=x - self.x, text=text)


#: Lines: cut at the edge of the view without a sign, since nobody reads them.
LINES = frozenset({"grid", "edge", "bar", "bar-empty", "now", "axis-line"})


def _without(text: str, cells: int) -> tuple[str, int]:
    """The end of a text, from a cell on, and how many cells are gone: one more, where half a character would stay."""
    gone = 0
    for _, end, width in split_graphemes(text)[0]:
        gone += width
        if gone >= cells:
            return text[end:], gone
    return "", gone


def over(ground: Sequence[Piece], marks: Sequence[Piece]) -> list[Piece]:
    """Marks laid over a ground of characters that each fill one cell; both in order, neither overlapping itself."""
    found: list[Piece] = []
    waiting = list(reversed(ground))
    for mark in marks:
        end = mark.x + cell_len(mark.text)
        while waiting and waiting[-1].x < mark.x:
            piece = waiting.pop()
            room = mark.x - piece.x
            found.append(piece._replace(text=piece.text[:room]))
            if len(piece.text) > room:
                waiting.append(piece._replace(x=mark.x, text=piece.text[room:]))
        while waiting and waiting[-1].x < end:
            piece = waiting.pop()
            if piece.x + len(piece.text) > end:
                waiting.append(piece._replace(x=end, text=piece.text[end - piece.x :]))
        found.append(mark)
    found.extend(reversed(waiting))
    return found


#: Directions a line leaves a cell by, and the character that joins them.
UP, RIGHT, DOWN, LEFT = 8, 4, 2, 1
_JOINTS = " ╴╷┐╶─┌┬╵┘│┤└┴├┼"


class Canvas(Grid):
    """A drawing small enough to be made whole: put marks, words and lines on it, then `finish` it.

    Each row with marks is a stop; `name_row` gives it a name, something it stands for, and that as a link. With
    `spatial`, arrow keys go to what is nearest in their direction, in whatever row.
    """

    def __init__(self, width: int, key: str, *, margin: int = 0, head: int = 0, spatial: bool = False) -> None:
        super().__init__(width)
        self.margin, self.head = margin, head
        self._key = key
        self._spatial = spatial
        self._texts: dict[int, list[tuple[Piece, str]]] = {}
        self._lines: dict[int, dict[int, int]] = {}
        self._line_roles: dict[tuple[int, int], str] = {}
        self._names: dict[int, tuple[str, str, str]] = {}
        self._rows: list[tuple[Piece, ...]] = []
        self._stops: list[Stop] = []
        self._stop_rows: list[int] = []
        self._row_stops: dict[int, int] = {}
        self._marks: list[list[tuple[int, int, str]]] = []

    # drawing --------------------------------------------------------------------

    def put(self, x: int, y: int, text: str, role: str = "", target: str = "", words: str = "") -> None:
        """Some words from a cell on; with a target they are a mark, called `words` (its text, where there are none)."""
        if text:
            self._texts.setdefault(y, []).append((Piece(x, text, role, target), words or text))

    def across(self, x: int, end: int, y: int, role: str = "edge") -> None:
        """A line through the cells from x to end, both included."""
        x, end = min(x, end), max(x, end)
        row = self._lines.setdefault(y, {})
        for at in range(x, end + 1):
            row[at] = row.get(at, 0) | (RIGHT if at < end else 0) | (LEFT if at > x else 0)
            self._line_roles[at, y] = role

    def down(self, x: int, y: int, end: int, role: str = "edge") -> None:
        """A line through the rows from y to end, both included."""
        y, end = min(y, end), max(y, end)
        for at in range(y, end + 1):
            row = self._lines.setdefault(at, {})
            row[x] = row.get(x, 0) | (DOWN if at < end else 0) | (UP if at > y else 0)
            self._line_roles.setdefault((x, at), role)

    def name_row(self, y: int, key: str, target: str = "", text: str = "") -> None:
        """Makes a row a stop that stands for something."""
        self._names[y] = (key, target, text)

    def finish(self) -> "Canvas":
        """Puts everything into rows; what is put later is not seen."""
        self.height = max([*self._texts, *self._lines, *self._names], default=-1) + 1
        for y in range(self.height):
            texts = sorted(self._texts.get(y, ()), key=lambda text: text[0].x)
            links: list[str] = []
            marks: list[tuple[int, int, str]] = []
            row: list[Piece] = []
            for piece, words in texts:
                if piece.target:
                    marks.append((piece.x, piece.x + cell_len(piece.text), words))
                    piece = piece._replace(link=len(links))
                    links.append(piece.target)
                row.append(piece)
            pieces = tuple(over(self._ground(y), row))
            self._rows.append(pieces)
            self.span = max([self.span, *(piece.x + cell_len(piece.text) for piece in pieces[-1:])])
            if links or y in self._names:
                key, target, text = self._names.get(y, (f"{self._key}.{y}", "", ""))
                self._row_stops[y] = len(self._stops)
                self._stops.append(Stop(key, target, tuple(links), text or row_text(Row(-1, pieces)).strip(), True))
                self._stop_rows.append(y)
                self._marks.append(marks)
        self.count = len(self._stops)
        return self

    def _ground(self, y: int) -> list[Piece]:
        """The lines of a row as pieces."""
        pieces: list[Piece] = []
        for x, joint in sorted(self._lines.get(y, {}).items()):
            role = self._line_roles[x, y]
            last = pieces[-1] if pieces else None
            if last is not None and last.role == role and last.x + len(last.text) == x:
                pieces[-1] = last._replace(text=last.text + _JOINTS[joint])
            else:
                pieces.append(Piece(x, _JOINTS[joint], role))
        return pieces

    # what a grid says --------------------------------------------------------------------

    def pieces(self, n: int, left: int, right: int) -> Sequence[Piece]:
        return self._rows[n]

    def stop_at(self, n: int) -> int:
        return self._row_stops.get(n, -1)

    def stop(self, n: int) -> Stop:
        return self._stops[n]

    def rows_of(self, n: int) -> tuple[int, int]:
        return self._stop_rows[n], self._stop_rows[n] + 1

    def cells(self, stop: int, link: int) -> tuple[int, int, int]:
        start, end, _ = self._marks[stop][link]
        return self._stop_rows[stop], start, end

    def words(self, stop: int, link: int) -> str:
        return self._marks[stop][link][2] if link >= 0 else self._stops[stop].text

    def beside(self, stop: int, link: int, dx: int, dy: int) -> tuple[int, int] | None:
        found = None if self._spatial and dy else super().beside(stop, link, dx, dy)
        return found if found is not None or not self._spatial else self._nearest_in(stop, link, dx, dy)

    def _nearest_in(self, stop: int, link: int, dx: int, dy: int) -> tuple[int, int] | None:
        """What is nearest in a direction: how far it is that way counts once, how far aside twice."""
        y, x = self._stop_rows[stop], self.middle(stop, link)
        best: tuple[int, int, int] | None = None
        for other, marks in enumerate(self._marks):
            for number, (start, end, _) in enumerate(marks):
                # A cell is twice as high as it is wide.
                down, right = 2 * (self._stop_rows[other] - y), (start + end) // 2 - x
                ahead, aside = (right * dx, abs(down)) if dx else (down * dy, abs(right))
                if ahead > 0 and (best is None or ahead + 2 * aside < best[0]):
                    best = (ahead + 2 * aside, other, number)
        return best[1:] if best else None
