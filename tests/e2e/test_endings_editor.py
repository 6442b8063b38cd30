"""Ended while an editor is open in it: that one keeps what was typed, and the terminal is as it was found."""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.ending import EDITOR, TEXT, Ending
from tests.e2e.screenmodes import Modes, modes_after


@pytest.fixture
def flood(tmp_path: Path) -> Path:
    path = tmp_path / "flood.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def run(flood: Path, tmp_path: Path) -> Iterator[Ending]:
    """The reader with its editor open."""
    editor = tmp_path / "editor"
    editor.write_text(EDITOR, encoding="utf-8")
    editor.chmod(0o755)
    with Ending([str(flood)], tmp_path, EDITOR=str(editor)) as run:
        run.wait("water rises")
        run.settle()
        run.press("e")
        run.wait("[editor]")
        yield run


def has_kept(flood: Path) -> bool:
    return flood.with_name("flood.yaml.kept").exists()


def check(run: Ending, code: int) -> None:
    assert run.ended() == code, run.data[-600:]
    assert run.is_as_found, run.left_behind


@pytest.mark.parametrize(
    ("number", "whom"),
    [(signal.SIGTERM, "app"), (signal.SIGTERM, "holder"), (signal.SIGTERM, "both"), (signal.SIGHUP, "holder")],
)
def test_a_signal_ends_the_editor_first(number: signal.Signals, whom: str, run: Ending, flood: Path) -> None:
    run.kill(whom, number)
    check(run, 128 + number)
    assert has_kept(flood)


def test_a_closed_terminal_ends_both(run: Ending, flood: Path) -> None:
    run.hang_up()
    assert run.ended() == 128 + signal.SIGHUP
    assert has_kept(flood)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV])
def test_the_editor_outlives_a_program_that_cannot_wait_for_it(number: signal.Signals, run: Ending) -> None:
    run.kill("app", number)
    run.until(lambda: len(run.processes()) == 2, "the end of the app alone")
    run.settle()
    # Nothing was done to the terminal under the editor's hands.
    assert {1000, 1049} <= modes_after(run.data)[0].on
    assert "ended" not in run.said
    run.press("q")
    check(run, 128 + number)
    assert run.said.replace("\n", "").startswith(f"briefing: ended by {number.name}; the terminal was restored")


def test_an_editor_without_its_program_ends_by_a_signal_too(run: Ending, flood: Path) -> None:
    run.kill("app", signal.SIGKILL)
    run.until(lambda: len(run.processes()) == 2, "the end of the app alone")
    run.kill("holder", signal.SIGTERM)
    check(run, 128 + signal.SIGKILL)
    assert has_kept(flood)


@pytest.mark.parametrize("key", ["\x03", "\x1c"], ids=["Ctrl+C", "Ctrl+\\"])
def test_keys_that_interrupt_are_the_editors(key: str, run: Ending) -> None:
    run.press("i")
    run.settle()
    run.press(key)
    if key == "\x03":
        run.wait("[interrupted]")
        run.press("q\n")
    # What ends the editor ends nothing else.
    run.wait("water rises")
    run.settle()
    run.press("q")
    check(run, 0)


def test_a_shell_takes_the_terminal_and_gives_it_back(flood: Path, tmp_path: Path) -> None:
    """Ctrl+Z in the editor and `fg`; a stop that nobody announced and `fg`; a kill of either process."""
    editor, rc = tmp_path / "editor", tmp_path / "rc"
    editor.write_text(EDITOR, encoding="utf-8")
    editor.chmod(0o755)
    rc.write_text(f"PS1='[prompt]'; alias run='{sys.executable} -m briefing_tui {flood}'\n")

    def is_prompted() -> bool:
        run.wait("[prompt]")
        run.settle()
        # The shell's own line editor asks for paste marks.
        return modes_after(run.data)[0].on - {2004} == Modes().on

    with Ending([], tmp_path, shell=("--rcfile", str(rc), "-i"), EDITOR=str(editor)) as run:
        assert is_prompted()
        run.press("run\n")
        run.wait("water rises")
        run.settle()
        run.press("e")
        run.wait("[editor]")
        run.press("z")
        run.wait("Stopped")
        assert is_prompted()
        run.press("fg\n")
        run.wait("[editor]")
        run.press("q")
        run.wait("water rises")
        run.settle()
        holder = next(process.pid for process in run.processes() if process.parent == run.pid)
        app = next(process.pid for process in run.processes() if process.parent == holder)
        os.kill(app, signal.SIGSTOP)
        run.wait("Stopped")
        assert is_prompted()
        run.press("fg\n")
        run.wait("water rises")
        run.settle()
        os.kill(app, signal.SIGKILL)
        run.wait("ended by SIGKILL")
        assert is_prompted()
        run.press("echo $?; run\n")
        run.wait("137")
        run.wait("water rises")
        run.settle()
        os.kill(max(process.pid for process in run.processes() if process.parent == run.pid), signal.SIGKILL)
        run.wait("Killed")
        run.until(lambda: len(run.processes()) == 1, "the end of who draws")
        run.settle()
        assert modes_after(run.data)[0].on - {2004} == Modes().on
