"""The minutes as a document on the screen: questions that wait for an answer first, each jot a link to its item."""

from briefing_tui.blocks.block import Blocks, Item, Span, Spans
from briefing_tui.blocks.scope import PART_NAMES, Scope, shortened
from briefing_tui.blocks.sheet import Sheet
from briefing_tui.meeting.jot import KINDS, Jot
from briefing_tui.meeting.jotted import Person, by_name, people_of, pieces
from briefing_tui.meeting.minutes import Minutes
from briefing_tui.meeting.minutes_place import shown
from briefing_tui.model.text import one_line
from briefing_tui.tui.jot_line import due_words

#: What a jot is about, in characters.
_ABOUT = 48
#: As many lines that are not understood are listed; `briefing minutes` tells all.
_UNREAD = 5


def minutes_blocks(scope: Scope, minutes: Minutes, key: str) -> Blocks:
    """The document. `key` is the one that takes something down."""
    taken = minutes.read()
    sheet = Sheet(scope, "minutes")
    known = by_name(people_of(scope.briefing))
    number = len(taken.jots)
    sheet.title((Span("Minutes"),), (Span(f"{number:,}  " if number else "", "count"), Span(_name(minutes), "dim")))
    standing = [jot for jot in taken.jots if not jot.struck]
    parts = [("Questions not yet answered", "open", [jot for jot in standing if jot.open])]
    parts += [
        (title, kind, [jot for jot in standing if jot.kind == kind and not jot.open])
        for kind, title in KINDS.items()
        if kind != "question"
    ]
    parts.append(
        ("Questions answered", "answered", [jot for jot in standing if jot.answered and jot.kind == "question"])
    )
    parts.append(("Struck out", "struck", [jot for jot in taken.jots if jot.struck]))
    for title, name, jots in parts:
        sheet.items(title, name, [_item(scope, jot, known) for jot in jots], one_line=False)
    if not taken.jots:
        sheet.note(f"Nothing has been taken down yet.{f' {key} takes something down.' if key else ''}", "empty")
    if minutes.aside:
        sheet.note(f"{minutes.aside}.", "aside")
    for line, why in taken.unread[:_UNREAD]:
        sheet.note(f"Line {line} {why}" if line else why, f"unread.{line}")
    if len(taken.unread) > _UNREAD:
        sheet.note(f"and {len(taken.unread) - _UNREAD:,} more; `briefing minutes` tells all", "unread")
    return sheet.blocks


def _item(scope: Scope, jot: Jot, known: dict[str, Person]) -> Item:
    lead = (Span(f"{jot.id}", "dim"),)
    tail: Spans = (Span(f"due {due_words(jot.due)}", "time"),) if jot.due else ()
    words = (Span(jot.text, "dim"),) if jot.struck else named_spans(scope, jot, known)
    if jot.answered and jot.answer:
        words = (*words, Span(" — ", "dim"), Span(jot.answer))
    about = scope.label(jot.item) if scope.kind(jot.item) else jot.item
    more = " · ".join(filter(None, [jot.by, jot.at[11:16], "changed" if jot.edited else "", shortened(about, _ABOUT)]))
    target = jot.item if scope.kind(jot.item) or jot.item in PART_NAMES else ""
    return Item(words, target, lead, tail, (Span(more, "dim"),) if more else (), f"minutes.{jot.id}")


def named_spans(scope: Scope, jot: Jot, known: dict[str, Person]) -> Spans:
    """The words of a jot; an actor's name is a link."""
    spans: list[Span] = []
    for piece in pieces(jot.text):
        person = known.get(piece.text.casefold()) if piece.is_name else None
        if person is not None and scope.kind(person.id):
            spans.append(scope.link(person.id))
        else:
            spans.append(Span(piece.text, "attribution" if piece.is_name else ""))
    return tuple(spans)


def _name(minutes: Minutes) -> str:
    return shown(minutes.where) if minutes.aside else one_line(minutes.where.name)
