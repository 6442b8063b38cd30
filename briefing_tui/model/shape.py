"""The shape of each model, read once from its annotations: what the loader builds by and links are found by.

One algebra for all who walk the format (structurer, findings, links, schema): none keeps a list of fields of its own.
"""

import dataclasses
import inspect
import types
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin

from briefing_tui.model.communication import OneForAll
from briefing_tui.model.entry import Entry
from briefing_tui.model.reference import To
from briefing_tui.model.scalar import LINE, PROSE, Scalar
from briefing_tui.model.text import Cleaning


class Value(NamedTuple):
    """A scalar: `scalar.convert` makes the model value and raises ValueError."""

    scalar: Scalar
    to: To | None = None


class Choice(NamedTuple):
    """One of a vocabulary."""

    values: tuple[str, ...]


class Record(NamedTuple):
    """A mapping with fields of its own. `either` is the reference type that may stand in its place."""

    model: type[Any]
    either: type[Any] | None = None
    to: To | None = None

    @property
    def is_entry(self) -> bool:
        """Whether it stands or falls alone, and can bear an id."""
        return issubclass(self.model, Entry)


class Many(NamedTuple):
    """A list; one value stands for a list of one. Entries may also be keyed by id."""

    item: "Shape"


class Table(NamedTuple):
    """A mapping from a vocabulary or a name to a value. `alone` is whether one scalar may stand for it."""

    key: "Value | Choice"
    value: "Shape"
    alone: bool = False


Shape = Value | Choice | Record | Many | Table


class Field(NamedTuple):
    """One key of a mapping: as written (`key`), as an attribute (`name`)."""

    key: str
    name: str
    shape: Shape
    required: bool
    default: Any


#: Fields that the loader fills and no author writes.
_OURS = frozenset({"id", "entries", "omitted"})


_FIELDS: dict[type[Any], dict[str, Field]] = {}


def fields_of(model: type[Any]) -> dict[str, Field]:
    """The fields of a model by the key an author writes, in order. Not for the model's own bookkeeping."""
    found = _FIELDS.get(model)
    if found is None:
        found = _FIELDS[model] = _read_fields(model)
    return found


def _read_fields(model: type[Any]) -> dict[str, Field]:
    inherited: dict[str, Field] = {}
    for base in reversed(model.__mro__[1:]):
        if dataclasses.is_dataclass(base):
            inherited.update((field.name, field) for field in fields_of(base).values())
    own = inspect.get_annotations(model)
    found = {}
    for field in dataclasses.fields(model):
        key = field.name.rstrip("_")
        if field.name in own and field.name not in _OURS:
            required = field.default is dataclasses.MISSING
            default = None if required else field.default
            found[key] = Field(key, field.name, _shape(own[field.name], None), required, default)
        elif field.name in inherited:
            found[key] = inherited[field.name]
    return found


def _shape(hint: Any, to: To | None) -> Shape:
    """The shape an annotation stands for."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _union([arg for arg in get_args(hint) if arg is not type(None)], to)
    if hasattr(hint, "__metadata__"):
        return _annotated(hint, to)
    if origin is Literal:
        return Choice(get_args(hint))
    if origin is tuple:
        return Many(_shape(get_args(hint)[0], to))
    if origin is dict:
        key, value = get_args(hint)
        first = _shape(key, None)
        assert isinstance(first, Value | Choice)
        return Table(first, _shape(value, to))
    assert dataclasses.is_dataclass(hint), hint
    assert isinstance(hint, type)
    return Record(hint, to=to)


def _union(options: list[Any], to: To | None) -> Shape:
    if len(options) == 1:
        return _shape(options[0], to)
    model, reference = options
    return Record(model, either=reference, to=to)


def _annotated(hint: Any, to: To | None) -> Shape:
    alone = False
    # Nested annotations are flattened, so that the kinds may stand behind the scalar: they are read first.
    to = next((mark for mark in hint.__metadata__ if isinstance(mark, To)), to)
    for mark in hint.__metadata__:
        if isinstance(mark, OneForAll):
            alone = True
        elif isinstance(mark, Scalar):
            return Value(mark, to)
        elif isinstance(mark, Cleaning):
            return Value(LINE if mark.required else PROSE, to)
    inner = _shape(hint.__origin__, to)
    if alone and isinstance(inner, Table):
        assert isinstance(inner.key, Value)
        return Table(Value(inner.key.scalar, to), inner.value, alone=True)
    return inner
