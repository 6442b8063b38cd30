"""Draws an actor in the middle: who comes in on the left, who it goes out to on the right.

Every neighbour hangs from its name by what joins the two. Words read from left to right, arrows say whom it is about.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from briefing_tui.blocks.marks import STANDINGS, Mark
from briefing_tui.blocks.scope import Scope
from briefing_tui.tui.drawing import Canvas
from briefing_tui.tui.rows import GUTTER
from briefing_tui.tui.views.neighbours import Bond, Neighbour
from briefing_tui.tui.wrapping import breaks, cut

#: A side that is higher than this, in rows, hangs from the actor, which stays in sight above it.
HIGHEST = 30
#: Words are never cut shorter than this, in cells; what would be narrower is not drawn.
WHOLE, NARROWEST = 16, 44
#: What qualifies a bond and has no room beside it stands below it in so many rows at most.
_ROWS_BELOW = 2

_SIGNS = {"arrows": "─▶ from one to the other", "mutual": "── alike both ways", "shared": "┄┄ only shared"}
_VOUCHED = ((STANDINGS["claim"], "a party says so"), (STANDINGS["reported"], "a source says so"))


class Side(NamedTuple):
    """A side in cells: the line its names hang from, the line that leads to the actor, and where words begin."""

    hook: int
    spine: int
    words: int

    @property
    def left(self) -> bool:
        """Whether it is the left one."""
        return self.hook < self.spine

    @property
    def reach(self) -> int:
        """The cells between its two lines."""
        return abs(self.hook - self.spine) - 1

    @property
    def room(self) -> int:
        """The cells that words may fill, with an arrow and a space at either end."""
        return self.reach - 4


class Line(NamedTuple):
    """What joins a neighbour to the actor, in words at one of its sides: in the line, beside that and below it."""

    bond: Bond
    words: str
    beside: str = ""
    below: tuple[str, ...] = ()


class Hung(NamedTuple):
    """A neighbour and the lines that hang from its name."""

    id: str
    lines: tuple[Line, ...]

    @property
    def height(self) -> int:
        """In rows, with one of air below it."""
        return 2 + sum([1 + len(line.below) for line in self.lines])


def ego(scope: Scope, entry: str, neighbours: Sequence[Neighbour], width: int) -> Canvas | None:
    """An actor and who is around it at a width in cells; None where that is too narrow to be read."""
    left, right = sides(neighbours)
    columns = _columns(cell_len(scope.label(entry)), bool(left), bool(right), width)
    longest = max([_least(bond) for each in neighbours for bond in each.bonds])
    if width < NARROWEST or min([side.room for side in columns]) < longest:
        return None
    stacks = [stack for stack in (left, right) if stack]
    for below in (_ROWS_BELOW, 0):
        hung = [[_hung(each, side, below) for each in stack] for stack, side in zip(stacks, columns, strict=True)]
        if max(map(_height, hung)) <= HIGHEST:
            break
    return _Ego(scope, entry, hung, columns, width).canvas


def sides(neighbours: Sequence[Neighbour]) -> tuple[list[Neighbour], list[Neighbour]]:
    """Who stands on the left, who on the right: by direction where there is one, else where there is more room."""
    found: tuple[list[Neighbour], list[Neighbour]] = ([], [])
    for neighbour in neighbours:
        if len(neighbour.ways) == 1:
            found[True in neighbour.ways].append(neighbour)
    heights = [sum([2 + len(each.bonds) for each in side]) for side in found]
    for neighbour in neighbours:
        if len(neighbour.ways) != 1:
            lower = heights[0] > heights[1]
            found[lower].append(neighbour)
            heights[lower] += 2 + len(neighbour.bonds)
    order = {neighbour.id: n for n, neighbour in enumerate(neighbours)}
    for side in found:
        side.sort(key=lambda neighbour: order[neighbour.id])
    return found


def _columns(name: int, left: bool, right: bool, width: int) -> list[Side]:
    """Where the sides stand. One that is alone has the room of both."""
    end = width - 2
    half = min(name + 4, width - 4) // 2
    middle = (GUTTER + end) // 2 if left and right else end - half if left else GUTTER + half
    found = [Side(GUTTER, middle - 2, GUTTER + 3)] if left else []
    return [*found, Side(end, middle + 2, middle + 5)] if right else found


def _least(bond: Bond) -> int:
    """The cells a bond's words need, whichever end they are read from."""
    return min(WHOLE, max(cell_len(bond.words), cell_len(bond.inverse))) + (2 if bond.mark else 0)


def _hung(neighbour: Neighbour, side: Side, rows: int) -> Hung:
    """A neighbour at a side; what qualifies a bond may stand in so many rows below it."""
    return Hung(neighbour.id, tuple([_line(bond, side, rows) for bond in neighbour.bonds]))


def _line(bond: Bond, side: Side, rows: int) -> Line:
    said = bond.inverse if side.left else bond.words
    whole = f"{bond.mark.glyph} {said}" if bond.mark else said
    words = cut(whole, side.room)
    # What is cut in the line stands whole below it.
    more = bond.more if words == whole else "; ".join(filter(None, (said, bond.more)))
    left = side.room - cell_len(words) - 2
    if not more or (words == whole and cell_len(more) <= left):
        return Line(bond, words, more)
    if not rows:
        return Line(bond, words, cut(bond.more, left) if left >= WHOLE // 2 else "")
    room = side.reach - 3
    found = [more[start:end] for start, end in breaks(more, room)]
    if len(found) > rows:
        found[rows - 1 :] = [cut(" ".join(found[rows - 1 :]), room)]
    return Line(bond, words, "", tuple(found))


def _height(stack: Iterable[Hung]) -> int:
    return sum([hung.height for hung in stack])


class _Ego:
    """Draws an actor and who is around it on a canvas."""

    def __init__(
        self, scope: Scope, entry: str, stacks: Sequence[list[Hung]], columns: Sequence[Side], width: int
    ) -> None:
        self._scope, self._entry, self._width = scope, entry, width
        around = max(map(_height, stacks)) <= HIGHEST
        above = [_half(stack) if around else 0 for stack in stacks]
        top = max([_height(stack[:n]) for stack, n in zip(stacks, above, strict=True)])
        bottom = top + 4 + max([_height(stack[n:]) for stack, n in zip(stacks, above, strict=True)])
        self.canvas = Canvas(width, "graph", head=0 if around else 3, spatial=True)
        self._keyed: set[int] = set()
        for side, stack, n in zip(columns, stacks, above, strict=True):
            self._stack(side, stack[:n], top - _height(stack[:n]), top)
            self._stack(side, stack[n:], top + 4, top + 2)
        self._actor(top, [side.spine for side in columns])
        bonds = [line.bond for stack in stacks for hung in stack for line in hung.lines]
        put_legend(
            self.canvas,
            bottom,
            [bond.mark for bond in bonds],
            arrows=any(bond.out is not None for bond in bonds),
            mutual=any(bond.out is None and bond.related for bond in bonds),
            shared=not all(bond.related for bond in bonds),
        )
        self.canvas.finish()
        self.canvas.start = self.canvas.stop_at(top + 1)

    def _actor(self, y: int, spines: Sequence[int]) -> None:
        """The actor itself in a box, around the lines that lead to it."""
        name = cut(self._scope.label(self._entry), self._width - 8)
        cells = cell_len(name) + 4
        start = min(max(GUTTER, sum(spines) // len(spines) - cells // 2), self._width - 1 - cells)
        start, end = min(start, spines[0] - 1), max(start + cells - 1, spines[-1] + 1)
        for row in (y, y + 2):
            self.canvas.across(start, end, row)
        for column in (start, end):
            self.canvas.down(column, y, y + 2)
        x = (start + end + 3 - cells) // 2
        self.canvas.put(x, y + 1, f" {name} ", "node-here", self._entry, self._scope.label(self._entry))
        self._key(y + 1, "here")

    def _stack(self, side: Side, stack: Sequence[Hung], y: int, box: int) -> None:
        """Some neighbours one under the other from row y on, joined to the box at a row of it."""
        joints: list[int] = []
        for hung in stack:
            self._name(side, hung.id, y)
            row = y + 1
            for line in hung.lines:
                self._line(side, hung.id, line, row)
                joints.append(row)
                row += 1 + len(line.below)
            self.canvas.down(side.hook, y, joints[-1])
            y += hung.height
        if joints:
            self.canvas.down(side.spine, min(joints[0], box), max(joints[-1], box))

    def _name(self, side: Side, id: str, y: int) -> None:
        words = self._scope.label(id)
        name = cut(words, side.reach)
        x = side.hook if side.left else side.hook - cell_len(name) + 1
        self.canvas.put(x, y, name, "node", id, words)
        self._key(y, id)

    def _key(self, y: int, name: str) -> None:
        """Names a row by what stands in it, so that the place is found again at another width."""
        if y not in self._keyed:
            self._keyed.add(y)
            self.canvas.name_row(y, f"graph.{name}")

    def _line(self, side: Side, id: str, line: Line, y: int) -> None:
        """A line with its words in it, and with an arrow at the end it points to."""
        canvas, bond = self.canvas, line.bond
        canvas.across(side.hook, side.spine, y)
        first, last = min(side.hook, side.spine) + 1, max(side.hook, side.spine) - 1
        if bond.out is not None:
            rightwards = bond.out != side.left
            canvas.put(last if rightwards else first, y, "▶" if rightwards else "◀", "edge")
            first, last = (first, last - 1) if rightwards else (first + 1, last)
        role = "future" if bond.later else bond.mark.role if bond.mark else "edge-word" if bond.related else "mark"
        x = side.words
        canvas.put(x - 1, y, " ")
        canvas.put(x, y, line.words, role, bond.target, self._said(side, id, bond))
        x += cell_len(line.words)
        if line.beside:
            canvas.put(x, y, f", {line.beside}", "dim")
            x += 2 + cell_len(line.beside)
        canvas.put(x, y, " ")
        if not bond.related:
            # What is only shared joins them less than a relation does.
            canvas.put(first, y, "┄" * (side.words - 1 - first), "edge")
            canvas.put(x + 1, y, "┄" * (last - x), "edge")
        for n, words in enumerate(line.below, 1):
            canvas.put(side.words, y + n, words, "dim")

    def _said(self, side: Side, id: str, bond: Bond) -> str:
        """What a mark in a line is called: the line as a sentence."""
        here, there = self._scope.label(self._entry), self._scope.label(id)
        if not bond.related:
            return f"{bond.words} with {there}"
        more = f", {bond.more}" if bond.more else ""
        return f"{there} {bond.inverse} {here}{more}" if side.left else f"{here} {bond.words} {there}{more}"


def _half(stack: Sequence[Hung]) -> int:
    """How many of some neighbours stand above the actor: about half, by rows."""
    half, above, n = _height(stack) / 2, 0, 0
    while n < len(stack) and above + stack[n].height / 2 <= half:
        above += stack[n].height
        n += 1
    return n


def put_legend(canvas: Canvas, y: int, marks: Iterable[Mark | None], **occurs: bool) -> None:
    """What the signs mean that occur (`arrows`, `mutual`, `shared` and some marks), from a row on."""
    found = set(marks)
    signs = [
        *(words for name, words in _SIGNS.items() if occurs.get(name)),
        *(f"{mark.glyph} {words}" for mark, words in _VOUCHED if mark in found),
    ]
    x = GUTTER
    for sign in signs:
        if x > GUTTER and x + len(sign) > canvas.width - 1:
            x, y = GUTTER, y + 1
        canvas.put(x, y, sign, "dim")
        x += len(sign) + 3
