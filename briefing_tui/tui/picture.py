"""Pictures of the real screen as SVG, for the README: the app itself, at a size, after some keys."""

import asyncio
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from briefing_tui.config.configuration import Configuration
from briefing_tui.folders import shipped_folder
from briefing_tui.library.start import Start
from briefing_tui.state import State
from briefing_tui.tui.app import BriefingApp
from briefing_tui.tui.screens.keys import keys_table
from briefing_tui.tui.screens.reading import PEEK_SECONDS

#: The template of the drawing library names fonts on a server: a picture of ours fetches nothing.
_FONT_FACES = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
#: And it numbers its classes at random: the same screen is to be the same file.
_NUMBER = re.compile(r"terminal-\d+")


def picture(start: Start, size: tuple[int, int], keys: Sequence[str]) -> str:
    """The screen as SVG after some keys (Textual's names), at a size in cells."""
    return asyncio.run(_picture(start, size, keys))


async def _picture(start: Start, size: tuple[int, int], keys: Sequence[str]) -> str:
    app = BriefingApp(start, State(Path("/nonexistent/state.json")), configuration=Configuration())
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
        # The context pane follows the cursor a frame later.
        await pilot.pause(5 * PEEK_SECONDS)
        svg = app.export_screenshot(title="briefing")
    return _NUMBER.sub("terminal", _FONT_FACES.sub("", svg))


def _shipped(name: str, size: tuple[int, int], *keys: str) -> Callable[[], str]:
    path = shipped_folder("briefings")
    start = Start(path=path / f"{name}.yaml") if name else Start(folder=path)
    return lambda: picture(start, size, keys)


#: The README's pictures: name -> what takes it.
PICTURES: dict[str, Callable[[], str]] = {
    "reader": _shipped("karabakh-2023-09-19", (120, 36), "n"),
    "actor": _shipped("harrow-bend-2", (120, 36), "2", "j", "j", "enter"),
    "hints": _shipped("karabakh-2023-09-19", (80, 24), "f"),
    "library": _shipped("", (100, 24)),
    "small": _shipped("karabakh-2023-09-19", (40, 14)),
}


def main() -> None:
    """`python -m briefing_tui.tui.picture FOLDER README` takes the pictures and writes the table of keys."""
    folder, readme = (Path(argument) for argument in sys.argv[1:])
    folder.mkdir(exist_ok=True)
    for name, take in PICTURES.items():
        (folder / f"{name}.svg").write_text(take(), encoding="utf-8")
    before, _, rest = readme.read_text(encoding="utf-8").partition("<!-- keys -->\n")
    after = rest.partition("<!-- /keys -->")[2]
    readme.write_text(f"{before}<!-- keys -->\n{keys_table()}<!-- /keys -->{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
