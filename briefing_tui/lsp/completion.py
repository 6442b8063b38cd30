"""Offers as the protocol's completion items, and what is told of one when it is looked at."""

from typing import Any

from briefing_tui.lsp.card import Card
from briefing_tui.lsp.document import Document
from briefing_tui.lsp.neighbours import Neighbours
from briefing_tui.lsp.offer import Offer
from briefing_tui.lsp.offers import offers_at
from briefing_tui.lsp.ours import Ours
from briefing_tui.lsp.place import place_at
from briefing_tui.lsp.positions import Positions

#: Asked for by these; by letters the client asks itself.
TRIGGERS = ("[", "^", "#", " ", ":", ",", "-")

#: The protocol's kinds of item, chosen for how editors draw them.
_KINDS = {
    "actor": 7, "event": 23, "communication": 8, "statement": 1, "section": 9, "figure": 12, "gap": 11, "ask": 24,
    "judgement": 3, "scenario": 22, "indicator": 10, "assumption": 21, "source": 18,
    "key": 5, "word": 20, "part": 9, "file": 17,
}  # fmt: skip


def completion(document: Document, offset: int, neighbours: Neighbours, positions: Positions) -> dict[str, Any]:
    """What may stand at an offset."""
    if document.ours is Ours.NO:
        return {"isIncomplete": False, "items": []}
    place = place_at(document.text, offset)
    found = offers_at(document.text.content, offset, place, document.known(), neighbours.around(document))
    # Nearly all offers stand over the same letters.
    ranges = {over: positions.range(document.text, over) for over in {offer.over for offer in found.list}}
    items = [_item(document, offer, n, ranges[offer.over]) for n, offer in enumerate(found.list)]
    return {"isIncomplete": not found.whole, "items": items}


def resolved(
    item: dict[str, Any], about: dict[str, Any], document: Document | None, neighbours: Neighbours, card: Card
) -> dict[str, Any]:
    """An item with the card of the entry it is about."""
    id, file = str(about.get("id", "")), str(about.get("file", ""))
    reading = document.reading if document is not None else None
    if file and document is not None:
        path = neighbours.path_of(file, document.path, far=False)
        reading = neighbours.reading(path) if path is not None else None
    text = card.entry(reading.scope, id) if reading is not None and reading.scope is not None else ""
    return {**item, "documentation": card.markup(text)} if text else item


def _item(document: Document, offer: Offer, order: int, over: dict[str, Any]) -> dict[str, Any]:
    item: dict[str, Any] = {
        "label": offer.label,
        "kind": _KINDS.get(offer.what, 1),
        "sortText": f"{order:04d}",
        "filterText": offer.found_by or offer.label,
        "textEdit": {"range": over, "newText": offer.insert},
    }
    if offer.what not in ("key", "word", "part", "file"):
        item["detail"] = f"{offer.what}: {offer.detail}" if offer.detail else offer.what
    elif offer.detail:
        item["detail"] = offer.detail
    if offer.doc:
        item["documentation"] = {"kind": "markdown", "value": offer.doc}
    if offer.about:
        item["data"] = {"uri": document.uri, "id": offer.about, "file": offer.file}
    return item
