"""The tours of who reads: panes, views, dossiers, looking up, marks, changes, problems, jots, the library."""

from pathlib import Path

from briefing_tui.follow import tell
from briefing_tui.library.start import Start
from tests.tui.touring import BRIEFING, Leg, Tour, touch


def _open(path: Path) -> Start:
    return Start(path=path)


async def _panes(tour: Tour) -> None:
    await tour.keys("2 3 4 5 6 1 j j k d u pagedown pageup G g g tab tab z z escape")
    await tour.resize(40, 14)
    await tour.resize(80, 24)
    await tour.keys("tab left_square_bracket y ctrl+c e r T question_mark")
    await tour.keys("j k d u pagedown pageup G home escape")


async def _down(tour: Tour) -> None:
    await tour.keys("j")


async def _links(tour: Tour) -> None:
    await tour.keys("n N enter backspace L H 2 j enter f escape f 1 n l h escape")
    await tour.wait(0.01)


async def _mouse(tour: Tour) -> None:
    await tour.click("Header", 20, 2)
    await tour.click("#main", 6, 4)
    await tour.click("#main", 6, 4, times=2)
    await tour.drag(4, 5, 30, 8)
    await tour.keys("y colon")
    await tour.click("Screen", 1, 1)
    await tour.keys("colon")
    await tour.resize(50, 16)
    await tour.click("#results", 6, 1)
    await tour.click("#results", 6, 1, times=2)


async def _lookup(tour: Tour) -> None:
    await tour.keys("slash")
    await tour.type("town")
    await tour.paste(" of")
    await tour.keys("down enter n N escape colon")
    await tour.type("cre")
    await tour.paste("s")
    await tour.keys("down up enter colon enter")


async def _marks(tour: Tour) -> None:
    await tour.keys("m a 2 apostrophe a apostrophe apostrophe apostrophe escape m escape")


async def _views(tour: Tour) -> None:
    await tour.keys("2 v v 3 v v plus minus w less_than_sign less_than_sign greater_than_sign V l h")
    await tour.keys("escape 4 v v v 6 v v")


async def _outlook(tour: Tour) -> None:
    await tour.keys("5 v v v v v 2 j enter v v 5 j j enter v v")


async def _changes(tour: Tour) -> None:
    touch(tour.path, BRIEFING.replace("is closed", "is shut"))
    await tour.wait()
    await tour.keys("3 c tab c exclamation_mark")
    touch(tour.path, "title: [")
    await tour.wait()
    await tour.keys("j r exclamation_mark exclamation_mark")


async def _jots(tour: Tour) -> None:
    await tour.keys("a")
    await tour.type("the gate")
    await tour.paste(" is shut")
    await tour.resize(60, 20)
    await tour.keys("enter M")
    await tour.wait(0.03)
    await tour.keys("M a escape")


async def _library(tour: Tour) -> None:
    await tour.keys("o slash")
    await tour.type("up")
    await tour.paste("s")
    await tour.keys("enter escape j k r colon")
    await tour.type("upstream")
    await tour.keys("enter q")
    await tour.click("#main", 16, 3)
    await tour.click("#main", 16, 3, times=2)
    await tour.keys("q")
    await tour.resize(50, 16)
    await tour.keys("T enter")


async def _quit_library(tour: Tour) -> None:
    await tour.keys("q q q")


async def _quit(tour: Tour) -> None:
    await tour.keys("2 p q y o q")


async def _leave(tour: Tour) -> None:
    await tour.keys("2 q q q")


async def _edited(tour: Tour) -> None:
    await tour.wait(0.01)
    tell(tour.path, 28)
    await tour.wait(0.03)
    await tour.keys("colon escape q")


async def _own_theme(tour: Tour) -> None:
    from briefing_tui.themes.shelf import own_folder

    tour.app.wear("mine")
    touch(own_folder() / "mine.yaml", 'title: Mine\nextends: dark\ncolors:\n  background: "#102030"\n')
    await tour.wait()


READING = (
    Leg("panes", _open, _panes),
    Leg("links", _open, _links, (120, 36)),
    Leg("mouse", _open, _mouse, (120, 36)),
    Leg("lookup", _open, _lookup),
    Leg("marks", _open, _marks),
    Leg("views", _open, _views),
    Leg("outlook", _open, _outlook),
    Leg("changes", _open, _changes),
    Leg("jots", _open, _jots),
    Leg("quit", _open, _quit),
    Leg("leave", _open, _leave),
    Leg("library", lambda path: Start(folder=path.parent), _library),
    Leg("quit library", lambda path: Start(folder=path.parent), _quit_library),
    Leg("edited", lambda path: Start(path=path, follow_editor=True), _edited),
    Leg("no colour", _open, _down, environment=(("NO_COLOR", "1"),)),
    Leg("own theme", _open, _own_theme),
)
