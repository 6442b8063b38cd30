"""Ids that may stand at a place: of the kinds the field wants, by how well they fit, how near they are, their order."""

import re
from collections.abc import Iterable, Iterator
from heapq import nsmallest
from typing import Protocol

from briefing_tui.links.problems import PARTS
from briefing_tui.lsp.known import Candidate, Known, fit
from briefing_tui.lsp.offer import MOST, Offer
from briefing_tui.lsp.place import Is, Place
from briefing_tui.source.diagnostic import Extent

_WORD = re.compile(r"[^\W_]+")

#: What is named in prose most often, where any kind may be.
_IN_PROSE = {"actor": 0, "event": 0, "communication": 1}


class Elsewhere(Protocol):
    """The other briefings that can be named from where one stands."""

    def known(self, file: str) -> Known | None:
        """What can be named in another briefing; None where there is none of that id."""

    def files(self) -> Iterable[str]:
        """The ids of the other briefings."""


def offered_ids(
    place: Place, known: Known, kinds: tuple[str, ...], here: str, elsewhere: Elsewhere, *, prose: bool = False
) -> Iterator[Offer]:
    """The ids of some kinds (none: any) for what is typed at a place of the entry `here`; `prose` are links in it."""
    file, crossing, typed = place.before.rpartition("#")
    if crossing:
        there = elsewhere.known(file)
        if there is not None:
            over = Extent(place.token.start + len(file) + 1, place.token.end)
            yield from (one._replace(file=file) for one in _of(there, typed, kinds, "", over))
        return
    for offer in _of(known, place.before, kinds, here, place.token):
        if offer.about != here and offer.about not in place.others:
            yield offer
    if "public" in kinds and "public".startswith(place.before):
        yield Offer("public", "public", place.token, "word", "whoever can hear it", found_by="public", rank=(0, 1))
    if prose and place.what is Is.LINK and place.before:
        yield from _parts(place)
        for offer in offered_files(place, elsewhere):
            yield offer._replace(label=f"{offer.label}#", insert=f"{offer.insert}#", rank=(9,))


def offered_files(place: Place, elsewhere: Elsewhere) -> Iterator[Offer]:
    """The ids of other briefings."""
    for file in elsewhere.files():
        if file.startswith(place.before):
            yield Offer(file, file, place.token, "file", "another briefing", "", file, (0,), file=file)


def _of(known: Known, typed: str, kinds: tuple[str, ...], here: str, over: Extent) -> Iterator[Offer]:
    """The best of what fits, at most one more than are sent. There may be thousands: what is not sent costs little."""
    typed = " ".join(_WORD.findall(typed.casefold())) if " " in typed else typed.strip().casefold()
    alike: dict[tuple[int, int], list[tuple[int, Candidate]]] = {}
    for order, candidate in enumerate(known.candidates):
        if kinds and candidate.kind not in kinds:
            continue
        fits = fit(candidate, typed)
        if fits is not None:
            # Of the kinds that a field wants, the one it names first is meant most often.
            kind = kinds.index(candidate.kind) if kinds else _IN_PROSE.get(candidate.kind, len(_IN_PROSE))
            alike.setdefault((fits, kind), []).append((order, candidate))
    left = MOST + 1
    for group in sorted(alike):
        ranked = nsmallest(left, [(known.distance(one.id, here), order, one) for order, one in alike[group]])
        for distance, order, (id, of_kind, name, words) in ranked:
            detail = name if name != id else ""
            rank = (*group, distance, order)
            yield Offer(id, id, over, of_kind, detail, found_by=f"{id}{words}", rank=rank, about=id)
        left -= len(ranked)
        if not left:
            return


def _parts(place: Place) -> Iterator[Offer]:
    """Parts of the document, which prose may link to."""
    for name in sorted(PARTS):
        if name.startswith(place.before):
            yield Offer(name, name, place.token, "part", "part of the briefing", found_by=name, rank=(9,))


def closed(offer: Offer, text: str, cites: bool) -> Offer:
    """An offer with the brackets that close its link, as far as they are not there already."""
    if offer.insert.endswith("#"):
        return offer
    closing = "]" if cites else "]]"
    after = text[offer.over.end : offer.over.end + 2]
    if after[:1] in ("|", ":", "#"):
        return offer
    there = len(after) - len(after.lstrip("]"))
    return offer._replace(insert=offer.insert + closing[min(there, len(closing)) :])
