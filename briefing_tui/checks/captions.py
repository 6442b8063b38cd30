"""Texts of one line: titles, names, labels, notes on references. Found by the models' shapes, as prose is in links.

`links.passages` holds prose alone, since nothing can be linked from a line. Whose words a line is, rules decide.
"""

from collections.abc import Iterator
from typing import Any

from briefing_tui.links.index import Passage, Path
from briefing_tui.model.briefing import Briefing
from briefing_tui.model.entry import Entry
from briefing_tui.model.scalar import LINE
from briefing_tui.model.shape import Many, Record, Shape, Table, Value, fields_of

#: A field that may hold lines: its attribute, its key, its dotted name and its shape.
_Row = tuple[str, str, str, Shape]

_ROWS: dict[tuple[type[Any], str], list[_Row]] = {}


def captions_of(briefing: Briefing) -> Iterator[Passage]:
    """Every text of one line, the header's first. `field` is dotted, as in `where.name`, without indexes."""
    yield from _found("header", briefing, briefing, "", ())
    for id, entry in briefing.entries.items():
        yield from _found(id, entry, entry, "", ())


def _found(source: str, holder: Any, thing: Any, name: str, path: Path) -> Iterator[Passage]:
    for attribute, key, dotted, shape in _rows(type(thing), name):
        value = getattr(thing, attribute)
        if value:
            yield from _in_value(source, holder, value, dotted, (*path, key), shape)


def _in_value(source: str, holder: Any, value: Any, name: str, path: Path, shape: Shape) -> Iterator[Passage]:
    if isinstance(shape, Value):
        yield Passage(source, name, value, path, holder)
    elif isinstance(shape, Many):
        for n, item in enumerate(value):
            yield from _in_value(source, holder, item, name, (*path, n), shape.item)
    elif isinstance(shape, Table):
        for key, item in value.items():
            yield from _in_value(source, holder, item, f"{name}.{key}", (*path, key), shape.value)
    elif isinstance(shape, Record) and shape.either is not None:
        # A statement is an entry of its own; of a reference in its place, the loader knows where it stands.
        if not isinstance(value, Entry):
            yield from _found(source, value, value, name, ())
    else:
        yield from _found(source, holder, value, name, path)


def _rows(model: type[Any], name: str) -> list[_Row]:
    """The fields of a model in which lines may stand."""
    known = _ROWS.get((model, name))
    if known is None:
        known = _ROWS[model, name] = [
            (field.name, key, f"{name}.{key}" if name else key, field.shape)
            for key, field in fields_of(model).items()
            if _may_hold(field.shape)
        ]
    return known


def _may_hold(shape: Shape) -> bool:
    if isinstance(shape, Value):
        return shape.scalar is LINE
    if isinstance(shape, Many):
        return _may_hold(shape.item)
    if isinstance(shape, Table):
        return _may_hold(shape.value)
    if not isinstance(shape, Record) or (shape.is_entry and shape.either is None):
        return False
    return any(_may_hold(field.shape) for field in fields_of(shape.either or shape.model).values())
