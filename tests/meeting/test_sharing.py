import asyncio
import random
from pathlib import Path

import pytest

from briefing_tui.folders import runtime_folder
from briefing_tui.meeting import guest as guests
from briefing_tui.meeting.link import Link
from briefing_tui.meeting.sharing import follow, present, speak
from briefing_tui.meeting.sockets import socket_of
from briefing_tui.meeting.update import Update, encode
from tests.meeting.rooms import DIGEST, Ear, at, ended, until


async def test_followers_wait_are_placed_at_once_and_hear_every_move(file: Path) -> None:
    early, late, screen = Ear(), Ear(), Ear()
    waiting = follow(early, path=file)
    await until(lambda: early.notes == [guests.WAITING])
    talk = present(file, screen, name="Anna")
    assert talk.drives
    assert talk.publish(at("one"), DIGEST)
    await until(lambda: early.at == "one")
    joined = follow(late, path=file)
    await until(lambda: late.at == "one" and talk.followers == 2)
    talk.publish(at("two"), DIGEST)
    await until(lambda: early.at == late.at == "two")
    assert waiting.driver == joined.driver == talk.driver == "Anna"
    assert waiting.newest is not None
    assert waiting.newest.digest == DIGEST
    assert not waiting.drives
    assert screen.updates == []
    await ended(joined, waiting, talk)


async def test_followers_cannot_drive(file: Path) -> None:
    ear = Ear()
    talk = present(file, Ear(), name="Anna")
    talk.publish(at("one"), DIGEST)
    looking = follow(ear, path=file)
    await until(lambda: ear.at == "one")
    looking.take()
    looking.ask()
    looking.yield_to("Anna")
    assert not looking.publish(at("two"), DIGEST)
    reader, writer = await asyncio.open_unix_connection(socket_of(file))
    writer.write(encode({"kind": "hello", "role": "follow", "name": "Eve"}))
    writer.write(encode({"kind": "take"}))
    writer.write(encode({"kind": "move", "moves": 1, "digest": DIGEST, "position": at("eve")}))
    await until(lambda: talk.followers == 2)
    await asyncio.sleep(0.05)
    assert talk.drives
    assert talk.newest is not None
    assert talk.newest.position == at("one")
    writer.close()
    await ended(looking, talk)
    del reader


async def test_the_second_terminal_drives_without_taking_over(file: Path) -> None:
    screen, second, ear = Ear(), Ear(), Ear()
    talk = present(file, screen, name="Anna")
    speaking, looking = speak(file, second, name="whoever"), follow(ear, path=file)
    await until(lambda: speaking.drives)
    assert speaking.publish(at("one"), DIGEST)
    await until(lambda: screen.at == ear.at == "one")
    assert talk.publish(at("two"), DIGEST)
    await until(lambda: second.at == ear.at == "two")
    assert looking.driver == "Anna"
    assert talk.drives
    assert speaking.drives
    assert screen.takers == second.takers == []
    # Nobody is told their own move.
    assert [update.position["key"] for update in screen.updates] == ["one"]
    assert [update.position["key"] for update in second.updates] == ["two"]
    await ended(looking, speaking, talk)


async def test_a_move_that_is_under_way_is_not_undone_by_an_older_one(file: Path) -> None:
    screen, second = Ear(), Ear()
    talk, speaking = present(file, screen, name="Anna"), speak(file, second, name="Anna")
    await until(lambda: speaking.drives)
    talk.publish(at("one"), DIGEST)
    # It is on its way when the second terminal moves.
    await asyncio.sleep(0)
    assert speaking.publish(at("two"), DIGEST)
    await until(lambda: screen.at == "two" and speaking.newest is not None and speaking.newest.position == at("two"))
    assert second.updates == []
    talk.publish(at("three"), DIGEST)
    await until(lambda: second.at == "three")
    await ended(speaking, talk)


async def test_a_move_that_comes_too_late_is_taken_back(file: Path) -> None:
    screen, second = Ear(), Ear()
    talk = present(file, screen, name="Anna")
    talk.publish(at("one"), DIGEST)
    speaking, ben = speak(file, second, name="Anna"), Ear()
    other = present(file, ben, name="Ben")
    await until(lambda: speaking.drives and ben.at == "one")
    other.take()
    # The host has given the word away, and the second terminal does not know yet.
    await until(lambda: not talk.drives)
    if speaking.publish(at("late"), DIGEST):
        second.updates.append(own(at("late")))
    await until(lambda: not speaking.drives and second.at == "one")
    assert talk.newest is not None
    assert talk.newest.position == at("one")
    assert screen.updates == []
    await ended(other, speaking, talk)


async def test_a_second_presenter_is_told_asks_and_is_let(file: Path) -> None:
    anna, ben, second, ear = Ear(), Ear(), Ear(), Ear()
    talk = present(file, anna, name="Anna")
    talk.publish(at("one"), DIGEST)
    other, speaking, looking = present(file, ben, name="Ben"), speak(file, second, name="Anna"), follow(ear, path=file)
    await until(lambda: ben.at == second.at == ear.at == "one")
    assert other.driver == "Anna"
    assert not other.drives
    assert not other.publish(at("ben"), DIGEST)
    other.ask()
    await until(lambda: anna.questions == second.questions == ["Ben"])
    talk.yield_to("Carl")
    assert talk.drives
    talk.yield_to("Ben")
    await until(lambda: other.drives and not speaking.drives)
    assert anna.takers == second.takers == ["Ben"]
    assert not talk.drives
    assert not talk.publish(at("anna"), DIGEST)
    assert not speaking.publish(at("anna"), DIGEST)
    assert other.publish(at("two"), DIGEST)
    await until(lambda: anna.at == second.at == ear.at == "two")
    assert talk.driver == looking.driver == "Ben"
    talk.ask()
    await until(lambda: ben.questions == ["Anna"])
    other.yield_to("Anna")
    await until(lambda: talk.drives and speaking.drives)
    assert ben.takers == ["Anna"]
    await ended(looking, speaking, other, talk)


async def test_taking_over_counts_from_the_moment_it_is_done(file: Path) -> None:
    anna, ben = Ear(), Ear()
    talk = present(file, anna, name="Anna")
    talk.publish(at("one"), DIGEST)
    other = present(file, ben, name="Ben")
    await until(lambda: ben.at == "one")
    other.take()
    # Without waiting for anybody.
    assert other.publish(at("two"), DIGEST)
    await until(lambda: anna.at == "two" and other.drives)
    assert anna.takers == ["Ben"]
    assert ben.at == "one"
    talk.take()
    assert talk.drives
    await until(lambda: ben.takers == ["Anna"] and not other.drives)
    await ended(other, talk)


async def test_when_the_one_who_drives_leaves_the_presenter_drives_again(file: Path) -> None:
    anna, ben = Ear(), Ear()
    talk = present(file, anna, name="Anna")
    talk.publish(at("one"), DIGEST)
    other = present(file, ben, name="Ben")
    await until(lambda: ben.at == "one")
    other.take()
    await until(lambda: not talk.drives)
    await ended(other)
    await until(lambda: talk.drives)
    assert "Ben has left" in anna.notes[-1]
    assert talk.driver == "Anna"
    await ended(talk)


async def test_a_second_presenter_goes_on_when_the_first_ends(file: Path) -> None:
    ben, ear = Ear(), Ear()
    talk = present(file, Ear(), name="Anna")
    talk.publish(at("one"), DIGEST)
    other, looking = present(file, ben, name="Ben"), follow(ear, path=file)
    await until(lambda: ben.at == ear.at == "one")
    await ended(talk)
    await until(lambda: other.drives)
    assert other.publish(at("two"), DIGEST)
    await until(lambda: ear.at == "two")
    assert looking.driver == "Ben"
    assert guests.ENDED in ear.notes
    assert guests.BACK in ear.notes
    await ended(looking, other)
    assert list(runtime_folder().iterdir()) == []


async def test_followers_come_back_to_whoever_presents_next(file: Path) -> None:
    ear = Ear()
    looking = follow(ear, path=file)
    for n in range(3):
        talk = present(file, Ear(), name=f"Anna {n}")
        talk.publish(at(n), DIGEST)
        await until(lambda n=n: ear.at == n and looking.driver == f"Anna {n}")
        await ended(talk)
        # A clock that was put back must not keep the next talk out.
    await ended(looking)


async def test_what_was_published_last_still_goes_out(file: Path) -> None:
    ear = Ear()
    talk, looking = present(file, Ear(), name="Anna"), follow(ear, path=file)
    await until(lambda: talk.followers == 1)
    talk.publish(at("end"), DIGEST)
    talk.close()
    await until(lambda: ear.at == "end")
    await ended(looking, talk)


async def test_of_many_moves_the_last_is_where_everybody_ends(file: Path) -> None:
    ears = [Ear() for _ in range(20)]
    screen, second = Ear(), Ear()
    talk, speaking = present(file, screen, name="Anna"), speak(file, second, name="Anna")
    looking = [follow(ear, path=file) for ear in ears]
    await until(lambda: speaking.drives and talk.followers == 20)
    for n in range(2_000):
        talk.publish(at(n), DIGEST)
    await until(lambda: {ear.at for ear in ears} == {1_999} and second.at == 1_999)
    assert max(len(ear.updates) for ear in ears) < 100
    for n in range(2_000):
        speaking.publish(at(-n), DIGEST)
    await until(lambda: {ear.at for ear in ears} == {-1_999} and screen.at == -1_999)
    await ended(*looking, speaking, talk)


@pytest.mark.parametrize("seed", range(6))
async def test_whatever_they_do_nobody_ends_elsewhere(file: Path, seed: int) -> None:
    dice = random.Random(seed)
    ears = [Ear() for _ in range(6)]
    shown: dict[int, object] = {}
    talk = present(file, ears[0], name="Anna")
    links: list[Link] = [
        talk,
        speak(file, ears[1], name="Anna"),
        present(file, ears[2], name="Ben"),
        present(file, ears[3], name="Carl"),
        speak(file, ears[4], name="Anna"),
        follow(ears[5], path=file),
    ]
    talk.publish(at("start"), DIGEST)
    shown[0] = "start"
    await until(lambda: all(ear.at == "start" for ear in ears[1:]))
    for n in range(400):
        who = dice.randrange(5)
        match dice.randrange(12):
            case 0:
                links[who].take()
            case 1:
                links[who].ask()
            case 2:
                links[who].yield_to(dice.choice(["Anna", "Ben", "Carl"]))
            case 3:
                await asyncio.sleep(0.001)
            case _:
                if links[who].publish(at(n), DIGEST):
                    # A screen that moves shows its own move until it is told another one.
                    ears[who].updates.append(own(at(n)))
        if not dice.randrange(5):
            await asyncio.sleep(0)
    await until(lambda: len({str(ear.at) for ear in ears}) == 1)
    await asyncio.sleep(0.05)
    assert talk.newest is not None
    assert {str(ear.at) for ear in ears} == {str(talk.newest.position["key"])}
    drivers = {link.driver for link in links}
    assert len(drivers) == 1
    anna = {links[0].drives, links[1].drives, links[4].drives}
    assert len(anna) == 1
    assert [links[0].drives, links[2].drives, links[3].drives].count(True) == 1
    await ended(*reversed(links))


def own(position: dict[str, object]) -> Update:
    return Update(0, 0, "me", DIGEST, position)
