"""Times that contradict each other, and the many that only seem to."""

from pathlib import Path

import pytest

from briefing_tui.checks.dates import RULE
from briefing_tui.checks.draft import Draft
from briefing_tui.checks.examples import whole
from briefing_tui.source.load import load
from tests.checks.judging import found_by, words_found, words_related


def event(fields: str) -> str:
    return f"as_of: 2026-03-04T06:00Z\nevents:\n  crest: {{title: The crest, {fields}}}\n"


@pytest.mark.parametrize(
    ("fields", "at"),
    [
        ("when: 2026-03-03T12:00Z, reported_at: 2026-03-03T10:00Z", "2026-03-03T10:00Z"),
        ("when: 2026-03-03, reported_at: 2026-03-02", "2026-03-02"),
        ("when: 2026-03-03/2026-03-04, reported_at: 2026-02", "2026-02"),
        ("when: 2026-03-03T12:00Z, reported_at: 2026-03-03T10:00Z, phase: ended", "2026-03-03T10:00Z"),
        ("when: 2026-03-06", "2026-03-06"),
        ("when: 2026-03-04T06:01Z", "2026-03-04T06:01Z"),
        ("when: 2026-03-06/.., phase: ongoing", "2026-03-06/.."),
        ("when: 2027", "2027"),
        ("when: 2026-03-01/2026-03-07, phase: ended", "ended"),
        ("when: 2026-03-05, phase: expected, reported_at: 2026-03-06", "2026-03-06"),
    ],
)
def test_an_event_whose_times_cannot_be_right(fields: str, at: str) -> None:
    assert words_found(RULE, event(fields)) == [at]


@pytest.mark.parametrize(
    "fields",
    [
        "when: 2026-03-05, phase: expected",
        "when: 2026-03-06T10:00Z, phase: planned, reported_at: 2026-03-03",
        "when: 2026-03-04",
        "when: 2026-03",
        "when: 2026",
        "when: 2026-03-06~",
        "when: 2026-03-20?",
        "when: 2026-03-04T05:59Z",
        "when: 2026-03-04T08:00+02:00",
        "when: 2026-03-01/2026-03-07, phase: ongoing",
        "when: 2026-03-01/2026-03-07",
        "when: 2026-03-01/..",
        "when: /2026-03-09, phase: ongoing",
        "when: unknown, reported_at: 2026-03-03",
        "when: 2026-03-03T12:00Z, reported_at: 2026-03-03T12:00Z",
        "when: 2026-03-03T12:00Z, reported_at: 2026-03-03",
        "when: 2026-03-03T12:00Z~, reported_at: 2026-03-03T11:00Z",
        "when: 2026-03-03, reported_at: 2026-03-03T00:10Z",
        "when: 2026-03-02/2026-03-03, reported_at: 2026-03-02T08:00Z",
        "when: ../2026-03-03, reported_at: 2026-03-01",
        "when: 2026-03-01/2026-03-04, phase: ended",
        "when: 2026-03-01/2026-03, phase: ended",
    ],
)
def test_an_event_whose_times_can_be_right(fields: str) -> None:
    assert words_found(RULE, event(fields)) == []


def test_the_other_time_is_named() -> None:
    assert words_related(RULE, event("when: 2026-03-03, reported_at: 2026-03-02")) == [["2026-03-03"]]
    assert words_related(RULE, event("when: 2026-03-06")) == [["2026-03-04T06:00Z"]]


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [("2026-03-03", "2026-03-01", 1), ("2009", "2008", 1), ("2009", "2009", 0), ("2026-03-03", "2026-03", 0)],
)
def test_what_held_until_before_it_began(since: str, until: str, found: int) -> None:
    relation = f"{{ref: engineers, since: {since}, until: {until}}}"
    assert len(found_by(RULE, f"actors:\n  desk: {{name: Desk, relations: {{commands: {relation}}}}}\n")) == found
    evidence = f"{{ref: crest, since: {since}, until: {until}}}"
    example = f"outlook: {{judgements: {{holds: {{text: The levee holds., evidence: [{evidence}]}}}}}}\n"
    assert words_found(RULE, example) == [until] * found


LATER = {
    "a communication": "communications: {c: {from: town, to: public, text: Go., when: ▶2026-03-06◀}}",
    "a source": "sources: {s: {title: Paper, date: ▶2026-03-06◀}}",
    "a source of a later month": "sources: {s: {title: Paper, date: ▶2026-07◀}}",
    "a look": "outlook: {indicators: {i: {text: Rain., checked: ▶2026-03-06◀}}}",
    "a report": "events: {e: {title: Rain, when: 2026-03-03, reported_at: ▶2026-03-06◀}}",
}


@pytest.mark.parametrize("body", LATER.values(), ids=LATER)
def test_nothing_is_learned_after_the_day_of_the_picture(body: str) -> None:
    example = f"as_of: 2026-03-04\n{body}\n"
    plain = example.replace("▶", "").replace("◀", "")
    assert words_found(RULE, plain) == [example.partition("▶")[2].partition("◀")[0]]
    assert words_found(RULE, plain.replace("2026-03-06", "2026-03-04").replace("2026-07", "2026-03")) == []
    assert words_found(RULE, "status: historical\n" + plain) == []


@pytest.mark.parametrize("date", ["2026-04", "2026-21", "2026-03-04T23:00", "unknown", "2026"])
def test_a_source_dated_by_the_month_may_come_out_before_it(date: str) -> None:
    assert words_found(RULE, f"as_of: 2026-03-04\nsources: {{s: {{title: Paper, date: {date}}}}}\n") == []


def test_what_is_read_again_later_was_not_learned_later() -> None:
    source = "{title: Paper, date: 2026-03-01, retrieved: 2026-03-20}"
    assert words_found(RULE, f"as_of: 2026-03-04\nsources: {{s: {source}}}\n") == []


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [("2026-03-03", "2026-03-02", 1), ("2026-03-02", "2026-03-03", 0), ("2026-03", "2026-03-02", 0)],
)
def test_an_event_that_follows_what_came_later(first: str, second: str, found: int) -> None:
    rows = f"  a: {{title: Rain, when: {first}}}\n  b: {{title: Crest, when: {second}, follows: [a]}}\n"
    assert words_found(RULE, f"events:\n{rows}") == ["a"] * found


def test_a_cause_may_be_awaited_and_so_come_later() -> None:
    rows = "  a: {title: Rain, when: 2026-03-03}\n  b: {title: Sandbags are laid, when: 2026-03-02, caused_by: a}\n"
    assert words_found(RULE, f"events:\n{rows}") == []


def test_the_next_update_comes_after_this_one() -> None:
    assert words_found(RULE, "as_of: 2026-03-04\nnext_update: 2026-03-03\n") == ["2026-03-03"]
    assert words_found(RULE, "as_of: 2026-03-04\nnext_update: 2026-03-04\n") == []


def test_a_picture_that_is_open_or_uncertain_forbids_little() -> None:
    for as_of in ("2026-03-04/..", "unknown", "2026-02-20?"):
        assert words_found(RULE, event("when: 2026-03-06").replace("2026-03-04T06:00Z", as_of)) == []


@pytest.mark.parametrize(("as_of", "found"), [("2026-03-03", 1), ("2026-03-04", 0), ("2026-03-05", 0)])
def test_what_supersedes_is_not_of_an_earlier_time(tmp_path: Path, as_of: str, found: int) -> None:
    (tmp_path / "first.yaml").write_text(whole("as_of: 2026-03-04\n"), "utf-8")
    second = tmp_path / "second.yaml"
    second.write_text(whole(f"as_of: {as_of}\nsupersedes: first\n"), "utf-8")
    assert [problem.code for problem in RULE.check(Draft(load(second)))] == ["E501"] * found
