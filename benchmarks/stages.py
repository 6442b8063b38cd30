"""One stage of loading in a process of its own: `python -m benchmarks.stages STAGE FILE RUNS` prints what it took.

Knows no baseline: the caller compares. Prints JSON: processor seconds of each run, and by how many MB the peak rose.
"""

import gc
import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

from benchmarks.processes import peak_of


def _composed(text: str) -> object:
    import yaml

    return yaml.load(text, yaml.CSafeLoader)


def _composed_uncollected(text: str) -> object:
    gc.disable()
    try:
        return _composed(text)
    finally:
        gc.enable()


def _tree(text: str) -> object:
    from briefing_tui.source.yaml_tree import read_tree

    gc.disable()
    try:
        return read_tree(text)
    finally:
        gc.enable()


def _loaded(text: str) -> object:
    from briefing_tui.source.load import load_text

    return load_text(text, "stage")


def _checked(text: str) -> object:
    from briefing_tui.links.problems import findings_of
    from briefing_tui.source.load import load_text

    return findings_of(load_text(text, "stage"))


STAGES: dict[str, Callable[[str], object]] = {
    "CSafeLoader": _composed,
    "CSafeLoader, collector off": _composed_uncollected,
    "tree": _tree,
    "load": _loaded,
    "check": _checked,
}

#: Enough to have everything imported that a sound text and an unsound one need.
_WARMING = "title: T\nas_of: 2026\nsituation: {bottom_line: B}\nevents: {e: {title: E, when: 2026, status: x}}\n"


def main() -> None:
    """Runs a stage so many times."""
    name, file, runs = sys.argv[1:]
    stage = STAGES[name]
    text = Path(file).read_text("utf-8")
    stage(_WARMING)
    gc.collect()
    before = peak_of("self")
    seconds, risen = [], None
    for run in range(int(runs)):
        start = process_time()
        kept = stage(text)
        seconds.append(process_time() - start)
        if run == 0 and before is not None:
            # Later runs find memory that the first one left.
            risen = (peak_of("self") or before) - before
        del kept
        gc.collect()
    print(json.dumps({"seconds": seconds, "risen": risen}))


if __name__ == "__main__":
    main()
