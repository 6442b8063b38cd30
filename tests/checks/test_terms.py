"""Terms of the scale in prose: which words are one, and whether the text asserts them."""

import pytest

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.outlook import outlook_passages
from briefing_tui.checks.terms import chances_in, terms_in
from tests.checks.judging import loaded


def said(words: str) -> list[tuple[str, str | None, bool]]:
    draft = Draft(loaded(f"outlook:\n  summary: |-\n    {words}\n"))
    (passage,) = [one for one in outlook_passages(draft) if one.field == "summary"]
    return [(term.words, term.scale.word if term.scale else None, term.asserted) for term in terms_in(draft, passage)]


@pytest.mark.parametrize(
    ("words", "term"),
    [
        ("It is likely to rain.", "likely"),
        ("Rain is Unlikely.", "unlikely"),
        ("The rain will very likely go on.", "very likely"),
        ("Rain is very unlikely.", "very unlikely"),
        ("Rain is highly probable.", "highly probable"),
        ("It probably rains.", "probable"),
        ("It will improbably hold.", "improbable"),
        ("It almost certainly rains.", "almost certain"),
        ("Rain is nearly certain.", "nearly certain"),
        ("There is almost no chance of rain.", "almost no chance"),
        ("There is a roughly\n    even chance of rain.", "roughly even chance"),
        ("Rain has roughly even odds.", "roughly even odds"),
        ("The chance of a breach is remote.", "remote"),
        ("There is a remote possibility of a breach.", "remote"),
        ("We assess it as likely.", "likely"),
        ("We now believe that rain is likely.", "likely"),
        ("Rain is expected, and likely to stay.", "likely"),
    ],
)
def test_a_term_is_known_in_any_of_its_forms(words: str, term: str) -> None:
    assert [(scale, asserted) for _, scale, asserted in said(words)] == [(term, True)]


@pytest.mark.parametrize(
    "words",
    [
        "Rain is more likely than snow.",
        "It is the most likely course.",
        "The most-likely course is the first.",
        "How likely is rain?",
        "It is as likely as not.",
        "Rain is not likely, and not very likely to come.",
        "Snow isn't likely.",
        "A remote village is cut off.",
        "It is certain that it rains, and the date is certain.",
        "The likelihood is not known.",
        "“Rain is likely”, the town wrote.",
    ],
)
def test_what_compares_denies_or_means_something_else_is_no_term(words: str) -> None:
    assert said(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "The likely route is closed.",
        "If rain is likely, the ward is told.",
        "The rain, which is likely to go on, fills the dam.",
        "The rain that is likely to come fills the dam.",
        "Because rain is likely, the ward is told.",
        "The town says that rain is likely.",
        "Rain is likely, according to the town.",
        "It is open whether rain is likely.",
        "Is rain likely?",
    ],
)
def test_a_term_in_an_aside_a_condition_or_others_words_is_not_asserted(words: str) -> None:
    assert [asserted for _, _, asserted in said(words)] == [False]


def test_a_degree_of_no_row_is_a_term_without_a_place_on_the_scale() -> None:
    assert said("Rain is highly likely.") == [("highly likely", None, True)]


@pytest.mark.parametrize(
    ("words", "band"),
    [
        ("There is a 70 per cent chance of rain.", (70, 70)),
        ("Rain has a 5% probability.", (5, 5)),
        ("The chance of rain is 60 to 70 %.", (60, 70)),
        ("The chance that it rains is about 20 per cent.", (20, 20)),
        ("There is a 12.5–20 % likelihood of rain.", (12.5, 20)),
    ],
)
def test_a_chance_in_numbers_is_read(words: str, band: tuple[float, float]) -> None:
    assert chances(words) == [band]


@pytest.mark.parametrize(
    "words",
    [
        "30 per cent of the homes are empty.",
        "The risk rose by 20 per cent.",
        "The town says the chance of rain is 20 per cent.",
        "If the chance of rain is 20 per cent, the ward is told.",
    ],
)
def test_another_share_or_others_chance_is_not(words: str) -> None:
    assert chances(words) == []


def chances(words: str) -> list[tuple[float, ...]]:
    draft = Draft(loaded(f"outlook:\n  summary: |-\n    {words}\n"))
    return [tuple(one.band) for passage in outlook_passages(draft) for one in chances_in(draft, passage)]
