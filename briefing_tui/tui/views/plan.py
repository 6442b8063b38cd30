"""Draws a layered graph: names in rows, orthogonal lines with words in them, an arrowhead at whom it is about."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from briefing_tui.tui.drawing import Canvas
from briefing_tui.tui.views.layers import Edge, Item, Layers, Net, layered
from briefing_tui.tui.views.routes import extent, name_x, place, tracks

#: How wide a layer may be, as parts of the room there is: narrower ones make it higher.
_SHARES = (1.0, 0.8, 0.6, 0.4)
#: What a crossing costs, in rows.
_CROSSING = 3


class Gap(NamedTuple):
    """The rows between two layers: `upper` and `lower` belong to words and arrows, lines turn in those between."""

    nets: list[Net]
    turns: list[int]
    upper: int
    between: int
    lower: int


class Plan(NamedTuple):
    """A layered graph with all its places, counted from its own corner; how many lines cross in it."""

    graph: Layers
    gaps: list[Gap]
    width: int
    height: int
    crossings: int


def best_plan(names: Sequence[str], edges: Sequence[Edge], widths: Mapping[str, int], room: int) -> Plan | None:
    """The lowest of some drawings of what hangs together, with few crossings; None where none fits into the room."""
    plans = [_planned(layered(names, edges, widths, int(room * share)), room) for share in _SHARES]
    found = [plan for plan in plans if plan is not None]
    return min(found, key=lambda plan: plan.height + _CROSSING * plan.crossings, default=None)


def _planned(graph: Layers, room: int) -> Plan | None:
    width = place(graph, room)
    if width is None:
        return None
    gaps: list[Gap] = []
    for n in range(len(graph.layers) - 1):
        nets = [net for net in graph.nets if net.gap == n]
        turns = tracks(nets)
        if turns is None:
            return None
        upper = [port for net in nets for port in net.upper]
        lower = [port for net in nets for port in net.lower]
        rows = [
            2 if any(port.edge for port in ports) else 1 if any(port.arrow for port in ports) else 0
            for ports in (upper, lower)
        ]
        gaps.append(Gap(nets, turns, rows[0], max(1, *(turn + 1 for turn in turns)), rows[1]))
    height = len(graph.layers) + sum([gap.upper + gap.between + gap.lower for gap in gaps])
    return Plan(graph, gaps, width, height, sum([len(_bridges(gap)) for gap in gaps]))


def _bridges(gap: Gap) -> list[tuple[int, int]]:
    """Where a line runs over the turn of another one: cell, and row of the turns."""
    found: list[tuple[int, int]] = []
    for net, turn in zip(gap.nets, gap.turns, strict=True):
        first, last = extent(net)
        for other, its in zip(gap.nets, gap.turns, strict=True):
            if turn >= 0 and other is not net:
                # A line comes down to its own turn, and goes on from there.
                passing = [port.x for port in other.upper] if its < 0 or its > turn else []
                passing += [port.x for port in other.lower] if its < turn else []
                found += [(x, turn) for x in dict.fromkeys(passing) if first < x < last]
    return found


class Words(NamedTuple):
    """How a name or a word of the plan is put on a canvas."""

    text: str
    role: str
    target: str = ""
    said: str = ""


def draw_plan(
    canvas: Canvas, plan: Plan, x: int, y: int, node: Callable[[str], Words], word: Callable[[Edge], Words]
) -> None:
    """Draws a plan with its corner at a cell. `node` says what stands for a name, `word` what for an edge."""
    for n, layer in enumerate(plan.graph.layers):
        for item in layer:
            if item.name:
                _draw_name(canvas, item, x, y, node(item.name))
        if n < len(plan.gaps):
            _draw_gap(canvas, plan.gaps[n], x, y, word)
            y += 1 + plan.gaps[n].upper + plan.gaps[n].between + plan.gaps[n].lower


def _draw_name(canvas: Canvas, item: Item, x: int, y: int, words: Words) -> None:
    """A name, and wings to the lines that do not meet it above or below."""
    ports = [x + port.x for port in (*item.above, *item.below)]
    start = x + name_x(item)
    # A line that ends right beside the name would look like a letter of it.
    start += next((step for step in (0, 1, -1) if not _touched(start + step, words.text, ports)), 0)
    end = start + cell_len(words.text)
    first, last = min([start, *ports]), max([end - 1, *ports])
    if first < start or last >= end:
        canvas.across(first, last, y)
    if first < start - 1:
        canvas.put(start - 1, y, " ")
    canvas.put(start, y, words.text, words.role, words.target, words.said)
    if last > end:
        canvas.put(end, y, " ")


def _touched(start: int, name: str, ports: Sequence[int]) -> bool:
    return min([start, *ports]) == start - 1 or max([0, *ports]) == start + cell_len(name)


def _draw_gap(canvas: Canvas, gap: Gap, x: int, y: int, word: Callable[[Edge], Words]) -> None:
    """What runs between a layer whose names stand in row y and the next one."""
    turns = y + 1 + gap.upper
    bottom = turns + gap.between + gap.lower
    for net, turn in zip(gap.nets, gap.turns, strict=True):
        if turn < 0:
            canvas.down(x + net.upper[0].x, y, bottom)
        else:
            first, last = extent(net)
            canvas.across(x + first, x + last, turns + turn)
            for port in net.upper:
                canvas.down(x + port.x, y, turns + turn)
            for port in net.lower:
                canvas.down(x + port.x, turns + turn, bottom)
        for ports, arrow, at, row in ((net.upper, "▲", y + 1, y + 2), (net.lower, "▼", bottom - 1, bottom - 2)):
            for port in ports:
                if port.arrow:
                    canvas.put(x + port.x, at, arrow, "edge")
                if port.edge is not None:
                    words = word(port.edge)
                    canvas.put(x + port.start + 1, row, words.text, words.role, words.target, words.said)
    for over, turn in _bridges(gap):
        canvas.put(x + over, turns + turn, "│", "edge")
