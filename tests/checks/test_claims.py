"""Claims that are nobody's, and the many ways to say whose one is."""

import pytest

from briefing_tui.checks.claims import RULE
from tests.checks.judging import found_by, words_found

REST = """\
actors: {hydro: Upper Tarrow Hydro}
sources: {log: Release log}
"""


def statement(fields: str) -> str:
    return f"situation:\n  bottom_line: The dam releases.\n  statements:\n    release: {{{fields}}}\n{REST}"


def event(fields: str) -> str:
    return f"events:\n  release: {{title: The release, when: 2026-03-03, {fields}}}\n{REST}"


def test_a_claim_of_nobody() -> None:
    assert words_found(RULE, statement("text: It is 340., kind: claim")) == ["claim"]


@pytest.mark.parametrize("status", ["claimed", "disputed", "denied"])
def test_an_event_that_nobody_claims(status: str) -> None:
    assert words_found(RULE, event(f"status: {status}")) == [status]


def test_the_actor_that_is_linked_is_proposed() -> None:
    (found,) = found_by(RULE, statement('text: "[[hydro|Its operator]] says 340.", kind: claim'))
    assert "`by: hydro`" in found.help


@pytest.mark.parametrize(
    "fields",
    [
        "text: It is 340., kind: claim, by: hydro",
        "text: It is 340., kind: claim, sources: log",
        'text: "It is 340 [^log].", kind: claim',
        "text: It is 340., kind: analysis",
        "text: It is 340., kind: reported",
        "text: It is 340.",
    ],
)
def test_a_claim_of_somebody_and_what_is_none(fields: str) -> None:
    assert words_found(RULE, statement(fields)) == []


@pytest.mark.parametrize(
    "fields",
    ["status: claimed, by: hydro", "status: disputed, sources: log", "status: reported", "status: retracted"],
)
def test_an_event_of_somebody_and_what_is_no_claim(fields: str) -> None:
    assert words_found(RULE, event(fields)) == []


def test_a_communication_about_an_event_says_who_claims_it() -> None:
    word = "communications: {reply: {from: hydro, to: public, when: unknown, text: It is 340., about: release}}\n"
    assert words_found(RULE, event("status: claimed") + word) == []


def test_who_disputes_a_claim_does_not_say_whose_it_is() -> None:
    disputing = "    other: {text: It is 410., kind: analysis, disputes: release}\n" + REST
    example = statement("text: It is 340., kind: claim").replace(REST, disputing)
    assert words_found(RULE, example) == ["claim"]


def test_an_aim_is_the_actors_own() -> None:
    inside = "actors:\n  hydro: {name: Hydro, stated_aims: [{text: Keep the dam full., kind: claim}]}\n"
    assert words_found(RULE, inside) == []
    pointed = statement("text: Keep the dam full., kind: claim").replace(
        "{hydro: Upper Tarrow Hydro}", "{hydro: {name: Hydro, stated_aims: {ref: release}}}"
    )
    assert words_found(RULE, pointed) == []


def test_a_source_for_the_notes_is_none() -> None:
    assert words_found(RULE, statement('text: It is 340., kind: claim, notes: "See [^log]."')) == ["claim"]
