"""Collects the blocks of one card, dossier or pane under one key, leaving out what is empty. Knows no kind of entry."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefing_tui.blocks.block import (
    Block,
    Blocks,
    FieldRow,
    Fields,
    Heading,
    Item,
    Items,
    LazyRows,
    Note,
    Span,
    Spans,
    text_of,
)  # fmt: skip
from briefing_tui.blocks.prose import prose_blocks
from briefing_tui.blocks.scope import Scope
from briefing_tui.model.time_display import NARROW

#: Cells a list's first column takes at most; what is longer is cut there.
WIDEST_LEAD = 18
#: How many of many lines are made to see how wide that column is.
_LOOKED_AT = 40


class Told(NamedTuple):
    """An item and the rows that complete it."""

    item: Item
    rows: Sequence[FieldRow] = ()


class Sheet:
    """Blocks in the making. Every key begins with the sheet's own; `level` is that of its headings' parts."""

    def __init__(self, scope: Scope, key: str = "", level: int = 1) -> None:
        self.scope = scope
        self.key = key
        self.level = level
        self._blocks: list[Block] = []

    @property
    def blocks(self) -> Blocks:
        """What has been collected."""
        return tuple(self._blocks)

    def named(self, name: str) -> str:
        """The key of a part of this sheet."""
        return f"{self.key}:{name}" if self.key else name

    def add(self, blocks: Iterable[Block]) -> None:
        """Adds blocks that have keys of their own."""
        self._blocks.extend(blocks)

    def title(self, spans: Spans, note: Spans = (), target: str = "") -> None:
        """The heading of the whole sheet."""
        self._blocks.append(Heading(spans, self.level, note, self.key, target))

    def heading(self, title: str, name: str, note: Spans = (), target: str = "", deeper: int = 1) -> None:
        """The heading of a part."""
        self._blocks.append(Heading((Span(title),), self.level + deeper, note, self.named(name), target))

    def prose(self, text: str | None, name: str, title: str = "") -> None:
        """A prose, under a heading of its own where there is a title."""
        if text:
            if title:
                self.heading(title, name)
                name = f"{name}.text"
            self._blocks.extend(prose_blocks(self.scope, text, self.named(name)))

    def fields(self, rows: Sequence[FieldRow], name: str, title: str = "") -> None:
        """Labels and values."""
        if rows:
            if title:
                self.heading(title, name, counted(len(rows)))
                name = f"{name}.rows"
            self._blocks.append(Fields(tuple(rows), self.named(name)))

    def items(
        self,
        title: str,
        name: str,
        rows: Sequence[Item],
        *,
        one_line: bool = True,
        count: int | None = None,
        note: Spans = (),
        deeper: int = 1,
    ) -> None:
        """A list under a heading that counts it: its rows, or what `count` says."""
        if rows:
            if title:
                self.heading(title, name, (*counted(len(rows) if count is None else count), *note), deeper=deeper)
                name = f"{name}.list"
            self._blocks.append(Items(rows, lead_width(rows), self.named(name), one_line))

    def told(self, title: str, name: str, entries: Sequence[Told]) -> None:
        """A list of what is told in full: what an item's line cannot say stands in rows under it."""
        if entries and title:
            self.heading(title, name, counted(len(entries)))
        width = lead_width([told.item for told in entries])
        waiting: list[Item] = []
        for n, told in enumerate(entries):
            waiting.append(told.item)
            if told.rows or n == len(entries) - 1:
                self._blocks.append(Items(tuple(waiting), width, f"{waiting[0].key}.list", one_line=False))
                waiting = []
            if told.rows:
                self._blocks.append(Fields(tuple(told.rows), f"{told.item.key}.rows"))

    def note(self, text: str, name: str) -> None:
        """A word of the program's own."""
        self._blocks.append(Note((Span(text),), self.named(name)))


def counted(number: int) -> Spans:
    """A count to stand beside a heading."""
    return (Span(f"{number:,}", "count"),)


def lead_width(rows: Iterable[Item]) -> int:
    """The width in cells of what stands before the items; our own marks and times are one cell a character.

    Of lines that are made when they are looked at, the first few are, and there is room for any time.
    """
    if isinstance(rows, LazyRows):
        first = lead_width(rows[:_LOOKED_AT])
        return max(first, NARROW) if first else 0
    return min(WIDEST_LEAD, max([len(text_of(item.lead)) for item in rows], default=0))


def row(label: str, *spans: Span, target: str = "") -> FieldRow:
    """A label and its value."""
    return FieldRow(label, spans, target)
