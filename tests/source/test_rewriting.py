"""A file is replaced whole, as it was but for its text, and only where it still holds what was read."""

import os
from pathlib import Path

import pytest

from briefing_tui.source.rewriting import ChangedError, rewrite


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "flood.yaml"
    path.write_bytes(b"\xef\xbb\xbftitle: A\r\n")
    path.chmod(0o640)
    return path


def test_mark_and_mode_stay_and_nothing_else_is_left(file: Path) -> None:
    rewrite(file, "title: A\r\n", "title: B\r\n")
    assert file.read_bytes() == b"\xef\xbb\xbftitle: B\r\n"
    assert file.stat().st_mode & 0o777 == 0o640
    assert os.listdir(file.parent) == ["flood.yaml"]


@pytest.mark.parametrize("held", [b"title: C\r\n", b"\xff", b"\xef\xbb\xbftitle: A\n"])
def test_what_has_changed_is_left_alone(file: Path, held: bytes) -> None:
    file.write_bytes(held)
    with pytest.raises(ChangedError):
        rewrite(file, "title: A\r\n", "title: B\r\n")
    assert file.read_bytes() == held


def test_a_link_goes_on_being_one(file: Path) -> None:
    link = file.with_name("link.yaml")
    link.symlink_to(file.name)
    rewrite(link, "title: A\r\n", "title: B\r\n")
    assert link.is_symlink()
    assert b"B" in file.read_bytes()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anything")
def test_a_read_only_file_is_not_replaced(file: Path) -> None:
    file.chmod(0o444)
    with pytest.raises(PermissionError):
        rewrite(file, "title: A\r\n", "title: B\r\n")


def test_a_file_that_is_gone_does_not_come_back(file: Path) -> None:
    file.unlink()
    with pytest.raises(FileNotFoundError):
        rewrite(file, "title: A\r\n", "title: B\r\n")
    assert not file.exists()
