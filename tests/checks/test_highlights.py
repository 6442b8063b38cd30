"""E545: two to five highlights, where there are any."""

import pytest

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.examples import whole
from briefing_tui.checks.highlights import RULE
from briefing_tui.source.load import load_text
from tests.checks.judging import words_found


def given(highlights: str) -> str:
    return f"situation:\n  bottom_line: B.\n  highlights: {highlights}\n  statements: {{pool: A statement.}}\n"


@pytest.mark.parametrize(
    ("highlights", "found"),
    [
        ("[One.]", "highlights"),
        ("One.", "highlights"),
        ("{ref: pool}", "highlights"),
        ("{one: One.}", "highlights"),
        ("[One., Two., Three., Four., Five., Six.]", "Six."),
        ("[One., Two., Three., Four., Five., {ref: pool}, Seven.]", "{ref: pool}"),
        ("{a: One., b: Two., c: Three., d: Four., e: Five., f: Six.}", "Six."),
    ],
)
def test_one_and_more_than_five_are_found(highlights: str, found: str) -> None:
    assert words_found(RULE, given(highlights)) == [found]


@pytest.mark.parametrize(
    "highlights", ["[One., Two.]", "[One., Two., Three., Four., {ref: pool}]", "{a: One., b: Two.}"]
)
def test_two_to_five_are_not_found(highlights: str) -> None:
    assert words_found(RULE, given(highlights)) == []


def test_none_at_all_is_sound() -> None:
    assert words_found(RULE, "situation: {bottom_line: B.}") == []


@pytest.mark.parametrize("highlights", ["[One., {txt: Two.}]", "{a: One., b: {txt: Two.}}"])
def test_what_was_left_out_as_unsound_was_given(highlights: str) -> None:
    loaded = load_text(whole(given(highlights)), "example")
    assert loaded.diagnostics
    assert list(RULE.check(Draft(loaded))) == []
