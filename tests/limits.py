"""What a file costs from opening to export, measured in a process of its own under hard limits.

`python -m tests.limits NAME [STEP ...]` prints, as JSON, the seconds of processor time and the megabytes of memory that
each step has taken at most so far. Knows no bound: the test does.
"""

import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.processes import peak_of

#: Hard limits, so that what has none ends all the same: bytes of address space, seconds of processor time a step.
ADDRESS_SPACE, PROCESSOR = 2_000_000_000, 60

STEPS = ("load", "check", "told", "first screen", "panes", "find", "text", "md", "json")


def main() -> int:
    """Makes the file, forgets the making, and goes through the steps."""
    name, *wanted = sys.argv[1:]
    print(json.dumps(measured(name, wanted or list(STEPS))))
    return 0


def measured(name: str, wanted: list[str]) -> dict[str, Any]:
    """The cost of each step as [seconds, megabytes], and what stood at the end of it where it failed."""
    from tests.worst import WORST

    with tempfile.NamedTemporaryFile(suffix=".yaml") as file:
        file.write(WORST[name]().encode("utf-8", "surrogateescape"))
        file.flush()
        size = Path(file.name).stat().st_size
        steps = _steps(Path(file.name))
        resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
        # Only the soft limit moves on: the hard one could not be raised again.
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        costs: dict[str, Any] = {"size": size, "making": [0.0, _megabytes()]}
        for step in STEPS:
            if step not in wanted:
                continue
            began = time.process_time()
            resource.setrlimit(resource.RLIMIT_CPU, (int(began) + PROCESSOR, hard))
            if steps[step]() is None:
                break
            costs[step] = [round(time.process_time() - began, 2), _megabytes()]
    return costs


def _megabytes() -> int:
    """The most that this process has taken: not what whoever started it has, as getrusage counts on Linux."""
    if (taken := peak_of("self")) is not None:
        return int(taken)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // (1_000_000 if sys.platform == "darwin" else 1_000)


def _steps(path: Path) -> dict[str, Callable[[], object]]:
    """Each step in order; None from one says that there is nothing to go on with."""
    from briefing_tui.blocks.scope import Scope
    from briefing_tui.checks.engine import verdict
    from briefing_tui.cli.findings import Checked, concise_text, full_text
    from briefing_tui.export import EXPORTER
    from briefing_tui.source.load import load
    from briefing_tui.tui.finding import FindIndex
    from briefing_tui.tui.layout import Layout
    from briefing_tui.tui.session import Session

    kept: dict[str, Any] = {}

    def opened() -> object:
        kept["loaded"] = load(path)
        return True

    def check() -> object:
        kept["verdict"] = verdict(kept["loaded"], date(2026, 3, 4))
        return True

    def told() -> object:
        loaded = kept["loaded"]
        checked = Checked("x", loaded.lines, kept["verdict"].findings)
        concise_text(checked), full_text(checked)
        kept["session"] = Session(loaded)
        return loaded.briefing

    def shown(pane: str) -> None:
        layout = Layout(kept["session"].document(pane), 71, until=60)
        for y in range(min(40, layout.height)):
            layout.row(y)

    def panes() -> object:
        for pane in ("actors", "events", "communications", "outlook", "sources"):
            shown(pane)
        return True

    def find() -> object:
        index = FindIndex(kept["session"])
        for words in ("a", "town", "the town is"):
            index.find(words)
        return True

    def export(name: str) -> Callable[[], object]:
        return lambda: EXPORTER[name].export(Scope(kept["loaded"].briefing, kept["session"].links))

    return {
        "load": opened,
        "check": check,
        "told": told,
        "first screen": lambda: shown("situation") or True,
        "panes": panes,
        "find": find,
        **{name: export(name) for name in ("text", "md", "json")},
    }


if __name__ == "__main__":
    sys.exit(main())
