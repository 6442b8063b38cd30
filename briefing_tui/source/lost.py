"""Text that is silently not read, because a space and # begin a comment.

Only where the format wants text: elsewhere a comment is one.
"""

import re
from typing import Any

from briefing_tui.source.diagnostic import Diagnostic, Extent
from briefing_tui.source.refusals import MAX_PROBLEMS
from briefing_tui.source.slips import lost_to_comment
from briefing_tui.source.tree import REFUSED, Path, Tree
from briefing_tui.source.wanted import shape_at, wants_text
from briefing_tui.source.written import line_end, line_start

# The sign first: the rest is looked at only where there is one.
_HASH = re.compile(r"#(?<=[ \t]#)(?=\S)")

#: Parts whose own text is kept as far as it was read: a briefing without its bottom line could not be opened at all.
_PARTS = ("situation", "outlook")


def lost_text(tree: Tree) -> list[Diagnostic]:
    """Every text that a comment without a space after its # cuts short. What stands in an entry is REFUSED then."""
    found: list[Diagnostic] = []
    at = 0
    while (sign := _HASH.search(tree.text, at)) is not None and len(found) < MAX_PROBLEMS:
        hash = sign.start()
        line = line_start(tree.text, hash)
        written = line + len(tree.text[line:hash].rstrip())
        path = tree.path_at(max(line, written - 1))
        value, extent = tree.value(path), tree.extent(path)
        if isinstance(value, str) and extent.start <= hash < extent.end:
            at = extent.end
            continue
        at = line_end(tree.text, hash)
        start = _cut(tree, path, value, extent, written) if written > line else None
        if start is not None:
            found.append(lost_to_comment(tree.text, min(start, hash), hash, tree.outermost_flow(path)))
            own = len(path) - (path[0] in _PARTS)
            if own > 1 or value is None:
                tree.value(path[:-1])[path[-1]] = REFUSED
    return found


def _cut(tree: Tree, path: Path, value: Any, extent: Extent, end: int) -> int | None:
    """Where the plain text begins that is cut short at an offset; past the end if all is lost; None if none is."""
    if value is None and path and wants_text(shape_at(tree, path)):
        return len(tree.text) if tree.text[extent.end : end].strip() == ":" else None
    if isinstance(value, str) and extent.end == end and tree.text[extent.start] not in "'\"|>":
        return extent.start if wants_text(shape_at(tree, path)) else None
    return None
