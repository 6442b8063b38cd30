"""From an id to where it stands, and to everything that names it: in this text and in the others around it."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from briefing_tui.lsp.document import Document
from briefing_tui.lsp.neighbours import Neighbours
from briefing_tui.lsp.place import Is, place_at
from briefing_tui.lsp.reading import Reading, Spot
from briefing_tui.source.diagnostic import Extent


class Found(NamedTuple):
    """A place in a text; `path` is None for the document that was asked about."""

    path: Path | None
    reading: Reading
    extent: Extent


def definition(document: Document, reading: Reading, offset: int, neighbours: Neighbours) -> Found | None:
    """Where the entry stands that is named at an offset; the beginning of a briefing for the name of one."""
    spot = reading.spot_at(offset)
    if spot is None:
        file = _file_at(reading, offset)
        return _beginning(file, document, neighbours) if file else None
    if not spot.file:
        own = reading.own_spot(spot.id)
        return Found(None, reading, own.extent) if own is not None else None
    path = neighbours.path_of(spot.file, document.path)
    there = neighbours.reading(path) if path is not None else None
    own = there.own_spot(spot.id) if there is not None else None
    return Found(path, there, own.extent) if there is not None and own is not None else None


def home_of(document: Document, reading: Reading, spot: Spot, neighbours: Neighbours) -> Reading | None:
    """The reading of the text in which the entry stands that a spot names."""
    if not spot.file:
        return reading
    path = neighbours.path_of(spot.file, document.path)
    return neighbours.reading(path) if path is not None else None


def references(
    document: Document, reading: Reading, offset: int, neighbours: Neighbours, *, declared: bool
) -> Iterator[Found]:
    """Everything that names the entry at an offset, in every briefing around; with `declared` its own key too."""
    spot = reading.spot_at(offset)
    if spot is None:
        return
    file = spot.file or reading.stem
    for one in reading.spots_of(spot.id, spot.file):
        if declared or not one.own:
            yield Found(None, reading, one.extent)
    home = neighbours.path_of(spot.file, document.path) if spot.file else document.path
    others = dict(neighbours.readings(document.path, f"{file}#{spot.id}"))
    if home is not None and (there := neighbours.reading(home)) is not None:
        others = {home: there, **others}
    for path, there in others.items():
        if path == document.path:
            continue
        for one in there.spots_of(spot.id, "" if path == home else file):
            if declared or not one.own:
                yield Found(path, there, one.extent)


def highlights(reading: Reading, offset: int) -> list[Spot]:
    """Where the id at an offset stands in its own text."""
    spot = reading.spot_at(offset)
    return reading.spots_of(spot.id, spot.file) if spot is not None else []


def _file_at(reading: Reading, offset: int) -> str:
    """The name of another briefing at an offset: as that which this one supersedes, or before the # of an id."""
    place = place_at(reading.text, offset)
    content = reading.text.content
    if place.path == ("supersedes",) and place.what is Is.VALUE:
        return content[place.token.start : place.token.end].strip()
    spot = next((spot for spot in reading.spots if spot.file and spot.extent.start > offset), None)
    if spot is not None and spot.extent.start - len(spot.file) - 1 <= offset:
        return spot.file
    return ""


def _beginning(file: str, document: Document, neighbours: Neighbours) -> Found | None:
    path = neighbours.path_of(file, document.path)
    there = neighbours.reading(path) if path is not None else None
    return Found(path, there, Extent(0, 0)) if there is not None else None
