"""What the cards of all kinds have in common: who says it, on which sources, how it is shown, and what has changed."""

from briefing_tui.blocks.block import FieldRow, Span, Spans
from briefing_tui.blocks.marks import rating_words
from briefing_tui.blocks.prose import prose_spans
from briefing_tui.blocks.reference import attribution_spans, reference_spans, source_spans
from briefing_tui.blocks.scope import Scope
from briefing_tui.blocks.sheet import row
from briefing_tui.model.entry import Entry
from briefing_tui.model.reference import Refs
from briefing_tui.model.time import When


def shared_rows(scope: Scope, entry: Entry, *, grounds: bool = True) -> list[FieldRow]:
    """The fields every entry may have, those that are filled. Speaker's notes only where the scope shows them.

    Without `grounds`, who says it and from which sources is left to the line the rows stand under.
    """
    rows: list[FieldRow] = []
    if grounds and entry.by:
        rows.append(FieldRow("According to", attribution_spans(scope, entry.by, words="")))
    for ref in entry.sources if grounds else ():
        rows.append(FieldRow("Source", source_spans(scope, ref, entry.credibility), ref.ref))
    if entry.credibility is not None:
        words = f"{entry.credibility} "
        rows.append(row("Credibility", Span(words, "rating"), Span(rating_words(None, entry.credibility), "dim")))
    if entry.short and entry.short != entry.heading:
        rows.append(row("Shown as", Span(entry.short)))
    if entry.tlp:
        rows.append(row("Handling", handling_span(entry.tlp)))
    if entry.change is not None:
        if entry.change.from_:
            rows.append(row("Was", Span(entry.change.from_, "change")))
        if entry.change.why:
            rows.append(FieldRow("Changed because", prose_spans(scope, entry.change.why)))
    if scope.notes and entry.notes:
        rows.append(FieldRow("Speaker's notes", prose_spans(scope, entry.notes)))
    return rows


def handling_span(tlp: str) -> Span:
    """A TLP label as FIRST wants it written."""
    return Span(f"TLP:{tlp}", f"handling-{tlp.partition('+')[0].lower()}")


def reference_rows(scope: Scope, label: str, refs: Refs) -> list[FieldRow]:
    """A row for each reference, with all that qualifies it."""
    return [FieldRow(label, reference_spans(scope, ref), ref.ref) for ref in refs]


def time_row(label: str, when: When | None) -> list[FieldRow]:
    """A time in words; where these cannot say all of what was written, as it was written too."""
    return [FieldRow(label, (Span(when.display(), "time"),))] if when is not None else []


def numbered(scope: Scope, entry: Entry) -> Spans:
    """What the card of something without a name is called: `short`, else its kind and number."""
    return (Span(entry.short or scope.designation(entry)),)


def type_note(*words: str | None) -> Spans:
    """What stands beside a card's name: its type, or types; nothing where none is given."""
    found = " · ".join([word.replace("-", " ") for word in words if word])
    return (Span(found, "dim"),) if found else ()
