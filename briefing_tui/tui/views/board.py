"""The board of what is watched: indicators by what they speak for, and by whether they have been seen.

Columns by status where there is room for them, else one scenario after the other.
"""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from briefing_tui.blocks.block import Block, Heading, Item, Items, Span, Spans
from briefing_tui.blocks.line import entry_item
from briefing_tui.blocks.marks import INDICATOR_STATUSES, likelihood_spans
from briefing_tui.blocks.reference import joined
from briefing_tui.blocks.scope import Scope
from briefing_tui.blocks.sheet import counted, lead_width
from briefing_tui.model.outlook import Indicator, Scenario
from briefing_tui.tui.drawing import Canvas, Drawing, Grid
from briefing_tui.tui.history import Lens
from briefing_tui.tui.rows import GUTTER, Piece
from briefing_tui.tui.views.bars import scenario_line
from briefing_tui.tui.views.cells import BETWEEN, Cell, Row, how_many, how_wide, marked_cell, put_band, wrapped_cell
from briefing_tui.tui.views.empty import missing
from briefing_tui.tui.views.slab import Slab, lines
from briefing_tui.tui.views.watch import STATUSES, status_span, watched

#: Cells a column of the board has at least.
_NARROWEST = 24

#: So many bands are drawn at once: the first of many are seen before the last are drawn.
_AT_ONCE = 20

#: How an indicator speaks: for what it stands under, against it, or neither.
_TO, _AWAY, _NEITHER = "→", "←", "·"

#: What has been seen begs the question where.
_SEEN = ("seen", "emerging")


class Watch(NamedTuple):
    """An indicator under what it speaks for or against."""

    indicator: Indicator
    arrow: str


class Band(NamedTuple):
    """A scenario or judgement ("": none) with what is watched for it; `note` says how likely it is."""

    id: str
    title: str
    note: Spans
    watches: Sequence[Watch]


def board(scope: Scope, lens: Lens, entry: str = "") -> Sequence[Block | Drawing]:
    """All indicators; those of one scenario or judgement where `entry` names it."""
    if not scope.briefing.outlook.indicators:
        return missing(
            "Nothing to watch yet. Say what would be seen if a scenario came true:",
            "outlook:\n  indicators:\n    gauge:\n      text: The upstream gauge reads above 7.2 m.\n"
            "      points_to: overtops\n      status: not-seen",
            "board",
        )
    bands = _bands(scope, entry)
    shown = [band for band in bands if band.watches]
    unwatched = [band.id for band in bands if not band.watches]
    blocks: list[Block | Drawing] = [
        Drawing(partial(_drawn, scope, shown[first : first + _AT_ONCE], first == 0), f"board.{first}")
        for first in range(0, len(shown), _AT_ONCE)
    ]
    if unwatched:
        rows = [entry_item(scope, id, key=f"board.unwatched.{id}", linked=False) for id in unwatched]
        blocks.append(Heading((Span("Without an indicator"),), 2, counted(len(rows)), "board.unwatched"))
        blocks.append(Items(rows, lead_width(rows), "board.unwatched.list"))
    return blocks


def _bands(scope: Scope, entry: str) -> list[Band]:
    outlook = scope.briefing.outlook
    pointing = watched(scope)
    bands = []
    notes = {each.id: _scenario_note(each) for each in outlook.scenarios}
    notes |= {each.id: likelihood_spans(each.likelihood) if each.likelihood else () for each in outlook.judgements}
    for id, note in notes.items():
        to = [Watch(indicator, _TO) for indicator in pointing.to.get(id, ())]
        away = [Watch(indicator, _AWAY) for indicator in pointing.away.get(id, ())]
        watches = sorted([*to, *away], key=lambda watch: STATUSES.index(watch.indicator.status or ""))
        bands.append(Band(id, scope.title(id), note, watches))
    if entry in [band.id for band in bands]:
        return [band for band in bands if band.id == entry]
    nowhere = [Watch(indicator, _NEITHER) for indicator in pointing.nowhere]
    return [*bands, Band("", "Point to nothing here", (), nowhere)] if nowhere else bands


def _scenario_note(scenario: Scenario) -> Spans:
    """How likely it is, and its role."""
    line = scenario_line(scenario)
    return joined([line.under[:1] if line.band else (), tuple([Span(span.text, "dim") for span in line.aside])])


def _drawn(scope: Scope, bands: Sequence[Band], first: bool, width: int) -> Grid:
    room = width - GUTTER - 1
    occurring = {indicator.status or "" for indicator in scope.briefing.outlook.indicators}
    statuses = [status for status in STATUSES if status in occurring]
    if 1 < len(statuses) <= how_many(room, _NARROWEST):
        return _columns(scope, bands, statuses, width)
    return _listed(scope, bands, first, width)


def _legend(bands: Sequence[Band]) -> Spans:
    """What the arrows say, those that occur."""
    arrows = {watch.arrow for band in bands for watch in band.watches}
    words = {_TO: "speaks for it", _AWAY: "speaks against it"}
    return joined([(Span(f"{arrow} {word}", "dim"),) for arrow, word in words.items() if arrow in arrows], Span("  "))


def _status(status: str) -> Span:
    mark = INDICATOR_STATUSES.get(status)
    return mark.span if mark else Span("· no status", "dim")


def _places(scope: Scope, indicator: Indicator) -> list[Span]:
    """Where it has been seen, as links; for what has not been seen, nothing."""
    if indicator.status not in _SEEN:
        return []
    return [scope.link(ref.ref) for ref in indicator.seen_in] or [Span("where is not said", "dim")]


def _checked(indicator: Indicator) -> Spans:
    """When it was last looked for."""
    if indicator.checked is not None and indicator.checked.known:
        return (Span(f"checked {indicator.checked.display('short')}", "time"),)
    return (Span("when it was checked is not said", "dim"),) if indicator.status in _SEEN else ()


# columns --------------------------------------------------------------------


def _columns(scope: Scope, bands: Sequence[Band], statuses: Sequence[str], width: int) -> Canvas:
    canvas = Canvas(width, "board", head=2, spatial=True)
    room = width - GUTTER - 1
    cells = how_wide(room, len(statuses))
    counts = [sum((each.status or "") == status for each in scope.briefing.outlook.indicators) for status in statuses]
    for n, (status, count) in enumerate(zip(statuses, counts, strict=True)):
        span, x = _status(status), GUTTER + n * (cells + BETWEEN)
        canvas.put(x, 0, span.text, span.role)
        canvas.put(x + len(span.text) + 2, 0, f"{count:,}", "count")
    canvas.across(GUTTER, GUTTER + room - 1, 1, "axis")
    y = 2
    for piece in (piece for row in lines(_legend(bands), GUTTER, room) for piece in row):
        canvas.put(piece.x, y, piece.text, piece.role)
    for band in bands:
        y += 2 if y > 2 or _legend(bands) else 0
        title = wrapped_cell((Span(band.title, "subheading"),), room, band.id, band.title)
        y = put_band(canvas, [[title, wrapped_cell(band.note, room)]], room, y)
        columns: list[list[Cell]] = [[[]] for _ in statuses]
        for watch in band.watches:
            cell = columns[statuses.index(watch.indicator.status or "")][0]
            cell += [*([Row(())] if cell else []), *_cell(scope, watch, cells)]
        y = put_band(canvas, columns, cells, y) - 1
    return canvas.finish()


def _cell(scope: Scope, watch: Watch, cells: int) -> Cell:
    indicator = watch.indicator
    text = scope.plain(indicator.text)
    words = f"{status_span(indicator).text}: {text}"
    rows = marked_cell(Piece(0, watch.arrow, "dim"), text, cells, indicator.id, words)
    below: Cell = []
    for span in _places(scope, indicator):
        if span.target:
            below += marked_cell(Piece(0, "in", "dim"), span.text, cells - 2, span.target, span.text, role=span.role)
        else:
            below += wrapped_cell((span,), cells - 2)
    below += wrapped_cell(_checked(indicator), cells - 2)
    return rows + [row._replace(pieces=[piece._replace(x=piece.x + 2) for piece in row.pieces]) for row in below]


# one after the other ----------------------------------------------------------------


def _listed(scope: Scope, bands: Sequence[Band], first: bool, width: int) -> Slab:
    slab = Slab(width)
    if first:
        _summary(slab, scope, bands)
    for band in bands:
        slab.lay(Heading((Span(band.title),), 3, band.note, f"board.{band.id}", band.id))
        rows = [_item(scope, watch, band.id) for watch in band.watches]
        slab.lay(Items(rows, lead_width(rows), f"board.{band.id}.list", one_line=False))
    return slab.done()


def _summary(slab: Slab, scope: Scope, bands: Sequence[Band]) -> None:
    """How many there are of each status, and what the arrows say."""
    counts = dict.fromkeys(STATUSES, 0)
    for indicator in scope.briefing.outlook.indicators:
        counts[indicator.status or ""] += 1
    # What there is none of does not catch the eye; that it is none is said all the same.
    summary: list[Spans] = [
        (Span(f"{_status(status).text} {count:,}", _status(status).role if count else "dim"),)
        for status, count in counts.items()
        if status or count
    ]
    slab.add(lines(joined(summary, Span("  ")), GUTTER, slab.room))
    slab.add(lines(_legend(bands), GUTTER, slab.room))


def _item(scope: Scope, watch: Watch, under: str) -> Item:
    indicator = watch.indicator
    places = _places(scope, indicator)
    where = joined([(span,) for span in places], Span(", ", "dim"))
    if any(span.target for span in places):
        where = (Span("in ", "dim"), *where)
    spans = (Span(f"{watch.arrow} ", "dim"), Span(scope.plain(indicator.text), "", indicator.id))
    key = f"board.{under}.{indicator.id}"
    return Item(spans, indicator.id, (status_span(indicator),), (), joined([where, _checked(indicator)]), key)
