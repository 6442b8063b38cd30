"""The tours of a talk: who presents, who speaks beside it, who follows."""

from pathlib import Path

from briefing_tui.library.start import Start, Talk
from briefing_tui.meeting.told import Told
from tests.tui.touring import BRIEFING, Leg, Tour, touch


def _present(path: Path) -> Start:
    return Start(path=path, talk=Talk())


def _speak(path: Path) -> Start:
    return Start(path=path, talk=Talk("speak"))


def _follow(path: Path) -> Start:
    return Start(path=path, talk=Talk("follow"))


def _join(path: Path) -> Start:
    return Start(talk=Talk("follow", via="nats://127.0.0.1:4222", room="flood"))


async def _steps(tour: Tour) -> None:
    await tour.keys("space space pageup pageup pageup space space space space space space home end g g G")
    await tour.keys("3 enter 9 enter 2 escape j k n tab tab enter p")
    await tour.resize(60, 16)
    await tour.resize(120, 40)


async def _look_ups(tour: Tour) -> None:
    await tour.keys("f 1 H p slash")
    await tour.type("town")
    await tour.keys("enter p colon")
    await tour.type("crest")
    await tour.keys("enter space p space a")
    await tour.type("yes")
    await tour.keys("enter question_mark j escape")


async def _overview(tour: Tour) -> None:
    await tour.keys("o right down pagedown 2 enter o")
    await tour.click("#overview", 10, 3)
    await tour.click("#overview", 10, 3, times=2)
    await tour.keys("o escape colon")
    await tour.type("to a step")
    await tour.keys("enter 2 enter")


async def _blank(tour: Tour) -> None:
    await tour.keys("b")
    await tour.paste("x")
    await tour.keys("b space")
    touch(tour.path, BRIEFING.replace("is closed", "is shut"))
    await tour.wait(0.03)
    await tour.keys("space space")


async def _others(tour: Tour) -> None:
    await tour.hears(key="levee", number=2)
    await tour.hears(press="next")
    for wire in tour.wires[-1:]:
        told = Told(wire.heard)
        told.note("Connected")
        told.asked("Ada")
        await tour.rest()
        await tour.keys("y")
        told.taken("Ada")
        wire.drives, wire.driver = False, "Ada"
    await tour.keys("j t ctrl+c escape")
    await tour.click("#main", 6, 5)
    await tour.keys("q y q y")


async def _elsewhere(tour: Tour) -> None:
    for keys in ("j", "space", "pageup", "p", "q", "ctrl+c", "b b", "home end", "H"):
        await tour.keys("home n n n enter")
        await tour.keys(keys)
        await tour.keys("p")
    await tour.keys("n n n enter colon escape")


async def _speaking(tour: Tour) -> None:
    await tour.wait(0.03)
    await tour.keys("space")
    await tour.hears(started=1.0, minutes=10.0)
    await tour.keys("space pageup F j n P F escape b b t t ctrl+c tab tab n")
    for wire in tour.wires[-1:]:
        Told(wire.heard).note("Connected")
    await tour.keys("home space pageup a")
    await tour.type("no")
    await tour.keys("enter M M escape home n n n enter M q")


async def _quit_speaking(tour: Tour) -> None:
    await tour.keys("ctrl+c q q")


async def _following(tour: Tour) -> None:
    await tour.hears()
    await tour.hears(key="levee", number=2)
    await tour.keys("space F j ctrl+c q q")


async def _quit_following(tour: Tour) -> None:
    await tour.keys("q q q")


async def _joining(tour: Tour) -> None:
    for wire in tour.wires[-1:]:
        Told(wire.heard).note("Waiting")
    await tour.hears()
    await tour.wait(0.01)
    await tour.hears(digest="0" * 64)
    await tour.wait(0.01)
    await tour.keys("space F q q")


async def _quit_joining(tour: Tour) -> None:
    await tour.keys("q q q")


PRESENTING = (
    Leg("steps", _present, _steps),
    Leg("look-ups", _present, _look_ups),
    Leg("overview", _present, _overview),
    Leg("blank", _present, _blank),
    Leg("others", _present, _others),
    Leg("elsewhere", _present, _elsewhere),
    Leg("speaking", _speak, _speaking, (120, 36)),
    Leg("quit speaking", _speak, _quit_speaking, (120, 36)),
    Leg("following", _follow, _following),
    Leg("quit following", _follow, _quit_following),
    Leg("joining", _join, _joining),
    Leg("quit joining", _join, _quit_joining),
)
