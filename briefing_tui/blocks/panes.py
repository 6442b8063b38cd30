"""The six panes. A pane with nothing in it says what to write."""

from collections.abc import Callable, Iterator, Sequence

from briefing_tui.blocks.block import Bars, Block, Blocks, Fields, Items, Note, Prose, Span, Table
from briefing_tui.blocks.header import header_blocks
from briefing_tui.blocks.lists import actor_list, communication_list, event_list, source_list
from briefing_tui.blocks.outlook import outlook_parts
from briefing_tui.blocks.scope import Scope
from briefing_tui.blocks.sheet import Sheet
from briefing_tui.blocks.situation import situation_blocks
from briefing_tui.blocks.unfolding import Unfolding

#: For an empty pane: what is missing, and how it is written.
_EMPTY = {
    "actors": (
        "No actors yet. Name who takes part:",
        "actors:\n  town: {name: Town of Harrow Bend, type: population}",
    ),
    "events": (
        "No events yet. Say what happened, and when:",
        "events:\n  crest: {title: The flood crest arrives, when: 2026-03-05~}",
    ),
    "communications": (
        "No communications yet. Say who told whom what:",
        "communications:\n  warning: {from: river-authority, to: public, text: Move upstairs.}",
    ),
    "outlook": (
        "No outlook yet. Say what may come, and how likely it is:",
        "outlook:\n  scenarios: {holds: {title: The levee holds, likelihood: likely}}",
    ),
    "sources": (
        "No sources yet. Say where it is known from:",
        "sources:\n  gauges: {title: River gauges, reliability: B}",
    ),
}


def pane_blocks(scope: Scope, pane: str) -> Sequence[Block]:
    """The content of a pane, one of PANES. Raises KeyError for what is none."""
    return _PANES[pane](scope) or _empty_blocks(pane)


def _situation(scope: Scope) -> Sequence[Block]:
    return Unfolding(_situation_and_header(scope))


def _situation_and_header(scope: Scope) -> Iterator[Block]:
    yield from situation_blocks(scope)
    yield from header_blocks(scope)


def _outlook(scope: Scope) -> Blocks:
    sheet = Sheet(scope)
    outlook_parts(sheet)
    return sheet.blocks


_ROWED = (Items, Fields, Bars, Table)


def _list(make: Callable[[Scope], Blocks]) -> Callable[[Scope], Blocks]:
    """A list, nothing where it has no rows."""

    def blocks(scope: Scope) -> Blocks:
        return tuple([block for block in make(scope) if not isinstance(block, _ROWED) or block.rows])

    return blocks


def _empty_blocks(pane: str) -> Blocks:
    words, example = _EMPTY[pane]
    return (
        Note((Span(words),), f"{pane}.empty"),
        Prose((Span(example, "code"),), "code", key=f"{pane}.example"),
    )


_PANES: dict[str, Callable[[Scope], Sequence[Block]]] = {
    "situation": _situation,
    "actors": _list(actor_list),
    "events": _list(event_list),
    "communications": _list(communication_list),
    "outlook": _outlook,
    "sources": _list(source_list),
}
