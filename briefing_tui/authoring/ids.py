"""Where ids are written in a text, those of entries that were left out among them. Follows the model's shapes.

The links of a briefing are found in what was built; a renaming must not pass over what the loader could not build.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from briefing_tui.links.index import Passage
from briefing_tui.links.places import Places
from briefing_tui.links.prose import links_in
from briefing_tui.model.briefing import Ask, Briefing, Step
from briefing_tui.model.reference import Inline
from briefing_tui.model.scalar import PROSE
from briefing_tui.model.shape import Many, Record, Shape, Table, Value, fields_of
from briefing_tui.source.diagnostic import Extent
from briefing_tui.source.load import Loaded
from briefing_tui.source.tree import HIDDEN, Path
from briefing_tui.source.wanted import is_keyed, is_loose, is_reference

#: Lines that hold an id or other words: a step of the running order, and of whom something is asked.
_EITHER = {(Step, "show"), (Ask, "of")}

#: A key that names an entry, or a value that does; an entry's own key; a link in prose; words that may be an id.
KEY, VALUE, OWN, LINK, WORDS = "key", "value", "own", "link", "words"


class Written(NamedTuple):
    """An id as it is written: `file` is the briefing named before a #, empty where none is.

    `how` is one of KEY, VALUE, OWN, LINK and WORDS; `kind` is the kind of entry that stands under an OWN id.
    """

    id: str
    file: str
    path: Path
    how: str
    kind: str = ""
    inline: Inline | None = None
    passage: Passage | None = None


def written_ids(loaded: Loaded) -> Iterator[Written]:
    """Every id of a text, in its order: those that entries stand under, and those that name an entry."""
    yield from _found(Record(Briefing), loaded.tree.root, ())


def id_extent(places: Places, written: Written) -> Extent | None:
    """Where the id itself stands, without quotes, brackets and the name of a file. None where that cannot be told."""
    text = places.loaded.text
    if written.inline is not None and written.passage is not None:
        start = places.opening(written.passage, written.inline.start)
        if start is None:
            return None
        start, end = start + 2, places.slice(written.passage).end
        found = _LINKED.match(text, start, end)
        return Extent(*found.span(1)) if found else None
    extent = places.loaded.tree.extent(written.path, key=written.how in (KEY, OWN))
    found = re.compile(rf"(?<![\w-]){re.escape(written.id)}(?![\w-])").search(text, extent.start, extent.end)
    if found:
        # After the # of a file's name, which may be the same word.
        again = text.find(f"#{written.id}", extent.start, extent.end) if written.file else -1
        start = again + 1 if again >= 0 else found.start()
        return Extent(start, start + len(written.id))
    # Written with escapes: the whole of it, in its quotes.
    quoted = text[extent.start : extent.start + 1] in ("'", '"')
    return Extent(extent.start + quoted, extent.end - quoted) if not written.file else None


_LINKED = re.compile(r"\s*(?:[^\[\]|:#]*#)?([^\[\]|:#]*?)\s*[\]|:]")


def _found(shape: Shape, data: Any, path: Path) -> Iterator[Written]:
    if isinstance(shape, Many):
        yield from _many(shape, data, path)
    elif isinstance(shape, Record):
        yield from _record(shape, data, path)
    elif isinstance(shape, Table):
        yield from _table(shape, data, path)
    elif isinstance(shape, Value) and isinstance(data, str):
        if shape.scalar is PROSE:
            yield from _linked(data, path)
        elif shape.scalar.name == "id" and not (shape.to and shape.to.kinds == ("briefing",)):
            yield _named(data, path, VALUE)


def _many(shape: Many, data: Any, path: Path) -> Iterator[Written]:
    item = shape.item
    if isinstance(item, Record) and (item.is_entry or item.either) and is_keyed(item, data):
        for key, value in data.items():
            if not key.startswith(HIDDEN):
                yield Written(key, "", (*path, key), OWN, item.model.KIND)
                yield from _found(item, value, (*path, key))
    elif isinstance(data, list):
        for n, value in enumerate(data):
            yield from _found(item, value, (*path, n))
    elif not isinstance(item, Record) or not item.is_entry or is_loose(item):
        yield from _found(item, data, path)


def _record(shape: Record, data: Any, path: Path) -> Iterator[Written]:
    model = shape.either if shape.either is not None and is_reference(data) else shape.model
    fields = fields_of(model)
    if isinstance(data, dict):
        for key, value in data.items():
            if (model, key) in _EITHER and isinstance(value, str):
                yield _named(value, (*path, key), WORDS)
            elif key in fields:
                yield from _found(fields[key].shape, value, (*path, key))
    elif isinstance(data, str) and model.SHORT_FORM:
        if (model, model.SHORT_FORM) in _EITHER:
            yield _named(data, path, WORDS)
        else:
            yield from _found(fields[model.SHORT_FORM].shape, data, path)


def _table(shape: Table, data: Any, path: Path) -> Iterator[Written]:
    if isinstance(data, dict):
        for key, value in data.items():
            if key.startswith(HIDDEN):
                continue
            if isinstance(shape.key, Value) and shape.key.scalar.name == "id":
                yield _named(key, (*path, key), KEY)
            yield from _found(shape.value, value, (*path, key))


def _linked(prose: str, path: Path) -> Iterator[Written]:
    if "[[" not in prose and "[^" not in prose:
        return
    passage = Passage("", "", prose, path, None)
    for link in links_in(prose):
        file, _, id = link.target.rpartition("#")
        yield Written(id, file, path, LINK, inline=link, passage=passage)


def _named(text: str, path: Path, how: str) -> Written:
    file, _, id = text.strip().rpartition("#")
    return Written(id, file, path, how)
