"""Sources on the Admiralty grid: how reliable each is, how credible what cites it is; then what rests on each."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from briefing_tui.blocks.block import Block, Heading, Item, Items, LazyRows, Span, Spans
from briefing_tui.blocks.group import ANY, rated_target
from briefing_tui.blocks.line import entry_item
from briefing_tui.blocks.marks import rating
from briefing_tui.blocks.rated import Citation, citations
from briefing_tui.blocks.reference import joined
from briefing_tui.blocks.scope import Scope
from briefing_tui.blocks.sheet import counted
from briefing_tui.links.support import left_without
from briefing_tui.model.scales import CREDIBILITIES, RELIABILITIES
from briefing_tui.tui.drawing import Canvas, Drawing
from briefing_tui.tui.history import Lens
from briefing_tui.tui.rows import GUTTER
from briefing_tui.tui.views.empty import missing
from briefing_tui.tui.views.slab import lines

_NUMBERS: tuple[int | None, ...] = (*[each.number for each in CREDIBILITIES], None)

#: From so many cells on, the words of the scales stand in the grid; from so many it has lines.
_WORDED, _RULED = 110, 60


class Row(NamedTuple):
    """A row of the grid: a letter, its words, how many sources bear it, and what cites them, by column."""

    letter: str | None
    words: str
    sources: int
    citing: Sequence[frozenset[str]]

    @property
    def counts(self) -> list[int]:
        """How many cite, by column."""
        return [len(entries) for entries in self.citing]


def grid(scope: Scope, lens: Lens, entry: str = "") -> Sequence[Block | Drawing]:
    """The grid, each source with what cites it, and those that nothing cites."""
    sources = scope.briefing.sources
    if not sources:
        return missing(
            "No sources yet. Say where it is known from, and how far that is to be trusted:",
            "sources:\n  gauges: {title: River gauges, reliability: B}\n"
            "events:\n  crest:\n    title: The crest arrives\n    when: 2026-03-05~\n"
            "    sources: {ref: gauges, credibility: 2}",
            "grid",
        )
    found = citations(scope)
    rows = _rows(scope, found)
    cited = {citation.source for citation in found}
    idle = [source.id for source in sources if source.id not in cited]
    blocks: list[Block | Drawing] = [Drawing(lambda width: _drawn(rows, width), "grid")]
    if cited:
        blocks.append(Heading((Span("What rests on each"),), 2, counted(len(cited)), "grid.each"))
        blocks.append(_each(scope, found))
    if idle:
        items = LazyRows(idle, lambda id: entry_item(scope, id, key=id, linked=False))
        blocks.append(Heading((Span("Cited by nothing"),), 2, counted(len(idle)), "grid.idle"))
        blocks.append(Items(items, _lead(scope), "grid.idle.list"))
    return blocks


def _rows(scope: Scope, found: Sequence[Citation]) -> list[Row]:
    cells: dict[tuple[str | None, int | None], set[str]] = {}
    for citation in found:
        cells.setdefault((citation.letter, citation.number), set()).add(citation.entry)
    sources: Counter[str | None] = Counter(source.reliability for source in scope.briefing.sources)
    scale: list[tuple[str | None, str]] = [(each.letter, each.label) for each in RELIABILITIES]
    if sources[None]:
        scale.append((None, "not rated"))
    return [
        Row(letter, words, sources[letter], [frozenset(cells.get((letter, n), ())) for n in _NUMBERS])
        for letter, words in scale
    ]


# the grid --------------------------------------------------------------------


def _drawn(rows: Sequence[Row], width: int) -> Canvas:
    room = width - GUTTER - 1
    worded, ruled = width >= _WORDED, width >= _RULED
    label = 26 if worded else 24 if ruled else 4
    cells = min(12, max(1, (room - label) // len(_NUMBERS) - 1))
    xs = [GUTTER + label + n * (cells + 1) for n in range(len(_NUMBERS))]
    canvas = Canvas(width, "grid", spatial=True)
    y = _head(canvas, rows, xs, cells, label if ruled else room, worded)
    most = max([1, *[count for row in rows for count in row.counts]])
    if ruled:
        canvas.across(GUTTER, xs[-1] + cells, y, "grid")
    top = y
    y += ruled
    for row in rows:
        y += _row(canvas, row, xs, cells, label, y, most)
    if ruled:
        canvas.across(GUTTER, xs[-1] + cells, y, "grid")
        for x in xs:
            canvas.down(x - 1, top, y, "grid")
    _legend(canvas, y + 1 + ruled, room, cells, worded, ruled)
    return canvas.finish()


def _head(canvas: Canvas, rows: Sequence[Row], xs: Sequence[int], cells: int, label: int, worded: bool) -> int:
    """What the columns and the rows are; the row after it."""
    across = "Credibility of what cites it"
    y = 1
    if label < xs[0]:
        canvas.put(xs[0], 0, across, "label")
        canvas.put(GUTTER, 1, "Reliability of sources", "label")
    else:
        both = lines((Span("Reliability ↓  Credibility →", "label"),), GUTTER, label)
        y = len(both)
        for n, line in enumerate(both):
            canvas.put(line[0].x, n, line[0].text, "label")
    bottom = y
    for n, (x, number) in enumerate(zip(xs, _NUMBERS, strict=True)):
        words = str(number) if number else _unrated(cells)
        count = len(frozenset().union(*[row.citing[n] for row in rows]))
        called = f"credibility {number or 'not given'}: {count:,}"
        target = rated_target(ANY, number) if count else ""
        canvas.put(x + max(0, (cells - cell_len(words)) // 2), y, words, "axis", target, called)
        if worded and number:
            for down, line in enumerate(lines((Span(CREDIBILITIES[n].label, "dim"),), x, cells), 1):
                canvas.put(line[0].x, y + down, line[0].text, "dim")
                bottom = max(bottom, y + down)
    return bottom + 1


def _unrated(cells: int) -> str:
    """What the column is called of what is not rated."""
    return "not rated" if cells >= 9 else "–"


def _row(canvas: Canvas, row: Row, xs: Sequence[int], cells: int, label: int, y: int, most: int) -> int:
    """A row of the grid; how many rows it takes."""
    name = f"{row.letter} {row.words}" if row.letter else row.words
    total = len(frozenset().union(*row.citing))
    target = rated_target(row.letter, ANY) if total else ""
    short = label < 10
    text = (row.letter or "–") if short else name
    said = lines((Span(text),), GUTTER, label - 2)
    for down, line in enumerate(said):
        first = target if down == 0 else ""
        called = f"{name}: {total:,}"
        canvas.put(GUTTER, y + down, line[0].text, "rating" if row.sources else "dim", first, called)
    height = len(said)
    if not short and row.sources:
        word = "source" if row.sources == 1 else "sources"
        canvas.put(GUTTER + 2, y + height, f"{row.sources:,} {word}", "dim")
        height += 1
    height = max(height, 1 if short else 2)
    for x, number, count in zip(xs, _NUMBERS, row.counts, strict=True):
        if not count:
            canvas.put(x + (cells - 1) // 2, y, "·", "grid")
            continue
        mark = f"{count:,}" if cell_len(f"{count:,}") <= cells else "+"
        words = f"{rating(row.letter, number) or 'not rated'}: {count:,}"
        before = max(0, cells - len(mark)) // 2
        canvas.put(x + before, y, mark, "strong", rated_target(row.letter, number), words)
        if not short:
            bar = max(1, round(cells * count / most))
            canvas.put(x + (cells - bar) // 2, y + 1, "▀" * bar, "bar")
    return height


def _legend(canvas: Canvas, y: int, room: int, cells: int, worded: bool, ruled: bool) -> None:
    """The words of the scales that do not stand in the grid."""
    told = []
    if not ruled:
        told.append(("Reliability", [f"{each.letter} {each.label}" for each in RELIABILITIES]))
    if not worded:
        told.append(("Credibility", [f"{each.number} {each.label}" for each in CREDIBILITIES]))
        told[-1][1].append(f"{_unrated(cells)} not rated")
    for title, words in told:
        parts: list[Spans] = [(Span(word.replace(" ", "\u00a0"), "dim"),) for word in words]
        for line in lines((Span(f"{title}: ", "label"), *joined(parts, Span("  ", "dim"))), GUTTER, room):
            for piece in line:
                canvas.put(piece.x, y, piece.text, piece.role)
            y += 1


# what rests on each ----------------------------------------------------------------


def _lead(scope: Scope) -> int:
    return len(str(len(scope.briefing.sources))) + 2


def _each(scope: Scope, found: Sequence[Citation]) -> Items:
    """Each source, and under it what cites it. What falls with a source is found when its lines are looked at."""
    told: dict[str, tuple[Citation, bool]] = {}
    counts = Counter(citation.source for citation in found)
    last = ""
    for citation in found:
        if citation.source != last:
            last = citation.source
            told[last] = (citation, True)
        told[f"{last}/{citation.entry}/{citation.number or ''}"] = (citation, False)

    def item(key: str) -> Item:
        citation, heads = told[key]
        falling = _falling(scope, citation.source)
        made = entry_item(scope, citation.source if heads else citation.entry, key=key, linked=False)
        if not heads:
            lead: Spans = (Span(rating(citation.letter, citation.number), "rating"),)
            tail: Spans = (Span("falls with it", "warning"),) if citation.entry in falling else ()
            return made._replace(lead=lead, tail=tail, depth=1)
        fall = (Span(f"{len(falling):,} fall with it", "warning"),) if falling else ()
        return made._replace(tail=joined([(Span(f"cited {counts[citation.source]:,}", "count"),), fall]))

    return Items(LazyRows(tuple(told), item), _lead(scope), "grid.each.list")


def _falling(scope: Scope, source: str) -> frozenset[str]:
    """What has the support of no source without this one."""
    return frozenset(left_without(scope.links, source))
