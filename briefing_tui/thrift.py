"""What a start or a long piece of work has no use for: put off until it is used, or left out.

Knows no module: whoever imports a library says what of it is not needed.
"""

import gc
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from types import ModuleType
from typing import Any, cast


class _Pattern:
    """A pattern that is compiled when something of it is first asked for."""

    def __init__(self, compiled: Callable[[], re.Pattern[str]]) -> None:
        self._compiled = cache(compiled)

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._compiled(), name)
        # Found at once from now on: a method of a pattern does not change.
        setattr(self, name, found)
        return found


def expression(written: str, flags: int = 0) -> re.Pattern[str]:
    """A regular expression that is compiled when it is first used: most rules find nothing they must look closer at.

    It has a pattern's methods and is none: `re.sub(it, ...)` and the like would find it odd.
    """
    return cast("re.Pattern[str]", _Pattern(partial(re.compile, written, flags)))


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


@contextmanager
def uncollected() -> Iterator[None]:
    """Has nobody look for garbage meanwhile, where tens of thousands of small objects are made that all stay alive."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


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
