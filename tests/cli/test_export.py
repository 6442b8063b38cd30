"""`briefing export`: the right format in the right place, whole or not at all, and never over the briefing itself."""

import json
import os
import stat
from pathlib import Path

import pytest

from briefing_tui.export import EXPORTERS, Exporter
from tests.cli.conftest import Call

each_format = pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)


@each_format
def test_every_format_goes_to_standard_output_or_a_file(exporter: Exporter, call: Call, sound: Path) -> None:
    shown = call("export", "flood.yaml", "--to", exporter.name)
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert "A crest above the levee" in shown.stdout
    by_name = call("export", "flood.yaml", "--to", exporter.name, "-o", "out")
    by_ending = call("export", "flood.yaml", "-o", f"out.{exporter.extension}")
    for ended in (by_name, by_ending):
        assert (ended.exit_code, ended.stdout, ended.stderr) == (0, "", "")
    assert Path("out").read_text("utf-8") == shown.stdout
    assert Path(f"out.{exporter.extension}").read_text("utf-8") == shown.stdout
    assert call("export", "flood.yaml", "--to", exporter.name, "-o", "-").stdout == shown.stdout
    assert call("export", "-", "--to", exporter.name, given=sound.read_bytes()).exit_code == 0
    assert f"{exporter.name} " in call("export", "--help").stdout


@each_format
def test_notes_come_only_when_asked_for(exporter: Exporter, call: Call, sound: Path) -> None:
    sound.write_text(sound.read_text().replace("when: 2026-03-05", "notes: Pause here., when: 2026-03-05"))
    assert "Pause here" not in call("export", "flood.yaml", "--to", exporter.name).stdout
    assert "Pause here" in call("export", "flood.yaml", "--to", exporter.name, "--notes").stdout


def test_without_a_format_it_asks_for_one(call: Call, sound: Path) -> None:
    for more in ([], ["-o", "out"], ["-o", "out.pdf"]):
        ended = call("export", "flood.yaml", *more)
        assert (ended.exit_code, ended.stdout) == (2, "")
        assert "--to text, md, json" in ended.stderr
    assert sorted(os.listdir()) == ["flood.yaml"]


@pytest.mark.parametrize("name", ["flood.yaml", "./flood.yaml", "link.yaml", "hard.yaml", "deep/../flood.yaml"])
def test_the_briefing_itself_is_never_overwritten(name: str, call: Call, sound: Path) -> None:
    before = sound.read_bytes()
    Path("link.yaml").symlink_to("flood.yaml")
    Path("hard.yaml").hardlink_to("flood.yaml")
    Path("deep").mkdir()
    ended = call("export", "flood.yaml", "--to", "json", "-o", name)
    assert (ended.exit_code, ended.stderr) == (2, f"briefing: {Path(name)} is the briefing itself: name another file\n")
    assert sound.read_bytes() == before


def test_a_file_that_is_written_over_keeps_its_mode_and_links_their_place(call: Call, sound: Path) -> None:
    Path("real.md").write_text("x" * 100_000)
    Path("real.md").chmod(0o640)
    Path("out.md").symlink_to("real.md")
    assert call("export", "flood.yaml", "-o", "out.md").exit_code == 0
    assert Path("out.md").is_symlink()
    assert Path("real.md").read_text("utf-8") == call("export", "flood.yaml", "--to", "md").stdout
    assert stat.S_IMODE(os.stat("real.md").st_mode) == 0o640


def test_a_new_file_has_the_usual_mode(call: Call, sound: Path) -> None:
    before = os.umask(0o022)
    try:
        call("export", "flood.yaml", "-o", "out.md")
    finally:
        os.umask(before)
    assert stat.S_IMODE(os.stat("out.md").st_mode) == 0o644


@pytest.mark.parametrize("name", [".", "nowhere/out.md", "flood.yaml/out.md", "a" * 300, "\udcff/\x1b[31m"])
def test_where_it_cannot_be_written_is_said(name: str, call: Call, sound: Path) -> None:
    ended = call("export", "flood.yaml", "--to", "md", "-o", name)
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert "cannot be written: " in ended.stderr
    assert "\x1b" not in ended.stderr
    assert sorted(os.listdir()) == ["flood.yaml"]


def test_a_full_disk_leaves_the_old_file(call: Call, sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    Path("out.md").write_text("old")
    monkeypatch.setattr(os, "fsync", full)
    ended = call("export", "flood.yaml", "-o", "out.md")
    assert (ended.exit_code, ended.stderr) == (2, "briefing: out.md cannot be written: No space left on device\n")
    assert Path("out.md").read_text() == "old"
    assert sorted(os.listdir()) == ["flood.yaml", "out.md"]


def test_a_device_is_written_into_and_not_replaced(call: Call, sound: Path) -> None:
    Path("out.md").symlink_to(os.devnull)
    assert call("export", "flood.yaml", "-o", "out.md").exit_code == 0
    assert Path(os.devnull).is_char_device()


def test_what_is_left_out_is_said(call: Call, flawed: Path) -> None:
    ended = call("export", "flawed.yaml", "--to", "json")
    assert ended.exit_code == 0
    assert "rain" not in json.loads(ended.stdout)["events"]
    assert ended.stderr == (
        "briefing: flawed.yaml has errors: 1 entry is left out. `briefing check flawed.yaml` shows the places.\n"
    )


@pytest.mark.parametrize(("name", "code"), [("broken.yaml", 1), ("nowhere.yaml", 2), (".", 2)])
def test_what_is_no_briefing_is_not_exported(name: str, code: int, call: Call, broken: Path) -> None:
    ended = call("export", name, "--to", "md", "-o", "out.md")
    assert (ended.exit_code, ended.stdout) == (code, "")
    assert name in ended.stderr
    assert not Path("out.md").exists()
