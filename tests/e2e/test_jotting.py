"""Minutes in a real terminal: what the screen has confirmed is on the disk, though the program is killed right then."""

import os
import shutil
import signal
import tempfile
from pathlib import Path

import pytest
import yaml

from tests.e2e.terminal import Terminal

HARROW_BEND = Path(__file__).resolve().parents[2] / "briefings" / "harrow-bend-2.yaml"


@pytest.mark.parametrize("command", [[], ["present"]], ids=["reading", "presenting"])
@pytest.mark.parametrize("size", [(120, 36), (40, 14)])
def test_what_was_confirmed_outlives_the_program(command: list[str], size: tuple[int, int], tmp_path: Path) -> None:
    path = tmp_path / "flood.yaml"
    shutil.copy(HARROW_BEND, path)
    # The path of a socket has a hundred bytes or so.
    run = Path(tempfile.mkdtemp(prefix="run-"))
    for number in (1, 2, 3):
        with Terminal([*command, str(path)], size, tmp_path, XDG_RUNTIME_DIR=str(run)) as terminal:
            terminal.wait("TLP:GREEN")
            terminal.settle()
            terminal.press("a")
            terminal.wait("jot ▸")
            terminal.press("d Open the weir @town\r")
            terminal.wait(f"Decision {number} kept in")
            # A draft is being typed when the end comes.
            terminal.press("aa half")
            terminal.read()
            # With what holds the terminal for it: nobody is left to do anything.
            os.killpg(terminal.child.pid, signal.SIGKILL)
            assert terminal.ended() == 128 + signal.SIGKILL
    items = yaml.safe_load((tmp_path / "flood.minutes.yaml").read_text("utf-8"))
    assert [(item["id"], item["kind"], item["text"]) for item in items] == [
        (number, "decision", "Open the weir @town") for number in (1, 2, 3)
    ]
    assert all(item["names"] == ["town"] and item["item"] for item in items)
    assert all(("step" in item) is bool(command) for item in items)
    shutil.rmtree(run)
