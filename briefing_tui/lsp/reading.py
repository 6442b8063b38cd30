"""A text as it was read: what is in it, sound or saved, what names what, and where each id is written.

Everything is made once, when it is first asked for, and never changes: a thread may make what another asks.
"""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from briefing_tui.authoring.ids import KEY, LINK, OWN, Written, id_extent, written_ids
from briefing_tui.blocks.scope import Scope
from briefing_tui.links.index import Links
from briefing_tui.links.places import Places
from briefing_tui.lsp.known import Known
from briefing_tui.lsp.text import Text
from briefing_tui.model.briefing import Briefing
from briefing_tui.source.diagnostic import Extent
from briefing_tui.source.load import Loaded, load_text


@dataclass(frozen=True, slots=True)
class Spot:
    """An id where it is written: at the key of its entry (`own`), or where it names one, of this file or another."""

    id: str
    extent: Extent
    file: str = ""
    own: bool = False
    kind: str = ""


class Reading:
    """One version of a text, loaded. `stem` is the id of its briefing."""

    def __init__(self, content: str, stem: str, path: Path | None, version: int) -> None:
        self.version = version
        self.stem = stem
        self.loaded: Loaded = load_text(content, stem, str(path or stem))
        self.loaded.path = path

    @cached_property
    def briefing(self) -> Briefing | None:
        """The briefing, or what could be saved of one."""
        return self.loaded.briefing or self.loaded.recovered

    @cached_property
    def links(self) -> Links | None:
        """What names what."""
        return Links(self.briefing) if self.briefing is not None else None

    @cached_property
    def scope(self) -> Scope | None:
        """How its entries read."""
        return Scope(self.briefing, self.links) if self.briefing is not None and self.links is not None else None

    @cached_property
    def known(self) -> Known:
        """What can be linked to."""
        return Known(self.briefing, self.links)

    @cached_property
    def text(self) -> Text:
        """The text with its lines, for positions in it."""
        return Text(self.loaded.text)

    @cached_property
    def spots(self) -> list[Spot]:
        """Every id that is written, in order of place."""
        places = Places(self.loaded)
        found = []
        for written in written_ids(self.loaded):
            extent = self._plain(written) or id_extent(places, written)
            if extent is not None and extent.end > extent.start:
                file = "" if written.file == self.stem else written.file
                found.append(Spot(written.id, extent, file, written.how == OWN, written.kind))
        return sorted(found, key=lambda spot: spot.extent)

    def _plain(self, written: Written) -> Extent | None:
        """Where an id is written, if that is all that is written there, as it mostly is."""
        if written.how == LINK or written.file:
            return None
        extent = self.loaded.tree.extent(written.path, key=written.how in (KEY, OWN))
        return extent if self.loaded.text[extent.start : extent.end] == written.id else None

    def spot_at(self, offset: int) -> Spot | None:
        """The id at an offset; its end counts as well."""
        n = bisect_right(self.spots, offset, key=lambda spot: spot.extent.start) - 1
        if n >= 0 and self.spots[n].extent.end >= offset:
            return self.spots[n]
        return None

    @cached_property
    def _by_id(self) -> dict[tuple[str, str], list[Spot]]:
        found: dict[tuple[str, str], list[Spot]] = {}
        for spot in self.spots:
            found.setdefault((spot.file, spot.id), []).append(spot)
        return found

    def spots_of(self, id: str, file: str = "") -> list[Spot]:
        """Where an id is written: one of this text, or of another briefing."""
        return self._by_id.get(("" if file == self.stem else file, id), [])

    def own_spot(self, id: str) -> Spot | None:
        """The key of an entry of this text."""
        return next((spot for spot in self.spots_of(id) if spot.own), None)
