"""What tests of faults share: what may fail in the program, found by walking its classes, and how to have it fail."""

import ast
import functools
import importlib
import inspect
import pkgutil
import sys
import textwrap
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import briefing_tui.tui
from briefing_tui.meeting.link import Heard
from briefing_tui.tui.views import VIEWS

#: What no record and no stream may hold: it stands for what a briefing says.
SECRET = "Zanzibar convoy leaves at dawn"

#: Faults as they come: with what was read in their message, or for want of something.
ERRORS: tuple[Callable[[], Exception], ...] = (
    lambda: RuntimeError(SECRET),
    lambda: KeyError(SECRET),
    MemoryError,
    lambda: RecursionError(SECRET),
    lambda: ExceptionGroup(SECRET, [ValueError(SECRET)]),
)

#: Methods that Textual, the list of commands or a link calls by their names.
_CALLED = (
    "on_", "_on_", "do_", "key_", "action_", "check_", "watch_", "_watch_", "validate_", "_validate_", "compute_",
    "_compute_", "render",
)  # fmt: skip
#: What the program's own classes have subclasses fill in.
_FILLED_IN = {"painted", "rows", "typed", "escape", "restyled"}
#: What takes something to call later.
_TAKERS = {
    "set_timer", "set_interval", "call_next", "call_later", "call_after_refresh", "add_reader", "run_worker",
    "push_screen", "before_end",
}  # fmt: skip
#: Where faults are kept in: what fails there itself is a test of its own.
_KEEPERS = ("briefing_tui.tui.guarded", "briefing_tui.tui.faults")
#: Where no screen is needed, or no terminal is.
_ELSEWHERE = {
    "briefing_tui.tui.picture": "takes pictures for the README, and ends by the first fault",
    "briefing_tui.tui.driver": "wants a terminal: tests/e2e/",
    "briefing_tui.tui.compositor": "writes for a terminal: what fails in it is a painting that came to nothing",
}

#: What documents are made by, beside the views: where it stands.
_MAKERS = (
    "briefing_tui.blocks.panes:pane_blocks",
    "briefing_tui.blocks.dossier:dossier_blocks",
    "briefing_tui.blocks.group:group_blocks",
    "briefing_tui.blocks.step:step_scene",
    "briefing_tui.tui.minutes:minutes_blocks",
    "briefing_tui.tui.speaker:speaker_blocks",
    "briefing_tui.tui.problems:problem_blocks",
    "briefing_tui.tui.problems:manual_blocks",
    "briefing_tui.blocks.changes:change_blocks",
    "briefing_tui.tui.screens.library:library_blocks",
    "briefing_tui.tui.screens.keys:keys_blocks",
    "briefing_tui.tui.bigheading:heading_drawing",
    "briefing_tui.tui.typeset:lay",
    "briefing_tui.tui.typeset:item_row",
    "briefing_tui.tui.typeset:item_stop",
)


class Target(NamedTuple):
    """Something that may fail: a method of a class, or a function of a module."""

    module: str
    owner: str
    name: str

    def __str__(self) -> str:
        return ".".join(filter(None, (self.module.removeprefix("briefing_tui."), self.owner, self.name)))


def _modules() -> Iterator[Any]:
    for found in pkgutil.walk_packages(briefing_tui.tui.__path__, "briefing_tui.tui."):
        yield importlib.import_module(found.name)


def classes() -> list[type]:
    """Every class of the program that is built on one of Textual's, with what is mixed into it."""
    mine = [
        value
        for module in _modules()
        for value in vars(module).values()
        if isinstance(value, type) and value.__module__ == module.__name__
    ]
    built = [kind for kind in mine if any(_is_theirs(base) for base in kind.__mro__)]
    mixed = {base for kind in built for base in kind.__mro__}
    return [kind for kind in mine if kind in mixed and kind.__module__ not in _ELSEWHERE]


def _is_theirs(kind: type) -> bool:
    return kind.__module__.partition(".")[0] in ("textual", "rich") and not issubclass(kind, tuple)


def _overridden(kinds: list[type]) -> set[tuple[type, str]]:
    """What stands in the place of something of Textual's, which therefore calls it."""
    theirs: dict[type, set[str]] = {}
    for kind in kinds:
        names = {name for base in kind.__mro__ if _is_theirs(base) for name in vars(base)}
        for base in kind.__mro__:
            theirs.setdefault(base, set()).update(names)
    return {(kind, name) for kind in kinds for name in vars(kind) if name in theirs.get(kind, ())}


def _called_back(kind: type) -> Iterator[str]:
    """The methods of `self` that a class hands to somebody who calls them later."""
    for node in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(kind)))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _TAKERS:
            for part in (*node.args, *(keyword.value for keyword in node.keywords)):
                for inner in ast.walk(part):
                    if isinstance(inner, ast.Attribute) and getattr(inner.value, "id", "") == "self":
                        yield inner.attr


def methods() -> list[Target]:
    """Every method that may fail by itself: handlers, commands, painting, what is called back, what links tell."""
    kinds = [kind for kind in classes() if kind.__module__ not in _KEEPERS]
    names = {name for kind in kinds for name in _called_back(kind)} | _FILLED_IN
    names |= {name for name in vars(Heard) if not name.startswith("_")}
    overridden = _overridden(kinds)
    return [
        Target(kind.__module__, kind.__qualname__, name)
        for kind in kinds
        for name, value in vars(kind).items()
        if inspect.isfunction(value)
        and (name in names or name.startswith(_CALLED) or (kind, name) in overridden or hasattr(value, "_textual_on"))
        and not _is_empty(value)
    ]


def keepers() -> list[Target]:
    """Every method of what keeps faults in."""
    return [
        Target(module, kind.__qualname__, name)
        for module in _KEEPERS
        for kind in vars(importlib.import_module(module)).values()
        if isinstance(kind, type) and kind.__module__ == module
        for name, value in vars(kind).items()
        if inspect.isfunction(value) and not _is_empty(value)
    ]


def _is_empty(function: Any) -> bool:
    """Whether a method has no body but its description: for others to fill in."""
    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(function))).body
    assert isinstance(tree, ast.FunctionDef | ast.AsyncFunctionDef)
    return all(isinstance(node, ast.Raise) or isinstance(getattr(node, "value", 0), ast.Constant) for node in tree.body)


def makers() -> list[Target]:
    """Every function that makes a document."""
    places = [f"briefing_tui.tui.views.{view.at}" for view in VIEWS if view.at] + list(_MAKERS)
    return [Target(module, "", name) for module, _, name in (place.partition(":") for place in dict.fromkeys(places))]


@contextmanager
def replaced(target: Target, make: Callable[[Any], Any]) -> Iterator[None]:
    """Puts something in the place of a method or a function, wherever it has been imported to."""
    module = importlib.import_module(target.module)
    if target.owner:
        kind = getattr(module, target.owner)
        was = kind.__dict__[target.name]
        setattr(kind, target.name, make(was))
        try:
            yield
        finally:
            setattr(kind, target.name, was)
        return
    was = getattr(module, target.name)
    now = make(was)
    held = [m for m in list(sys.modules.values()) if getattr(m, "__dict__", {}).get(target.name) is was]
    for holder in held:
        setattr(holder, target.name, now)
    try:
        yield
    finally:
        for holder in list(sys.modules.values()):
            if getattr(holder, "__dict__", {}).get(target.name) is now:
                setattr(holder, target.name, was)


def watched(note: Callable[[], None]) -> Callable[[Any], Any]:
    """Makes a function that notes each call of another."""

    def make(was: Any) -> Any:
        @functools.wraps(was)
        def call(*args: Any, **kwargs: Any) -> Any:
            note()
            return was(*args, **kwargs)

        return call

    return make


def failing(error: Callable[[], Exception], note: Callable[[], None]) -> Callable[[Any], Any]:
    """Makes a function that always fails in the place of another."""

    def make(was: Any) -> Any:
        if inspect.iscoroutinefunction(was):

            @functools.wraps(was)
            async def later(*args: Any, **kwargs: Any) -> Any:
                note()
                text = SECRET
                raise error() from ValueError(text)

            return later

        @functools.wraps(was)
        def call(*args: Any, **kwargs: Any) -> Any:
            note()
            text = SECRET
            raise error() from ValueError(text)

        return call

    return make
