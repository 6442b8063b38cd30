"""What can be found is called by its code or its name, and nothing by two."""

import pytest

from briefing_tui.checks.listing import RULES
from briefing_tui.checks.manuals import manual
from briefing_tui.checks.names import KNOWN, code_of, codes_meant, nearest_name
from briefing_tui.source.codes import CODES


def test_no_code_or_name_stands_for_two_things() -> None:
    assert len(KNOWN) == len(CODES) + len(RULES)
    assert len({known.name for known in KNOWN.values()}) == len(KNOWN)


@pytest.mark.parametrize("word", ["L401", "l401", "broken-reference", "Broken-Reference"])
def test_by_code_or_name_in_any_case(word: str) -> None:
    assert code_of(word) == "L401"
    assert codes_meant(word) == ("L401",)


def test_the_beginning_of_codes_means_all_of_them() -> None:
    assert codes_meant("L4") == codes_meant("l") == ("L401", "L402", "L403")
    assert codes_meant("") == codes_meant("broken") == ()


@pytest.mark.parametrize(
    ("word", "meant"), [("brokn-reference", "broken-reference"), ("L4O1", "L401"), ("qqqqqq", None)]
)
def test_what_was_meant_by_a_misspelt_one(word: str, meant: str | None) -> None:
    assert nearest_name(word) == meant


@pytest.mark.parametrize("code", KNOWN)
def test_everything_has_a_manual(code: str) -> None:
    found = manual(code)
    assert found.known.code == code
    assert found.text.strip()
    assert all(example for _, example in found.examples)
