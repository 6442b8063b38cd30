"""Many files checked on a real terminal: how far it is can be seen, and Ctrl+C ends it without a trace."""

import subprocess
import sys
import time
from pathlib import Path

from tests.architecture.tree import ROOT, SHIPPED
from tests.e2e.terminal import PATIENCE, Terminal

SIZE = (200, 24)


def shelf(folder: Path, number: int) -> Path:
    """So many sound briefings that checking them takes a while."""
    found = folder / "shelf"
    found.mkdir()
    text = next(path for path in SHIPPED if path.stem.startswith("karabakh")).read_text("utf-8")
    for n in range(number):
        (found / f"{n:03}.yaml").write_text(text, encoding="utf-8")
    return found


def test_progress_is_shown_and_taken_away(tmp_path: Path) -> None:
    folder = shelf(tmp_path, 150)
    (folder / "flawed.yaml").write_text("title: A\nas_of: soon\nsituation: {bottom_line: A}\n", encoding="utf-8")
    with Terminal(["check", str(folder), "--output-format", "concise"], SIZE, tmp_path) as terminal:
        terminal.wait(" of 151 files")
        terminal.wait("files checked")
        assert terminal.ended() == 1
        lines = [line for line in terminal.lines() if line]
        assert "flawed.yaml:2:8: error[M305]" in lines[0]
        assert lines[-1].startswith("151 files checked: 1 error")
        assert not any(" of 151 files" in line for line in lines)


def test_an_interrupt_ends_it_without_a_trace(tmp_path: Path) -> None:
    with Terminal(["check", str(shelf(tmp_path, 600))], SIZE, tmp_path) as terminal:
        terminal.wait(" of 600 files")
        terminal.press("\x03")
        assert terminal.ended() == 130
        assert "Traceback" not in terminal.text
        assert "of 600 files" not in terminal.text
        assert "Process" not in terminal.text


def test_when_it_is_killed_nothing_of_it_stays(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "briefing_tui", "check", str(shelf(tmp_path, 600)), "--output-format", "json"]
    ran = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    # Long enough for its processes to be there, and far from the end.
    time.sleep(1)
    ran.kill()
    # Whoever still runs holds the other end of this.
    assert ran.communicate(timeout=PATIENCE)[0] == b""
