"""What the format wants at a place of a tree: the model's shapes, followed along a path. Judges nothing."""

from typing import Any

from briefing_tui.model.briefing import Briefing
from briefing_tui.model.entry import Statement
from briefing_tui.model.reference import ID_PATTERN
from briefing_tui.model.shape import Many, Record, Shape, Table, Value, fields_of
from briefing_tui.model.text import is_blank
from briefing_tui.source.tree import Path, Tree


def is_reference(data: Any) -> bool:
    """Whether a reference is meant where a statement could stand as well: an id alone, or a mapping with `ref`."""
    if isinstance(data, dict):
        return "ref" in data
    file, _, name = data.rpartition("#") if isinstance(data, str) else ("", "", "")
    return bool(ID_PATTERN.fullmatch(name)) and (not file or bool(ID_PATTERN.fullmatch(file)))


def is_loose(record: Record) -> bool:
    """Whether entries of a field may stand in a list, without ids."""
    return record.either is not None or issubclass(record.model, Statement)


def is_keyed(record: Record, data: Any) -> bool:
    """Whether data at a field of entries is a mapping from ids to them, and not a single one that stands for a list."""
    return isinstance(data, dict) and not (is_loose(record) and ("text" in data or "ref" in data))


def is_nothing(value: Any) -> bool:
    """Whether nothing is written there, or nothing that a reader would see."""
    return value is None or (isinstance(value, str) and is_blank(value))


def shape_at(tree: Tree, path: Path) -> Shape | None:
    """The shape of the value at a path; a short form has the shape of what it stands for.

    None where the format wants nothing.
    """
    shape: Shape | None = Record(Briefing)
    here = tree.root
    for step in path:
        if isinstance(shape, Many):
            item = shape.item
            shape = item
            if isinstance(here, list) or (isinstance(item, Record) and item.is_entry and is_keyed(item, here)):
                here = _child(here, step)
                continue
        if isinstance(shape, Record):
            model = shape.either if shape.either is not None and is_reference(here) else shape.model
            field = fields_of(model).get(str(step))
            shape = field.shape if field is not None else None
        elif isinstance(shape, Table):
            shape = shape.value
        if shape is None:
            return None
        here = _child(here, step)
    return _unfolded(shape, here)


def wants_text(shape: Shape | None) -> bool:
    """Whether words of the author's own stand there: a line or prose."""
    return isinstance(shape, Value) and shape.scalar.name in ("line", "prose")


def _unfolded(shape: Shape | None, data: Any) -> Shape | None:
    if isinstance(data, dict | list):
        return shape
    if isinstance(shape, Many):
        shape = shape.item
    while isinstance(shape, Record):
        model = shape.either if shape.either is not None and is_reference(data) else shape.model
        if not model.SHORT_FORM:
            return shape
        shape = fields_of(model)[model.SHORT_FORM].shape
    return shape


def _child(here: Any, step: str | int) -> Any:
    if isinstance(here, dict):
        return here.get(step)
    return here[step] if isinstance(here, list) and isinstance(step, int) and step < len(here) else None
