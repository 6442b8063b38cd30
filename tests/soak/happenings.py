"""What may happen to an app: keys, the mouse, pastes, other sizes, in any order. The same for the same seed."""

from random import Random
from typing import NamedTuple

from textual import events
from textual.keys import Keys

from briefing_tui.tui.commands import COMMANDS

#: What leaves the screen for where it was opened from, and in the end the program.
_LEAVING = ("quit", "interrupt")
#: What leads to another program.
_ELSEWHERE = ("edit",)

SIZES = (
    (1, 1), (1, 24), (2, 40), (10, 3), (24, 8), (30, 6), (40, 14), (60, 20), (80, 24), (80, 24), (100, 30), (120, 36),
    (120, 36), (80, 300), (300, 100), (1000, 300),
)  # fmt: skip

_PASTES = ("the town", "https://example.org/\nsecond line", "水" * 300, "\x1b[31mred\x07", "", "q\nq\nq\n", "x" * 5_000)

_MOUSE = (
    events.MouseMove, events.MouseMove, events.MouseDown, events.MouseUp, events.MouseScrollDown, events.MouseScrollUp,
    events.Click,
)  # fmt: skip


def _keys(*, of: tuple[str, ...] = (), without: tuple[str, ...] = ()) -> list[str]:
    """The keys of commands, in any mode."""
    return sorted(
        {
            part
            for command in COMMANDS
            if (command.id in of if of else command.id not in without)
            for keys in command.keys.values()
            for key in keys
            for part in key.split(" ")
        }
    )


LEAVING = _keys(of=_LEAVING)
_HELD_BACK = {*LEAVING, *_keys(of=_ELSEWHERE)}
#: Every key that does something, twice; every key there is, and letters, as they are typed into a prompt.
KEYS = [
    key
    for key in (
        *(key for key in _keys(without=(*_LEAVING, *_ELSEWHERE)) for _ in range(2)),
        *("down", "right", "enter", "escape", "escape", "tab", "backspace") * 3,
        *(key.value for key in Keys if "<" not in key.value),
        *"abcdghijklmnoprstuvwxyzäß水0123456789",
    )
    if key not in _HELD_BACK
]


class Happening(NamedTuple):
    """One thing that happens. Of the mouse, `x` and `y` are thousandths of the screen; of a size, columns and rows."""

    what: str
    which: str = ""
    x: int = 0
    y: int = 0


def happenings(seed: int, many: int) -> list[Happening]:
    """So many of them."""
    chance = Random(seed)
    return [_happening(chance) for _ in range(many)]


def _happening(chance: Random) -> Happening:
    share = chance.random()
    if share < 0.76:
        return Happening("key", chance.choice(KEYS))
    if share < 0.94:
        # What was clicked is often clicked again.
        x, y = (chance.randrange(0, 1000, 100) if chance.random() < 0.3 else chance.randrange(1000) for _ in "xy")
        return Happening("mouse", chance.choice(_MOUSE).__name__, x, y)
    if share < 0.965:
        return Happening("size", "", *chance.choice(SIZES))
    if share < 0.975:
        return Happening("paste", chance.choice(_PASTES))
    if share < 0.995:
        return Happening("wait")
    return Happening("leave", chance.choice(LEAVING))
