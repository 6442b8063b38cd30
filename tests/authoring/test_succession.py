"""The next number: what stays true is there, what may not is marked, and every other byte is the old one's."""

import difflib
import re
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from briefing_tui.authoring.succession import CannotSucceedError, next_stem, successor
from briefing_tui.checks.engine import judged
from briefing_tui.checks.placeholder import RULE
from briefing_tui.folders import shipped_folder
from briefing_tui.model.briefing import Briefing
from briefing_tui.model.event import Event
from briefing_tui.source.load import Loaded, load, load_text

BRIEFINGS = shipped_folder("briefings")
MOMENT = datetime(2026, 3, 4, 18, 0, tzinfo=timezone(timedelta(hours=-5)))

SMALL = """\
title: The crest
as_of: 2026-03-04T06:00-05:00   # local
situation:
  bottom_line: The crest comes.   # c
events:
  thaw: {title: Thaw, when: 2026-03-01/.., phase: ongoing}
  walk:
    title: The levee is walked
    when: 2026-03-03
    phase: ended
    change: {from: planned, why: It was.}   # gone with it
  # in one line
  bags: {title: Sandbags, change: {from: a, why: b}, when: 2026-03-04, phase: planned}
  crest:
    title: The crest
    when: 2026-03-05
    phase: expected
outlook:
  scenarios:
    holds: {title: It holds, likelihood: likely}
    breaks:
      title: It breaks
      probability: [1, 5]   # per cent
      role: most-dangerous
"""


def made(text: str, title: str = "", stem: str = "flood-1", moment: datetime = MOMENT) -> str:
    return successor(load_text(text, stem), moment, title)


def following(path: Path, tmp_path: Path, moment: datetime) -> tuple[Loaded, Loaded]:
    """A briefing and its next number, beside each other as the checker wants them."""
    old = tmp_path / path.name
    old.write_bytes(path.read_bytes())
    new = tmp_path / "the-next.yaml"
    new.write_text(successor(load(old), moment, "A new title"), encoding="utf-8", newline="")
    return load(old), load(new)


@pytest.mark.parametrize("name", ["harrow-bend-1", "harrow-bend-2", "karabakh-2023-09-19"])
@pytest.mark.parametrize("days", [1, 400])
def test_the_next_of_what_ships_only_waits_to_be_written(name: str, days: int, tmp_path: Path) -> None:
    old, new = following(BRIEFINGS / f"{name}.yaml", tmp_path, MOMENT + timedelta(days=days))
    assert new.briefing is not None
    assert old.briefing is not None
    assert {problem.code for problem in judged(new)} == {RULE.code}
    assert list(new.briefing.entries) == list(old.briefing.entries)
    assert new.briefing.supersedes == name


def test_ended_events_statements_actors_and_sources_are_the_old_ones(tmp_path: Path) -> None:
    old, new = following(BRIEFINGS / "harrow-bend-1.yaml", tmp_path, MOMENT)
    assert old.briefing is not None
    assert new.briefing is not None
    for id, entry in old.briefing.entries.items():
        if not (isinstance(entry, Event) and entry.phase in ("planned", "expected")):
            assert repr(new.briefing.entries[id]) == repr(entry)


def test_nothing_of_the_old_text_goes_but_what_the_header_says(tmp_path: Path) -> None:
    old, new = following(BRIEFINGS / "harrow-bend-1.yaml", tmp_path, MOMENT)
    removed = [line for line in difflib.ndiff(old.text.splitlines(), new.text.splitlines()) if line.startswith("- ")]
    assert [line.split()[1] for line in removed] == [
        "title:",
        "as_of:",
        "status:",
        "number:",
        "covers:",
        "next_update:",
    ]


def header(text: str) -> Briefing:
    briefing = load_text(text, "doc").briefing
    assert briefing is not None
    return briefing


def test_the_header_counts_on() -> None:
    one = header(made(SMALL))
    assert (one.number, one.supersedes, one.status, one.title) == ("2", "flood-1", ("draft",), "The crest")
    assert one.as_of.text == "2026-03-04T18:00-05:00"
    assert one.series == "<the name of the series>"
    more = ["number: No. 09", "series: Floods", "status: [exercise]", "covers: 2026-03-03"]
    more += ["next_update: 2026-03-04T18:00-05:00", "situation:"]
    text = SMALL.replace("situation:", "\n".join(more))
    two = header(made(text, "The next crest: higher"))
    assert (two.number, two.series, two.status) == ("No. 10", "Floods", ("exercise", "draft"))
    assert two.title == "The next crest: higher"
    assert two.covers is not None
    assert two.covers.text == "2026-03-04T06:00-05:00/2026-03-04T18:00-05:00"
    assert two.next_update is not None
    assert two.next_update.text == "2026-03-05T06:00-05:00"


def test_what_has_passed_and_what_goes_on_is_asked_for() -> None:
    text = made(SMALL, moment=MOMENT + timedelta(days=2))
    assert "  # look again: is it still going on?\n  thaw:" in text
    events = {event.id: event for event in header(text).events}
    assert {id for id, event in events.items() if event.change} == {"bags", "crest"}
    assert events["crest"].change is not None
    assert events["crest"].change.from_ == "expected"
    assert "bottom_line: <is this still so> The crest comes.   # c\n" in text


def test_what_is_still_to_come_is_left_in_peace() -> None:
    events = {event.id: event for event in header(made(SMALL)).events}
    assert events["crest"].change is None


def test_changes_of_the_number_before_are_gone_and_the_next_are_ready() -> None:
    text = made(SMALL, moment=MOMENT - timedelta(days=1))
    assert "why: It was." not in text
    assert "why: b" not in text
    assert "bags: {title: Sandbags, when: 2026-03-04, phase: planned}" in text
    assert "    phase: ended\n  # in one line\n" in text
    assert "[1, 5]   # per cent\n      # change: {from: 1 to 5 per cent, why: <what moved it>}\n      role" in text
    assert "holds: {title: It holds, likelihood: likely}\n" in text


def test_the_mark_that_is_uncommented_is_sound() -> None:
    text = made(SMALL).replace("# change: {from: 1 to 5", "change: {from: 1 to 5")
    loaded = load_text(text, "doc")
    assert loaded.diagnostics == []
    assert loaded.briefing is not None
    change = loaded.briefing.entries["breaks"].change
    assert change is not None
    assert change.from_ == "1 to 5 per cent"


def test_marks_do_not_pile_up() -> None:
    second = made(SMALL)
    third = successor(load_text(second, "flood-2"), MOMENT + timedelta(days=1), first_line="# first")
    assert third.startswith("# first\n# Number 3, begun from flood-2.")
    assert third.count("begun from") == 1
    assert third.count("look again: is it still going on?") == 1
    assert third.count("# change: {from: 1 to 5") == 1


def test_the_line_for_the_editor_stays_first_and_stands_once() -> None:
    line = "# yaml-language-server: $schema=../b.json"
    text = successor(load_text(f"{line}\n{SMALL}", "flood-1"), MOMENT, first_line="# other")
    assert text.startswith(f"{line}\n# Number 2, begun from flood-1.")
    assert "# other" not in text


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_ends_of_lines_stay(end: str) -> None:
    text = made(SMALL.replace("\n", end))
    assert text.replace(end, "\n") == made(SMALL)
    assert len(re.findall(r"\r\n|\r|\n", text)) == text.count(end)


def test_a_briefing_in_braces_counts_on_as_well() -> None:
    text = '{title: T, as_of: 2026-03-04, situation: {bottom_line: "B, and b."}}'
    one = header(made(text))
    assert (one.number, one.supersedes) == ("2", "flood-1")
    assert one.situation.bottom_line == "<is this still so> B, and b."


def test_what_has_no_id_cannot_be_superseded() -> None:
    with pytest.raises(CannotSucceedError, match="rename the file"):
        made(SMALL, stem="My Flood")


@pytest.mark.parametrize(
    ("stem", "number", "name"),
    [
        ("harrow-bend-1", "1", "harrow-bend-2"),
        ("harrow-bend-09", None, "harrow-bend-10"),
        ("harrow-bend-1", "7", ""),
        ("karabakh-2023-09-19", None, "karabakh-2026-03-04"),
        ("flood", "3", ""),
    ],
)
def test_the_next_file_is_called_after_the_old_one(stem: str, number: str | None, name: str) -> None:
    text = SMALL.replace("situation:", f"number: {number}\nsituation:") if number else SMALL
    briefing = load_text(text, stem).briefing
    assert briefing is not None
    assert next_stem(briefing, MOMENT) == name
