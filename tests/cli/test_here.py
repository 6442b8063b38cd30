"""`briefing here FILE:LINE`: told to readers, refused where it is no place, silent where nobody reads."""

import subprocess
import sys
from pathlib import Path

import pytest

from briefing_tui.follow import Listener


def here(*arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "briefing_tui", "here", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("place", ["{}:12", "{}:12:4"])
def test_the_line_is_told(place: str, tmp_path: Path) -> None:
    file = tmp_path / "a: b.yaml"
    listener = Listener(file)
    done = here(place.format(file))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert listener.line() == 12
    listener.close()


def test_where_nobody_reads_it_is_silent(tmp_path: Path) -> None:
    done = here(f"{tmp_path}/nobody.yaml:3")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    "place", ["flood.yaml", "flood.yaml:", ":3", "flood.yaml:x", "flood.yaml:0", "flood.yaml:-3", ""]
)
def test_what_is_no_place_is_refused(place: str) -> None:
    done = here(place)
    assert done.returncode == 2
    assert "flood.yaml:12" in done.stderr
