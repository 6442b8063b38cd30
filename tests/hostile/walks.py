"""WALKS: ways through the program past everything it can show, with hostile words typed wherever one types."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import NamedTuple

from briefing_tui.library.start import Start, Talk
from briefing_tui.model.kinds import KINDS
from briefing_tui.tui.history import Location
from briefing_tui.tui.screens.meeting import MeetingScreen
from briefing_tui.tui.screens.reader import ReaderScreen
from briefing_tui.tui.views import VIEWS
from tests.hostile.poison import poisoned
from tests.hostile.recorder import Walk
from tests.hostile.world import World

LARGE, MIDDLING, SMALL = (160, 45), (100, 30), (40, 14)


class Way(NamedTuple):
    """A start, the size of the screen, and what is done there."""

    start: Callable[[World], Start]
    size: tuple[int, int]
    walk: Callable[[Walk, World], Awaitable[None]]


async def panes(walk: Walk, world: World) -> None:
    """Every view of every pane, to its end, with what is beside it."""
    screen = _reader(walk)
    for view in walk.some(VIEWS):
        if view.place not in ("actor", "judgement"):
            screen.visit(Location(view.place, "", view.id))
            await walk.settle()
            await walk.press("j", "j", "space", "space", "G", "less_than_sign", "plus")
    for pane in "123456":
        await walk.press(pane, "home", "enter", "tab", "f", "escape", "tab", "z", "z", "backspace")


async def dossiers(walk: Walk, world: World) -> None:
    """Every entry, in each of its views, and the parts that are none."""
    screen = _reader(walk)
    for id, entry in walk.some(screen.session.briefing.entries.items()):
        for view in ("", *(view.id for view in VIEWS if view.place == entry.KIND)):
            screen.visit(Location(screen.session.pane_of(id), id, view))
            await walk.settle()
            await walk.press("space", "G")
    await walk.press("H", "H", "L")


async def look_ups(walk: Walk, world: World) -> None:
    """What is asked of it: find, go to, marks, links, what is wrong, jots, minutes, keys."""
    await walk.press("slash")
    await walk.type(world.text(2))
    await walk.press("enter", "n", "escape", "slash")
    await walk.type("x")
    await walk.press("enter", "n", "n", "escape")
    for words in (world.text(3), "e", "the", "theme"):
        await walk.press("colon")
        await walk.type(words)
        await walk.press("down", "down", "up", "pagedown", "escape")
    await walk.press("m", "a", "apostrophe", "apostrophe", "f", "escape", "escape")
    for letter in "adqn":
        await walk.press("a")
        await walk.type(f"{letter} @{world.text(4)} {world.text(5)}")
        await walk.press("enter", "escape")
    await walk.press("a")
    await walk.type("@")
    await walk.press("down", "tab", "escape", "escape")
    await walk.press("M", "j", "G", "enter", "escape", "question_mark", "G", "escape", "exclamation_mark")
    await walk.press("j", "j", "G", "enter", "escape", "ctrl+c", "escape")


async def changes(walk: Walk, world: World) -> None:
    """Another version of the file, what has changed with it, one that is broken, and none."""
    versions = [
        poisoned(world.texts, 5).encode(),
        world.none.read_bytes(),
        b"title: [" + world.text(6).encode("utf-8", "replace"),
    ]
    for version in (*versions, versions[0]):
        world.full.write_bytes(version)
        _reader(walk).do_reload()
        await walk.settle()
        await walk.press("r", "c", "j", "tab", "j", "G", "escape", "exclamation_mark", "j", "escape")
        for pane in "135":
            await walk.press(pane, "G")
    world.full.unlink()
    await walk.press("r", "r", "1")
    world.full.mkdir()
    await walk.press("r", "r")


async def others(walk: Walk, world: World) -> None:
    """Files with everything wrong, links to others that are not there, themes that cannot be worn."""
    for path in (world.wrong, world.none, *walk.some(sorted(world.broken.iterdir())), world.folder / world.name(7)):
        walk.app.open_path(path, world.text(8))
        await walk.settle()
        await walk.press("j", "space", "exclamation_mark", "j", "G", "escape", "q")
    for number in range(9, 14):
        walk.app.open_other(_reader(walk).session, f"{world.name(number)}#{world.text(number)}")
        await walk.settle()
    for theme in walk.some(sorted(world.themes.iterdir())):
        walk.app.wear(theme.stem)
        await walk.settle()
    for _ in range(4):
        await walk.press("T")
    walk.app.tell(world.text(10), "error")
    await walk.settle()


async def library(walk: Walk, world: World) -> None:
    """Everything in a folder: looked at, filtered, opened."""
    for _ in walk.some(range(30)):
        await walk.press("j")
    await walk.press("G", "home", "space", "space", "slash")
    await walk.type(world.text(11))
    await walk.press("escape", "escape", "slash")
    await walk.type("x")
    await walk.press("escape", "escape", "home", "T")
    for _ in walk.some(range(12)):
        await walk.press("enter", "j", "exclamation_mark", "escape", "q", "j")
    await walk.press("colon")
    await walk.type("e")
    await walk.press("down", "escape")


async def talk(walk: Walk, world: World) -> None:
    """A running order, step by step, its overview, and what is looked up."""
    screen = walk.app.screen
    assert isinstance(screen, MeetingScreen)
    for _ in range(len(screen.stages) + 3):
        await walk.press("space", "space")
    await walk.press("o", "j", "j", "enter", "1", "enter", "f", "escape", "tab", "tab")
    for id in walk.some(screen.session.briefing.entries):
        screen.open_target(id)
        await walk.settle()
        await walk.press("space")
    await walk.press("p", "colon")
    await walk.type("e")
    await walk.press("down", "escape", "slash")
    await walk.type(world.text(12))
    await walk.press("enter", "escape", "a")
    await walk.type(f"q {world.text(13)}")
    await walk.press("enter", "escape", "b", "b", "ctrl+c", "escape", "question_mark", "escape", "F", "j", "P", "M")


#: What is presented: each part, each kind of entry, some views.
_ORDER = [
    *((part, "") for part in ("bottom-line", "highlights", "background", "gaps", "scenarios", "indicators", "asks")),
    *((f"the-{kind.name}", "") for kind in KINDS),
    *(("events", view) for view in ("lanes", "timeline")),
    *(("communications", "ladder"), ("scenarios", "bars")),
]


def ordered(world: World) -> Path:
    """The briefing with a running order of everything."""
    path = world.folder / "ordered.yaml"
    path.write_text(poisoned(world.texts, 3, _ORDER), encoding="utf-8")
    return path


def _reader(walk: Walk) -> ReaderScreen:
    screen = walk.app.screen
    assert isinstance(screen, ReaderScreen)
    return screen


def _full(world: World) -> Start:
    return Start(path=world.full)


def _talk(role: str) -> Callable[[World], Start]:
    return lambda world: Start(path=ordered(world), talk=Talk(role))  # type: ignore[arg-type]


WALKS = {
    "panes": Way(_full, LARGE, panes),
    "panes, small": Way(_full, SMALL, panes),
    "dossiers": Way(_full, MIDDLING, dossiers),
    "look-ups": Way(_full, MIDDLING, look_ups),
    "changes": Way(_full, MIDDLING, changes),
    "others": Way(_full, MIDDLING, others),
    "library": Way(lambda world: Start(folder=world.folder), MIDDLING, library),
    "names": Way(lambda world: Start(folder=world.named), SMALL, library),
    "standard input": Way(lambda world: Start(stdin=world.wrong.read_bytes()), MIDDLING, look_ups),
    "present": Way(_talk("present"), MIDDLING, talk),
    "speak": Way(_talk("speak"), LARGE, talk),
    "follow": Way(_talk("follow"), SMALL, talk),
}
