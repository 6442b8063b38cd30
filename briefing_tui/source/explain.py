"""Why an entry or a part is not sound: asks pydantic, and lets each mistake be told once.

How it is told stands in objections.py.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from briefing_tui.model.communication import ALL
from briefing_tui.model.entry import Entry
from briefing_tui.model.shape import Field, Many, Record, Shape, Table, Value, fields_of
from briefing_tui.source.codes import finding
from briefing_tui.source.diagnostic import Diagnostic, shown
from briefing_tui.source.keys import key_meant, missing_key
from briefing_tui.source.objections import UNKNOWN, Place, problem, text_made_mapping, wrong_shape
from briefing_tui.source.structure import Entries, entries_of
from briefing_tui.source.tree import HIDDEN, REFUSED, Path, Tree
from briefing_tui.source.validate import Objection, judged
from briefing_tui.source.wanted import is_nothing

#: What is judged of one list, and told of one entry: a list that is longer and not sound is not a list anybody wrote.
_MOST = 1000


class _HoldsRefusedError(Exception):
    """Something in the data was refused before: what holds it is left out without another finding."""


def entry_problems(
    tree: Tree, model: type[Any], id: str, data: Any, path: Path, entries: Entries
) -> tuple[list[Diagnostic], Any]:
    """What is wrong with an entry, and None; or, where pydantic finds nothing wrong, the entry."""
    try:
        lifted = _lifted_record(model, data, path, entries)
    except _HoldsRefusedError:
        return [], None
    if not isinstance(lifted, dict):
        return [wrong_shape(tree, path, Record(model), data)], None
    if (slip := text_made_mapping(tree, path, model, data)) is not None:
        return [slip], None
    made, objections = judged(model, lifted)
    if made is not None:
        return ([_too_long(tree, path)], None) if _is_cut(data) else ([], made)
    kind = "reference" if not issubclass(model, Entry) else model.KIND
    name = f"{kind} “{shown(id)}”" if issubclass(model, Entry) and "." not in id else f"this {kind}"
    return list(_told(tree, model, objections, path, name)), None


def part_problems(
    tree: Tree, model: type[Any], judge: type[Any], data: dict[str, Any], path: Path, missing: list[Field]
) -> list[Diagnostic]:
    """What is wrong with some plain fields of a part. The header is judged without the parts it holds: `judge`."""
    lifted = {}
    for key, value in islice(data.items(), _MOST):
        try:
            lifted.update(_lifted_record(judge, {key: value}, path, _no_entries))
        except _HoldsRefusedError:
            continue
    name = str(path[-1]) if path else "the briefing"
    _, objections = judged(judge, lifted)
    # Only some of the fields were shown to the judge: what is missing is known already.
    shown_fields = [
        objection for objection in objections if not (objection.type == "missing" and len(objection.where) == 1)
    ]
    found = list(_told(tree, model, shown_fields, path, name))
    meant = {key_meant(key, model) for key in islice(data, _MOST) if key not in fields_of(model)}
    return [*found, *(missing_key(tree, path, field, name) for field in missing if field.key not in meant)]


def _told(tree: Tree, model: type[Any], objections: Iterable[Objection], path: Path, name: str) -> Iterator[Diagnostic]:
    """Each objection at its place; what only follows from another, or from lines that were struck out, is not told."""
    places = [(objection, Place.of(tree, model, path, objection)) for objection in islice(objections, _MOST)]
    unknown = {place.path[:-1] for objection, place in places if objection.type == "unexpected_keyword_argument"}
    meant = {
        (place.path[:-1], key_meant(str(place.path[-1]), place.holder.model))
        for objection, place in places
        if objection.type == "unexpected_keyword_argument" and place.holder is not None
    }
    done: set[tuple[Path, bool]] = set()
    for objection, place in places:
        if objection.type == "missing" and place.data is None:
            holder = tree.value(place.path[:-1])
            alone = isinstance(holder, dict) and len(holder) == 1 and place.path[:-1] in unknown
            if alone or id(holder) in tree.incomplete or (place.path[:-1], place.path[-1]) in meant:
                continue
        if (place.path, place.in_key) not in done:
            done.add((place.path, place.in_key))
            inner = next((step for step in reversed(place.path[len(path) : -1]) if isinstance(step, str)), None)
            found = problem(tree, objection, place, name if inner is None else f"“{shown(inner)}” of {name}")
            if found is not None:
                yield found


def _lifted_record(model: type[Any], data: Any, path: Path, entries: Entries) -> Any:
    """Data as pydantic takes it: short forms written out, attribute names for keys, entries already built."""
    if data is REFUSED:
        raise _HoldsRefusedError
    if isinstance(data, str) and model.SHORT_FORM:
        data = {model.SHORT_FORM: data}
    if not isinstance(data, dict):
        return data
    fields = fields_of(model)
    lifted: dict[str, Any] = {}
    unknown = 0
    for key, value in data.items():
        if key.startswith(HIDDEN) and value is REFUSED:
            raise _HoldsRefusedError
        if key.startswith(("x-", HIDDEN)):
            continue
        field = fields.get(key)
        if field is None:
            unknown += 1
            if unknown <= _MOST:
                lifted[UNKNOWN + key] = None
        elif not is_nothing(value):
            lifted[field.name] = _lifted(field.shape, value, (*path, key), entries)
    return lifted


def _lifted(shape: Shape, data: Any, path: Path, entries: Entries) -> Any:
    if data is REFUSED:
        raise _HoldsRefusedError
    if (many := entries_of(shape)) is not None:
        return entries(many, data, path)
    if isinstance(shape, Many):
        items = data[:_MOST] if isinstance(data, list) else [data]
        return [_lifted(shape.item, item, (*path, n), entries) for n, item in enumerate(items)]
    if isinstance(shape, Table):
        if isinstance(data, dict):
            return _lifted_table(shape, data, path, entries)
        return {ALL: data} if shape.alone and isinstance(data, str) else data
    if isinstance(shape, Record):
        return _lifted_record(shape.model, data, path, entries)
    if isinstance(shape, Value) and isinstance(data, list) and REFUSED in data:
        raise _HoldsRefusedError
    return data.strip() if isinstance(data, str) else data


def _lifted_table(shape: Table, data: dict[str, Any], path: Path, entries: Entries) -> dict[str, Any]:
    lifted = {}
    for key, value in islice(data.items(), _MOST):
        if key.startswith(HIDDEN):
            if value is REFUSED:
                raise _HoldsRefusedError
            continue
        lifted[key] = _lifted(shape.value, value, (*path, key), entries)
    return lifted


def _no_entries(shape: Shape, data: Any, path: Path) -> tuple[Any, ...]:
    return ()


def _is_cut(data: Any) -> bool:
    """Whether a list in it was too long to be judged whole."""
    if isinstance(data, dict):
        return len(data) > _MOST or any(map(_is_cut, data.values()))
    return isinstance(data, list) and (len(data) > _MOST or any(map(_is_cut, data)))


def _too_long(tree: Tree, path: Path) -> Diagnostic:
    what = f"This holds a list or mapping of more than {_MOST} items, and not all of them are sound"
    return finding("M304", tree.extent(path, key=True), what, "Split it into several entries")
