"""Communications as a ladder: a line for each party, arrows by time; too narrow for that, a list of them."""

from functools import lru_cache

from briefing_tui.blocks.block import Span, Spans
from briefing_tui.blocks.panes import pane_blocks
from briefing_tui.blocks.scope import Scope
from briefing_tui.tui.drawing import Drawing, Grid
from briefing_tui.tui.history import Lens
from briefing_tui.tui.views import Shown
from briefing_tui.tui.views.aside import Aside
from briefing_tui.tui.views.columns import Columns, columns_for
from briefing_tui.tui.views.ladder_grid import Ladder
from briefing_tui.tui.views.margin import Margin
from briefing_tui.tui.views.parties import parties, told
from briefing_tui.tui.views.saying import legend, party_name
from briefing_tui.tui.views.succession import Succession

#: A column is so wide, in cells: at least, where all are in sight, and at most.
_LEAST, _WIDEST = 8, 32
#: So many lines a name has at most.
_LINES = 3
#: Where not all columns are in sight, so many have to be.
_FEWEST = 4


def ladder_blocks(scope: Scope, lens: Lens, entry: str = "") -> Shown:
    """The view."""
    if not scope.briefing.communications:
        return pane_blocks(scope, "communications")
    return (
        Drawing(lambda width: Aside(width, legend(scope) if is_ladder(scope, width) else ())),
        Drawing(lambda width: ladder_grid(scope, lens.now, width), "ladder"),
        # A small screen has no row to spare above what it shows.
        Drawing(lambda width: Aside(width, *(() if is_ladder(scope, width) else (legend(scope), _why(scope))))),
    )


def _why(scope: Scope) -> Spans:
    """Why there is a list in place of a ladder."""
    number = len(parties(scope))
    return (Span(f"A ladder of {number:,} parties needs a wider screen.", "note"),) if number else ()


def ladder_grid(scope: Scope, now: int | None, width: int) -> Grid:
    """The ladder at a width; where it would be unreadable, a list."""
    if not is_ladder(scope, width):
        return Succession(scope, told(scope), margin_of(scope), width, now)
    return Ladder(scope, told(scope), parties(scope), margin_of(scope), ladder_columns(scope, width), width, now)


def is_ladder(scope: Scope, width: int) -> bool:
    """Whether there is room for a ladder: for all parties, or for so many that one can follow who tells whom."""
    columns = ladder_columns(scope, width)
    room = width - margin_of(scope).cells
    return bool(columns.widths) and (columns.fit or room * len(columns.widths) >= _FEWEST * sum(columns.widths))


@lru_cache(maxsize=4)
def margin_of(scope: Scope) -> Margin:
    """The times of all messages."""
    return Margin(told(scope).messages)


@lru_cache(maxsize=16)
def ladder_columns(scope: Scope, width: int) -> Columns:
    """The columns of all parties."""
    names = [party_name(scope, party) for party in parties(scope)]
    return columns_for(names, width - margin_of(scope).cells, _LEAST, _WIDEST, _LINES)
