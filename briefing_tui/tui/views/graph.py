"""An actor's graph: the actor in the middle and who is around it; a list where that would be no drawing to read."""

from collections.abc import Sequence

from briefing_tui.blocks.block import Block, Note, Span
from briefing_tui.blocks.scope import Scope
from briefing_tui.links.relations import relations_of
from briefing_tui.tui.drawing import Drawing, Grid
from briefing_tui.tui.history import Lens
from briefing_tui.tui.views import Shown
from briefing_tui.tui.views.ego import ego
from briefing_tui.tui.views.empty import missing
from briefing_tui.tui.views.neighbours import Neighbour, among, neighbours_of
from briefing_tui.tui.views.related import grouped, relation_list, sharing_list
from briefing_tui.tui.views.slab import Slab

#: More neighbours than this are listed. Those without a relation are drawn as long as there are so few in all.
MOST, MOST_SHARING = 30, 12


def graph_blocks(scope: Scope, lens: Lens, entry: str = "") -> Shown:
    """What is around an actor, drawn where it is readable, else listed by what joins them."""
    neighbours = neighbours_of(scope, entry, lens.now)
    if not neighbours:
        return (*_alone(scope, entry, lens), *_left_over(scope, entry))
    related = sum(neighbour.related for neighbour in neighbours)
    if related > MOST:
        why = f"{related:,} actors are related to this one: a list, since a drawing of so many tells nothing."
        return (Note((Span(why),), "graph.why"), *grouped(scope, neighbours), *_left_over(scope, entry))
    drawn = neighbours[: max(related, MOST_SHARING)]
    return (
        Drawing(lambda width: _drawn(scope, entry, drawn, width), "graph"),
        *relation_list(scope, "Among these", among(scope, [each.id for each in drawn]), "graph.among"),
        *sharing_list(scope, "Shares events or messages with others", neighbours[len(drawn) :]),
        *_left_over(scope, entry),
    )


def _alone(scope: Scope, entry: str, lens: Lens) -> Sequence[Block]:
    if lens.now is not None and neighbours_of(scope, entry):
        return (Note((Span("Nothing that joins it to others was known then."),), "graph.then"),)
    other = next((actor.id for actor in scope.briefing.actors if actor.id != entry), "another-actor")
    return missing(
        f"Nothing joins {scope.label(entry)} to another actor. Say how it stands to one:",
        f"actors:\n  {entry}:\n    name: ...\n    relations: {{counterpart-of: {other}}}",
        "graph",
    )


def _drawn(scope: Scope, entry: str, neighbours: Sequence[Neighbour], width: int) -> Grid:
    drawn = ego(scope, entry, neighbours, width)
    if drawn is not None:
        return drawn
    slab = Slab(width)
    why = Note((Span(f"{width} columns are too few for a drawing: a list."),), "graph.why")
    slab.lay(why, *grouped(scope, neighbours))
    return slab.done()


def _left_over(scope: Scope, entry: str) -> Shown:
    """What cannot be drawn: relations to itself, and those that lead to nobody here."""
    found = relations_of(scope.links)
    own = [each for each in found.own if each.source == entry]
    astray = [each for each in found.astray if each.source == entry]
    return (
        *relation_list(scope, "To itself", own, "graph.own"),
        *relation_list(scope, "To nobody in this briefing", astray, "graph.astray"),
    )
