"""Who is not heard; and the ways of being heard."""

import pytest

from briefing_tui.checks.sides import RULE
from tests.checks.judging import words_found, words_related


def example(participants: str, more: str = "", actor: str = "Ward", gaps: str = "") -> str:
    text, comma, rest = gaps.partition(",")
    situation = f'situation: {{bottom_line: B., gaps: [{{text: "{text}"{comma}{rest}}}]}}\n' if gaps else ""
    return (
        f"{situation}actors:\n  town: {{name: Town, relations: {{part-of: land}}}}\n  land: Land\n  ward: {actor}\n"
        f"events:\n  closing: {{title: The road is closed, when: 2026-03-03, participants: {participants}}}\n{more}"
    )


@pytest.mark.parametrize(
    "participants",
    [
        "{initiator: town, affected: ward}",
        "{initiator: town, target: ward}",
        "{target: ward}",
        "{initiator: town, affected: [land, {ref: ward, note: all of it}]}",
    ],
)
def test_who_is_not_heard(participants: str) -> None:
    (words,) = words_found(RULE, example(participants))
    assert "ward" in words
    assert words_related(RULE, example(participants)) == [["ward"]]


def test_who_is_not_heard_is_told_of_once() -> None:
    again = (
        "  opening: {title: The road is opened, when: 2026-03-04, participants: {initiator: town, affected: ward}}\n"
    )
    assert words_found(RULE, example("{initiator: town, affected: ward}", again)) == ["ward"]


@pytest.mark.parametrize(
    "participants",
    [
        "{affected: ward}",
        "{initiator: town, observer: ward}",
        "{initiator: ward, affected: ward}",
        "{target: elsewhere#ward}",
    ],
)
def test_where_there_is_no_other_side(participants: str) -> None:
    assert words_found(RULE, example(participants)) == []


SIDES = "{initiator: town, affected: ward}"


@pytest.mark.parametrize(
    "more",
    [
        "communications: {c: {from: ward, to: town, when: unknown, text: No.}}\n",
        "communications: {c: {from: town, to: ward, when: unknown, text: Go., confirmed_by_recipient: no}}\n",
        "communications: {c: {from: town, to: [ward, land], text: Go., confirmed_by_recipient: {ward: yes}}}\n",
        "sources: {s: {title: Leaflet, actor: ward}}\n",
        "outlook: {implications: [{text: It is cut off., by: ward}]}\n",
        "  other: {title: Water, when: 2026-03-04, participants: {observer: {ref: town, by: ward}}}\n",
    ],
)
def test_who_is_heard(more: str) -> None:
    assert words_found(RULE, example(SIDES, more)) == []


def test_an_answer_that_is_unknown_is_none() -> None:
    more = "communications: {c: {from: town, to: ward, when: unknown, text: Go., confirmed_by_recipient: unknown}}\n"
    assert words_found(RULE, example(SIDES, more)) == ["ward"]


@pytest.mark.parametrize(
    "actor",
    [
        "{name: Ward, stated_aims: [{text: Be left alone.}]}",
        "{name: Ward, type: unknown}",
        "{name: Ward, relations: {part-of: council}}\n  council: {name: Council, stated_aims: [{text: Be heard.}]}",
    ],
)
def test_who_speaks_through_others_or_cannot(actor: str) -> None:
    assert words_found(RULE, example(SIDES, actor=actor)) == []


@pytest.mark.parametrize("gap", ["What [[ward]] says.", "What the Ward says.", "Whom it cut off., matters_to: closing"])
def test_a_gap_is_as_good_as_a_voice(gap: str) -> None:
    assert words_found(RULE, example(SIDES, gaps=gap)) == []


def test_an_actor_may_name_the_gap() -> None:
    situation = "situation: {bottom_line: B., gaps: {silence: Who needs help.}}\n"
    ward = "{name: Ward, summary: 'Of [[silence|them]] nothing is known.'}"
    assert words_found(RULE, situation + example(SIDES, actor=ward)) == []


@pytest.mark.parametrize("gap", ["How high the water stands.", "When [[closing]] was ordered."])
def test_a_gap_about_something_else_is_not(gap: str) -> None:
    assert words_found(RULE, example(SIDES, gaps=gap)) == ["ward"]
