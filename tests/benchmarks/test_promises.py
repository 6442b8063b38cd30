"""The table of promises: each has something that measures it or says why not, and the worst figure decides."""

import re

from benchmarks.promises import NOT_BUILT, NOT_MEASURED, PROMISES, kept
from benchmarks.table import Listing, Row, Section, as_markdown
from tests.architecture.tree import ROOT

KEYS = {key for promise in PROMISES for key in promise.keys}


def test_every_promise_is_measured_by_some_row() -> None:
    sources = "\n".join(path.read_text("utf-8") for path in (ROOT / "benchmarks").glob("*.py"))
    plain = set(re.findall(r'promise = "([^"]+)"|promise="([^"]+)"', sources))
    named = {key for pair in plain for key in pair if key}
    # Others are made from what is measured: the size, or the key that is pressed.
    made = {
        f"{what} {kind}" for what in ("flagship", "1 MB") for kind in ("interactive", "memory")
    } | {"move", "link", "page", "pane", "back", "opening", "readable", "save flagship", "save 1 MB"} | {
        f"load {size}" for size in ("0.1 MB", "1 MB", "5 MB", "memory")
    }  # fmt: skip
    assert KEYS - named - made == set()


def lines(*rows: Row) -> dict[str, tuple[str, ...]]:
    return {f"{line[0]} {line[2]}": line for line in kept([Section("S", "", rows)]).lines}


def test_the_worst_figure_of_several_decides() -> None:
    good = Row("small", [1.0], "ms", [1.0], "update", 1.5, promise="page")
    bad = Row("large", [2.0, 4.0, 9.0], "ms", [1.0], "update", 1.5, promise="page")
    (line,) = [line for what, line in lines(good, bad).items() if what.startswith("key to paint: page")]
    assert line[2:] == ("large", "4.00 × update (4.00 ms)", "NO")


def test_what_is_not_there_is_said_and_never_counted_as_met() -> None:
    found = kept([])
    assert {line[-1] for line in found.lines} == {NOT_BUILT, NOT_MEASURED}
    assert found.note.startswith("0 of 0 figures")


def test_a_listing_becomes_a_table_with_figures_to_the_right() -> None:
    page = as_markdown(Listing("T", "N", ("what", "ms"), (("a|b", "1"),)))
    assert page.endswith("| what | ms |\n| :--- | ---: |\n| a\\|b | 1 |\n")
