"""Where one more item goes in a text, and the edits that put it there in the manner of its neighbours.

Block or {...}, as deep as they are, with a blank line between where they have one. What stands there is not touched.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from briefing_tui.source.diagnostic import Edit, Extent
from briefing_tui.source.edit import line_end_of, with_line_ends
from briefing_tui.source.tree import Path, Tree
from briefing_tui.source.written import column, first_in_line, line_at, line_end, line_start

#: How much deeper what belongs to something stands, where the text does not say.
STEP = 2

_COMMA = re.compile(r"(?:\s|#[^\r\n]*)*,")


class CannotInsertError(ValueError):
    """There is something in the way; what, in words for the author."""


class Item(Protocol):
    """What is put in: a key with what stands under it, or an item of a list."""

    @property
    def key(self) -> str:
        """Its key; empty for an item of a list."""

    def lines(self, column: int) -> list[str]:
        """On lines of its own, indented by so many spaces."""

    def in_line(self) -> str:
        """On one line, for the inside of {...}."""


class Holding(NamedTuple):
    """A key that was missing, with the one item it is to hold."""

    key: str
    item: Item
    step: int

    def lines(self, column: int) -> list[str]:
        """The key, and the item below it."""
        return [f"{' ' * column}{self.key}:", *self.item.lines(column + self.step)]

    def in_line(self) -> str:
        """The key, and the item in braces."""
        return f"{self.key}: {{{self.item.in_line()}}}"


class Pair(NamedTuple):
    """A key with what is written after it; without a key, an item of a list."""

    key: str
    written: str

    def lines(self, column: int) -> list[str]:
        """On one line."""
        return [f"{' ' * column}{self.key}: {self.written}" if self.key else f"{' ' * column}- {self.written}"]

    def in_line(self) -> str:
        """The same inside of {...} or [...]."""
        return f"{self.key}: {self.written}" if self.key else self.written


def insertion(tree: Tree, path: Path, item: Item, order: Sequence[str] = ()) -> list[Edit]:
    """The edits that put an item into the mapping or list at a path, which may be empty or `key:` alone.

    With an `order` of keys it goes after those that come before it, else at the end. Raises CannotInsertError.
    """
    held = tree.value(path)
    if held is None:
        edits = _below_key(tree, path, item)
    elif not isinstance(held, dict | list):
        raise CannotInsertError(f"`{'.'.join(map(str, path))}` holds text: nothing can be added to it")
    elif tree.text.startswith(("{", "["), tree.extent(path).start):
        edits = _in_flow(tree, path, item)
    elif isinstance(held, list):
        edits = _as_last(tree, path, item)
    else:
        edits = _in_order(tree, path, item, order)
    end = line_end_of(tree.text)
    return [with_line_ends(edit, end) for edit in edits]


def step_of(tree: Tree) -> int:
    """How much deeper than its key the first thing stands that is indented at all."""
    root = tree.root if isinstance(tree.root, dict) else {}
    for key, value in root.items():
        if isinstance(value, dict) and value:
            first = tree.extent((key, next(iter(value))), key=True).start
            if first_in_line(tree.text, first) == first:
                return max(1, column(tree.text, first) - column(tree.text, tree.extent((key,), key=True).start))
    return STEP


def with_comments_end(text: str, at: int, depth: int) -> int:
    """The end of the line of an offset, or of the comments after it that are indented by at least `depth`."""
    end = line_end(text, at)
    start = end
    while start < len(text):
        start += 2 if text.startswith("\r\n", start) else 1
        stop, first = line_end(text, start), first_in_line(text, start)
        if first < stop and not (text[first] == "#" and first - start >= depth):
            break
        if first < stop:
            end = stop
        start = stop
    return end


# On lines of their own ------------------------------------------------------------


def _below_key(tree: Tree, path: Path, item: Item) -> list[Edit]:
    """The first item under a key after which nothing stands."""
    if not path:
        raise CannotInsertError("there is no briefing yet: begin with title, as_of and situation")
    key = tree.extent(path, key=True)
    if tree.outermost_flow(path) is not None:
        colon = ":" if not re.match(r"\s*:", tree.text[key.end : key.end + 20]) else ""
        return [_insert(_after_colon(tree.text, key.end), f"{colon} {{{item.in_line()}}}")]
    depth = column(tree.text, key.start)
    end = with_comments_end(tree.text, key.end, depth + 1)
    return [_insert(end, _lines(item.lines(depth + step_of(tree))))]


def _as_last(tree: Tree, path: Path, item: Item) -> list[Edit]:
    """After the last item of a list or mapping in block style, and the comments that stand below it."""
    held = tree.value(path)
    steps: list[str | int] = list(held) if isinstance(held, dict) else list(range(len(held)))
    last = (*path, steps[-1])
    depth = _depth(tree, last)
    end = with_comments_end(tree.text, _end(tree, last), depth)
    parted = len(steps) > 1 and _has_blank_before(tree, last)
    return [_insert(end, ("\n" if parted else "") + _lines(item.lines(depth)))]


def _in_order(tree: Tree, path: Path, item: Item, order: Sequence[str]) -> list[Edit]:
    held = tree.value(path)
    if not order or item.key not in order:
        return _as_last(tree, path, item)
    before = order[: order.index(item.key)]
    there = [key for key in held if key in before]
    after = [key for key in held if key in order and key not in before]
    depth = _depth(tree, (*path, next(iter(held))))
    text = tree.text
    # Headers of one line each have no blank line before them, sections may have.
    sections = [key for key in list(held)[1:] if isinstance(held[key], dict)]
    parted = isinstance(item, Holding) and any(_has_blank_before(tree, (*path, key)) for key in sections)
    lines = _lines(item.lines(depth))
    if there:
        # The last of them in the text: an author may have another order.
        last = max(((*path, key) for key in there), key=lambda found: tree.extent(found, key=True).start)
        end = with_comments_end(text, _end(tree, last), depth + 1)
        return [_insert(end, ("\n" if parted else "") + lines)]
    if not after or not path:
        return _as_last(tree, path, item)
    end = line_end(text, tree.extent(path, key=True).end)
    return [_insert(end, lines + ("\n" if parted else ""))]


def _lines(lines: list[str]) -> str:
    return "".join(f"\n{line}" for line in lines)


def _depth(tree: Tree, path: Path) -> int:
    """The column of an item's key or dash."""
    text = tree.text
    if isinstance(path[-1], str):
        return column(text, tree.extent(path, key=True).start)
    start = tree.extent(path).start
    dashes = [dash for dash in line_at(text, start).dashes if dash < start]
    if not dashes:
        # Nothing but the dash stands in its line: what belongs to it begins on the next.
        dashes = list(line_at(text, line_start(text, start) - 1).dashes)
    return column(text, dashes[-1]) if dashes else column(text, start)


def _end(tree: Tree, path: Path) -> int:
    """Where an item ends; of a key alone, after its colon."""
    end = tree.extent(path).end
    return _after_colon(tree.text, end) if tree.value(path) is None else end


def _after_colon(text: str, at: int) -> int:
    colon = re.compile(r"\s*:").match(text, at)
    return colon.end() if colon else at


def _has_blank_before(tree: Tree, path: Path) -> bool:
    """Whether a blank line stands before an item and the comments right above it."""
    text = tree.text
    start = line_start(text, tree.extent(path, key=isinstance(path[-1], str)).start)
    while start > 0:
        start = line_start(text, start - 1)
        first = first_in_line(text, start)
        if first == line_end(text, start):
            return True
        if text[first] != "#":
            return False
    return False


# In braces and brackets -----------------------------------------------------------


def _in_flow(tree: Tree, path: Path, item: Item) -> list[Edit]:
    held, whole, text = tree.value(path), tree.extent(path), tree.text
    if not held:
        inside = text[whole.start + 1 : whole.end - 1]
        in_block = bool(path) and tree.outermost_flow(path) is None
        if in_block and not inside.strip() and isinstance(path[-1], str):
            return _opened(tree, path, whole, item)
        if text[whole.start] == "[":
            if inside.strip():
                raise CannotInsertError(f"`{'.'.join(map(str, path))}` is an empty list: write {{}} for []")
            return [Edit(whole, f"{{{item.in_line()}}}", "Add it")]
        return [_insert(whole.start + 1, item.in_line() + (" " if inside[:1] == "#" else ""))]
    last = (*path, next(reversed(held)) if isinstance(held, dict) else len(held) - 1)
    end, close = _end(tree, last), whole.end - 1
    start = tree.extent(last, key=isinstance(held, dict)).start
    comma = _COMMA.match(text, end, close)
    done = comma.end() if comma else end
    own_line = first_in_line(text, start) == start and line_start(text, start) > whole.start
    if not own_line:
        return [_insert(done, f"{'' if comma else ','} {item.in_line()}")]
    lines = f"\n{' ' * column(text, start)}{item.in_line()}"
    below = line_end(text, done)
    if below > close:
        return [_insert(done, f"{'' if comma else ','}{lines}")]
    if below == end:
        return [_insert(end, f",{lines}")]
    # What stands behind the last item, such as a comment, stays behind it.
    return [_insert(below, f"{lines},")] if comma else [_insert(end, ","), _insert(below, lines)]


def _opened(tree: Tree, path: Path, whole: Extent, item: Item) -> list[Edit]:
    """{} is taken away and the item put on the lines below; a comment in the line of the {} stays there."""
    text = tree.text
    key = tree.extent(path, key=True)
    depth = column(text, key.start)
    colon = _after_colon(text, key.end)
    end = with_comments_end(text, whole.end, depth + 1)
    lines = _lines(item.lines(depth + step_of(tree)))
    taken = Extent(colon, whole.end) if not text[colon : whole.start].strip() else whole
    if end == taken.end:
        return [Edit(taken, lines, "Add it")]
    return [Edit(taken, "", "Add it"), _insert(end, lines)]


def _insert(at: int, text: str) -> Edit:
    return Edit(Extent(at, at), text, "Add it")
