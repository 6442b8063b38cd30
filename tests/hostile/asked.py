"""What the program asks of a terminal by itself, learned from runs among plain words alone and kept in asked.txt.

`python -m tests.hostile.asked` learns it anew: look at what changed before it is committed.
"""

import asyncio
import os
import tempfile
from pathlib import Path

from tests.e2e.terminal import Terminal
from tests.hostile.calls import calls, said
from tests.hostile.forks import Forks
from tests.hostile.recorder import walking
from tests.hostile.stream import Grammar
from tests.hostile.walks import WALKS
from tests.hostile.world import PLAIN, made

#: What draws: a screen, once it is there; the screen on a real terminal, from the beginning to the end; commands.
SCREEN, TERMINAL, COMMAND = "screen", "terminal", "command"

_FILE = Path(__file__).with_name("asked.txt")
_HEAD = """\
# Everything that the program asks of a terminal by itself: what draws, and what it asks. Nothing else is let through.
# SGR: colours and weight; CSI H: a place within the screen. Learned by `python -m tests.hostile.asked`.
"""


def asked(by: str) -> frozenset[str]:
    """What is asked by what draws."""
    lines = [line.partition("\t") for line in _FILE.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    return frozenset(what for who, _, what in lines if who == by)


def learned(folder: Path) -> dict[str, Grammar]:
    """All of it, from runs in worlds made of plain words."""
    return {SCREEN: _screens(folder), TERMINAL: _terminal(folder), COMMAND: _commands(folder)}


def told(found: dict[str, Grammar]) -> str:
    """The file that says it."""
    return _HEAD + "".join(f"{by}\t{ask}\n" for by, grammar in found.items() for ask in sorted(grammar.asks))


def _screens(folder: Path) -> Grammar:
    grammar = Grammar()
    for number, way in enumerate(WALKS.values()):
        world = made(folder / f"screens-{number}", PLAIN)
        os.environ.update(world.environment(COLORTERM="truecolor", TERM="xterm-256color"))

        async def walked(way=way, world=world) -> bytes:  # type: ignore[no-untyped-def]
            async with walking(way.start(world), way.size) as walk:
                await way.walk(walk, world)
            return walk.data

        grammar.learn(asyncio.run(walked()), way.size)
    return grammar


def _terminal(folder: Path) -> Grammar:
    """What the driver adds to that: a short run with all that changes how a terminal is used."""
    world, size = made(folder / "terminal", PLAIN), (100, 30)
    with Terminal([str(world.full)], size, world.home, **world.environment()) as terminal:
        terminal.wait("Situation")
        for keys in ("2", "\r", "/x\r", "\x1b", ":", "\x1b", "q"):
            terminal.press(keys)
            terminal.settle()
        assert terminal.ended() == 0
    return Grammar(terminal.data, size=size)


def _commands(folder: Path) -> Grammar:
    world, grammar = made(folder / "commands", PLAIN), Grammar()
    with Forks(world.folder, world.environment()) as forks:
        for call in calls(world):
            for terminal in (call.terminal, ""):
                ended = said(forks, call, terminal)
                grammar.learn(ended.out)
                grammar.learn(ended.err)
    return grammar


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        _FILE.write_text(told(learned(Path(place))), encoding="utf-8")
