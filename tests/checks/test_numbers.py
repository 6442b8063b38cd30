"""Words of likelihood against numbers, and against other words for the same."""

import pytest

from briefing_tui.checks.numbers import RULE
from tests.checks.judging import after, found_by, words_found, words_related


def scenario(more: str, title: str = "The levee holds") -> str:
    return f"outlook:\n  scenarios:\n    holds: {{title: {title}, {more}}}\n"


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("likely", "30"), ("likely", "[80, 95]"), ("likely", "[5, 60]"), ("almost no chance", "[1, 10]"),
        ("roughly even chance", "60"), ("improbable", "50"), ("nearly certain", "94"), ("very unlikely", "[0, 100]"),
    ],
)  # fmt: skip
def test_a_word_and_a_number_that_differ_are_found(word: str, number: str) -> None:
    example = scenario(f"likelihood: {word}, probability: {number}")
    assert words_found(RULE, example) == [word]
    assert words_related(RULE, example) == [[number]]


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("likely", "55"), ("likely", "80"), ("very likely", "80"), ("likely", "[50, 70]"), ("unlikely", "[20, 45]"),
        ("almost certain", "100"), ("almost no chance", "0"), ("almost certain", "[98, 100]"), ("remote", "0.5"),
    ],
)  # fmt: skip
def test_a_number_in_the_band_or_mostly_in_it_fits(word: str, number: str) -> None:
    assert found_by(RULE, scenario(f"likelihood: {word}, probability: {number}")) == []


def test_the_words_that_fit_the_number_are_offered_and_which_is_wrong_is_not_decided() -> None:
    offered = [(edit.text, edit.safe) for edit, _ in after(RULE, scenario("likelihood: probable, probability: 20"))]
    assert offered == [("highly improbable", False), ("improbable", False)]


def judgement(text: str, likelihood: str = "unlikely") -> str:
    return f"outlook:\n  judgements:\n    rain:\n      text: |-\n        {text}\n      likelihood: {likelihood}\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rain is likely.", "likely"),
        ("It is almost certain that it rains.", "almost certain"),
        ("It will probably rain.", "probably"),
        ("There is a 70 per cent chance of rain.", "70 per cent chance"),
        ("The chance of rain is 5 to 10 %.", "chance of rain is 5 to 10 %"),
        ("Rain is unlikely (80 per cent).", "unlikely"),
    ],
)
def test_a_text_that_differs_from_its_value_is_found(text: str, found: str) -> None:
    assert words_found(RULE, judgement(text)) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Rain is unlikely.",
        "Rain is improbable.",  # of the other row, and the same
        "It is likely that the wind turns, and unlikely that it rains.",
        "The likely rain stays away.",
        "Even if rain is likely, the road stays dry.",
        "The rain, which is likely to go on, misses the dam.",
        "The town says that rain is likely.",
        "Rain is more likely than snow.",
        "There is a 30 per cent chance of rain.",
        "Rain is unlikely (about 30 per cent).",
        "Rain falls on 90 per cent of the basin.",
    ],
)
def test_a_text_that_agrees_or_speaks_of_something_else_does_not(text: str) -> None:
    assert found_by(RULE, judgement(text)) == []


def test_a_title_is_held_to_the_value_and_to_the_number() -> None:
    assert words_found(RULE, scenario("likelihood: unlikely", "The levee is likely to hold")) == ["likely"]
    assert words_found(RULE, scenario("probability: 30", "The levee is likely to hold")) == ["likely"]
    assert words_found(RULE, scenario("probability: 60", "The levee is likely to hold")) == []


def test_a_scenarios_text_is_about_its_parts_unless_it_speaks_of_the_whole() -> None:
    parts = "The jam is likely to clear at noon, and there is a 70 per cent chance of rain."
    assert found_by(RULE, scenario(f'likelihood: unlikely, text: "{parts}"')) == []
    assert words_found(RULE, scenario("likelihood: unlikely, text: This course is likely.")) == ["likely"]
    assert words_found(RULE, scenario("likelihood: unlikely, text: We consider it very likely.")) == ["very likely"]


def test_a_term_with_its_number_is_found_in_any_of_our_prose() -> None:
    example = "situation:\n  bottom_line: The levee is very likely (60 %) to hold.\n"
    assert words_found(RULE, example) == ["very likely"]
    assert found_by(RULE, example.replace("60 %", "80 to 90 %")) == []


def test_without_a_value_there_is_nothing_to_contradict() -> None:
    assert found_by(RULE, "outlook:\n  judgements:\n    rain: {text: Rain is likely.}\n") == []
