"""What the speaker sees beside a step: notes, what comes next, who and what is mentioned in a line each."""

from collections.abc import Iterable, Sequence

from briefing_tui.blocks.block import Blocks, Item, Note, Prose, Span, Spans
from briefing_tui.blocks.prose import prose_blocks
from briefing_tui.blocks.scope import Scope
from briefing_tui.blocks.sheet import Sheet
from briefing_tui.model.entry import Entry
from briefing_tui.model.source import Source

#: So many of what is mentioned are told; the rest is counted.
MENTIONED = 12


def notes_blocks(scope: Scope, notes: str | None, mentioned: Iterable[str]) -> Blocks:
    """The notes of a step, then those of what is in it; a word where there are none."""
    sheet = Sheet(scope, "speaker")
    sheet.heading("Notes", "notes")
    if notes:
        sheet.add(prose_blocks(scope, notes, "speaker:notes.text"))
    told = 0
    for id in mentioned:
        entry = scope.entry(id)
        if entry is not None and entry.notes:
            told += 1
            sheet.add((Prose((Span(scope.place(id), "label", id),), key=f"speaker:notes.{id}"),))
            sheet.add(prose_blocks(scope, entry.notes, f"speaker:notes.{id}.text"))
    if not notes and not told:
        sheet.add((Note((Span("No notes for this step."),), "speaker:notes.none"),))
    return sheet.blocks


def mentioned_blocks(scope: Scope, mentioned: Sequence[str]) -> Blocks:
    """Who and what is named in a step, with a line on each."""
    sheet = Sheet(scope, "speaker")
    known = [(id, entry) for id in mentioned if (entry := scope.entry(id)) is not None and entry.keyed]
    rows = [
        Item(_line(scope, entry), id, key=sheet.named(f"mentioned.{id}"))
        for id, entry in known[:MENTIONED]
    ]  # fmt: skip
    more = len(known) - len(rows)
    note: Spans = (Span(f"  {more} more", "dim"),) if more else ()
    sheet.items("Mentioned here", "mentioned", rows, count=len(known), note=note)
    return sheet.blocks


def _line(scope: Scope, entry: Entry) -> Spans:
    """What it is called, and the beginning of what is said of it."""
    place = scope.place(entry.id)
    words = next((text for name in ("summary", "text", "value") if (text := getattr(entry, name, None))), "")
    if isinstance(entry, Source):
        words = ", ".join(filter(None, (entry.publisher, str(entry.type or "").replace("-", " "))))
    said = scope.plain(str(words)) if words else ""
    return (Span(place, "entry"), Span(" — ", "dim"), Span(said)) if said and said != place else (Span(place, "entry"),)
