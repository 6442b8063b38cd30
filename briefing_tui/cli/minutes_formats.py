"""The minutes as Markdown, JSON and CSV. What somebody typed is text in each: no markup, no link, no formula."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefing_tui.blocks.block import text_of
from briefing_tui.blocks.header import handling_spans
from briefing_tui.blocks.scope import Scope
from briefing_tui.export.markdown import escaped
from briefing_tui.meeting.clock import clock
from briefing_tui.meeting.jot import KINDS, Jot, Unread
from briefing_tui.meeting.jotted import Person, by_name, people_of, pieces
from briefing_tui.meeting.spent import Times, times_data, times_markdown
from briefing_tui.model.text import clean
from briefing_tui.model.time import When

#: What a spreadsheet takes for the beginning of a formula.
_FORMULA = tuple("=+-@＝＋－＠")
_COLUMNS = (
    *("id", "kind", "text", "names", "due", "item", "about", "step", "clock", "at", "by"),
    *("struck", "answered", "answer", "edited"),
)


@dataclass(frozen=True)
class Record:
    """What there is to tell. `scope` is that of the briefing, None where it cannot be read; `times` the last run's."""

    name: str
    scope: Scope | None
    jots: Sequence[Jot]
    unread: Sequence[Unread] = ()
    times: Times | None = None

    @property
    def title(self) -> str:
        """The briefing's title, else the file's name."""
        return self.scope.briefing.title if self.scope is not None else self.name

    def about(self, item: str) -> str:
        """What an item is called."""
        return self.scope.label(item) if self.scope is not None and self.scope.kind(item) else item

    @cached_property
    def days(self) -> list[str]:
        """The days on which something was taken down, first to last."""
        return sorted({jot.at[:10] for jot in self.jots if jot.at})

    def when(self, jot: Jot) -> str:
        """The time of day a jot was taken down at, and the day where there are several."""
        return " ".join([*([_day(jot.at[:10])] if len(self.days) > 1 else []), jot.at[11:16]])

    @cached_property
    def _people(self) -> dict[str, Person]:
        return by_name(people_of(self.scope.briefing if self.scope is not None else None))

    def named(self, text: str) -> str:
        """Words in which actors have their names, and nobody an at sign."""
        said = []
        for piece in pieces(text):
            person = self._people.get(piece.text.casefold()) if piece.is_name else None
            said.append(person.words if person is not None else piece.text)
        return "".join(said)


def as_markdown(record: Record) -> str:
    """First by kind, questions that wait for an answer at the top; then by what each is about."""
    handling = f"**{escaped(text_of(handling_spans(record.scope.briefing)))}**\n" if record.scope is not None else ""
    lines = [f"# Minutes: {escaped(record.title)}", "", *([handling] if handling else []), *_taken(record)]
    jots = record.jots
    waiting = [jot for jot in jots if jot.open]
    lines += _section("Questions not yet answered", record, waiting, kinds=False, level=2)
    for kind, title in KINDS.items():
        told = [jot for jot in jots if jot.kind == kind and not jot.open]
        name = "Other questions" if kind == "question" and waiting else title
        lines += _section(name, record, told, kinds=False, level=2)
    if jots:
        lines += ["## By item", ""]
    for item in sorted(dict.fromkeys([jot.item for jot in jots]), key=lambda item: not item):
        name = record.about(item) or "The meeting as a whole"
        lines += _section(name, record, [jot for jot in jots if jot.item == item], kinds=True, level=3)
    if record.times:
        lines += ["## Times", "", times_markdown(record.times, escaped), ""]
    return clean("\n".join([*lines, *([handling] if handling else [])]).rstrip("\n")) + "\n"


def as_json(record: Record) -> str:
    """Everything, with the words as typed."""
    told = {
        "title": record.title,
        "file": record.name,
        "jots": [{**jot._asdict(), "about": record.about(jot.item)} for jot in record.jots],
        "unread": [unread._asdict() for unread in record.unread],
        "times": times_data(record.times) if record.times else None,
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def as_csv(record: Record) -> str:
    """A row for each jot."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(_COLUMNS)
    for jot in record.jots:
        fields = {**jot._asdict(), "about": record.about(jot.item), "text": record.named(jot.text)}
        fields["names"] = ", ".join([record.named(f"@[{name}]") for name in jot.names])
        rows.writerow([_cell(fields[column]) for column in _COLUMNS])
    return out.getvalue()


FORMATS = {"md": as_markdown, "json": as_json, "csv": as_csv}


def _taken(record: Record) -> Iterator[str]:
    number = len(record.jots)
    if not number:
        return
    days = record.days
    when = [_day(day) for day in dict.fromkeys((days[0], days[-1]))] if days else []
    by = list(dict.fromkeys([jot.by for jot in record.jots if jot.by]))
    words = f"{number:,} taken down" + (f", {' to '.join(when)}" if when else "")
    yield escaped(words + (f", by {', '.join(by)}" if by else "") + ".")
    yield ""


def _section(title: str, record: Record, jots: Iterable[Jot], *, kinds: bool, level: int) -> list[str]:
    lines = [f"- {_line(record, jot, kind=kinds)}" for jot in jots]
    return [f"{'#' * level} {escaped(title)}", "", *lines, ""] if lines else []


def _line(record: Record, jot: Jot, *, kind: bool) -> str:
    name = f"{jot.kind.capitalize()} {jot.id}" if kind else f"No. {jot.id}"
    words = f"{name}: {escaped(record.named(jot.text))}"
    words = f"~~{words}~~" if jot.struck else words
    if jot.answered and not jot.struck:
        words += f" *Answered:* {escaped(record.named(jot.answer))}" if jot.answer else " *Answered.*"
    more = [f"due {When.parse(jot.due).display()}"] if jot.due else []
    more += [record.about(jot.item)] if jot.item and not kind else []
    more += [jot.by] if jot.by else []
    more += [record.when(jot)] if jot.at else []
    more += [f"{clock(jot.clock)} into the meeting"] if jot.clock is not None else []
    more += ["struck out"] if jot.struck else ["changed later"] if jot.edited else []
    return words + (f" ({escaped('; '.join(more))})" if more else "")


def _day(day: str) -> str:
    try:
        return When.parse(day).display()
    except ValueError:
        return day


def _cell(value: object) -> str:
    """A cell that is text in every spreadsheet."""
    text = "" if value is None else ("no", "yes")[value] if isinstance(value, bool) else str(value)
    text = f"{value:.10g}" if isinstance(value, float) else clean(text)
    return f"'{text}" if text.lstrip().startswith(_FORMULA) and not isinstance(value, int | float) else text
