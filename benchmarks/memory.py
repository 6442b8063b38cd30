"""Memory: the most that an open briefing has taken, against hello."""

from collections import defaultdict
from collections.abc import Iterator

from benchmarks.effort import runs
from benchmarks.shelf import HELLO, HELLO_TEXT, Shelf, briefing_command
from benchmarks.start import FIRST_TEXT
from benchmarks.table import Row, Section
from benchmarks.terminal import Terminal

RUNS = 5

_NOTE = """The peak of what was resident, MB of 10⁶ bytes; with the process that holds the terminal,
of which what it does not share counts."""

FILES = (("flagship", "flagship", 1.25), ("bytes 1000000", "1 MB", 1.5))


def sections(shelf: Shelf) -> Iterator[Section]:
    """Hello, the flagship and 1 MB, as they stand after opening and after a look into every pane."""
    opened: dict[str, list[float]] = defaultdict(list)
    for _ in range(runs(RUNS)):
        for name in ("hello", *(name for name, _, _ in FILES)):
            command = HELLO if name == "hello" else briefing_command(str(shelf.file(name)))
            with Terminal(command, shelf.environment()) as terminal:
                terminal.until(HELLO_TEXT if name == "hello" else FIRST_TEXT)
                terminal.until_quiet(0.3)
                peak = terminal.peak()
                if peak is None:
                    yield Section("Memory", "Not measured: this system does not say what a process takes.")
                    return
                opened[name].append(peak)
                if name != "hello":
                    for key in "234561":
                        terminal.press(key)
                        terminal.until_quiet(0.15)
                    opened[f"{name} seen"].append(terminal.peak() or peak)
    rows = [Row("hello", opened["hello"], "MB")]
    for name, shown, most in FILES:
        hello, promise = opened["hello"], f"{shown} memory"
        rows.append(Row(f"{shown}, open", opened[name], "MB", hello, "hello", most, promise=promise))
        rows.append(Row(f"{shown}, every pane seen", opened[f"{name} seen"], "MB", opened["hello"], "hello"))
    yield Section("Memory", _NOTE.replace("\n", " "), tuple(rows))
