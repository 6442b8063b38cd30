"""Relations and neighbours as lines of lists: beneath a drawing, and instead of one."""

from collections.abc import Sequence

from rich.cells import cell_len

from briefing_tui.blocks.block import Block, Heading, Item, Items, LazyRows, Span, Spans, text_of
from briefing_tui.blocks.line import entry_item
from briefing_tui.blocks.reference import SEPARATOR, joined
from briefing_tui.blocks.scope import Scope
from briefing_tui.blocks.sheet import counted
from briefing_tui.links.relations import Relation
from briefing_tui.tui.drawing import Drawing
from briefing_tui.tui.rows import GUTTER, wrapped
from briefing_tui.tui.typeset import item_row, item_stop
from briefing_tui.tui.views import Shown
from briefing_tui.tui.views.neighbours import Neighbour, claimed, qualified, words_of
from briefing_tui.tui.views.slab import Slab

#: So many relations are laid out at once, whole where there is no room for them on a line; of more each has one line.
_WHOLE = 60
#: The spans of a relation that say who does what to whom; what qualifies it comes after.
_ENDS = 5


def relation_list(scope: Scope, title: str, relations: Sequence[Relation], key: str) -> Shown:
    """Relations under a heading that counts them; nothing where there are none."""
    blocks = relation_blocks(scope, title, relations, key)
    if not blocks or len(relations) > _WHOLE:
        return blocks
    heading, items = blocks
    return heading, Drawing(lambda width: _fitted(items, width), f"{key}.drawn")


def relation_blocks(
    scope: Scope, title: str, relations: Sequence[Relation], key: str
) -> tuple[()] | tuple[Heading, Items]:
    """The same as blocks, each relation on a line."""
    if not relations:
        return ()
    by_key = {f"{key}.{n}": relation for n, relation in enumerate(relations, 1)}

    def make(key: str) -> Item:
        return Item(relation_spans(scope, by_key[key]), key=key)

    heading = Heading((Span(title),), 2, counted(len(relations)), key)
    return heading, Items(LazyRows(list(by_key), make), 0, f"{key}.list")


def _fitted(items: Items, width: int) -> Slab:
    """Items on a line each, wrapped where the two ends of a relation have no room on it."""
    slab = Slab(width)
    for item in items.rows:
        whole = cell_len(text_of(item.spans[:_ENDS])) > width - GUTTER - 1
        rows = wrapped(item.spans, GUTTER, width - GUTTER - 1, "") if whole else [item_row(item, 0, width)]
        slab.add(rows, item_stop(item))
    return slab.done()


def relation_spans(scope: Scope, relation: Relation) -> Spans:
    """A relation as a line of its own: both ends, and what leads from the one to the other."""
    mark = claimed(scope, relation.ref)
    words = Span(f"{mark.glyph} {words_of(relation)}", mark.role) if mark else Span(words_of(relation))
    more = qualified(scope, relation)
    line = (
        scope.link(relation.source),
        Span(" ── ", "dim"),
        words,
        Span(" ── " if relation.mutual else " ─▶ ", "dim"),
        scope.link(relation.target),
    )
    return joined([line, (Span(more, "dim"),) if more else ()])


def grouped(scope: Scope, neighbours: Sequence[Neighbour]) -> Sequence[Block]:
    """Neighbours under what joins them to the actor, as it reads from there."""
    groups: dict[str, list[Neighbour]] = {}
    for neighbour in neighbours:
        for words in dict.fromkeys([bond.words for bond in neighbour.bonds if bond.related]):
            groups.setdefault(words, []).append(neighbour)
    blocks: list[Block] = []
    for n, (words, each) in enumerate(groups.items(), 1):
        blocks.append(Heading((Span(words[:1].upper() + words[1:]),), 2, counted(len(each)), f"graph.group.{n}"))
        blocks.append(_neighbour_items(scope, each, f"graph.group.{n}", words))
    sharing = [neighbour for neighbour in neighbours if any(not bond.related for bond in neighbour.bonds)]
    return (*blocks, *sharing_list(scope, "Shares events or messages with", sharing))


def sharing_list(scope: Scope, title: str, neighbours: Sequence[Neighbour]) -> Sequence[Block]:
    """Neighbours with the events and messages they share; nothing where there are none."""
    if not neighbours:
        return ()
    heading = Heading((Span(title),), 2, counted(len(neighbours)), "graph.sharing")
    return heading, _neighbour_items(scope, neighbours, "graph.sharing")


def _neighbour_items(scope: Scope, neighbours: Sequence[Neighbour], name: str, words: str = "") -> Items:
    """A line for each neighbour: with what qualifies the relation of these words, else with what is shared."""
    by_key = {f"{name}.{neighbour.id}": neighbour for neighbour in neighbours}

    def make(key: str) -> Item:
        neighbour = by_key[key]
        more = _qualifiers(neighbour, words) if words else _shared(neighbour)
        return entry_item(scope, neighbour.id, more, key, linked=False)

    return Items(LazyRows(list(by_key), make), 0, f"{name}.list")


def _qualifiers(neighbour: Neighbour, words: str) -> Spans:
    return joined(
        [
            (*((Span(f"{bond.mark.glyph} ", bond.mark.role),) if bond.mark else ()), Span(bond.more, "dim"))
            for bond in neighbour.bonds
            if bond.related and bond.words == words and bond.more
        ]
    )


_WAYS = {True: " to it", False: " from it", None: ""}


def _shared(neighbour: Neighbour) -> Spans:
    shared = [bond for bond in neighbour.bonds if not bond.related]
    return joined([(Span(bond.words + _WAYS[bond.out], "link", bond.target),) for bond in shared], SEPARATOR)
