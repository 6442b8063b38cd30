"""What a rule is given: the lines no link can stand in, and the author's own voice without anybody else's words."""

import re

import pytest

from briefing_tui.checks.draft import Draft
from briefing_tui.source.load import load_text

TEXT = """\
title: The crest reaches Harrow Bend
as_of: 2026-03-04
running_order: [bottom-line]
situation:
  bottom_line: {bottom_line}
  highlights: [{ref: crest, note: on the town gauge}]
actors:
  desk: Joint Flood Desk
  town: {name: Town of Harrow Bend, aliases: [Harrow Bend, the town], relations: {member-of: {ref: desk, note: since Tuesday}}}
events:
  crest: {title: "The crest, as forecast", when: 2026-03-05, where: the town gauge, participants: {affected: [town, {ref: desk, note: its cellar}]}}
"""  # noqa: E501


def draft(bottom_line: str = "The crest arrives.") -> Draft:
    return Draft(load_text(TEXT.replace("{bottom_line}", bottom_line), "crest"))


def test_captions_are_every_text_of_one_line_with_its_place() -> None:
    given = draft()
    found = {(one.source, one.field): given.loaded.text[slice(*given.places.slice(one))] for one in given.captions}
    assert found == {
        ("header", "title"): "The crest reaches Harrow Bend",
        ("header", "running_order.show"): "bottom-line",
        ("header", "situation.highlights.note"): "on the town gauge",
        ("desk", "name"): "Joint Flood Desk",
        ("town", "name"): "Town of Harrow Bend",
        ("town", "aliases"): "the town",  # the last of two
        ("town", "relations.member-of.note"): "since Tuesday",
        ("crest", "title"): '"The crest, as forecast"',
        ("crest", "where.name"): "the town gauge",
        ("crest", "participants.affected.note"): "its cellar",
    }


@pytest.mark.parametrize(
    "words",
    [
        "“the word”", '"the word"', "‘the word’", "'the word'", "«the word»", "„the word“", "”the word”",
        "「word」", "`the word`", "https://example.org/word", "[[word]]", "[[word|other words]]", "[^word: p. 2]",
    ],
)  # fmt: skip
def test_what_is_not_the_authors_own_voice_is_not_matched(words: str) -> None:
    given = draft(f"|\n    It is, {words}, so.")
    (passage,) = given.passages("bottom-line", "bottom_line")
    assert words in passage.text
    assert not list(given.matches(passage, re.compile(r"\bword\b")))


@pytest.mark.parametrize(
    "words",
    ["the word", "the farmers' word", "it's the word", "[[desk|the word]]", "the town's word and the farmers' fields"],
)
def test_what_is_the_authors_own_voice_is_matched(words: str) -> None:
    given = draft(f"|\n    It is, {words}, so.")
    (passage,) = given.passages("bottom-line", "bottom_line")
    assert [match[0] for match in given.matches(passage, re.compile(r"\bword\b"))] == ["word"]
