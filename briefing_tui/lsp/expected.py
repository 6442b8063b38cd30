"""What the format wants at a path: followed along the models' shapes by the keys alone, without any value read.

`source.wanted` does the same in a tree; here the text need not have one.
"""

from typing import Any, NamedTuple

from briefing_tui.model.actor import Actor
from briefing_tui.model.briefing import Ask, Briefing, Step
from briefing_tui.model.reference import To
from briefing_tui.model.shape import Field, Many, Record, Shape, Table, Value, fields_of
from briefing_tui.model.text import one_line
from briefing_tui.source.tree import Path

#: Lines in which an id may stand as well as other words: what of.
NAMING = {(Step, "show"): To(), (Ask, "of"): To(Actor.KIND)}


class Wanted(NamedTuple):
    """The shape of the value at a path, and the kinds of entry it may name: None where it names none, () for any.

    `holder` and `key` are the model and the field it is the value of, where it is one.
    """

    shape: Shape
    kinds: tuple[str, ...] | None = None
    holder: type[Any] | None = None
    key: str = ""

    @property
    def item(self) -> Shape:
        """The shape of one, where several may stand."""
        return self.shape.item if isinstance(self.shape, Many) else self.shape

    @property
    def value(self) -> Shape:
        """The shape of what may be written as a single word: what a short form stands for."""
        shape = self.item
        while isinstance(shape, Record) and shape.model.SHORT_FORM:
            shape = fields_of(shape.model)[shape.model.SHORT_FORM].shape
        return shape


def wanted_at(path: Path) -> Wanted | None:
    """What is wanted at a path; None where the format wants nothing."""
    here: Wanted | None = Wanted(Record(Briefing))
    for step in path:
        here = _inside(here, step)
        if here is None:
            return None
    return here


def keys_of(shape: Shape) -> dict[str, Field]:
    """The keys of a mapping of a shape, those of a reference that may stand in its place among them."""
    if not isinstance(shape, Record):
        return {}
    found = dict(fields_of(shape.model))
    if shape.either is not None:
        found |= {key: field for key, field in fields_of(shape.either).items() if key not in found}
    return found


def holds_entries(shape: Shape) -> bool:
    """Whether the keys of a mapping of a shape are ids."""
    return isinstance(shape, Many) and isinstance(shape.item, Record) and (shape.item.is_entry)


def entry_kind(path: Path) -> str:
    """The kind of entry that is kept in the mapping at a path, by id; empty where none is."""
    wanted = wanted_at(path)
    if wanted is None or not holds_entries(wanted.shape):
        return ""
    item = wanted.item
    return item.model.KIND if isinstance(item, Record) else ""


def _inside(here: Wanted | None, step: str | int) -> Wanted | None:
    if here is None:
        return None
    shape = here.shape
    if isinstance(shape, Many):
        item = here._replace(shape=shape.item, kinds=_kinds(shape.item))
        if isinstance(step, int) or (holds_entries(shape) and not _is_single(shape.item, step)):
            return item
        shape = shape.item
    if isinstance(shape, Record):
        field = keys_of(shape).get(str(step))
        if field is None:
            return None
        holder = shape.model if step in fields_of(shape.model) else shape.either
        kinds = _field_kinds(shape, field, holder)
        return Wanted(field.shape, kinds, holder, field.key)
    if isinstance(shape, Table):
        return Wanted(shape.value, _kinds(shape.value), here.holder, here.key)
    # One value that stands for a list of one.
    return here if step == 0 else None


def _field_kinds(shape: Record, field: Field, holder: type[Any] | None) -> tuple[str, ...] | None:
    if holder is not None and (named := NAMING.get((holder, field.key))) is not None:
        return named.kinds
    if field.key == "ref":
        return shape.to.kinds if shape.to else ()
    return _kinds(field.shape)


def _kinds(shape: Shape) -> tuple[str, ...] | None:
    """The kinds of entry that a value of a shape may name."""
    if isinstance(shape, Many):
        return _kinds(shape.item)
    if isinstance(shape, Value) and shape.scalar.name == "id":
        return shape.to.kinds if shape.to else ()
    if isinstance(shape, Record):
        if shape.either is not None or shape.model.SHORT_FORM == "ref":
            return shape.to.kinds if shape.to else ()
        named = NAMING.get((shape.model, shape.model.SHORT_FORM))
        return named.kinds if named is not None and not shape.is_entry else None
    return None


def _is_single(item: Shape, step: str) -> bool:
    """Whether a key under entries is a field of a single one that stands for a list, and no id."""
    if not isinstance(item, Record) or (item.either is None and item.model.SHORT_FORM != "text"):
        return False
    return one_line(step) in ("text", "ref")
