"""CALLS: every way to call the program from a command line, with a hostile word wherever a word goes."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from briefing_tui.cli.formats import FORMATS
from tests.hostile.forks import Forks, Said
from tests.hostile.world import World


class Call(NamedTuple):
    """Words of a command line, and what is on standard input; on which terminal, if on any."""

    words: tuple[str | Path, ...]
    given: Path | None = None
    #: On another one, what opens a screen there writes text.
    terminal: str = "dumb"
    #: The user's own text goes through: in a pipe it may look as it likes, but for control characters.
    through: bool = False
    more: tuple[tuple[str, str], ...] = ()


def said(forks: Forks, call: Call, terminal: str) -> Said:
    """What a call writes: on a terminal of some kind, or without one into pipes."""
    given = call.given.read_bytes() if call.given is not None else b""
    return forks.said([str(word) for word in call.words], terminal=terminal, given=given, **dict(call.more))


def calls(world: World, *, all_: bool = True) -> Iterator[Call]:
    """All of them, on the files of a world; or some of those that are much alike."""
    for make in (_reads, _writes, _meetings, _screens, _others, _completed):
        yield from make(world)
    yield from _checks(world, all_=all_)


def _checks(world: World, *, all_: bool) -> Iterator[Call]:
    everything = (world.full, world.wrong, world.none, world.broken, world.named, world.library)
    for n, form in enumerate(FORMATS):
        for path in everything if all_ else everything[n % 6 :][:1]:
            yield Call(("check", "-q", path, "--output-format", form))
    yield Call(("check", "-q", world.wrong, world.broken, "--statistics"))
    given = [world.full, world.wrong, world.none, *sorted(world.broken.iterdir())]
    for path in given if all_ else given[1::5]:
        yield Call(("check", "-", "-q"), path)
        yield Call(("check", "-", "--fix", "-q"), path, through=True)
        yield Call(("check", path, "--unsafe-fixes", "--diff", "-q"), through=True)
    for option in ("--select", "--ignore", "--deny", "--now", "--output-format"):
        yield Call(("check", world.full, option, world.word(3)))
    yield Call(("check", world.word(4)))
    yield Call(("explain", world.word(5)))
    yield Call(("explain", "L401"))


def _reads(world: World) -> Iterator[Call]:
    for path in (world.full, world.wrong, world.none, *sorted(world.broken.iterdir())[::5]):
        yield Call((path,))
        yield Call(("-",), path)
    for entry in ("the-actor", "situation", "bottom-line", world.word(6)):
        yield Call((f"{world.full}#{entry}",))
    for folder in (world.library, world.named, world.folder):
        yield Call((folder,))
    for form in ("text", "md", "json"):
        yield Call(("export", world.full, "--to", form, "--notes"))
        yield Call(("export", "-", "--to", form), world.wrong)
    yield Call(("export", world.full, "-o", world.name(7)))
    yield Call(("export", world.full, "--to", world.word(8)))
    yield Call(("export", world.none, "--to", "md"))
    yield Call((world.word(9),))
    yield Call((f"{world.word(9)}.yaml#{world.word(10)}",))
    yield Call((f"--{world.word(11)}",))


def _writes(world: World) -> Iterator[Call]:
    yield Call(("add", "actor", world.full, "--name", world.word(12), "--diff"), through=True)
    yield Call(("add", "actor", world.full, "--id", world.word(13), f"{world.word(13)}={world.word(14)}"))
    yield Call(("add", "event", world.full, f"title={world.word(14)}", f"when={world.word(15)}"))
    yield Call(("add", "event", world.full, "title=x", "when=2026", "--where", world.word(15), "--diff"), through=True)
    yield Call(("add", world.word(16), world.full))
    yield Call(("add", "actor", world.none, "--name", "x"))
    yield Call(("rename", world.full, "the-actor", "another", "--diff"), through=True)
    yield Call(("rename", world.full, world.word(17), "another"))
    yield Call(("rename", world.full, "the-actor", world.word(18)))
    yield Call(("new", world.word(19), "--no-edit", "--dir", world.folder / "new"))
    yield Call(("new", world.word(20), "-o", world.full, "--no-edit"))
    yield Call(("new", "--supersedes", world.full, "-o", world.folder / "next.yaml", "--no-edit"))
    yield Call(("new", "x", "--supersedes", world.folder / world.name(21)))


def _meetings(world: World) -> Iterator[Call]:
    for form in ("md", "json", "csv", world.word(22)):
        yield Call(("minutes", world.full, "--to", form))
    yield Call(("minutes", world.folder / "full.minutes.yaml"))
    yield Call(("minutes", world.full, "--times"))
    yield Call(("minutes", world.full, "--answer", "3", world.word(23)))
    yield Call(("minutes", world.full, "--edit", "4", world.word(24)))
    yield Call(("minutes", world.full, "--strike", "5"))
    yield Call(("minutes", world.full, "--strike", "99999"))
    yield Call(("minutes", world.full, world.word(25)))
    yield Call(("rehearse", world.full, "--propose"))
    yield Call(("rehearse", world.full, "--diff"), through=True)
    yield Call(("rehearse", world.none, "--propose"))
    for talk in ("present", "speak", "follow"):
        yield Call((talk, world.none))
        yield Call((talk, world.word(26)))
    yield Call(("follow", "--via", world.word(27), "--room", world.word(28)))
    yield Call(("follow", "--via", "nats://127.0.0.1:1", "--room", "x", "--creds", world.word(29)))
    yield Call(("present", world.full, "--minutes", world.word(30)))


def _screens(world: World) -> Iterator[Call]:
    yield Call(("room", world.full))
    yield Call(("room", world.full, "--to", "json", "-v"))
    for keys in ("", "2 j enter", "5 f", "colon", "! j"):
        yield Call(("shot", world.full, "--text", "--keys", keys))
    yield Call(("shot", world.full))
    yield Call(("shot", world.library))
    yield Call(("shot", world.full, "--theme", "ours", "--text", "--entry", "the-actor"))
    for option in ("--view", "--pane", "--entry", "--theme", "--keys", "--size"):
        yield Call(("shot", world.full, "--text", option, world.word(31)))
    yield Call(("room", world.full, "--theme", world.word(32)))
    yield Call(("room", world.none))


def _others(world: World) -> Iterator[Call]:
    yield Call(("config",))
    yield Call(("config", world.word(33)))
    for terminal in ("dumb", "xterm-256color"):
        yield Call(("themes",), terminal=terminal)
        yield Call(("themes", "ours"), terminal=terminal)
    yield Call(("themes", world.word(34)))
    yield Call(("themes", "--write", world.name(35)))
    for path in sorted(world.themes.iterdir()):
        yield Call(("themes", path))
    yield Call(("schema", "--write", world.name(36)))
    yield Call(("schema", world.word(36)))
    yield Call(("completion", world.word(37)))
    yield Call(("completion", "bash"))
    # On a terminal it is shown by another program.
    yield Call(("man",), terminal="")
    yield Call(("setup", world.word(38)))
    yield Call(("here", world.word(39)))
    yield Call(("here", f"{world.word(39)}:12"))
    yield Call(("lsp", world.word(0)))
    yield Call(("--help",))
    yield Call((world.word(1), "--help"))


def _completed(world: World) -> Iterator[Call]:
    """What a shell asks for when somebody presses Tab."""
    begun = ("", f"{world.full}#", f"{world.full}#the", f"{world.named}/", "check", "shot --theme ", "add")
    for n, words in enumerate(begun):
        shell = ("bash", "zsh", "fish")[n % 3]
        line = f"briefing {words}"
        asked = {"COMP_WORDS": line, "COMP_CWORD": str(len(line.split(" ")) - 1)}
        yield Call((), more=(("_BRIEFING_COMPLETE", f"{shell}_complete"), *asked.items()))
