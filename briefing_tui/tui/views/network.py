"""The graph of the whole briefing: all actors that have relations, in layers; what would be no drawing is a list."""

from collections.abc import Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from rich.cells import cell_len

from briefing_tui.blocks.actor import relation_words
from briefing_tui.blocks.block import Block, Heading, Items, LazyRows, Note, Span
from briefing_tui.blocks.line import entry_item
from briefing_tui.blocks.marks import Mark
from briefing_tui.blocks.scope import Scope
from briefing_tui.blocks.sheet import counted
from briefing_tui.links.relations import Relation, relations_of
from briefing_tui.tui.drawing import Canvas, Drawing, Grid
from briefing_tui.tui.history import Lens
from briefing_tui.tui.rows import GUTTER
from briefing_tui.tui.views import Shown
from briefing_tui.tui.views.ego import put_legend
from briefing_tui.tui.views.empty import missing
from briefing_tui.tui.views.layers import Edge, components_of
from briefing_tui.tui.views.neighbours import claimed, qualified, words_of
from briefing_tui.tui.views.plan import Plan, Words, best_plan, draw_plan
from briefing_tui.tui.views.related import relation_blocks, relation_list
from briefing_tui.tui.views.slab import Slab
from briefing_tui.tui.wrapping import cut

#: More actors or lines than this in one piece are no drawing any more, nor more actors in all.
MOST_ACTORS, MOST_LINES, MOST_IN_ALL = 40, 60, 120
#: Why something is no drawing, and the widths at which it is tried whether it would be one.
_TOO_MUCH = "more hangs together here than a drawing can tell apart"
_WIDTHS = (60, 70, 80, 100, 120, 160)
#: Names and words are cut at so many cells.
_NAME, _WORDS = 24, 24
#: Cells and rows between two pieces.
_ASIDE, _BELOW = 5, 1
#: Which way wholes and parts stand: the whole is above.
_UPWARDS = frozenset({"part-of", "member-of", "successor-of"})


class Piece(NamedTuple):
    """Actors that hang together, the relations between them, and the lines these are drawn as."""

    names: list[str]
    lines: dict[Edge, list[Relation]]


class Laid(NamedTuple):
    """What is drawn at a width: each plan with its corner; and the pieces that are not."""

    plans: list[tuple[Piece, Plan, int, int]]
    rest: list[Piece]
    height: int


def network_blocks(scope: Scope, lens: Lens, entry: str = "") -> Shown:
    """All actors and their relations, drawn as far as that is readable; the rest listed."""
    found = relations_of(scope.links)
    related = {end for relation in found.all for end in (relation.source, relation.target)}
    alone = [actor.id for actor in scope.briefing.actors if actor.id not in related]
    rest = (
        *relation_list(scope, "To themselves", found.own, "graph.own"),
        *relation_list(scope, "To nobody in this briefing", found.astray, "graph.astray"),
        *_alone(scope, alone),
    )
    if not found.all:
        return (*_empty(scope), *rest)
    beyond = _sorted_out(scope)[1]
    return (
        Drawing(lambda width: _drawn(scope, width, lens.now), "graph"),
        Drawing(lambda width: _listed(scope, width), "graph.listed"),
        *(_instead(scope, beyond, _TOO_MUCH, "graph.beyond") if beyond else ()),
        *rest,
    )


def _empty(scope: Scope) -> Sequence[Block]:
    ids = [*(actor.id for actor in scope.briefing.actors), "town", "desk"]
    return missing(
        "No actor is related to another yet. Say how they stand to each other:",
        f"actors:\n  {ids[0]}:\n    name: ...\n    relations: {{member-of: {ids[1]}}}",
        "graph",
    )


def _alone(scope: Scope, ids: Sequence[str]) -> Sequence[Block]:
    if not ids:
        return ()
    by_key = {f"graph.alone.{id}": id for id in ids}
    rows = LazyRows(list(by_key), lambda key: entry_item(scope, by_key[key], key=key, linked=False))
    return Heading((Span("Related to nobody"),), 2, counted(len(ids)), "graph.alone"), Items(
        rows, 0, "graph.alone.list"
    )


# what is drawn --------------------------------------------------------------------


@lru_cache(maxsize=4)
def _sorted_out(scope: Scope) -> tuple[list[Piece], list[Piece]]:
    """The pieces that may be drawn, and those that never will be: too big, or too many before them."""
    found: tuple[list[Piece], list[Piece]] = ([], [])
    actors = 0
    for piece in _pieces(scope):
        small = len(piece.names) <= MOST_ACTORS and len(piece.lines) <= MOST_LINES
        draws = small and actors + len(piece.names) <= MOST_IN_ALL
        actors += len(piece.names) if draws else 0
        found[not draws].append(piece)
    return found


def _pieces(scope: Scope) -> list[Piece]:
    """What hangs together, in the order of the document. What is said from both ends, or twice, is one line."""
    lines: dict[tuple[str, str, str], list[Relation]] = {}
    for relation in relations_of(scope.links).all:
        ends = relation.source, relation.target
        if relation.mutual and (ends[1], ends[0], relation.type) in lines:
            ends = ends[1], ends[0]
        lines.setdefault((*ends, relation.type), []).append(relation)
    edges = {_edge(scope, source, target, each): each for (source, target, _), each in lines.items()}
    order = {actor.id: n for n, actor in enumerate(scope.briefing.actors)}
    names = sorted({end for edge in edges for end in (edge.source, edge.target)}, key=order.__getitem__)
    return [Piece(names, {edge: edges[edge] for edge in inside}) for names, inside in components_of(names, list(edges))]


def _edge(scope: Scope, source: str, target: str, relations: list[Relation]) -> Edge:
    first = relations[0]
    mark = _mark(scope, relations)
    glyph = f"{mark.glyph} " if mark else ""
    down = None if first.mutual else first.type not in _UPWARDS
    words = (first.ref.note if first.type == "other" else None) or words_of(first)
    return Edge(source, target, cut(glyph + words, _WORDS), first.mutual, down)


def _mark(scope: Scope, relations: Sequence[Relation]) -> Mark | None:
    """The mark of a relation that is said only by somebody, however often."""
    marks = [claimed(scope, relation.ref) for relation in relations]
    return marks[0] if all(marks) else None


@lru_cache(maxsize=16)
def _laid(scope: Scope, width: int) -> Laid:
    """The pieces side by side where they fit, else one under the other."""
    room = width - GUTTER - 1
    plans: list[tuple[Piece, Plan, int, int]] = []
    rest: list[Piece] = []
    x = y = height = 0
    for piece in _sorted_out(scope)[0]:
        plan = _plan(scope, piece, room)
        if plan is None:
            rest.append(piece)
            continue
        if x and x + plan.width > room:
            x, y, height = 0, y + height + _BELOW, 0
        plans.append((piece, plan, GUTTER + x, y))
        x += plan.width + _ASIDE
        height = max(height, plan.height)
    return Laid(plans, rest, y + height)


def _plan(scope: Scope, piece: Piece, room: int) -> Plan | None:
    """How a piece is drawn; None where it does not fit, or its lines cross too often to be followed."""
    widths = {name: cell_len(cut(scope.label(name), _NAME)) for name in piece.names}
    plan = best_plan(piece.names, list(piece.lines), widths, room)
    return plan if plan is not None and plan.crossings * 2 <= len(piece.lines) else None


def _drawn(scope: Scope, width: int, now: int | None) -> Grid:
    laid = _laid(scope, width)
    canvas = Canvas(width, "graph", spatial=True)

    def node(name: str) -> Words:
        return Words(cut(scope.label(name), _NAME), "node", name, scope.label(name))

    for piece, plan, x, y in laid.plans:
        draw_plan(canvas, plan, x, y, node, partial(_words, scope, piece, now))
    lines = [line for piece, *_ in laid.plans for line in piece.lines.items()]
    put_legend(
        canvas,
        laid.height + 1,
        [_mark(scope, relations) for _, relations in lines],
        arrows=not all(edge.mutual for edge, _ in lines),
        mutual=any(edge.mutual for edge, _ in lines),
    )
    return canvas.finish()


def _words(scope: Scope, piece: Piece, now: int | None, edge: Edge) -> Words:
    """What an edge says; a mark where somebody vouches for it."""
    relations = piece.lines[edge]
    ref = relations[0].ref
    mark = _mark(scope, relations)
    begins = ref.since.earliest if ref.since is not None else None
    later = now is not None and begins is not None and begins > now
    more = qualified(scope, relations[0])
    said = f"{scope.label(edge.source)} {words_of(relations[0])} {scope.label(edge.target)}" + (
        f", {more}" if more else ""
    )
    return Words(
        edge.words, "future" if later else mark.role if mark else "edge-word", ref.by[0].ref if ref.by else "", said
    )


# instead of it --------------------------------------------------------------------


def _listed(scope: Scope, width: int) -> Grid:
    """What is not drawn at a width; nothing where all is."""
    slab = Slab(width)
    laid = _laid(scope, width)
    if laid.rest:
        fits = next((more for more in _WIDTHS if more > width and not _laid(scope, more).rest), 0)
        why = f"a drawing of this takes {fits} columns and here are {width}" if fits else _TOO_MUCH
        slab.lay(*_instead(scope, laid.rest, why, "graph"))
    return slab.done()


def _instead(scope: Scope, pieces: Sequence[Piece], why: str, key: str) -> Sequence[Block]:
    """Relations by their type, and why they are not drawn."""
    types: dict[str, list[Relation]] = {}
    for piece in pieces:
        for relations in piece.lines.values():
            for relation in relations:
                types.setdefault(relation.type, []).append(relation)
    note = f"Listed, since {why}. Enter on an actor shows its own graph."
    blocks: list[Block] = [Note((Span(note),), f"{key}.why")]
    for type, relations in types.items():
        blocks += relation_blocks(scope, relation_words(type).capitalize(), relations, f"{key}.{type}")
    return blocks
