"""Which files are found below a folder, and that no folder, however odd, is a trap."""

import os
from pathlib import Path

import pytest

from briefing_tui.library.walk import MAX_DEPTH, briefing_files, is_briefing_name


def names(*roots: Path) -> list[str]:
    return [str(file.path.relative_to(roots[0])) for file in briefing_files(roots)]


def put(folder: Path, *paths: str) -> None:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("title: A\n")


@pytest.mark.parametrize("name", ["a.yaml", "a.yml", "A.YAML", "2023-09-19.yaml", "a.b.yaml", "minutes.yaml"])
def test_yaml_may_be_a_briefing(name: str) -> None:
    assert is_briefing_name(name)


@pytest.mark.parametrize(
    "name", ["a.minutes.yaml", "A.Minutes.YML", ".a.yaml", ".#a.yaml", "a.yaml~", "a.json", "yaml", "#a.yaml#"]
)
def test_minutes_hidden_files_and_others_are_not(name: str) -> None:
    assert not is_briefing_name(name)


def test_files_come_folder_by_folder_in_order_of_name(tmp_path: Path) -> None:
    put(tmp_path, "b.yaml", "a.yaml", "north/b.yaml", "north/a.yml", "east/deep/a.yaml", "a.minutes.yaml", "read.me")
    assert names(tmp_path) == ["a.yaml", "b.yaml", "east/deep/a.yaml", "north/a.yml", "north/b.yaml"]


def test_hidden_folders_are_passed_over(tmp_path: Path) -> None:
    put(tmp_path, ".git/a.yaml", "shown/a.yaml")
    assert names(tmp_path) == ["shown/a.yaml"]


def test_a_hidden_root_that_was_named_is_looked_into(tmp_path: Path) -> None:
    put(tmp_path, ".briefings/a.yaml")
    assert names(tmp_path / ".briefings") == ["a.yaml"]


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    put(tmp_path, "a/a.yaml")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "a" / "self").symlink_to("self")
    assert names(tmp_path) == ["a/a.yaml"]


def test_a_linked_folder_is_looked_into_once(tmp_path: Path) -> None:
    put(tmp_path / "elsewhere", "a.yaml")
    library = tmp_path / "library"
    library.mkdir()
    (library / "one").symlink_to(tmp_path / "elsewhere")
    (library / "two").symlink_to(tmp_path / "elsewhere")
    assert names(library) == ["one/a.yaml"]


def test_a_file_is_known_by_its_own_name_before_that_of_a_link(tmp_path: Path) -> None:
    put(tmp_path, "report-7.yaml")
    (tmp_path / "latest.yaml").symlink_to("report-7.yaml")
    assert names(tmp_path) == ["report-7.yaml"]


def test_it_goes_only_so_deep(tmp_path: Path) -> None:
    inside = "/".join(["d"] * MAX_DEPTH)
    put(tmp_path, f"{inside}/last.yaml", f"{inside}/d/beyond.yaml")
    assert names(tmp_path) == [f"{inside}/last.yaml"]


def test_a_file_in_two_roots_comes_once(tmp_path: Path) -> None:
    put(tmp_path, "a/a.yaml")
    assert [file.path for file in briefing_files([tmp_path / "a" / "a.yaml", tmp_path])] == [tmp_path / "a" / "a.yaml"]


def test_pipes_and_devices_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "device.yaml").symlink_to(os.devnull)
    (tmp_path / "folder.yaml").mkdir()
    assert names(tmp_path) == []


def test_what_cannot_be_listed_is_told_and_the_rest_is_found(tmp_path: Path) -> None:
    put(tmp_path, "a.yaml")
    (tmp_path / "gone.yaml").symlink_to("nowhere")
    told: list[Path] = []
    found = list(briefing_files([tmp_path / "missing", tmp_path], lambda path, error: told.append(path)))
    assert [file.path.name for file in found] == ["a.yaml"]
    assert told == [tmp_path / "missing", tmp_path / "gone.yaml"]


def test_a_name_that_is_no_text_is_a_name(tmp_path: Path) -> None:
    with open(os.fsencode(tmp_path) + b"/\xff.yaml", "wb"):
        pass
    assert [os.fsencode(file.path.name) for file in briefing_files([tmp_path])] == [b"\xff.yaml"]
