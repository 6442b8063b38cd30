"""The edit that puts one entry of a mapping before the others, its comments with it and every other line as it was.

Knows lines, keys and comments, no kind of entry.
"""

from itertools import pairwise

from briefing_tui.source.diagnostic import Edit, Extent
from briefing_tui.source.load import Loaded
from briefing_tui.source.tree import HIDDEN, Path
from briefing_tui.thrift import expression

_LINE_END = expression(r"[\r\n]")
_COMMENT = expression(r"([ \t]*)#")


def moved_first(loaded: Loaded, path: Path, before: str, moved: str, title: str) -> tuple[Edit, ...]:
    """The edit that moves one entry of the mapping at a path to right before another; none where it is in doubt.

    A comment belongs to the entry it stands in, at the end of a line of, or right above; blank lines stay where they
    are, between the entries.
    """
    tree = loaded.tree
    names = list(tree.value(path) or ())
    if before not in names or moved not in names:
        return ()
    names = names[names.index(before) : names.index(moved) + 1]
    if len(names) < 2 or any(name.startswith(HIDDEN) for name in names):
        return ()
    in_flow = tree.outermost_flow((*path, moved)) is not None
    stretches = (_in_flow if in_flow else _in_block)(loaded, [(*path, name) for name in names])
    if not stretches:
        return ()
    text = loaded.text
    contents = [text[start:end] for start, end in stretches]
    between = [text[one.end : other.start] for one, other in pairwise(stretches)]
    if in_flow and any("#" in gap for gap in (*between, _rest_of_line(text, stretches[-1].end))):
        # Whose comment it is cannot be told there.
        return ()
    pieces = [contents[-1]]
    for gap, content in zip(between, contents, strict=False):
        pieces += [gap, content]
    return (Edit(Extent(stretches[0].start, stretches[-1].end), "".join(pieces), title),)


def _in_flow(loaded: Loaded, paths: list[Path]) -> list[Extent]:
    """Each entry from its key to the end of its value."""
    tree = loaded.tree
    return [Extent(tree.extent(path, key=True).start, tree.extent(path).end) for path in paths]


def _in_block(loaded: Loaded, paths: list[Path]) -> list[Extent]:
    """Each entry from the comments right above it to the end of its last line; none where they are not line by line."""
    tree, lines, text = loaded.tree, loaded.lines, loaded.text
    columns, starts = set(), []
    ended = 0
    for path in paths:
        place = lines.position(tree.extent(path, key=True).start)
        if lines.line(place.line)[: place.column - 1].strip(" "):
            return []
        columns.add(place.column)
        first = place.line
        while first > 1 and lines.extent(first - 1).start >= ended and _is_comment(lines.line(first - 1), place.column):
            first -= 1
        starts.append(lines.extent(first).start)
        ended = max(tree.extent(path).end, tree.extent(path, key=True).end)
    if len(columns) != 1:
        return []
    column = columns.pop()
    last = lines.position(ended).line
    while last < len(lines) and _is_comment(lines.line(last + 1)) and not _is_comment(lines.line(last + 1), column):
        last += 1
    ends = [_before_blank(text, start, following) for start, following in pairwise(starts)]
    return [Extent(*stretch) for stretch in zip(starts, [*ends, lines.extent(last).end], strict=True)]


def _is_comment(line: str, column: int = 0) -> bool:
    """Whether a line is a comment; with a column (from 1), one that does not stand to the right of it."""
    found = _COMMENT.match(line)
    return found is not None and (not column or len(found[1]) < column)


def _before_blank(text: str, start: int, end: int) -> int:
    """The end of the last line that is not blank, without its end of line."""
    last = start + len(text[start:end].rstrip())
    return last + len(_rest_of_line(text, last))


def _rest_of_line(text: str, start: int) -> str:
    line_end = _LINE_END.search(text, start)
    return text[start : line_end.start() if line_end else len(text)]
