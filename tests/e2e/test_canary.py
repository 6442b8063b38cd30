"""A canary in a real tmux that allows everything: after a hostile briefing was toured, all of it is as it was."""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.architecture.tree import ROOT
from tests.e2e.test_hostile_bytes import hostile_briefing
from tests.hostile.texts import OWN

#: Seconds a test waits for something to be seen; far more than it ever takes.
PATIENCE = 30.0
#: What programs may ask of tmux, all of it allowed; not every version knows each.
_OPEN = """\
set -gq allow-passthrough on
set -gq allow-passthrough all
set -gq allow-set-title on
set -gq extended-keys on
set -s set-clipboard on
set -g allow-rename on
set -g set-titles on
set -g status off
set -g mouse on
set -g default-terminal tmux-256color
"""
#: What the canary is asked, by tmux's names; a pane's modes are asked as well, which a program has to put back.
_ASKED = (
    "pane_title", "window_name", "session_name", "pane_current_path", "window_layout", "pane_width", "pane_height",
    "alternate_on", "cursor_flag", "cursor_shape", "cursor_colour", "insert_flag", "keypad_cursor_flag", "keypad_flag",
    "mouse_any_flag", "mouse_sgr_flag", "origin_flag", "wrap_flag", "scroll_region_upper", "scroll_region_lower",
    "pane_in_mode", "pane_dead", "window_bell_flag",
)  # fmt: skip


class Canary(NamedTuple):
    """A tmux of its own, in which a shell stands."""

    socket: Path

    def tmux(self, *words: str, check: bool = True) -> str:
        """What it answers."""
        command = ["tmux", "-S", str(self.socket), "-f", "/dev/null", *words]
        # Its own terminal may be in one.
        environment = {key: value for key, value in os.environ.items() if key != "TMUX"} | {"LC_ALL": "C.UTF-8"}
        return subprocess.run(command, check=check, env=environment, capture_output=True, text=True).stdout

    def screen(self) -> str:
        """What can be seen."""
        return self.tmux("capture-pane", "-p")

    def press(self, *keys: str) -> None:
        """Types, and waits until nothing more changes."""
        self.tmux("send-keys", *keys)
        last = ""
        end = time.monotonic() + PATIENCE
        while (now := self.screen()) != last and time.monotonic() < end:
            last = now
            time.sleep(0.15)

    def escape(self) -> None:
        """Presses Esc. It is only known as one when nothing follows it at once."""
        self.press("Escape")
        time.sleep(0.3)

    def wait(self, words: str) -> None:
        """Waits until some words can be seen."""
        end = time.monotonic() + PATIENCE
        while words not in self.screen():
            assert time.monotonic() < end, f"{words!r} was never seen on:\n{self.screen()}"
            time.sleep(0.05)

    def sings(self) -> dict[str, str]:
        """All of it that a program could change: names, clipboard, keys, settings, the pane's modes."""
        shown = self.tmux("display-message", "-p", "\n".join(f"{name}=#{{{name}}}" for name in _ASKED))
        return {
            "shown": shown,
            "clipboard": self.tmux("show-buffer"),
            "buffers": self.tmux("list-buffers", "-F", "#{buffer_name} #{buffer_size}"),
            "keys": self.tmux("list-keys"),
            **{f"options {of}": self.tmux("show-options", of) for of in ("-s", "-g", "-gw", "-w", "-p")},
            "environment": self.tmux("show-environment"),
            "panes": self.tmux("list-panes", "-a", "-F", "#{pane_id}"),
        }

    def run(self, words: str) -> None:
        """Has the shell run something, and waits until it has; before and after, the screen is put in order."""
        self.tmux("send-keys", f"clear; {words}; echo over-$?", "Enter")


@contextmanager
def canary(folder: Path) -> Iterator[Canary]:
    """One in which a clipboard, a title and a name have been set."""
    if shutil.which("tmux") is None:
        pytest.skip("no tmux here (Debian package tmux)")
    # The path of a socket is short.
    short = Path(tempfile.mkdtemp())
    found = Canary(short / "tmux")
    (folder / "tmux.conf").write_text(_OPEN, encoding="utf-8")
    own = {f"XDG_{name.upper()}_HOME": str(folder / name) for name in ("config", "state", "cache", "data")}
    settings = {**own, "HOME": str(folder), "PYTHONPATH": str(ROOT), "COLORTERM": "truecolor", "PS1": "$ "}
    try:
        found.tmux(
            *("new-session", "-d", "-x", "110", "-y", "34", "-s", "canary"),
            *(word for key, value in settings.items() for word in ("-e", f"{key}={value}")),
            "env PS1='$ ' sh",
        )
        found.tmux("source-file", str(folder / "tmux.conf"), check=False)
        found.tmux("set-buffer", "a canary's clipboard")
        found.tmux("bind-key", "-n", "F12", "display-message", "a canary's key")
        found.tmux("select-pane", "-T", "a canary's title")
        found.wait("$")
        # Not by rename-window, after which it could not be changed by a program.
        found.tmux("set-option", "-g", "automatic-rename", "off")
        found.run("printf '\\033kcanary\\033\\\\'")
        found.wait("over-0")
        yield found
    finally:
        found.tmux("kill-server", check=False)
        shutil.rmtree(short)


def texts() -> list[str]:
    """Our own strings as a file can hold them."""
    return [text.encode("utf-8", "replace").decode() for text in OWN.values()]


def test_a_canary_sings_where_the_strings_reach_the_terminal(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.write_text("\x1b]2;pwned\x07\x1b]52;c;cHduZWQ=\x07\x1bkpwned\x1b\\\x1b[4h\x1b[?25l", encoding="utf-8")
    with canary(tmp_path) as tmux:
        before = tmux.sings()
        tmux.run(f"cat {shlex.quote(str(raw))}")
        tmux.wait("over-0")
        after = tmux.sings()
    assert before["shown"] != after["shown"]
    assert "pane_title=pwned\nwindow_name=pwned\n" in after["shown"]
    assert after["clipboard"] == "pwned"
    assert before["keys"] == after["keys"]


@pytest.mark.parametrize("command", ["open", "present", "check"])
def test_nothing_is_set_by_a_hostile_briefing(command: str, tmp_path: Path) -> None:
    folder, typed = tmp_path / "work", tmp_path / "typed"
    folder.mkdir()
    path = folder / "hostile.yaml"
    order = "running_order: [bottom-line, highlights, actors, events, communications]\n"
    path.write_text(hostile_briefing(texts()) + order, encoding="utf-8")
    words = {"open": [], "present": ["present"], "check": ["check"]}[command]
    program = shlex.join([sys.executable, "-m", "briefing_tui", *words, str(path)])
    with canary(tmp_path) as tmux:
        before = tmux.sings()
        # What the terminal answers to a question that a string has asked would be typed into what comes next.
        tmux.run(f"{program}; cat > {shlex.quote(str(typed))}")
        if command != "check":
            tmux.wait("Situation" if command == "open" else "1 of 5")
            _tour(tmux) if command == "open" else tmux.press(*["Space"] * 12, "F")
            tmux.press("C-c")
            tmux.wait("?  y ")
            tmux.press("y")
        end = time.monotonic() + PATIENCE
        while not typed.exists():
            assert time.monotonic() < end, tmux.screen()
            time.sleep(0.05)
        tmux.press("x", "Enter", "C-d")
        tmux.wait("over-0")
        after = tmux.sings()
    assert typed.read_bytes() == b"x\n"
    assert {name: (before[name], after[name]) for name in before if before[name] != after[name]} == {}


def _tour(tmux: Canary) -> None:
    for pane in "123456":
        tmux.press(pane, *["Space"] * 4)
        tmux.press("Home", "Enter")
        tmux.press("v", "j", "j", "f")
        tmux.escape()
    tmux.press("/")
    tmux.press("p", "w", "n", "Enter", "n")
    tmux.escape()
    tmux.press(":")
    tmux.press("p", "w", "Down")
    tmux.escape()
    tmux.press("!", "j", "j")
    tmux.escape()
