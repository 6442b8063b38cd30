import asyncio
import random
from pathlib import Path

import pytest

pytest.importorskip("nats")

from briefing_tui.meeting.address import broker_at
from briefing_tui.meeting.sharing import follow, present
from tests.meeting.rooms import DIGEST, FILE, Ear, Server, at, ended, until

MANY = 200


async def test_two_hundred_followers_none_diverges_when_the_broker_is_killed_and_restarted(tmp_path: Path) -> None:
    file, copy = tmp_path / "flood.yaml", tmp_path / "copy.yaml"
    for path in (file, copy):
        path.write_bytes(FILE)
    with Server() as server:
        room = broker_at(server.url, "flood")
        anna, ben, ears = Ear(), Ear(), [Ear() for _ in range(MANY)]
        talk = present(file, anna, name="Anna", broker=room)
        talk.publish(at("start"), DIGEST)
        looking = [follow(ear, broker=room) for ear in ears]
        await until(lambda: {ear.at for ear in ears} == {"start"})
        other = present(copy, ben, name="Ben", broker=room)
        await until(lambda: ben.at == "start")
        for n in range(40):
            talk.publish(at(n), DIGEST)
            await asyncio.sleep(0.002)
        server.kill()
        # While nobody hears the others, both move on: one goes ahead, one takes over.
        for n in range(40, 60):
            talk.publish(at(n), DIGEST)
        other.take()
        other.publish(at("ben"), DIGEST)
        await until(lambda: all(any("lost" in words for words in ear.notes) for ear in ears))
        late = [Ear() for _ in range(10)]
        looking += [follow(ear, broker=room) for ear in late]
        ears += late
        server.start()
        await until(lambda: {ear.at for ear in ears} == {"ben"} and anna.at == "ben")
        assert anna.takers == ["Ben"]
        assert not talk.drives
        other.publish(at("end"), DIGEST)
        await until(lambda: {ear.at for ear in ears} == {"end"} and anna.at == "end")
        orders = {link.newest.order for link in looking if link.newest is not None}
        assert orders == {other.newest.order if other.newest is not None else None}
        await ended(*looking, other, talk)


@pytest.mark.parametrize("seed", range(2))
async def test_whoever_takes_over_and_whenever_the_broker_dies_all_end_at_one_place(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    with Server() as server:
        room = broker_at(server.url, "flood")
        ears = [Ear() for _ in range(3)]
        links = [present(tmp_path / f"{n}.yaml", ear, name=f"P{n}", broker=room) for n, ear in enumerate(ears)]
        for n, link in enumerate(links):
            link.publish(at(f"start {n}"), DIGEST)
        followers = [Ear() for _ in range(12)]
        looking = [follow(ear, broker=room) for ear in followers]
        for step in range(120):
            link = dice.choice(links)
            if not dice.randrange(6):
                link.take()
            link.publish(at(step), DIGEST)
            if not dice.randrange(40):
                server.kill()
                server.start()
            await asyncio.sleep(dice.choice([0, 0.001, 0.01]))
        await until(lambda: [link.drives for link in links].count(True) == 1)
        driver = next(link for link in links if link.drives)
        assert driver.publish(at("end"), DIGEST)
        await until(lambda: {ear.at for ear in followers} == {"end"})
        others = [ear for ear, link in zip(ears, links, strict=True) if link is not driver]
        await until(lambda: {ear.at for ear in others} == {"end"})
        assert len({link.driver for link in [*links, *looking]}) == 1
        await ended(*looking, *links)
