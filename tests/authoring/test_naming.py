"""Ids of new entries: short, legal, free."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.authoring.naming import ascii_slug, free_id, id_of_words, why_not
from briefing_tui.model.reference import id_problem


@pytest.mark.parametrize(
    ("words", "id"),
    [
        ("The flood crest reaches Harrow Bend", "flood-crest-reaches-harrow"),
        ("Tarrow River Authority", "tarrow-river-authority"),
        ("[[town|The town]] closes [[mill-road]] [^log: p. 2]", "town-closes-mill-road"),
        ("The levee's top", "levees-top"),
        ("Communiqué de l'Évêché", "communique-de-l-eveche"),
        ("Наводнение", ""),
        ("The", ""),
    ],
)
def test_an_id_is_made_of_the_first_words_that_say_something(words: str, id: str) -> None:
    assert id_of_words(words) == id


def test_an_id_that_is_taken_gets_a_number() -> None:
    assert free_id("The crest", "event", {"crest"}) == "crest-2"
    assert free_id("The crest", "event", {"crest", "crest-2"}) == "crest-3"
    assert free_id("", "event", {"event-1"}) == "event-2"


def test_no_id_is_a_name_of_the_format() -> None:
    assert free_id("Sources", "source", set()) == "source-1"


@given(st.text(), st.sets(st.sampled_from(["event-1", "a", "a-2"])))
def test_whatever_the_words_the_id_is_legal_and_free(words: str, taken: set[str]) -> None:
    id = free_id(words, "event", taken)
    assert id_problem(id) is None
    assert id not in taken


def test_why_an_id_is_none_and_which_is_near() -> None:
    assert why_not("crest") == ""
    assert "how about `harrow-bend`?" in why_not("Harrow Bend")
    assert "name of the format" in why_not("events")


def test_a_slug_drops_marks_and_keeps_letters() -> None:
    assert ascii_slug("Crue à Évian: l'eau") == "crue-a-evian-l-eau"
