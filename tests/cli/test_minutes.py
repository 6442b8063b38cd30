"""`briefing minutes`: what was taken down in three formats, inert in each, and mended from the shell."""

import csv
import io
import json
import os
from pathlib import Path

import pytest

from briefing_tui.library.walk import briefing_files
from briefing_tui.meeting.jot import Jot, Taken
from briefing_tui.meeting.minutes import Minutes
from tests.cli.conftest import Call

ACTION = Jot(
    "action",
    "Call @[River Authority] & @Ana by Friday",
    at="2026-03-04T14:02:11+01:00",
    item="crest",
    step="events",
    clock=512,
    names=("River Authority", "Ana"),
    due="2026-03-06",
)
QUESTION = Jot("question", "Who has the key?", at="2026-03-04T14:05:00+01:00", item="crest")
NOTE = Jot("note", "The gauge is back", at="2026-03-05T09:00:00+01:00")


def taken_down(path: Path, *jots: Jot) -> Minutes:
    minutes = Minutes(path, author="ana")
    for jot in jots:
        minutes.append(jot)
    return minutes


def jots(path: Path) -> tuple[Jot, ...]:
    return Minutes(path).read().jots


def test_markdown_tells_by_kind_and_by_item(call: Call, sound: Path) -> None:
    minutes = taken_down(sound, NOTE, ACTION, QUESTION, QUESTION._replace(text="Where?"), NOTE._replace(text="No"))
    minutes.answer(4, "At the weir")
    minutes.strike(5)
    shown = call("minutes", "flood.yaml")
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert shown.stdout == (
        "# Minutes: A crest above the levee\n\n"
        "**TLP:GREEN · EXERCISE**\n\n"
        "5 taken down, 4 Mar 2026 to 5 Mar 2026, by ana.\n\n"
        "## Questions not yet answered\n\n"
        "- No. 3: Who has the key? (The flood crest reaches Harrow Bend; ana; 4 Mar 2026 14:05)\n\n"
        "## Other questions\n\n"
        "- No. 4: Where? *Answered:* At the weir (The flood crest reaches Harrow Bend; ana; 4 Mar 2026 14:05)\n\n"
        "## Actions\n\n"
        "- No. 2: Call River Authority \\& Ana by Friday (due 6 Mar 2026; The flood crest reaches Harrow Bend; ana;"
        " 4 Mar 2026 14:02; 8:32 into the meeting)\n\n"
        "## Notes\n\n"
        "- No. 1: The gauge is back (ana; 5 Mar 2026 09:00)\n"
        "- ~~No. 5: No~~ (ana; 5 Mar 2026 09:00; struck out)\n\n"
        "## By item\n\n"
        "### The flood crest reaches Harrow Bend\n\n"
        "- Action 2: Call River Authority \\& Ana by Friday (due 6 Mar 2026; ana; 4 Mar 2026 14:02;"
        " 8:32 into the meeting)\n"
        "- Question 3: Who has the key? (ana; 4 Mar 2026 14:05)\n"
        "- Question 4: Where? *Answered:* At the weir (ana; 4 Mar 2026 14:05)\n\n"
        "### The meeting as a whole\n\n"
        "- Note 1: The gauge is back (ana; 5 Mar 2026 09:00)\n"
        "- ~~Note 5: No~~ (ana; 5 Mar 2026 09:00; struck out)\n\n"
        "**TLP:GREEN · EXERCISE**\n"
    )
    assert call("minutes", "flood.minutes.yaml").stdout == shown.stdout


def test_actors_are_called_by_their_names(call: Call, sound: Path) -> None:
    sound.write_text(sound.read_text() + "actors: {town: {name: Town of Harrow Bend, short: the town}}\n")
    taken_down(sound, NOTE._replace(text="@town and @[the town], not @bob", names=("town", "bob")))
    assert "Town of Harrow Bend and Town of Harrow Bend, not bob" in call("minutes", "flood.yaml").stdout
    row = next(csv.DictReader(io.StringIO(call("minutes", "flood.yaml", "--to", "csv").stdout)))
    assert row["names"] == "Town of Harrow Bend, bob"


def test_json_has_all_of_it_as_typed(call: Call, sound: Path) -> None:
    minutes = taken_down(sound, ACTION)
    with minutes.where.open("a") as file:
        file.write("and so on\n")
    shown = call("minutes", "flood.yaml", "--to", "json")
    told = json.loads(shown.stdout)
    assert (told["title"], told["file"]) == ("A crest above the levee", "flood.minutes.yaml")
    assert told["jots"][0]["text"] == ACTION.text
    assert told["jots"][0]["about"] == "The flood crest reaches Harrow Bend"
    assert told["unread"] == [{"line": 2, "why": "is no item of minutes"}]
    assert shown.stderr == "briefing: flood.minutes.yaml: line 2 is no item of minutes\n"


def test_csv_is_a_row_a_jot(call: Call, sound: Path) -> None:
    taken_down(sound, ACTION, QUESTION)
    rows = list(csv.DictReader(io.StringIO(call("minutes", "flood.yaml", "--to", "csv").stdout)))
    assert [row["kind"] for row in rows] == ["action", "question"]
    assert rows[0]["due"] == "2026-03-06"
    assert (rows[0]["struck"], rows[0]["clock"]) == ("no", "512")


HOSTILE = [
    "=cmd|'/c calc'!A1",
    "@SUM(1+1)*cmd",
    "+1",
    "-1",
    " =1",
    "<script>alert(1)</script>",
    "[x](javascript:alert(1)) ![x](http://evil.example)",
    "http://evil.example www.evil.example ana@evil.example",
    "# ** ~~ ` | \\",
    "a ~~ (struck out)",
    "\x1b[2J\x07",
    '"; DROP, "',
    "1. one\n- two\n> three",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_was_typed_is_text_in_every_format(text: str, call: Call, sound: Path) -> None:
    jot = Jot("question", text, item=text, by=text, names=(text,))
    minutes = taken_down(sound, jot)
    minutes.answer(1, text)
    told = call("minutes", "flood.yaml").stdout
    for active in ("<script", "](", "![", "http://", "www.", "@evil", "\x1b", "`"):
        assert active not in told.replace("\\", "\0").replace(f"\0{active[:1]}", "")
    rows = list(csv.reader(io.StringIO(call("minutes", "flood.yaml", "--to", "csv").stdout)))
    assert len(rows) == 2
    assert not [cell for cell in rows[1] if cell.lstrip().startswith(("=", "+", "-", "@"))]
    assert len(json.loads(call("minutes", "flood.yaml", "--to", "json").stdout)["jots"]) == 1


def test_it_goes_to_a_file_in_the_format_of_its_ending(call: Call, sound: Path) -> None:
    taken_down(sound, ACTION)
    for form in ("md", "json", "csv"):
        assert call("minutes", "flood.yaml", "-o", f"out.{form}").stdout == ""
        assert Path(f"out.{form}").read_text("utf-8") == call("minutes", "flood.yaml", "--to", form).stdout
    assert call("minutes", "flood.yaml", "-o", "out.pdf").exit_code == 2
    before = sound.read_bytes(), sound.with_name("flood.minutes.yaml").read_bytes()
    for name in ("flood.yaml", "flood.minutes.yaml"):
        ended = call("minutes", "flood.yaml", "--to", "md", "-o", name)
        assert (ended.exit_code, ended.stdout) == (2, "")
    assert (sound.read_bytes(), sound.with_name("flood.minutes.yaml").read_bytes()) == before


def test_without_minutes_it_says_so(call: Call, sound: Path) -> None:
    shown = call("minutes", "flood.yaml")
    assert (shown.exit_code, shown.stdout) == (0, "")
    assert shown.stderr.startswith("Nothing has been taken down yet.")
    assert json.loads(call("minutes", "flood.yaml", "--to", "json").stdout)["jots"] == []
    assert sorted(os.listdir()) == ["flood.yaml"]


@pytest.mark.parametrize("name", ["nowhere.yaml", "nowhere.minutes.yaml"])
def test_what_is_not_there_is_said(name: str, call: Call) -> None:
    shown = call("minutes", name)
    assert (shown.exit_code, shown.stdout) == (2, "")
    assert "There is no such file" in shown.stderr or "there is no such file" in shown.stderr


def test_a_briefing_that_is_broken_or_gone_is_no_reason_to_lose_its_minutes(call: Call, sound: Path) -> None:
    taken_down(sound, ACTION)
    sound.write_text("title: [")
    assert "No. 1: Call River Authority" in call("minutes", "flood.yaml").stdout
    sound.unlink()
    for name in ("flood.yaml", "flood.minutes.yaml"):
        shown = call("minutes", name)
        assert shown.exit_code == 0
        assert "# Minutes: flood.minutes.yaml" in shown.stdout
        assert "### crest" in shown.stdout


def test_standard_input_has_minutes_by_its_title(call: Call, sound: Path) -> None:
    taken_down_here = Minutes(None, "A crest above the levee", author="ana")
    taken_down_here.append(NOTE)
    shown = call("minutes", "-", given=sound.read_bytes())
    assert "No. 1: The gauge is back" in shown.stdout
    assert "This briefing is no file here: its minutes are kept in" in shown.stderr


# mending --------------------------------------------------------------------


def test_jots_are_answered_edited_and_struck_out(call: Call, sound: Path) -> None:
    taken_down(sound, ACTION, QUESTION)
    assert call("minutes", "flood.yaml", "--answer", 2, "The", "town").stderr == (
        "Question 2 answered: Who has the key?\n"
    )
    assert call("minutes", "flood.yaml", "--edit", 1, "Call @bob by 2026-04-01").exit_code == 0
    action, question = jots(sound)
    assert (action.kind, action.text, action.names, action.due) == (
        "action",
        "Call @bob by 2026-04-01",
        ("bob",),
        "2026-04-01",
    )
    assert (question.answered, question.answer) == (True, "The town")
    assert call("minutes", "flood.yaml", "--edit", 1, "d We call").exit_code == 0
    assert call("minutes", "flood.minutes.yaml", "--strike", 1).exit_code == 0
    action, _ = jots(sound)
    assert (action.kind, action.text, action.struck) == ("decision", "We call", True)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--strike", 9),
        ("--answer", 1),
        ("--edit", 1),
        ("--edit", 1, " "),
        ("--strike", 1, "words"),
        ("--strike", 1, "--answer", 1),
        ("--strike", 1, "--to", "md"),
        ("--strike", 0),
        ("words",),
    ],
)
def test_what_cannot_be_done_changes_nothing(arguments: tuple[object, ...], call: Call, sound: Path) -> None:
    minutes = taken_down(sound, ACTION)
    before = minutes.where.read_bytes()
    ended = call("minutes", "flood.yaml", *arguments)
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert ended.stderr
    assert minutes.where.read_bytes() == before


# what else meets the file --------------------------------------------------------------------


def test_the_minutes_are_no_briefing_to_anybody(call: Call, sound: Path) -> None:
    minutes = taken_down(sound, ACTION)
    assert [file.path for file in briefing_files([sound.parent])] == [sound]
    assert "flood.minutes.yaml" not in call(".").stdout
    assert "1 file" in call("check", ".").stderr
    before = minutes.where.read_bytes()
    for before_, after in ([], []), (["check"], []), (["check", "--fix"], []), (["export"], ["--to", "md"]):
        ended = call(*before_, "flood.minutes.yaml", *after)
        assert (ended.exit_code, ended.stdout) == (2, ""), before_
        assert "this holds the minutes of a meeting: `briefing minutes flood.minutes.yaml` shows them" in ended.stderr
    assert minutes.where.read_bytes() == before


def test_nothing_taken_is_nothing() -> None:
    assert Taken().jot(1) is None
