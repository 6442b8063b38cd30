"""Two processes in real terminals: a reader that follows, and what tells it which line is edited."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.e2e.terminal import Terminal

HARROW_BEND = Path(__file__).resolve().parents[2] / "briefings" / "harrow-bend-2.yaml"


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 14)])
def test_a_reader_follows_what_another_process_tells(size: tuple[int, int], tmp_path: Path) -> None:
    path = tmp_path / "flood.yaml"
    text = HARROW_BEND.read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    # The path of a socket has a hundred bytes or so.
    run = Path(tempfile.mkdtemp(prefix="run-"))
    with Terminal([str(path), "--follow-editor"], size, tmp_path, XDG_RUNTIME_DIR=str(run)) as terminal:
        terminal.wait("Following")
        line = text.split("  pumps:")[0].count("\n") + 1
        command = [sys.executable, "-m", "briefing_tui", "here", f"{path}:{line}"]
        subprocess.run(command, check=True, env={**os.environ, "XDG_RUNTIME_DIR": str(run)})
        terminal.wait("pumps arrives" if size[0] > 60 else "3 Events")
        path.write_text(text.replace("One of two pumps arrives", "One more pump comes"), encoding="utf-8")
        terminal.wait("~One more" if size[0] < 60 else "One more pump")
        terminal.wait("changed")
        terminal.press("c")
        terminal.wait("since the last")
        terminal.press("q")
        assert terminal.ended() == 0
    assert list((run / "briefing").iterdir()) == []
    shutil.rmtree(run)


def test_a_folder_cannot_be_followed(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "briefing_tui", str(tmp_path), "--follow-editor"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "wants the file of one briefing" in done.stderr
