"""Communications as a matrix: who told whom how often; too narrow for that, a list of the same by sender."""

from functools import lru_cache
from typing import NamedTuple

from rich.cells import cell_len

from briefing_tui.blocks.block import Span, Spans
from briefing_tui.blocks.group import ANY
from briefing_tui.blocks.panes import pane_blocks
from briefing_tui.blocks.scope import Scope
from briefing_tui.tui.drawing import Drawing, Grid
from briefing_tui.tui.history import Lens
from briefing_tui.tui.views import Shown
from briefing_tui.tui.views.aside import Aside
from briefing_tui.tui.views.columns import Columns, columns_for
from briefing_tui.tui.views.listing import Listing
from briefing_tui.tui.views.matrix_grid import Matrix, least_width, margin_width
from briefing_tui.tui.views.saying import party_name
from briefing_tui.tui.views.tally import Tally, tally

#: A column is so wide at most, in cells.
_WIDEST = 16
#: So many lines a name has at most.
_LINES = 3
#: Where not all columns are in sight, so many have to be.
_FEWEST = 4
#: The names at the left have so many cells at most, and at least, if they are that long.
_LONGEST, _SHORTEST = 24, 10


def matrix_blocks(scope: Scope, lens: Lens, entry: str = "") -> Shown:
    """The view."""
    if not scope.briefing.communications:
        return pane_blocks(scope, "communications")
    counts = tally(scope) if lens.now is None else tally(scope).at(lens.now)
    return (
        Drawing(lambda width: matrix_grid(scope, counts, width), "matrix"),
        Drawing(lambda width: Aside(width, _counted(counts, lens), () if is_matrix(scope, width) else _why(counts))),
    )


def _counted(counts: Tally, lens: Lens) -> Spans:
    """What is counted."""
    number, all_ = len(counts.messages), counts.cell(ANY, ANY)
    words = f"{number:,} communications." if number != 1 else "1 communication."
    if all_.number != number:
        words += f" One that goes to several counts once for each of them, which makes {all_.number:,}."
    if lens.now is not None:
        words += f" Counted is what was known by then: {all_.known:,} of {all_.number:,}."
    return (Span(words, "note"),)


def _why(counts: Tally) -> Spans:
    """Why there is a list in place of a matrix."""
    return (Span(f"A matrix of {len(counts.recipients):,} columns needs a wider screen.", "note"),)


class Fit(NamedTuple):
    """How the matrix fits a width: how wide its names are, and its columns."""

    names: int
    columns: Columns


@lru_cache(maxsize=16)
def fit_of(scope: Scope, width: int) -> Fit:
    """How the matrix of a briefing fits a width in cells."""
    counts = tally(scope)
    longest = max([cell_len(party_name(scope, id)) for id in counts.senders])
    names = min(longest, max(_SHORTEST, min(_LONGEST, width // 4)))
    heads = [party_name(scope, id) for id in counts.recipients]
    return Fit(names, columns_for(heads, width - margin_width(names, counts), least_width(counts), _WIDEST, _LINES))


def matrix_grid(scope: Scope, counts: Tally, width: int) -> Grid:
    """The matrix at a width; where it would be unreadable, a list."""
    if not is_matrix(scope, width):
        return Listing(scope, counts, width)
    return Matrix(scope, counts, *fit_of(scope, width), width)


def is_matrix(scope: Scope, width: int) -> bool:
    """Whether there is room for a matrix: for all columns, or for so many that it shows more than a list."""
    names, columns = fit_of(scope, width)
    room = width - margin_width(names, tally(scope))
    return columns.fit or room * len(columns.widths) >= _FEWEST * sum(columns.widths)
