"""How far it has come is shown on a terminal only, only when it takes long, and is gone before anything else."""

import io
import sys

import pytest

from briefing_tui.cli import progress
from briefing_tui.cli.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def on_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal as standard error. No fixture: between that and the test, pytest puts its own in place."""
    found = Terminal()
    monkeypatch.setattr(sys, "stderr", found)
    monkeypatch.setenv("TERM", "xterm")
    return found


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [0.0]
    monkeypatch.setattr(progress, "monotonic", lambda: now[0])
    return now


def seen(written: str) -> str:
    """What is left of a line after its carriage returns."""
    line = ""
    for part in written.split("\r"):
        line = part + line[len(part) :]
    return line.rstrip()


def test_nothing_at_first_then_a_line_then_nothing(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_terminal(monkeypatch)
    shown = Progress(1200)
    shown.step()
    assert terminal.getvalue() == ""
    clock[0] = progress.PATIENCE
    shown.step()
    assert seen(terminal.getvalue()) == "2 of 1,200 files"
    shown.step()
    assert seen(terminal.getvalue()) == "2 of 1,200 files"
    shown.hide()
    assert seen(terminal.getvalue()) == ""
    before = terminal.getvalue()
    shown.hide()
    assert terminal.getvalue() == before


@pytest.mark.parametrize("why", ["quiet", "one file", "dumb", "no terminal", "closed"])
def test_where_it_is_not_wanted(why: str, clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_terminal(monkeypatch)
    if why == "dumb":
        monkeypatch.setenv("TERM", "dumb")
    elif why == "no terminal":
        monkeypatch.setattr(sys, "stderr", io.StringIO())
    elif why == "closed":
        monkeypatch.setattr(sys, "stderr", None)
    shown = Progress(1 if why == "one file" else 10, quiet=why == "quiet")
    clock[0] = 100
    shown.step()
    shown.hide()
    assert terminal.getvalue() == ""


def test_a_terminal_that_goes_away_costs_nothing(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_terminal(monkeypatch)
    shown = Progress(10)
    clock[0] = 100
    terminal.close()
    # isatty of a closed stream is not asked again.
    shown.step()
    shown.hide()
