"""What is watched: indicators by what they point to and away from, in the order of what has been seen."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing_tui.blocks.block import Span
from briefing_tui.blocks.marks import INDICATOR_STATUSES
from briefing_tui.blocks.scope import Scope
from briefing_tui.model.outlook import Indicator

#: Statuses from what has been seen to what nobody has looked for; "" where none is given.
STATUSES = ("seen", "emerging", "not-seen", "unknown", "")

_NONE = Span("· no status", "dim")


class Watched(NamedTuple):
    """Indicators by what they point to, by what they point away from, and those that point to nothing here."""

    to: Mapping[str, Sequence[Indicator]]
    away: Mapping[str, Sequence[Indicator]]
    nowhere: Sequence[Indicator]


@lru_cache(maxsize=4)
def watched(scope: Scope) -> Watched:
    """All indicators of a briefing, those that have been seen first."""
    to: dict[str, list[Indicator]] = {}
    away: dict[str, list[Indicator]] = {}
    nowhere: list[Indicator] = []
    for indicator in sorted(scope.briefing.outlook.indicators, key=lambda each: STATUSES.index(each.status or "")):
        here = False
        for found, refs in ((to, indicator.points_to), (away, indicator.points_away_from)):
            for id in dict.fromkeys(ref.ref for ref in refs):
                if scope.kind(id) in ("scenario", "judgement"):
                    found.setdefault(id, []).append(indicator)
                    here = True
        if not here:
            nowhere.append(indicator)
    return Watched(to, away, nowhere)


def status_span(indicator: Indicator) -> Span:
    """The mark of an indicator's status, with its word."""
    return INDICATOR_STATUSES[indicator.status].span if indicator.status else _NONE
