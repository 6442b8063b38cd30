"""No network unless `--via` asks for it: no command opens a socket of the Internet or looks up a name.

An audit hook stands in every process that is started; it sees what is done in C as well, writes it down and refuses it.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT
from tests.e2e.terminal import Terminal

FLAGSHIP = ROOT / "briefings" / "karabakh-2023-09-19.yaml"
FLOOD = ROOT / "briefings" / "harrow-bend-2.yaml"

HOOK = """
import os, socket, sys

def _noted(event, arguments):
    if event == "socket.__new__":
        if arguments[1] in (socket.AF_UNIX, -1):
            return
    elif not (event.startswith(("socket.getaddrinfo", "socket.gethostby", "socket.getnameinfo", "urllib."))):
        return
    with open(os.environ["OFFLINE_REPORT"], "a") as report:
        report.write(event + " " + " ".join(repr(it) for it in arguments if isinstance(it, (str, int))) + "\\n")
    raise OSError("no network in this test")

sys.addaudithook(_noted)
"""


class Offline:
    """A folder whose hook watches what is started with this environment, and what it has seen."""

    def __init__(self, folder: Path) -> None:
        self._report = folder / "report.txt"
        (folder / "hook").mkdir()
        (folder / "hook" / "sitecustomize.py").write_text(HOOK)
        self.variables = {
            "PYTHONPATH": os.pathsep.join([str(folder / "hook"), str(ROOT)]),
            "OFFLINE_REPORT": str(self._report),
        }

    def run(self, *arguments: object, given: str = "", code: int | None = 0) -> None:
        """Runs the program without a terminal."""
        ran = subprocess.run(
            [sys.executable, "-m", "briefing_tui", *map(str, arguments)],
            env={**os.environ, **self.variables}, input=given, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert ran.returncode == code or code is None, ran.stdout + ran.stderr

    @property
    def seen(self) -> list[str]:
        """What had to do with a network."""
        return self._report.read_text().splitlines() if self._report.exists() else []


@pytest.fixture
def offline(tmp_path: Path) -> Offline:
    return Offline(tmp_path)


def test_the_hook_sees_what_via_does(offline: Offline, own_home: Path) -> None:
    arguments = ["follow", "--via", "nats://localhost:4222", "--room", "r"]
    with Terminal(arguments, (80, 24), own_home, **offline.variables) as terminal:
        while not offline.seen:
            terminal.read()
    assert "localhost" in offline.seen[0]


def test_no_command_needs_a_network(offline: Offline, tmp_path: Path) -> None:
    made = tmp_path / "made.yaml"
    offline.run("check", FLAGSHIP, FLOOD)
    offline.run("check", "-", given="title: [\n", code=1)
    for kind in ("text", "md", "json"):
        offline.run("export", FLOOD, "--to", kind)
    offline.run("shot", FLAGSHIP, "--text", "-o", tmp_path / "shot.txt")
    offline.run("new", "A title", "--from", "flood", "-o", made, "--no-edit")
    offline.run("add", "actor", made, "--id", "school", "name=The school")
    offline.run("rename", made, "school", "bend-school")
    offline.run("room", FLOOD, "--size", "120x36", code=None)
    for command in ("themes", "schema", "man", "config", "explain"):
        offline.run(command)
    offline.run("setup", "nvim")
    offline.run("here", f"{FLAGSHIP}:3")
    offline.run(FLAGSHIP)
    assert offline.seen == []


def test_the_language_server_needs_none(offline: Offline) -> None:
    document = {"uri": FLAGSHIP.as_uri(), "languageId": "yaml", "version": 0, "text": FLAGSHIP.read_text("utf-8")}
    messages = (
        {"id": 1, "method": "initialize", "params": {"processId": None, "rootUri": None, "capabilities": {}}},
        {"method": "initialized", "params": {}},
        {"method": "textDocument/didOpen", "params": {"textDocument": document}},
        {"id": 2, "method": "textDocument/documentSymbol", "params": {"textDocument": {"uri": document["uri"]}}},
        {"id": 3, "method": "shutdown"},
        {"method": "exit"},
    )
    bodies = [json.dumps({"jsonrpc": "2.0", **message}) for message in messages]
    offline.run("lsp", given="".join(f"Content-Length: {len(body)}\r\n\r\n{body}" for body in bodies))
    assert offline.seen == []


def test_neither_does_the_reader(offline: Offline, own_home: Path) -> None:
    with Terminal([str(FLAGSHIP), "--follow-editor"], (120, 36), own_home, **offline.variables) as terminal:
        terminal.wait("One undated article")
        # Sources, one of them with a link to the web; what is wrong; every pane, views, what has changed, themes, keys.
        for keys in ("6", "\r", "y", "!", "q", "2", "3", "v", "v", "4", "5", "c", "\x1b", "T", "?", "\x1b"):
            terminal.press(keys)
            terminal.read(0.15)
        terminal.press("qq")
        terminal.ended()
    assert offline.seen == []


def test_nor_a_talk_on_this_machine(offline: Offline, own_home: Path) -> None:
    run = own_home / "run"
    variables = {**offline.variables, "XDG_RUNTIME_DIR": str(run)}
    with Terminal(["present", str(FLOOD)], (100, 30), own_home, **variables) as room:
        room.wait("EXERCISE")
        with Terminal(["follow", str(FLOOD)], (100, 30), own_home, **variables) as follower:
            follower.wait("EXERCISE")
            room.press(" ")
            follower.read(1)
            follower.press("q")
            follower.ended()
    assert offline.seen == []
