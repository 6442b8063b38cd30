"""Who edits tells a line, who reads hears it: nothing waits, nothing is believed, nothing is left behind."""

import json
import os
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from briefing_tui.folders import runtime_folder
from briefing_tui.follow import LONGEST, Listener, line_in, tell


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "flood.yaml"
    path.write_text("title: Flood\n", encoding="utf-8")
    return path


def sent(listener: Listener, data: bytes) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sender:
        sender.sendto(data, str(listener.file))


def test_what_is_told_is_heard_by_every_reader_of_the_file_and_by_no_other(file: Path) -> None:
    one, two, other = Listener(file), Listener(file), Listener(file.with_name("other.yaml"))
    assert tell(file, 12) == 2
    assert [one.line(), two.line(), other.line()] == [12, 12, None]
    for listener in (one, two, other):
        listener.close()
    assert list(runtime_folder().iterdir()) == []


def test_of_many_lines_the_last_counts(file: Path) -> None:
    listener = Listener(file)
    for line in (3, 4, 5):
        tell(file, line)
    assert listener.line() == 5
    assert listener.line() is None
    listener.close()


def test_a_link_to_the_file_is_the_file(file: Path) -> None:
    link = file.with_name("link.yaml")
    link.symlink_to(file)
    listener = Listener(link)
    assert tell(file, 2) == 1
    assert listener.line() == 2
    listener.close()


@pytest.mark.parametrize("path", ["", "nowhere/at/all.yaml", "\0", "a" * 20_000, "/dev/null", "."])
def test_where_nobody_listens_telling_does_nothing(path: str) -> None:
    assert tell(path, 1) == 0
    assert not runtime_folder().exists()


def test_a_line_that_is_none_is_told_to_nobody_who_would_believe_it(file: Path) -> None:
    listener = Listener(file)
    for line in (0, -1, 10**9, True, "7", None, 1.5, float("nan")):
        tell(file, line)  # type: ignore[arg-type]
    assert listener.line() is None
    listener.close()


HOSTILE = [
    b"", b"\n", b"\0" * 100, b"[]", b"{}", b"null", b"7", b"\xff\xfe", b"[" * LONGEST, b"{" * 5000,
    b'{"path": 1, "line": 1}',
    b'{"line": 3}', b'{"path": "/etc/passwd", "line": 3}', b'{"path": [], "line": {}}', b"1" * LONGEST, b"NaN",
    b'{"path": "P", "line": 1e999}', b'{"path": "P", "line": "3"}', b'{"path": "P", "line": true}', b'{"path": "P"}',
    b'{"path": "P", "line": 3, "line": -3}', b'{"path": "P", "line": 99999999999999999999}', b"\x1b]0;x\x07",
    b"x" * 60_000,
]  # fmt: skip


@pytest.mark.parametrize("data", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_comes_in_is_no_message_or_a_line(data: bytes, file: Path) -> None:
    listener = Listener(file)
    data = data.replace(b'"P"', json.dumps(os.path.realpath(file)).encode())
    sent(listener, data)
    assert listener.line() is None
    assert tell(file, 9) == 1
    assert listener.line() == 9
    listener.close()


def test_random_bytes_are_never_a_message() -> None:
    for n in range(2000):
        assert line_in(os.urandom(n % 300), "/x") is None


def test_a_hundred_thousand_messages_neither_wait_nor_pile_up(file: Path) -> None:
    listener = Listener(file)
    told = sum(tell(file, n) for n in range(1, 2_001))
    # The reader is asleep: what does not fit is dropped, and nobody waited.
    assert 0 < told < 2_000
    while listener.line() is not None:
        pass
    real = os.path.realpath(file)
    last = None
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sender:
        sender.connect(str(listener.file))
        for n in range(1, 100_001):
            sender.send(json.dumps({"path": real, "line": n}).encode())
            if not n % 8:
                last = listener.line() or last
    assert last == 100_000
    listener.close()


def test_a_reader_that_was_killed_leaves_nothing_that_stays(file: Path) -> None:
    code = (
        "import os, sys; from briefing_tui.follow import Listener; l = Listener(sys.argv[1]); os.kill(os.getpid(), 9)"
    )
    for _ in range(2):
        subprocess.run([sys.executable, "-c", code, str(file)], check=False)
    assert len(list(runtime_folder().iterdir())) >= 1
    assert tell(file, 3) == 0
    assert list(runtime_folder().iterdir()) == []
    subprocess.run([sys.executable, "-c", code, str(file)], check=False)
    listener = Listener(file.with_name("other.yaml"))
    assert list(runtime_folder().iterdir()) == [listener.file]
    listener.close()


def test_the_socket_is_this_users_alone(file: Path) -> None:
    listener = Listener(file)
    assert stat.S_IMODE(listener.file.stat().st_mode) == 0o600
    assert stat.S_IMODE(runtime_folder().stat().st_mode) == 0o700
    assert "flood" not in listener.file.name
    listener.close()


def test_a_folder_that_all_may_write_to_is_refused(file: Path) -> None:
    runtime_folder().mkdir(parents=True)
    runtime_folder().chmod(0o777)
    with pytest.raises(PermissionError):
        Listener(file)


def test_what_is_no_socket_is_left_alone(file: Path) -> None:
    listener = Listener(file)
    name = listener.file.name
    listener.close()
    (runtime_folder() / name).write_text("mine")
    assert tell(file, 3) == 0
    again = Listener(file)
    assert (runtime_folder() / name).read_text() == "mine"
    again.close()


def test_where_no_socket_can_be_made_it_is_an_oserror(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = tmp_path / ("d" * 120)
    deep.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(deep))
    with pytest.raises(OSError, match=r"."):
        Listener(file)
    assert tell(file, 1) == 0
