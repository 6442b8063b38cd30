"""`briefing rehearse`: what was measured becomes a table, a proposal, and minutes in the file."""

from pathlib import Path

import pytest

from briefing_tui.cli import rehearse, talking
from briefing_tui.library.start import Start
from briefing_tui.meeting.timing import Run, Runs, Timed
from tests.cli.conftest import Call

ORDER = "running_order:\n- bottom-line  # first\n- {show: events, view: lanes, minutes: 3}\n"
HEAD = "title: T\nas_of: 2026-03-04\n"
BODY = "situation: {bottom_line: The water rises.}\nevents: {crest: {title: Crest, when: 2026-03-05}}\n"


@pytest.fixture
def flood(tmp_path: Path) -> Path:
    path = tmp_path / "flood.yaml"
    path.write_text(HEAD + ORDER + BODY, "utf-8")
    return path


def presented(path: Path, *steps: tuple[str, float], rehearsal: bool = True, day: int = 1) -> None:
    timed = tuple(Timed(key, seconds, 30) for key, seconds in steps)
    Runs().keep(path, Run(f"2026-03-{day:02}T14:02:00.000+00:00", None, rehearsal, timed))


def on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (rehearse, talking):
        monkeypatch.setattr(module, "terminal_problem", lambda: None)
    # This process is no program of its own: it is not to be doubled.
    monkeypatch.setattr("briefing_tui.holder.hold", lambda: None)


@pytest.fixture
def rehearsed(flood: Path) -> Path:
    presented(flood, ("bottom-line", 55), ("events:lanes", 280))
    return flood


def test_what_is_proposed_can_be_seen_without_rehearsing(call: Call, rehearsed: Path) -> None:
    ran = call("rehearse", "flood.yaml", "--propose")
    assert ran.exit_code == 0
    rows = [line.split() for line in ran.stdout.splitlines()]
    assert rows[0] == ["step", "planned", "took", "proposed"]
    assert rows[1][-5:] == ["line", "3:00", "0:55", "1", "min"]
    assert rows[2][-4:] == ["3:00", "4:40", "4.5", "min"]
    assert rows[3] == ["together", "6:00", "5:35", "5.5", "min"]
    assert "From the rehearsal of 2026-03-01 14:02, questions left out." in ran.stdout
    assert "`briefing rehearse flood.yaml --write` writes" in ran.stderr
    assert rehearsed.read_text("utf-8") == HEAD + ORDER + BODY


def test_the_plan_is_scaled_to_what_there_is(call: Call, rehearsed: Path) -> None:
    ran = call("rehearse", "flood.yaml", "--propose", "--minutes", "10")
    assert ["together", "10:00", "5:35", "5.5", "min"] in [line.split() for line in ran.stdout.splitlines()]


def test_it_is_written_and_every_comment_stays(call: Call, rehearsed: Path) -> None:
    ran = call("rehearse", "flood.yaml", "--write")
    assert (ran.exit_code, ran.stdout) == (0, "")
    assert "flood.yaml: 2 steps have other minutes now" in ran.stderr
    after = ORDER.replace("- bottom-line ", "- {show: bottom-line, minutes: 1} ").replace("minutes: 3", "minutes: 4.5")
    assert rehearsed.read_text("utf-8") == HEAD + after + BODY
    again = call("rehearse", "flood.yaml", "--write")
    assert "its steps have these minutes already" in again.stderr
    assert "--write" not in call("rehearse", "flood.yaml", "--propose").stderr


@pytest.mark.parametrize("options", [["--diff"], ["--write", "--dry-run"]])
def test_what_would_be_written_is_shown_and_not_done(call: Call, rehearsed: Path, options: list[str]) -> None:
    ran = call("rehearse", "flood.yaml", *options)
    assert ran.exit_code == 0
    assert "\n+- {show: bottom-line, minutes: 1}  # first\n" in ran.stdout
    assert rehearsed.read_text("utf-8") == HEAD + ORDER + BODY


def test_without_a_running_order_there_is_one_to_paste(call: Call, flood: Path) -> None:
    flood.write_text(HEAD + BODY, "utf-8")
    presented(flood, ("bottom-line", 55), ("events", 280))
    wanted = "running_order:\n  - {show: bottom-line, minutes: 1}\n  - {show: events, minutes: 4.5}\n"
    shown = call("rehearse", "flood.yaml", "--propose")
    assert shown.exit_code == 0
    assert shown.stdout.endswith("\n\n" + wanted)
    assert "There is no running order in flood.yaml to write into. To paste:" in shown.stderr
    ran = call("rehearse", "flood.yaml", "--write")
    assert (ran.exit_code, ran.stdout) == (2, wanted)
    assert "it has no running order" in ran.stderr
    assert flood.read_text("utf-8") == HEAD + BODY


def test_an_order_with_an_error_is_not_written_into(call: Call, rehearsed: Path) -> None:
    text = rehearsed.read_text("utf-8").replace("minutes: 3", "minutes: soon")
    rehearsed.write_text(text, "utf-8")
    ran = call("rehearse", "flood.yaml", "--write")
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert "something is wrong with its running order: mend that first" in ran.stderr
    assert rehearsed.read_text("utf-8") == text


@pytest.mark.parametrize("option", ["--propose", "--write", "--diff"])
def test_before_a_rehearsal_there_is_nothing_to_propose(call: Call, flood: Path, option: str) -> None:
    ran = call("rehearse", "flood.yaml", option)
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert "no step was rehearsed yet" in ran.stderr


def test_without_a_terminal_it_says_what_can_be_had(call: Call, flood: Path) -> None:
    ran = call("rehearse", "flood.yaml")
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert "cannot be rehearsed, since standard input is not a terminal" in ran.stderr
    assert "--propose" in ran.stderr


@pytest.mark.parametrize("minutes", ["0", "-5", "1441", "soon", "nan"])
def test_a_length_that_is_none_is_refused(call: Call, rehearsed: Path, minutes: str) -> None:
    assert call("rehearse", "flood.yaml", "--propose", "--minutes", minutes).exit_code == 2


def test_afterwards_the_table_is_of_what_was_just_measured(
    call: Call, flood: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    starts = []

    def run(start: Start) -> int:
        starts.append(start)
        presented(flood, ("bottom-line", 55), day=9)
        # It is saved while it is rehearsed.
        flood.write_text(HEAD + ORDER.replace("minutes: 3", "minutes: 7") + BODY, "utf-8")
        return 0

    monkeypatch.setattr("briefing_tui.tui.app.run", run)
    on_a_terminal(monkeypatch)
    presented(flood, ("bottom-line", 115), day=2)
    ran = call("rehearse", "flood.yaml", "--minutes", "14")
    assert ran.exit_code == 0
    (start,) = starts
    assert start.talk is not None
    assert (start.path, start.talk.role, start.talk.minutes, start.talk.rehearsal) == (
        Path("flood.yaml"),
        "present",
        14,
        True,
    )
    assert "0:55     1:25   1.5 min" in ran.stdout
    assert "From the last 2 rehearsals, the latest of 2026-03-09 14:02" in ran.stdout


def test_a_fault_on_the_screen_ends_it(call: Call, rehearsed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing_tui.tui.app.run", lambda start: 70)
    on_a_terminal(monkeypatch)
    ran = call("rehearse", "flood.yaml")
    assert (ran.exit_code, ran.stdout) == (70, "")
