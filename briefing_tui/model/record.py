"""The base of every model: frozen records whose unknown keys pydantic refuses."""

from collections.abc import Mapping
from typing import Any, ClassVar


class Record:
    """A model. Its fields are validated by pydantic through TypeAdapter; keys it does not name are an error."""

    __slots__ = ()
    __pydantic_config__: ClassVar[Mapping[str, Any]] = {"extra": "forbid"}
    #: The field a bare string stands for; empty where no bare string may stand for the record.
    SHORT_FORM: ClassVar[str] = ""
