"""Faults without an end: the program says so and goes on, or ends with a line. It never spins unseen."""

import signal
from pathlib import Path

import pytest

from tests.e2e.ending import SECRET, TEXT, Ending

#: What calls itself for ever, with what was read in a variable of each call.
RECURSION = """
def fail(self, *_):
    text = self.app.screen.session.latest.text
    return fail(self)
"""
#: A line of the document that is never painted.
LINE = f"""
from briefing_tui.tui.widgets.sheet import Sheet
{RECURSION}
Sheet.line = fail
"""
#: The same with a fault in the way each fault is said.
UNSAID = f"""
from briefing_tui.tui.dressed import DressedApp
{LINE}
DressedApp.tell = fail
"""
#: Nothing is painted at all.
SHEET = f"""
from briefing_tui.tui.widgets.surface import Surface
{RECURSION}
Surface.render_lines = fail
"""
#: A callback that has itself called again, and fails, before anything else is looked at.
AGAIN = """
from briefing_tui.tui.screens.reading import ReadingScreen
def fail(self, *_):
    text = self.session.latest.text
    self.call_after_refresh(self._peek)
    raise MemoryError(text) if {memory} else RuntimeError(text)
ReadingScreen._peek = fail
"""
#: A fault wherever one is dealt with.
TWICE = f"""
from briefing_tui.tui.faults import EnduringApp
from briefing_tui.tui.screens.reader import ReaderScreen
{RECURSION}
ReaderScreen.do_reload = fail
EnduringApp.went_wrong = lambda self, *_, **__: fail(self)
"""

#: What an ordinary run leaves out.
LONG = pytest.mark.torture("faults without an end", alone=True)


@pytest.fixture
def flood(tmp_path: Path) -> Path:
    path = tmp_path / "flood.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def records(home: Path) -> str:
    return "".join(path.read_text("utf-8") for path in (home / "state" / "briefing" / "crashes").iterdir())


@pytest.mark.parametrize("first", [LINE, pytest.param(UNSAID, marks=LONG)], ids=["said", "unsaid"])
def test_lines_that_are_never_painted_leave_the_rest(first: str, flood: Path, tmp_path: Path) -> None:
    with Ending([str(flood)], tmp_path, first=first) as run:
        run.wait("This line could not be shown")
        run.settle()
        run.press("r")
        run.wait("Read again")
        run.press("q")
        assert run.ended() == 0
        assert run.is_as_found, run.left_behind
        assert SECRET not in run.said
    assert SECRET not in records(tmp_path)
    assert len(records(tmp_path).splitlines()) < 200


@pytest.mark.parametrize(
    ("first", "said"),
    [
        pytest.param(SHEET, "RecursionError", marks=LONG),
        (AGAIN.format(memory=False), "RuntimeError"),
        pytest.param(AGAIN.format(memory=True), "not enough memory", marks=LONG),
    ],
    ids=["nothing painted", "again at once", "no memory, again at once"],
)
def test_what_leaves_nobody_a_word_in_between_ends_the_program(
    first: str, said: str, flood: Path, tmp_path: Path
) -> None:
    with Ending([str(flood)], tmp_path, first=first) as run:
        assert run.ended() == 70, run.data[-600:]
        assert run.is_as_found, run.left_behind
        assert said in run.said
        assert SECRET not in run.said
    assert SECRET not in records(tmp_path)


def test_a_fault_wherever_one_is_dealt_with(flood: Path, tmp_path: Path) -> None:
    with Ending([str(flood)], tmp_path, first=TWICE) as run:
        run.wait("water rises")
        run.settle()
        run.press("r")
        assert run.ended() == 70, run.data[-600:]
        assert run.is_as_found, run.left_behind
        assert "RecursionError" in run.said
        assert SECRET not in run.said
    assert SECRET not in records(tmp_path)


@LONG
@pytest.mark.parametrize("place", ["_Paper.write", "_Paper.flush", "TerminalDriver._run_input_thread"])
def test_a_thread_that_fails_is_the_end_of_the_terminal(place: str, flood: Path, tmp_path: Path) -> None:
    first = f"""
import briefing_tui.tui.driver as driver
def fail(*_):
    raise RuntimeError('{SECRET}')
driver.{place} = fail
"""
    with Ending([str(flood)], tmp_path, first=first) as run:
        assert run.ended() == 128 + signal.SIGHUP
        assert run.is_as_found, run.left_behind
        assert SECRET not in run.said
        assert "Traceback" not in run.said
    assert "RuntimeError" in records(tmp_path)
    assert SECRET not in records(tmp_path)
