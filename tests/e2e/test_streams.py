"""Whatever a shell does to the three streams: data on standard output, words on standard error, a code, no trace."""

import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, SHIPPED

FLAGSHIP = ROOT / "briefings" / "karabakh-2023-09-19.yaml"

#: Every way the program writes something, none of which needs a terminal.
WRITING = (
    "briefing --help",
    "briefing",
    "briefing $FLAGSHIP",
    "briefing - < $FLAGSHIP",
    "briefing check $FLAWED",
    "briefing check $FLAWED --output-format json",
    "briefing export $FLAGSHIP --to md",
)
FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")


@dataclass(frozen=True)
class Ended:
    code: int
    out: bytes
    said: str


@dataclass(frozen=True)
class Shell:
    """A shell without a terminal that knows `briefing` from this checkout, in an empty folder."""

    folder: Path

    def run(self, command: str, **more: str) -> Ended:
        """What becomes of a command. Unless it says otherwise, standard input is empty."""
        script = f"briefing() {{ '{sys.executable}' -m briefing_tui \"$@\"; }}\n{command}"
        environment = {"HOME": str(self.folder), "PATH": os.defpath, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color"}
        environment |= {"FLAGSHIP": str(FLAGSHIP), "FLAWED": str(self.folder / "flawed.yaml"), **more}
        ran = subprocess.run(
            ["bash", "-c", script],
            cwd=self.folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=60,
            check=False,
        )
        return Ended(ran.returncode, ran.stdout, ran.stderr.decode())


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    (tmp_path / "flawed.yaml").write_text("title: A\nas_of: soon\nsituation: {bottom_line: A, colour: blue}\n")
    return Shell(tmp_path)


@pytest.mark.parametrize("command", WRITING)
def test_data_goes_to_standard_output_and_nothing_else_does(command: str, shell: Shell) -> None:
    ended = shell.run(command)
    assert ended.code == (1 if "FLAWED" in command else 0)
    assert ended.out
    assert "Traceback" not in ended.said
    if "check" in command:
        assert b"checked:" not in ended.out
    else:
        assert ended.said == ""


@pytest.mark.parametrize("command", WRITING[1:])
def test_a_closed_output_is_said(command: str, shell: Shell) -> None:
    ended = shell.run(f"{command} >&-")
    assert ended.code == 2
    assert ended.said == "briefing: standard output is closed: there is nowhere to write to\n"


@needs_full
@pytest.mark.parametrize("command", WRITING)
def test_a_full_disk_is_said(command: str, shell: Shell) -> None:
    ended = shell.run(f"{command} > /dev/full")
    assert ended.code == 2
    assert ended.said == "briefing: the output could not be written: No space left on device\n"


@pytest.mark.parametrize("command", WRITING)
def test_a_reader_that_has_seen_enough_is_no_trouble(command: str, shell: Shell) -> None:
    # The reader is gone before the first byte is written.
    ended = shell.run(f"{{ {command}; echo $? >&2; }} | true")
    assert ended.said.splitlines()[-1] == "141"
    assert ended.said.splitlines()[:-1] == []


@pytest.mark.parametrize("briefing", SHIPPED, ids=lambda path: path.stem)
def test_the_first_line_of_a_briefing_can_be_had(briefing: Path, shell: Shell) -> None:
    ended = shell.run(f"briefing '{briefing}' | head -1")
    assert (ended.code, ended.said) == (0, "")
    assert ended.out.count(b"\n") == 1


@pytest.mark.parametrize(
    "command", ["briefing $FLAGSHIP", "briefing nowhere", "briefing check $FLAWED", "briefing chekc"]
)
@pytest.mark.parametrize("redirection", ["2>&-", "2>/dev/full", "0<&- 2>&-"])
def test_words_that_nobody_can_hear_change_nothing(command: str, redirection: str, shell: Shell) -> None:
    usual = shell.run(command)
    assert shell.run(f"{command} {redirection}") == Ended(usual.code, usual.out, "")


def test_all_streams_closed(shell: Shell) -> None:
    assert shell.run("briefing check $FLAWED <&- >&- 2>&-") == Ended(2, b"", "")


def test_a_closed_input_has_nothing_to_read(shell: Shell) -> None:
    ended = shell.run("briefing - <&-")
    assert (ended.code, ended.out) == (2, b"")
    assert ended.said == "briefing: standard input is closed: there is nothing to read\n"


def test_an_endless_input_is_read_only_so_far(shell: Shell) -> None:
    ended = shell.run("yes '# a line that never ends' | briefing -")
    assert (ended.code, ended.out) == (1, b"")
    assert "over 5 MB" in ended.said


@pytest.mark.parametrize("kind", ["", "dumb", "xterm-256color"])
def test_the_text_is_the_same_on_every_kind_of_terminal(kind: str, shell: Shell) -> None:
    usual = shell.run("briefing $FLAGSHIP")
    assert shell.run("briefing $FLAGSHIP", TERM=kind, NO_COLOR="1") == usual
    assert shell.run("unset TERM; briefing $FLAGSHIP") == usual
    assert b"\x1b" not in usual.out


@pytest.mark.parametrize("locale", ["C", "POSIX", "C.UTF-8", "en_US.ISO-8859-1", "nonsense"])
def test_data_is_utf_8_whatever_the_locale(locale: str, shell: Shell) -> None:
    ended = shell.run("briefing $FLAGSHIP", LC_ALL=locale, PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert ended.code == 0
    assert ended.out == shell.run("briefing $FLAGSHIP").out
    assert ended.out.decode("utf-8")


def test_findings_for_a_program_can_be_read_by_one(shell: Shell) -> None:
    ended = shell.run("briefing check $FLAWED --output-format json 2>/dev/null")
    assert {found["path"] for found in json.loads(ended.out)} == {str(shell.folder / "flawed.yaml")}


def test_an_interrupt_ends_it_quietly(shell: Shell) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "briefing_tui", "-"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # What runs the tests may have been told to ignore it.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    with process:
        assert process.stdin is not None
        # More than a pipe holds: when it is written, the program is reading, and goes on waiting for the rest.
        process.stdin.write(b"# a line\n" * 100_000)
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 130
        assert process.stdout is not None
        assert process.stderr is not None
        assert (process.stdout.read(), process.stderr.read()) == (b"", b"")
