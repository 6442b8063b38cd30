"""VIEWS: how each view is drawn, one module a view; none is loaded before it is asked for.

Which there are of what, the model says (model/view.py). A view is a function of a Scope, a Lens and the id of an entry
("" for a whole pane) to blocks and drawings.
"""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import NamedTuple, cast

from briefing_tui.blocks.block import Block
from briefing_tui.blocks.scope import Scope
from briefing_tui.model.view import VIEWS as PLACES
from briefing_tui.tui.drawing import Drawing
from briefing_tui.tui.history import Lens

Shown = Sequence[Block | Drawing]


class View(NamedTuple):
    """A way to look at a pane, or at an entry of a kind (`place`). `at` is `module:function`, empty for the text.

    `keys` are commands that matter in it beyond those that matter everywhere: `finer` says that it has a time scale,
    `clock` that it can go by either clock.
    """

    id: str
    place: str
    title: str
    at: str = ""
    keys: tuple[str, ...] = ()


VIEWS = (
    View("list", "actors", "List"),
    View("graph", "actors", "Graph", "network:network_blocks"),
    View("list", "events", "List"),
    View("timeline", "events", "Timeline", "timeline:timeline_blocks", ("clock",)),
    View("lanes", "events", "Lanes", "lanes:lanes_blocks", ("finer", "clock")),
    View("list", "communications", "List"),
    View("ladder", "communications", "Ladder", "ladder:ladder_blocks"),
    View("matrix", "communications", "Matrix", "matrix:matrix_blocks"),
    View("text", "outlook", "Text"),
    View("bars", "outlook", "Likelihood", "bars:bars"),
    View("scenarios", "outlook", "Scenarios", "scenarios:scenarios"),
    View("board", "outlook", "Indicators", "board:board"),
    View("evidence", "outlook", "Evidence", "evidence:evidence"),
    View("list", "sources", "List"),
    View("grid", "sources", "Ratings", "sources:grid"),
    View("text", "actor", "Dossier"),
    View("graph", "actor", "Graph", "graph:graph_blocks"),
    View("text", "judgement", "Dossier"),
    View("evidence", "judgement", "Evidence", "evidence:evidence"),
)

_DRAWN = {(view.place, view.id): view for view in VIEWS}


def views_of(place: str) -> tuple[View, ...]:
    """The views of a pane or a kind of entry, what it opens with first; none where there is only the text."""
    return tuple([_DRAWN[place, id] for id in PLACES.get(place, ())])


def view_of(place: str, id: str) -> View | None:
    """A view of a place by its id, or the one it opens with; None where there is only the text."""
    views = views_of(place)
    return next((view for view in views if view.id == id), views[0] if views else None)


def view_blocks(view: View, scope: Scope, lens: Lens, entry: str = "") -> Shown:
    """What a view that draws shows. Raises ValueError for one that is the text itself."""
    if not view.at:
        raise ValueError(f"{view.id} is the text itself")
    module, _, name = view.at.partition(":")
    make = cast("Callable[[Scope, Lens, str], Shown]", getattr(import_module(f"{__name__}.{module}"), name))
    return make(scope, lens, entry)
