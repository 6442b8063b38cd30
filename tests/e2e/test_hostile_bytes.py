"""No file commands the terminal: what reaches a real pty of hostile strings, in every field and in names and errors."""

import json
import re
from pathlib import Path

import pytest

from tests.e2e.terminal import Terminal

#: What the screen itself sends: the pointer's shape, colours, places, modes, questions. No title, no clipboard.
_OURS = re.compile(rb"\x1b\]22;[a-z-]{1,20}\x07|\x1b\[[0-9;:?<=>]*[ -/]*[@-~]|\x1b[=>78]|\x1b\([B0]")
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]")

HOSTILE = [
    "\x1b]0;title\x07", "\x1b]52;c;cHduZWQ=\x07", "\x1b]8;;http://evil.example\x1b\\click\x1b]8;;\x1b\\",
    "\x1b[2J\x1b[H", "\x1b[31m", "\x1bP1$r\x1b\\", "\x1b_apc\x1b\\", "\x1b^pm\x1b\\",
    "\x9b31m", "\x90dcs\x9c", "\x9d0;title\x9c", "\x01\x02\x03\x04\x05\x06\x07\x08", "\x00", "\x0b\x0c\x0e\x0f\x10\x11",
    "\x7f" * 5, "a\u202eb\u2066c\u2069", "Z\u0335\u0336\u0337" * 4, "e" + "\u0301" * 200, "\ufeff", "\u200d" * 30,
    "[@click=app.bell]click[/]", "[/b]", "[bold red]x", "\U0001f469\u200d\U0001f680", "\U000e0041\U000e0042",
    "\t\t\t", "a\rb", "%s%n{0}",
]  # fmt: skip


def strings(corpora: Path) -> list[str]:
    """The big list of naughty strings and our own."""
    return [*json.loads((corpora / "blns.json").read_text(encoding="utf-8")), *HOSTILE]


def quoted(text: str) -> str:
    """A text as a double-quoted YAML scalar, every character of it reaching the parser."""
    return '"' + "".join(c if " " <= c < "\x7f" and c not in '"\\' else _escape(c) for c in text) + '"'


def _escape(char: str) -> str:
    code = ord(char)
    if char in '"\\':
        return "\\" + char
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def hostile_briefing(texts: list[str]) -> str:
    """A briefing with a hostile string in every free field of every kind of entry."""
    lines = ["title: " + quoted("T" + texts[0]), "as_of: 2026", "banner: " + quoted("B" + "".join(HOSTILE[:6]))]
    lines += ["tags: [" + ", ".join(quoted("t" + text) for text in HOSTILE) + "]", "situation:"]
    lines += ["  bottom_line: " + quoted("L " + " ".join(HOSTILE)), "  highlights:"]
    lines += ["    - " + quoted("H " + text) for text in texts]
    lines += ["actors:"]
    lines += [
        f"  a-{n}: {{name: {quoted('N ' + text)}, aliases: {quoted('A' + text)}}}" for n, text in enumerate(texts)
    ]
    lines += ["events:"] + [
        f"  e-{n}: {{title: {quoted('E ' + text)}, when: unknown, where: {quoted('W ' + text)}, text: {quoted(text)}}}"
        for n, text in enumerate(texts)
    ]
    lines += ["communications:"]
    lines += [
        f"  c-{n}: {{from: a-{n}, text: {quoted('C ' + text)}, quote: {quoted('Q ' + text)}}}"
        for n, text in enumerate(texts)
    ]
    lines += ["sources:"]
    lines += [
        f"  s-{n}: {{title: {quoted('S ' + text)}, publisher: {quoted('P' + text)}}}" for n, text in enumerate(texts)
    ]
    return "\n".join(lines) + "\n"


def assert_only_ours(data: bytes) -> None:
    """Takes what the screen sends itself out of the bytes: no control character may be left."""
    rest = _OURS.sub(b"", data)
    found = _CONTROL.search(rest)
    assert found is None, rest[max(0, found.start() - 60) : found.start() + 60]


@pytest.mark.parametrize("size", [(120, 36), (40, 14)])
def test_every_pane_and_dossier_of_a_hostile_briefing(size: tuple[int, int], tmp_path: Path, corpora: Path) -> None:
    path = tmp_path / "hostile.yaml"
    path.write_text(hostile_briefing(strings(corpora)), encoding="utf-8")
    with Terminal([str(path)], size, tmp_path) as terminal:
        terminal.wait("Situation")
        terminal.settle()
        for pane in "123456":
            terminal.press(pane)
            terminal.settle()
            for _ in range(6):
                terminal.press(" ")
                terminal.read(0.1)
            terminal.press("\r")
            terminal.settle()
            terminal.press("f")
            terminal.read(0.2)
            terminal.press("\x1b")
            terminal.settle()
        terminal.press("/")
        terminal.press("click\r")
        terminal.settle()
        terminal.press(":")
        terminal.settle()
        terminal.press("\x1b")
        terminal.settle()
        terminal.press("q")
        assert terminal.ended() == 0
    assert_only_ours(terminal.data)


def test_names_of_files_and_what_is_wrong_with_them(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    folder.mkdir()
    for n, text in enumerate(HOSTILE[:18]):
        name = text.replace("/", "_").replace("\0", "0")
        try:
            target = folder / f"{n}{name}.yaml"
            target.write_text(
                f"title: x\nas_of: {quoted(text)}\n{quoted('k' + text)}: 1\nsituation: [{quoted(text)}]\n",
                encoding="utf-8",
            )
        except (OSError, UnicodeError):
            continue
    with Terminal([str(folder)], (100, 30), tmp_path) as terminal:
        terminal.wait("Briefings")
        terminal.settle()
        for _ in range(4):
            terminal.press("\r")
            terminal.settle()
            terminal.press("q")
            terminal.settle()
            terminal.press("j")
        terminal.press("q")
        assert terminal.ended() == 0
    assert_only_ours(terminal.data)
