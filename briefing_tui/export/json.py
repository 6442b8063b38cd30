"""A briefing as JSON with the keys of the format, which is YAML too: what is written here can be opened again."""

import json
from typing import Any

from briefing_tui.blocks.scope import Scope
from briefing_tui.model.briefing import Briefing
from briefing_tui.model.communication import ALL
from briefing_tui.model.entry import Entry
from briefing_tui.model.reference import Cite, Ref
from briefing_tui.model.scalar import Band
from briefing_tui.model.shape import Many, Record, Shape, Table, fields_of
from briefing_tui.model.time import When


def json_of_briefing(scope: Scope) -> str:
    """The briefing as its author could have written it; speaker's notes only where the scope shows them."""
    data = _Plain(scope).record(Briefing, scope.briefing)
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


class _Plain:
    """Model values to plain data, by the models' shapes."""

    def __init__(self, scope: Scope) -> None:
        self._notes = scope.notes
        self._ids = scope.briefing.entries

    def record(self, model: type[Any], value: Any) -> dict[str, Any]:
        """The fields that are filled, under the keys an author writes."""
        found: dict[str, Any] = {}
        for key, field in fields_of(model).items():
            held = getattr(value, field.name)
            if held is None or held == () or (held == field.default and not field.required):
                continue
            if key != "notes" or self._notes:
                found[key] = self._value(field.shape, held)
        return found

    def _value(self, shape: Shape, value: Any) -> Any:
        if isinstance(shape, Record):
            return self._record(value)
        if isinstance(shape, Many):
            return self._many(shape, value)
        if isinstance(shape, Table):
            if shape.alone and ALL in value:
                return self._value(shape.value, value[ALL])
            return {key: self._value(shape.value, held) for key, held in value.items()}
        return _scalar(value)

    def _record(self, value: Any) -> Any:
        found = self.record(value.__class__, value)
        return found["ref"] if isinstance(value, Ref | Cite) and len(found) == 1 else found

    def _many(self, shape: Many, values: tuple[Any, ...]) -> Any:
        if any(isinstance(value, Entry) and value.keyed for value in values):
            return {self._key(value, n): self._told(value) for n, value in enumerate(values, 1)}
        return [self._value(shape.item, value) for value in values]

    def _told(self, value: Any) -> Any:
        """Under a key, a bare word would be read as a statement: a reference is written out."""
        return (
            {"ref": value.ref} | self.record(value.__class__, value) if isinstance(value, Ref) else self._record(value)
        )

    def _key(self, value: Any, number: int) -> str:
        """The id of an entry; for a reference among entries, which keeps none, one that nothing else bears."""
        if isinstance(value, Entry):
            return value.id
        while f"ref-{number}" in self._ids:
            number += len(self._ids)
        return f"ref-{number}"


def _scalar(value: Any) -> Any:
    if isinstance(value, When):
        return value.text
    if isinstance(value, Band):
        return _number(value.low) if value.low == value.high else [_number(value.low), _number(value.high)]
    return _number(value) if isinstance(value, float) else value


def _number(value: float) -> float | int:
    return int(value) if value.is_integer() else value
