"""The fast judge: builds model values from plain data by the models' own shapes, and gives up at the first doubt.

What it builds is sound; what it is unsure of goes to pydantic (validate.py), which judges again and explains. A test holds the two together.
"""

from collections.abc import Callable
from typing import Any

from briefing_tui.model.communication import ALL
from briefing_tui.model.shape import Choice, Many, Record, Shape, Table, Value, fields_of


class Unsure(Exception):
    """The data is not plainly sound."""


#: Builds the entries at a field: (shape, data, path) -> entries. The loader's business, since each entry stands or falls alone.
Entries = Callable[[Shape, Any, tuple[str | int, ...]], Any]


def build(model: type[Any], fields: dict[str, Any]) -> Any:
    """An instance of a frozen model from its attributes; defaults for what is not named. Nothing is checked."""
    made = object.__new__(model)
    put = object.__setattr__
    for field in fields_of(model).values():
        put(made, field.name, fields[field.name] if field.name in fields else field.default)
    return made


def attributes(model: type[Any], data: Any, path: tuple[str | int, ...], entries: Entries) -> dict[str, Any]:
    """The attributes of a model from its data. Raises Unsure at the first thing that is not plainly sound."""
    if data.__class__ is not dict:
        if data.__class__ is not str or not model.SHORT_FORM:
            raise Unsure
        data = {model.SHORT_FORM: data}
    fields = fields_of(model)
    found: dict[str, Any] = {}
    for key, value in data.items():
        field = fields.get(key)
        if field is None:
            if key[:2] == "x-" or key[:1] == "\0":
                continue
            raise Unsure
        if value is not None:
            found[field.name] = value_of(field.shape, value, (*path, key), entries)
    for field in fields.values():
        if field.required and field.name not in found:
            raise Unsure
    return found


def value_of(shape: Shape, data: Any, path: tuple[str | int, ...], entries: Entries) -> Any:
    if shape.__class__ is Value:
        try:
            return shape.scalar.convert(data)  # type: ignore[union-attr]
        except ValueError:
            raise Unsure from None
    if shape.__class__ is Choice:
        if data.__class__ is str and data in shape.values:  # type: ignore[union-attr]
            return data
        raise Unsure
    if isinstance(shape, Many):
        if isinstance(shape.item, Record) and (shape.item.is_entry or shape.item.either):
            return entries(shape, data, path)
        items = data if data.__class__ is list else (data,)
        return tuple([value_of(shape.item, item, (*path, n), entries) for n, item in enumerate(items)])
    if isinstance(shape, Table):
        return _table(shape, data, path, entries)
    assert isinstance(shape, Record)
    found = attributes(shape.model, data, path, entries)
    made = build(shape.model, found)
    return made


def _table(shape: Table, data: Any, path: tuple[str | int, ...], entries: Entries) -> dict[Any, Any]:
    if data.__class__ is not dict:
        if not shape.alone:
            raise Unsure
        return {ALL: value_of(shape.value, data, path, entries)}
    if None in data.values():
        raise Unsure
    none: Entries = entries
    return {
        value_of(shape.key, key, path, none): value_of(shape.value, value, (*path, key), entries) for key, value in data.items()
    }


def holds_entries(shape: Shape) -> bool:
    """Whether a field is filled by entries that stand alone."""
    return isinstance(shape, Many) and isinstance(shape.item, Record) and (shape.item.is_entry or shape.item.either is not None)
