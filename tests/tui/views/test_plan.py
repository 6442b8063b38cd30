"""Layered graphs: every edge leads from its one end to its other, and no two lines run into one another."""

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.tui.drawing import Canvas
from briefing_tui.tui.rows import row_text
from briefing_tui.tui.views.layers import Edge, Item, Layers, Net, Port, components_of, layered
from briefing_tui.tui.views.plan import Plan, Words, best_plan, draw_plan
from briefing_tui.tui.views.routes import GAP

NAMES = [f"n{n}" for n in range(12)]
WORDS = ("part of", "x", "mediates between", "● opposes", "水門", "since")

edges_ = st.lists(
    st.builds(
        Edge,
        st.sampled_from(NAMES),
        st.sampled_from(NAMES),
        st.sampled_from(WORDS),
        st.booleans(),
        st.sampled_from([True, False, None]),
    ).filter(lambda edge: edge.source != edge.target),
    min_size=1,
    max_size=24,
    unique=True,
)
widths_ = st.lists(st.integers(1, 24), min_size=len(NAMES), max_size=len(NAMES))


def pieces(edges: list[Edge]) -> list[tuple[list[str], list[Edge]]]:
    names = [name for name in NAMES if any(name in (edge.source, edge.target) for edge in edges)]
    return components_of(names, edges)


def opposite(graph: Layers, port: Port) -> list[Port]:
    """The ports a port is joined to by the net it belongs to."""
    (net,) = [net for net in graph.nets if port in net.upper or port in net.lower]
    return net.lower if port in net.upper else net.upper


def hub_of(graph: Layers, port: Port) -> str:
    """The name a word's line leads to, through all layers between."""
    (other,) = opposite(graph, port)
    while not other.item.name:
        (other,) = opposite(graph, (other.item.below if other in other.item.above else other.item.above)[0])
    return other.item.name


def worded(graph: Layers) -> Iterator[Port]:
    for layer in graph.layers:
        for item in layer:
            yield from [port for port in (*item.above, *item.below) if port.edge is not None]


@settings(max_examples=120)
@given(edges_, widths_, st.integers(10, 200))
def test_every_edge_leads_from_end_to_end_with_its_arrow_at_its_target(
    edges: list[Edge], widths: list[int], widest: int
) -> None:
    for names, inside in pieces(edges):
        graph = layered(names, inside, dict(zip(NAMES, widths, strict=True)), widest)
        assert sorted([item.name for layer in graph.layers for item in layer if item.name]) == sorted(names)
        ends = {}
        for port in worded(graph):
            assert port.edge is not None
            ends[port.edge] = {port.item.name, hub_of(graph, port)}
            (hub,) = opposite(graph, port)
            while not hub.item.name:
                (hub,) = opposite(graph, (hub.item.below if hub in hub.item.above else hub.item.above)[0])
            assert port.arrow == (not port.edge.mutual and port.edge.target == port.item.name)
            assert hub.arrow == (not port.edge.mutual and port.edge.target == hub.item.name)
        assert ends == {edge: {edge.source, edge.target} for edge in inside}


Cell = tuple[int, int]


def rows_of(plan: Plan) -> list[int]:
    """The row of each layer's names."""
    rows = [0]
    for gap in plan.gaps:
        rows.append(rows[-1] + 1 + gap.upper + gap.between + gap.lower)
    return rows


def cells_of(net: Net, turn: int, top: int, turns: int, bottom: int) -> tuple[set[Cell], set[Cell]]:
    """The cells a net runs down through and across, names' rows left out."""
    at = turns + turn
    down: set[Cell] = set()
    across: set[Cell] = set()
    if turn < 0:
        down |= {(net.upper[0].x, y) for y in range(top + 1, bottom)}
        return down, across
    xs = [port.x for port in (*net.upper, *net.lower)]
    across = {(x, at) for x in range(min(xs), max(xs) + 1)}
    down |= {(port.x, y) for port in net.upper for y in range(top + 1, at + 1)}
    down |= {(port.x, y) for port in net.lower for y in range(at, bottom)}
    return down, across


@settings(max_examples=120)
@given(edges_, widths_, st.integers(20, 200))
def test_no_two_lines_run_into_one_another_and_none_through_words(
    edges: list[Edge], widths: list[int], room: int
) -> None:
    for names, inside in pieces(edges):
        plan = best_plan(names, inside, dict(zip(NAMES, widths, strict=True)), room)
        if plan is None:
            continue
        assert plan.width <= room
        rows = rows_of(plan)
        assert plan.height == rows[-1] + 1
        for layer in plan.graph.layers:
            _assert_apart(layer, plan.width)
        for n, gap in enumerate(plan.gaps):
            top, bottom = rows[n], rows[n + 1]
            turns = top + 1 + gap.upper
            runs = [cells_of(net, turn, top, turns, bottom) for net, turn in zip(gap.nets, gap.turns, strict=True)]
            for a, (down, across) in enumerate(runs):
                for b, (others_down, others_across) in enumerate(runs):
                    if a != b:
                        assert not down & others_down
                        assert not across & others_across
                        corners = {cell for cell in across if cell in down}
                        assert not corners & (others_down | others_across)
            for net in gap.nets:
                for ports, row in ((net.upper, top + 2), (net.lower, bottom - 2)):
                    for port in ports:
                        if port.edge is not None:
                            words = {(x, row) for x in range(port.start, port.start + port.width)}
                            assert port.start < port.x < port.start + port.width - 1
                            for other, (down, across) in zip(gap.nets, runs, strict=True):
                                assert other is net or not words & (down | across)


def _assert_apart(layer: list[Item], width: int) -> None:
    end = -GAP
    for item in layer:
        assert item.x >= end + GAP
        for port in (*item.above, *item.below):
            assert item.x <= port.x < item.x + item.width
        end = item.x + item.width
    assert end <= width


@given(edges_, widths_, st.integers(20, 200))
def test_it_is_always_the_same(edges: list[Edge], widths: list[int], room: int) -> None:
    by_name = dict(zip(NAMES, widths, strict=True))
    assert drawn(edges, by_name, room) == drawn(edges, by_name, room)


def drawn(edges: list[Edge], widths: dict[str, int], room: int) -> list[str]:
    rows: list[str] = []
    for names, inside in pieces(edges):
        plan = best_plan(names, inside, widths, room)
        if plan is not None:
            canvas = Canvas(room, "plan")
            draw_plan(
                canvas, plan, 0, 0, lambda name: Words(name[: widths[name]], "node"), lambda edge: Words(edge.words, "")
            )
            canvas.finish()
            rows += [row_text(canvas.row(y)).rstrip() for y in range(canvas.height)]
    return rows


def test_wholes_stand_above_parts_and_lines_that_part_leave_as_one() -> None:
    edges = [
        Edge("n1", "n0", "part of", down=False),
        Edge("n2", "n0", "part of", down=False),
        Edge("n0", "n3", "supports"),
        Edge("n3", "n4", "opposes", mutual=True, down=None),
    ]
    assert drawn(edges, dict.fromkeys(NAMES, 2), 60) == [
        "              ┌ n0",
        "              ▲  │",
        "    ┌─────────┤  └─────────┐",
        " part of    part of    supports",
        "    │         │            ▼",
        "   n1         n2          n3",
        "                          │",
        "                       opposes",
        "                          │",
        "                         n4",
    ]
