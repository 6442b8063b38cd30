"""In a terminal, with one of the three streams led elsewhere, closed or full, or a TERM that cannot be drawn on."""

import resource
from pathlib import Path

import pytest

from tests.e2e.ending import TEXT, Ending
from tests.e2e.screenmodes import modes_after

#: What a shell does to the streams, the exit code of reading and what it says; presenting says why it cannot.
READING = (
    ("< /dev/null", 0, "As plain text, since standard input is not a terminal."),
    ("<&-", 0, "As plain text, since standard input is not a terminal."),
    (">&-", 2, "briefing: standard output is closed: there is nowhere to write to"),
    ("> /dev/full", 2, "briefing: the output could not be written: No space left on device"),
    ("2> /dev/full", 0, "no handling given"),
    ("2>&-", 0, "no handling given"),
    ("> /dev/full 2> /dev/full", 2, ""),
    ("| true; exit ${PIPESTATUS[0]}", None, ""),
)


@pytest.fixture
def flood(tmp_path: Path) -> Path:
    path = tmp_path / "flood.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def check(run: Ending, code: int | None) -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert run.ended() in ((0, 141) if code is None else (code,)), run.data
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    # Waiting for input that never comes would take all of a processor; reading and writing takes a third of a second.
    assert after.ru_utime - before.ru_utime < 5
    assert run.is_as_found, run.left_behind
    assert b"\x1b" not in run.data
    assert b"Traceback" not in run.data


@pytest.mark.parametrize(("streams", "code", "said"), READING, ids=[streams for streams, _, _ in READING])
def test_reading(streams: str, code: int | None, said: str, flood: Path, tmp_path: Path) -> None:
    with Ending([str(flood)], tmp_path, shell=("-c", f'"$0" "$@" {streams}')) as run:
        check(run, code)
        assert run.said.startswith(said)
        assert run.said or not said


@pytest.mark.parametrize("streams", ["< /dev/null", ">&-", "2> /dev/full"])
def test_presenting(streams: str, flood: Path, tmp_path: Path) -> None:
    with Ending(["present", str(flood)], tmp_path, shell=("-c", f'"$0" "$@" {streams}')) as run:
        check(run, 2)
        name = {"<": "input", ">": "output", "2": "error"}[streams[0]]
        said = f"briefing: `briefing present` wants a terminal, and standard {name} is not a terminal"
        assert run.said == ("" if name == "error" else said)


@pytest.mark.parametrize("kind", ["", "dumb"])
@pytest.mark.parametrize("command", [(), ("present",)], ids=["reading", "presenting"])
def test_no_terminal_to_draw_on(command: tuple[str, ...], kind: str, flood: Path, tmp_path: Path) -> None:
    with Ending([*command, str(flood)], tmp_path, TERM=kind) as run:
        check(run, 2 if command else 0)
        assert (f"TERM={kind} cannot be drawn on" if kind else "TERM is not set") in run.said
        assert ("water rises" in modes_after(run.data)[1]) is not bool(command)
