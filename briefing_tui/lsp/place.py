"""Where in the structure of a text an offset stands, read from the text alone: also where it is half typed.

Follows indentation and brackets upwards from the line, so that nothing has to parse. Knows no format.
"""

import re
from enum import Enum
from typing import NamedTuple

from briefing_tui.lsp.flow import Bracket, brackets_at
from briefing_tui.lsp.text import Text
from briefing_tui.source.diagnostic import Extent
from briefing_tui.source.tree import Path
from briefing_tui.source.written import line_at

#: As much of a value as is looked through for the beginning of a link, in characters.
_LONGEST_LINK = 700

_LINK = re.compile(r"\[(?:\[([^\[\]|\r\n]*)|\^([^\[\]:\s]*))\Z")
_COMMENT = re.compile(r"(?:^|[ \t])#")
_BLOCK = re.compile(r"[|>][-+0-9]*[ \t]*(?:#.*)?$")
_TAIL = re.compile(r"[\w#+.-]*")
# Only inside of a link that is there already: elsewhere the next word would be taken for a part of the id.
_ID_TAIL = re.compile(r"[a-z0-9#-]*(?=[\]|:])")


class Is(Enum):
    """What stands at a place."""

    KEY = "a key"
    VALUE = "a value"
    #: The item of a list, which may also be the first key of a mapping.
    ITEM = "an item"
    #: Inside of words that run over several lines.
    PROSE = "prose"
    LINK = "the id of a link"
    CITATION = "the id of a citation"
    COMMENT = "a comment"


class Place(NamedTuple):
    """A place. `path` leads to the value, or to the mapping whose key is written; in a list every index is 0.

    `token` is what is being written there, `before` the part of it before the offset.
    `others` are the keys of the same mapping, or the items of the same list, without this one.
    `glued` is whether a space is missing after the colon.
    """

    what: Is
    path: Path
    token: Extent
    before: str
    others: tuple[str, ...] = ()
    in_flow: bool = False
    glued: bool = False


class Owner(NamedTuple):
    """A key or dash that holds what stands below it: its line, its column, its step, where its value is written."""

    line: int
    column: int
    step: str | int
    value: int
    end: int


def place_at(text: Text, offset: int) -> Place:
    """The place of an offset."""
    content = text.content
    number = text.line_of(offset)
    start, end = text.line_extent(number)
    offset = min(offset, end)
    line = line_at(content, start)
    line = line._replace(value=min(line.value, end))
    first = line.owners[0] if line.owners else line.value
    blank = not content[start:end].strip()
    limit = offset - start if blank else first - start
    above = owners_above(text, number, limit, dash=bool(line.dashes) and not blank)
    if (held := _in_words(text, above, offset)) is not None:
        return held
    for n, owner in enumerate(above):
        if content[owner.value : owner.value + 1] in ("{", "["):
            return _in_flow(content, tuple(one.step for one in above[: n + 1]), owner.value, offset)
    path: Path = tuple(owner.step for owner in above)
    if blank:
        return Place(Is.KEY, path, Extent(offset, offset), "", _siblings(text, number, limit))
    return _in_line(text, number, path, offset)


def _in_line(text: Text, number: int, path: Path, offset: int) -> Place:
    """The place in a line that is not a continuation of what stands above."""
    content = text.content
    start, end = text.line_extent(number)
    line = line_at(content, start)
    path = (*path, *[0 for _ in line.dashes])
    depth = (line.key if line.key is not None else line.value) - start
    if line.key is not None:
        key = content[line.key : min(line.value, end)].rstrip()[:-1].rstrip()
        name = Extent(line.key, line.key + len(key))
        if offset <= name.end:
            return Place(Is.KEY, path, name, content[name.start : offset], _siblings(text, number, depth))
        return _value(content, (*path, key.strip("\"'")), Extent(min(line.value, end), end), offset, Is.VALUE)
    if content[line.value : end].lstrip().startswith("#"):
        return Place(Is.COMMENT, path, Extent(line.value, end), content[line.value : offset])
    if line.dashes:
        return _value(content, path, Extent(line.value, end), offset, Is.ITEM)
    opening = content[line.value : line.value + 1]
    if opening in ("{", "["):
        return _in_flow(content, path, line.value, offset)
    token = Extent(line.value, line.value + len(content[line.value : end].rstrip()))
    found = _link(content, path, max(start, offset - _LONGEST_LINK), offset)
    if found is not None:
        return found
    return Place(Is.KEY, path, token, content[token.start : offset], _siblings(text, number, depth))


def _value(content: str, path: Path, value: Extent, offset: int, what: Is) -> Place:
    """The place in a value that begins in the line of the offset."""
    opening = content[value.start : value.start + 1]
    if offset >= value.start and opening in ("{", "[") and not content.startswith(("[[", "[^"), value.start):
        return _in_flow(content, path, value.start, offset)
    if (found := _link(content, path, value.start, offset)) is not None:
        return found
    if offset < value.start:
        return Place(what, path, Extent(offset, offset), "")
    quoted = opening in ("'", '"') and offset > value.start
    first = value.start + quoted
    before = content[first:offset]
    if not quoted and _COMMENT.search(content[value.start - 1 : offset]):
        return Place(Is.COMMENT, path, value, before)
    tail = _TAIL.match(content, offset, max(offset, value.end))
    glued = content[value.start - 1 : value.start] in (":", "-")
    return Place(what, path, Extent(first, tail.end() if tail else offset), before, glued=glued)


def _in_words(text: Text, above: list[Owner], offset: int) -> Place | None:
    """The place in words that begin on a line above: a block, or text that goes on."""
    content = text.content
    for n, owner in enumerate(above):
        value = content[owner.value : owner.end]
        linked = value.startswith(("[[", "[^"))
        if value.lstrip()[:1] in ("", "#") or (value[0] in "{[" and not linked):
            continue
        path = tuple(one.step for one in above[: n + 1])
        found = _link(content, path, max(owner.value, offset - _LONGEST_LINK), offset)
        if found is not None:
            return found
        if _BLOCK.match(value) or n == len(above) - 1:
            return Place(Is.PROSE, path, Extent(offset, offset), "")
    return None


def _in_flow(content: str, path: Path, start: int, offset: int) -> Place:
    """The place inside {...} or [...]."""
    linked = _link(content, path, max(start, offset - _LONGEST_LINK), offset)
    opening = linked.token.start - len("[^") if linked is not None else offset
    opened = brackets_at(content, start, opening)
    if not opened:
        return Place(Is.COMMENT, path, Extent(offset, offset), "")
    full: Path = (*path, *_steps(opened))
    if linked is not None:
        return linked._replace(path=full, in_flow=True)
    here = opened[-1]
    tail = _TAIL.match(content, offset)
    first = here.token if here.token >= 0 else offset
    if content[first : first + 1] in ("'", '"'):
        first = min(first + 1, offset)
    token = Extent(first, tail.end() if tail else offset)
    before = content[first:offset]
    if here.opening == "{" and here.key is None:
        return Place(Is.KEY, full, token, before, tuple(here.keys), in_flow=True)
    others = tuple(here.items) if here.opening == "[" else ()
    return Place(Is.VALUE, full, token, before, others, in_flow=True, glued=content[offset - 1] == ":")


def _steps(opened: list[Bracket]) -> Path:
    steps: list[str | int] = []
    for one in opened:
        if one.opening == "[":
            steps.append(0)
        elif one.key is not None:
            steps.append(one.key)
    return tuple(steps)


def _link(content: str, path: Path, start: int, offset: int) -> Place | None:
    """The place in the id of a [[link]] or [^citation] that is not closed before it."""
    found = _LINK.search(content, start, offset)
    if found is None:
        return None
    cites = found[1] is None
    before = found[2] if cites else found[1]
    tail = _ID_TAIL.match(content, offset)
    token = Extent(offset - len(before), tail.end() if tail else offset)
    return Place(Is.CITATION if cites else Is.LINK, path, token, before)


def owners_above(text: Text, number: int, limit: int, *, dash: bool) -> list[Owner]:
    """The keys and dashes above a line that hold what stands in it at a column, outermost first.

    A dash may stand right under the key that holds it.
    """
    content, starts = text.content, text.starts
    found: list[Owner] = []
    deeper = " " * (limit + dash)
    while number > 0 and deeper:
        number -= 1
        start = starts[number]
        if content.startswith(deeper, start):
            continue
        extent = text.line_extent(number)
        line = line_at(content, start)
        if content[extent.start : extent.end].lstrip()[:1] in ("", "#"):
            continue
        mine = [Owner(number, at - start, 0, line.value, extent.end) for at in line.dashes if at - start < limit]
        if line.key is not None and line.key - start < limit + dash and (len(mine) == len(line.dashes)):
            name = content[line.key : min(line.value, extent.end)].rstrip()[:-1].strip().strip("\"'")
            mine.append(Owner(number, line.key - start, name, min(line.value, extent.end), extent.end))
        if mine:
            # Only what is last in its line has its value there.
            if mine[-1].step == 0 and line.key is not None:
                mine[-1] = mine[-1]._replace(value=extent.end)
            mine[:-1] = [one._replace(value=one.end) for one in mine[:-1]]
            found[:0] = mine
            limit, dash = mine[0].column, mine[0].step == 0
            deeper = " " * (limit + dash)
    return found


def _siblings(text: Text, number: int, depth: int) -> tuple[str, ...]:
    """The other keys of the mapping in which a line has, or could have, a key at a column."""
    keys: list[str] = []
    for step in (-1, 1):
        at = number
        while 0 <= (at := at + step) < len(text.starts):
            if step < 0 and _is_first_of_item(text, at + 1, depth):
                break
            start = text.starts[at]
            if text.content.startswith(" " * (depth + 1), start) or text.content[start : start + 1] in ("\n", "\r"):
                continue
            extent = text.line_extent(at)
            if text.content[extent.start : extent.end].lstrip(" ")[:1] in ("", "#"):
                continue
            line = line_at(text.content, start)
            if line.key is None or line.key - start != depth or (line.dashes and step > 0):
                break
            keys.append(text.content[line.key : min(line.value, extent.end)].rstrip()[:-1].strip().strip("\"'"))
    return tuple(keys)


def _is_first_of_item(text: Text, number: int, depth: int) -> bool:
    start = text.starts[number]
    return any(dash - start < depth for dash in line_at(text.content, start).dashes)
