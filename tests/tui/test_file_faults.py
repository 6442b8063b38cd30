"""Whatever happens to a file while it is shown: the last good view stays, a word says why, and what is mended shows."""

import errno
import os
import random
import shutil
from pathlib import Path
from typing import Any

import pytest

from briefing_tui.source.load import Loaded, load
from briefing_tui.tui.session import Session
from tests.torture import FACTOR, Tally
from tests.tui.faults import AFTER, BEFORE, FAULTS, gone, mend
from tests.tui.reading import SMALL, reading
from tests.tui.talking import TALK, presenting
from tests.tui.test_live import until

#: What is to be seen before, during and after.
GOOD, MENDED = "expects the crest", "44 cm"
KEYS = ("j", "n", "3", "enter", "backspace", "slash", "escape", "1", "k")


def keep_out(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes root one of those whom a mode keeps out."""
    if os.geteuid() != 0:
        return
    opened, stated = os.open, os.stat

    def denied(name: Any) -> bool:
        closed = stated(path.parent).st_mode & 0o111 == 0
        return str(name) == str(path) and (closed or stated(path).st_mode & 0o444 == 0)

    def open_(name: Any, *more: Any, **named: Any) -> int:
        if denied(name):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return opened(name, *more, **named)

    def stat(name: Any, *more: Any, **named: Any) -> os.stat_result:
        if str(name) == str(path) and stated(path.parent).st_mode & 0o111 == 0:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return stated(name, *more, **named)

    monkeypatch.setattr(os, "open", open_)
    monkeypatch.setattr(os, "stat", stat)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    folder = tmp_path / "folder"
    folder.mkdir()
    path = folder / "live.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


@pytest.mark.torture("file faults")
@pytest.mark.parametrize("name", FAULTS)
async def test_while_it_is_read(name: str, small: Path, monkeypatch: pytest.MonkeyPatch, tally: Tally) -> None:
    fault = FAULTS[name]
    if fault.mode:
        keep_out(small, monkeypatch)
    async with reading(small, (80, 24)) as r:
        fault.do(small)
        if fault.seen == AFTER:
            await until(r, AFTER)
        else:
            if fault.seen:
                await until(r, fault.seen, "status")
            else:
                # Looked at often enough to be believed.
                for _ in range(4):
                    r.screen.look_at_file()
            assert GOOD in r.view()
            assert BEFORE in r.view()
        await r.press(*KEYS)
        assert GOOD in r.view()
        assert ("✗" in r.status()) == (fault.seen not in ("", AFTER))
        mend(small, SMALL.replace(BEFORE, MENDED))
        await until(r, MENDED)
        assert "✗" not in r.status()
        assert r.app.fault is None
    tally("faults, while it is read", 1, 0)


@pytest.mark.torture("file faults")
@pytest.mark.parametrize("name", FAULTS)
async def test_before_an_audience(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tally: Tally) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    path = folder / "talk.yaml"
    path.write_text(TALK, encoding="utf-8")
    fault = FAULTS[name]
    if fault.mode:
        keep_out(path, monkeypatch)
    async with presenting(path) as talk:
        fault.do(path)
        for _ in range(3):
            talk.talk.look_at_file()
        await talk.settle()
        assert (AFTER if fault.seen == AFTER else BEFORE) in talk.view()
        await talk.press("right", "right", "left", "left")
        assert GOOD in talk.view()
        mend(path, TALK.replace(BEFORE, MENDED))
        for _ in range(3):
            talk.talk.look_at_file()
        await talk.settle()
        assert MENDED in talk.view()
    tally("faults, before an audience", 1, 0)


@pytest.mark.torture("file faults")
async def test_rewritten_again_and_again_while_keys_are_pressed(small: Path, tally: Tally) -> None:
    chance = random.Random(0)
    times = 250 * FACTOR
    versions = [SMALL, SMALL.replace(BEFORE, AFTER), SMALL[: len(SMALL) // 2], "", SMALL + "\0", "title: [", SMALL * 2]
    async with reading(small, (80, 24)) as r:
        for n in range(times):
            version = chance.choice(versions)
            if n % 3 == 0:
                small.write_text(version, encoding="utf-8")
            elif n % 3 == 1:
                new = small.with_name(".new")
                new.write_text(version, encoding="utf-8")
                os.replace(new, small)
            else:
                gone(small)
            r.app.simulate_key(chance.choice((*KEYS, "2", "down", "up", "f", "escape", "escape")))
            if n % 5 == 0:
                # As if as much time had passed as between two looks.
                r.screen.look_at_file() if hasattr(r.screen, "look_at_file") else None
                await r.pilot.pause()
        for _ in range(3):
            await r.press("escape")
        await r.press("1")
        mend(small, SMALL.replace(BEFORE, MENDED))
        await until(r, MENDED)
        assert r.app.fault is None
    tally("rewrites under keys", times, 0)


async def test_who_may_read_it_again_is_shown_it_again(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_out(small, monkeypatch)
    async with reading(small, (80, 24)) as r:
        small.chmod(0)
        await until(r, "may not be read", "status")
        small.chmod(0o644)
        await until(r, "? keys", "status")
        assert "✗" not in r.status()


async def test_a_touched_file_is_nothing_to_speak_of(small: Path) -> None:
    async with reading(small, (80, 24)) as r:
        for _ in range(3):
            os.utime(small)
            for _ in range(3):
                r.screen.look_at_file()
        assert "Read again" not in r.status()
        await r.press("r")
        assert "Read again: nothing has changed" in r.status()


def test_what_comes_into_being_right_after_it_was_looked_for_is_read(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session(load(small))
    small.unlink()

    def then_saved(path: Path) -> Loaded:
        found = load(path)
        path.write_text(SMALL.replace(BEFORE, AFTER), encoding="utf-8")
        return found

    assert not session.changed()
    assert session.changed()
    with monkeypatch.context() as patched:
        patched.setattr("briefing_tui.tui.session.load", then_saved)
        assert not session.reload()
    assert not session.changed()
    assert session.changed()
    assert session.reload()
    assert AFTER in session.briefing.situation.bottom_line


async def test_the_folder_one_stands_in_is_gone(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small.parent)
    async with reading(Path(small.name), (80, 24)) as r:
        shutil.rmtree(small.parent)
        await until(r, "no such file", "status")
        await r.press(*KEYS, "m", "a", "apostrophe", "a", "r", "question_mark", "escape", "c", "1")
        assert GOOD in r.view()
        assert r.app.fault is None


@pytest.mark.parametrize("what", ["a file", "garbage", "full", "gone", "closed", "a loop", "deep"])
async def test_the_folder_of_the_state_cannot_be_used(
    what: str, small: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = own_home / "state"
    own = state / "briefing"
    own.mkdir(parents=True)
    if what == "a file":
        shutil.rmtree(state)
        state.write_text("x")
    elif what in ("garbage", "deep"):
        garbage = b"\xff{" if what == "garbage" else b'{"places":' + b"[" * 100_000
        for name in ("state.json", *(f"{folder}/{'0' * 32}.json" for folder in ("read", "meetings"))):
            (own / name).parent.mkdir(exist_ok=True)
            (own / name).write_bytes(garbage)
    elif what == "full":

        def full(*_: object, **__: object) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        for module in ("state", "library.lastread", "meeting.timing"):
            monkeypatch.setattr(f"briefing_tui.{module}.replace_file", full)
    elif what == "closed":
        own.chmod(0)
    elif what == "a loop":
        shutil.rmtree(state)
        state.symlink_to("state")
    async with reading(small, (80, 24)) as r:
        if what == "gone":
            shutil.rmtree(state)
        await r.press(*KEYS, "m", "a", "3", "apostrophe", "a", "v", "1")
        small.write_text(SMALL.replace(BEFORE, AFTER), encoding="utf-8")
        await until(r, AFTER)
        await r.press("c", "backspace", "q")
        assert r.app.fault is None
