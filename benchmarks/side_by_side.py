"""Side by side: how soon others show the same content, what memory they take, and how soon they answer a key."""

from collections import defaultdict
from collections.abc import Iterator
from importlib.metadata import version
from platform import python_version
from statistics import median

from benchmarks.contents import CONTENTS, Content, programs
from benchmarks.effort import is_quick, runs
from benchmarks.rivals import RIVALS, found, said
from benchmarks.shelf import Shelf
from benchmarks.showing import ANSWER, Opening, opening
from benchmarks.table import Listing, shown
from benchmarks.terminal import SMALL, WIDE, Size
from briefing_tui import __version__

#: How often each program opens each content, and how long it may take for it, in seconds; by the content's size.
RUNS, LARGE_RUNS = 6, 3
PATIENCE, LARGE_PATIENCE = 30, 40

#: What each program did in each round.
Rounds = dict[str, list[Opening | None]]

_OPENED = """From the start of the process until a terminal emulator that reads what is written has the title on its
screen, ours also the first heading of the text; programs take turns. A ratio is to hello in the same round. Work:
time on a processor until then. Memory: what is resident once nothing is written and nothing is worked at any more."""

_PRESSED = """A page down in what is open (hello: any key), until the first byte that is written for it and until the
last, as the terminal sees it: how soon something moves, and when it has come to rest."""

HELLO = "hello"


def sections(shelf: Shelf) -> Iterator[Listing]:
    """What was measured, and then how it opened each content at two sizes of the terminal, and answered there."""
    yield versions()
    answers: list[tuple[str, Rounds]] = []
    for content in CONTENTS[: 1 if is_quick() else None]:
        for size in (WIDE, SMALL):
            if size is SMALL and (content is CONTENTS[-1] or is_quick()):
                continue
            rounds = _rounds(shelf, content, size)
            at = f"{size[0]}×{size[1]}"
            yield _opened(f"Side by side: {content.shown} at {at}", rounds)
            answers.append((f"{content.shown} at {at}", rounds))
    yield _answered(answers)


def versions() -> Listing:
    """What was measured, and what was not and why."""
    lines = [
        ("briefing", "this program", f"{__version__}, Textual {version('textual')}, Python {python_version()}"),
        ("hello", "one Static, Textual", f"Textual {version('textual')}"),
        *((rival.name, rival.kind, said(found(rival))) for rival in RIVALS),
    ]
    note = "Each installed by itself, with what it asks for. posting shows its own empty screen: it opens no Markdown."
    return Listing("Side by side", note, ("program", "what it is", "version"), tuple(lines), words=3)


def _rounds(shelf: Shelf, content: Content, size: Size) -> Rounds:
    """All programs in turn, several times; who was too slow once is not asked again."""
    is_large = content is CONTENTS[-1]
    rounds: Rounds = defaultdict(list)
    for run in range(runs(LARGE_RUNS if is_large else RUNS) + 1):
        for program in programs(shelf, content):
            if None in rounds[program.name]:
                continue
            found = opening(program, size, LARGE_PATIENCE if is_large else PATIENCE)
            # The first round warms bytecode and disk.
            if run or found is None:
                rounds[program.name].append(found)
    return rounds


def _opened(title: str, rounds: Rounds) -> Listing:
    head = ("program", "shown", "min", "max", "runs", "× hello", "min", "max", "work", "× hello", "memory", "× hello")
    lines = []
    for name, openings in rounds.items():
        done = [one for one in openings if one is not None]
        if len(done) < len(openings):
            lines.append((name, "never", *[""] * (len(head) - 2)))
            continue
        first, work, memory = _against(rounds, name, "shown"), _against(rounds, name, "work"), [o.memory for o in done]
        times = [one.shown for one in done]
        lines.append(
            (
                name, f"{shown(median(times))} ms", shown(min(times)), shown(max(times)), str(len(times)),
                shown(median(first)), shown(min(first)), shown(max(first)),
                f"{shown(median(one.work for one in done))} ms", shown(median(work)),
                f"{shown(median(memory))} MB", shown(median(_against(rounds, name, "memory"))),
            )
        )  # fmt: skip
    return Listing(title, _OPENED.replace("\n", " "), head, tuple(lines))


def _answered(answers: list[tuple[str, Rounds]]) -> Listing:
    head = ("content", "program", "first byte", "min", "max", "keys", "× hello", "last byte", "max")
    lines = []
    for content, rounds in answers:
        hello = [first for first, _ in _keys(rounds, HELLO)]
        for name in rounds:
            keys = _keys(rounds, name)
            if not keys or not hello:
                lines.append((content, name, f"none within {ANSWER:.0f} s", *[""] * (len(head) - 3)))
                continue
            firsts, lasts = zip(*keys, strict=True)
            lines.append(
                (
                    content, name, f"{shown(median(firsts))} ms", shown(min(firsts)), shown(max(firsts)),
                    str(len(keys)), shown(median(firsts) / median(hello)), f"{shown(median(lasts))} ms",
                    shown(max(lasts)),
                )
            )  # fmt: skip
    return Listing("Side by side: a key", _PRESSED.replace("\n", " "), head, tuple(lines), words=2)


def _keys(rounds: Rounds, name: str) -> list[tuple[float, float]]:
    return [key for one in rounds[name] if one is not None for key in one.keys]


def _against(rounds: Rounds, name: str, what: str) -> list[float]:
    """What a program took in terms of hello, round by round."""
    pairs = zip(rounds[name], rounds[HELLO], strict=False)
    return [getattr(one, what) / (getattr(hello, what) or 1) for one, hello in pairs if one and hello]
