"""Nobody in a talk commands the terminals of the others: what is shown of what a hostile host or guest sends."""

import asyncio
import contextlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from briefing_tui.folders import made as made_folder
from briefing_tui.folders import runtime_folder
from briefing_tui.library.start import Start, Talk
from briefing_tui.meeting.position import Position, position_data
from briefing_tui.meeting.sockets import socket_of
from briefing_tui.meeting.update import digest_of
from briefing_tui.tui.screens.meeting import MeetingScreen
from tests.hostile.asked import SCREEN, asked
from tests.hostile.recorder import Walk, walking
from tests.hostile.stream import Grammar
from tests.hostile.texts import OWN
from tests.hostile.walks import ordered
from tests.hostile.world import World, made
from tests.meeting.rooms import until

SIZE = (100, 30)
#: None so long that a message of it were too long to be looked at.
TEXTS = [text[:500] for text in OWN.values()]


def line(**message: object) -> bytes:
    """A message as a peer writes it."""
    return json.dumps(message).encode() + b"\n"


def places(keys: list[str], path: Path) -> Iterator[dict[str, Any]]:
    """Places in a talk: steps that are there and such as are not, with something looked up in each."""
    digest = digest_of(path.read_bytes())
    for n, text in enumerate(TEXTS):
        stack = ({"pane": text, "entry": text, "view": text}, {"pane": "actors", "entry": "the-actor", text: [text]})
        key = text if n % 3 else keys[n % len(keys)]
        position = position_data(Position(key, n % len(keys), 1, stack, False, False, 0.0, 5.0, 1.0, ""))
        yield {"digest": digest, "position": {**position, text: text}}


def keys_of_steps(walk: Walk) -> list[str]:
    screen = walk.app.screen
    assert isinstance(screen, MeetingScreen)
    return [stage.key for stage in screen.stages]


async def shown(
    role: str, world: World, monkeypatch: pytest.MonkeyPatch, meet: Callable[[Walk, Path], Any]
) -> list[str]:
    """What is wrong with what a terminal is sent while somebody in that role meets others."""
    for variable, value in world.environment(COLORTERM="truecolor", TERM="xterm-256color").items():
        monkeypatch.setenv(variable, value)
    path = ordered(world)
    async with walking(Start(path=path, talk=Talk(role)), SIZE) as walk:  # type: ignore[arg-type]
        await meet(walk, path)
    assert len(walk.data) > 5_000
    # What was sent was shown, as the text that it is.
    assert b"pwned" in walk.data
    return Grammar(asks=asked(SCREEN), size=SIZE).objections(walk.data)


@pytest.mark.parametrize("role", ["follow", "speak"])
async def test_a_hostile_host(role: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    world = made(tmp_path / "world", TEXTS)
    met = []

    async def meet(walk: Walk, path: Path) -> None:
        keys = keys_of_steps(walk)

        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            met.append(json.loads(await reader.readline())["role"])
            talk = {"kind": "talk", "path": bytes(path).hex(), "title": TEXTS[0], "driver": TEXTS[1], "since": 1.0}
            for n, place in list(enumerate(places(keys, path)))[::6]:
                update = {"term": 2**40, "seq": n + 1, "driver": TEXTS[n], **place}
                at = {"update": update, "driver": TEXTS[n], "drives": n % 5 == 0, "own": False, "moves": 0}
                writer.write(line(**{**talk, "title": TEXTS[n], "driver": TEXTS[n]}) if n % 2 else line(**talk))
                writer.write(line(kind="asked", name=TEXTS[n]))
                writer.write(line(kind="at", **at))
                # What no JSON may hold, too.
                writer.write(TEXTS[n].encode("utf-8", "surrogatepass") + b"\n")
                await asyncio.sleep(0.004)
            met.append("all")
            with contextlib.suppress(OSError):
                await reader.read()
            writer.close()

        made_folder(runtime_folder())
        server = await asyncio.start_unix_server(serve, str(socket_of(path)))
        socket_of(path).chmod(0o600)
        try:
            await until(lambda: "all" in met)
            await walk.settle()
            await walk.press("question_mark", "escape", "o", "escape")
        finally:
            server.close()

    assert await shown(role, world, monkeypatch, meet) == []
    assert met[0] == role


async def test_hostile_guests(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    world = made(tmp_path / "world", TEXTS)
    told = []

    async def meet(walk: Walk, path: Path) -> None:
        keys = keys_of_steps(walk)
        await until(lambda: socket_of(path).exists())
        for n, place in list(enumerate(places(keys, path)))[::5]:
            reader, writer = await asyncio.open_unix_connection(str(socket_of(path)))
            writer.write(line(kind="hello", role="present", name=TEXTS[n]))
            writer.write(line(kind="ask") + line(kind="ask", name=TEXTS[n]))
            writer.write(TEXTS[n].encode("utf-8", "surrogatepass") + b"\n")
            if n % 4 == 0:
                writer.write(line(kind="take") + line(kind="move", moves=1, **place))
            if n % 8 == 0:
                writer.write(line(kind="yield", to=TEXTS[n]))
            told.append(await asyncio.wait_for(reader.readline(), 10))
            await walk.settle()
            writer.close()
            await walk.press(("space", "o", "escape", "N", "b", "b")[n % 6])

    assert await shown("present", world, monkeypatch, meet) == []
    assert len(told) >= len(TEXTS) // 5
