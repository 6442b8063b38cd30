import os
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from briefing_tui.folders import made, runtime_folder
from briefing_tui.meeting.sockets import (
    LOOK,
    RunningError,
    Talk,
    bound,
    claimed,
    greeting,
    is_ours,
    running,
    socket_of,
    talk_from,
)
from briefing_tui.meeting.update import decoded
from tests.meeting.rooms import garbage

CLAIM = """
import os, sys
from briefing_tui.meeting.sockets import bound, claimed
listening = bound(claimed(sys.argv[1]))
print("there", flush=True)
sys.stdin.read()
os._exit(0)
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "flood.yaml"


def test_one_process_presents_a_file_at_a_time(file: Path) -> None:
    claim = claimed(file)
    listening = bound(claim)
    with pytest.raises(RunningError):
        claimed(file)
    link = file.with_name("link.yaml")
    link.symlink_to(file)
    with pytest.raises(RunningError):
        claimed(link)
    claimed(file.with_name("other.yaml")).let_go()
    listening.close()
    claim.let_go()
    claimed(file).let_go()
    assert list(runtime_folder().iterdir()) == []


def test_a_process_that_was_killed_leaves_nothing_that_stays(file: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", CLAIM, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "there\n"
    with pytest.raises(RunningError):
        claimed(file)
    process.kill()
    process.communicate()
    assert socket_of(file).exists()
    assert running() == []
    other = claimed(file.with_name("other.yaml"))
    assert not socket_of(file).exists()
    other.let_go()
    claimed(file).let_go()
    assert list(runtime_folder().iterdir()) == []


def test_of_many_who_begin_at_once_one_presents(file: Path) -> None:
    for _ in range(20):
        claims: list[object] = []
        refused: list[object] = []
        barrier = threading.Barrier(4)

        def begin() -> None:
            barrier.wait()  # noqa: B023
            try:
                claim = claimed(file)
                claims.append((claim, bound(claim)))  # noqa: B023
            except RunningError:
                refused.append(1)  # noqa: B023

        threads = [threading.Thread(target=begin) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert (len(claims), len(refused)) == (1, 3)
        for claim, listening in claims:  # type: ignore[misc]
            listening.close()
            claim.let_go()


def test_a_folder_that_all_may_write_to_is_refused(file: Path) -> None:
    runtime_folder().mkdir(parents=True)
    runtime_folder().chmod(0o777)
    with pytest.raises(PermissionError):
        claimed(file)
    assert not is_ours(socket_of(file))


def test_what_is_no_socket_is_nobodys_talk(file: Path) -> None:
    made(runtime_folder())
    socket_of(file).write_text("mine")
    assert not is_ours(socket_of(file))
    assert running() == []
    claimed(file.with_name("other.yaml")).let_go()
    assert socket_of(file).read_text() == "mine"


def test_whoever_does_not_answer_is_left_out(file: Path) -> None:
    claims = [claimed(file.with_name(f"{n}.yaml")) for n in range(3)]
    silent, rude, good = (bound(claim) for claim in claims)
    answers = [b"".join(content.replace(b"\n", b"") + b"\n" for content in garbage())]

    def serve(listening: socket.socket, answer: bytes) -> None:
        listening.setblocking(True)
        connection, _ = listening.accept()
        with connection:
            assert connection.recv(100) == LOOK
            try:
                connection.sendall(answer)
            except OSError:
                return

    answers.append(greeting(Talk(file, "A talk", "Anna", 5.0)))
    threads = [threading.Thread(target=serve, args=pair) for pair in zip((rude, good), answers, strict=True)]
    for thread in threads:
        thread.start()
    assert [talk.title for talk in running()] == ["A talk"]
    for thread in threads:
        thread.join()
    for listening, claim in zip((silent, rude, good), claims, strict=True):
        listening.close()
        claim.let_go()


@pytest.mark.parametrize(
    "found",
    [
        None, {}, {"kind": "talk"}, {"kind": "talk", "path": "zz", "title": "", "since": 1},
        {"kind": "talk", "path": b"relative".hex(), "title": "", "since": 1},
        {"kind": "talk", "path": b"/a\0b".hex(), "title": "", "since": 1},
        {"kind": "talk", "path": b"/a".hex(), "title": 3, "since": 1},
        {"kind": "talk", "path": b"/a".hex(), "title": "", "since": "now"},
        {"kind": "talk", "path": b"/a".hex(), "title": "", "since": True},
    ],
)  # fmt: skip
def test_what_is_no_greeting_is_no_talk(found: object) -> None:
    assert talk_from(found) is None


def test_a_path_of_any_bytes_survives(tmp_path: Path) -> None:
    from briefing_tui.meeting.sockets import Talk

    path = tmp_path / os.fsdecode(b"a\xff\n\x1b")
    found = talk_from(decoded(greeting(Talk(path, "t" * 90_000, "Anna", 1.5))))
    assert found is not None
    assert (found.path, found.since) == (path, 1.5)
