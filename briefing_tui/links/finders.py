"""Where references and prose stand in each model, compiled once from its shape. Knows no id and no file."""

from collections.abc import Callable
from typing import Any

from briefing_tui.links.index import Found, Passage, Path, Reference
from briefing_tui.model.actor import Actor
from briefing_tui.model.briefing import Ask, Briefing
from briefing_tui.model.communication import ALL
from briefing_tui.model.entry import Entry
from briefing_tui.model.outlook import Outlook
from briefing_tui.model.reference import Cite, Ref
from briefing_tui.model.scalar import PROSE
from briefing_tui.model.shape import Many, Record, Shape, Table, Value, fields_of
from briefing_tui.model.situation import Situation

Finder = Callable[[Found, Any, Path], None]

_COMPILED: dict[type[Any], list[tuple[str, str, Finder]]] = {}

#: The parts of a briefing that are read as places of their own; everything else that is in no entry is the header's.
_PARTS = {"situation": Situation, "outlook": Outlook}

#: The summary is what the outlook says.
_PART_NAMES = {"summary": "outlook"}

#: Names another file, not an entry of this one.
_ELSEWHERE = "supersedes"


def find_all(briefing: Briefing, references: list[Reference], passages: list[Passage]) -> None:
    """Puts every reference and every prose field of a briefing into the two lists, the parts' before the entries'."""
    header = Found("header", briefing, references, passages)
    for name, key, find in _fields(Briefing):
        if key not in _PARTS and key != _ELSEWHERE:
            _find(header, briefing, name, (key,), find)
    for n, step in enumerate(briefing.running_order):
        header.typed(step.show, "running_order", ("running_order", n, "show"), ())
    for part, model in _PARTS.items():
        holder = getattr(briefing, part)
        for name, key, find in _fields(model):
            source = _PART_NAMES.get(key, key.replace("_", "-"))
            _find(Found(source, briefing, references, passages), holder, name, (part, key), find)
    for id, entry in briefing.entries.items():
        found = Found(id, entry, references, passages)
        for name, key, find in _fields(entry.__class__):
            value = getattr(entry, name)
            if value:
                find(found, value, (key,))
        if isinstance(entry, Ask) and entry.of and isinstance(briefing.entries.get(entry.of), Actor):
            found.typed(entry.of, "of", ("of",), ("actor",))


def _find(found: Found, holder: Any, name: str, path: Path, find: Finder) -> None:
    value = getattr(holder, name)
    if value:
        find(found, value, path)


def _fields(model: type[Any]) -> list[tuple[str, str, Finder]]:
    """The same for the fields of an entry or a part, compiled when it is first met."""
    found = _COMPILED.get(model)
    if found is None:
        found = _COMPILED[model] = _inner(model, "")
    return found


def _finder(shape: Shape, name: str) -> Finder | None:
    """What finds references and prose in a value of this shape, or None; `name` is the dotted field."""
    if isinstance(shape, Value):
        return _value_finder(shape, name)
    if isinstance(shape, Record):
        return _record_finder(shape, name)
    if isinstance(shape, Many):
        return _many_finder(shape, name)
    if isinstance(shape, Table):
        return _table_finder(shape, name)
    return None


def _value_finder(shape: Value, name: str) -> Finder | None:
    if shape.scalar is PROSE:
        return lambda found, value, path: found.prose(value, name, path)
    if shape.scalar.name == "id":
        kinds = shape.to.kinds if shape.to else ()
        return lambda found, value, path: found.typed(value, name, path, kinds)
    return None


def _record_finder(shape: Record, name: str) -> Finder | None:
    if shape.either is not None:
        return _either_finder(_reference_finder(shape.either, shape.to.kinds if shape.to else (), name))
    if shape.is_entry:
        # Entries are found by themselves: what they name is theirs, not that of the entry they stand in.
        return None
    if shape.model in (Ref, Cite):
        return _reference_finder(shape.model, shape.to.kinds if shape.to else (), name)
    return _inner_finder(shape.model, name)


def _inner(model: type[Any], name: str) -> list[tuple[str, str, Finder]]:
    """The fields of a record that may hold a reference or prose: attribute, key and what finds it there."""
    inner = []
    for key, field in fields_of(model).items():
        # The id of a reference is the reference itself.
        find = _finder(field.shape, f"{name}.{key}" if name else key) if key != "ref" else None
        if find is not None:
            inner.append((field.name, key, find))
    return inner


def _inner_finder(model: type[Any], name: str) -> Finder | None:
    inner = _inner(model, name)
    if not inner:
        return None

    def found_inside(found: Found, value: Any, path: Path) -> None:
        for attribute, key, find in inner:
            held = getattr(value, attribute)
            if held:
                find(found, held, (*path, key))

    return found_inside


def _reference_finder(model: type[Any], kinds: tuple[str, ...], name: str) -> Finder:
    inner = _inner(model, name)

    def reference(found: Found, value: Any, path: Path) -> None:
        found.references.append(
            Reference(found.source, value.ref, name, (*path, "ref"), value, None, kinds, None, found.holder)
        )
        for attribute, key, find in inner:
            held = getattr(value, attribute)
            if held:
                find(found, held, (*path, key))

    return reference


def _either_finder(reference: Finder) -> Finder:
    """Statements are entries of their own. Where a reference stands instead, the loader knows its place in the tree."""

    def either(found: Found, value: Any, path: Path) -> None:
        if not isinstance(value, Entry):
            reference(Found(found.source, value, found.references, found.passages), value, ())

    return either


def _many_finder(shape: Many, name: str) -> Finder | None:
    find = _finder(shape.item, name)
    if find is None:
        return None

    def each(found: Found, value: Any, path: Path) -> None:
        for n, item in enumerate(value):
            find(found, item, (*path, n))

    return each


def _table_finder(shape: Table, name: str) -> Finder | None:
    if isinstance(shape.key, Value) and shape.key.scalar.name == "id":
        kinds = shape.key.to.kinds if shape.key.to else ()

        def each_key(found: Found, value: Any, path: Path) -> None:
            for key in value:
                if key != ALL:
                    found.typed(key, name, (*path, key), kinds, in_key=True)

        return each_key
    if isinstance(shape.key, Value):
        plain = _finder(shape.value, name)
        inner: dict[str, Finder] = {}
    else:
        plain = None
        inner = {key: find for key in shape.key.values if (find := _finder(shape.value, f"{name}.{key}")) is not None}
    if plain is None and not inner:
        return None

    def each_value(found: Found, value: Any, path: Path) -> None:
        for key, item in value.items():
            find = plain or inner.get(key)
            if find is not None:
                find(found, item, (*path, key))

    return each_value
