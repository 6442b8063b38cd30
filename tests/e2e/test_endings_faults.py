"""Ended by a fault of its own: the terminal is as it was, a line says so, and no word of the briefing is in it."""

import signal
from pathlib import Path

import pytest

from tests.e2e.ending import SECRET, TEXT, Ending

#: A fault that would tell what the briefing says: by its message, by a local variable.
RAISE = """
from briefing_tui.tui.screens.reader import ReaderScreen
def fail(self):
    text = self.session.latest.text
    raise {}(text)
ReaderScreen.do_reload = fail
"""


@pytest.fixture
def flood(tmp_path: Path) -> Path:
    path = tmp_path / "flood.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def check(run: Ending, code: int) -> None:
    assert run.ended() == code, run.data[-600:]
    assert run.is_as_found, run.left_behind
    assert SECRET not in run.said
    assert "Traceback" not in run.said


@pytest.mark.parametrize(("kind", "said"), [("ZeroDivisionError", "a fault in the program"), ("MemoryError", "memory")])
def test_a_fault_that_ends_the_app(kind: str, said: str, flood: Path, tmp_path: Path) -> None:
    with Ending([str(flood)], tmp_path, first=RAISE.format(kind), BRIEFING_FAULTS="end") as run:
        run.wait("water rises")
        run.settle()
        run.press("r")
        check(run, 70)
        assert said in run.said


@pytest.mark.parametrize(
    ("where", "kind"),
    [
        ("__init__", "ZeroDivisionError"),
        ("get_default_screen", "ZeroDivisionError"),
        ("get_default_screen", "MemoryError"),
        ("get_default_screen", "KeyboardInterrupt"),
    ],
)
def test_a_fault_before_the_first_painting(where: str, kind: str, flood: Path, tmp_path: Path) -> None:
    first = f"""
from briefing_tui.tui.app import BriefingApp
def fail(self, *_, **__):
    text = 'Kestrel'
    raise {kind}(text)
BriefingApp.{where} = fail
"""
    with Ending([str(flood)], tmp_path, first=first) as run:
        check(run, 130 if kind == "KeyboardInterrupt" else 70)
        assert bool(run.said) is (kind != "KeyboardInterrupt")


def test_an_end_without_any_word(flood: Path, tmp_path: Path) -> None:
    first = """
import os
from briefing_tui.tui.screens.reader import ReaderScreen
ReaderScreen.do_reload = lambda self: os._exit(3)
"""
    with Ending([str(flood)], tmp_path, first=first) as run:
        run.wait("water rises")
        run.settle()
        run.press("r")
        check(run, 3)
        assert run.said == "briefing: ended without giving the terminal back; it was restored"


def test_the_record_of_a_fault_in_native_code_begins_where_it_was(flood: Path, tmp_path: Path) -> None:
    first = """
import ctypes
from briefing_tui.tui.screens.reader import ReaderScreen
ReaderScreen.do_reload = lambda self: ctypes.string_at(0)
"""
    with Ending([str(flood)], tmp_path, first=first) as run:
        run.wait("water rises")
        run.settle()
        run.press("r")
        assert run.ended() == 128 + signal.SIGSEGV
        assert run.is_as_found, run.left_behind
    (record,) = (tmp_path / "state" / "briefing" / "crashes").iterdir()
    lines = record.read_text("utf-8").splitlines()
    assert lines[1] == "SIGSEGV"
    assert lines[2].endswith("in string_at")
    assert any("briefing_tui/tui/screens/keyed.py" in line for line in lines)
    assert SECRET not in "".join(lines)


def test_no_process_can_be_had(flood: Path, tmp_path: Path) -> None:
    first = "import os\ndef fork(): raise BlockingIOError(11, 'no more')\nos.fork = fork"
    with Ending([str(flood)], tmp_path, first=first) as run:
        run.wait("water rises")
        run.settle()
        assert len(run.processes()) == 1
        run.press("q")
        check(run, 0)
    with Ending([str(flood)], tmp_path, first=first) as run:
        run.wait("water rises")
        run.settle()
        run.kill("holder", signal.SIGTERM)
        check(run, 128 + signal.SIGTERM)
