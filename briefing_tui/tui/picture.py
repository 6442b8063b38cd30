"""Pictures of the real screen as SVG, for the README: the app itself, at a size, after some keys."""

import asyncio
import re
import sys
from pathlib import Path

from briefing_tui.library.start import Start
from briefing_tui.state import State
from briefing_tui.tui.app import BriefingApp

#: The template of the drawing library names fonts on a server: a picture of ours fetches nothing.
_FONT_FACES = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
#: And it numbers its classes at random: the same screen is to be the same file.
_NUMBER = re.compile(r"terminal-\d+")


def picture(start: Start, size: tuple[int, int], keys: list[str]) -> str:
    """The screen as SVG after some keys (Textual's names), at a size in cells."""
    return asyncio.run(_picture(start, size, keys))


async def _picture(start: Start, size: tuple[int, int], keys: list[str]) -> str:
    app = BriefingApp(start, State(Path("/nonexistent/state.json")))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
        await pilot.pause()
        svg = app.export_screenshot(title="briefing")
    return _NUMBER.sub("terminal", _FONT_FACES.sub("", svg))


def main() -> None:
    """`python -m briefing_tui.tui.picture FILE WIDTHxHEIGHT OUT [KEY...]`; `-` for the library."""
    file, size, out, *keys = sys.argv[1:]
    width, height = (int(number) for number in size.split("x"))
    start = Start() if file == "-" else Start(path=Path(file))
    Path(out).write_text(picture(start, (width, height), keys), encoding="utf-8")


if __name__ == "__main__":
    main()
