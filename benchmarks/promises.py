"""What was promised of speed and size, a row each, and how it stands with the figures just measured."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from benchmarks.table import Listing, Row, Section, shown

#: Of what is promised, but is not there to be measured.
NOT_BUILT = "not built yet"
NOT_MEASURED = "not measured"


@dataclass(frozen=True, slots=True)
class Promise:
    """What is promised, as it is worded; `keys` are those of the rows that measure it, none where nothing does.

    `absent` says why nothing does. Without `at_most` a figure is reported and nothing promised.
    """

    what: str
    at_most: str
    keys: tuple[str, ...] = ()
    absent: str = NOT_BUILT


PROMISES = (
    Promise("something readable of the flagship", "reported, not promised", ("readable",)),
    Promise("the flagship interactive, links live", "1.40 × hello, then 1.25", ("flagship interactive",)),
    Promise("a 1 MB briefing interactive", "1.5 × hello", ("1 MB interactive",)),
    Promise("a library of 10,000 briefings, index warm", "1.5 × hello"),
    Promise("memory of the open flagship", "1.25 × hello", ("flagship memory",)),
    Promise("memory at 1 MB", "1.5 × hello", ("1 MB memory",)),
    Promise("key to paint: move, link", "median 1.5 × Static.update", ("move", "link")),
    Promise("key to paint: page", "median 2.5 × Static.update", ("page",)),
    Promise("key to paint: pane, back", "16 ms", ("pane", "back")),
    Promise("key to paint: moves", "p99 16 ms", ("move p99",)),
    Promise("moving, from 100 to 100,000 rows", "flat within 20 %", ("flat",)),
    Promise("opening 10,000 rows", "25 ms", ("opening",)),
    Promise("find in a 1 MB briefing, each keystroke", "16 ms", ("find",)),
    Promise("save to screen", "0.5 s", ("save flagship", "save 1 MB")),
    Promise(
        "load with a position for every node", "0.60 / 0.45 / 0.30 × CSafeLoader at 0.1 / 1 / 5 MB",
        ("load 0.1 MB", "load 1 MB", "load 5 MB"),
    ),
    Promise("its memory", "0.4 × CSafeLoader", ("load memory",)),
    Promise("load and validate", "1.1 × load", ("validate",)),
    Promise("1,000 located errors", "1.05 × a clean check", ("errors",)),
    Promise("`briefing check`, flagship", "15 × python -c pass", ("check",)),
    Promise("first index of 10,000 briefings", "0.5 × parsing them with CSafeLoader"),
    Promise("warm check of a library; one changed file", "1.3 × scandir and stat; 2 × an FTS5 update"),
    Promise("first 20 hits with snippets", "1.2 × raw FTS5; 0.1 × ripgrep"),
    Promise("language server, a keystroke in a 1 MB file", "16 ms for the edited entry", ("lsp key",)),
    Promise(
        "language server, rules of the whole file", "150 ms, after the 150 ms it waits for another key", ("lsp whole",)
    ),
)  # fmt: skip


def kept(sections: Iterable[Section | Listing]) -> Listing:
    """Every promise beside the figures of these sections: the worst of them says whether it is met."""
    rows = [row for section in sections if isinstance(section, Section) for row in section.rows if row.promise]
    lines = tuple(line for promise in PROMISES for line in _lines(promise, rows))
    measured = [line[-1] for line in lines if line[-1] in ("met", "NO")]
    note = (
        f"{measured.count('met')} of {len(measured)} figures keep what was promised. Where several runs, sizes or keys "
        "stand for one promise, the worst is shown, and which it was. A ratio is to the median of the baseline."
    )
    return Listing("Promises", note, ("promise", "at most", "of", "figure", "met"), lines, words=3)


def _lines(promise: Promise, rows: list[Row]) -> Iterator[tuple[str, ...]]:
    if not promise.keys:
        yield promise.what, promise.at_most, "", "", promise.absent
    for key in promise.keys:
        found = [row for row in rows if row.promise == key]
        if not found:
            yield promise.what, promise.at_most, key, "", NOT_MEASURED
            continue
        worst = max(found, key=_share)
        figure = f"{shown(worst.figure)} {worst.unit}"
        if worst.ratio is not None:
            figure = f"{worst.ratio:.2f} × {worst.against} ({figure})"
        yield promise.what, promise.at_most, worst.what, figure, {True: "met", False: "NO", None: "reported"}[worst.met]


def _share(row: Row) -> float:
    """How much of what is allowed a row takes; of what is only reported, the figure."""
    figure = row.figure if row.ratio is None else row.ratio
    return figure / row.at_most if row.at_most else figure
