"""What a library shows of a file, sound or broken, and which files are none of its business."""

from pathlib import Path

import pytest

from briefing_tui.library.row import Counts, Row, is_briefing, row_of
from briefing_tui.source.load import load, load_bytes, load_text

SOUND = """\
title: A crest above the levee
as_of: 2026-03-04T06:00Z
tlp: GREEN
banner: EXERCISE
status: exercise
situation: {bottom_line: The crest passes on Thursday.}
actors: {town: {name: Harrow Bend, type: population}, gauge: {name: Gauge}}
events: {crest: {title: The crest, when: 2026-03-05}}
sources: {bulletin: {title: Bulletin 7}}
outlook: {judgements: {holds: {text: The levee holds.}}}
"""


def row(text: str, name: str = "flood.yaml", changed: int = 0) -> Row | None:
    return row_of(load_text(text, Path(name).stem, name), Path(name), changed)


def sure(text: str, name: str = "flood.yaml", changed: int = 0) -> Row:
    found = row(text, name, changed)
    assert found is not None
    return found


def test_a_sound_briefing() -> None:
    found = sure(SOUND)
    assert (found.id, found.title, found.tlp, found.banner) == ("flood", "A crest above the levee", "GREEN", "EXERCISE")
    assert found.as_of is not None
    assert found.as_of.text == "2026-03-04T06:00Z"
    assert found.status == ("exercise",)
    assert found.counts == Counts(actors=2, events=1, communications=0, judgements=1, sources=1)
    assert (found.opens, found.problem, found.errors) == (True, None, 0)


def test_a_briefing_with_a_bad_entry_opens_and_says_so() -> None:
    found = sure(SOUND.replace("when: 2026-03-05", "when: in March"))
    assert found.opens
    assert found.problem is not None
    assert (found.problem.code, found.line, found.errors) == ("M305", 8, 1)
    assert found.counts.events == 0


def test_of_a_broken_one_what_can_be_made_out_is_shown() -> None:
    found = sure("title: The  crest\nas_of: 2026-03-04\ntlp: tlp:red\nbanner: SECRET\nactors: {}\n")
    assert not found.opens
    assert (found.title, found.tlp, found.banner) == ("The crest", "RED", "SECRET")
    assert found.as_of is not None
    assert found.problem is not None
    assert found.counts == Counts()


@pytest.mark.parametrize(
    "text", ["title: [\n", "title: ''\nas_of: soon\n", "", "   \n", "title: {a: b}\ntlp: PURPLE\nas_of: [1]\n"]
)
def test_a_broken_one_without_a_title_goes_by_its_files_name(text: str) -> None:
    found = sure(text, "flood-7.yaml")
    assert (found.title, found.as_of, found.tlp, found.opens) == ("flood-7", None, None, False)
    assert found.problem is not None


@pytest.mark.parametrize(
    "text",
    [
        "services: {web: {image: nginx}}\n",
        "- a\n- list\n",
        "just text\n",
        "a: b: c\n",
        "kind: Pod\n---\nkind: Service\n",
        "web:\n  title: not at the top\n broken: [\n",
    ],
)
def test_other_programs_yaml_is_no_briefing(text: str) -> None:
    assert row(text) is None


@pytest.mark.parametrize(
    "text", ["title: A\n", "as_of: 2026\n", "situation: {}\n", '"title": [\n', "x: [\nsituation:\n"]
)
def test_one_of_the_three_required_keys_makes_a_briefing(text: str) -> None:
    assert row(text) is not None


def test_what_cannot_be_read_is_seen_and_not_missed(tmp_path: Path) -> None:
    assert is_briefing(load_bytes("title: Hochwasser in München\n".encode("latin-1"), "a", "a.yaml"))
    assert is_briefing(load_bytes("title: A\n".encode("utf-16"), "a", "a.yaml"))
    assert is_briefing(load_bytes(b"#" * 5_000_001, "a", "a.yaml"))
    assert is_briefing(load(tmp_path / "gone.yaml"))


def test_newest_first() -> None:
    times = ["2023-09-19?", "2026-03-04T06:00Z", "2026-03-04T06:00+02:00", "2026-03-01/2026-03-05", "2025"]
    rows = [sure(SOUND.replace("2026-03-04T06:00Z", when)) for when in times]
    ordered = [found.as_of.text for found in sorted(rows, key=lambda found: found.sort_key) if found.as_of]
    assert ordered == ["2026-03-01/2026-03-05", "2026-03-04T06:00Z", "2026-03-04T06:00+02:00", "2025", "2023-09-19?"]


def test_what_was_broken_just_now_is_on_top_and_not_under_everything() -> None:
    nanoseconds_in_2026 = 1_780_000_000 * 10**9
    broken = sure("title: [\n", "broken.yaml", nanoseconds_in_2026)
    undated = sure(SOUND.replace("2026-03-04T06:00Z", "unknown"), "undated.yaml", nanoseconds_in_2026 - 10**9)
    rows = [sure(SOUND), undated, broken, sure(SOUND.replace("2026-03-04", "2030-03-04"), "later.yaml")]
    assert [found.id for found in sorted(rows, key=lambda found: found.sort_key)] == [
        "later",
        "broken",
        "undated",
        "flood",
    ]


def test_a_broken_one_whose_date_can_be_made_out_keeps_its_place() -> None:
    broken = sure("title: Broken\nas_of: 2024\n", "broken.yaml", 1_780_000_000 * 10**9)
    assert sorted([broken, sure(SOUND)], key=lambda found: found.sort_key)[1] is broken


def test_a_files_name_commands_nothing() -> None:
    assert "\x1b" not in sure("title: [\n", "\x1b]0;owned\x07.yaml").title
    assert "\x1b" not in sure(SOUND, "\x1b]0;owned\x07.yaml").id
