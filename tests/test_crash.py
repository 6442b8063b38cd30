"""What is kept of a fault: where in the code, and not a word of what was being read."""

import stat
from pathlib import Path

import pytest

from briefing_tui.crash import KEPT, crash_place, crash_text, recorded_crash
from briefing_tui.model.time import When

SECRET = "The convoy leaves at dawn"


def fault() -> BaseException:
    try:
        try:
            When.parse(SECRET)
        except ValueError as error:
            raise KeyError(SECRET) from error
    except KeyError as error:
        return error
    raise AssertionError


def test_it_names_types_and_places_and_what_went_before() -> None:
    error = fault()
    text = crash_text(error)
    assert "KeyError\n" in text
    assert f"{type(error.__cause__).__name__}\n" in text
    assert "briefing_tui/model/time.py:" in text
    assert "in parse" in text


def test_it_holds_nothing_of_what_was_read() -> None:
    assert "convoy" not in crash_text(fault())
    assert "convoy" not in crash_place(fault())


def test_it_names_no_home_folder(tmp_path: Path) -> None:
    script = tmp_path / "elsewhere" / "deep" / "in" / "a" / "plugin.py"
    error: BaseException
    try:
        exec(compile("raise RuntimeError", str(script), "exec"), {})
    except RuntimeError as raised:
        error = raised
    assert "in/a/plugin.py:1" in crash_text(error)
    assert str(tmp_path) not in crash_text(error)


def test_the_place_is_the_last_one_in_our_own_code() -> None:
    with pytest.raises(ValueError, match="time") as raised:
        When.parse(SECRET)
    assert crash_place(raised.value).startswith(f"{type(raised.value).__name__} at briefing_tui/model/time")


@pytest.mark.parametrize("error", [RuntimeError(SECRET), ExceptionGroup(SECRET, [KeyError(SECRET)])])
def test_a_fault_without_a_trace_or_with_others_inside_has_a_record(error: Exception) -> None:
    assert type(error).__name__ in crash_place(error)
    assert "convoy" not in crash_text(error)


def test_a_circle_of_causes_ends() -> None:
    one, other = KeyError(), ValueError()
    one.__cause__, other.__cause__ = other, one
    assert crash_text(one).count("KeyError") == 1


def endless(depth: int = 0) -> None:
    endless(depth + 1)


def test_a_recursion_is_told_by_its_ends_and_without_looking_at_the_code(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(RecursionError) as raised:
        endless()
    # A thousand lines of code to look up, for each line of a screen that fails: that was half a minute.
    monkeypatch.setattr("linecache.checkcache", lambda *_: pytest.fail("looked at the code"))
    monkeypatch.setattr("linecache.getline", lambda *_: pytest.fail("looked at the code"))
    assert "test_crash.py" in crash_place(raised.value)
    assert crash_text(raised.value).count("in endless") < 60


def test_of_faults_that_went_before_the_last_are_told() -> None:
    error: BaseException = ValueError()
    for _ in range(1000):
        after = KeyError()
        after.__cause__, error = error, after
    assert crash_text(error).count("KeyError") == 20


def test_the_record_is_its_users_alone_and_the_oldest_go(tmp_path: Path) -> None:
    paths = [recorded_crash(fault(), tmp_path) for _ in range(KEPT + 5)]
    last = paths[-1]
    assert last is not None
    assert stat.S_IMODE(last.stat().st_mode) == 0o600
    assert len(list(last.parent.iterdir())) == KEPT
    assert last.read_text() == crash_text(fault())


def test_where_nothing_can_be_written_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert recorded_crash(fault(), tmp_path / "file") is None
