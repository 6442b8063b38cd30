"""Names that stand for two entries, and those that only look alike."""

import pytest

from briefing_tui.checks.shared_names import RULE
from tests.checks.judging import words_found, words_related


def actors(one: str, other: str) -> str:
    return f"actors:\n  a: {one}\n  b: {other}\n"


@pytest.mark.parametrize(
    ("one", "other", "at"),
    [
        ("Ministry of Defence", "Ministry of Defence", "Ministry of Defence"),
        ("{name: Northland, aliases: [Capital]}", "{name: Northern Army, aliases: [Army, Capital]}", "Capital"),
        ("{name: Northland, short: the ministry}", "{name: Southland, short: The ministry}", "The ministry"),
        ("{name: Desk, short: Desk of floods}", "{name: Joint Desk, short: the Desk}", "the Desk"),
        ("{name: Tarrow Regional Authority, aliases: TRA}", "{name: TRA}", "TRA"),
    ],
)
def test_two_actors_of_one_name(one: str, other: str, at: str) -> None:
    assert words_found(RULE, actors(one, other)) == [at]


def test_two_actors_are_told_of_once_however_many_names_they_share() -> None:
    example = actors("{name: Army, short: the army, aliases: [AR]}", "{name: Army, short: the army, aliases: [AR]}")
    assert words_found(RULE, example) == ["the army"]
    assert words_related(RULE, example) == [["the army"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("{name: World Health Organization, short: WHO}", "{name: Who}"),
        ("{name: Northland}", "{name: Northland Army}"),
        ("{name: Town, short: Town, aliases: [Town, the town]}", "Village"),
    ],
)
def test_actors_that_can_be_told_apart(one: str, other: str) -> None:
    assert words_found(RULE, actors(one, other)) == []


def test_two_of_a_kind_with_the_words_of_one_link() -> None:
    events = "  a: {title: First strike, short: the strike, when: 2026-03-01}\n"
    events += "  b: {title: Second strike, short: the strike, when: 2026-03-02}\n"
    assert words_found(RULE, f"events:\n{events}") == ["the strike"]
    scenarios = "{a: {title: The levee holds}, b: {title: The levee holds}}"
    assert words_found(RULE, f"outlook: {{scenarios: {scenarios}}}\n") == ["The levee holds"]


def test_a_source_may_be_called_what_its_actor_or_its_text_is() -> None:
    example = """\
actors: {radio: Harrow Bend Radio}
communications: {study: {from: radio, to: public, when: unknown, text: Tells of it., short: the study}}
sources:
  radio-news: {title: Harrow Bend Radio, short: the study}
"""
    assert words_found(RULE, example) == []


def test_events_sources_and_figures_may_share_a_title() -> None:
    example = """\
events: {a: {title: Shelling of the town, when: 2026-03-01}, b: {title: Shelling of the town, when: 2026-03-02}}
sources: {c: {title: Situation report, date: 2026-03-01}, d: {title: Situation report, date: 2026-03-02}}
"""
    assert words_found(RULE, example) == []
