"""`briefing room`: a line a finding, grouped by step; data for programs; exit codes; nothing on a screen."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from briefing_tui.config.configuration import config_file
from tests.cli.conftest import Call

HEAD = "title: A crest above the levee\nas_of: 2026-03-04T06:00Z\ntlp: GREEN\n"
ORDER = """\
running_order:
- {show: bottom-line, minutes: 1, notes: Slowly.}
- {show: highlights, build: yes, minutes: 2}
- {show: scenarios, view: bars, minutes: 3, notes: The bands first.}
"""
BODY = """\
situation:
  bottom_line: The water rises.
  highlights: [One., Two., Three., Four., Five., Six., Seven.]
outlook:
  scenarios:
    holds: {title: The levee holds, likelihood: likely, role: most-likely, text: It was raised.}
    overtops: {title: The levee is overtopped, likelihood: unlikely, role: most-dangerous, text: It was not.}
"""
SOUND = HEAD + ORDER.replace("minutes: 2}", "minutes: 2, notes: Words.}") + BODY


@pytest.fixture
def flood(tmp_path: Path) -> Path:
    path = tmp_path / "flood.yaml"
    path.write_text(HEAD + ORDER + BODY, "utf-8")
    return path


def test_a_line_a_finding_in_the_order_of_steps_then_a_sum(call: Call, flood: Path) -> None:
    ran = call("room", "flood.yaml", "--size", "40x14", "--minutes", "5")
    assert ran.exit_code == 1
    assert ran.stdout.splitlines() == [
        "6 minutes are planned: 1 more than the 5 there are",
        "2 Highlights: no notes",
        "3 Scenarios (bars): 13 lines too many: 3 screens",
    ]
    assert ran.stderr == "3 steps at 40x14 in Projector, 6 minutes planned: 3 findings in 2 steps\n"


def test_nothing_found_is_nothing_on_standard_output_and_exit_0(call: Call, flood: Path) -> None:
    flood.write_text(SOUND, "utf-8")
    ran = call("room", "flood.yaml", "--minutes", "6")
    assert (ran.exit_code, ran.stdout) == (0, "")
    assert ran.stderr == "3 steps at 80x24 in Projector, 6 minutes planned: nothing to report\n"


def test_data_for_programs(call: Call, flood: Path) -> None:
    ran = call("room", "flood.yaml", "--size", "40x14", "--to", "json")
    assert (ran.exit_code, ran.stderr) == (1, "")
    data = json.loads(ran.stdout)
    findings = data.pop("findings")
    assert data == {
        "file": "flood.yaml", "size": [40, 14], "theme": "projector", "steps": 3, "planned_minutes": 6.0,
    }  # fmt: skip
    assert [(found["step"], found["key"], found["finding"]) for found in findings] == [
        (2, "highlights", "notes"),
        (3, "scenarios:bars", "overflow"),
    ]
    assert (findings[1]["lines"], findings[1]["screens"], findings[1]["view"]) == (13, 3, "bars")


def test_data_where_nothing_is_found_is_data_still(call: Call, flood: Path) -> None:
    flood.write_text(SOUND, "utf-8")
    ran = call("room", "flood.yaml", "--to", "json")
    assert ran.exit_code == 0
    assert json.loads(ran.stdout)["findings"] == []


def test_remarks_only_when_asked_for_and_they_are_nothing_wrong(call: Call, flood: Path) -> None:
    long = "The levee at Harrow Bend, what it was built for and what it bears today"
    flood.write_text(
        SOUND.replace("show: bottom-line", "show: crest")
        + f"events: {{crest: {{title: '{long}', when: 2026-03-05}}}}\n"
    )
    assert call("room", "flood.yaml").stdout == ""
    ran = call("room", "flood.yaml", "-v")
    assert (ran.exit_code, ran.stdout) == (
        0, "1 The levee at Harrow Bend, what it was…: its heading does not fit in large letters\n",
    )  # fmt: skip
    assert "nothing to report" in ran.stderr
    (found,) = json.loads(call("room", "flood.yaml", "-v", "--to", "json").stdout)["findings"]
    assert (found["finding"], found["remark"]) == ("heading", True)


def test_the_theme_counts_by_name_or_by_file(call: Call, flood: Path, tmp_path: Path) -> None:
    assert "contrast" not in call("room", "flood.yaml").stdout
    (tmp_path / "own.yaml").write_text('extends: projector\ntitle: Own\ncolors: {text: "#888888"}\n', "utf-8")
    ran = call("room", "flood.yaml", "--theme", "own.yaml")
    assert "contrast under 7:1: " in ran.stdout
    assert "in Own" in ran.stderr
    assert " in Dark" in call("room", "flood.yaml", "--theme", "dark").stderr


def test_what_is_configured_counts(call: Call, flood: Path) -> None:
    flood.write_text(SOUND.replace("The water rises.", "The water rises. " * 18), "utf-8")
    assert "1 Bottom line" not in call("room", "flood.yaml", "--size", "80x12").stdout
    config_file().parent.mkdir(parents=True)
    config_file().write_text("measure: 40\n", "utf-8")
    assert "1 Bottom line: 2 lines too many: 2 screens\n" in call("room", "flood.yaml", "--size", "80x12").stdout


def test_standard_input(call: Call) -> None:
    ran = call("room", "-", given=SOUND.encode())
    assert (ran.exit_code, ran.stdout) == (0, "")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--size", "80"], "80 is not columns x rows"),
        (["--size", "10x4"], "from 20x6"),
        (["--theme", "projetcor"], "did you mean `projector`?"),
        (["--minutes", "0"], "--minutes wants the minutes"),
        (["--to", "xml"], "'xml' is not one of"),
    ],
)
def test_what_cannot_be_meant_is_told(call: Call, flood: Path, options: list[str], words: str) -> None:
    ran = call("room", "flood.yaml", *options)
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert words in ran.stderr


def test_what_is_no_briefing_could_not_run(call: Call, broken: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for name in ("broken.yaml", "none.yaml", "folder"):
        ran = call("room", name)
        assert (ran.exit_code, ran.stdout) == (2, "")
        assert name in ran.stderr


def test_an_entry_that_is_left_out_is_said_and_the_rest_is_checked(call: Call, flood: Path) -> None:
    flood.write_text(SOUND + "events: {crest: {title: Crest, when: soon}}\n", "utf-8")
    ran = call("room", "flood.yaml")
    assert (ran.exit_code, ran.stdout) == (0, "")
    assert "1 entry is left out" in ran.stderr


def test_it_loads_no_textual(flood: Path) -> None:
    code = (
        "import sys\nfrom briefing_tui.__main__ import main\n"
        f"sys.argv = ['briefing', 'room', {str(flood)!r}]\n"
        "try:\n    main()\nfinally:\n    assert 'textual' not in sys.modules\n    assert 'rich' in sys.modules\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert ran.returncode == 1, ran.stderr
    assert "AssertionError" not in ran.stderr
