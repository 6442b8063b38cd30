"""Whatever a path leads to: a text, or a message; never a wait, never an exception."""

import os
import socket
from pathlib import Path

import pytest

from briefing_tui.source.file import MAX_BYTES, decoded, file_stamp, file_text
from briefing_tui.source.load import load, load_bytes

TEXT = "title: Flødebølgen\nas_of: 2026\nsituation: {bottom_line: Høyt vann.}\n"


def only_code(path: Path) -> str:
    loaded = load(path)
    assert loaded.briefing is None
    (found,) = loaded.diagnostics
    assert found.help
    assert 0 <= found.extent.start <= found.extent.end <= len(loaded.text)
    return found.code


def saved(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "harrow-bend-1.yaml"
    path.write_bytes(data)
    return path


def test_a_file_is_read_and_its_stem_is_the_briefings_id(tmp_path: Path) -> None:
    path = saved(tmp_path, TEXT.encode())
    loaded = load(path)
    assert loaded.briefing is not None
    assert (loaded.briefing.id, loaded.briefing.title, loaded.path) == ("harrow-bend-1", "Flødebølgen", path)
    assert loaded.stamp == file_stamp(path)


def test_there_is_no_file(tmp_path: Path) -> None:
    assert only_code(tmp_path / "none.yaml") == "F101"
    assert only_code(saved(tmp_path, b"") / "below.yaml") == "F101"
    assert file_stamp(tmp_path / "none.yaml") == ()


@pytest.mark.parametrize("name", ["a\0b.yaml", "\0", "a" * 5000, "\ud800.yaml"])
def test_a_path_that_cannot_be_one(tmp_path: Path, name: str) -> None:
    assert only_code(tmp_path / name) in ("F101", "F103")
    assert file_stamp(tmp_path / name) == ()


def test_a_folder(tmp_path: Path) -> None:
    assert only_code(tmp_path) == "F102"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    assert only_code(pipe) == "F102"


def test_a_device_is_not_read() -> None:
    assert only_code(Path("/dev/zero")) == "F102"
    assert only_code(Path("/dev/null")) == "F102"


def test_a_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The path of a socket may be no longer than a hundred characters or so.
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("s.yaml")
        assert only_code(Path("s.yaml")) == "F102"


def test_links_that_lead_nowhere_or_round_in_circles(tmp_path: Path) -> None:
    dangling, circle = tmp_path / "dangling.yaml", tmp_path / "circle.yaml"
    dangling.symlink_to("none.yaml")
    circle.symlink_to("circle.yaml")
    assert only_code(dangling) == "F101"
    assert only_code(circle) == "F103"


def test_a_link_to_a_briefing_is_followed(tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(saved(tmp_path, TEXT.encode()))
    briefing = load(link).briefing
    assert briefing is not None
    assert briefing.id == "link"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = saved(tmp_path, TEXT.encode())
    path.chmod(0)
    assert only_code(path) == "F103"


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = saved(tmp_path, b"#" * (MAX_BYTES + 1))
    assert only_code(path) == "F104"
    assert load(path).text == ""
    assert load_bytes(b"#" * (MAX_BYTES + 1), "x", "x").diagnostics[0].code == "F104"


def test_a_file_of_the_largest_size_is_read(tmp_path: Path) -> None:
    assert load(saved(tmp_path, TEXT.encode() + b"#" * (MAX_BYTES - len(TEXT.encode())))).briefing is not None


def test_a_byte_order_mark_is_dropped(tmp_path: Path) -> None:
    loaded = load(saved(tmp_path, b"\xef\xbb\xbf" + TEXT.encode()))
    assert loaded.diagnostics == []
    assert loaded.text == TEXT


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_other_unicode_encodings_are_told_apart_or_refused(tmp_path: Path, encoding: str) -> None:
    loaded = load(saved(tmp_path, TEXT.encode(encoding)))
    assert loaded.briefing is None
    assert loaded.diagnostics[0].code in ("F105", "Y202")
    if encoding == "utf-16":
        assert "UTF-16" in loaded.diagnostics[0].help


def test_where_a_byte_is_not_utf8(tmp_path: Path) -> None:
    loaded = load(saved(tmp_path, b"title: Water\nas_of: 2026\nbanner: Fl\xf8de\n"))
    (found,) = loaded.diagnostics
    assert found.code == "F105"
    assert loaded.lines.position(found.extent.start) == (3, 11)
    assert "0xf8" in found.message


@pytest.mark.parametrize("data", [b"", b"\n\n", b"# nothing yet\n", b"\xef\xbb\xbf", b"---\n", b"   "])
def test_a_file_that_holds_nothing(tmp_path: Path, data: bytes) -> None:
    assert only_code(saved(tmp_path, data)) == "F106"


@pytest.mark.parametrize("data", [b"just words\n", b"- a\n- b\n", b"[1, 2]", b'"quoted"'])
def test_a_file_that_holds_no_mapping(tmp_path: Path, data: bytes) -> None:
    assert only_code(saved(tmp_path, data)) == "Y210"


def test_the_stamp_changes_with_the_file(tmp_path: Path) -> None:
    path = saved(tmp_path, TEXT.encode())
    before = file_stamp(path)
    path.write_bytes(TEXT.encode() + b"\n")
    assert file_stamp(path) != before
    path.unlink()
    assert file_stamp(path) == ()


def test_bytes_that_are_cut_in_the_middle_of_a_character() -> None:
    found = decoded("å".encode()[:1])
    assert found.problem is not None
    assert found.text == "\ufffd"


def test_a_name_is_shown_as_it_was_given_and_reading_never_raises(tmp_path: Path) -> None:
    assert file_text(tmp_path / "none.yaml").problem is not None
    assert load(tmp_path / "none.yaml").name == str(tmp_path / "none.yaml")
