"""`briefing rename`: one file or a folder, shown or written, every other byte kept."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT
from tests.cli.conftest import Call

TEXT = (
    "title: T  # c\nas_of: 2026\nsituation: {bottom_line: 'The [[crest]].'}\nevents: {crest: {title: C, when: 2026}}\n"
)


@pytest.fixture
def flood(tmp_path: Path) -> Path:
    path = tmp_path / "flood.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_an_id_is_changed_wherever_it_stands(call: Call, flood: Path) -> None:
    ran = call("rename", "flood.yaml", "crest", "wave")
    assert ran.exit_code == 0
    assert ran.stdout == ""
    assert "flood.yaml: crest is now wave, in 2 places" in ran.stderr
    assert flood.read_text("utf-8") == TEXT.replace("crest", "wave")


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "BOM"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"], ids=["LF", "CRLF"])
def test_marks_and_ends_of_lines_stay_byte_for_byte(call: Call, flood: Path, mark: bytes, end: bytes) -> None:
    before = mark + TEXT.rstrip("\n").encode().replace(b"\n", end)
    flood.write_bytes(before)
    assert call("rename", "flood.yaml", "crest", "wave").exit_code == 0
    assert flood.read_bytes() == before.replace(b"crest", b"wave")


@pytest.mark.parametrize("option", ["--diff", "--dry-run"])
def test_what_would_change_is_shown_and_not_done(call: Call, flood: Path, option: str) -> None:
    ran = call("rename", "flood.yaml", "crest", "wave", option)
    assert ran.exit_code == 0
    assert "\n+events: {wave: {title: C, when: 2026}}\n" in ran.stdout
    assert flood.read_text("utf-8") == TEXT


def test_other_briefings_of_the_folder_are_told_of_or_changed(call: Call, flood: Path) -> None:
    other = flood.with_name("later.yaml")
    text = TEXT.replace("[[crest]]", "[[flood#crest|crest]]").replace("as_of", "supersedes: flood\nas_of")
    other.write_text(text, encoding="utf-8")
    flood.with_name("broken.yaml").write_text("flood#crest: [", encoding="utf-8")
    told = call("rename", "flood.yaml", "crest", "wave", "--diff")
    assert "later.yaml names it in 1 place: --folder changes them as well" in told.stderr
    assert "later.yaml is of the same series, and has a crest as well" in told.stderr
    assert call("rename", "flood.yaml", "crest", "wave", "--folder").exit_code == 0
    assert other.read_text("utf-8") == text.replace("flood#crest", "flood#wave")


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("crst", "wave", "no entry is called crst; did you mean `crest`?"),
        ("crest", "The Wave", "how about `the-wave`?"),
        ("crest", "crest", "called crest already"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    call: Call, flood: Path, old: str, new: str, why: str
) -> None:
    ran = call("rename", "flood.yaml", old, new)
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert why in ran.stderr
    assert flood.read_text("utf-8") == TEXT


def test_standard_input_and_missing_files_are_no_files(call: Call) -> None:
    for name, why in (("-", "name a file"), ("nowhere.yaml", "no such file")):
        ran = call("rename", name, "a", "b")
        assert ran.exit_code == 2
        assert why in ran.stderr


def test_the_shell_completes_the_ids_of_the_file(call: Call, flood: Path) -> None:
    words = {"_BRIEFING_COMPLETE": "bash_complete", "COMP_WORDS": "briefing rename flood.yaml cr", "COMP_CWORD": "3"}
    ran = subprocess.run(
        [sys.executable, "-m", "briefing_tui"],
        env=os.environ | words | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "crest" in ran.stdout
