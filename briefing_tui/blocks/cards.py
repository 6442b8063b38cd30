"""CARDS: the one list of how each kind of entry is told in full."""

from collections.abc import Callable
from typing import Any

from briefing_tui.blocks.actor import actor_blocks
from briefing_tui.blocks.ask import ask_blocks
from briefing_tui.blocks.block import Blocks
from briefing_tui.blocks.communication import communication_blocks
from briefing_tui.blocks.event import event_blocks
from briefing_tui.blocks.figure import figure_blocks
from briefing_tui.blocks.indicator import indicator_blocks
from briefing_tui.blocks.judgement import judgement_blocks
from briefing_tui.blocks.scenario import scenario_blocks
from briefing_tui.blocks.scope import Scope
from briefing_tui.blocks.section import section_blocks
from briefing_tui.blocks.source import source_blocks
from briefing_tui.blocks.statement import statement_blocks
from briefing_tui.model.entry import Entry

CARDS: dict[str, Callable[[Scope, Any, int], Blocks]] = {
    "statement": statement_blocks,
    "section": section_blocks,
    "figure": figure_blocks,
    "gap": statement_blocks,
    "ask": ask_blocks,
    "actor": actor_blocks,
    "event": event_blocks,
    "communication": communication_blocks,
    "judgement": judgement_blocks,
    "scenario": scenario_blocks,
    "indicator": indicator_blocks,
    "assumption": statement_blocks,
    "source": source_blocks,
}


def card_blocks(scope: Scope, entry: Entry, level: int = 1) -> Blocks:
    """Every field of an entry; `level` is that of its heading."""
    return CARDS[entry.KIND](scope, entry, level)
