"""What has changed in a briefing as a document: what is new, what is different (from what, to what), what is gone."""

import re
from typing import Any

from briefing_tui.blocks.block import Blocks, FieldRow, Item, Span, Spans, text_of
from briefing_tui.blocks.marks import percent
from briefing_tui.blocks.reference import joined, qualifier_spans
from briefing_tui.blocks.scope import Scope
from briefing_tui.blocks.sheet import Sheet, Told, row
from briefing_tui.library.compare import Change, Comparison, Difference, How
from briefing_tui.model.entry import Entry
from briefing_tui.model.record import Record
from briefing_tui.model.reference import Cite, Ref
from briefing_tui.model.scalar import Band
from briefing_tui.model.shape import fields_of
from briefing_tui.model.time import When

#: What stands before each, and in the margin beside it; never a colour alone.
GLYPHS: dict[How, str] = {"changed": "~", "added": "+", "left-out": "✗", "removed": "−"}

_TITLES: dict[How, str] = {
    "changed": "Changed",
    "added": "New",
    "left-out": "Left out now, for it is not sound",
    "removed": "Gone",
}

_WORDS: dict[How, str] = {"changed": "changed", "added": "new", "left-out": "left out", "removed": "gone"}

#: Speaker's notes: nobody else sees what they say.
_SPOKEN = "notes"

#: Words around what differs in a long text, and the most that is shown of either side.
_AROUND, _MOST = 6, 60

#: Entries of one sort that are listed.
_LISTED = 1000

_WORD = re.compile(r"\S+")


def change_blocks(now: Scope, was: Scope | None, found: Comparison, title: str, since: str, empty: str) -> Blocks:
    """The document. `was` says what things were called then; None where only digests of it are known."""
    sheet = Sheet(now, "changes")
    sheet.title((Span(title),), (Span(since, "time"),))
    for how in _TITLES:
        changes = [change for change in found.changes if change.how == how]
        sheet.told(_TITLES[how], how, [_told(now, was, change) for change in changes[:_LISTED]])
        if len(changes) > _LISTED:
            sheet.note(f"and {len(changes) - _LISTED:,} more", f"{how}.more")
    if not found.changes:
        sheet.note(empty, "empty")
    return sheet.blocks


def count_words(found: Comparison) -> str:
    """How much has changed, in a few words; empty for nothing."""
    parts: list[str] = []
    for how, word in _WORDS.items():
        if number := sum(change.how == how for change in found.changes):
            noun = "" if parts else " entry" if number == 1 else " entries"
            parts.append(f"{number:,}{noun} {word}")
    return ", ".join(parts)


def _told(now: Scope, was: Scope | None, change: Change) -> Told:
    lead = (Span(GLYPHS[change.how], "change"),)
    key = f"changes.{change.how}.{change.name}"
    kind = change.now or change.was
    tail = (Span(kind.KIND, "dim"),) if kind is not None else ()
    if change.how in ("changed", "added"):
        rows = [_row(now, was, change.name, one) for one in change.fields]
        return Told(Item((now.link(change.name),), change.name, lead, tail, key=key), rows)
    words = Span(was.title(change.was.id) if was and change.was else change.name)
    target = change.name if change.how == "left-out" else ""
    return Told(Item((words,), target, lead, tail, key=key))


def _row(now: Scope, was: Scope | None, name: str, one: Difference) -> FieldRow:
    label = one.field.replace("_", " ").capitalize()
    if one.field == _SPOKEN and not now.notes:
        return row(label, Span("changed; only the speaker sees them", "dim"), target=name)
    said, says = value_spans(was or now, one.was, linked=False), value_spans(now, one.now)
    if said and text_of(said) == text_of(says):
        return row(label, Span("changed in what is not shown here", "dim"), target=name)
    if isinstance(one.was, str) and isinstance(one.now, str) and was is not None:
        said, says = _around(was.plain(one.was), now.plain(one.now))
    if not said:
        return row(label, Span("+ ", "change"), *says, target=name)
    if not says:
        return row(label, Span("− ", "change"), *_quiet(said), target=name)
    return row(label, *_quiet(said), Span(" → ", "change"), *says, target=name)


def _quiet(spans: Spans) -> Spans:
    return tuple([span if span.role == "strong" else Span(span.text, "dim") for span in spans])


def _around(was: str, now: str) -> tuple[Spans, Spans]:
    """Both texts, long ones only around what differs; the words that differ stand out."""
    said, says = _WORD.findall(was), _WORD.findall(now)
    start = 0
    while start < min(len(said), len(says)) and said[start] == says[start]:
        start += 1
    end = 0
    while end < min(len(said), len(says)) - start and said[-1 - end] == says[-1 - end]:
        end += 1
    if said == says and was != now:
        # Only marks that are not shown as words differ: emphasis, or where a link leads.
        return (Span("written or linked otherwise", "dim"),), (Span(_cut(says, 0, len(says))),)
    if max(len(said), len(says)) <= _AROUND:
        return (Span(was),) if was else (), (Span(now),) if now else ()
    return _side(said, start, end), _side(says, start, end)


def _side(words: list[str], start: int, end: int) -> Spans:
    last = len(words) - end
    first, after = max(0, start - _AROUND), min(len(words), last + _AROUND)
    before = ("… " if first else "") + "".join([f"{word} " for word in words[first:start]])
    behind = "".join([f" {word}" for word in words[last:after]]) + (" …" if after < len(words) else "")
    inside = _cut(words, start, last)
    spans = (Span(before), Span(inside, "strong"), Span(behind if inside else behind.lstrip()))
    return tuple([span for span in spans if span.text])


def _cut(words: list[str], start: int, end: int) -> str:
    return " ".join(words[start : min(end, start + _MOST)]) + (" …" if end - start > _MOST else "")


def value_spans(scope: Scope, value: Any, *, linked: bool = True) -> Spans:
    """A value of the model in words; nothing for what is not given."""
    if isinstance(value, str):
        return (Span(scope.plain(value)),) if value else ()
    if value is None or value is False or value == ():
        return ()
    if isinstance(value, When):
        return (Span(value.display()),)
    if isinstance(value, Band):
        return (Span(percent(value.low, value.high)),)
    if isinstance(value, Ref | Cite):
        link = scope.link(value.ref, linked=linked)
        qualified = qualifier_spans(scope, value)
        return (link, Span(" ("), *qualified, Span(")")) if qualified else (link,)
    if isinstance(value, Record):
        held = [
            (key, value.__dict__.get(field.name))
            for key, field in fields_of(type(value)).items()
            if key != _SPOKEN or scope.notes
        ]
        return _named(scope, held, linked)
    if isinstance(value, dict):
        return _named(scope, list(value.items()), linked)
    if isinstance(value, tuple):
        each = [value_spans(scope, item, linked=linked) for item in value if not isinstance(item, Entry)]
        whole = bool(value) and isinstance(value[0], Record) and not isinstance(value[0], Ref | Cite)
        return joined([spans for spans in each if spans], Span("; " if whole else ", ", "dim"))
    return (Span("yes" if value is True else f"{value:g}" if isinstance(value, float) else str(value)),)


def _named(scope: Scope, held: list[tuple[str, Any]], linked: bool) -> Spans:
    """Names and values in a row; one value alone needs no name."""
    given = [(key, spans) for key, value in held if (spans := value_spans(scope, value, linked=linked))]
    if len(given) == 1 and len(held) > 1:
        return given[0][1]
    return joined([(Span(f"{key.replace('_', ' ')} ", "dim"), *spans) for key, spans in given], Span(", ", "dim"))
