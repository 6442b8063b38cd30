"""A terminal is drawn on only where there is one, and comes back as it was found: proved in a real one."""

import os
import pty
import signal
import subprocess
import sys
import termios
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

#: Draws as Textual does: alternate screen, mouse, paste marks, no cursor, raw keys. Then it says that it is ready.
SETUP = """
import os, signal, sys, threading, time, tty
from briefing_tui.keeper import TerminalKeeper, before_end

def draw():
    tty.setraw(0)
    os.write(2, b"\\x1b[?1049h\\x1b[?1003h\\x1b[?2004h\\x1b[?25l[ready]")
"""
WAITING = "with TerminalKeeper():\n    draw()\n    while True: time.sleep(60)\n"

BACK = (b"\x1b[?1049l", b"\x1b[?1003l", b"\x1b[?2004l", b"\x1b[?25h")


@dataclass
class Program:
    """A program in a terminal of its own, seen from the terminal's side."""

    process: subprocess.Popen[bytes]
    screen: int
    keyboard: int
    before: list[object]
    seen: bytes = b""

    def read_until(self, sign: bytes) -> None:
        while sign not in self.seen:
            part = os.read(self.screen, 4096)
            assert part, self.seen
            self.seen += part

    def ended(self) -> int:
        """The exit code; everything it wrote to its terminal is then in `seen`."""
        code = self.process.wait(timeout=20)
        os.set_blocking(self.screen, False)
        try:
            while part := os.read(self.screen, 4096):
                self.seen += part
        except OSError:
            pass
        return code

    def is_back(self) -> bool:
        """Whether the line settings are those from before the program."""
        return termios.tcgetattr(self.keyboard) == self.before


@pytest.fixture
def programs() -> Iterator[list[Program]]:
    started: list[Program] = []
    yield started
    for program in started:
        if program.process.poll() is None:
            program.process.kill()
            program.process.wait()
        os.close(program.screen)
        os.close(program.keyboard)


def start(programs: list[Program], script: str) -> Program:
    screen, keyboard = pty.openpty()
    # A session of its own, with this terminal as the one that controls it, as in a terminal's window.
    process = subprocess.Popen(
        [sys.executable, "-c", "import fcntl, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0)\n" + SETUP + script],
        stdin=keyboard,
        stdout=keyboard,
        stderr=keyboard,
        start_new_session=True,
        cwd=ROOT,
    )
    programs.append(Program(process, screen, keyboard, termios.tcgetattr(keyboard)))
    return programs[-1]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
def test_a_signal_gives_the_terminal_back(number: signal.Signals, programs: list[Program]) -> None:
    program = start(programs, WAITING)
    program.read_until(b"[ready]")
    assert not program.is_back()
    program.process.send_signal(number)
    assert program.ended() == 128 + number
    assert program.is_back()
    after = program.seen.partition(b"[ready]")[2]
    assert [sequence for sequence in BACK if sequence not in after] == []


def test_an_exception_gives_the_terminal_back(programs: list[Program]) -> None:
    program = start(programs, "with TerminalKeeper():\n    draw()\n    raise SystemExit(3)\n")
    assert program.ended() == 3
    assert program.is_back()
    assert program.seen.endswith(b"\x1b[?25h")


def test_a_terminal_that_is_as_it_was_is_left_alone(programs: list[Program]) -> None:
    program = start(programs, "with TerminalKeeper():\n    os.write(2, b'plain')\n")
    assert program.ended() == 0
    assert program.seen == b"plain"


def test_what_another_thread_still_draws_goes_into_nothing(programs: list[Program]) -> None:
    drawing = "threading.Thread(target=lambda: [os.write(2, b'frame ') for _ in iter(int, 1)], daemon=True).start()\n"
    program = start(programs, drawing + WAITING)
    program.read_until(b"[ready]")
    program.read_until(b"frame ")
    program.process.send_signal(signal.SIGTERM)
    # The terminal has to be read, or the writers wait for it.
    program.read_until(b"\x1b[?1049l")
    assert program.ended() == 128 + signal.SIGTERM
    assert program.is_back()
    assert b"frame" not in program.seen.partition(b"\x1b[?1049l")[2]


def test_last_words_are_said_before_the_end(programs: list[Program], tmp_path: Path) -> None:
    words = f"before_end(lambda: open({str(tmp_path / 'words')!r}, 'w').write('kept'))\nbefore_end(lambda: 1 / 0)\n"
    program = start(programs, words + WAITING)
    program.read_until(b"[ready]")
    program.process.send_signal(signal.SIGTERM)
    assert program.ended() == 128 + signal.SIGTERM
    assert (tmp_path / "words").read_text() == "kept"
    assert program.is_back()


def test_last_words_without_end_are_cut_off(programs: list[Program]) -> None:
    program = start(programs, "before_end(lambda: time.sleep(600))\n" + WAITING)
    program.read_until(b"[ready]")
    program.process.send_signal(signal.SIGTERM)
    assert program.ended() == 128 + signal.SIGTERM
    assert program.is_back()


def test_a_terminal_that_takes_no_output_does_not_hold_it_up(programs: list[Program]) -> None:
    # Nobody reads the screen: its buffer is full and every write waits.
    program = start(programs, "with TerminalKeeper():\n    draw()\n    while True: os.write(2, b'x' * 4096)\n")
    program.read_until(b"[ready]xxxx")
    program.process.send_signal(signal.SIGTERM)
    assert program.process.wait(timeout=20) == 128 + signal.SIGTERM
    assert program.is_back()


def test_a_closed_terminal_ends_the_program(programs: list[Program]) -> None:
    program = start(programs, WAITING)
    program.read_until(b"[ready]")
    os.close(program.screen)
    os.close(program.keyboard)
    programs.remove(program)
    assert program.process.wait(timeout=20) == 128 + signal.SIGHUP


def test_a_signal_that_was_ignored_from_outside_stays_ignored(programs: list[Program]) -> None:
    script = "signal.signal(signal.SIGHUP, signal.SIG_IGN)\n" + WAITING
    program = start(programs, script)
    program.read_until(b"[ready]")
    program.process.send_signal(signal.SIGHUP)
    program.process.send_signal(signal.SIGTERM)
    assert program.ended() == 128 + signal.SIGTERM


ASKING = "from briefing_tui.terminal import terminal_problem\nprint(terminal_problem())\n"


@pytest.mark.parametrize(
    ("redirection", "problem"),
    [
        ("", "None"),
        ("< /dev/null", "standard input is not a terminal"),
        ("<&-", "standard input is not a terminal"),
        ("2> /dev/null", "standard error is not a terminal"),
        ("2>&-", "standard error is not a terminal"),
        ("| cat", "standard output is not a terminal"),
    ],
)
def test_it_is_drawn_only_where_every_stream_is_a_terminal(
    redirection: str, problem: str, programs: list[Program]
) -> None:
    call = f"{sys.executable} -c {ASKING!r} {redirection}".replace("\\n", "'$'\\n''")
    program = start(programs, f"os.environ['TERM'] = 'xterm'\nos.execvp('bash', ['bash', '-c', {call!r}])\n")
    assert program.ended() == 0
    assert program.seen.decode().strip() == problem


@pytest.mark.parametrize(
    ("kind", "drawn"), [("xterm-256color", True), ("", False), ("dumb", False), ("unknown", False)]
)
def test_it_is_drawn_only_on_terminals_that_know_how(kind: str, drawn: bool, programs: list[Program]) -> None:
    program = start(programs, f"os.environ['TERM'] = {kind!r}\n" + ASKING)
    assert program.ended() == 0
    assert (program.seen.decode().strip() == "None") is drawn


def test_keys_can_be_read_after_a_file_came_in(programs: list[Program]) -> None:
    script = (
        "read, write = os.pipe(); os.write(write, b'a briefing'); os.close(write); os.dup2(read, 0)\n"
        "from briefing_tui.terminal import keyboard_reopened\n"
        "assert sys.stdin.buffer.read() == b'a briefing' and not sys.__stdin__.isatty()\n"
        "assert keyboard_reopened() and sys.__stdin__.isatty()\n"
        "print(os.read(0, 100))\n"
    )
    program = start(programs, script)
    os.write(program.screen, b"q\n")
    assert program.ended() == 0, program.seen
    assert b"b'q\\n'" in program.seen


def test_without_a_terminal_there_is_no_keyboard() -> None:
    script = "from briefing_tui.terminal import keyboard_reopened\nprint(keyboard_reopened())\n"
    ran = subprocess.run(
        [sys.executable, "-c", script],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        start_new_session=True,
        check=True,
        cwd=ROOT,
        timeout=60,
    )
    assert ran.stdout == b"False\n"


def test_an_end_that_comes_by_itself_is_for_who_keeps_a_terminal(programs: list[Program]) -> None:
    """Where a keeper has gone, or there was none, whoever runs the app as a part of something goes on."""
    waits = "with TerminalKeeper():\n    pass\nend_after(0.1, 70, str)\ntime.sleep(0.5)\nos.write(2, b'goes on')\n"
    program = start(programs, f"from briefing_tui.keeper import end_after\n{waits}")
    assert program.ended() == 0
    assert program.seen.endswith(b"goes on")
