"""An event's card: what happened, when and where, how well it is established, who was in it and what it belongs to."""

from briefing_tui.blocks.block import Blocks, FieldRow, Span, Spans
from briefing_tui.blocks.entry import shared_rows, time_row
from briefing_tui.blocks.line import entry_item, phase_spans, status_spans
from briefing_tui.blocks.reference import joined, qualifier_spans, reference_spans
from briefing_tui.blocks.scope import Scope
from briefing_tui.blocks.sheet import Sheet, row
from briefing_tui.model.event import Event, Place
from briefing_tui.model.reference import Refs
from briefing_tui.model.scalar import CAMEO

_PRECISION = {"exact": "exact", "near": "near there", "region": "somewhere in the region"}


def event_blocks(scope: Scope, event: Event, level: int = 1) -> Blocks:
    """The card of an event."""
    sheet = Sheet(scope, f"event:{event.id}", level)
    sheet.title((Span(event.title),), joined([phase_spans(event), status_spans(event)]), event.id)
    sheet.prose(event.text, "text")
    sheet.fields([*_facts(event), *shared_rows(scope, event)], "fields")
    sheet.fields(_participants(scope, event), "participants", "Participants")
    related_items(sheet, "caused-by", "Caused by", event.caused_by)
    related_items(sheet, "part-of", "Part of", event.part_of)
    related_items(sheet, "follows", "Follows", event.follows)
    related_items(sheet, "disputes", "Disputes", event.disputes)
    return sheet.blocks


def related_items(sheet: Sheet, name: str, title: str, refs: Refs) -> None:
    """References as lines, each with what qualifies it: told nowhere else, so the lines wrap where there is any."""
    qualified = [qualifier_spans(sheet.scope, ref) for ref in refs]
    rows = [
        entry_item(sheet.scope, ref.ref, more, sheet.named(f"{name}.{n}"))
        for n, (ref, more) in enumerate(zip(refs, qualified, strict=True), 1)
    ]
    sheet.items(title, name, rows, one_line=not any(qualified))


def _facts(event: Event) -> list[FieldRow]:
    rows = time_row("When", event.when if event.when.known else None) or [row("When", Span("unknown", "dim"))]
    rows += time_row("Became known", event.reported_at)
    if event.where is not None:
        rows.append(FieldRow("Where", place_spans(event.where)))
    if event.phase:
        rows.append(row("Phase", Span(event.phase)))
    if event.cameo:
        rows.append(row("CAMEO", Span(event.cameo), Span(f" {CAMEO[event.cameo]}", "dim")))
    return rows


def place_spans(place: Place) -> Spans:
    """Where, and how exactly that is known."""
    parts: list[Spans] = [(Span(place.name, "place"),)]
    if place.country:
        parts.append((Span(place.country, "place"),))
    if place.precision:
        parts.append((Span(_PRECISION[place.precision], "dim"),))
    return joined(parts)


def _participants(scope: Scope, event: Event) -> list[FieldRow]:
    return [
        FieldRow(role, reference_spans(scope, ref), ref.ref)
        for role, refs in (event.participants or {}).items()
        for ref in refs
    ]
