"""A briefing in which every field of every model is filled, made from the models' own shapes."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from briefing_tui.blocks.scope import Scope
from briefing_tui.links.index import Links
from briefing_tui.model.briefing import Briefing
from briefing_tui.model.entry import Entry
from briefing_tui.model.kinds import KINDS
from briefing_tui.model.reference import Cite, Ref
from briefing_tui.model.shape import Choice, Many, Record, Shape, Table, Value, fields_of
from briefing_tui.source.load import load_text

Path = tuple[str | int, ...]

#: What stands for a scalar whose values cannot all be different.
_BOUND = {
    "credibility": "3",
    "yes or no": "yes",
    "tlp": "GREEN",
    "likelihood": "likely",
    "country": "AZ",
    "minutes": "7",
    "probability": ["61", "62"],
    "cameo": "14",
}


@dataclass
class Filling:
    """Plain data for a briefing. `markers` has what is to be found of each leaf that is told apart from all others."""

    data: dict[str, Any] = field(default_factory=dict)
    markers: dict[Path, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return written(self.data)


def filled() -> Filling:
    """Everything filled: one entry of each kind, every reference in full."""
    filling = Filling()
    filling.data = _record(filling, Briefing, ())
    return filling


def written(data: dict[str, Any]) -> str:
    """The data as a file would have it: JSON, which is YAML, with YAML's escapes for what may not stand in a file."""
    text = json.dumps(data, ensure_ascii=False, indent=1)
    return "".join([char if char.isprintable() or char == "\n" else f"\\U{ord(char):08x}" for char in text])


def loaded(data: dict[str, Any], notes: bool = False) -> Scope:
    """The briefing some plain data is; fails the test where it is not sound."""
    found = load_text(written(data), "filled")
    assert found.briefing is not None, found.diagnostics
    assert not found.briefing.omitted, found.diagnostics
    return Scope(found.briefing, Links(found.briefing), notes)


def leaves(data: Any, path: Path = ()) -> Iterator[Path]:
    """The paths of all scalars."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else None
    if items is None:
        yield path
        return
    for key, value in items:
        yield from leaves(value, (*path, key))


def _record(filling: Filling, model: type[Any], path: Path) -> dict[str, Any]:
    found = {}
    for key, held in fields_of(model).items():
        if model is Ref and key in ("by", "sources") and path.count("by") + path.count("sources") > 2:
            continue
        found[key] = _value(filling, held.shape, (*path, key))
    return found


def _value(filling: Filling, shape: Shape, path: Path) -> Any:
    if isinstance(shape, Value):
        return _scalar(filling, shape, path)
    if isinstance(shape, Choice):
        return shape.values[0]
    if isinstance(shape, Many):
        return _many(filling, shape, path)
    if isinstance(shape, Table):
        keys = shape.key.values if isinstance(shape.key, Choice) else [_scalar(filling, shape.key, (*path, "key"))]
        return {key: _value(filling, shape.value, (*path, key)) for key in keys}
    if shape.model in (Ref, Cite):
        made = _record(filling, shape.model, path)
        made["ref"] = _target(shape.to.kinds if shape.to else ("event",))
        return made
    return _record(filling, shape.model, path)


def _many(filling: Filling, shape: Many, path: Path) -> Any:
    item = shape.item
    if isinstance(item, Record) and item.is_entry:
        kind = next((kind for kind in KINDS if kind.path == path), None)
        if kind is not None:
            return {f"the-{kind.name}": _value(filling, item, (*path, f"the-{kind.name}"))}
        assert issubclass(item.model, Entry)
        made = [_record(filling, item.model, (*path, 0))]
        if item.either is not None:
            made.append(_record(filling, Ref, (*path, 1)) | {"ref": "the-statement"})
        return made
    return [_value(filling, item, (*path, 0))]


def _target(kinds: tuple[str, ...]) -> str:
    return f"the-{kinds[0]}"


def _scalar(filling: Filling, shape: Value, path: Path) -> Any:
    name = shape.scalar.name
    number = len(filling.markers)
    if name in _BOUND:
        return _BOUND[name]
    if name == "id":
        kinds = shape.to.kinds if shape.to else ("event",)
        return "earlier-briefing" if kinds == ("briefing",) else _target(kinds)
    if path[-1] == "show":
        return "the-event"
    if name == "time":
        marker = text = str(1000 + number)
    elif name == "address":
        marker, text = f"m{number}.example", f"https://m{number}.example/"
    else:
        marker = f"mark{number}x"
        text = f"The {marker} here" if name == "prose" else marker
    filling.markers[path] = marker
    return text


def loosely_loaded(data: dict[str, Any]) -> Scope:
    """The briefing some plain data is, whatever had to be left out of it."""
    found = load_text(written(data), "filled")
    assert found.briefing is not None, found.diagnostics
    return Scope(found.briefing, Links(found.briefing), notes=True)
