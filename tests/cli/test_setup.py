"""What `briefing setup` prints is understood by the editor it is for."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from briefing_tui.cli.setup import SETUPS, setup_text
from briefing_tui.schema.file import shipped_schema
from tests.architecture.tree import ROOT
from tests.cli.conftest import Call

FLAWED = "title: T\nas_of: 2026\nsituation:\n  bottom_line: >-\n    The [[dam]] holds.\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with a flawed briefing, and a `briefing` on the path."""
    script = tmp_path / "bin" / "briefing"
    script.parent.mkdir()
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m briefing_tui "$@"\n')
    script.chmod(0o755)
    (tmp_path / "dam.yaml").write_text(FLAWED)
    return tmp_path


def environment(place: Path) -> dict[str, str]:
    path = f"{place / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "HOME": str(place), "TERM": "xterm"}


def needs(editor: str, package: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(editor) is None, reason=f"there is no {editor} here (apt install {package})")


@pytest.mark.parametrize("editor", SETUPS)
def test_it_is_printed_as_it_is_and_begins_by_saying_where_it_goes(editor: str, call: Call) -> None:
    result = call("setup", editor)
    assert (result.exit_code, result.stdout) == (0, setup_text(editor))
    assert "paste this" in result.stdout.splitlines()[0]
    assert "briefing" in result.stdout


def test_an_editor_nobody_knows_is_answered_with_those_there_are(call: Call) -> None:
    result = call("setup", "ed")
    assert result.exit_code == 2
    assert "nvim" in result.stderr


def test_what_is_not_installed_is_named(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing_tui.cli.setup.find_spec", lambda name: None)
    assert "pip install 'briefing-tui[lsp]'" in call("setup", "helix").stderr
    assert call("setup", "nano").stderr == ""


def test_helix_reads_a_server_and_a_language_that_uses_it() -> None:
    found = tomllib.loads(setup_text("helix"))
    assert found["language-server"]["briefing"] == {"command": "briefing", "args": ["lsp"]}
    assert found["language"][0]["language-servers"][0] == "briefing"


def test_vscode_reads_settings_and_finds_the_schema() -> None:
    found = json.loads(re.sub(r"^\s*//.*$", "", setup_text("vscode"), flags=re.MULTILINE))
    assert (found["glspc.server.command"], found["glspc.server.commandArguments"]) == ("briefing", ["lsp"])
    assert [Path(path) for path in found["yaml.schemas"]] == [shipped_schema()]


def test_emacs_lisp_is_balanced() -> None:
    code = re.sub(r'"[^"]*"|;.*', "", setup_text("emacs"))
    assert code.count("(") == code.count(")") > 0


@needs("emacs", "emacs-nox")
def test_emacs_runs_it(tmp_path: Path) -> None:
    (tmp_path / "init.el").write_text(setup_text("emacs"))
    command = ["emacs", "-Q", "--batch", "-l", str(tmp_path / "init.el")]
    assert subprocess.run(command, capture_output=True, timeout=60, check=False).returncode == 0


@needs("vim", "vim")
def test_vim_goes_to_what_is_found(place: Path) -> None:
    (place / "vimrc").write_text("filetype plugin on\n" + setup_text("vim"))
    out = place / "found.json"
    script = f"silent make! | call writefile([json_encode(getqflist())], '{out}') | qall!"
    command = ["vim", "-Nu", "vimrc", "-es", "-c", script, "dam.yaml"]
    subprocess.run(
        command,
        cwd=place,
        env=environment(place),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
    found = [row for row in json.loads(out.read_text()) if row["valid"]]
    assert [(row["lnum"], row["col"], row["type"]) for row in found if "L401" in row["text"]] == [(5, 11, "e")]
