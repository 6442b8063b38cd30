"""`briefing` and `briefing PATH` where there is no terminal: plain text on standard output, and no reader."""

import os
from pathlib import Path

import pytest

from briefing_tui.cli.open import place_of
from tests.cli.conftest import Call


@pytest.mark.parametrize(
    ("words", "path", "entry"),
    [
        ("flood.yaml", "flood.yaml", ""),
        ("flood.yaml#crest", "flood.yaml", "crest"),
        ("a#b.yaml#crest", "a#b.yaml", "crest"),
        ("flood.yaml#", "flood.yaml", ""),
        ("-", "-", ""),
    ],
)
def test_a_path_and_an_entry(words: str, path: str, entry: str) -> None:
    assert place_of(words) == (Path(path), entry)


def test_opening_explains_itself(call: Call, sound: Path) -> None:
    shown = call("flood.yaml", "--help")
    assert shown.exit_code == 0
    assert shown.stdout.startswith("Usage: briefing PATH[#ID]\n")


def test_a_file_whose_name_holds_the_sign_is_that_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "flood#2.yaml").write_text("")
    assert place_of("flood#2.yaml") == (Path("flood#2.yaml"), "")
    assert place_of("flood#2.yaml#crest") == (Path("flood#2.yaml"), "crest")


def test_a_briefing_is_written_as_text(call: Call, sound: Path) -> None:
    ended = call("flood.yaml")
    assert (ended.exit_code, ended.stderr) == (0, "")
    assert "A crest above the levee" in ended.stdout
    assert "The flood crest reaches Harrow Bend" in ended.stdout
    assert ended.stdout.splitlines()[0].startswith("TLP:GREEN")


def test_at_an_entry_only_that_is_written(call: Call, sound: Path) -> None:
    ended = call("flood.yaml#crest")
    assert (ended.exit_code, ended.stderr) == (0, "")
    assert "The flood crest reaches Harrow Bend" in ended.stdout
    assert "TLP:GREEN" in ended.stdout


def test_an_entry_that_is_not_there_gets_the_nearest(call: Call, sound: Path) -> None:
    ended = call("flood.yaml#crset")
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert ended.stderr == "briefing: flood.yaml holds no entry called crset; did you mean `crest`?\n"


def test_standard_input_is_read(call: Call, sound: Path) -> None:
    assert "The flood crest reaches Harrow Bend" in call("-", given=sound.read_bytes()).stdout


@pytest.mark.parametrize(
    "given", [b"", b"#" * 5_000_001, b"\xff\xfe", b"title: [", b"- a\n"], ids=["empty", "big", "utf-16", "yaml", "list"]
)
def test_what_comes_in_and_is_no_briefing_is_a_message(given: bytes, call: Call) -> None:
    ended = call("-", given=given)
    assert (ended.exit_code, ended.stdout) == (1, "")
    assert ended.stderr.startswith("briefing: standard input cannot be read as a briefing:\n  line 1: ")


def test_a_file_that_is_no_briefing_is_a_message_with_a_place(call: Call, broken: Path) -> None:
    ended = call("broken.yaml")
    assert (ended.exit_code, ended.stdout) == (1, "")
    assert "  line 3: " in ended.stderr
    assert ended.stderr.endswith("`briefing check broken.yaml` shows the places.\n")


def test_a_briefing_with_entries_left_out_is_written_and_that_is_said(call: Call, flawed: Path) -> None:
    ended = call("flawed.yaml")
    assert ended.exit_code == 0
    assert "The flood crest" in ended.stdout
    assert "flawed.yaml" in ended.stderr


@pytest.mark.parametrize("name", ["pipe.yaml", os.devnull])
def test_what_is_no_file_is_not_waited_for(name: str, call: Call, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    ended = call(name)
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert "not a briefing" in ended.stderr


def test_a_folder_is_a_library(call: Call, sound: Path, flawed: Path, broken: Path, tmp_path: Path) -> None:
    (tmp_path / "compose.yaml").write_text("services: {}\n")
    ended = call(".")
    assert (ended.exit_code, ended.stderr) == (0, "")
    lines = ended.stdout.splitlines()
    assert len(lines) == 3
    (sound_line,) = [line for line in lines if "flood.yaml" in line]
    assert " ".join(sound_line.split()) == "4 Mar 2026 06:00Z TLP:GREEN exercise flood.yaml A crest above the levee"
    assert "(1 error)" in next(line for line in lines if "flawed.yaml" in line)
    assert "cannot be opened, line 3" in next(line for line in lines if "broken.yaml" in line)


def test_columns_stand_under_one_another_whatever_the_letters(call: Call, tmp_path: Path) -> None:
    for name in ("洪水", "flood"):
        (tmp_path / f"{name}.yaml").write_text(
            "title: TITLE\nas_of: 2026-03-04\nsituation: {bottom_line: A}\n", "utf-8"
        )
    lines = call(".").stdout.splitlines()
    assert sorted(lines) == ["4 Mar 2026  flood.yaml  TITLE", "4 Mar 2026  洪水.yaml   TITLE"]


def test_the_usual_library_without_a_path(call: Call, sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Karabakh" in call().stdout
    monkeypatch.setenv("BRIEFING_PATH", ".")
    assert [line.split()[-1] for line in call().stdout.splitlines()] == ["levee"]


def test_an_empty_library_says_what_to_do(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = call(".")
    assert (ended.exit_code, ended.stdout) == (0, "")
    assert "There is no briefing in ." in ended.stderr
    monkeypatch.setenv("BRIEFING_PATH", "nowhere")
    ended = call()
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert "nowhere" in ended.stderr


def test_a_hostile_file_name_commands_nothing(call: Call, sound: Path) -> None:
    sound.rename(sound.with_name("a\x1b]0;owned\x07\u202e\n.yaml"))
    ended = call(".")
    assert ended.exit_code == 0
    assert len(ended.stdout.splitlines()) == 1
    assert not any(ord(char) < 32 for char in ended.stdout.rstrip("\n"))
