"""What a source lacks, told once; and what counts as an answer."""

import pytest

from briefing_tui.checks.weak_sources import RULE
from tests.checks.judging import found_by, words_found


def example(fields: str) -> str:
    head = "actors: {radio: Radio}\ncommunications: {c: {from: radio, text: Go.}}\n"
    return f"{head}sources:\n  s: {{title: T{fields}}}\n"


@pytest.mark.parametrize(
    ("fields", "lacking"),
    [
        ("", ["no date", "no place", "no rating"]),
        (", reliability: B", ["no date", "no place"]),
        (", date: 2026-03-03, publisher: Radio", ["no rating"]),
        (", date: 2026-03-03, reliability: B", ["no place"]),
        (", url: 'https://example.org', reliability: B", ["no date"]),
        (", type: media, lang: en, date: unknown, reliability: F", ["no place"]),
    ],
)
def test_what_is_lacking_is_told_once(fields: str, lacking: list[str]) -> None:
    (found,) = found_by(RULE, example(fields))
    assert [what for what in ("no date", "no place", "no rating") if what in found.message] == lacking
    assert words_found(RULE, example(fields)) == ["s"]


@pytest.mark.parametrize(
    "fields",
    [
        "publisher: Radio, date: 2026-03-03, reliability: B",
        "url: 'https://example.org', retrieved: 2026-03-03, reliability: C",
        "archive: 'https://example.org', date: 2019, reliability: A",
        "actor: radio, date: unknown, reliability: F",
        "type: interview, date: 2026-03-03, reliability: D",
        "origin: c, date: 2026-03-03, reliability: E",
    ],
)
def test_a_source_that_has_all(fields: str) -> None:
    assert words_found(RULE, example(f", {fields}")) == []
