"""Where the items and lines of a layered graph stand: cells across, and in which row between two layers a line turns.

Names and words have cells of their own, so they cannot overlap; where lines would run into one another there is none.
"""

from collections.abc import Sequence

from briefing_tui.tui.views.layers import Item, Layers, Net, Port, pairs_of

#: Cells between two items.
GAP = 2
#: How often items are moved to where their lines are straighter, and then to where more of them are quite straight.
_SWEEPS, _NUDGES = 24, 4
#: How much it matters that a line is straight, by how many of its ends are lines on their way.
_WEIGHTS = (1, 2, 8)


def place(graph: Layers, room: int) -> int | None:
    """Gives items and ports their cells; how many they take in all, None where there are not so many.

    Items of a layer keep their order. Each stands as near to what it is joined to as the others let it.
    """
    needed = max([_need(layer) for layer in graph.layers])
    if needed > room:
        return None
    offsets = {id(layer): _offsets(layer) for layer in graph.layers}
    for layer in graph.layers:
        for item, offset in zip(layer, offsets[id(layer)], strict=True):
            item.x = (room - _need(layer)) // 2 + offset
            _set_ports(item)
    joined: dict[int, list[tuple[Port, Port, int]]] = {}
    for upper, lower in pairs_of(graph.nets):
        weight = _WEIGHTS[(not upper.item.name) + (not lower.item.name)]
        joined.setdefault(id(lower.item), []).append((lower, upper, weight))
        joined.setdefault(id(upper.item), []).append((upper, lower, weight))
    for sweep in range(_SWEEPS):
        for layer in graph.layers if sweep % 2 == 0 else reversed(graph.layers):
            _set(layer, offsets[id(layer)], [_wanted(item, joined.get(id(item), ())) for item in layer], room)
    for _ in range(_NUDGES):
        for layer in graph.layers:
            for n, item in enumerate(layer):
                left = layer[n - 1].x + layer[n - 1].width + GAP if n else 0
                right = layer[n + 1].x - GAP - item.width if n + 1 < len(layer) else room - item.width
                _nudge(item, joined.get(id(item), ()), left, right)
    start = min([layer[0].x for layer in graph.layers])
    for layer in graph.layers:
        for item in layer:
            item.x -= start
            _set_ports(item)
    for net in graph.nets:
        _straighten(net)
    return max([layer[-1].x + layer[-1].width for layer in graph.layers])


def _need(layer: Sequence[Item]) -> int:
    return sum([item.width + GAP for item in layer]) - GAP


def _offsets(layer: Sequence[Item]) -> list[int]:
    """How far each item is from the first when they stand close."""
    found = [0]
    for item in layer[:-1]:
        found.append(found[-1] + item.width + GAP)
    return found


def _wanted(item: Item, lines: Sequence[tuple[Port, Port, int]]) -> tuple[float, int]:
    """Where an item would stand with its lines as straight as they can be, and how much that matters."""
    if not lines:
        return item.x, 1
    weight = sum([weight for _, _, weight in lines])
    return sum([(there.x - (here.x - item.x)) * weight for here, there, weight in lines]) / weight, weight


def _set(layer: Sequence[Item], offsets: Sequence[int], wanted: Sequence[tuple[float, int]], room: int) -> None:
    """Puts the items of a layer as near to where they want to be as their order and widths allow (least squares)."""
    # Neighbours that want to pass one another are put together in the middle of what they want.
    blocks: list[tuple[float, int, int]] = []
    for (want, weight), offset in zip(wanted, offsets, strict=True):
        total, weights, number = (want - offset) * weight, weight, 1
        while blocks and blocks[-1][0] / blocks[-1][1] >= total / weights:
            before = blocks.pop()
            total, weights, number = total + before[0], weights + before[1], number + before[2]
        blocks.append((total, weights, number))
    most = room - offsets[-1] - layer[-1].width
    n = 0
    for total, weights, number in blocks:
        start = max(0, min(round(total / weights), most))
        for item, offset in zip(layer[n : n + number], offsets[n : n + number], strict=True):
            if item.x != start + offset:
                item.x = start + offset
                _set_ports(item)
        n += number


def _nudge(item: Item, lines: Sequence[tuple[Port, Port, int]], left: int, right: int) -> None:
    """Moves an item between two cells to where most of its lines run straight, as little as does that."""
    needs: list[tuple[int, int, int]] = []
    for here, there, weight in lines:
        (a, b), (c, d) = _reach(here), _reach(there)
        needs.append((c - b, d - a, weight))
    steps = {0} | {min(max(0, first), last) for first, last, _ in needs}
    straight = {
        step: sum([weight for first, last, weight in needs if first <= step <= last])
        for step in steps
        if left <= item.x + step <= right
    }
    best = min(straight, key=lambda step: (-straight[step], abs(step), step), default=0)
    if best:
        item.x += best
        _set_ports(item)


def name_x(item: Item) -> int:
    """Where an item's name begins."""
    return item.x + (item.width - item.name_width) // 2


def _set_ports(item: Item) -> None:
    """Puts the ports in the middle of their cells, those of a side in the middle of the item.

    Where none of a side has words they stand over or under the name, evenly.
    """
    for ports in (item.above, item.below):
        x = item.x + (item.width - sum([port.width for port in ports])) // 2
        even = item.name_width / len(ports) if ports and all(port.edge is None for port in ports) else 0.0
        for n, port in enumerate(ports):
            port.start, port.x = x, x + port.width // 2
            x += port.width
            if even >= 1.5:
                port.x = name_x(item) + round((n + 0.5) * even - 0.5)


def _reach(port: Port) -> tuple[int, int]:
    """The cells a line may meet its item at: under its own words, or under the name where it is the only one."""
    item = port.item
    if not item.name:
        return port.x, port.x
    if port.edge is None and len(item.above if port in item.above else item.below) == 1:
        return name_x(item), name_x(item) + item.name_width - 1
    if port.edge is None:
        return port.x, port.x
    return port.start + 1, port.start + port.width - 2


def _straighten(net: Net) -> None:
    """Moves ports within their reach so that lines run straight down."""
    if len(net.upper) == len(net.lower) == 1:
        (upper,), (lower,) = net.upper, net.lower
        (a, b), (c, d) = _reach(upper), _reach(lower)
        first, last = max(a, c), min(b, d)
        if first <= last:
            upper.x = lower.x = max(first, min((upper.x + lower.x) // 2, last))
        return
    (one,), many = sorted((net.upper, net.lower), key=len)
    for port in many:
        first, last = _reach(port)
        if first <= one.x <= last:
            port.x = one.x


def extent(net: Net) -> tuple[int, int]:
    """The first and the last cell of a net."""
    xs = [port.x for port in (*net.upper, *net.lower)]
    return min(xs), max(xs)


def tracks(nets: Sequence[Net]) -> list[int] | None:
    """The row between two layers each net turns in, from 0; -1 for one that runs straight. None where it cannot be.

    No two nets share a cell of a row, and none comes down through the turn of another.
    """
    found = [-1] * len(nets)
    turning = [n for n, net in enumerate(nets) if extent(net)[0] < extent(net)[1]]
    above: dict[int, set[int]] = {n: set() for n in turning}
    for n in turning:
        lower = {port.x for port in nets[n].lower}
        above[n] = {m for m in turning if m != n and lower & {port.x for port in nets[m].upper}}
    turning.sort(key=lambda n: extent(nets[n]))
    row = 0
    while turning:
        end, placed = -2, []
        for n in turning:
            first, last = extent(nets[n])
            if first > end + 1 and all(found[m] >= 0 and found[m] < row for m in above[n]):
                found[n], end = row, last
                placed.append(n)
        if not placed:
            return None
        turning = [n for n in turning if n not in placed]
        row += 1
    return found
