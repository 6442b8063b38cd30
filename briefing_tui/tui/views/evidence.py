"""What a judgement rests on, as a tree down to the sources, and what is left of it when one of them falls."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from rich.cells import cell_len

from briefing_tui.blocks.block import Block, FieldRow, Fields, Span, Spans, text_of
from briefing_tui.blocks.judgement import ground_item
from briefing_tui.blocks.marks import BEARINGS, likelihood_spans, rating, rating_words
from briefing_tui.blocks.reference import joined, qualifier_spans
from briefing_tui.blocks.scope import Scope
from briefing_tui.links.support import Support, fallen_with, left_without, sources_of, support_of
from briefing_tui.model.outlook import Judgement
from briefing_tui.model.reference import Bearing, Ref
from briefing_tui.model.source import Source
from briefing_tui.tui.drawing import Drawing
from briefing_tui.tui.history import Lens
from briefing_tui.tui.rows import GUTTER, Piece, placed
from briefing_tui.tui.views.empty import missing
from briefing_tui.tui.views.slab import Slab, drawn_stop, lines

_NOT_GIVEN: Spans = (Span("not given", "dim"),)

#: More pieces than this are told in words alone.
_STRIP = 8

_EXAMPLE = (
    "outlook:\n  judgements:\n    holds:\n      text: The levee holds.\n"
    "      evidence: [forecast, {ref: seepage, bearing: contradicts}]"
)


class Node(NamedTuple):
    """A line of the tree: how it bears, its words, its standing and rating, and what else is said of it."""

    id: str
    bearing: Bearing
    spans: Spans
    tail: Spans
    more: Sequence[Spans]
    children: Sequence["Node"]


class Grounds(NamedTuple):
    """What a judgement rests on. `falls` has for each source what of `pieces` and of the judgement falls with it."""

    id: str
    nodes: Sequence[Node]
    pieces: Sequence[str]
    against: Sequence[str]
    falls: dict[str, frozenset[str]]


def evidence(scope: Scope, lens: Lens, entry: str = "") -> Sequence[Block | Drawing]:
    """The evidence of one judgement; without one, that of all, one after the other."""
    judgements = [each for each in scope.briefing.outlook.judgements if entry in ("", "judgements", each.id)]
    if not judgements:
        return missing("Nothing is judged yet. Say what you hold to be so, and on what grounds:", _EXAMPLE, "evidence")
    if entry and not _children(scope, judgements[0]):
        return missing("Nothing is given as evidence yet. Name what it rests on:", _EXAMPLE, "evidence")
    shown: list[Drawing] = []
    for judgement in judgements:
        draw = partial(_drawn, scope, judgement, bool(shown))
        shown.append(Drawing(draw, f"evidence.{judgement.id}"))
    return shown


# what it rests on --------------------------------------------------------------------


def _children(scope: Scope, judgement: Judgement) -> list[tuple[str, Support | None, Ref | None]]:
    """What stands right under a judgement: its evidence in order, whatever it names; then what else it rests on."""
    below = {(child.id, child.bearing): child for child in support_of(scope.links, judgement.id).children}
    found: list[tuple[str, Support | None, Ref | None]] = []
    for ref in judgement.evidence:
        found.append((ref.ref, below.pop((ref.ref, ref.bearing or "supports"), None), ref))
    return [*found, *[(child.id, child, None) for child in below.values()]]


def grounds_of(scope: Scope, judgement: Judgement) -> Grounds:
    """The tree of a judgement, and what falls with each source in it."""
    children = _children(scope, judgement)
    bearing: dict[str, Bearing] = {}
    for id, child, ref in children:
        bearing.setdefault(id, child.bearing if child else (ref.bearing if ref else None) or "supports")
    pieces = [id for id, how in bearing.items() if how == "supports"]
    against = [id for id, how in bearing.items() if how == "contradicts"]
    grounds = Grounds(judgement.id, [], pieces, against, _falling(scope, [judgement.id, *bearing]))
    told: set[str] = set()
    nodes = []
    for id, child, ref in children:
        more = qualifier_spans(scope, ref, bearing=False)
        known = child or Support(id, (ref.bearing if ref else None) or "supports")
        nodes.append(_node(scope, grounds, known, [more] if more else [], told))
    return grounds._replace(nodes=nodes)


def _falling(scope: Scope, ids: Sequence[str]) -> dict[str, frozenset[str]]:
    """For each source that a judgement or a piece of its evidence rests on, those of them that fall with it."""
    under = {source for id in ids for source in sources_of(scope.links, id)} | (set(ids) & set(scope.ordinals))
    falling = {}
    for source in sorted(under, key=scope.ordinals.__getitem__):
        lost = {*left_without(scope.links, source), *fallen_with(scope.links, source)}
        falling[source] = frozenset(lost.intersection(ids))
    return falling


def _node(scope: Scope, grounds: Grounds, support: Support, more: list[Spans], told: set[str]) -> Node:
    spans: Spans = (Span(scope.link(support.id).text, "entry"),)
    tail = ground_item(scope, support.id, support, (), (), 0).tail
    if isinstance(scope.entry(support.id), Source):
        spans = (Span(f"{scope.mark(support.id).text} ", "source"), *spans)
        words = rating_words(support.reliability, support.credibility)
        tail = (Span(rating(support.reliability, support.credibility) or "not rated", "rating"),)
        more = [*more, (Span(words, "dim"),)] if words else more
        if support.id in grounds.falls and support.id not in told:
            more = [*more, (Span("without it: ", "dim"), *_left(grounds, support.id))]
        told.add(support.id)
    if support.elsewhere:
        more = [*more, (Span("its grounds stand elsewhere in this tree", "dim"),)]
    children = [_node(scope, grounds, child, [], told) for child in support.children]
    return Node(support.id, support.bearing, spans, tail, more, children)


def _left(grounds: Grounds, source: str) -> Spans:
    """What is left of a judgement without a source, in words."""
    falls = grounds.falls[source]
    number = len(grounds.pieces)
    standing = [id for id in grounds.pieces if id not in falls]
    words = "its one piece stands" if number == 1 else f"{len(standing)} of {number} pieces stand"
    role = ""
    if number and not standing:
        words, role = "! nothing that supports it stands", "warning"
    elif grounds.id in falls:
        words, role = f"! {words}, on no source", "warning"
    lost = [id for id in grounds.against if id in falls]
    if lost:
        rest = len(grounds.against) - len(lost)
        against = f"{rest} of {len(grounds.against)} still contradict" if rest else "nothing contradicts it any more"
        words = f"{words}; {against}" if number else against
    return (Span(words, role),)


def _verdict(scope: Scope, grounds: Grounds) -> Spans:
    """Whether one source carries all of it."""
    alone = [source for source, falls in grounds.falls.items() if grounds.id in falls]
    sources = [source for source in grounds.falls if source not in alone]
    if not grounds.pieces:
        return (Span("! Nothing that supports it is given", "warning"),)
    if not alone:
        if not sources:
            return (Span("! No source stands behind it", "warning"),)
        each = "its one source" if len(sources) == 1 else f"any one of its {len(sources)} sources"
        return (Span(f"◆ Stands without {each}", "confirmed"),)
    names = joined([(Span(scope.label(source), "strong"),) for source in alone], Span(", "))
    if len(alone) == 1:
        return Span("! Single point of failure: ", "warning"), *names
    return Span("! Single points of failure, each of which brings it down: ", "warning"), *names


# drawing --------------------------------------------------------------------


def _drawn(scope: Scope, judgement: Judgement, below: bool, width: int) -> Slab:
    slab = Slab(width)
    if below:
        slab.add([[]])
    grounds = grounds_of(scope, judgement)
    title = (Span(scope.plain(judgement.text), "strong"),)
    slab.add(lines(title, GUTTER, slab.room), drawn_stop(f"evidence.{judgement.id}", judgement.id, title))
    rows = [
        FieldRow("Likelihood", likelihood_spans(judgement.likelihood) if judgement.likelihood else _NOT_GIVEN),
        FieldRow("Confidence", (Span(judgement.confidence, "confidence"),) if judgement.confidence else _NOT_GIVEN),
        FieldRow("Evidence", (Span(_counted(grounds)),)),
        FieldRow("Sources", _verdict(scope, grounds)),
    ]
    slab.lay(Fields(tuple([row._replace(target=judgement.id) for row in rows]), f"evidence.{judgement.id}.rows"))
    for n, node in enumerate(grounds.nodes):
        _branch(slab, node, "", n == len(grounds.nodes) - 1, f"evidence.{judgement.id}.{n}")
    if len(grounds.falls) > 1:
        _falls(slab, scope, grounds)
    return slab.done()


def _counted(grounds: Grounds) -> str:
    """How many pieces there are of each bearing."""
    context = len(grounds.nodes) - len(grounds.pieces) - len(grounds.against)
    numbers = {"support": len(grounds.pieces), "contradict": len(grounds.against)}
    parts = [f"{number} {word}{'s' if number == 1 else ''}" for word, number in numbers.items() if number]
    return ", ".join([*parts, *([f"{context} for context"] if context > 0 else [])]) or "none is given"


def _branch(slab: Slab, node: Node, above: str, last: bool, key: str) -> None:
    """A line of the tree and what hangs on it. `above` is what is drawn of the branches to the left."""
    step = "" if slab.width < 30 else " " if slab.width < 60 else "─ "
    under = (" " if last else "│") + " " * len(step)
    start, side = _fitting(above + ("└" if last else "├") + step, slab), _fitting(above + under, slab)
    room = slab.room - len(start)
    bearing = BEARINGS[node.bearing].span
    lead = (bearing, Span("  ")) if not above or node.bearing != "supports" else ()
    hang = 2 if room > 12 else 0
    head = lines((*lead, *node.spans), GUTTER + len(start) + hang, room - hang)
    head[0] = [piece._replace(x=piece.x - hang) for piece in head[0]]
    more = [row for spans in node.more for row in lines(spans, GUTTER + len(start) + hang, room - hang)]
    tail = cell_len(text_of(node.tail))
    end = head[-1][-1].x + cell_len(head[-1][-1].text)
    if tail and end + 2 + tail <= GUTTER + slab.room:
        head[-1] += placed(node.tail, GUTTER + slab.room - tail, "")
    elif tail:
        more = [*lines(node.tail, GUTTER + len(start) + hang, room - hang), *more]
    child = "│" if node.children and hang else ""
    rows = []
    for n, row in enumerate([*head, *more]):
        rows.append([Piece(GUTTER, start if n == 0 else side + child, "edge"), *row])
    slab.add(rows, drawn_stop(key, node.id, node.spans)._replace(links=()))
    for n, each in enumerate(node.children):
        _branch(slab, each, above + under, n == len(node.children) - 1, f"{key}.{n}")


def _fitting(branches: str, slab: Slab) -> str:
    """Branches as they are drawn: no more of them than leave room for words."""
    most = max(2, slab.room // 3)
    return branches if len(branches) <= most else "…" + branches[1 - most :]


def _falls(slab: Slab, scope: Scope, grounds: Grounds) -> None:
    """Each source with what is left when it falls, those first that leave least."""
    slab.gap()
    title = [Piece(GUTTER, "If a source falls", "subheading"), Piece(GUTTER + 19, f"{len(grounds.falls):,}", "count")]
    slab.add([title])
    for source, falls in sorted(grounds.falls.items(), key=lambda item: -len(item[1])):
        strip = tuple(_strip(grounds, falls))
        left = _left(grounds, source)
        words = lines((*strip, *left), GUTTER, slab.room)
        name = (Span(f"{scope.mark(source).text} ", "source"), Span(scope.label(source), "entry"))
        width = cell_len(text_of((*strip, *left))) + 3
        if len(words) == 1 and slab.room - width >= 20:
            named = lines(name, GUTTER + width, slab.room - width)
            rows = [[*words[0], *named[0]], *named[1:]]
        else:
            rows = [*lines(name, GUTTER, slab.room), *words]
        slab.add(rows, drawn_stop(f"evidence.{grounds.id}.falls.{source}", source, name))


def _strip(grounds: Grounds, falls: frozenset[str]) -> Iterator[Span]:
    """A block for each piece, filled where it stands."""
    if len(grounds.pieces) > _STRIP:
        return
    for id in grounds.pieces:
        yield Span("░░" if id in falls else "██", "bar-empty" if id in falls else "bar")
        yield Span(" ")
    yield Span(" ")
