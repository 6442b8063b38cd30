"""Text that is silently not read, because a space and # begin a comment.

Only where the format wants text: elsewhere a comment is one.
"""

import re

from briefing_tui.source.diagnostic import Diagnostic
from briefing_tui.source.refusals import MAX_PROBLEMS
from briefing_tui.source.slips import lost_to_comment
from briefing_tui.source.tree import REFUSED, Path, Tree
from briefing_tui.source.wanted import shape_at, wants_text
from briefing_tui.source.written import line_start

_HASH = re.compile(r"(?<=[ \t])#(?=\S)")

#: Parts whose own text is kept as far as it was read: a briefing without its bottom line could not be opened at all.
_PARTS = ("situation", "outlook")


def lost_text(tree: Tree) -> list[Diagnostic]:
    """Every text that a comment without a space after its # cuts short. What stands in an entry is REFUSED then."""
    found: list[Diagnostic] = []
    for sign in _HASH.finditer(tree.text):
        before = len(tree.text[line_start(tree.text, sign.start()) : sign.start()].rstrip())
        end = line_start(tree.text, sign.start()) + before
        if before and (cut := _cut_value(tree, end)) is not None:
            path, start = cut
            flow = _outermost_flow(tree, path)
            found.append(lost_to_comment(tree.text, start if start < end else sign.start(), sign.start(), flow))
            own = len(path) - (path[0] in _PARTS)
            if own > 1 or tree.value(path) is None:
                tree.value(path[:-1])[path[-1]] = REFUSED
            if len(found) >= MAX_PROBLEMS:
                break
    return found


def _cut_value(tree: Tree, end: int) -> tuple[Path, int] | None:
    """The path and the beginning of the plain text that ends at an offset, or should have begun after the key there."""
    path = tree.path_at(end - 1)
    value = tree.value(path)
    if not path or value is REFUSED or not wants_text(shape_at(tree, path)):
        return None
    extent = tree.extent(path)
    if value is None:
        return (path, end) if tree.text[extent.end : end].strip() == ":" else None
    if isinstance(value, str) and extent.end == end and tree.text[extent.start] not in "'\"|>":
        return path, extent.start
    return None


def _outermost_flow(tree: Tree, path: Path) -> int | None:
    for depth in range(len(path)):
        start = tree.extent(path[:depth]).start
        if isinstance(tree.value(path[:depth]), dict | list) and tree.text[start : start + 1] in ("{", "["):
            return start
    return None
