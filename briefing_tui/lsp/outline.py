"""The shape of a document: its parts and entries as symbols, what can be folded, and how often each entry is named."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from briefing_tui.lsp.offers import ENTRIES
from briefing_tui.lsp.reading import Reading
from briefing_tui.lsp.text import Text
from briefing_tui.model.kinds import KINDS
from briefing_tui.model.text import one_line
from briefing_tui.source.diagnostic import Extent
from briefing_tui.source.tree import HIDDEN, Path

_KIND_AT = {kind.path: kind.name for kind in KINDS}

_INDENT = re.compile(r"[ \t]*")

#: As much of a name as an outline shows, in characters.
_NAME = 100


class Symbol(NamedTuple):
    """A key or an entry: its name, what else is said of it, its kind (empty for a key), where it and its name stand."""

    name: str
    detail: str
    kind: str
    extent: Extent
    own: Extent
    inner: "tuple[Symbol, ...]" = ()


def symbols(reading: Reading) -> list[Symbol]:
    """The parts of a document, with the entries in them."""
    root = reading.loaded.tree.root
    return list(_symbols(reading, root, (), 0)) if isinstance(root, dict) else []


def entry_symbols(reading: Reading) -> Iterator[tuple[Symbol, str]]:
    """Every entry that can be linked to, and the part it stands in."""
    for kind in KINDS:
        held = reading.loaded.tree.value(kind.path)
        if isinstance(held, dict):
            for key in held:
                if not key.startswith(HIDDEN):
                    yield _symbol(reading, (*kind.path, key), kind.name, ()), kind.path[-1]


def _symbols(reading: Reading, holder: dict[str, Any], path: Path, depth: int) -> Iterator[Symbol]:
    kind = _KIND_AT.get(tuple(map(str, path)), "") if path in ENTRIES else ""
    for key, value in holder.items():
        if key.startswith(HIDDEN):
            continue
        here: Path = (*path, key)
        below = isinstance(value, dict) and (here in ENTRIES or here in (("situation",), ("outlook",)))
        inner = tuple(_symbols(reading, value, here, depth + 1)) if below else ()
        yield _symbol(reading, here, kind, inner)


def _symbol(reading: Reading, path: Path, kind: str, inner: tuple[Symbol, ...]) -> Symbol:
    tree = reading.loaded.tree
    own = tree.extent(path, key=True)
    value = tree.extent(path)
    extent = Extent(min(own.start, value.start), max(own.end, value.end))
    name = str(path[-1])
    links = reading.links
    label = links.label(name) if links is not None and kind else ""
    return Symbol(name, one_line(label)[:_NAME] if label != name else "", kind, extent, own, inner)


def folds(text: Text) -> list[tuple[int, int]]:
    """The lines that can be folded under the line before them, first and last, by their indentation."""
    found: list[tuple[int, int]] = []
    #: Lines under which something deeper may come: indentation and number.
    open_lines: list[tuple[int, int]] = []
    last = -1
    for number, start in enumerate(text.starts):
        match = _INDENT.match(text.content, start)
        first = match.end() if match else start
        if first >= len(text) or text.content[first] in "\r\n#":
            continue
        depth = first - start
        while open_lines and open_lines[-1][0] >= depth:
            _, begun = open_lines.pop()
            if last > begun:
                found.append((begun, last))
        open_lines.append((depth, number))
        last = number
    found += [(begun, last) for _, begun in open_lines if last > begun]
    return sorted(found)


def counted(reading: Reading) -> Iterator[tuple[Extent, int]]:
    """The key of each entry that can be linked to, and how often it is named in its text."""
    for spot in reading.spots:
        if spot.own:
            yield spot.extent, sum(1 for other in reading.spots_of(spot.id) if not other.own)
