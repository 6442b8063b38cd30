"""However a command ends, it is a line and a code: no traceback, and nothing of anybody's file."""

import errno
import sys
from pathlib import Path

import pytest

from briefing_tui.cli import report
from briefing_tui.cli.report import Failure, guarded, put, say

SECRET = "The convoy leaves at dawn"


def raising(error: BaseException) -> int:
    def command() -> int:
        raise error

    return guarded(command)


@pytest.mark.parametrize(("answer", "code"), [(None, 0), (0, 0), (1, 1), (2, 2)])
def test_a_command_that_ends_by_itself(answer: int | None, code: int) -> None:
    assert guarded(lambda: answer) == code


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (Failure("there is no such file"), 2, "briefing: there is no such file\n"),
        (Failure("it holds errors", 1), 1, "briefing: it holds errors\n"),
        (KeyboardInterrupt(), 130, ""),
        (MemoryError(), 70, "briefing: there is not enough memory\n"),
        (BrokenPipeError(errno.EPIPE, "Broken pipe"), 141, ""),
        (
            OSError(errno.ENOSPC, "No space left on device"),
            2,
            "briefing: the output could not be written: No space left on device\n",
        ),
    ],
)
def test_an_end_has_its_words_and_code(
    error: BaseException, code: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert raising(error) == code
    assert capsys.readouterr().err == words


@pytest.mark.parametrize("error", [KeyError(SECRET), OSError(errno.EIO, SECRET, SECRET), RecursionError(SECRET)])
def test_a_fault_says_where_and_not_what(error: Exception, capsys: pytest.CaptureFixture[str], own_home: Path) -> None:
    assert raising(error) == 70
    said = capsys.readouterr().err
    assert said.startswith(f"briefing: a fault in the program: {type(error).__name__} at ")
    assert said.count("\n") == 1
    (record,) = (own_home / "state" / "briefing" / "crashes").iterdir()
    assert str(record) in said
    assert "convoy" not in said + record.read_text()


def test_a_fault_where_no_record_can_be_kept(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    assert raising(KeyError(SECRET)) == 70
    said = capsys.readouterr().err
    assert "KeyError" in said
    assert "record" not in said


def test_an_exit_that_was_meant_is_let_through() -> None:
    with pytest.raises(SystemExit):
        raising(SystemExit(5))


def test_words_command_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    say("a\x1b]0;owned\x07\udcff\u202eb")
    assert capsys.readouterr().err == "a␛]0;owned␇��b\n"


@pytest.mark.parametrize("terminal", [False, True])
def test_data_commands_no_terminal_in_a_pipe_neither(
    terminal: bool, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    put("é\x1b[31m洪水\x9b1m\tx\n")
    assert capfdbinary.readouterr().out == "é␛[31m洪水\ufffd1m\tx\n".encode()


def test_data_in_a_pipe_may_look_odd(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    put("a\r\n\u202eb\ufeff\n")
    assert capfdbinary.readouterr().out == "a\r\n\u202eb\ufeff\n".encode()


def test_closed_streams_are_said_where_it_can_be_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert guarded(lambda: put("data")) == report.COULD_NOT_RUN
    assert capsys.readouterr().err == "briefing: standard output is closed: there is nowhere to write to\n"
    monkeypatch.setattr(sys, "stderr", None)
    assert guarded(lambda: put("data")) == report.COULD_NOT_RUN
