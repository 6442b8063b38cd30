"""Keys: from a key to the end of the next frame, against the smallest change an app can show."""

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from benchmarks.effort import is_quick
from benchmarks.shelf import HELLO, Shelf, briefing_command
from benchmarks.stopwatch import REPORT, STEPS
from benchmarks.table import Row, Section
from benchmarks.terminal import WIDE, Terminal

ROUNDS = 2

#: A step is a label to file what was measured under (none: not measured) and a key by Textual's name.
Steps = list[tuple[str, str]]


class Answer(NamedTuple):
    """Milliseconds from a key to the next frame and to the last one, and for how many of them the app worked."""

    first: float
    last: float
    first_work: float
    last_work: float


#: By label.
Measured = dict[str, list[Answer]]

#: How large the lists are of which moving must not depend.
LISTS = (100, 10_000, 100_000)

_NOTE = """From a key's arrival in the app to the end of the next frame, 120×36, in processes that alternate; the
terminal is replaced by a clock, everything else is the product. `Static.update` is one cell changed in hello, measured
the same way. Settled: until the last frame, with the context pane beside it. Work: what the app's thread spent on a
processor for it."""


def times(count: int, label: str, *keys: str) -> Steps:
    """Keys one after another, so many times."""
    return [(label, key) for _ in range(count) for key in keys]


def hello_steps() -> Steps:
    """One change after another."""
    return times(60, "update", "x")


def reading_steps(word: str) -> Steps:
    """Moving, paging, following and coming back, changing panes, and finding a word."""
    steps = [*times(1, "pane, first visit", "2", "3", "4", "5", "6", "1")]
    for _ in range(3):
        steps += [("", "home"), *times(22, "move", "j"), ("", "home"), *times(22, "link", "n")]
    for _ in range(6):
        steps += [("", "home"), *times(3, "page", "pagedown")]
    for _ in range(3):
        steps += times(1, "pane", "2", "3", "4", "5", "6", "1")
    steps += [("", "3"), *times(12, "move in a list", "j")]
    steps += [step for _ in range(15) for step in (("follow", "enter"), ("back", "backspace"), ("", "k"))][:-1]
    return [*steps, ("", "1"), *finding_steps(word)]


def finding_steps(word: str) -> Steps:
    """Typing a word to be found, twice."""
    typed = [("find", letter) for letter in word] + times(len(word), "", "backspace")
    return [("find opened", "slash"), *typed, *typed]


def list_steps(rows: int) -> Steps:
    """Opening a list and moving in it."""
    return [(f"opening {rows} rows", "3"), *times(25, "move", "j"), *times(25, "move", "k")]


def sections(shelf: Shelf) -> Iterator[Section]:
    """The flagship, 10,000 entries and hello; then finding in 1 MB; then lists of three lengths."""
    update: list[Answer] = []
    files = {"flagship": "monitoring", "entries 10000": "switched"}
    found: dict[str, Measured] = {name: defaultdict(list) for name in files}
    for _ in range(1 if is_quick() else ROUNDS):
        for name, word in files.items():
            update += measured(shelf, HELLO, hello_steps())["update"]
            for label, pairs in measured(shelf, reader(shelf, name), reading_steps(word)).items():
                found[name][label] += pairs
    in_1_mb = measured(shelf, reader(shelf, "bytes 1000000"), finding_steps("switched"))
    rows = [Row("Static.update in hello", first_of(update)), Row("Static.update in hello, work", work_of(update))]
    rows += _reading_rows("flagship", found["flagship"], update)
    rows += _reading_rows("10,000 entries", found["entries 10000"], update)
    rows += [
        Row("10,000 entries, move in a list", first_of(found["entries 10000"]["move in a list"]), of="p99", at_most=16)
    ]
    rows += [
        Row("1 MB, find opened", first_of(in_1_mb["find opened"])),
        Row("1 MB, find, each key", first_of(in_1_mb["find"]), at_most=16, promise="find"),
        Row("1 MB, find, each key, work", work_of(in_1_mb["find"])),
    ]
    yield Section("Keys", _NOTE.replace("\n", " "), tuple(rows))
    yield _lists(shelf)


def _reading_rows(name: str, found: Measured, update: list[Answer]) -> Iterator[Row]:
    for label, most in (("move", 1.5), ("link", 1.5), ("page", 2.5)):
        yield Row(f"{name}, {label}", first_of(found[label]), "ms", first_of(update), "update", most, promise=label)
        yield Row(f"{name}, {label}, work", work_of(found[label]), "ms", work_of(update), "update")
    for label in ("move", "link"):
        yield Row(f"{name}, {label}", first_of(found[label]), at_most=16, of="p99", promise="move p99")
    yield Row(f"{name}, move, settled", [answer.last for answer in found["move"]])
    yield Row(f"{name}, move, settled, work", [answer.last_work for answer in found["move"]])
    for label in ("follow", "back", "pane", "pane, first visit"):
        promise = label.partition(",")[0] if label != "follow" else ""
        yield Row(f"{name}, {label}", first_of(found[label]), at_most=16, promise=promise)
        yield Row(f"{name}, {label}, work", work_of(found[label]))
    yield Row(f"{name}, find opened", first_of(found["find opened"]))
    yield Row(f"{name}, find, each key", first_of(found["find"]), at_most=16)
    yield Row(f"{name}, find, each key, work", work_of(found["find"]))


def _lists(shelf: Shelf) -> Section:
    found = {rows: measured(shelf, reader(shelf, f"events {rows}"), list_steps(rows)) for rows in LISTS}
    shortest = work_of(found[LISTS[0]]["move"])
    rows = []
    for length in LISTS:
        opening = first_of(found[length][f"opening {length} rows"])
        most, promise = (25, "opening") if length == 10_000 else (None, "")
        rows.append(Row(f"{length:,} rows, opened", opening, at_most=most, promise=promise))
        moves = work_of(found[length]["move"])
        if length == LISTS[0]:
            rows.append(Row(f"{length:,} rows, move, work", moves))
        else:
            what, against = f"{length:,} rows, move, work", f"{LISTS[0]} rows"
            rows.append(Row(what, moves, "ms", shortest, against, 1.2, promise="flat"))
    return Section("Long lists", "The events pane of a briefing that is little else.", tuple(rows))


def first_of(answers: list[Answer]) -> list[float]:
    """Milliseconds to the next frame."""
    return [answer.first for answer in answers]


def work_of(answers: list[Answer]) -> list[float]:
    """Milliseconds the app worked for the next frame."""
    return [answer.first_work for answer in answers]


def reader(shelf: Shelf, name: str) -> list[str]:
    """The command that opens a file of the shelf."""
    return briefing_command(str(shelf.file(name)))


def measured(shelf: Shelf, command: list[str], steps: Steps) -> Measured:
    """Runs a command in a process of its own and types the keys of some steps."""
    script, report = shelf.folder / "steps.json", shelf.folder / "report.json"
    script.write_text(json.dumps(steps), "utf-8")
    report.unlink(missing_ok=True)
    driver = {"TEXTUAL_DRIVER": "benchmarks.stopwatch:Stopwatch", STEPS: str(script), REPORT: str(report)}
    with Terminal(command, shelf.environment(**driver), WIDE) as terminal:
        terminal.until_end()
    found = json.loads(report.read_text("utf-8"))
    return defaultdict(list, {name: [Answer(*(s * 1000 for s in one)) for one in all_] for name, all_ in found.items()})
