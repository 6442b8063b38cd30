import asyncio
import random
from pathlib import Path

import pytest

pytest.importorskip("nats")

from briefing_tui.meeting import broker as rooms
from briefing_tui.meeting.address import Broker, broker_at
from briefing_tui.meeting.sharing import follow, present, speak
from briefing_tui.meeting.update import digest_of
from tests.meeting.rooms import DIGEST, FILE, Ear, Server, at, ended, lost, until


async def test_followers_hear_every_move_and_the_late_are_placed_at_once(room: Broker, file: Path) -> None:
    early, late = Ear(), Ear()
    first = follow(early, broker=room)
    talk = present(file, Ear(), name="Anna", broker=room)
    talk.publish(at("one"), DIGEST)
    await until(lambda: early.at == "one")
    talk.publish(at("two"), DIGEST)
    await until(lambda: early.at == "two")
    second = follow(late, broker=room)
    await until(lambda: late.at == "two")
    assert late.updates[0].position == at("two")
    assert second.driver == "Anna"
    assert second.newest is not None
    assert second.newest.digest == DIGEST
    assert not second.publish(at("three"), DIGEST)
    assert not second.drives
    assert any("Connected to 127.0.0.1" in words for words in early.notes)
    await ended(first, second, talk)


async def test_the_room_and_this_machine_hear_the_same(room: Broker, file: Path) -> None:
    here, there, second = Ear(), Ear(), Ear()
    talk = present(file, Ear(), name="Anna", broker=room)
    looking, far, speaking = follow(here, path=file), follow(there, broker=room), speak(file, second, name="Anna")
    talk.publish(at("one"), DIGEST)
    await until(lambda: here.at == there.at == second.at == "one")
    speaking.publish(at("two"), DIGEST)
    await until(lambda: here.at == there.at == "two")
    assert looking.driver == far.driver == "Anna"
    await ended(looking, far, speaking, talk)


async def test_a_second_presenter_in_the_room_is_told_asks_and_is_let(room: Broker, file: Path, tmp_path: Path) -> None:
    anna, ben, ear, here = Ear(), Ear(), Ear(), Ear()
    talk = present(file, anna, name="Anna", broker=room)
    talk.publish(at("one"), DIGEST)
    looking = follow(ear, broker=room)
    await until(lambda: ear.at == "one")
    copy = tmp_path / "copy.yaml"
    copy.write_bytes(FILE)
    other = present(copy, ben, name="Ben", broker=room)
    other.publish(at("ben"), DIGEST)
    beside = follow(here, path=copy)
    await until(lambda: ben.at == "one")
    assert ben.takers == ["Anna"]
    assert not other.drives
    assert other.driver == "Anna"
    await until(lambda: here.at == "one")
    assert ear.at == "one"
    assert talk.drives
    other.ask()
    await until(lambda: anna.questions == ["Ben"])
    talk.yield_to("Ben")
    await until(lambda: other.drives and not talk.drives)
    assert anna.takers == ["Ben"]
    other.publish(at("two"), DIGEST)
    await until(lambda: ear.at == anna.at == here.at == "two")
    assert looking.driver == "Ben"
    talk.take()
    assert talk.publish(at("three"), DIGEST)
    await until(lambda: ear.at == ben.at == here.at == "three")
    assert ben.takers == ["Anna", "Anna"]
    assert not other.drives
    await ended(beside, looking, other, talk)


async def test_nobody_is_let_who_has_not_asked(room: Broker, file: Path, tmp_path: Path) -> None:
    ben = Ear()
    talk = present(file, Ear(), name="Anna", broker=room)
    talk.publish(at("one"), DIGEST)
    other = present(tmp_path / "copy.yaml", ben, name="Ben", broker=room)
    await until(lambda: ben.at == "one" and not other.drives)
    talk.yield_to("Ben")
    talk.publish(at("two"), DIGEST)
    await until(lambda: ben.at == "two")
    assert talk.drives
    assert not other.drives
    await ended(other, talk)


async def test_two_who_take_over_at_once_settle_it(room: Broker, tmp_path: Path) -> None:
    ears = [Ear() for _ in range(4)]
    links = [present(tmp_path / f"{n}.yaml", ear, name=f"P{n}", broker=room) for n, ear in enumerate(ears)]
    ear = Ear()
    looking = follow(ear, broker=room)
    for n, link in enumerate(links):
        link.publish(at(n), DIGEST)
    await until(lambda: len({link.driver for link in links}) == 1)
    for round_ in range(5):
        for n, link in enumerate(links):
            link.take()
            link.publish(at(f"{round_}.{n}"), DIGEST)
        await until(lambda: [link.drives for link in links].count(True) == 1 and len({x.driver for x in links}) == 1)
        driver = next(n for n, link in enumerate(links) if link.drives)
        where = f"{round_}.{driver}"
        await until(lambda where=where: ear.at == where)
        assert all(ears[n].at == where for n in range(4) if n != driver)
    await ended(looking, *links)


async def test_a_broker_that_comes_later_is_found(file: Path) -> None:
    server = Server()
    room = broker_at(server.url, "flood")
    anna, ear, here = Ear(), Ear(), Ear()
    talk, looking, beside = (
        present(file, anna, name="Anna", broker=room),
        follow(ear, broker=room),
        follow(here, path=file),
    )
    await until(lambda: lost(anna) and lost(ear))
    assert len(lost(anna)) == 1
    talk.publish(at("one"), DIGEST)
    await until(lambda: here.at == "one")
    assert talk.drives
    with server:
        await until(lambda: ear.at == "one")
        await ended(looking, beside, talk)


async def test_a_talk_through_a_broker_that_dies_and_comes_back(server: Server, room: Broker, file: Path) -> None:
    anna, ear = Ear(), Ear()
    talk, looking = present(file, anna, name="Anna", broker=room), follow(ear, broker=room)
    talk.publish(at(0), DIGEST)
    await until(lambda: ear.at == 0)
    for n in range(1, 4):
        server.kill()
        talk.publish(at(n), DIGEST)
        assert talk.drives
        await until(lambda n=n: len(lost(anna)) == len(lost(ear)) == n)
        server.start()
        await until(lambda n=n: ear.at == n)
    assert [words for words in ear.notes if "Connected again" in words]
    await ended(looking, talk)


async def test_what_was_published_last_still_goes_out(room: Broker, file: Path) -> None:
    ear = Ear()
    talk, looking = present(file, Ear(), name="Anna", broker=room), follow(ear, broker=room)
    talk.publish(at("one"), DIGEST)
    await until(lambda: ear.at == "one")
    talk.publish(at("end"), DIGEST)
    await ended(talk)
    await until(lambda: ear.at == "end")
    await ended(looking)


async def test_the_file_is_fetched_and_verified(room: Broker, file: Path) -> None:
    content = random.Random(5).randbytes(3_000_000)
    ear = Ear()
    talk = present(file, Ear(), name="Anna", broker=room, offer=lambda: content)
    talk.publish(at("one"), digest_of(content))
    looking = follow(ear, broker=room)
    await until(lambda: ear.at == "one")
    assert looking.newest is not None
    assert await looking.fetch(looking.newest.digest) == content
    await ended(looking, talk)


async def test_a_file_goes_on_through_a_broker_that_dies(server: Server, room: Broker, file: Path) -> None:
    content = random.Random(6).randbytes(5_000_000)
    ear = Ear()
    talk = present(file, Ear(), name="Anna", broker=room, offer=lambda: content)
    talk.publish(at("one"), digest_of(content))
    looking = follow(ear, broker=room)
    await until(lambda: ear.at == "one")
    fetching = asyncio.ensure_future(looking.fetch(digest_of(content)))
    await asyncio.sleep(0.02)
    server.kill()
    server.start()
    assert await fetching == content
    await ended(looking, talk)


async def test_who_follows_an_empty_room_is_told(room: Broker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rooms, "QUIET", 0.1)
    ear = Ear()
    looking = follow(ear, broker=room)
    await until(lambda: rooms.EMPTY in ear.notes)
    await ended(looking)


async def test_rooms_are_apart(server: Server, room: Broker, file: Path) -> None:
    ear = Ear()
    looking = follow(ear, broker=broker_at(server.url, "drought"))
    talk = present(file, Ear(), name="Anna", broker=room)
    talk.publish(at("one"), DIGEST)
    near = Ear()
    beside = follow(near, broker=room)
    await until(lambda: near.at == "one")
    assert ear.updates == []
    await ended(looking, beside, talk)
