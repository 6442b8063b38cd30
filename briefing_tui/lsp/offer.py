"""What is offered to complete what is being written: one type for ids, keys and words, before the protocol sees it."""

from typing import NamedTuple

from briefing_tui.source.diagnostic import Extent


class Offer(NamedTuple):
    """One thing that may stand at a place. `rank` orders, lowest first; among equals the order given holds.

    `what` is a kind of entry, `key`, `word`, `part` or `file`. `found_by` is what typing is compared with.
    `about` is the id of the entry it names, `file` the briefing that entry stands in.
    """

    label: str
    insert: str
    over: Extent
    what: str
    detail: str = ""
    doc: str = ""
    found_by: str = ""
    rank: tuple[int, ...] = ()
    about: str = ""
    file: str = ""


class Offers(NamedTuple):
    """What is offered; `whole` is whether typing on can only narrow it."""

    list: tuple[Offer, ...] = ()
    whole: bool = True


#: As many as an editor is sent at once: the best.
MOST = 100


def best(offers: list[Offer]) -> Offers:
    """The best of some offers, in order."""
    ranked = sorted(offers, key=lambda offer: offer.rank)
    return Offers(tuple(ranked[:MOST]), len(ranked) <= MOST)
