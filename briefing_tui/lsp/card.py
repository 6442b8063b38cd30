"""What an editor shows of an entry, a key or a word under the cursor: a small card in Markdown, or in plain text."""

from collections.abc import Iterator
from typing import Any

from briefing_tui.blocks.block import Block, Fields, Heading, Item, Items, Prose, Spans, text_of
from briefing_tui.blocks.cards import card_blocks
from briefing_tui.blocks.line import entry_item
from briefing_tui.blocks.scope import Scope, shortened
from briefing_tui.export.markdown import escaped
from briefing_tui.lsp.expected import wanted_at
from briefing_tui.lsp.place import Is, Place
from briefing_tui.model.actor import Actor
from briefing_tui.model.described import field_docs
from briefing_tui.model.event import Event
from briefing_tui.model.shape import Record, Table
from briefing_tui.model.vocabulary import meaning

#: As much of a prose as a card repeats, in characters, and as many paragraphs, fields, and lines of a list.
_PROSE, _PARAGRAPHS, _ROWS, _LINES = 360, 3, 10, 3


class Card:
    """Writes cards; `marked` is whether Markdown is understood."""

    def __init__(self, marked: bool = True) -> None:
        self._marked = marked

    def markup(self, text: str) -> dict[str, str]:
        """A card as the protocol has it."""
        return {"kind": "markdown" if self._marked else "plaintext", "value": text}

    def entry(self, scope: Scope, id: str) -> str:
        """The card of an entry; empty for what is none."""
        entry = scope.entry(id)
        if entry is None:
            return ""
        parts = [f"{self._code(id)} {entry.KIND}"]
        prose = 0
        for block in card_blocks(scope, entry):
            prose += isinstance(block, Prose)
            if isinstance(block, Prose) and prose > _PARAGRAPHS:
                continue
            parts += self._block(block)
        if isinstance(entry, Actor):
            parts += self._events(scope, id)
        parts.append(named(len(scope.incoming(id))))
        return "\n\n".join(filter(None, parts))

    def key(self, place: Place, key: str) -> str:
        """What a key means where it stands, or a word of a vocabulary that stands as a key."""
        wanted = wanted_at(place.path)
        if wanted is None:
            return ""
        doc = ""
        if isinstance(wanted.shape, Table):
            doc = meaning(wanted.shape.key, key) or ""
        elif isinstance(wanted.item, Record):
            docs = field_docs(wanted.item.model)
            doc = docs.get(key, "") or (field_docs(wanted.item.either).get(key, "") if wanted.item.either else "")
        return self._told(key, doc)

    def word(self, place: Place, word: str) -> str:
        """What a word of a vocabulary means where it is the value."""
        wanted = wanted_at(place.path)
        return self._told(word, meaning(wanted.value, word) or "") if wanted is not None and word else ""

    def about(self, place: Place, word: str) -> str:
        """What stands at a place, if the format knows it."""
        if place.what is Is.KEY:
            return self.key(place, word)
        return self.word(place, word) if place.what in (Is.VALUE, Is.ITEM) else ""

    def _told(self, word: str, doc: str) -> str:
        if not doc:
            return ""
        return f"{self._strong(word)}: {doc}" if self._marked else f"{word}: {doc.replace('`', '')}"

    def _block(self, block: Block) -> Iterator[str]:
        if isinstance(block, Heading):
            note = text_of(block.note)
            title = self._strong(_words(block.spans))
            yield f"{title} ({self._text(note)})" if note else title
        elif isinstance(block, Prose):
            yield self._text(shortened(_words(block.spans), _PROSE))
        elif isinstance(block, Fields):
            rows = [f"{self._text(row.label)}: {self._text(_words(row.spans))}" for row in block.rows[:_ROWS]]
            yield self._lines(rows, len(block.rows))
        elif isinstance(block, Items):
            rows = [self._item(row) for row in block.rows[:_LINES]]
            yield self._lines(rows, len(block.rows))

    def _events(self, scope: Scope, id: str) -> Iterator[str]:
        """The last events an actor took part in, the latest first."""
        ids = dict.fromkeys(
            reference.source for reference in scope.incoming(id) if reference.field.startswith("participants")
        )
        events = [entry for one in ids if isinstance(entry := scope.entry(one), Event)]
        if events:
            latest: list[Any] = sorted(events, key=lambda event: event.when.sort_key, reverse=True)
            rows = [self._item(entry_item(scope, event.id)) for event in latest[:_LINES]]
            yield self._text("Last events:")
            yield self._lines(rows, len(events))

    def _item(self, item: Item) -> str:
        parts = [text_of(spans) for spans in (item.lead, item.spans, item.tail) if spans]
        return self._text(shortened(" ".join(parts), _PROSE))

    def _lines(self, rows: list[str], count: int) -> str:
        if count > len(rows):
            rows = [*rows, f"and {count - len(rows)} more"]
        return "\n".join(f"- {row}" for row in rows)

    def _text(self, text: str) -> str:
        return escaped(text) if self._marked else text

    def _strong(self, text: str) -> str:
        return f"**{escaped(text)}**" if self._marked else text

    def _code(self, text: str) -> str:
        return f"`{text}`" if self._marked else text


def named(count: int) -> str:
    """How often something is named, in words."""
    return {0: "not named yet", 1: "named once", 2: "named twice"}.get(count, f"named {count} times")


def _words(spans: Spans) -> str:
    return "".join([span.text for span in spans if span.role != "source"] or [span.text for span in spans])
