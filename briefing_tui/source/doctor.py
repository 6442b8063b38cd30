"""What can be saved of a text that is not YAML: each slip is explained and written over, and the rest is read."""

import re

from briefing_tui.source.case import Case, Slip
from briefing_tui.source.codes import finding
from briefing_tui.source.diagnostic import Diagnostic, Extent
from briefing_tui.source.lines import fitting_column
from briefing_tui.source.tree import REFUSED, Tree
from briefing_tui.source.written import column, first_in_line, lines_extent, written_over
from briefing_tui.source.yaml_tree import UnparsedError, read_tree

#: Slips of one text that are explained, and how many characters are read for that, all readings together.
MOST_SLIPS = 50
MOST_READ = 12_000_000

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def recovered_tree(text: str, error: UnparsedError) -> tuple[Tree, list[Diagnostic]]:
    """What can be saved of a text that is not YAML, and what is wrong with it. What holds a slip is REFUSED."""
    found = [
        _control_character(text, match.start())
        for match, _ in zip(_CONTROL.finditer(text), range(MOST_SLIPS), strict=False)
    ]
    filler = next(char for char in map(chr, range(0xE000, 0xF900)) if char not in text)
    seen = text.translate(dict.fromkeys(map(ord, set(_CONTROL.findall(text))), "_")) if found else text
    struck: list[Extent] = []
    read = 0
    tree: Tree | None = None
    stopped: UnparsedError | None = None if found else error
    while len(found) < 2 * MOST_SLIPS and read < MOST_READ:
        if stopped is None:
            tree, stopped = _attempt(seen, filler)
        if stopped is None:
            break
        read += stopped.at + 1
        slip = Case(text, seen, stopped).slip()
        over = written_over(seen, slip.over, " " if slip.struck else filler)
        if over != seen or not found:
            found.append(slip.found)
        if over == seen:
            # What was written over there is not enough: the whole line goes, without another finding.
            slip = Slip(slip.found, lines_extent(seen, max(0, min(stopped.at, len(seen) - 1))), struck=True)
            over = written_over(seen, slip.over, " ")
            if over == seen:
                break
        if slip.struck:
            struck.append(slip.over)
        seen, stopped = over, None
    if tree is None:
        return Tree(text, broken=True), found
    tree.text, tree.broken = text, True
    for extent in struck:
        _lose(tree, extent.start)
    return tree, [*found, *tree.problems]


def _attempt(seen: str, filler: str) -> tuple[Tree | None, UnparsedError | None]:
    try:
        return read_tree(seen, filler), None
    except UnparsedError as error:
        return None, error


def _lose(tree: Tree, at: int) -> None:
    """Notes what lacks the lines that were struck out at an offset, so that nothing is said to be missing from it."""
    own = column(tree.text, first_in_line(tree.text, at))
    outermost = min(own, fitting_column(tree.text, at))
    path = tree.path_at(at)
    tree.incomplete.add(id(tree.value(path)))
    for depth in range(len(path), 0, -1):
        holder = tree.value(path[: depth - 1])
        if holder[path[depth - 1]] is None:
            holder[path[depth - 1]] = REFUSED
        tree.incomplete.add(id(holder))
        if column(tree.text, tree.extent(path[:depth], key=True).start) <= outermost:
            break


def _control_character(text: str, at: int) -> Diagnostic:
    code = ord(text[at])
    return finding(
        "Y202",
        Extent(at, at + 1),
        f"A control character stands here (U+{code:04X}), which YAML does not allow",
        "Remove it; it may have come with something that was pasted",
    )
