"""What hostile peers of a talk say, and what a terminal is sent of it. By which way it comes, their tests know."""

import json
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from briefing_tui.library.start import Start
from briefing_tui.meeting.position import Position, position_data
from briefing_tui.meeting.update import digest_of
from briefing_tui.tui.screens.meeting import MeetingScreen
from tests.hostile.asked import SCREEN, asked
from tests.hostile.recorder import Walk, walking
from tests.hostile.stream import Grammar
from tests.hostile.texts import OWN
from tests.hostile.world import World

SIZE = (100, 30)
#: None so long that a message of it were too long to be looked at.
TEXTS = [text[:500] for text in OWN.values()]

#: Numbers as no screen would tell them; only the first are of no account.
_NUMBERS: tuple[float, ...] = (0.0, 5.0, 1e-300, 9_999_999, 1e10, 9e11, 1e12, -1.0, 10**30, 1e300)


def line(**message: object) -> bytes:
    """A message as a peer writes it."""
    return json.dumps(message).encode() + b"\n"


def places(keys: list[str], path: Path) -> Iterator[dict[str, Any]]:
    """Places in a talk: steps that are there and such as are not, with something looked up in each, at odd times."""
    digest = digest_of(path.read_bytes())
    for n, text in enumerate(TEXTS):
        stack = ({"pane": text, "entry": text, "view": text}, {"pane": "actors", "entry": "the-actor", text: [text]})
        key = text if n % 3 else keys[n % len(keys)]
        position = position_data(Position(key, n % len(keys), 1, stack))
        times = {
            name: _NUMBERS[n // each % len(_NUMBERS)]
            for name, each in (("started", 1), ("minutes", 3), ("in_step", 7), ("number", 9), ("shown", 11))
        }
        yield {"digest": digest, "position": {**position, **times, text: text}}


def keys_of_steps(walk: Walk) -> list[str]:
    """The steps of what is presented, where there is any on the screen."""
    screen = walk.app.screen
    assert isinstance(screen, MeetingScreen)
    return [stage.key for stage in screen.stages]


async def shown(
    start: Start, world: World, monkeypatch: pytest.MonkeyPatch, meet: Callable[[Walk], Awaitable[None]]
) -> list[str]:
    """What is wrong with what a terminal is sent while somebody meets others."""
    for variable, value in world.environment().items():
        monkeypatch.setenv(variable, value)
    async with walking(start, SIZE) as walk:
        await meet(walk)
    assert len(walk.data) > 5_000
    # What was sent was shown, as the text that it is.
    assert b"pwned" in walk.data
    return Grammar(asks=asked(SCREEN), size=SIZE).objections(walk.data)
