"""Find: where some words stand in a whole briefing, counted and stepped in document order. Knows no widgets."""

import re
from bisect import bisect_right
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
    """What a search found, in document order."""

    words: str
    hits: tuple[Hit, ...] = ()

    def number_of(self, hit: Hit) -> int | None:
        """The place of a hit, counted from 1, or None."""
        return self.hits.index(hit) + 1 if hit in self.hits else None


class FindIndex:
    """The text of every stop of every pane; for an entry in a list, all that is said in it. Made once a version."""

    def __init__(self, session: Session) -> None:
        self._stops: list[Hit] = []
        self._starts: list[int] = []
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
        self._text = "\0".join(texts)

    def find(self, words: str) -> Found:
        """Every stop that holds the words, whatever their case; spaces match any white space."""
        words = words.strip()
        if not words:
            return Found("")
        pattern = re.compile(re.escape(words.lower()).replace(r"\ ", r"\s+"))
        hits: list[Hit] = []
        last = -1
        for found in pattern.finditer(self._text):
            n = bisect_right(self._starts, found.start()) - 1
            if n != last:
                hits.append(self._stops[n])
                last = n
        return Found(words, tuple(hits))

    def order(self, hit: Hit) -> int:
        """Where a stop stands in document order, -1 when it is none of the panes'."""
        return self._stops.index(hit) if hit in self._stops else -1

    def next_after(self, found: Found, here: Hit, step: int) -> Hit | None:
        """The next or previous hit seen from a stop, round the end."""
        if not found.hits:
            return None
        at = self.order(here)
        orders = [self.order(hit) for hit in found.hits]
        if step > 0:
            return found.hits[next((n for n, order in enumerate(orders) if order > at), 0)]
        return found.hits[next((n for n in range(len(orders) - 1, -1, -1) if orders[n] < at), len(orders) - 1)]


def _entry_text(session: Session, id: str) -> str:
    """All prose of an entry as it reads: links by the words they show."""
    entry = session.briefing.entries.get(id)
    if entry is None:
        return ""
    parts = [entry.heading, entry.short or "", *getattr(entry, "aliases", ())]
    for _, prose in session.links.prose(id):
        shown, at = "", 0
        for link in inline_links(prose):
            shown += prose[at : link.start] + ("" if link.cites else link.words or session.scope.label(link.target))
            at = link.end
        parts.append(shown + prose[at:])
    return "\n".join(parts)
