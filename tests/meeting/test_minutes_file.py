"""A line is on the disk whole, or the file is as it was: torn tails, full disks, locks, files replaced."""

import errno
import fcntl
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from briefing_tui.meeting import minutes_file
from briefing_tui.meeting.jot import Jot
from briefing_tui.meeting.minutes import Minutes, MinutesError
from tests.architecture.tree import ROOT

NOTE = Jot("note", "The gauge is back", item="crest")
LAST = Jot("action", "水 🌊 ß by Friday", item="crest", names=("Ana Ruiz",), due="2026-03-06")


@pytest.fixture
def minutes(tmp_path: Path) -> Minutes:
    return Minutes(tmp_path / "flood.yaml", author="ana")


def plain(minutes: Minutes) -> list[dict[str, object]]:
    return yaml.safe_load(minutes.where.read_text("utf-8"))


# torn tails --------------------------------------------------------------------


@pytest.mark.parametrize("zeros", [False, True], ids=["cut", "zeros"])
def test_a_line_cut_off_anywhere_hurts_only_itself(zeros: bool, minutes: Minutes) -> None:
    minutes.append(NOTE)
    first = minutes.where.read_bytes()
    minutes.append(LAST)
    whole = minutes.where.read_bytes()
    for cut in range(len(first) + 1, len(whole)):
        # A disk that lost its power may have the size and not yet what was written.
        minutes.where.write_bytes(whole[:cut] + (b"\0" * (len(whole) - cut) if zeros else b""))
        kept = minutes.append(NOTE)
        after = minutes.where.read_bytes()
        assert after.startswith(first)
        items = plain(minutes)
        complete = whole[:cut] == whole[:-1] and not zeros
        assert [item["id"] for item in items] == ([1, 2, 3] if complete else [1, kept.id])
        found = minutes.read()
        assert [jot.text for jot in found.jots] == [item["text"] for item in items]
        assert found.unread == ()
        # Nothing of what is left is taken away.
        assert len(after.splitlines()) == 3


def test_a_first_line_cut_off_is_no_obstacle(minutes: Minutes) -> None:
    minutes.append(LAST)
    whole = minutes.where.read_bytes()
    for cut in range(1, len(whole) - 1):
        minutes.where.write_bytes(whole[:cut])
        kept = minutes.append(NOTE)
        assert minutes.aside == ""
        assert [item["id"] for item in plain(minutes)] == [kept.id]


def test_what_is_cut_off_in_a_wide_character_becomes_a_comment_that_yaml_reads(minutes: Minutes) -> None:
    minutes.append(NOTE)
    with minutes.where.open("ab") as file:
        file.write("\U000288ae\x1b水".encode()[:-1])
    kept = minutes.append(NOTE)
    assert [item["id"] for item in plain(minutes)] == [1, kept.id]


@pytest.mark.parametrize(
    "tail",
    [
        "# a comment",
        '- {kind: note, id: 8, text: "by hand"}',
        "- id: 8\n  text: by hand",
        "- id: 8\n  text: >\n    by hand\n  ",
    ],
)
def test_what_a_hand_has_left_without_an_end_of_line_is_not_changed(tail: str, minutes: Minutes) -> None:
    minutes.append(NOTE)
    with minutes.where.open("a", encoding="utf-8") as file:
        file.write(tail)
    before = minutes.where.read_text("utf-8")
    minutes.append(NOTE)
    assert minutes.where.read_text("utf-8").startswith(f"{before}\n- {{id: ")
    assert len(plain(minutes)) == (2 if tail.startswith("#") else 3)


# full disks --------------------------------------------------------------------


def test_a_line_that_does_not_fit_is_taken_back(minutes: Minutes, monkeypatch: pytest.MonkeyPatch) -> None:
    minutes.append(NOTE)
    before = minutes.where.read_bytes()
    write = os.write
    monkeypatch.setattr(minutes_file.os, "write", lambda handle, data: write(handle, data[:20]))
    with pytest.raises(MinutesError, match=r"The disk is full: flood\.minutes\.yaml is as it was before"):
        minutes.append(LAST)
    assert minutes.where.read_bytes() == before
    monkeypatch.undo()
    assert minutes.append(LAST).id == 2


def test_a_limit_of_the_system_is_a_full_disk(minutes: Minutes) -> None:
    minutes.append(NOTE)
    before = minutes.where.read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 30, hard))
    try:
        with pytest.raises(MinutesError, match="The disk is full"):
            minutes.append(LAST)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)
    assert minutes.where.read_bytes() == before


def test_what_the_disk_has_not_taken_is_not_confirmed(minutes: Minutes, monkeypatch: pytest.MonkeyPatch) -> None:
    minutes.append(NOTE)
    before = minutes.where.read_bytes()

    def failing(handle: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(minutes_file.os, "fsync", failing)
    with pytest.raises(MinutesError, match="Input/output error"):
        minutes.append(LAST)
    assert minutes.where.read_bytes() == before


def test_every_line_waits_for_the_disk(minutes: Minutes, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[bytes] = []
    sync = os.fsync

    def noted(handle: int) -> None:
        path = Path(os.readlink(f"/proc/self/fd/{handle}"))
        synced.append(path.read_bytes() if path.is_file() else b"the folder")
        sync(handle)

    monkeypatch.setattr(minutes_file.os, "fsync", noted)
    minutes.append(NOTE)
    assert synced == [minutes.where.read_bytes(), b"the folder"]


# locks --------------------------------------------------------------------


def test_who_waits_too_long_is_told_and_nothing_is_written(minutes: Minutes, monkeypatch: pytest.MonkeyPatch) -> None:
    minutes.append(NOTE)
    before = minutes.where.read_bytes()
    monkeypatch.setattr(minutes_file, "PATIENCE", 0.02)
    with minutes.where.open() as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        with pytest.raises(MinutesError, match="is being written by somebody else: try again"):
            minutes.append(LAST)
    assert minutes.where.read_bytes() == before
    assert minutes.append(LAST).id == 2


def test_where_there_are_no_locks_it_goes_on(minutes: Minutes, monkeypatch: pytest.MonkeyPatch) -> None:
    def unable(handle: int, how: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(minutes_file.fcntl, "flock", unable)
    assert [minutes.append(NOTE).id, minutes.append(NOTE).id] == [1, 2]


@pytest.mark.parametrize("replaced", [True, False], ids=["replaced", "deleted"])
def test_a_file_that_goes_between_opening_and_locking_is_opened_again(
    replaced: bool, minutes: Minutes, monkeypatch: pytest.MonkeyPatch
) -> None:
    minutes.append(NOTE)
    where = minutes.where
    lock = minutes_file._lock
    done: list[bool] = []

    def late(handle: int, until: float) -> None:
        if not done:
            done.append(True)
            other = where.with_name("other")
            other.write_text('- {id: 41, kind: "note", text: "theirs"}\n', "utf-8")
            where.unlink()
            if replaced:
                other.rename(where)
        lock(handle, until)

    monkeypatch.setattr(minutes_file, "_lock", late)
    assert minutes.append(LAST).id == (42 if replaced else 1)
    assert [jot.text for jot in minutes.read().jots] == (["theirs", LAST.text] if replaced else [LAST.text])


WRITER = """
import sys
from pathlib import Path
from briefing_tui.meeting.jot import Jot
from briefing_tui.meeting.minutes import Minutes
minutes = Minutes(Path(sys.argv[1]))
for n in range(100):
    jot = minutes.append(Jot("note", f"{sys.argv[2]} {n} " + "ß" * 3 * n))
    print(jot.id, jot.text)
"""


def test_two_at_once_lose_and_mix_nothing(minutes: Minutes, tmp_path: Path) -> None:
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path / "flood.yaml"), name],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        for name in ("presenter", "speaker")
    ]
    told: dict[int, str] = {}
    for writer in writers:
        out, _ = writer.communicate()
        assert writer.returncode == 0
        for line in out.splitlines():
            id, _, text = line.partition(" ")
            assert int(id) not in told
            told[int(id)] = text
    found = minutes.read()
    assert found.unread == ()
    assert {jot.id: jot.text for jot in found.jots} == told
    assert [jot.id for jot in found.jots] == list(range(1, 201))
    assert len(plain(minutes)) == 200
