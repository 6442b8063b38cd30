"""Views of many events: opening them and moving in them, against the list and against how long a hundred take."""

from collections import defaultdict
from collections.abc import Iterator

from benchmarks.effort import runs
from benchmarks.keys import Measured, Steps, first_of, measured, reader, times, work_of
from benchmarks.shelf import Shelf
from benchmarks.table import Row, Section

#: Each view of the events and how often `v` is pressed for it.
VIEWS = {"timeline": 1, "lanes": 2}
#: How many events.
SIZES = (100, 10_000)
ROUNDS = 3

_NOTE = """From a key's arrival to the end of the next frame, 120×36, as for keys; events to the minute, some that last,
with who took part. The list is the same pane as text. A step of the time cursor draws the view again."""


def view_steps(turns: int) -> Steps:
    """Opening the list, then a view; moving and stepping through time in it; and back to the list."""
    turning = [("", "v")] * (turns - 1)
    return [
        *times(1, "list", "3"),
        *turning,
        *times(1, "opened", "v"),
        *times(20, "move", "j"),
        *times(5, "page", "pagedown"),
        *times(20, "move", "k"),
        *times(6, "then", "less_than_sign"),
        ("", "escape"),
        # The reader remembers which view was last looked through.
        *times(turns, "", "V"),
    ]


def sections(shelf: Shelf) -> Iterator[Section]:
    """The views at each size, in processes that alternate."""
    found: dict[tuple[str, int], Measured] = {(view, size): defaultdict(list) for view in VIEWS for size in SIZES}
    for _ in range(runs(ROUNDS)):
        for (view, size), answers in found.items():
            for label, pairs in measured(shelf, reader(shelf, f"timed {size}"), view_steps(VIEWS[view])).items():
                answers[label] += pairs
    rows = [row for view in VIEWS for row in _rows(view, {size: found[view, size] for size in SIZES})]
    yield Section("Views", _NOTE.replace("\n", " "), tuple(rows))


def _rows(view: str, found: dict[int, Measured]) -> Iterator[Row]:
    fewest = found[SIZES[0]]
    for size, answers in found.items():
        name, many = f"{view}, {size:,} events", size != SIZES[0]
        lists = work_of(answers["list"])
        yield Row(f"{name}, opened", first_of(answers["opened"]), at_most=25 if many else None)
        yield Row(f"{name}, opened, work", work_of(answers["opened"]), "ms", lists, "list")
        moves = work_of(answers["move"])
        if many:
            yield Row(f"{name}, move, work", moves, "ms", work_of(fewest["move"]), f"{SIZES[0]} events", 1.2)
        else:
            yield Row(f"{name}, move, work", moves)
        yield Row(f"{name}, move", first_of(answers["move"]), at_most=16, of="p99")
        yield Row(f"{name}, page, work", work_of(answers["page"]))
        yield Row(f"{name}, step of the time cursor", first_of(answers["then"]))
