"""`briefing check`: which files, which exit code, and nothing but findings on standard output."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Call


def test_a_sound_file(call: Call, sound: Path) -> None:
    ended = call("check", "flood.yaml")
    assert (ended.exit_code, ended.stdout, ended.stderr) == (0, "", "1 file checked: nothing to report\n")


def test_errors_are_findings_in_order_of_place_and_the_exit_code_says_so(call: Call, flawed: Path) -> None:
    ended = call("check", "flawed.yaml", "--output-format", "concise")
    assert ended.exit_code == 1
    assert [line.partition("]")[0] for line in ended.stdout.splitlines()] == [
        "flawed.yaml:3:33: error[L401",
        "flawed.yaml:6:29: error[M305",
    ]
    assert ended.stderr == "1 file checked: 2 errors\n"


def test_the_place_in_full_is_marked(call: Call, flawed: Path) -> None:
    shown = call("check", "flawed.yaml").stdout.splitlines()
    marked = shown.index("3 | situation: {bottom_line: 'The [[crset]] passes on Thursday.'}")
    assert shown[marked + 1].rstrip() == "  |                                 ^^^^^"


def test_for_a_program(call: Call, flawed: Path, sound: Path) -> None:
    found = json.loads(call("check", ".", "--output-format", "json").stdout)
    assert [(one["path"], one["line"], one["code"]) for one in found] == [
        ("flawed.yaml", 3, "L401"),
        ("flawed.yaml", 6, "M305"),
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
    for form in ("full", "concise", "json"):
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
