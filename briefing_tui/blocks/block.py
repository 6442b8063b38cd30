"""The neutral vocabulary between a briefing's entries and every surface: screen, plain text and exports.

Roles say what a stretch of text means, never how it looks; targets say what it links to. Knows no width. Named tuples,
since they are made by the thousand and cost least to make.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple, overload


class Span(NamedTuple):
    """Some text with a meaning (`role`, one of ROLES) and perhaps what it links to: an id, a place, an address."""

    text: str
    role: str = ""
    target: str = ""


Spans = tuple[Span, ...]


class Heading(NamedTuple):
    """A heading; `level` 1 names a dossier or the whole, 2 a part, 3 a part of a part. `note` stands beside it."""

    spans: Spans
    level: int = 2
    note: Spans = ()
    key: str = ""
    target: str = ""


ProseStyle = Literal["paragraph", "bullet", "number", "quote", "code", "lead"]


class Prose(NamedTuple):
    """A paragraph of running text. `lead` is the one that matters most; `marker` is what stands before a list item."""

    spans: Spans
    style: ProseStyle = "paragraph"
    marker: str = ""
    depth: int = 0
    key: str = ""
    target: str = ""


class FieldRow(NamedTuple):
    """A label and what stands for it."""

    label: str
    spans: Spans
    target: str = ""


class Fields(NamedTuple):
    """Labels and values, the values aligned."""

    rows: tuple[FieldRow, ...]
    key: str = ""


class Item(NamedTuple):
    """One line of a list: `lead` in a column of its own (a time, a rating), the text, a `tail` at the right (a status).

    `more` is what may be said under it in a second, quieter line where there is room: a sentence of context.
    """

    spans: Spans
    target: str = ""
    lead: Spans = ()
    tail: Spans = ()
    more: Spans = ()
    key: str = ""
    depth: int = 0


class Items(NamedTuple):
    """A list. `rows` may be lazy: ten thousand cost what is looked at. `lead` is the lead column's width in cells."""

    rows: Sequence[Item]
    lead: int = 0
    key: str = ""
    #: Whether an item keeps to one line (and is cut with an ellipsis) or wraps as prose does.
    one_line: bool = True


class Bar(NamedTuple):
    """A range on the scale of 0 to 100 per cent, with the words that stand for it."""

    label: Spans
    low: float
    high: float
    words: Spans
    target: str = ""


class Bars(NamedTuple):
    """Ranges on one scale, one under the other."""

    rows: tuple[Bar, ...]
    key: str = ""


class Table(NamedTuple):
    """Rows of cells under column heads. `targets` has what each row stands for."""

    head: tuple[str, ...]
    rows: tuple[tuple[Spans, ...], ...]
    targets: tuple[str, ...] = ()
    key: str = ""


class Note(NamedTuple):
    """A word of the program's own: an empty state and what to do about it."""

    spans: Spans
    key: str = ""


Block = Heading | Prose | Fields | Items | Bars | Table | Note
Blocks = tuple[Block, ...]


@dataclass(frozen=True)
class LazyRows(Sequence[Item]):
    """Items made when they are looked at, and kept."""

    keys: Sequence[str]
    make: Callable[[str], Item]
    made: dict[str, Item] = field(default_factory=dict, compare=False)

    def __len__(self) -> int:
        return len(self.keys)

    @overload
    def __getitem__(self, at: int) -> Item: ...
    @overload
    def __getitem__(self, at: slice) -> list[Item]: ...
    def __getitem__(self, at: Any) -> Any:
        if isinstance(at, slice):
            return [self._item(key) for key in self.keys[at]]
        return self._item(self.keys[at])

    def __iter__(self) -> Iterator[Item]:
        return map(self._item, self.keys)

    def _item(self, key: str) -> Item:
        item = self.made.get(key)
        if item is None:
            item = self.made[key] = self.make(key)
        return item


def text_of(spans: Spans) -> str:
    """The words of some spans, without roles and targets."""
    return "".join([span.text for span in spans])
