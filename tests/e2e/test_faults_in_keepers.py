"""A fault in what keeps faults in, beside faults to be kept in: the program goes on or ends with a line, never neither.

Found by walking (tests/tui/faulty.py), each in a terminal of its own.
"""

from pathlib import Path

import pytest

from tests.e2e.ending import SECRET, TEXT, Ending
from tests.tui.faulty import Target, keepers

FIRST = """
def failing(*_, **__):
    text = "{secret}"
    raise {error}(text)
from briefing_tui.tui.screens.reader import ReaderScreen
from briefing_tui.tui.screens.reading import ReadingScreen
from briefing_tui.tui.widgets.bars import Header
ReaderScreen.look_at_file = ReaderScreen.do_reload = ReadingScreen.on_surface_moved = Header.painted = failing
import {module}
{module}.{owner}.{name} = failing
"""


def first(place: Target, error: str) -> str:
    return FIRST.format(secret=SECRET, error=error, **place._asdict())


@pytest.mark.torture("faults in what keeps faults in", alone=True)
@pytest.mark.parametrize("error", ["RuntimeError", "RecursionError"])
@pytest.mark.parametrize("place", keepers(), ids=str)
def test_it_ends_or_can_be_left(place: Target, error: str, tmp_path: Path) -> None:
    path = tmp_path / "flood.yaml"
    path.write_text(TEXT, encoding="utf-8")
    with Ending([str(path)], tmp_path, first=first(place, error)) as run:
        run.until(lambda: bool(run.data) or not run.processes(), "anything")
        for key in ("r", "2", "q", "q", "q"):
            for _ in range(5):
                run.read()
            if run.processes():
                run.press(key)
        code = run.ended()
        assert code in (0, 70), run.data[-600:]
        assert run.is_as_found, run.left_behind
        assert code == 0 or "fault in the program" in run.said
        assert SECRET not in run.said
        assert "Traceback" not in run.said
    assert SECRET not in "".join(path.read_text("utf-8") for path in (tmp_path / "state").rglob("crashes/*.txt"))
