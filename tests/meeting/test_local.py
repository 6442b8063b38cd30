import asyncio
import os
import socket
import stat
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from briefing_tui.folders import runtime_folder
from briefing_tui.meeting import guest as guests
from briefing_tui.meeting import local
from briefing_tui.meeting.link import CannotShareError
from briefing_tui.meeting.sharing import ALONE, follow, present, speak
from briefing_tui.meeting.sockets import running, socket_of
from briefing_tui.meeting.update import LONGEST, NOBODY, encode
from tests.meeting.rooms import DIGEST, FILE, Ear, at, ended, garbage, until

ROOT = Path(__file__).resolve().parents[2]


async def test_who_is_stuck_holds_up_nobody(file: Path) -> None:
    ear = Ear()
    talk, looking = present(file, Ear(), name="Anna"), follow(ear, path=file)
    stuck = socket.socket(socket.AF_UNIX)
    stuck.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    stuck.setblocking(False)
    stuck.connect(str(socket_of(file)))
    stuck.send(encode({"kind": "hello", "role": "follow", "name": "stuck"}))
    await until(lambda: talk.followers == 2)
    large = "x" * 10_000
    for n in range(300):
        talk.publish({"key": n, "large": large}, DIGEST)
        await asyncio.sleep(0)
    await until(lambda: ear.at == 299)
    # What waits for it is bounded, and when it reads again the newest is the last it is told.
    host = next(guest for guest in _guests(talk) if guest.name == "stuck")
    assert host.transport.get_write_buffer_size() < 200_000
    read = b""
    end = b'"key":299'

    def take() -> bool:
        nonlocal read
        try:
            read = (read + stuck.recv(1 << 20))[-50_000:]
        except BlockingIOError:
            return False
        return end in read

    await until(take)
    stuck.close()
    await ended(looking, talk)


def _guests(talk: Any) -> set[Any]:
    return talk._link.ports[0]._guests  # type: ignore[no-any-return]


PRESENT = """
import asyncio, sys
from briefing_tui.meeting.sharing import present
from tests.meeting.rooms import DIGEST, Ear, at

async def main():
    talk = present(sys.argv[1], Ear(), name="Anna")
    talk.publish(at("one"), DIGEST)
    await asyncio.sleep(60)

asyncio.run(main())
"""


async def test_a_presenter_that_was_killed_is_followed_again_when_it_is_back(file: Path) -> None:
    ear = Ear()
    looking = follow(ear, path=file)
    for n in range(2):
        process = await asyncio.create_subprocess_exec(sys.executable, "-c", PRESENT, str(file), cwd=ROOT)
        await until(lambda n=n: [update.position for update in ear.updates] == [at("one")] * (n + 1))
        process.kill()
        await process.wait()
        await until(lambda n=n: ear.notes.count(guests.ENDED) == n + 1)
        assert await asyncio.to_thread(running) == []
    assert ear.notes.count(guests.BACK) >= 1
    talk = present(file, Ear(), name="Ben")
    talk.publish(at("two"), DIGEST)
    await until(lambda: ear.at == "two")
    assert looking.driver == "Ben"
    await ended(looking, talk)


async def test_garbage_costs_the_connection_and_nothing_else(file: Path) -> None:
    ear = Ear()
    talk, looking = present(file, Ear(), name="Anna"), follow(ear, path=file)
    talk.publish(at("one"), DIGEST)
    await until(lambda: ear.at == "one")
    hellos = [b"", *(encode({"kind": "hello", "role": role, "name": "Eve"}) for role in ("speak", "present", "follow"))]
    for hello in hellos:
        for content in garbage():
            _, writer = await asyncio.open_unix_connection(socket_of(file))
            writer.write(hello + content + b"\n" + encode({"kind": "move", "moves": -1}) * 20)
            writer.write(content.replace(b"\n", b""))
            writer.close()
    endless, writer = await asyncio.open_unix_connection(socket_of(file))
    writer.write(b"x" * (3 * LONGEST))
    assert await endless.read() == b""
    writer.close()
    talk.publish(at("two"), DIGEST)
    await until(lambda: ear.at == "two" and len(_guests(talk)) == 1)
    assert talk.drives
    await ended(looking, talk)


async def test_a_thousand_bad_connections(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "_HELLO", 0.3)
    ear = Ear()
    talk = present(file, Ear(), name="Anna")
    talk.publish(at("one"), DIGEST)
    bad: list[socket.socket] = []

    def connect() -> None:
        for n in range(1_000):
            # Some say nothing, some never end their line, some talk nonsense; none of them leaves.
            one = socket.socket(socket.AF_UNIX)
            one.connect(str(socket_of(file)))
            bad.append(one)
            try:
                one.send((b"", b"x" * 1_000, b"nonsense\n")[n % 3])
            except OSError:
                continue

    thread = threading.Thread(target=connect)
    thread.start()
    most = 0
    while thread.is_alive():
        most = max(most, len(_guests(talk)))
        await asyncio.sleep(0.001)
    assert most <= 256
    looking = follow(ear, path=file)
    await until(lambda: ear.at == "one")
    talk.publish(at("two"), DIGEST)
    await until(lambda: ear.at == "two")
    await until(lambda: len(_guests(talk)) == 1)
    for one in bad:
        one.close()
    await ended(looking, talk)


async def test_a_screen_that_fails_breaks_no_link(file: Path) -> None:
    class Broken(Ear):
        def placed(self, update: object) -> None:
            super().placed(update)  # type: ignore[arg-type]
            raise RuntimeError("a bug")

    failures: list[Any] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: failures.append(context["exception"]))
    ear = Broken()
    talk, looking = present(file, Ear(), name="Anna"), follow(ear, path=file)
    talk.publish(at("one"), DIGEST)
    await until(lambda: ear.at == "one")
    talk.publish(at("two"), DIGEST)
    await until(lambda: ear.at == "two")
    assert {str(failure) for failure in failures} == {"a bug"}
    await ended(looking, talk)


async def test_a_place_that_is_too_long_is_not_told(file: Path) -> None:
    screen, second = Ear(), Ear()
    talk, speaking = present(file, screen, name="Anna"), speak(file, second, name="Anna")
    await until(lambda: speaking.drives)
    assert not talk.publish({"key": "x" * LONGEST}, DIGEST)
    assert not speaking.publish({"key": "x" * LONGEST}, DIGEST)
    assert "too long" in screen.notes[-1]
    assert "too long" in second.notes[-1]
    assert talk.publish(at("one"), DIGEST)
    await ended(speaking, talk)


async def test_without_a_socket_the_talk_goes_on(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = tmp_path / ("d" * 120)
    deep.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(deep))
    screen = Ear()
    talk = present(file, screen, name="Anna")
    assert talk.drives
    assert talk.publish(at("one"), DIGEST)
    await until(lambda: screen.notes == [ALONE])
    await ended(talk)


async def test_the_socket_is_this_users_alone_and_names_no_file(file: Path) -> None:
    talk = present(file, Ear(), name="Anna")
    place = socket_of(file)
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert stat.S_IMODE(runtime_folder().stat().st_mode) == 0o700
    assert "flood" not in place.name
    await ended(talk)
    assert not place.exists()


async def test_a_follower_on_this_machine_reads_the_file_itself(file: Path) -> None:
    ear = Ear()
    talk, looking = present(file, Ear(), name="Anna"), follow(ear, path=file)
    talk.publish(at("one"), DIGEST)
    await until(lambda: ear.at == "one")
    assert await looking.fetch(DIGEST) == FILE
    file.write_bytes(b"something else")
    with pytest.raises(CannotShareError, match="saved since"):
        await looking.fetch(DIGEST)
    file.unlink()
    os.mkfifo(file)
    with pytest.raises(CannotShareError):
        await looking.fetch(DIGEST)
    await ended(looking, talk)


async def test_what_runs_here_is_found(file: Path, tmp_path: Path) -> None:
    assert await asyncio.to_thread(running) == []
    odd = tmp_path / os.fsdecode(b"odd \xff\x1b[31m.yaml")
    odd.write_bytes(FILE)
    first = present(file, Ear(), name="Anna", title="The \x1b[31mflood")
    second = present(odd, Ear(), name="")
    second.publish(at("one"), DIGEST)
    await asyncio.sleep(0)
    found = {talk.path: talk for talk in await asyncio.to_thread(running)}
    assert set(found) == {file, odd}
    assert (found[file].title, found[file].driver) == ("The ␛[31mflood", "Anna")
    assert found[odd].driver == NOBODY
    await ended(first, second)
    assert await asyncio.to_thread(running) == []
