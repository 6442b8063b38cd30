"""Find: where some words stand in a whole briefing, counted and stepped in document order. Knows no widgets."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from briefing_tui.model.kinds import PANES
from briefing_tui.model.reference import inline_links
from briefing_tui.tui.layout import Layout
from briefing_tui.tui.session import Session


class Hit(NamedTuple):
    """A stop of a pane in which something was found."""

    pane: str
    key: str


class Found(NamedTuple):
    """What a search found. `orders` are the places of the hits in document order, ascending, as are `hits`."""

    words: str
    hits: tuple[Hit, ...] = ()
    orders: tuple[int, ...] = ()


class FindIndex:
    """The text of every stop of every pane; for an entry in a list, all that is said in it. Made once a version.

    It is made bit by bit, by `go_on`; whoever does not, waits when something is to be found.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._text = ""
        self._stops: list[Hit] = []
        self._starts: list[int] = []
        self._orders: dict[Hit, int] = {}
        self._made = self._make()
        self.ready = False

    def go_on(self, stops: int | None = None) -> bool:
        """Takes in so many stops more, or all that are left; whether it is all there."""
        try:
            for _ in islice(self._made, stops):
                pass
        except Exception:
            self._made = self._make()
            raise
        return self.ready

    def _make(self) -> Iterator[None]:
        session = self._session
        self._stops, self._starts = [], []
        texts: list[str] = []
        at = 0
        for pane in PANES:
            # A width that nothing wraps at: only the stops' texts matter, not their rows.
            layout = Layout(session.document(pane), 10_000, 10_000)
            for number in range(layout.count):
                stop = layout.stop(number)
                text = (
                    stop.text
                    if pane in ("situation", "outlook")
                    else f"{stop.text}\n{_entry_text(session, stop.target)}"
                )
                self._stops.append(Hit(pane, stop.key))
                self._starts.append(at)
                texts.append(text.lower() if len(text.lower()) == len(text) else text)
                at += len(texts[-1]) + 1
                yield
        self._text = "\0".join(texts)
        self._orders = {hit: n for n, hit in reversed(list(enumerate(self._stops)))}
        self.ready = True

    def find(self, words: str) -> Found:
        """Every stop that holds the words, whatever their case; spaces match any white space."""
        words = words.strip()
        if not words:
            return Found("")
        self.go_on()
        pattern = re.compile(re.escape(words.lower()).replace(r"\ ", r"\s+"))
        orders: list[int] = []
        ends = 0
        # One search a stop is enough: the next one begins where the stop ends.
        while (found := pattern.search(self._text, ends)) is not None:
            n = bisect_right(self._starts, found.start()) - 1
            orders.append(n)
            ends = self._starts[n + 1] if n + 1 < len(self._starts) else len(self._text)
        return Found(words, tuple([self._stops[n] for n in orders]), tuple(orders))

    def number_of(self, found: Found, hit: Hit) -> int | None:
        """The place of a hit among what was found, counted from 1, or None."""
        order = self.order(hit)
        n = bisect_left(found.orders, order)
        return n + 1 if n < len(found.orders) and found.orders[n] == order else None

    def order(self, hit: Hit) -> int:
        """Where a stop stands in document order, -1 when it is none of the panes'."""
        return self._orders.get(hit, -1)

    def next_after(self, found: Found, here: Hit, step: int) -> Hit | None:
        """The next or previous hit seen from a stop, round the end."""
        if not found.hits:
            return None
        at = self.order(here)
        n = bisect_right(found.orders, at) if step > 0 else bisect_left(found.orders, at) - 1
        return found.hits[n % len(found.hits)]


def _entry_text(session: Session, id: str) -> str:
    """All prose of an entry as it reads: links by the words they show. What only the speaker sees is not found."""
    entry = session.briefing.entries.get(id)
    if entry is None:
        return ""
    parts = [entry.heading, entry.short or "", *getattr(entry, "aliases", ())]
    for field, prose in session.links.prose(id):
        if field == "notes":
            continue
        shown, at = "", 0
        for link in inline_links(prose):
            shown += prose[at : link.start] + ("" if link.cites else link.words or session.scope.label(link.target))
            at = link.end
        parts.append(shown + prose[at:])
    return "\n".join(parts)
