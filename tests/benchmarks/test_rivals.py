"""What is not there is skipped with a word, and what several processes take is counted together."""

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import processes
from benchmarks.page import page
from benchmarks.rivals import FOLDER, Rival, found
from benchmarks.scaling import exponent


@pytest.mark.parametrize("folder", [None, "made"])
def test_what_cannot_be_had_says_so(folder: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found.cache_clear()
    monkeypatch.delenv(FOLDER, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    if folder:
        monkeypatch.setenv(FOLDER, str(tmp_path / folder))
    # From no registry: apt-get is not on that path.
    one = found(Rival("no-such-reader", "reader", archives=("no-such-reader",)))
    assert one.program == ""
    assert ("could not be installed" if folder else FOLDER) in one.word


def test_the_exponent_is_that_of_the_power() -> None:
    sizes = [10.0, 100.0, 1000.0]
    assert exponent(sizes, [3 * size for size in sizes]) == pytest.approx(1)
    assert exponent(sizes, [size**2 / 7 for size in sizes]) == pytest.approx(2)


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="only Linux tells")
def test_what_a_command_started_counts_as_its_own() -> None:
    child = "import time; x = bytearray(30_000_000); print(1, flush=True); time.sleep(30)"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    with subprocess.Popen([sys.executable, "-c", parent], stdout=subprocess.PIPE) as process:
        try:
            assert process.stdout is not None
            process.stdout.readline()
            tree = processes.tree_of(process.pid)
            assert len(tree) == 2
            assert (processes.resident(process.pid) or 0) > 35
            assert processes.worked(process.pid) > processes.worked(tree[1]) > 0
        finally:
            for one in reversed(processes.tree_of(process.pid)):
                subprocess.run(["kill", "-9", str(one)], check=False)


def test_other_pages_stand_within_it_a_level_lower(tmp_path: Path) -> None:
    (tmp_path / "FLOORS.md").write_text("# Floors\n\nNone.\n", "utf-8")
    written = page([], "2 cores", [tmp_path / "FLOORS.md", tmp_path / "missing.md"])
    assert "\n## Floors\n\nNone.\n" in written
    assert "## Promises" in written
