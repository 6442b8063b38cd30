"""What is established on one party's word: found through sources, origins and sides, and told from plain reports."""

import pytest

from briefing_tui.checks.one_party import RULE
from briefing_tui.source.load import load_text
from tests.checks.judging import after, found_by, words_found

REST = """\
actors:
  north: {name: Northland, type: state}
  ministry: {name: Northern ministry, relations: {part-of: north, opposes: army}}
  army: {name: Southern army, type: military}
  monitors: {name: Monitoring mission, type: international-org}
sources:
  release: {title: Press release, actor: ministry}
  wire: {title: Wire report, publisher: The Wire, origin: word}
  paper: {title: Paper, publisher: Courier, origin: wire}
  report: {title: Report of the mission, actor: monitors}
  photo: {title: Photograph, publisher: Agency}
  published: {title: Note, publisher: Northern ministry}
communications:
  word: {from: ministry, to: public, when: unknown, text: Speaks of a strike.}
"""


def event(fields: str, title: str = "A strike hits a depot") -> str:
    return f"events:\n  strike: {{title: {title}, when: 2026-03-03, {fields}}}\n{REST}"


def fact(fields: str, text: str = "The depot burned down.") -> str:
    return f"situation:\n  bottom_line: It burns.\n  statements:\n    depot: {{text: {text}, {fields}}}\n{REST}"


BOTH = "participants: {initiator: north, target: army}"


@pytest.mark.parametrize(
    "grounds",
    [
        "sources: release",
        "by: ministry",
        "sources: paper",
        "by: word",
        "sources: [wire, release]",
        "sources: published",
    ],
)
def test_a_fact_on_one_partys_word(grounds: str) -> None:
    assert words_found(RULE, fact(f"kind: fact, {grounds}")) == ["fact"]
    assert words_found(RULE, event(f"status: confirmed, {grounds}, {BOTH}")) == ["confirmed"]
    assert words_found(RULE, event(f"status: corroborated, {grounds}, {BOTH}")) == ["corroborated"]


@pytest.mark.parametrize(
    "grounds",
    ["sources: [release, report]", "sources: [wire, photo]", "sources: report", "sources: photo", "by: monitors"],
)
def test_a_fact_on_more_or_on_no_partys(grounds: str) -> None:
    assert words_found(RULE, fact(f"kind: fact, {grounds}")) == []
    assert words_found(RULE, event(f"status: confirmed, {grounds}, {BOTH}")) == []


def test_two_bodies_of_one_side_are_one_party() -> None:
    assert words_found(RULE, fact("kind: fact, by: [ministry, north]")) == ["fact"]
    assert words_found(RULE, fact("kind: fact, by: [ministry, army]")) == []


@pytest.mark.parametrize("kind", ["claim", "reported", "analysis"])
def test_what_is_not_called_a_fact(kind: str) -> None:
    assert words_found(RULE, fact(f"kind: {kind}, sources: release")) == []


@pytest.mark.parametrize(
    "text",
    ["The ministry says that the depot burned down.", "The ministry denied it.", "The ministry announced a strike."],
)
def test_that_somebody_said_something_is_a_fact_on_their_word(text: str) -> None:
    assert words_found(RULE, fact("kind: fact, sources: release", text)) == []
    assert words_found(RULE, event(f"status: confirmed, sources: release, {BOTH}", text)) == []


@pytest.mark.parametrize("title", ["A strike hits a depot, as announced", "Reported strike on a depot"])
def test_a_title_may_hedge_and_yet_nobody_says_anything_in_it(title: str) -> None:
    assert words_found(RULE, event(f"status: confirmed, sources: release, {BOTH}", f'"{title}"')) == ["confirmed"]


def test_what_is_done_by_saying_it_needs_no_other_word() -> None:
    assert words_found(RULE, event(f"status: confirmed, cameo: 13, sources: release, {BOTH}")) == []


def test_who_has_no_stake_is_no_party() -> None:
    brigade = "actors: {brigade: Fire brigade}\nsources: {log: {title: Log, actor: brigade}}\n"
    statement = "{text: Two cellars stand full., kind: fact, sources: log}"
    example = f"situation:\n  bottom_line: It burns.\n  highlights: [{statement}]\n"
    assert words_found(RULE, example + brigade) == []


@pytest.mark.parametrize("status", ["status: claimed, by: ministry", "status: reported, sources: paper", "by: north"])
def test_the_other_side_is_named_by_one_party(status: str) -> None:
    assert words_found(RULE, event(f"{status}, {BOTH}")) == ["army"]


@pytest.mark.parametrize(
    "participants",
    [
        "{initiator: north, target: {ref: army, by: ministry}}",
        "{initiator: north, target: {ref: army, sources: photo}}",
        "{initiator: north, affected: army}",
        "{initiator: north}",
        "{target: ministry}",
    ],
)
def test_the_other_side_is_named_by_somebody(participants: str) -> None:
    assert words_found(RULE, event(f"status: claimed, by: ministry, participants: {participants}")) == []


def test_a_plan_names_whom_it_likes() -> None:
    assert words_found(RULE, event(f"status: reported, phase: planned, sources: release, {BOTH}")) == []


def test_a_report_by_who_was_not_in_it_is_no_partys_word() -> None:
    example = event("status: reported, sources: release, participants: {initiator: monitors, target: army}")
    assert words_found(RULE, example) == []


def test_saying_so_mends_it() -> None:
    ((edit, text),) = after(RULE, event(f"status: claimed, by: ministry, {BOTH}"))
    assert edit.text == "{ref: army, by: ministry}"
    assert not edit.safe
    assert load_text(text, "mended").diagnostics == []
    assert "target: {ref: army, by: ministry}" in text


def test_a_longer_reference_is_left_to_the_author() -> None:
    example = event("status: claimed, by: ministry, participants: {initiator: north, target: {ref: army, note: hit}}")
    (found,) = found_by(RULE, example)
    assert found.edits == ()
