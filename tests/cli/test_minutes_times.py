"""Where the time went, among the minutes: as Markdown and JSON beside what was jotted, alone as CSV."""

import json
from pathlib import Path

import pytest

from briefing_tui.meeting.jot import Jot
from briefing_tui.meeting.minutes import Minutes
from briefing_tui.meeting.timing import Run, Runs, Timed
from tests.cli.conftest import Call

TEXT = (
    "title: T\nas_of: 2026-03-04\n"
    "running_order: [bottom-line, {show: events, view: lanes, minutes: 3}]\n"
    "situation: {bottom_line: The water rises.}\nevents: {crest: {title: Crest, when: 2026-03-05}}\n"
)
CSV = (
    "step,title,planned,seconds,questions\n"
    "bottom-line,Bottom line,180.0,65.5,130.0\n"
    "events:lanes,Events,180.0,200.0,0.0\n"
)


@pytest.fixture
def flood(tmp_path: Path) -> Path:
    path = tmp_path / "flood.yaml"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def presented(flood: Path) -> Path:
    Runs().keep(flood, Run("2026-03-03T10:00:00+00:00", None, False, (Timed("bottom-line", 1000, 0),)))
    steps = (Timed("events:lanes", 200, 0), Timed("bottom-line", 65.5, 130))
    Runs().keep(flood, Run("2026-03-04T14:02:00+00:00", None, False, steps, 12))
    Runs().keep(flood, Run("2026-03-05T10:00:00+00:00", None, True, (Timed("bottom-line", 2000, 0),)))
    return flood


def test_the_last_time_before_an_audience_is_told(call: Call, presented: Path) -> None:
    ran = call("minutes", "flood.yaml")
    assert ran.exit_code == 0
    assert "## Times\n\nBegan 2026-03-04 14:02, took 6:47, 2:10 for questions and 0:12 with a blank" in ran.stdout
    assert "| Bottom line | 3:00 | 1:05 | 2:10 |\n| Events | 3:00 | 3:20 |  |\n" in ran.stdout


def test_as_json_beside_the_jots(call: Call, presented: Path) -> None:
    Minutes(presented).append(Jot("decision", "Open the sluice."))
    found = json.loads(call("minutes", "flood.yaml", "--to", "json").stdout)
    assert [jot["text"] for jot in found["jots"]] == ["Open the sluice."]
    assert found["times"]["seconds"] == 407.5
    assert [(step["step"], step["seconds"], step["questions"]) for step in found["times"]["steps"]] == [
        ("bottom-line", 65.5, 130),
        ("events:lanes", 200, 0),
    ]


def test_alone_as_csv_and_never_among_the_rows_of_jots(call: Call, presented: Path, tmp_path: Path) -> None:
    Minutes(presented).append(Jot("decision", "Open the sluice."))
    assert call("minutes", "flood.yaml", "--times").stdout == CSV
    assert call("minutes", "flood.minutes.yaml", "--times", "--to", "csv").stdout == CSV
    assert len(call("minutes", "flood.yaml", "--to", "csv").stdout.splitlines()) == 2
    assert call("minutes", "flood.yaml", "--times", "-o", "times.csv").exit_code == 0
    assert (tmp_path / "times.csv").read_text("utf-8") == CSV


def test_of_a_file_that_does_not_parse_any_more_the_keys_are_told(call: Call, presented: Path) -> None:
    presented.write_text("title: [", "utf-8")
    ran = call("minutes", "flood.yaml", "--times")
    assert ran.exit_code == 0
    assert "events:lanes,events:lanes,,200.0,0.0" in ran.stdout


def test_what_was_never_presented_has_no_times(call: Call, flood: Path) -> None:
    Runs().keep(flood, Run("2026-03-05T10:00:00+00:00", None, True, (Timed("bottom-line", 2000, 0),)))
    ran = call("minutes", "flood.yaml", "--times")
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert "it was not presented yet" in ran.stderr
    assert "Times" not in call("minutes", "flood.yaml").stdout


@pytest.mark.parametrize("options", [["--to", "md"], ["--strike", "1"]])
def test_times_alone_go_with_nothing_else(call: Call, presented: Path, options: list[str]) -> None:
    ran = call("minutes", "flood.yaml", "--times", *options)
    assert (ran.exit_code, ran.stdout) == (2, "")
