"""When each entry became known, as far as the briefing says. What it says nothing of counts as always known."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from briefing_tui.model.briefing import Briefing
from briefing_tui.model.communication import Communication
from briefing_tui.model.entry import Entry
from briefing_tui.model.event import Event
from briefing_tui.model.source import Source
from briefing_tui.model.time import When

#: What is planned or expected is known before it happens.
_AHEAD = ("planned", "expected")


class Knowledge:
    """The moments at which something became known, and what was not known at one. Seconds are those of When."""

    def __init__(self, briefing: Briefing) -> None:
        self._whens: dict[str, When] = {}
        for entry in briefing.entries.values():
            when = _when_known(briefing, entry)
            if when is not None and when.earliest is not None:
                self._whens[entry.id] = when
        firsts: dict[int, When] = {}
        for when in self._whens.values():
            if when.earliest is not None:
                firsts.setdefault(when.earliest, when)
        self._firsts = firsts
        #: Each moment once, in order.
        self.moments = sorted(firsts)
        #: The moment last asked about, and what was not known then: every pane and every step of a cursor asks again.
        self._asked: tuple[int | None, Callable[[str], bool], int] = None, frozenset[str]().__contains__, 0

    def known_at(self, id: str) -> int | None:
        """When an entry became known; None for what counts as always known."""
        when = self._whens.get(id)
        return when.earliest if when is not None else None

    def later(self, now: int) -> Callable[[str], bool]:
        """Says of an id whether it became known only after a moment."""
        return self._at(now)[0]

    def before(self, now: int | None) -> int | None:
        """The moment before another, or the last one of all; None where there is none."""
        n = len(self.moments) if now is None else bisect_left(self.moments, now)
        return self.moments[n - 1] if n else None

    def after(self, now: int) -> int | None:
        """The moment after another; None where all is known."""
        n = bisect_right(self.moments, now)
        return self.moments[n] if n < len(self.moments) else None

    def counted(self, now: int) -> tuple[int, int]:
        """How many of the entries that have a time were known at a moment, and how many there are."""
        return len(self._whens) - self._at(now)[1], len(self._whens)

    def _at(self, now: int) -> tuple[Callable[[str], bool], int]:
        """Whether an id was unknown at a moment, and how many were."""
        asked, later, number = self._asked
        if asked != now:
            unknown = {id for id, when in self._whens.items() if when.earliest is not None and when.earliest > now}
            later, number = unknown.__contains__, len(unknown)
            self._asked = now, later, number
        return later, number

    def display(self, moment: int) -> str:
        """A moment as the briefing writes it."""
        when = self._firsts.get(moment)
        return When.parse(when.text.partition("/")[0]).display() if when is not None else ""


def _when_known(briefing: Briefing, entry: Entry) -> When | None:
    if isinstance(entry, Event):
        return entry.reported_at or (None if entry.phase in _AHEAD else entry.when)
    if isinstance(entry, Communication):
        return entry.when
    if isinstance(entry, Source):
        return entry.date
    dates = [
        source.date
        for cite in entry.sources
        if isinstance(source := briefing.entries.get(cite.ref), Source)
        and source.date is not None
        and source.date.earliest is not None
    ]
    return min(dates, key=lambda date: date.sort_key, default=None)
