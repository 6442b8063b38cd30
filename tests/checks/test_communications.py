"""What a communication leaves unsaid: one finding for all of it."""

import pytest

from briefing_tui.checks.communications import RULE
from tests.checks.judging import found_by, words_found


def example(fields: str) -> str:
    return f"actors: {{town: Town}}\ncommunications:\n  warning: {{from: town, text: Go., {fields}}}\n"


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ("to: public", ["`when:`"]),
        ("when: 2026-03-03", ["`to:`"]),
        ("channel: press", ["`to:`", "`when:`"]),
        ("to: [], when: 2026-03-03", ["`to:`"]),
    ],
)
def test_what_is_lacking_is_told_once(fields: str, wanted: list[str]) -> None:
    (found,) = found_by(RULE, example(fields))
    assert [key for key in ("`to:`", "`when:`") if key in found.help] == wanted
    assert words_found(RULE, example(fields)) == ["warning"]


@pytest.mark.parametrize(
    "fields", ["to: public, when: unknown", "to: town, when: 2026", "to: [public], when: 2026-03/.."]
)
def test_unknown_is_an_answer(fields: str) -> None:
    assert words_found(RULE, example(fields)) == []
