"""Links an editor can open: web addresses of sources, and the names of other briefings."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from briefing_tui.lsp.document import Document
from briefing_tui.lsp.neighbours import Neighbours
from briefing_tui.lsp.reading import Reading
from briefing_tui.source.diagnostic import Extent


class Address(NamedTuple):
    """Where a link is written, and where it leads: an address, or a file and a line (from 1) in it, 0 for none."""

    extent: Extent
    url: str = ""
    path: Path | None = None
    line: int = 0


def addresses(document: Document, reading: Reading, neighbours: Neighbours) -> Iterator[Address]:
    """The links of a text."""
    briefing, tree = reading.briefing, reading.loaded.tree
    if briefing is None:
        return
    for source in briefing.sources:
        path = reading.loaded.path_of(source)
        for key, url in (("url", source.url), ("archive", source.archive)):
            if url:
                yield Address(tree.extent((*path, key)), url)
    if briefing.supersedes and (file := neighbours.path_of(briefing.supersedes, document.path)) is not None:
        yield Address(tree.extent(("supersedes",)), path=file)
    for spot in reading.spots:
        if spot.file and (file := neighbours.path_of(spot.file, document.path)) is not None:
            there = neighbours.reading(file)
            own = there.own_spot(spot.id) if there is not None else None
            line = there.text.line_of(own.extent.start) + 1 if there is not None and own is not None else 0
            yield Address(Extent(spot.extent.start - len(spot.file) - 1, spot.extent.end), path=file, line=line)
