import asyncio
import os
import random
from pathlib import Path

import pytest

pytest.importorskip("nats")

from briefing_tui.meeting import broker as rooms
from briefing_tui.meeting.address import Broker
from briefing_tui.meeting.handing import KEPT, TOO_LARGE
from briefing_tui.meeting.link import CannotShareError
from briefing_tui.meeting.sharing import follow, present
from briefing_tui.meeting.update import Update, digest_of, encode, next_term, written
from tests.meeting.rooms import DIGEST, FILE, PATIENCE, Ear, Rude, Server, at, ended, garbage, lost, until


async def test_what_is_not_offered_is_not_sent(room: Broker, file: Path) -> None:
    ear = Ear()
    talk = present(file, Ear(), name="Anna", broker=room, offer=lambda: None)
    talk.publish(at("one"), DIGEST)
    looking = follow(ear, broker=room)
    await until(lambda: ear.at == "one")
    async with Rude(int(room.shown.rpartition(":")[2])) as listener:
        listener.write(b"SUB _INBOX.> 1\r\n")
        await listener.settled()
        with pytest.raises(CannotShareError, match=KEPT):
            await looking.fetch(DIGEST)
        assert FILE not in await listener.settled()
    await ended(looking, talk)


async def test_a_hundred_megabytes_harm_nobody(server: Server, room: Broker, file: Path) -> None:
    content = random.Random(7).randbytes(400_000)
    digest = digest_of(content)
    anna, ear = Ear(), Ear()
    talk = present(file, anna, name="Anna", broker=room, offer=lambda: content)
    talk.publish(at("one"), digest)
    looking = follow(ear, broker=room)
    await until(lambda: ear.at == "one")

    async def flood(rude: Rude) -> None:
        sent = 0
        while line := await rude.reader.readline():
            if not line.startswith(b"MSG "):
                continue
            _, _, _, inbox, size = line.split()
            await rude.reader.readexactly(int(size) + 2)
            head = {"kind": "piece", "digest": digest, "from": "e" * 16, "n": 0, "size": 100_000_000}
            rude.publish(inbox.decode(), encode(head) + b"x" * 60_000)
            rude.publish(inbox.decode(), encode(head | {"size": 4_000_000}) + b"x" * 60_000)
            while sent < 100:
                sent += 1
                rude.publish(inbox.decode(), b"x" * 1_000_000)
                await rude.writer.drain()

    async with Rude(server.port) as rude:
        rude.write(b"SUB briefing.flood.file 1\r\n")
        await rude.settled()
        flooding = asyncio.ensure_future(flood(rude))
        assert await looking.fetch(digest) == content
        talk.publish(at("two"), digest)
        await until(lambda: ear.at == "two")
        flooding.cancel()
        await asyncio.wait([flooding])
    assert not lost(anna, ear)
    await ended(looking, talk)


async def test_only_a_hundred_megabytes_are_refused_in_words(
    server: Server, room: Broker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing_tui.meeting.handing._NOTHING", 1.0)
    ear = Ear()
    looking = follow(ear, broker=room)
    await until(lambda: ear.notes)
    head = {"kind": "piece", "digest": DIGEST, "from": "e" * 16, "n": 0, "size": 100_000_000}
    async with Rude(server.port) as rude:
        rude.write(b"SUB briefing.flood.file 1\r\n")
        await rude.settled()
        fetching = asyncio.ensure_future(looking.fetch(DIGEST))
        line = b""
        while not line.startswith(b"MSG "):
            line = await asyncio.wait_for(rude.reader.readline(), PATIENCE)
        rude.publish(line.split()[3].decode(), encode(head) + b"x" * 60_000)
        with pytest.raises(CannotShareError, match="larger") as found:
            await fetching
        assert str(found.value) == TOO_LARGE
    await ended(looking)


async def test_garbage_on_every_subject_harms_nobody(server: Server, room: Broker, file: Path, tmp_path: Path) -> None:
    anna, ben, ear = Ear(), Ear(), Ear()
    talk = present(file, anna, name="Anna", broker=room)
    talk.publish(at("one"), DIGEST)
    looking = follow(ear, broker=room)
    await until(lambda: ear.at == "one")
    other = present(tmp_path / "copy.yaml", ben, name="Ben", broker=room)
    await until(lambda: ben.at == "one")
    subjects = [f"briefing.flood.{name}" for name in ("position", "now", "file", "ask", "yield")]
    replies = [b"", b"re\x0bply", b"re\xff\xfeply", b"briefing.flood.position", b"_INBOX.x", b"x" * 3_000]
    async with Rude(server.port) as rude:
        rude.write(b"SUB _INBOX.> 9\r\n")
        for subject in subjects:
            for content in [*garbage(), os.urandom(500), b'{"name":"\\u001b[31mEve"}', b'{"name":"Eve"}']:
                for reply in replies:
                    rude.publish(subject, content, reply)
            for headers in (b"NAT", b"NATS/1.0 \xff\xff\xff\r\n", b"NATS/1.0\r\n\xff: x\r\n\r\n", b""):
                rude.write(
                    b"HPUB %b %d %d\r\n%b\r\n" % (subject.encode(), len(headers), len(headers) + 2, headers + b"hi")
                )
            await rude.settled()
        talk.publish(at("two"), DIGEST)
        await until(lambda: ear.at == ben.at == "two")
    assert not lost(anna, ben, ear)
    assert talk.drives
    assert not other.drives
    assert anna.takers == []
    assert set(anna.questions) == {"␛[31mEve", "Eve"}
    await ended(looking, other, talk)


async def test_whoever_speaks_in_anothers_term_is_overruled(server: Server, room: Broker, file: Path) -> None:
    anna, ear = Ear(), Ear()
    talk = present(file, anna, name="Anna", broker=room)
    talk.publish(at("one"), DIGEST)
    looking = follow(ear, broker=room)
    await until(lambda: ear.at == "one")
    true = ear.updates[-1]
    async with Rude(server.port) as rude:
        forged = Update(true.term, true.seq + 1_000_000, "Anna", DIGEST, at("forged"))
        rude.publish("briefing.flood.position", encode(written(forged)))
        await rude.settled()
    await until(lambda: ear.at == "one" and looking.newest is not None and looking.newest.term > true.term)
    talk.publish(at("two"), DIGEST)
    await until(lambda: ear.at == "two")
    assert talk.drives
    await ended(looking, talk)


async def test_a_term_of_a_clock_that_was_ahead_does_not_outlive_its_talk(
    server: Server, room: Broker, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rooms, "LAPSE", 0.5)
    monkeypatch.setattr(rooms, "QUIET", 0.5)
    ear = Ear()
    looking = follow(ear, broker=room)
    ahead = Update(next_term(next_term(1 << 51)), 9, "Zoe", DIGEST, at("old"))
    await until(lambda: any("Connected" in words for words in ear.notes))
    async with Rude(server.port) as rude:
        rude.publish("briefing.flood.position", encode(written(ahead)))
        await rude.settled()
    await until(lambda: ear.at == "old")
    await until(lambda: any("Nothing comes from Zoe" in words for words in ear.notes))
    talk = present(file, Ear(), name="Anna", broker=room)
    talk.publish(at("new"), DIGEST)
    await until(lambda: ear.at == "new")
    assert looking.driver == "Anna"
    await ended(looking, talk)
