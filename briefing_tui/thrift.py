"""What libraries make when they are imported and a start has no use for: put off until it is used, or left out.

Knows no library: whoever imports one says what of it is not needed.
"""

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from types import ModuleType
from typing import Any


class _Pattern:
    """A pattern that is compiled when something of it is first asked for."""

    def __init__(self, compiled: Callable[[], re.Pattern[str]]) -> None:
        self._compiled = cache(compiled)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._compiled(), name)


@contextmanager
def patterns_on_demand() -> Iterator[None]:
    """Has the modules that are imported meanwhile compile their regular expressions when they first use them.

    Only for modules that call the methods of a pattern: one that hands it to `re` itself would find it odd.
    """
    compile: Any = re.compile
    re.compile = lambda *given, **named: _Pattern(partial(compile, *given, **named))  # type: ignore[assignment]
    try:
        yield
    finally:
        re.compile = compile


class _Empty(ModuleType):
    """A module in which there is an empty class of any name."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        made = type(name, (), {"__module__": self.__name__})
        setattr(self, name, made)
        return made


@contextmanager
def left_out(name: str) -> Iterator[None]:
    """Has the modules that are imported meanwhile find empty classes where they would import a module's.

    Only for what they name and never use. The module itself can be imported after.
    """
    if name in sys.modules:
        yield
        return
    sys.modules[name] = _Empty(name)
    try:
        yield
    finally:
        del sys.modules[name]
