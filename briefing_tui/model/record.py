"""The base of every model: frozen records whose unknown keys pydantic refuses.

`model` makes a stdlib dataclass without the methods that dataclasses compile, which for thirty models cost a tenth of
the program's start. Record has them once.
"""

import dataclasses
from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar, dataclass_transform

T = TypeVar("T")


class Record:
    """A model. Its fields are validated by pydantic through TypeAdapter; keys it does not name are an error.

    Defaults are attributes of the class; an instance holds what it was given.
    """

    __pydantic_config__: ClassVar[Mapping[str, Any]] = {"extra": "forbid"}
    #: The field a bare string stands for; empty where no bare string may stand for the record.
    SHORT_FORM: ClassVar[str] = ""

    def __init__(self, **fields: Any) -> None:
        known = {field.name: field.default for field in dataclasses.fields(self)}  # type: ignore[arg-type]
        if unknown := fields.keys() - known.keys():
            raise TypeError(f"{type(self).__name__} has no {', '.join(sorted(unknown))}")
        missing = [name for name, default in known.items() if default is dataclasses.MISSING and name not in fields]
        if missing:
            raise TypeError(f"{type(self).__name__} lacks {', '.join(missing)}")
        self.__dict__.update(fields)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        names = [field.name for field in dataclasses.fields(self)]  # type: ignore[arg-type]
        return all(getattr(self, name) == getattr(other, name) for name in names)

    def __hash__(self) -> int:
        return hash((type(self).__name__, getattr(self, "id", ""), getattr(self, "ref", "")))

    def __repr__(self) -> str:
        given = ", ".join(f"{name}={value!r}" for name, value in self.__dict__.items())
        return f"{type(self).__name__}({given})"

    def __setattr__(self, name: str, value: Any) -> None:
        raise dataclasses.FrozenInstanceError(f"{type(self).__name__}.{name} is not to be changed")

    def __delattr__(self, name: str) -> None:
        raise dataclasses.FrozenInstanceError(f"{type(self).__name__}.{name} is not to be changed")


@dataclass_transform(kw_only_default=True, frozen_default=True)
def model(cls: type[T]) -> type[T]:
    """Makes a dataclass of a Record's subclass."""
    return dataclasses.dataclass(init=False, repr=False, eq=False, match_args=False)(cls)
