"""Where the library is, and that it follows what happens on disk by reading only what changed."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing_tui.config.configuration import config_file
from briefing_tui.folders import shipped_folder
from briefing_tui.library import catalog as module
from briefing_tui.library.catalog import Catalog, catalog, library, roots
from briefing_tui.source.load import Loaded, load


def briefing(path: Path, title: str = "A crest", as_of: str = "2026-03-04") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"title: {title}\nas_of: {as_of}\nsituation: {{bottom_line: It passes.}}\n", "utf-8")
    return path


def titles(found: Catalog) -> list[str]:
    return [row.title for row in found.rows()]


def exhausted(reading: Iterator[object]) -> int:
    return sum(1 for _ in reading)


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are read, in order."""
    read: list[str] = []

    def noted(path: Path) -> Loaded:
        read.append(path.name)
        return load(path)

    monkeypatch.setattr(module, "load", noted)
    return read


def test_the_shipped_briefings_are_the_library_of_last_resort(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert roots() == (shipped_folder("briefings"),)
    (tmp_path / "briefings").mkdir()
    assert roots() == (Path("briefings"),)
    monkeypatch.setenv("BRIEFING_PATH", f"/a{os.pathsep}{os.pathsep}~/b")
    assert roots() == (Path("/a"), Path.home() / "b")
    monkeypatch.setenv("BRIEFING_PATH", " ")
    assert roots() == (Path("briefings"),)


def test_what_is_configured_comes_after_what_is_nearer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert library(configured=(Path("/reports"),)) == ((Path("/reports"),), "configuration")
    config_file().parent.mkdir(parents=True)
    config_file().write_text("library: [/srv, nowhere]\ntheme: nosuch\n", "utf-8")
    assert library() == ((Path("/srv"),), "configuration")
    assert library(configured=()) == ((shipped_folder("briefings"),), "shipped")
    (tmp_path / "briefings").mkdir()
    assert library() == ((Path("briefings"),), "./briefings")
    monkeypatch.setenv("BRIEFING_PATH", "/a")
    assert library() == ((Path("/a"),), "$BRIEFING_PATH")


def test_the_shipped_briefings_are_all_in_it() -> None:
    shipped = {path.stem for path in shipped_folder("briefings").rglob("*.yaml") if not path.match("*.minutes.yaml")}
    found = catalog([shipped_folder("briefings")])
    assert {row.id for row in found} == shipped
    assert all(row.opens for row in found)


def test_newest_first_whatever_the_order_of_reading(tmp_path: Path) -> None:
    briefing(tmp_path / "c.yaml", "Third", "2024")
    briefing(tmp_path / "b" / "b.yaml", "First", "2026")
    briefing(tmp_path / "a.yaml", "Second", "2025")
    (tmp_path / "compose.yaml").write_text("services: {}\n")
    assert [row.title for row in catalog([tmp_path])] == ["First", "Second", "Third"]


def test_what_changed_last_is_read_first(tmp_path: Path, reads: list[str]) -> None:
    for age, name in enumerate(("a.yaml", "b.yaml", "c.yaml")):
        os.utime(briefing(tmp_path / name), (1000 + age, 1000 + age))
    found = Catalog([tmp_path])
    first = next(found.read())
    assert (first.path.name, reads) == ("c.yaml", ["c.yaml"])
    assert [row.path.name for row in found.rows()] == ["c.yaml"]


def test_only_what_changed_is_read_again(tmp_path: Path, reads: list[str]) -> None:
    for name in ("a", "b", "c"):
        briefing(tmp_path / f"{name}.yaml", name.upper())
    (tmp_path / "compose.yaml").write_text("services: {}\n")
    found = Catalog([tmp_path])
    assert exhausted(found.read()) == 3
    reads.clear()
    assert exhausted(found.read()) == 0
    assert reads == []
    briefing(tmp_path / "b.yaml", "A new title", "2027")
    (tmp_path / "c.yaml").unlink()
    briefing(tmp_path / "d.yaml", "D", "2020")
    assert {row.title for row in found.read()} == {"A new title", "D"}
    assert sorted(reads) == ["b.yaml", "d.yaml"]
    assert titles(found) == ["A new title", "A", "D"]


def test_a_briefing_that_breaks_and_heals_stays(tmp_path: Path) -> None:
    path = briefing(tmp_path / "a.yaml", "Sound")
    found = Catalog([tmp_path])
    exhausted(found.read())
    path.write_text("title: Sound\nas_of: 2026-03-04\nsituation: {bottom_line: [\n")
    (broken,) = found.read()
    assert (broken.opens, broken.problem is not None) == (False, True)
    briefing(path, "Sound again, and longer")
    (healed,) = found.read()
    assert (healed.opens, healed.title) == (True, "Sound again, and longer")


def test_a_file_that_becomes_something_else_leaves(tmp_path: Path) -> None:
    path = briefing(tmp_path / "a.yaml")
    found = Catalog([tmp_path])
    exhausted(found.read())
    path.write_text("services: {}\n")
    assert exhausted(found.read()) == 0
    assert titles(found) == []


def test_a_file_that_goes_between_listing_and_reading_is_not_shown(tmp_path: Path) -> None:
    for age, name in enumerate(("a.yaml", "b.yaml")):
        os.utime(briefing(tmp_path / name, name), (1000 + age, 1000 + age))
    found = Catalog([tmp_path])
    reading = found.read()
    next(reading)
    (tmp_path / "a.yaml").unlink()
    assert exhausted(reading) == 0
    assert titles(found) == ["b.yaml"]


def test_a_file_that_may_not_be_read_is_shown_until_it_may(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    briefing(tmp_path / "a.yaml", "Readable")
    allowed = False
    opened = os.open

    def refusing(path: object, *arguments: object, **more: object) -> int:
        if not allowed and str(path).endswith("a.yaml"):
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", refusing)
    found = Catalog([tmp_path])
    (row,) = found.read()
    assert (row.opens, row.problem and row.problem.code) == (False, "F103")
    assert exhausted(found.read()) == 0
    allowed = True
    (row,) = found.read()
    assert row.title == "Readable"


def test_a_root_that_is_missing_is_told(tmp_path: Path) -> None:
    found = Catalog([tmp_path / "nowhere", tmp_path])
    exhausted(found.read())
    assert [path for path, _ in found.unlisted] == [tmp_path / "nowhere"]
    (tmp_path / "nowhere").mkdir()
    exhausted(found.read())
    assert found.unlisted == []


def test_a_reading_may_be_left_and_taken_up(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        briefing(tmp_path / f"{name}.yaml")
    found = Catalog([tmp_path])
    next(found.read())
    assert len(found.rows()) == 1
    assert exhausted(found.read()) == 2
    assert len(found.rows()) == 3
