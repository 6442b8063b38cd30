"""`briefing new`: a file that is there at once, sound, never over another, and open in the editor where it begins."""

import re
import sys
from datetime import date
from pathlib import Path

import pexpect
import pytest

from briefing_tui.authoring.template import TEMPLATES
from briefing_tui.folders import shipped_folder
from briefing_tui.schema.file import modeline
from tests.architecture.tree import ROOT
from tests.cli.conftest import Call


@pytest.mark.parametrize("template", [template.name for template in TEMPLATES])
def test_a_new_briefing_checks_with_nothing_but_placeholders(call: Call, template: str) -> None:
    ran = call("new", "Crue à Évian: l'eau monte", "--from", template)
    assert ran.exit_code == 0
    name = ran.stdout.strip()
    assert re.fullmatch(r"crue-a-evian-l-eau-monte-\d{4}-\d\d-\d\d\.yaml", name)
    assert Path(name).read_text("utf-8").startswith(modeline() + "\n")
    checked = call("check", name, "--output-format", "concise")
    assert checked.exit_code == 0
    assert {line.split("]")[0].partition("[")[2] for line in checked.stdout.splitlines()} == {"E547"}
    assert f"{len(checked.stdout.splitlines())} placeholders are to be written, the first in line" in ran.stderr


def test_nothing_is_ever_overwritten(call: Call) -> None:
    first = call("new", "The crest").stdout.strip()
    before = Path(first).read_bytes()
    for more in ([], ["-o", first]):
        ran = call("new", "The crest", "--from", "flood", *more)
        assert (ran.exit_code, ran.stdout) == (2, "")
        assert "is there already, and nothing was written" in ran.stderr
    assert Path(first).read_bytes() == before


def test_where_it_goes(call: Call) -> None:
    assert call("new", "A", "-o", "own.yaml").stdout == "own.yaml\n"
    Path("briefings").mkdir()
    assert call("new", "A").stdout.startswith("briefings/a-")
    assert call("new", "A", "--dir", ".").stdout.startswith("a-")
    assert "there is no folder nowhere" in call("new", "A", "--dir", "nowhere").stderr
    long = call("new", "word " * 40, "--dir", ".").stdout.strip()
    assert len(long) < 80
    assert call("new", "Наводнение", "--dir", ".").stdout.startswith("briefing-")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ([], "give it a title"),
        (["  "], "give it a title"),
        (["A", "--from", "flood", "--supersedes", "old.yaml"], "choose one"),
        (["A", "-o", "a.yaml", "--dir", "b"], "choose one"),
        (["A", "--from", "war"], "'blank', 'flood'"),
        (["A", "--supersedes", "nowhere.yaml"], "no such file"),
    ],
)
def test_what_cannot_be_meant_is_said(call: Call, words: list[str], why: str) -> None:
    ran = call("new", *words)
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert why in ran.stderr
    assert list(Path().iterdir()) == []


def test_the_next_number_stands_beside_the_one_it_supersedes(call: Call) -> None:
    Path("reports").mkdir()
    old = Path("reports/harrow-bend-1.yaml")
    old.write_bytes((shipped_folder("briefings") / old.name).read_bytes())
    ran = call("new", "--supersedes", old)
    assert ran.stdout == "reports/harrow-bend-2.yaml\n"
    text = Path("reports/harrow-bend-2.yaml").read_text("utf-8")
    assert "\nsupersedes: harrow-bend-1\n" in text
    assert "\nnumber: 2\n" in text
    checked = call("check", "reports/harrow-bend-2.yaml", "--output-format", "concise")
    assert checked.exit_code == 0
    assert {line.split("]")[0].partition("[")[2] for line in checked.stdout.splitlines()} == {"E547"}
    again = call("new", "--supersedes", old)
    assert again.exit_code == 2
    assert "is there already" in again.stderr


def test_a_name_the_library_will_not_list_is_said(call: Call) -> None:
    assert "this one it will not" in call("new", "A", "-o", "a.txt").stderr


def on_a_terminal(tmp_path: Path, editor: str, *words: str) -> str:
    """What a person sees who has this editor."""
    child = pexpect.spawn(
        sys.executable,
        ["-m", "briefing_tui", *words],
        cwd=str(tmp_path),
        env={"PATH": "/usr/bin:/bin", "TERM": "xterm", "EDITOR": editor, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"},
        dimensions=(24, 200),
        encoding="utf-8",
        timeout=60,
    )
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    return str(child.before)


def test_on_a_terminal_the_editor_is_opened_at_the_first_placeholder(tmp_path: Path) -> None:
    script = tmp_path / "vim"
    # An editor that writes down what it is given, and fills in the first placeholder.
    script.write_text('#!/bin/sh\necho "$1" > opened\nsed -i "s/<your name or office>/Me/" "$2"\n', encoding="utf-8")
    script.chmod(0o755)
    seen = on_a_terminal(tmp_path, str(script), "new", "The crest")
    text = (tmp_path / f"the-crest-{date.today().isoformat()}.yaml").read_text("utf-8")
    line = int((tmp_path / "opened").read_text()[1:])
    assert text.split("\n")[line - 1] == "prepared_by: Me"
    assert "6 placeholders are to be written" in seen


def test_an_editor_that_is_none_leaves_the_file(tmp_path: Path) -> None:
    seen = on_a_terminal(tmp_path, "no-such-editor", "new", "The crest", "-o", "a.yaml")
    assert "“no-such-editor” cannot be started" in seen
    assert (tmp_path / "a.yaml").exists()


def test_no_edit_means_none(tmp_path: Path) -> None:
    seen = on_a_terminal(tmp_path, "no-such-editor", "new", "The crest", "-o", "a.yaml", "--no-edit")
    assert "no-such-editor" not in seen
    assert "briefing schema --write" in seen
