"""A folder with everything the program reads, made of some texts: briefings, names, minutes, settings, themes, timings.

Made of plain words, it is what a run without malice is learned from; nothing else tells the two apart.
"""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from briefing_tui.blocks.scope import Scope
from briefing_tui.config.configuration import FILE
from briefing_tui.links.index import Links
from briefing_tui.meeting.order import stages_of
from briefing_tui.meeting.timing import Run, Runs, Timed
from briefing_tui.source.load import load
from tests.blocks.filled import written
from tests.hostile.poison import broken, headless, poisoned, unsound

#: Bytes of a name that are taken from a text; a file's name may have 255.
_NAME = 120

PLAIN = [f"Plain words, number {n}" for n in range(40)]


class World(NamedTuple):
    """Where the files are, and the texts they are made of."""

    texts: Sequence[str]
    folder: Path
    #: A sound briefing with its minutes and timings, one of wrong entries, and what is none.
    full: Path
    wrong: Path
    none: Path
    #: Folders: broken files of each kind; files named after the texts; a library of some of each.
    broken: Path
    named: Path
    library: Path

    @property
    def home(self) -> Path:
        """The home of who runs the program there: settings, themes, timings."""
        return self.folder.parent / f"{self.folder.name}-home"

    @property
    def themes(self) -> Path:
        """The folder of their own themes."""
        return self.home / "config" / "briefing" / "themes"

    def environment(self, **more: str) -> dict[str, str]:
        """The variables of somebody who lives there."""
        own = {f"XDG_{name.upper()}_HOME": str(self.home / name) for name in ("config", "state", "cache", "data")}
        return {**os.environ, **own, "HOME": str(self.home), **more}

    def text(self, number: int) -> str:
        """One of the texts."""
        return self.texts[number % len(self.texts)]

    def word(self, number: int) -> str:
        """One of the texts as it can stand on a command line, never empty and no option."""
        return os.fsdecode(_bytes(self.text(number).replace("\0", "")) or b"word").lstrip("-")[:2000] or "word"

    def name(self, number: int) -> str:
        """The same as the name of a file that may be written: it leads nowhere else."""
        return os.fsdecode(_name(self.text(number).replace("\0", "").lstrip("-")))


def made(folder: Path, texts: Sequence[str], shift: int = 0) -> World:
    """Makes such a folder, and the home of who uses it."""
    world = World(
        texts,
        folder,
        folder / "full.yaml",
        folder / "wrong.yaml",
        folder / "none.yaml",
        folder / "broken",
        folder / "named",
        folder / os.fsdecode(_name(texts[shift % len(texts)])),
    )
    for inner in (world.broken, world.named, world.library):
        inner.mkdir(parents=True)
    _write(world.full, poisoned(texts, shift))
    _write(world.wrong, unsound(texts, shift))
    _write(world.none, headless(texts, shift))
    for n, (code, content) in enumerate(broken(world.text(shift))):
        _write(world.broken / f"{n:02}-{code}.yaml", content)
    _write(world.folder / "full.minutes.yaml", minutes(world))
    for n, text in enumerate(texts):
        where = world.library if n % 4 == 3 else world.named
        _write(Path(os.fsdecode(bytes(where) + b"/" + _name(text) + b"%d.yaml" % n)), small(text, n))
    for run in _runs(world):
        Runs(world.home / "state" / "briefing" / "meetings").keep(world.full, run)
    _write(world.themes.parent / FILE, settings(world))
    _write(world.themes / "ours.yaml", theme(world, sound=True))
    for n in range(5):
        name = _name(world.text(shift + n))
        _write(Path(os.fsdecode(bytes(world.themes) + b"/" + name + b".yaml")), theme(world, n))
    return world


def small(text: str, number: int) -> str:
    """A small briefing called by a text; each fourth is none."""
    title = {"title": text or "x", "as_of": "2026-03-04", "banner": text[:60] or "x"}
    return written({**title, "situation": {"bottom_line": text} if number % 4 else text, text[:90] or "x": text})


def minutes(world: World) -> str:
    """Minutes in which everything is taken down, named and asked by the texts; and lines that are none."""
    lines = []
    for n, text in enumerate(world.texts):
        kind = ("action", "decision", "question", "note")[n % 4]
        about = {"text": text, "by": text[:200], "item": text[:200], "names": [text[:200]], "due": text[:60]}
        if n % 3:
            about |= {"item": "the-actor", "due": "2026-03-05", "at": "2026-03-04T12:00:00+01:00"}
        lines.append(f"- {written({'id': n + 1, 'kind': kind, **about}).replace(chr(10), ' ')}")
    lines += [f"- {{answered: 3, text: x{n}}}" for n in range(2)]
    lines += [f"- {{{text}: {text}}}" for text in world.texts[:12]] + [f"- {text}" for text in world.texts[12:24]]
    return _known("\n".join(lines) + "\n")


def settings(world: World) -> str:
    """A configuration in which nothing is right."""
    keys = ("measure", "density", "focus_rule", "start_pane", "author", "theme")
    lines = [f"{key}: {written_text(world.text(n))}" for n, key in enumerate(keys)]
    lines += [f"{written_text(world.text(n)[:90] or 'x')}: x" for n in range(7, 12)]
    lines += [f"library: [{written_text(world.text(12))}]", "keys:"]
    lines += [f"  {written_text(world.text(n)[:90] or 'x')}: {written_text(world.text(n + 1))}" for n in range(13, 20)]
    return "\n".join([*lines, f"  find: [{written_text(world.text(20))}, {written_text(world.text(21))}]"]) + "\n"


def theme(world: World, number: int = 0, *, sound: bool = False) -> str:
    """A theme called by a text, which can be worn or in which nothing is right."""
    head = (
        f"title: {written_text(world.text(number))}\nextends: {'dark' if sound else written_text(world.text(number))}\n"
    )
    if sound:
        return head
    text = [written_text(world.text(number + n)[:90] or "x") for n in range(5)]
    return (
        f"{head}colors: {{{text[0]}: {text[1]}, text: {text[2]}}}\nroles: {{{text[3]}: {text[4]}, title: {text[0]}}}\n"
    )


def written_text(text: str) -> str:
    """A text as YAML has it in double quotes."""
    return _known(written(text).replace("\n", ""))  # type: ignore[arg-type]


def _runs(world: World) -> Iterator[Run]:
    """Talks that were held of it, and rehearsed."""
    briefing = load(world.full).briefing
    assert briefing is not None
    stages = stages_of(Scope(briefing, Links(briefing)))
    steps = tuple(Timed(stage.key, 100.0, 5.0) for stage in stages)
    for n in range(4):
        yield Run(f"2026-03-04T12:0{n}:00.000+01:00", 20.0, n % 2 == 1, steps)


def _known(text: str) -> str:
    """Without escapes of lone surrogates, which YAML does not know."""
    for code in ("d800", "dc00", "dbff", "d83d"):
        text = text.replace(f"\\U0000{code}", "\\ufffd")
    return text


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _name(text: str) -> bytes:
    """The text as the name of a file, cut wherever it gets too long."""
    return _bytes(text).replace(b"/", b"|").replace(b"\0", b"")[:_NAME].strip(b". ") or b"name"


def _write(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_bytes(content))
