"""What may stand where something is being written: asks the place what it is and who knows what fits there."""

import re
from collections.abc import Iterator
from itertools import chain

from briefing_tui.lsp.expected import Wanted, wanted_at
from briefing_tui.lsp.known import Known
from briefing_tui.lsp.offer import Offer, Offers, best
from briefing_tui.lsp.offered_ids import Elsewhere, closed, offered_files, offered_ids
from briefing_tui.lsp.offered_keys import offered_keys
from briefing_tui.lsp.offered_words import offered_rules, offered_words
from briefing_tui.lsp.place import Is, Place
from briefing_tui.model.kinds import KINDS
from briefing_tui.model.shape import Record, Value
from briefing_tui.source.tree import Path

_COLON = re.compile(r"['\"]?[ \t]*:")
#: Where entries are kept, by id.
ENTRIES = {kind.path for kind in KINDS}


def offers_at(content: str, offset: int, place: Place, known: Known, elsewhere: Elsewhere) -> Offers:
    """What may stand at a place of a text, the best first. `known` may be what an earlier version of it said."""
    if place.what is Is.COMMENT:
        return best(list(offered_rules(place, offset)))
    if place.what in (Is.LINK, Is.CITATION):
        cites = place.what is Is.CITATION
        kinds = ("source",) if cites else ()
        found = offered_ids(place, known, kinds, entry_around(place.path), elsewhere, prose=True)
        links, whole = best(list(found))
        return Offers(tuple([closed(offer, content, cites) for offer in links]), whole)
    wanted = wanted_at(place.path)
    if wanted is None or place.what is Is.PROSE:
        return Offers()
    if place.what is Is.KEY:
        named = _COLON.match(content, place.token.end) is not None
        found = chain(
            offered_keys(place, wanted, known, elsewhere, named=named),
            # On a line of its own a single value may stand as well, below its key.
            () if named or place.others or not _is_word(wanted) else _values(place, wanted, known, elsewhere),
        )
        return best(list(found))
    offers = list(_values(place, wanted, known, elsewhere))
    if place.what is Is.ITEM and isinstance(wanted.item, Record):
        keys = offered_keys(place, wanted, known, elsewhere, named=False)
        offers += [offer._replace(rank=(5, *offer.rank)) for offer in keys]
    if place.glued:
        offers = [offer._replace(insert=f" {offer.insert}") for offer in offers]
    return best(offers)


def _values(place: Place, wanted: Wanted, known: Known, elsewhere: Elsewhere) -> Iterator[Offer]:
    yield from offered_words(place, wanted.value, known.briefing)
    if wanted.kinds is None:
        return
    if wanted.kinds == ("briefing",):
        yield from offered_files(place, elsewhere)
        return
    found = offered_ids(place, known, wanted.kinds, entry_around(place.path), elsewhere)
    if _takes_words(wanted):
        # Most often words are being typed there: nothing is offered that only resembles them.
        found = (offer for offer in found if place.before and offer.label.startswith(place.before))
    yield from found


def _takes_words(wanted: Wanted) -> bool:
    return isinstance(wanted.value, Value) and wanted.value.scalar.name in ("line", "prose")


def _is_word(wanted: Wanted) -> bool:
    return not _takes_words(wanted) and not isinstance(wanted.value, Record)


def entry_around(path: Path) -> str:
    """The id of the entry that a path leads into; empty where it leads into none."""
    for depth in (1, 2):
        if path[:depth] in ENTRIES and len(path) > depth and isinstance(path[depth], str):
            return str(path[depth])
    return ""
