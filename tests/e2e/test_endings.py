"""However it ends, the terminal is as it was found: keys, signals to either process, native faults, a lost one."""

import os
import signal
import time
from pathlib import Path

import pytest

from tests.e2e.ending import SECRET, TEXT, Ending
from tests.e2e.screenmodes import Modes, modes_after

#: What a shell does for nohup.
IGNORING = ("-c", 'trap \'\' HUP; exec "$0" "$@"')

READ, PRESENT = (), ("present",)


@pytest.fixture
def flood(tmp_path: Path) -> Path:
    path = tmp_path / "flood.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def check(run: Ending, code: int, said: str = "") -> None:
    """The exit code, what is left on the normal screen, and everything else as it was."""
    assert run.ended() == code, run.data[-600:]
    assert run.is_as_found, run.left_behind
    assert run.said == said
    assert SECRET not in run.said


def drawn(run: Ending) -> None:
    run.wait("water rises")
    run.settle()
    assert not run.is_as_found


@pytest.mark.parametrize(
    ("command", "pressed"),
    [(READ, "q"), (READ, "\x11"), (READ, "\x03"), (PRESENT, "q")],
    ids=["q", "Ctrl+Q", "Ctrl+C", "q in a talk"],
)
def test_a_key_ends_it(command: tuple[str, ...], pressed: str, flood: Path, tmp_path: Path) -> None:
    with Ending([*command, str(flood)], tmp_path) as run:
        drawn(run)
        run.press(pressed)
        if command == PRESENT or pressed == "\x03":
            run.wait("End the presentation?" if command == PRESENT else "Quit?")
            run.press("y")
        check(run, 0)


@pytest.mark.parametrize(
    ("command", "name", "whom"),
    [
        (READ, "TERM", "app"), (READ, "TERM", "holder"), (READ, "TERM", "both"), (READ, "HUP", "holder"),
        (READ, "QUIT", "app"), (READ, "QUIT", "holder"), (READ, "INT", "app"), (READ, "INT", "holder"),
        (PRESENT, "TERM", "both"), (PRESENT, "HUP", "app"),
    ],
)  # fmt: skip
def test_a_signal_ends_it_quietly(command: tuple[str, ...], name: str, whom: str, flood: Path, tmp_path: Path) -> None:
    number = signal.Signals[f"SIG{name}"]
    with Ending([*command, str(flood)], tmp_path) as run:
        drawn(run)
        run.kill(whom, number)
        check(run, 128 + number)


@pytest.mark.parametrize(
    ("command", "number"),
    [(READ, signal.SIGSEGV), (READ, signal.SIGABRT), (PRESENT, signal.SIGSEGV)],
    ids=["SEGV", "ABRT", "SEGV in a talk"],
)
def test_a_fault_in_native_code_leaves_a_line_and_a_record(
    command: tuple[str, ...], number: signal.Signals, flood: Path, tmp_path: Path
) -> None:
    with Ending([*command, str(flood)], tmp_path) as run:
        drawn(run)
        run.kill("app", number)
        assert run.ended() == 128 + number
        assert run.is_as_found, run.left_behind
    (record,) = (tmp_path / "state" / "briefing" / "crashes").iterdir()
    line = (
        f"briefing: ended by {number.name}; the terminal was restored. A record without anything from your files is in"
    )
    assert run.said.replace("\n", "") == f"{line} {record}"
    kept = record.read_text("utf-8")
    assert kept.splitlines()[1] == number.name
    assert "  briefing_tui/cli/open.py:" in kept
    assert SECRET not in kept
    assert str(tmp_path) not in kept


@pytest.mark.parametrize("command", [READ, PRESENT], ids=["reading", "presenting"])
def test_a_kill_leaves_a_line(command: tuple[str, ...], flood: Path, tmp_path: Path) -> None:
    with Ending([*command, str(flood)], tmp_path) as run:
        drawn(run)
        run.kill("app", signal.SIGKILL)
        check(run, 137, "briefing: ended by SIGKILL; the terminal was restored")
    assert not (tmp_path / "state" / "briefing" / "crashes").exists()


def test_who_draws_gives_it_back_when_the_holder_is_killed(flood: Path, tmp_path: Path) -> None:
    with Ending([str(flood)], tmp_path) as run:
        drawn(run)
        run.kill("holder", signal.SIGKILL)
        check(run, 137)


def test_who_draws_is_told_of_it_before_it_is_another_s_child(flood: Path, tmp_path: Path) -> None:
    """The system closes the files of the ended first; here, for good. A shell keeps the session, and the terminal."""
    late = "import os; holder = os.getpid(); os.getppid = lambda: holder"
    with Ending([str(flood)], tmp_path, late, shell=("-c", '"$@"; read -r', "bash")) as run:
        drawn(run)
        os.kill(run.app, signal.SIGKILL)
        run.until(lambda: len(run.processes()) == 1, "the end of who draws")
        assert modes_after(run.data)[0] == Modes()


@pytest.mark.parametrize(
    ("command", "ignored"),
    [(READ, False), (READ, True), (PRESENT, False)],
    ids=["reading", "SIGHUP ignored", "presenting"],
)
def test_a_closed_terminal_ends_it(command: tuple[str, ...], ignored: bool, flood: Path, tmp_path: Path) -> None:
    shell = IGNORING if ignored else ()
    with Ending([*command, str(flood)], tmp_path, shell=shell) as run:
        drawn(run)
        run.hang_up()
        assert run.ended() == 128 + signal.SIGHUP


def test_further_signals_change_nothing(flood: Path, tmp_path: Path) -> None:
    slow = """
import os, time
from briefing_tui.keeper import before_end
before_end(lambda: os.write(2, b"[ending]"))
before_end(lambda: time.sleep(0.3))
"""
    with Ending([str(flood)], tmp_path, first=slow) as run:
        drawn(run)
        run.kill("both", signal.SIGTERM)
        run.wait("[ending]")
        for whom in ("holder", "app", "both"):
            run.kill(whom, signal.SIGHUP)
            run.kill(whom, signal.SIGINT)
        check(run, 128 + signal.SIGTERM)


def test_who_does_not_end_is_killed(flood: Path, tmp_path: Path) -> None:
    # As in native code that never comes back: no handler is called any more.
    deaf = """
from briefing_tui.tui.screens.reader import ReaderScreen
import signal
def wait(self):
    signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
    signal.sigwait({signal.SIGUSR1})
ReaderScreen.do_reload = wait
"""
    with Ending([str(flood)], tmp_path, first=deaf) as run:
        drawn(run)
        run.press("r")
        run.settle()
        run.kill("holder", signal.SIGTERM)
        check(run, 128 + signal.SIGTERM)


def test_it_goes_on_after_a_stop_that_nobody_announced(flood: Path, tmp_path: Path) -> None:
    with Ending([str(flood)], tmp_path) as run:
        drawn(run)
        drawing = modes_after(run.data)[0]
        run.kill("app", signal.SIGSTOP)
        # Whoever has stopped it may want the terminal.
        run.until(lambda: run.is_as_found, "the terminal as it was")
        run.kill("app", signal.SIGCONT)
        run.until(lambda: modes_after(run.data)[0] == drawing, "the modes of drawing")
        run.press("3")
        run.wait("crest")
        run.press("q")
        check(run, 0)


@pytest.mark.parametrize("whom", ["app", "holder"])
def test_it_stops_and_goes_on(whom: str, flood: Path, tmp_path: Path) -> None:
    with Ending([str(flood)], tmp_path) as run:
        drawn(run)
        run.kill(whom, signal.SIGTSTP)
        run.until(lambda: "T" in {process.state for process in run.processes()}, "a stop")
        run.until(lambda: modes_after(run.data)[0] == Modes(), "the modes from before")
        run.kill("both", signal.SIGCONT)
        run.wait("water rises")
        run.press("3")
        run.wait("crest")
        run.press("q")
        check(run, 0)


def test_a_stopped_one_can_be_ended(flood: Path, tmp_path: Path) -> None:
    with Ending([str(flood)], tmp_path) as run:
        drawn(run)
        run.kill("app", signal.SIGSTOP)
        run.until(lambda: run.is_as_found, "the terminal as it was")
        run.kill("holder", signal.SIGTERM)
        check(run, 128 + signal.SIGTERM)


def test_nothing_that_was_ignored_from_outside_ends_it(flood: Path, tmp_path: Path) -> None:
    with Ending([str(flood)], tmp_path, shell=IGNORING) as run:
        drawn(run)
        for whom in ("app", "holder", "both"):
            run.kill(whom, signal.SIGHUP)
        time.sleep(0.1)
        run.press("3")
        run.wait("crest")
        run.press("q")
        check(run, 0)


def test_two_processes_of_little_weight(flood: Path, tmp_path: Path) -> None:
    """The one that holds the terminal has nothing of its own but what was there when it began to."""
    with Ending([str(flood)], tmp_path) as run:
        drawn(run)
        rollup = Path(f"/proc/{run.pid}/smaps_rollup").read_text("ascii")
        own = sum(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Private_"))
        assert own < 10_000, rollup
        assert len(os.listdir(f"/proc/{run.pid}/fd")) < 10
        run.press("q")
        check(run, 0)
