"""Where files are looked for, and that nothing is made before somebody writes."""

import os
import stat
from pathlib import Path

import pytest

from briefing_tui import folders
from briefing_tui.folders import (
    cache_folder,
    config_folder,
    made,
    replace_file,
    runtime_folder,
    shipped_folder,
    state_folder,
)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_in_a_checkout_the_shipped_briefings_are_those_at_its_top() -> None:
    assert list(shipped_folder("briefings").glob("*.yaml"))


def test_in_an_installed_package_they_are_inside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = tmp_path / "briefing_tui" / "_shipped" / "themes"
    inside.mkdir(parents=True)
    (tmp_path / "themes").mkdir()
    monkeypatch.setattr(folders, "_PACKAGE", tmp_path / "briefing_tui")
    assert shipped_folder("themes") == inside


def test_own_folders_are_named_after_the_program_and_not_made(own_home: Path) -> None:
    found = [config_folder(), state_folder(), cache_folder(), runtime_folder()]
    assert [path.name for path in found] == ["briefing"] * 4
    assert len(set(found)) == 4
    assert [path for path in found if path.exists()] == []


def test_a_folder_is_made_for_its_user_alone(tmp_path: Path) -> None:
    made(tmp_path / "state" / "briefing")
    assert mode(tmp_path / "state" / "briefing") == 0o700


def test_a_folder_everybody_may_write_to_is_refused(tmp_path: Path) -> None:
    open_to_all = tmp_path / "briefing"
    open_to_all.mkdir()
    open_to_all.chmod(0o777)
    with pytest.raises(PermissionError):
        made(open_to_all)


def test_a_file_in_the_place_of_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "briefing").write_text("")
    with pytest.raises(OSError, match="briefing"):
        made(tmp_path / "briefing")


def test_a_replaced_file_is_whole_and_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    replace_file(path, b"a much longer old text")
    assert mode(path) == 0o600
    path.chmod(0o640)
    replace_file(path, b"new", lasting=True)
    assert path.read_bytes() == b"new"
    assert mode(path) == 0o640
    assert os.listdir(tmp_path) == ["a.json"]


def test_a_file_that_cannot_be_replaced_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.json"
    path.write_text("old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        replace_file(path, b"new", lasting=True)
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["a.json"]
