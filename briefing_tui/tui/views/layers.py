"""A directed graph in layers: who stands above whom, in which order, and what runs on between. Knows no rows.

Lines of one name leave it as one and part on the way; their words stand at the other ends, where there is room.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from rich.cells import cell_len

#: How often the order is improved, downwards and upwards in turn.
_SWEEPS = 12


class Edge(NamedTuple):
    """A line from one node to another. `down`: its source belongs above; None where either may."""

    source: str
    target: str
    words: str
    mutual: bool = False
    down: bool | None = True


class Port:
    """Where a line meets an item. `edge` is the one whose words stand here, None where many leave as one.

    `arrow` says that it points at the item; `x` is its cell, one of the `width` cells from `start` on that are its own.
    """

    __slots__ = ("arrow", "edge", "item", "start", "width", "x")

    def __init__(self, item: "Item", edge: Edge | None = None, *, arrow: bool = False, width: int = 3) -> None:
        self.item, self.edge, self.arrow, self.width = item, edge, arrow, width
        self.start = self.x = 0


class Item:
    """What stands in a layer: a node, or a line on its way down (which has no name); with its ports, in order.

    `width` is how many cells it needs from `x` on: for its name, or for the words at one of its sides.
    """

    __slots__ = ("above", "below", "layer", "name", "name_width", "width", "x")

    def __init__(self, name: str, layer: int, name_width: int) -> None:
        self.name, self.layer, self.name_width, self.width = name, layer, name_width, name_width
        self.above: list[Port] = []
        self.below: list[Port] = []
        self.x = 0

    def take(self, port: Port, *, above: bool) -> None:
        """Adds a port."""
        ports = self.above if above else self.below
        ports.append(port)
        self.width = max(self.width, sum([port.width for port in ports]))


class Net(NamedTuple):
    """Lines from a layer to the next one that hang together: of one of the sides there is one port only."""

    gap: int
    upper: list[Port]
    lower: list[Port]


class Layers(NamedTuple):
    """Items in order, layers from the top, each from the left; and the nets between each and the next."""

    layers: list[list[Item]]
    nets: list[Net]


def components_of(names: Iterable[str], edges: Sequence[Edge]) -> list[tuple[list[str], list[Edge]]]:
    """What hangs together, with its edges; in the order of the names."""
    above: dict[str, str] = {name: name for name in names}

    def root(name: str) -> str:
        while above[name] != name:
            above[name] = name = above[above[name]]
        return name

    for edge in edges:
        above[root(edge.source)] = root(edge.target)
    found: dict[str, tuple[list[str], list[Edge]]] = {}
    for name in above:
        found.setdefault(root(name), ([], []))[0].append(name)
    for edge in edges:
        found[root(edge.source)][1].append(edge)
    return list(found.values())


def layered(names: Sequence[str], edges: Sequence[Edge], widths: Mapping[str, int], widest: int) -> Layers:
    """The layers of what hangs together, none of them wider than `widest` cells as far as that can be seen."""
    degrees = dict.fromkeys(names, 0)
    for edge in edges:
        degrees[edge.source] += 1
        degrees[edge.target] += 1
    above = _above(names, edges)
    ranks = _ranks(names, above, _needed(edges, degrees, widths), widest)
    layers: list[list[Item]] = [[] for _ in range(max(ranks.values()) + 1)]
    items = {name: Item(name, ranks[name], widths[name]) for name in names}
    for item in items.values():
        layers[item.layer].append(item)
    nets = _nets(items, edges, degrees, layers)
    best, fewest = [list(layer) for layer in layers], crossings(layers, nets)
    for sweep in range(_SWEEPS):
        _sweep(layers, nets, down=sweep % 2 == 0)
        number = crossings(layers, nets)
        if number < fewest:
            best, fewest = [list(layer) for layer in layers], number
    _order_ports(best, nets)
    return Layers(best, nets)


def _above(names: Sequence[str], edges: Sequence[Edge]) -> dict[str, set[str]]:
    """What belongs above each name. What would close a circle is turned round; what has no direction comes last."""
    above: dict[str, set[str]] = {name: set() for name in names}

    def reaches(low: str, high: str) -> bool:
        waiting, seen = [low], {low}
        while waiting:
            name = waiting.pop()
            if name == high:
                return True
            new = above[name] - seen
            seen |= new
            waiting.extend(new)
        return False

    for edge in sorted(edges, key=lambda edge: edge.down is None):
        high, low = (edge.target, edge.source) if edge.down is False else (edge.source, edge.target)
        if reaches(high, low):
            high, low = low, high
        above[low].add(high)
    return above


def _needed(edges: Sequence[Edge], degrees: Mapping[str, int], widths: Mapping[str, int]) -> dict[str, int]:
    """The cells each name is likely to need: about half of its words stand at either side of it."""
    words = dict.fromkeys(widths, 0)
    for edge in edges:
        leaf = edge.target if degrees[edge.target] <= degrees[edge.source] else edge.source
        words[leaf] += cell_len(edge.words) + 2
    return {name: max(width, words[name] // 2) for name, width in widths.items()}


def _ranks(
    names: Sequence[str], above: Mapping[str, set[str]], widths: Mapping[str, int], widest: int
) -> dict[str, int]:
    """The layer of each name: under all that belongs above it, as near to that as the width allows."""
    below: dict[str, list[str]] = {name: [] for name in names}
    for name in names:
        for other in above[name]:
            below[other].append(name)
    ranks: dict[str, int] = {}
    loads: dict[int, int] = {}
    missing = {name: len(others) for name, others in above.items()}
    order = [name for name in names if not missing[name]]
    for name in order:
        rank = max([ranks[other] + 1 for other in above[name]], default=0)
        while loads.get(rank) and loads[rank] + widths[name] > widest:
            rank += 1
        ranks[name] = rank
        loads[rank] = loads.get(rank, 0) + widths[name] + 2
        for other in below[name]:
            missing[other] -= 1
            if not missing[other]:
                order.append(other)
    # What has more below it than above is drawn down to that.
    for name in reversed(order):
        if len(below[name]) > len(above[name]):
            rank = min([ranks[other] for other in below[name]]) - 1
            while rank > ranks[name] and loads.get(rank) and loads[rank] + widths[name] > widest:
                rank -= 1
            loads[ranks[name]] -= widths[name] + 2
            loads[rank] = loads.get(rank, 0) + widths[name] + 2
            ranks[name] = rank
    used = {rank: n for n, rank in enumerate(sorted(set(ranks.values())))}
    return {name: used[rank] for name, rank in ranks.items()}


def _nets(
    items: Mapping[str, Item], edges: Sequence[Edge], degrees: Mapping[str, int], layers: list[list[Item]]
) -> list[Net]:
    """Gives every item its ports, and runs the lines through the layers between."""
    trunks: dict[tuple[str, bool, bool], list[tuple[Edge, Item]]] = {}
    for edge in edges:
        ends = items[edge.source], items[edge.target]
        high, low = sorted(ends, key=lambda item: item.layer)
        hub, leaf = (high, low) if degrees[low.name] <= degrees[high.name] else (low, high)
        at_hub = not edge.mutual and edge.target == hub.name
        trunks.setdefault((hub.name, hub is high, at_hub), []).append((edge, leaf))
    nets: list[Net] = []
    for (name, down, at_hub), leaves in trunks.items():
        port = Port(items[name], arrow=at_hub)
        items[name].take(port, above=not down)
        step = 1 if down else -1
        layer = items[name].layer
        farthest = max([abs(leaf.layer - layer) for _, leaf in leaves])
        for away in range(1, farthest + 1):
            layer += step
            ends_here: list[Port] = []
            for edge, leaf in leaves:
                if leaf.layer == layer:
                    points = not edge.mutual and edge.target == leaf.name
                    end = Port(leaf, edge, arrow=points, width=max(3, cell_len(edge.words) + 2))
                    leaf.take(end, above=down)
                    ends_here.append(end)
            gap = layer - 1 if down else layer
            passing = Item("", layer, 1)
            if away < farthest:
                ends_here.append(Port(passing, width=1))
            nets.append(Net(gap, [port], ends_here) if down else Net(gap, ends_here, [port]))
            if away < farthest:
                layers[layer].append(passing)
                passing.take(ends_here[-1], above=down)
                port = Port(passing, width=1)
                passing.take(port, above=not down)
    return nets


# order --------------------------------------------------------------------


def _places(layers: Sequence[Sequence[Item]]) -> dict[int, float]:
    """Where each item stands in its layer, from 0 to 1."""
    return {id(item): (n + 0.5) / len(layer) for layer in layers for n, item in enumerate(layer)}


def pairs_of(nets: Iterable[Net]) -> list[tuple[Port, Port]]:
    """Every line between two layers by its upper and its lower port."""
    return [(upper, lower) for net in nets for upper in net.upper for lower in net.lower]


def crossings(layers: Sequence[Sequence[Item]], nets: Sequence[Net]) -> int:
    """How many lines cross."""
    places = {id(item): n for layer in layers for n, item in enumerate(layer)}
    by_gap: dict[int, list[tuple[int, int]]] = {}
    for net in nets:
        for upper, lower in pairs_of([net]):
            by_gap.setdefault(net.gap, []).append((places[id(upper.item)], places[id(lower.item)]))
    found = 0
    for lines in by_gap.values():
        for n, (high, low) in enumerate(lines):
            found += sum([(high - a) * (low - b) < 0 for a, b in lines[:n]])
    return found


def _sweep(layers: list[list[Item]], nets: Sequence[Net], *, down: bool) -> None:
    """Puts each item in the middle of what it is joined to in the layer before."""
    joined: dict[int, list[Item]] = {}
    for upper, lower in pairs_of(nets):
        here, there = (lower, upper) if down else (upper, lower)
        joined.setdefault(id(here.item), []).append(there.item)
    places = _places(layers)

    def middle(item: Item) -> float:
        others = joined.get(id(item))
        return sum([places[id(other)] for other in others]) / len(others) if others else places[id(item)]

    for layer in layers[1:] if down else layers[-2::-1]:
        layer.sort(key=middle)
        places |= _places([layer])


def _order_ports(layers: list[list[Item]], nets: Sequence[Net]) -> None:
    """Sorts the ports of each item by where their lines lead."""
    places = _places(layers)
    leads: dict[int, float] = {}
    for net in nets:
        for here, there in ((net.upper, net.lower), (net.lower, net.upper)):
            for port in here:
                leads[id(port)] = sum([places[id(other.item)] for other in there]) / len(there)
    for layer in layers:
        for item in layer:
            item.above.sort(key=lambda port: leads[id(port)])
            item.below.sort(key=lambda port: leads[id(port)])
