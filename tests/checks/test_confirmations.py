"""Confirmed against the number that says it is not."""

import pytest

from briefing_tui.checks.confirmations import RULE
from briefing_tui.source.load import load_text
from tests.checks.judging import after, words_found, words_related

SOURCES = "sources: {log: Log, note: Note}\n"


def event(fields: str) -> str:
    return f"events:\n  ford: {{title: The ford passes, when: 2026-03-03, {fields}}}\n{SOURCES}"


@pytest.mark.parametrize(
    ("fields", "at", "number"),
    [
        ("status: confirmed, sources: {ref: log, credibility: 3}", "confirmed", "3"),
        ("status: confirmed, sources: [{ref: log, credibility: 6}, {ref: note, credibility: 4}]", "confirmed", "4"),
        ("status: confirmed, credibility: 5", "confirmed", "5"),
        ("status: confirmed, credibility: 5, sources: [log, note]", "confirmed", "5"),
    ],
)
def test_an_event_confirmed_by_doubt(fields: str, at: str, number: str) -> None:
    assert words_found(RULE, event(fields)) == [at]
    assert words_related(RULE, event(fields)) == [[number]]


def test_a_fact_in_doubt() -> None:
    statement = "{text: It passed., kind: fact, sources: {ref: log, credibility: 4}}"
    assert words_found(RULE, f"situation: {{bottom_line: B., highlights: [{statement}]}}\n{SOURCES}") == ["fact"]


@pytest.mark.parametrize(
    "fields",
    [
        "status: confirmed, sources: {ref: log, credibility: 1}",
        "status: confirmed, sources: [{ref: log, credibility: 4}, {ref: note, credibility: 2}]",
        "status: confirmed, sources: [{ref: log, credibility: 4}, {ref: note, credibility: 1}], credibility: 3",
        "status: confirmed, sources: [log, note]",
        "status: confirmed",
        "status: corroborated, sources: {ref: log, credibility: 3}",
        "status: reported, credibility: 6",
        "status: retracted, credibility: 6",
    ],
)
def test_what_does_not_contradict_itself(fields: str) -> None:
    assert words_found(RULE, event(fields)) == []


def test_the_fix_is_for_the_author_to_choose() -> None:
    ((edit, text),) = after(RULE, event("status: confirmed, credibility: 5"))
    assert not edit.safe
    assert load_text(text, "mended").diagnostics == []
    assert "status: reported" in text
