"""Entries to blocks: what every surface shows of a briefing, however it looks there. Pure functions of a Scope."""

from briefing_tui.blocks.document import briefing_blocks
from briefing_tui.blocks.dossier import dossier_blocks
from briefing_tui.blocks.header import handling_spans, header_blocks, left_out_words
from briefing_tui.blocks.panes import pane_blocks

__all__ = ["briefing_blocks", "dossier_blocks", "handling_spans", "header_blocks", "left_out_words", "pane_blocks"]
