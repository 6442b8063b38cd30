"""`briefing check`: which files, which exit code, and nothing but findings on standard output."""

import json
import os
from pathlib import Path

import pytest
from click.testing import Result

from briefing_tui.cli.formats import FORMATS
from tests.cli.conftest import Call


def test_a_sound_file(call: Call, sound: Path) -> None:
    ended = call("check", "flood.yaml")
    assert (ended.exit_code, ended.stdout, ended.stderr) == (0, "", "1 file checked: nothing to report\n")


def test_errors_are_findings_in_order_of_place_and_the_exit_code_says_so(call: Call, flawed: Path) -> None:
    ended = call("check", "flawed.yaml", "--output-format", "concise")
    assert ended.exit_code == 1
    assert [line.partition("]")[0] for line in ended.stdout.splitlines()] == [
        "flawed.yaml:5:33: error[L401",
        "flawed.yaml:8:29: error[M305",
    ]
    assert ended.stderr == "1 file checked: 2 errors; 1 can be mended with --unsafe-fixes\n"


def test_the_place_in_full_is_marked(call: Call, flawed: Path) -> None:
    shown = call("check", "flawed.yaml").stdout.splitlines()
    marked = shown.index("5 | situation: {bottom_line: 'The [[crset]] passes on Thursday.'}")
    assert shown[marked + 1].rstrip() == "  |                                 ^^^^^"


def test_for_a_program(call: Call, flawed: Path, sound: Path) -> None:
    found = json.loads(call("check", ".", "--output-format", "json").stdout)
    assert [(one["path"], one["line"], one["code"]) for one in found] == [
        ("flawed.yaml", 5, "L401"),
        ("flawed.yaml", 8, "M305"),
    ]
    assert json.loads(call("check", "flood.yaml", "--output-format", "json").stdout) == []


def test_a_folder_is_every_briefing_in_it_and_no_other_yaml(
    call: Call, sound: Path, flawed: Path, tmp_path: Path
) -> None:
    (tmp_path / "compose.yaml").write_text("services: {}\n")
    (tmp_path / "flood.minutes.yaml").write_text("- a\n")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "empty.yaml").write_text("")
    ended = call("check", ".", "--output-format", "concise")
    assert {line.partition(":")[0] for line in ended.stdout.splitlines()} == {"flawed.yaml", "deep/empty.yaml"}
    assert ended.stderr.startswith("3 files checked: ")


def test_a_file_that_is_named_is_checked_whatever_it_is(call: Call, tmp_path: Path) -> None:
    (tmp_path / "compose.yaml").write_text("services: {}\n")
    assert call("check", "compose.yaml").exit_code == 1


def test_a_file_named_twice_is_checked_once(call: Call, flawed: Path) -> None:
    ended = call("check", "flawed.yaml", ".", flawed, "--output-format", "concise")
    assert len(ended.stdout.splitlines()) == 2


def test_without_a_path_the_library_is_checked(
    call: Call, flawed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = tmp_path / "library"
    library.mkdir()
    flawed.rename(library / "flawed.yaml")
    monkeypatch.setenv("BRIEFING_PATH", str(library))
    assert call("check").exit_code == 1
    monkeypatch.delenv("BRIEFING_PATH")
    ended = call("check")
    assert (ended.exit_code, ended.stdout) == (0, "")


@pytest.mark.parametrize("name", ["nowhere.yaml", "nowhere/flood.yaml", "pipe.yaml"])
def test_what_cannot_be_had_is_named_and_the_rest_is_checked(
    name: str, call: Call, flawed: Path, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    ended = call("check", name, "flawed.yaml", "--output-format", "concise")
    assert ended.exit_code == 2
    assert len(ended.stdout.splitlines()) == 2
    assert ended.stderr.splitlines()[0].startswith(f"briefing: {name}: ")


def test_a_folder_without_a_briefing_is_not_sound(call: Call, tmp_path: Path) -> None:
    (tmp_path / "compose.yaml").write_text("services: {}\n")
    ended = call("check", ".")
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert "there is no briefing in ." in ended.stderr


def test_hostile_strings_stay_strings(call: Call, corpora: Path, tmp_path: Path) -> None:
    strings = json.loads((corpora / "blns.json").read_text("utf-8"))
    lines = ["title: A", "as_of: 2026", "situation: {bottom_line: A}", "actors:"]
    for number, text in enumerate(strings):
        quoted = json.dumps(str(text), ensure_ascii=True)
        lines += [f"  a{number}: {{name: {quoted}, {quoted}: 1}}", f"  {quoted}: x"]
    (tmp_path / "hostile.yaml").write_bytes("\n".join(lines).encode("utf-8", "surrogatepass"))
    for form in FORMATS:
        ended = call("check", "hostile.yaml", "--output-format", form)
        assert ended.exit_code == 1
        for char in ended.stdout + ended.stderr:
            assert char == "\n" or not (ord(char) < 32 or 0x7F <= ord(char) < 0xA0), (form, hex(ord(char)))


@pytest.mark.parametrize("number", range(3))
def test_files_that_are_not_text(number: int, call: Call, tmp_path: Path) -> None:
    content = [b"\xff\xfet\0i\0", b"\0" * 100, b"#" * 5_000_001][number]
    (tmp_path / "odd.yaml").write_bytes(content)
    ended = call("check", "odd.yaml", "--output-format", "concise")
    assert ended.exit_code == 1
    assert ended.stdout.startswith("odd.yaml:1:1: error[")


# which findings, and what they cost ---------------------------------------------------------


def codes(ended: Result) -> list[str]:
    return [line.partition("[")[2][:4] for line in ended.stdout.splitlines()]


@pytest.fixture
def unheeded(tmp_path: Path) -> Path:
    """A briefing with a warning (it has no handling), a remark (a comment in vain) and nothing worse."""
    path = tmp_path / "unheeded.yaml"
    path.write_text(
        "title: A crest above the levee\nas_of: 2026-03-04T06:00Z\nstatus: exercise\n"
        "situation: {bottom_line: The levee holds.}  # check: ignore[L401] nothing is linked\n"
    )
    return path


def test_warnings_and_remarks_are_told_and_cost_nothing(call: Call, unheeded: Path) -> None:
    ended = call("check", "unheeded.yaml", "--output-format", "concise")
    assert ended.exit_code == 0
    assert codes(ended) == ["E514", "S903"]
    assert ended.stderr.startswith("1 file checked: 1 warning, 1 remark")


@pytest.mark.parametrize(
    ("options", "code", "found"),
    [
        (["--deny", "warnings"], 1, ["E514", "S903"]),
        (["--deny", "E543"], 0, ["E514", "S903"]),
        (["--deny", "stale,ignored-nothing"], 1, ["E514", "S903"]),
        (["--deny", "info", "--ignore", "handling-absent"], 1, ["S903"]),
        (["--deny", "info", "--ignore", "handling-absent", "--ignore", "S9"], 0, []),
        (["--select", "E5", "--deny", "info"], 1, ["E514"]),
        (["--select", "L,stale", "--deny", "info"], 0, []),
    ],
)
def test_what_is_selected_and_what_is_denied(
    options: list[str], code: int, found: list[str], call: Call, unheeded: Path
) -> None:
    ended = call("check", "unheeded.yaml", "--output-format", "concise", *options)
    assert (ended.exit_code, codes(ended)) == (code, found)


def test_what_is_denied_is_said(call: Call, unheeded: Path) -> None:
    assert "1 warning, 1 remark, 2 of them denied" in call("check", "unheeded.yaml", "--deny", "info").stderr


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--select", "stalle"], "nothing is called stalle; did you mean `stale`?"),
        (["--deny", "\x1b[31mqqqq"], "nothing is called"),
        (["--ignore", "Y2"], "Y2 cannot be ignored"),
        (["--now", "yesterday"], "yesterday is no day: write it as 2026-03-04"),
        (["--statistics", "--diff"], "ask for one thing at a time"),
        (["--statistics", "--output-format", "sarif"], "ask for one thing at a time"),
    ],
)
def test_a_wrong_word_is_told_before_anything_is_done(
    options: list[str], words: str, call: Call, unheeded: Path
) -> None:
    ended = call("check", "unheeded.yaml", *options)
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert words in ended.stderr
    assert "\x1b" not in ended.stderr


def test_the_day_decides_what_is_out_of_date(call: Call, sound: Path) -> None:
    sound.write_text(sound.read_text().replace("status: exercise\n", ""))
    for day, found in (("2026-03-10", []), ("2026-06-01", ["E543"])):
        assert codes(call("check", "flood.yaml", "--now", day, "--output-format", "concise")) == found


def test_how_often_instead_of_where(call: Call, flawed: Path, unheeded: Path, sound: Path) -> None:
    ended = call("check", ".", "--statistics")
    assert ended.stdout.splitlines()[0] == "1  E514  handling-absent"
    assert {line.split()[1] for line in ended.stdout.splitlines()} == {"E514", "L401", "M305", "S903"}
    counted = json.loads(call("check", ".", "--statistics", "--output-format", "json").stdout)
    assert counted[0] == {"code": "E514", "name": "handling-absent", "severity": "warning", "count": 1}
    assert call("check", "flood.yaml", "--statistics").stdout == ""


def test_quiet_says_nothing_but_findings(call: Call, flawed: Path) -> None:
    ended = call("check", "flawed.yaml", "-q", "--output-format", "concise")
    assert (ended.exit_code, ended.stderr) == (1, "")
    assert len(ended.stdout.splitlines()) == 2
    assert call("check", "nowhere.yaml", "-q").stderr.startswith("briefing: nowhere.yaml: ")


def test_standard_input_among_files(call: Call, sound: Path) -> None:
    ended = call("check", "-", "flood.yaml", "-", "--output-format", "concise", given=b"title: A\n")
    assert ended.exit_code == 1
    assert all(line.startswith("standard input:") for line in ended.stdout.splitlines())
    assert ended.stderr.startswith("2 files checked: ")


def test_a_shell_is_told_the_codes_after_a_comma(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_BRIEFING_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "briefing check --select L401,brok")
    monkeypatch.setenv("COMP_CWORD", "3")
    assert call().stdout.splitlines() == ["plain,L401,broken-reference"]


def test_what_is_ignored_is_counted(call: Call, sound: Path) -> None:
    text = sound.read_text().replace("The [[crest]]", "The [[levee]]")
    sound.write_text(text.replace("situation:", "# check: ignore[L401] it comes with the next number\nsituation:"))
    ended = call("check", "flood.yaml", "--select", "L")
    assert (ended.exit_code, ended.stdout) == (0, "")
    assert ended.stderr == "1 file checked: nothing to report, 1 ignored with a reason\n"
