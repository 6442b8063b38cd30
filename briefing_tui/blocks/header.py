"""What a briefing says about itself: handling and status for every surface, and all header fields for those who ask."""

from itertools import islice

from briefing_tui.blocks.block import Blocks, FieldRow, Item, Span, Spans
from briefing_tui.blocks.entry import handling_span, time_row
from briefing_tui.blocks.prose import prose_spans
from briefing_tui.blocks.reference import joined
from briefing_tui.blocks.scope import Scope
from briefing_tui.blocks.sheet import Sheet, row
from briefing_tui.model.briefing import Briefing, Step

#: Entries that were left out and are named; the others are counted.
_MOST_LEFT_OUT = 100


def handling_spans(briefing: Briefing) -> Spans:
    """Handling, status and banner, as they stand at the top and the bottom of every export."""
    handling = handling_span(briefing.tlp) if briefing.tlp else Span("no handling given", "handling-none")
    status = tuple(Span(word.upper(), "status-loud") for word in briefing.status)
    parts: list[Spans] = [(handling,), *((word,) for word in status)]
    if briefing.banner:
        parts.append((Span(briefing.banner, "strong"),))
    return joined(parts)


def left_out_words(briefing: Briefing) -> str:
    """How many entries are not shown because they are not sound: `2 entries left out`; nothing where none is."""
    number = len(briefing.omitted)
    if not number:
        return ""
    return f"{number:,} {'entry' if number == 1 else 'entries'} left out"


def header_blocks(scope: Scope, level: int = 2) -> Blocks:
    """Every header field, and the running order, under one heading."""
    briefing = scope.briefing
    sheet = Sheet(scope, "about", level)
    sheet.title((Span("About this briefing"),))
    rows = [row("Title", Span(briefing.title, "strong"))]
    if briefing.id:
        rows.append(row("Id", Span(briefing.id)))
    rows += time_row("As of", briefing.as_of)
    rows += time_row("Covers", briefing.covers)
    rows += time_row("Next update", briefing.next_update)
    if briefing.status:
        rows.append(row("Status", *joined([(Span(word.upper(), "status-loud"),) for word in briefing.status])))
    rows.append(row("Handling", *handling_row(briefing)))
    for label, text in (
        ("Banner", briefing.banner),
        ("Series", briefing.series),
        ("Number", briefing.number),
        ("Supersedes", briefing.supersedes),
        ("Prepared by", ", ".join(briefing.prepared_by)),
        ("Contact", ", ".join(briefing.contact)),
        ("Tags", ", ".join(briefing.tags)),
        ("Countries", ", ".join(briefing.countries)),
    ):
        if text:
            rows.append(row(label, Span(text)))
    for term, actor in (briefing.contested_terms or {}).items():
        spans = (Span(f"“{term}”", "contested"), Span(" in the words of ", "dim"), scope.link(actor))
        rows.append(FieldRow("Contested", spans, actor))
    for id, kind in islice(briefing.omitted.items(), _MOST_LEFT_OUT):
        rows.append(FieldRow("Left out", (Span(id, "broken", id), Span(f" {kind}", "dim")), id))
    if (more := len(briefing.omitted) - _MOST_LEFT_OUT) > 0:
        rows.append(row("Left out", Span(f"and {more:,} more", "dim")))
    sheet.fields(rows, "fields")
    steps = [_step_item(scope, step, n, sheet.named(f"order.{n}")) for n, step in enumerate(briefing.running_order, 1)]
    sheet.items("Running order", "order", steps, one_line=not scope.notes)
    return sheet.blocks


def handling_row(briefing: Briefing) -> Spans:
    """The TLP label, or that there is none."""
    return (handling_span(briefing.tlp),) if briefing.tlp else (Span("none given", "handling-none"),)


def _step_item(scope: Scope, step: Step, number: int, key: str) -> Item:
    parts: list[Spans] = [(scope.link(step.show),)]
    if step.view:
        parts.append((Span(f"as {step.view}", "dim"),))
    if step.build:
        parts.append((Span("one by one", "dim"),))
    if scope.notes and step.notes:
        parts.append(prose_spans(scope, step.notes))
    minutes = (Span(f"{step.minutes:g} min", "time"),) if step.minutes is not None else ()
    return Item(joined(parts), step.show, (Span(str(number), "count"),), minutes, key=key)
