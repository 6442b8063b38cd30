"""No file, name or word commands the terminal: what every command writes, to a terminal and into pipes."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.hostile.asked import COMMAND, asked
from tests.hostile.calls import Call, calls, said
from tests.hostile.forks import Forks, Said
from tests.hostile.stream import Grammar
from tests.hostile.texts import OWN, commanding, naughty
from tests.hostile.world import made
from tests.torture import CHANCE, FACTOR, Tally

#: What text has by itself; nothing else goes into a pipe.
_TEXT = Grammar(b"one\n\ttwo\n")


def wrong(call: Call, ended: Said, grammar: Grammar) -> Iterator[str]:
    """What is wrong with what a call wrote."""
    if ended.code not in (0, 1, 2):
        yield f"{call.words}: ended with {ended.code}: {ended.out[-300:]!r} {ended.err[-300:]!r}"
    for written in (ended.out, ended.err):
        for objection in grammar.objections(written):
            yield f"{call.words}: {objection}"


def everything(folder: Path, texts: Sequence[str], *, both: bool) -> tuple[list[str], int]:
    """What is wrong with what the calls write where everything is made of some texts; and how many there were.

    `both` has each of them write to a terminal and into pipes; else one or the other, by turns.
    """
    found: list[str] = []
    many = 0
    world = made(folder / "world", texts)
    coloured = Grammar(asks=asked(COMMAND))
    with Forks(world.folder, world.environment()) as forks:
        for n, call in enumerate(calls(world, all_=both)):
            for terminal in (call.terminal, "") if both else (call.terminal,) if n % 2 else ("",):
                ended = said(forks, call, terminal)
                grammar = coloured if terminal not in ("", "dumb") else _TEXT
                found += [one for one in wrong(call, ended, grammar) if not _is_own(call, terminal, one)]
                many += 1
    return found, many


def _is_own(call: Call, terminal: str, objection: str) -> bool:
    """Whether it is only the look of the user's own text, which goes through a pipe byte for byte."""
    return call.through and not terminal and (": character " in objection or ": more marks" in objection)


def test_what_commands_a_terminal_is_seen_by_these_tests() -> None:
    clean = b"one\n\ttwo\x1b[0;1;38;2;10;20;30;4mthree\x1b[0m\x1b[3;4H\x1b[?25l\r\n"
    grammar = Grammar(clean, size=(80, 24))
    assert grammar.objections(clean) == []
    assert grammar.objections(b"\x1b[24;80Hx\x1b[1;38;2;1;1;1mx") == []
    assert grammar.objections(b"\x1b[25;80Hx")
    assert grammar.objections(b"\x1b[?25h")
    for name, text in commanding().items():
        # Of what ends a line a terminal makes nothing worse.
        if name != "CRLF":
            assert grammar.objections(b"a" + text.encode() + b"b"), name


def test_every_command(tmp_path: Path) -> None:
    found, _ = everything(tmp_path, list(OWN.values()), both=False)
    assert not found, "\n".join(found[:20])


#: So many rounds with other strings; each string has been in every place of a command line after as many as there are.
_ROUNDS = 2 * FACTOR


@pytest.mark.torture("bytes to the terminal", alone=True)
@pytest.mark.parametrize("turn", range(_ROUNDS))
def test_every_command_with_every_string(turn: int, tmp_path: Path, corpora: Path, tally: Tally) -> None:
    texts = [*OWN.values(), *naughty(corpora)]
    start = (CHANCE + turn * len(texts) // _ROUNDS) % len(texts)
    found, many = everything(tmp_path, [*texts[start:], *texts[:start]], both=True)
    tally("commands on hostile files, names and words", many, len(found))
    assert not found, "\n".join(found[:20])
