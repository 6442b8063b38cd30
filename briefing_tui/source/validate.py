"""The careful judge: pydantic over the models.

The only module that imports it, and only for data that is not plainly sound.
"""

from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError


class Objection(NamedTuple):
    """What pydantic holds against one value: where (attribute names, keys, indexes), its type, its words."""

    where: tuple[str | int, ...]
    type: str
    words: str


_ADAPTERS: dict[type[Any], TypeAdapter[Any]] = {}


def adapter(model: type[Any]) -> TypeAdapter[Any]:
    """The validator of a model, made once."""
    found = _ADAPTERS.get(model)
    if found is None:
        found = _ADAPTERS[model] = TypeAdapter(model)
    return found


def judged(model: type[Any], data: Any) -> tuple[Any, list[Objection]]:
    """An instance of the model, or None with every objection to the data (attribute names as keys)."""
    try:
        return adapter(model).validate_python(data), []
    except ValidationError as error:
        return None, [_objection(found) for found in error.errors(include_url=False, include_input=False)]


def _objection(found: Any) -> Objection:
    context = found.get("ctx") or {}
    words = context.get("error") or context.get("reason") or context.get("expected") or found["msg"]
    return Objection(tuple(found["loc"]), found["type"], str(words))
