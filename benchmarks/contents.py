"""What programs are measured side by side, and what each of them is given to show of the same content."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field

from benchmarks.rivals import RIVALS, Found, Rival, found
from benchmarks.shelf import HELLO, HELLO_TEXT, Shelf, briefing_command
from benchmarks.start import FIRST_TEXT

PAGE_DOWN = "\x1b[6~"


@dataclass(frozen=True, slots=True)
class Content:
    """A file of the shelf, what it is called, and a word of its title: where that is shown, the content is."""

    name: str
    shown: str
    word: str


CONTENTS = (
    Content("flagship", "flagship", "Azerbaijan"),
    Content("bytes 30000", "30 KB", "Generated"),
    Content("bytes 1000000", "1 MB", "Generated"),
)


@dataclass(frozen=True, slots=True)
class Program:
    """A command with its environment, the words that tell that its content is there, and a key that shows more."""

    name: str
    command: list[str]
    environment: dict[str, str] = field(repr=False)
    words: tuple[str, ...]
    key: str


def programs(shelf: Shelf, content: Content) -> Iterator[Program]:
    """Hello, ours, and every rival that is there."""
    own = shelf.environment()
    yield Program("hello", HELLO, own, (HELLO_TEXT,), "j")
    command = briefing_command(str(shelf.file(content.name)))
    yield Program("briefing", command, own, (content.word, FIRST_TEXT), PAGE_DOWN)
    for rival in RIVALS:
        one = found(rival)
        if one.program:
            words = (content.word,) if rival.opens else (rival.shows,)
            yield Program(rival.name, _command(shelf, rival, one, content), _environment(own, one), words, rival.key)


def markdown(shelf: Shelf, content: Content, slides: bool = False) -> str:
    """The path of a content as `briefing export --to md` gives it; as slides, with a ruler between its sections."""
    path = shelf.folder / "markdown" / f"{content.shown.replace(' ', '-')}{'-slides' if slides else ''}.md"
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        command = briefing_command("export", str(shelf.file(content.name)), "--to", "md")
        text = subprocess.run(command, env=shelf.environment(), capture_output=True, check=True).stdout.decode()
        if slides:
            # What stands before the title would be a slide of its own.
            text = re.sub(r"(?m)^(?=## )", "---\n\n", text[text.index("# ") :])
        path.write_text(text, "utf-8")
    return str(path)


def _command(shelf: Shelf, rival: Rival, one: Found, content: Content) -> list[str]:
    given = [markdown(shelf, content, rival.slides)] if rival.opens else [str(shelf.folder)]
    return [one.program, *rival.arguments, *given]


def _environment(own: dict[str, str], one: Found) -> dict[str, str]:
    kept = {name: value for name, value in own.items() if not name.startswith("PYTHON")}
    return {**kept, "LD_LIBRARY_PATH": one.libraries} if one.libraries else kept
