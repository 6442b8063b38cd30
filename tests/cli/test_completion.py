"""The shell completes commands, files, and behind `FILE#` the ids in it, with what they stand for."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from briefing_tui.cli.completion import PLACES
from tests.cli.conftest import Call

FLAGSHIP = Path(__file__).resolve().parents[2] / "briefings" / "karabakh-2023-09-19.yaml"


def completed(words: str, cursor: int) -> list[str]:
    """What bash would be offered for a command line."""
    environment = {
        **os.environ, "_BRIEFING_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(cursor),
    }  # fmt: skip
    ran = subprocess.run(
        [sys.executable, "-m", "briefing_tui"], env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert ran.stderr == ""
    return ran.stdout.split()


def test_commands_and_files() -> None:
    assert "plain,check" in completed("briefing che", 1)
    assert any(item.startswith("file,") for item in completed("briefing fl", 1))


def test_ids_behind_a_file() -> None:
    found = completed(f"briefing {FLAGSHIP}#az", 1)
    assert found
    assert all(item.startswith(f"plain,{FLAGSHIP}#az") for item in found)


@pytest.mark.parametrize("broken", ["no-such-file.yaml#", "/dev/null#", "#", "~nobody-of-this-name/x#"])
def test_what_cannot_be_read_completes_to_nothing(broken: str) -> None:
    assert completed(f"briefing {broken}", 1) == []


@pytest.mark.parametrize("shell", PLACES)
def test_each_shell_gets_its_script(shell: str, call: Call) -> None:
    shown = call("completion", shell)
    assert shown.exit_code == 0
    assert "_BRIEFING_COMPLETE" in shown.stdout
    if program := shutil.which(shell):
        subprocess.run([program, "-n"], input=shown.stdout, text=True, check=True, timeout=60)


def test_an_unknown_shell_is_refused_with_those_there_are(call: Call) -> None:
    shown = call("completion", "csh")
    assert shown.exit_code == 2
    assert "bash" in shown.stderr
