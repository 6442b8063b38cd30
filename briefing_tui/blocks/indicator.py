"""An indicator's card, and its line in the outlook: what to watch, what it speaks for, and whether it has been seen."""

from briefing_tui.blocks.block import Blocks, Item, Span, Spans
from briefing_tui.blocks.entry import numbered, reference_rows, shared_rows, time_row
from briefing_tui.blocks.event import related_items
from briefing_tui.blocks.marks import INDICATOR_STATUSES
from briefing_tui.blocks.prose import prose_spans
from briefing_tui.blocks.reference import joined
from briefing_tui.blocks.scope import Scope
from briefing_tui.blocks.sheet import Sheet
from briefing_tui.blocks.statement import grounds_spans
from briefing_tui.model.outlook import Indicator
from briefing_tui.model.reference import Refs


def indicator_blocks(scope: Scope, indicator: Indicator, level: int = 1) -> Blocks:
    """The card of an indicator."""
    sheet = Sheet(scope, f"indicator:{indicator.id}", level)
    sheet.title(numbered(scope, indicator), _status(indicator), indicator.id)
    sheet.prose(indicator.text, "text")
    rows = reference_rows(scope, "Points to", indicator.points_to)
    rows += reference_rows(scope, "Points away from", indicator.points_away_from)
    rows += time_row("Checked", indicator.checked)
    sheet.fields([*rows, *shared_rows(scope, indicator)], "fields")
    related_items(sheet, "seen-in", "Seen in", indicator.seen_in)
    return sheet.blocks


def indicator_item(scope: Scope, indicator: Indicator, key: str) -> Item:
    """An indicator in a list: its status, what to watch, and what it speaks for and against."""
    pointing = joined(
        [
            _pointing(scope, "→ ", indicator.points_to),
            _pointing(scope, "away from ", indicator.points_away_from),
            _pointing(scope, "seen in ", indicator.seen_in),
            grounds_spans(scope, indicator),
        ]
    )
    spans = prose_spans(scope, indicator.text)
    spans = (*spans, Span(" — ", "dim"), *pointing) if pointing else spans
    return Item(spans, indicator.id, _status(indicator), key=key)


def _status(indicator: Indicator) -> Spans:
    return (INDICATOR_STATUSES[indicator.status].span,) if indicator.status else ()


def _pointing(scope: Scope, words: str, refs: Refs) -> Spans:
    found: list[Span] = []
    for ref in refs:
        found += [Span(", " if found else words, "dim"), scope.link(ref.ref)]
    return tuple(found)
