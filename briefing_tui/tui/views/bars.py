"""How likely: judgements and scenarios as bars on one scale of 0 to 100 per cent.

The confidence of a judgement stands in a column or a line of its own, never with its likelihood (ICD 203).
"""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from rich.cells import cell_len

from briefing_tui.blocks.block import Block, Span, Spans
from briefing_tui.blocks.marks import likelihood_spans, probability_spans
from briefing_tui.blocks.scope import Scope
from briefing_tui.model.entry import Change
from briefing_tui.model.outlook import Judgement, Scenario
from briefing_tui.model.scales import LIKELIHOODS, likelihood
from briefing_tui.tui.drawing import Drawing, over
from briefing_tui.tui.history import Lens
from briefing_tui.tui.rows import GUTTER, Piece
from briefing_tui.tui.views.empty import missing
from briefing_tui.tui.views.percent import LEAST, Percent
from briefing_tui.tui.views.slab import Slab, drawn_stop, lines

#: From so many cells on, what is judged stands beside its bar, and the confidence from so many.
BESIDE, ASIDE = 96, 62

#: The width of the column at the right, in cells: `Confidence` is the longest word in it.
_COLUMN = 10

#: So many lines are drawn at once, under a scale of their own: the first of many are seen before the last are drawn.
_AT_ONCE = 60

_NOT_GIVEN = "no likelihood is given"


class Line(NamedTuple):
    """A judgement or scenario: its words, its horizon, its band, what stands under the bar and at the right of it."""

    id: str
    text: str
    horizon: str
    band: tuple[float, float] | None
    under: Spans
    aside: Spans


class Part(NamedTuple):
    """Judgements, or scenarios: how many there are in all. `aside` says what stands at the right."""

    title: str
    note: str
    aside: str
    lines: Sequence[Line]
    total: int
    #: Whether it begins here: of many the first are drawn apart from the rest.
    begins: bool = True


def bars(scope: Scope, lens: Lens, entry: str = "") -> Sequence[Block | Drawing]:
    """The bars of all judgements and scenarios; of either alone where `entry` names them, or one of them."""
    parts = [part for part in parts_of(scope, entry) if part.lines]
    if not parts:
        return missing(
            "Nothing is judged yet. Say how likely it is, and apart from that how sure you are:",
            "outlook:\n  judgements:\n    holds:\n      text: The levee holds.\n"
            "      likelihood: likely\n      confidence: moderate",
            "bars",
        )
    row = scale_row(scope)
    pieces = list(_pieces(parts))
    last = len(pieces) - 1
    return [Drawing(partial(_drawn, piece, row, n == last), f"bars.{n}") for n, piece in enumerate(pieces)]


def parts_of(scope: Scope, entry: str = "") -> tuple[Part, Part]:
    """What there is to be drawn."""
    outlook = scope.briefing.outlook
    judgements = [_judged(scope, each) for each in outlook.judgements if entry in ("", "judgements", each.id)]
    scenarios = [scenario_line(each) for each in outlook.scenarios if entry in ("", "scenarios", each.id)]
    exclusive = "they exclude one another" if outlook.exclusive and len(scenarios) > 1 else ""
    return (
        Part("Judgements", "", "Confidence", judgements, len(judgements)),
        Part("Scenarios", exclusive, "Role", scenarios, len(scenarios)),
    )


def _pieces(parts: Sequence[Part]) -> Iterator[list[Part]]:
    """The parts in pieces of so many lines as are drawn at once: one piece, unless there are very many."""
    piece: list[Part] = []
    room = _AT_ONCE
    for part in parts:
        at = 0
        while at < part.total:
            lines = part.lines[at : at + room]
            piece.append(part._replace(lines=lines, begins=at == 0))
            at, room = at + len(lines), room - len(lines)
            if not room:
                yield piece
                piece, room = [], _AT_ONCE
    if piece:
        yield piece


def scale_row(scope: Scope) -> str:
    """The row of ICD 203's scale this briefing speaks in: A where it says nothing."""
    outlook = scope.briefing.outlook
    given = ([each.likelihood for each in outlook.judgements], [each.likelihood for each in outlook.scenarios])
    words = [word for each in given for word in each if word]
    term = likelihood(words[0]) if words else None
    return term.row if term else "A"


def _judged(scope: Scope, judgement: Judgement) -> Line:
    term = likelihood(judgement.likelihood) if judgement.likelihood else None
    given = likelihood_spans(judgement.likelihood) if judgement.likelihood else (Span(_NOT_GIVEN, "dim"),)
    confidence = judgement.confidence
    aside = (Span(confidence, "confidence"),) if confidence else (Span("not given", "dim"),)
    band = (term.low, term.high) if term else None
    text = scope.plain(judgement.text)
    return Line(judgement.id, text, judgement.horizon or "", band, (*given, *was(judgement.change)), aside)


def scenario_line(scenario: Scenario) -> Line:
    """A scenario with its band and the words for it."""
    term = likelihood(scenario.likelihood) if scenario.likelihood else None
    given: Spans = likelihood_spans(scenario.likelihood) if scenario.likelihood else ()
    band: tuple[float, float] | None = (term.low, term.high) if term else None
    if scenario.probability is not None:
        given = (*given, *probability_spans(scenario.probability))
        band = (scenario.probability.low, scenario.probability.high)
    under = (*(given or (Span(_NOT_GIVEN, "dim"),)), *was(scenario.change))
    role = ", ".join(scenario.role).replace("-", " ")
    return Line(scenario.id, scenario.title, scenario.horizon or "", band, under, (Span(role),) if role else ())


def was(change: Change | None) -> Spans:
    """How likely it was in the briefing before, where what has changed is said in the words of a scale."""
    before = (change.from_ or "") if change is not None else ""
    scaled = likelihood(before) is not None or before.rstrip(".").endswith(("%", "per cent", "percent"))
    return (Span(f"was {before}", "change"),) if scaled else ()


# drawing --------------------------------------------------------------------


class _Columns(NamedTuple):
    """What stands where at a width: the words (`text` cells), the scale, and from `aside` on what is at its right."""

    text: int
    scale: Percent
    aside: int


def _columns(width: int) -> _Columns:
    room = width - GUTTER - 1
    if room >= BESIDE:
        cells = min(61, room // 2)
        aside = GUTTER + room - _COLUMN
        scale = Percent(aside - 3 - cells, cells)
        return _Columns(scale.x - GUTTER - 3, scale, aside)
    if room >= ASIDE:
        scale = Percent(GUTTER, min(61, room - _COLUMN - 3))
        return _Columns(room, scale, scale.end + 3)
    return _Columns(room, Percent(GUTTER, max(LEAST - 5, room - 1)), 0)


def _drawn(parts: Sequence[Part], row: str, last: bool, width: int) -> Slab:
    columns = _columns(width)
    scale = columns.scale
    words = scale.words(row)
    head = [*words, scale.ticks(), scale.line()]
    slab = Slab(width, len(head))
    slab.add(head)
    for part in parts:
        if part.begins:
            _heading(slab, part, columns)
        for n, line in enumerate(part.lines):
            _line(slab, part, line, columns, first=n == 0 and part.begins)
    if last and not words:
        slab.gap()
        slab.add([[Piece(GUTTER, "The scale", "heading")]])
        for term in LIKELIHOODS:
            if term.row == row:
                slab.add(lines((Span(f"{term.low}–{term.high}\u00a0% {term.word}", "axis"),), GUTTER, slab.room))
    return slab.done()


def _heading(slab: Slab, part: Part, columns: _Columns) -> None:
    beside = columns.text < slab.room
    ground = columns.scale.ground() if beside else []
    if beside:
        slab.add([ground])
    else:
        slab.gap()
    title = [Piece(GUTTER, part.title, "heading"), Piece(GUTTER + len(part.title) + 2, f"{part.total:,}", "count")]
    aside = [Piece(columns.aside, part.aside, "label")] if columns.aside else []
    note = lines((Span(part.note, "dim"),), GUTTER, columns.text) if part.note else []
    slab.add([over(ground, title) + aside, *[over(ground, row) for row in note]])


def _line(slab: Slab, part: Part, line: Line, columns: _Columns, first: bool) -> None:
    scale = columns.scale
    text = lines((Span(line.text, "strong"),), GUTTER, columns.text)
    if line.horizon:
        last = text[-1][-1]
        after = last.x + cell_len(last.text) + 2
        if after + cell_len(line.horizon) <= GUTTER + columns.text:
            text[-1].append(Piece(after, line.horizon, "dim"))
        else:
            text += lines((Span(line.horizon, "dim"),), GUTTER, columns.text)
    low, high = line.band or (0.0, 0.0)
    under = scale.under(low, high, [Piece(0, span.text, span.role) for span in line.under])
    chart = [scale.bar(low, high), *under] if line.band else under
    aside: list[list[Piece]] = []
    if columns.aside:
        aside = lines(line.aside, columns.aside, _COLUMN)
    elif line.aside:
        below = lines((Span(f"{part.aside}: ", "label"), *line.aside), GUTTER, columns.text)
        chart = [*chart, *below]
    if columns.text < slab.room:
        height = max(len(text), len(chart), len(aside))
        chart += [scale.ground()] * (height - len(chart))
        rows = [[*_nth(text, n), *chart[n], *_nth(aside, n)] for n in range(height)]
        slab.add([scale.ground()])
    else:
        height = max(len(chart), len(aside))
        rows = [*text, *([*_nth(chart, n), *_nth(aside, n)] for n in range(height))]
        if not first:
            slab.gap()
    slab.add(rows, drawn_stop(line.id, line.id, (Span(line.text),)))


def _nth(rows: Sequence[Sequence[Piece]], n: int) -> Sequence[Piece]:
    return rows[n] if n < len(rows) else ()
