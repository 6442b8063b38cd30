"""Who may see a briefing, and an item of it."""

import pytest

from briefing_tui.checks import handling, strictness
from tests.checks.judging import after, words_found, words_related


def test_a_briefing_that_does_not_say_who_may_see_it() -> None:
    assert words_found(handling.RULE, "title: Flood\ntlp:\n") == ["tlp"]


@pytest.mark.parametrize("header", ["tlp: CLEAR", "tlp:\nbanner: For the exercise only", "tlp: RED\nbanner: Secret"])
def test_a_briefing_that_says_so(header: str) -> None:
    assert words_found(handling.RULE, header + "\n") == []


def item(label: str, whole: str) -> str:
    return f"tlp: {whole}\nactors:\n  town: {{name: Town, tlp: {label}}}\n"


@pytest.mark.parametrize(("label", "whole"), [("RED", "AMBER"), ("AMBER+STRICT", "AMBER"), ("GREEN", "CLEAR")])
def test_an_item_stricter_than_its_document(label: str, whole: str) -> None:
    example = item(label, whole)
    assert words_found(strictness.RULE, example) == [label]
    assert words_related(strictness.RULE, example) == [[whole]]
    ((edit, text),) = after(strictness.RULE, example)
    assert not edit.safe
    assert f"\ntlp: {label}\n" in f"\n{text}"


def test_an_item_in_a_document_without_a_label() -> None:
    assert words_found(strictness.RULE, item("AMBER", "")) == ["AMBER"]


@pytest.mark.parametrize(
    ("label", "whole"), [("RED", "RED"), ("CLEAR", "RED"), ("AMBER", "AMBER+STRICT"), ("CLEAR", "CLEAR"), ("CLEAR", "")]
)
def test_an_item_as_free_as_its_document_or_freer(label: str, whole: str) -> None:
    assert words_found(strictness.RULE, item(label, whole)) == []


def test_a_banner_of_another_scheme_cannot_be_compared() -> None:
    assert words_found(strictness.RULE, item("AMBER", "") + "banner: Restricted\n") == []


def test_a_statement_inside_an_entry_is_an_item_too() -> None:
    example = "tlp: GREEN\nactors:\n  town: {name: Town, stated_aims: [{text: Stay dry., tlp: RED}]}\n"
    assert words_found(strictness.RULE, example) == ["RED"]
