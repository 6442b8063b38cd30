"""E546: a long quotation says in what language it was said."""

import pytest

from briefing_tui.checks.quotations import RULE
from tests.checks.judging import words_found

LONG = "one two three four five six seven eight nine ten eleven twelve thirteen"


def quoted(quote: str) -> str:
    return f"actors: {{radio: Radio}}\ncommunications:\n  c:\n    from: radio\n    text: T.\n    quote: {quote}\n"


@pytest.mark.parametrize("quote", [f"{{text: {LONG}}}", LONG, "防" * 26, f">-\n      {LONG}\n      and more"])
def test_a_long_one_without_a_language_is_found(quote: str) -> None:
    (found,) = words_found(RULE, quoted(quote))
    assert found in quote


@pytest.mark.parametrize(
    "quote",
    [
        f"{{text: {LONG}, lang: en}}",
        LONG.rsplit(" ", 1)[0],
        "the all-clear won't come, not now, not ever, not here",
        "防" * 25,
    ],
)
def test_a_phrase_and_one_with_its_language_are_not_found(quote: str) -> None:
    assert words_found(RULE, quoted(quote)) == []
