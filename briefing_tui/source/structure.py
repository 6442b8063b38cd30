"""The fast judge: builds model values from plain data by the models' own shapes, and gives up at the first doubt.

What it builds is sound; what it is unsure of goes to pydantic (validate.py), which judges again and explains. A test
holds the two together.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from briefing_tui.model.communication import ALL
from briefing_tui.model.shape import Choice, Many, Record, Shape, Table, Value, fields_of
from briefing_tui.source.tree import HIDDEN, REFUSED, Path


class Unsure(ValueError):
    """The data is not plainly sound."""


#: Makes a model value of plain data. Raises ValueError, Unsure among them.
Convert = Callable[[Any], Any]

#: Builds the entries at a field: (shape, data, path) -> entries. The loader's business, since each entry stands or
#: falls alone.
Entries = Callable[[Many, Any, Path], tuple[Any, ...]]


#: Sets an attribute of a frozen instance: (instance, name, value).
put = object.__setattr__
_new = object.__new__


class Plan(NamedTuple):
    """How a model is built: by key, the attribute and how a value becomes one; fields of entries; what must be."""

    plain: dict[str, tuple[str, Convert]]
    nested: dict[str, tuple[str, Many]]
    required: tuple[str, ...]
    #: How a bare string becomes the one attribute it stands for; None where no bare string is enough.
    short: tuple[str, Convert] | None


_PLANS: dict[type[Any], Plan] = {}


def plan_of(model: type[Any]) -> Plan:
    """The plan of a model, made once."""
    plan = _PLANS.get(model)
    if plan is None:
        plain, nested = {}, {}
        for field in fields_of(model).values():
            if (many := entries_of(field.shape)) is not None:
                nested[field.key] = (field.name, many)
            else:
                plain[field.key] = (field.name, conversion(field.shape))
        required = tuple(field.key for field in fields_of(model).values() if field.required)
        short = plain.get(model.SHORT_FORM) if required in ((), (model.SHORT_FORM,)) else None
        plan = _PLANS[model] = Plan(plain, nested, required, short)
    return plan


def built(model: type[Any], data: Any, path: Path, entries: Entries) -> Any:
    """An instance of a model from its data. Raises ValueError at the first thing that is not plainly sound."""
    return _filled(model, _PLANS.get(model) or plan_of(model), data, path, entries)


def _filled(model: type[Any], plan: Plan, data: Any, path: Path, entries: Entries) -> Any:
    plain, nested, required, short = plan
    made = _new(model)
    if data.__class__ is not dict:
        if data.__class__ is not str or short is None:
            raise Unsure
        name, convert = short
        put(made, name, convert(data))
        return made
    for key, value in data.items():
        known = plain.get(key)
        if known is not None:
            if value is not None:
                put(made, known[0], known[1](value))
        elif key in nested:
            if value is not None:
                name, shape = nested[key]
                put(made, name, entries(shape, value, (*path, key)))
        elif not is_ours(key, value):
            raise Unsure
    for key in required:
        if data.get(key) is None:
            raise Unsure
    return made


def is_ours(key: str, value: Any) -> bool:
    """Whether a key that the model lacks may stand there all the same: the author's, or what hides nothing needed."""
    return key.startswith("x-") or (key.startswith(HIDDEN) and value is not REFUSED)


def entries_of(shape: Shape) -> Many | None:
    """The shape itself where it is filled by entries, each of which stands alone."""
    if isinstance(shape, Many) and isinstance(shape.item, Record) and (shape.item.is_entry or shape.item.either):
        return shape
    return None


def conversion(shape: Shape) -> Convert:
    """How a value of a shape that holds no entries is made."""
    if isinstance(shape, Value):
        return shape.scalar.convert
    if isinstance(shape, Choice):
        return _choosing(frozenset(shape.values))
    if isinstance(shape, Many):
        return _several(conversion(shape.item))
    if isinstance(shape, Table):
        return _tabled(conversion(shape.key), conversion(shape.value), shape.alone)
    return _recorded(shape.model)


def _choosing(values: frozenset[str]) -> Convert:
    def chosen(data: Any) -> str:
        if data.__class__ is str and data in values:
            return data
        raise Unsure

    return chosen


def _several(item: Convert) -> Convert:
    def items(data: Any) -> tuple[Any, ...]:
        if data.__class__ is list:
            return tuple([item(one) for one in data])
        return (item(data),)

    return items


def _tabled(key: Convert, value: Convert, alone: bool) -> Convert:
    def table(data: Any) -> dict[Any, Any]:
        if data.__class__ is dict:
            return {
                key(name): value(one) for name, one in data.items() if not name.startswith(HIDDEN) or one is REFUSED
            }
        if alone and data.__class__ is str:
            return {ALL: value(data)}
        raise Unsure

    return table


def _recorded(model: type[Any]) -> Convert:
    # A model may hold itself: its plan is made when the first is built.
    def record(data: Any) -> Any:
        plan = _PLANS.get(model) or plan_of(model)
        # Most records of a briefing are references in their short form, an id alone.
        if data.__class__ is str and plan.short is not None:
            name, convert = plan.short
            made = _new(model)
            put(made, name, convert(data))
            return made
        return _filled(model, plan, data, (), _no_entries)

    return record


def _no_entries(shape: Shape, data: Any, path: Path) -> tuple[Any, ...]:
    raise Unsure
