"""What is measured: the files, the commands that open them, the environment they run in. All in a folder that goes."""

import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.generator import briefing, briefing_of_size, event_list, flawed, timed_events

ROOT = Path(__file__).resolve().parent.parent
FLAGSHIP = ROOT / "briefings" / "karabakh-2023-09-19.yaml"

#: What the console script does, without the file it stands in.
_SCRIPT = "import sys; from briefing_tui.__main__ import main; sys.exit(main())"

#: Variables of whoever runs this that would change what is measured.
_OTHERS = ("PYTHON", "TEXTUAL", "BRIEFING", "XDG_", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "COV_")

#: A file is called `KIND NUMBER`, or `flagship`.
_MAKERS: dict[str, Callable[[int], str]] = {
    "bytes": briefing_of_size,
    "entries": briefing,
    "events": event_list,
    "timed": timed_events,
    "flawed": lambda size: flawed(briefing_of_size(size), 1000),
}


class Shelf:
    """Files to measure with, made when they are asked for (`with Shelf() as shelf:`)."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="briefing-bench-")
        self.folder = Path(self._folder.name)
        self.file = cache(self._file)

    def __enter__(self) -> "Shelf":
        return self

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()

    def _file(self, name: str) -> Path:
        if name == "flagship":
            return FLAGSHIP
        kind, _, number = name.partition(" ")
        count = int(number)
        text = _MAKERS[kind](count)
        path = self.folder / f"{name.replace(' ', '-')}.yaml"
        path.write_text(text, "utf-8")
        return path

    def environment(self, **more: str) -> dict[str, str]:
        """The environment of a child: nothing of the user's settings, bytecode kept, every colour there is."""
        home = self.folder / "home"
        home.mkdir(exist_ok=True)
        own = {name: value for name, value in os.environ.items() if not name.startswith(_OTHERS)}
        return {
            **own, "HOME": str(home), "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "COLORTERM": "truecolor",
            # What is imported comes from this checkout, wherever the command is called.
            "PYTHONPATH": str(ROOT), "PYTHONSAFEPATH": "1", **more,
        }  # fmt: skip


def title_of(path: Path) -> str:
    """As much of a briefing's title as every screen has room for: what shows that it is there."""
    title = next(line for line in path.read_text("utf-8").splitlines() if line.startswith("title: "))
    return title.removeprefix("title: ").strip("\"'")[:20]


def briefing_command(*arguments: str) -> list[str]:
    """The command `briefing` with arguments."""
    return [sys.executable, "-c", _SCRIPT, *arguments]


HELLO = [sys.executable, str(ROOT / "benchmarks" / "hello.py")]
HELLO_TEXT = "Hello, world"
