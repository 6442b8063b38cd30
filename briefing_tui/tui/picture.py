"""Pictures of the real screen, as SVG or as its characters: the app itself, at a place, at a size, after some keys.

Nothing of whoever takes one is in it: no settings, no remembered places, no theme but the one that is asked for.
"""

import asyncio
import io
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from rich.console import Console
from textual.pilot import Pilot
from textual.screen import Screen

from briefing_tui.config.configuration import Configuration
from briefing_tui.config.key import keys_pressed
from briefing_tui.folders import shipped_folder
from briefing_tui.library.start import Role, Start, Talk
from briefing_tui.source.load import Loaded, load
from briefing_tui.state import Unkept
from briefing_tui.themes.shelf import shipped_themes
from briefing_tui.tui.app import BriefingApp
from briefing_tui.tui.history import Location
from briefing_tui.tui.opening import Opening, opening
from briefing_tui.tui.screens.keyed import KeyedScreen
from briefing_tui.tui.screens.keys import keys_table
from briefing_tui.tui.screens.reader import ReaderScreen
from briefing_tui.tui.screens.reading import PEEK_SECONDS
from briefing_tui.tui.session import Session
from briefing_tui.tui.themes import DEFAULT
from briefing_tui.tui.wardrobe import Wardrobe

#: The template of the drawing library names fonts on a server: a picture of ours fetches nothing.
_FONT_FACES = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
#: And it numbers its classes at random: the same screen is to be the same file.
_NUMBER = re.compile(r"terminal-\d+")

#: How often it is looked whether the screen has come to rest.
_LOOKS = 500


class Pose(NamedTuple):
    """What a picture is taken of: a briefing, or a folder as a library; in what state, at what size in cells.

    `keys` are pressed first, in canonical form. `theme` is a theme's file; without one, it is the shipped first choice.
    With a `role`, it is of the running order as it is presented; nobody is told of that, and no clock is shown.
    """

    loaded: Loaded | None = None
    folder: Path | None = None
    opening: Opening = Opening(Location())
    size: tuple[int, int] = (120, 36)
    keys: Sequence[str] = ()
    theme: Path | None = None
    role: Role | None = None


class Sitter(BriefingApp, inherit_bindings=False):
    """The app, holding a pose."""

    def __init__(self, pose: Pose) -> None:
        self._pose = pose
        # Where a key leads to the library, it is the one that ships.
        start = Start(folder=pose.folder or shipped_folder("briefings"))
        super().__init__(start, Unkept(), configuration=Configuration())
        # A picture with a hole in it is none.
        self.goes_on = False

    def put_on_first(self, name: str) -> None:
        # What a terminal may be sent is no matter of a picture's.
        self.no_color = False
        self.wardrobe = Wardrobe(DEFAULT, self._pose.theme or shipped_themes()[DEFAULT])
        self._put_on()

    def get_default_screen(self) -> Screen[Any]:
        if self._pose.loaded is None:
            return super().get_default_screen()
        if self._pose.role is not None:
            from briefing_tui.tui.screens.speaking import SpeakScreen
            from briefing_tui.tui.screens.talks import talk_screen

            screen = talk_screen(Session(self._pose.loaded), Talk(self._pose.role))
            if isinstance(screen, SpeakScreen):
                screen.sit()
            return screen
        return ReaderScreen(Session(self._pose.loaded), self._pose.opening.location)


def picture(pose: Pose) -> str:
    """The screen as SVG. Raises ValueError, in words, where the pose cannot be held."""
    svg = asyncio.run(_taken(pose, lambda app: app.export_screenshot(title="briefing")))
    return _NUMBER.sub("terminal", _FONT_FACES.sub("", svg))


def characters(pose: Pose) -> str:
    """The characters of the screen, a line for each row. Raises ValueError as `picture` does."""
    return "".join(f"{line.rstrip()}\n" for line in asyncio.run(_taken(pose, _text)).splitlines())


async def _taken(pose: Pose, take: Callable[[BriefingApp], str]) -> str:
    app = Sitter(pose)
    async with app.run_test(size=pose.size) as pilot:
        await _rest(app, pilot)
        at, screen = pose.opening.at, app.screen
        if at and isinstance(screen, ReaderScreen) and not screen.main.go_to_target(at):
            where = ", ".join(filter(None, (pose.opening.location.pane, pose.opening.location.view)))
            raise ValueError(f"{at} is not to be seen in {where}")
        await _rest(app, pilot)
        for key in pose.keys:
            await pilot.press(key)
            if app.has_ended:
                raise ValueError(f"the key {key} ends the program: there is nothing left to take a picture of")
            await _rest(app, pilot)
        return take(app)


async def _rest(app: BriefingApp, pilot: Pilot[int]) -> None:
    """Waits until all that follows by itself has followed."""
    for _ in range(_LOOKS):
        await pilot.pause()
        if all(screen.settled for screen in app.screen_stack if isinstance(screen, KeyedScreen)):
            break
        await asyncio.sleep(PEEK_SECONDS)
    await pilot.pause()


def _text(app: BriefingApp) -> str:
    width, height = app.size
    console = Console(
        width=width, height=height, file=io.StringIO(), force_terminal=True, color_system="truecolor", record=True,
        legacy_windows=False, safe_box=False,
    )  # fmt: skip
    console.print(app.screen._compositor.render_update(full=True, screen_stack=app._background_screens))
    return console.export_text()


# the README's ----------------------------------------------------------------


def _shipped(
    name: str,
    size: tuple[int, int],
    keys: str = "",
    *,
    theme: str = "",
    view: str = "",
    entry: str = "",
    role: Role | None = None,
) -> Callable[[], str]:
    folder = shipped_folder("briefings")
    worn = shipped_themes()[theme] if theme else None

    def take() -> str:
        if not name:
            return picture(Pose(folder=folder, size=size, keys=keys_pressed(keys), theme=worn))
        loaded = load(folder / f"{name}.yaml")
        place = opening(Session(loaded), view=view, entry=entry)
        return picture(Pose(loaded, None, place, size, keys_pressed(keys), worn, role))

    return take


#: The README's pictures: name -> what takes it.
PICTURES: dict[str, Callable[[], str]] = {
    "reader": _shipped("karabakh-2023-09-19", (120, 36), "n"),
    "actor": _shipped("harrow-bend-2", (120, 36), "2 j j enter"),
    "hints": _shipped("karabakh-2023-09-19", (80, 24), "f"),
    "library": _shipped("", (100, 24)),
    "small": _shipped("karabakh-2023-09-19", (40, 14)),
    "lanes": _shipped("harrow-bend-2", (120, 36), view="lanes"),
    "timeline": _shipped("harrow-bend-2", (120, 36), "< < < < < < < <", view="timeline"),
    "ladder": _shipped("harrow-bend-2", (120, 36), "z", view="ladder"),
    "graph": _shipped("harrow-bend-2", (120, 36), view="graph", entry="town"),
    "board": _shipped("harrow-bend-2", (120, 36), view="board"),
    "present": _shipped("karabakh-2023-09-19", (100, 30), "space space space", theme="projector", role="present"),
    "speak": _shipped("karabakh-2023-09-19", (120, 36), "space space", role="speak"),
    "overview": _shipped("harrow-bend-2", (100, 30), "4 enter o", role="present"),
    "projector": _shipped("harrow-bend-2", (120, 36), view="bars", theme="projector"),
}


def main() -> None:
    """`python -m briefing_tui.tui.picture FOLDER README` takes the pictures and writes the table of keys."""
    folder, readme = (Path(argument) for argument in sys.argv[1:])
    folder.mkdir(exist_ok=True)
    for old in folder.glob("*.svg"):
        if old.stem not in PICTURES:
            old.unlink()
    for name, take in PICTURES.items():
        (folder / f"{name}.svg").write_text(take(), encoding="utf-8")
    before, _, rest = readme.read_text(encoding="utf-8").partition("<!-- keys -->\n")
    after = rest.partition("<!-- /keys -->")[2]
    readme.write_text(f"{before}<!-- keys -->\n{keys_table()}<!-- /keys -->{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
