"""How the line a jot is typed in looks in so many cells: what it will be, the words at the cursor, what it offers."""

from collections.abc import Sequence
from datetime import date

from rich.cells import cell_len

from briefing_tui.blocks.block import Span, Spans, text_of
from briefing_tui.meeting.jot import Jot
from briefing_tui.meeting.jotted import Person
from briefing_tui.meeting.jotted_due import WEEKDAYS
from briefing_tui.model.time import When
from briefing_tui.tui.jotting import Jotting
from briefing_tui.tui.line_edit import LineEdit
from briefing_tui.tui.wrapping import cut

#: From here on the kind is a word; in less room it is its letter.
_ROOMY = 44
#: The cells that the words keep, whatever else there is to say; and in less room.
_LEAST, _LEAST_NARROW = 18, 13

_NEW = (
    "   a action  d decision  q question  n note  ↑ earlier  Esc",
    "   a action  d decision  q question",
    "   a d q n",
)
_KEYS = ("   ⏎ keep  @ name  Esc", "   ⏎ keep")


def jot_spans(jotting: Jotting, room: int) -> Spans:
    """The prompt, in at most so many cells."""
    earlier = jotting.earlier
    sign = _sign(jotting, room)
    least = _LEAST if room >= _ROOMY else _LEAST_NARROW
    if jotting.trouble:
        trouble = Span(f"  {cut(jotting.trouble, max(0, room - cell_len(text_of(sign)) - least - 2))}", "error")
        left = room - cell_len(text_of(sign)) - cell_len(trouble.text)
        return (*sign, *window(jotting.edit, left), trouble)
    left = room - cell_len(text_of(sign))
    wanted = cell_len(jotting.edit.text) + 1
    more: list[Span] = []
    for pressing, choices in _notes(jotting, earlier, left - least):
        fitting = next((spans for spans in choices if cell_len(text_of(spans)) <= left - wanted), ())
        if pressing and not fitting and cell_len(text_of(choices[-1])) <= left - least:
            # What the line is taken for is seen while it is typed, at the cost of some of its words.
            fitting = choices[-1]
        more.extend(fitting)
        left -= cell_len(text_of(tuple(fitting)))
    return (*sign, *window(jotting.edit, min(left, wanted), struck=earlier is not None and earlier.struck), *more)


def window(edit: LineEdit, room: int, *, struck: bool = False) -> Spans:
    """The line as far as it fits into so many cells, with the place in it shown: what is left out gives way to `…`."""
    before, here, after = edit.text[: edit.at], edit.text[edit.at : edit.at + 1] or " ", edit.text[edit.at + 1 :]
    role = "dim" if struck else ""
    if cell_len(before) + cell_len(here) + cell_len(after) > room:
        behind = min(cell_len(after), max(0, room // 4))
        before = _tail(before, room - cell_len(here) - behind)
        after = cut(after, room - cell_len(here) - cell_len(before))
    return (Span(before, role), Span(here, "hint"), Span(after, role))


def due_words(due: str) -> str:
    """When something is due, with its day of the week where it is a day."""
    words = When.parse(due).display("short")
    try:
        return f"{WEEKDAYS[date.fromisoformat(due).weekday()][:3].capitalize()} {words}"
    except ValueError:
        return words


def _sign(jotting: Jotting, room: int) -> Spans:
    kind = jotting.meant.kind if jotting.edit.text.strip() else "jot"
    number = f" {jotting.earlier.id}" if jotting.earlier is not None else ""
    short = kind if kind == "jot" else f"{kind[0]}{number.strip()}"
    return (Span(f"{f'{kind}{number}' if room >= _ROOMY else short} ▸ ", "key"),)


def _notes(jotting: Jotting, earlier: Jot | None, room: int) -> list[tuple[bool, Sequence[Spans]]]:
    """What may stand behind the words, each in full and in less, what matters most first; whether it presses."""
    if offered := jotting.offered:
        first = cut(offered[0].words, max(4, room - 6))
        choices = [_people(offered[:most], len(offered)) for most in (3, 2, 1)]
        return [(True, [*choices, (Span("  Tab ", "key"), Span(first, "strong"))])]
    found: list[tuple[bool, Sequence[Spans]]] = []
    if earlier is not None and (earlier.struck or earlier.answered):
        state = ("struck out", "✗") if earlier.struck else ("answered", "✓")
        found.append((True, [(Span(f"  {words}", "note"),) for words in state]))
    if due := jotting.meant.due:
        short = When.parse(due).display("short")
        # The year is least needed.
        words = (f"due {due_words(due)}", f"due {short}", short, short.removesuffix(f" {due[:4]}"))
        found.append((True, [(Span(f"  {said}", "time"),) for said in words]))
    if earlier is not None:
        answers = "  ^T answered" if earlier.kind == "question" else ""
        keys: tuple[str, ...] = (f"   ⏎ change  ^X strike{answers}  ↑↓  Esc", f"   ⏎ change  ^X strike{answers[:4]}")
        keys = (*keys, f"   ^X{answers[:4]}")
    elif jotting.edit.text.strip():
        keys = _KEYS
    else:
        keys = _NEW
        if aside := jotting.minutes.aside:
            said = (aside, aside.partition(": ")[0], "kept aside")
            found.append((False, [(Span(f"  {words}", "note"),) for words in said]))
    found.append((False, [(Span(words, "key-word"),) for words in keys]))
    return found


def _people(people: Sequence[Person], all_: int) -> Spans:
    first, *others = [person.words for person in people]
    more = "".join([f" · {name}" for name in others])
    left = f" +{all_ - len(people)}" if all_ > len(people) else ""
    return (Span("  Tab ", "key"), Span(first, "strong"), Span(f"{more}{left}", "key-word"))


def _tail(text: str, cells: int) -> str:
    """The end of a text in at most so many cells."""
    if cell_len(text) <= cells:
        return text
    kept = len(text)
    used = 1
    while kept and used + cell_len(text[kept - 1]) <= cells:
        kept -= 1
        used += cell_len(text[kept])
    return f"…{text[kept:]}" if cells > 0 else ""
