"""The minutes of a briefing: kept at once, changed by further lines, never lost; aside where they cannot be beside."""

import os
import stat
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
import yaml

from briefing_tui.folders import state_folder
from briefing_tui.meeting import minutes_place
from briefing_tui.meeting.author import author_name
from briefing_tui.meeting.jot import LONGEST, Jot
from briefing_tui.meeting.minutes import Minutes, MinutesError
from briefing_tui.meeting.minutes_file import MAX_BYTES

NOON = datetime(2026, 3, 4, 14, 2, 11, tzinfo=timezone(timedelta(hours=1)))
ACTION = Jot("action", "Call @town by Friday", item="crest", step="events:lanes", clock=512.4, names=("town",))


@pytest.fixture
def flood(tmp_path: Path) -> Path:
    path = tmp_path / "flood.yaml"
    path.write_text("title: A crest\n", "utf-8")
    return path


def of(path: Path | None, name: str = "") -> Minutes:
    return Minutes(path, name, author="ana", now=lambda: NOON)


def test_a_jot_is_one_line_of_yaml_beside_the_briefing(flood: Path) -> None:
    kept = of(flood).append(ACTION._replace(due="2026-03-06"))
    assert kept == ACTION._replace(id=1, at="2026-03-04T14:02:11+01:00", by="ana", due="2026-03-06")
    assert flood.with_name("flood.minutes.yaml").read_text("utf-8") == (
        '- {id: 1, at: "2026-03-04T14:02:11+01:00", kind: "action", text: "Call @town by Friday", item: "crest",'
        ' step: "events:lanes", clock: 512, by: "ana", names: ["town"], due: "2026-03-06"}\n'
    )


def test_what_is_read_is_what_was_kept_and_nothing_is_deleted(flood: Path) -> None:
    minutes = of(flood)
    action, question = minutes.append(ACTION), minutes.append(Jot("question", "Who has the key?"))
    first = minutes.where.read_bytes()
    minutes.edit(1, "Call the mayor", kind="decision", names=["mayor"], due="2026-03-07")
    minutes.answer(2, "The town")
    minutes.strike(1)
    found = of(flood).read()
    assert found.unread == ()
    changed = action._replace(kind="decision", text="Call the mayor", names=("mayor",), due="2026-03-07", edited=True)
    assert found.jots == (
        changed._replace(struck=True, clock=512.0),
        question._replace(answered=True, answer="The town"),
    )
    minutes.restore(1)
    minutes.reopen(2)
    assert of(flood).read().jots == (changed._replace(clock=512.0), question)
    assert question.open
    assert minutes.where.read_bytes().startswith(first)


@pytest.mark.parametrize("text", ["", "  ", "\u200b", "x" * (LONGEST + 1)])
def test_what_says_nothing_or_too_much_is_not_taken(text: str, flood: Path) -> None:
    with pytest.raises(MinutesError):
        of(flood).append(Jot("note", text))
    assert not of(flood).where.exists()


def test_changing_what_is_not_there_says_so(flood: Path) -> None:
    minutes = of(flood)
    minutes.append(ACTION)
    before = minutes.where.read_bytes()
    for change in (minutes.strike, minutes.restore, minutes.answer, minutes.reopen):
        with pytest.raises(MinutesError, match="There is no number 7 in flood"):
            change(7)
    with pytest.raises(MinutesError, match="Number 1 is no question: it is an action"):
        minutes.answer(1)
    assert minutes.where.read_bytes() == before


HOSTILE = ["\x1b[2J", "a\x00b", "\x85 \u2028", "\ud83d\ude00", "\ufeff", '"}\n- {id: 99, text: "x"', "🌊 \\ ' # : - {}"]


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_typed_stays_one_line_of_yaml(text: str, flood: Path) -> None:
    minutes = of(flood)
    kept = minutes.append(Jot("note", f"x {text}", item=text, names=(text,), by=text))
    written = minutes.where.read_text("utf-8")
    assert written.count("\n") == 1
    assert yaml.safe_load(written)[0]["text"] == kept.text
    assert minutes.read().jots[0].text == kept.text


def test_who_may_read_the_briefing_may_read_its_minutes_and_nobody_else(flood: Path) -> None:
    for mode in (0o600, 0o640):
        flood.chmod(mode)
        minutes = of(flood)
        minutes.append(ACTION)
        assert stat.S_IMODE(minutes.where.stat().st_mode) == mode
        minutes.where.unlink()


def test_links_to_a_briefing_lead_to_the_same_minutes(flood: Path, tmp_path: Path) -> None:
    link = tmp_path / "deep" / "current.yaml"
    link.parent.mkdir()
    link.symlink_to(flood)
    assert of(link).where == of(flood).where == tmp_path / "flood.minutes.yaml"
    of(link).append(ACTION)
    assert len(of(flood).read().jots) == 1


# aside --------------------------------------------------------------------


def kept_aside(minutes: Minutes) -> None:
    jot = minutes.append(ACTION)
    folder = state_folder() / "minutes"
    assert minutes.where.parent == folder
    assert stat.S_IMODE(minutes.where.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [found.id for found in minutes.read().jots] == [jot.id]
    assert minutes.where.name in minutes.aside


def test_standard_input_has_its_minutes_in_the_state_folder_by_its_title() -> None:
    kept_aside(of(None, "A crest"))
    assert len(of(None, "A crest").read().jots) == 1
    assert of(None, "Another").read().jots == ()


def test_a_read_only_folder_has_its_minutes_in_the_state_folder(flood: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    allowed = os.access

    def access(path: Path, mode: int) -> bool:
        return allowed(path, mode) and not (mode & os.W_OK and Path(path) == flood.parent)

    # Root may write anywhere, whatever the mode.
    monkeypatch.setattr(minutes_place.os, "access", access)
    minutes = of(flood)
    assert "is in a folder that is read-only" in minutes.aside
    kept_aside(minutes)
    assert minutes.where.name.endswith("-flood.minutes.yaml")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anything")
def test_what_may_not_be_written_is_aside(flood: Path) -> None:
    flood.parent.chmod(0o500)
    kept_aside(of(flood))
    flood.parent.chmod(0o700)


def test_what_is_no_file_is_left_alone(flood: Path) -> None:
    beside = flood.with_name("flood.minutes.yaml")
    beside.mkdir()
    minutes = of(flood)
    kept_aside(minutes)
    assert "flood.minutes.yaml is a folder" in minutes.aside
    assert minutes.read().unread[0].why == "flood.minutes.yaml is a folder"
    beside.rmdir()
    os.mkfifo(beside)
    assert "is a pipe" in of(flood).aside
    of(flood).append(ACTION)
    beside.unlink()
    beside.symlink_to("/dev/null")
    assert "is a device" in of(flood).aside
    of(flood).append(ACTION)
    beside.unlink()
    beside.symlink_to(flood.with_name("nowhere"))
    assert "is a link to nothing" in of(flood).aside
    assert of(flood).append(ACTION).id == 4
    assert not flood.with_name("nowhere").exists()


def test_what_holds_something_else_is_not_written_to(flood: Path) -> None:
    beside = flood.with_name("flood.minutes.yaml")
    beside.write_text("export PATH=x\n", "utf-8")
    minutes = of(flood)
    kept_aside(minutes)
    assert "holds something else" in minutes.aside
    assert beside.read_text("utf-8") == "export PATH=x\n"


def test_a_file_over_5_mb_is_read_as_far_and_not_added_to(flood: Path) -> None:
    beside = flood.with_name("flood.minutes.yaml")
    line = b'- {id: 1, kind: "note", text: "x"}\n'
    beside.write_bytes(line + b"#" * MAX_BYTES + b"\n" + line)
    minutes = of(flood)
    assert "holds over 5 MB" in minutes.aside
    found = minutes.read()
    assert [jot.id for jot in found.jots] == [1]
    assert "what comes after that is not read" in found.unread[0].why
    assert minutes.append(ACTION).id == 2
    assert [jot.id for jot in minutes.read().jots] == [1, 2]


def test_numbers_and_changes_go_on_over_both_places(flood: Path) -> None:
    beside = of(flood)
    beside.append(ACTION)
    aside = of(flood)
    aside._refused = "is read-only"
    assert aside.append(ACTION).id == 2
    aside.strike(1)
    again = of(flood)
    assert again.append(ACTION).id == 3
    again.strike(2)
    assert [(jot.id, jot.struck) for jot in again.read().jots] == [(1, True), (3, False), (2, True)]
    assert again.read().unread == ()


def test_the_minutes_file_itself_may_be_named(flood: Path) -> None:
    of(flood).append(ACTION)
    named = of(flood.with_name("flood.minutes.yaml"))
    named.strike(1)
    assert of(flood).read().jots[0].struck
    assert named.aside == ""
    with pytest.raises(MinutesError, match="cannot be written: No such file or directory"):
        of(flood.with_name("deep") / "flood.minutes.yaml").append(ACTION)


def test_names_as_long_as_a_folder_takes_them_do(tmp_path: Path) -> None:
    path = tmp_path / f"{'ü' * 122}.yaml"
    path.touch()
    kept_aside(of(path))


def test_the_author_is_who_is_configured_or_logged_in(monkeypatch: pytest.MonkeyPatch) -> None:
    from briefing_tui.config.settings import Settings

    monkeypatch.setenv("LOGNAME", "ana")
    assert author_name(Settings()) == "ana"
    assert author_name(Settings(author="Rosa Díaz")) == "Rosa Díaz"

    def nobody() -> str:
        raise KeyError("uid not found")

    monkeypatch.setattr("getpass.getuser", nobody)
    assert author_name(Settings()) == ""
