"""One more entry: the edits that put it into the section of its kind, written as its neighbours there are.

The section is made where it lacks, in the format's order. What an entry must have and nobody gave is a placeholder.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from briefing_tui.authoring.entry import BLOCK, NewEntry, inner_step, style_of
from briefing_tui.authoring.fields import Given, values_of, written_order
from briefing_tui.authoring.ids import OWN, written_ids
from briefing_tui.authoring.insertion import CannotInsertError, Holding, Item, insertion, step_of
from briefing_tui.authoring.naming import free_id, why_not
from briefing_tui.authoring.spelling import Written
from briefing_tui.authoring.wanted import HINTS, STAND_INS
from briefing_tui.model.briefing import Briefing
from briefing_tui.model.entry import Statement
from briefing_tui.model.kinds import Kind
from briefing_tui.model.outlook import Outlook
from briefing_tui.model.shape import fields_of
from briefing_tui.model.situation import Situation
from briefing_tui.source.diagnostic import Edit
from briefing_tui.source.load import Loaded
from briefing_tui.source.tree import Path, Tree

_PARTS: dict[Path, type[Any]] = {(): Briefing, ("situation",): Situation, ("outlook",): Outlook}

#: What an entry is known by, so that an id can be made of it.
_NAMES = ("short", "name", "title", "label", "text")


class CannotAddError(ValueError):
    """An entry cannot be added; why, in words for the author."""


class Added(NamedTuple):
    """The edits that add an entry, where it will stand in the tree, and the keys that are still to be written."""

    edits: list[Edit]
    path: Path
    open: tuple[str, ...]


def add_edits(loaded: Loaded, kind: Kind, id: str | None, given: Given, *, hints: bool = False) -> Added:
    """The edits that add an entry of a kind, with the fields given; its id is made of its name where none is given.

    With `hints`, comments say what else belongs into it. Raises CannotAddError.
    """
    tree = loaded.tree
    if tree.broken or not isinstance(tree.root, dict):
        raise CannotAddError(f"{loaded.name} is not YAML as it stands: mend that first")
    listed = _is_listed(tree, kind)
    if listed and id:
        raise CannotAddError(f"`{'.'.join(kind.path)}` is a list here: what stands in it has no id")
    try:
        values = values_of(kind.model, given)
    except ValueError as error:
        raise CannotAddError(str(error)) from None
    stand_ins = STAND_INS[kind.name]
    left = tuple(key for key in stand_ins if key not in values)
    known_by = next((str(values[name]) for name in _NAMES if name in values), "")
    values |= {key: stand_ins[key] for key in left}
    asked = {key: words for key, words in HINTS[kind.name].items() if key not in values or key in left} if hints else {}
    entry = NewEntry(
        key="" if listed else _id(loaded, kind, id, known_by),
        values=_in_order(kind, values),
        kind=kind,
        style=BLOCK if asked else style_of(tree, kind.path),
        step=inner_step(tree, kind.path),
        hints=asked,
    )
    try:
        edits = _placed(tree, kind.path, entry)
    except CannotInsertError as error:
        raise CannotAddError(str(error)) from None
    return Added(edits, (*kind.path, entry.key or len(tree.value(kind.path))), left)


def _in_order(kind: Kind, values: Mapping[str, Written]) -> dict[str, Written]:
    known = [key for key in written_order(kind.model) if key in values]
    return {key: values[key] for key in dict.fromkeys([*known, *values])}


def _placed(tree: Tree, path: Path, item: Item) -> list[Edit]:
    """The edits for an item under a path, of which the last keys may be missing."""
    order: Sequence[str] = ()
    while path:
        held = tree.value(path[:-1])
        if isinstance(held, dict) and path[-1] in held:
            break
        item, path = Holding(str(path[-1]), item, step_of(tree)), path[:-1]
        order = list(fields_of(_PARTS[path]))
    return insertion(tree, path, item, order)


def _is_listed(tree: Tree, kind: Kind) -> bool:
    """Whether the entries of a kind stand in a list, as statements may.

    Raises CannotAddError where there is something to which none can be added.
    """
    held = tree.value(kind.path)
    if not held:
        return False
    name = ".".join(kind.path)
    loose = issubclass(kind.model, Statement)
    if not isinstance(held, dict | list) or (loose and isinstance(held, dict) and "text" in held):
        raise CannotAddError(f"`{name}` is a single {kind.name} here: make it a mapping from ids first")
    if isinstance(held, list) and not loose:
        raise CannotAddError(f"`{name}` is a list here, and its entries want ids: make it a mapping first")
    return isinstance(held, list)


def _id(loaded: Loaded, kind: Kind, id: str | None, known_by: str) -> str:
    taken = {written.id for written in written_ids(loaded) if written.how == OWN}
    if id is None:
        return free_id(known_by, kind.name, taken)
    if why := why_not(id):
        raise CannotAddError(why)
    if id in taken:
        raise CannotAddError(f"{id} is the id of another entry already")
    return id
