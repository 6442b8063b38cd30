"""Nobody in a talk commands the terminals of the others: what is shown of what a hostile host or guest sends."""

import asyncio
import contextlib
import json
from pathlib import Path

import pytest

from briefing_tui.folders import made as made_folder
from briefing_tui.folders import runtime_folder
from briefing_tui.library.start import Start, Talk
from briefing_tui.meeting.sockets import socket_of
from tests.hostile.peers import TEXTS, keys_of_steps, line, places, shown
from tests.hostile.recorder import Walk
from tests.hostile.walks import ordered
from tests.hostile.world import made
from tests.meeting.rooms import until


@pytest.mark.parametrize("role", ["follow", "speak"])
async def test_a_hostile_host(role: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    world = made(tmp_path / "world", TEXTS)
    path = ordered(world)
    met = []

    async def meet(walk: Walk) -> None:
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

    start = Start(path=path, talk=Talk(role))  # type: ignore[arg-type]
    assert await shown(start, world, monkeypatch, meet) == []
    assert met[0] == role


async def test_hostile_guests(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    world = made(tmp_path / "world", TEXTS)
    path = ordered(world)
    told = []

    async def meet(walk: Walk) -> None:
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

    assert await shown(Start(path=path, talk=Talk("present")), world, monkeypatch, meet) == []
    assert len(told) >= len(TEXTS) // 5
