"""What the loader takes without a finding, the schema takes: it never marks what is sound."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from jsonschema import Draft7Validator

from briefing_tui.model.text import is_blank
from briefing_tui.schema.file import shipped_schema
from briefing_tui.source.load import load_text
from tests.blocks.filled import filled
from tests.schema.documents import PARTS, documents, spoilt

SCHEMA = Draft7Validator(json.loads(shipped_schema().read_text(encoding="utf-8")))
#: Large documents are what this is about.
LARGE = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example, HealthCheck.filter_too_much)


def objections(document: Any) -> list[str]:
    """What the schema says, innermost first, with the place."""
    return [f"{error.json_path}: {error.message[:200]}" for error in SCHEMA.iter_errors(document)]


def findings(document: Any) -> list[str]:
    """What the loader says. JSON is YAML, and its numbers are texts there."""
    return [f"{found.code} {found.message}" for found in load_text(json.dumps(document), "example").diagnostics]


@pytest.mark.parametrize("part", PARTS)
def test_what_the_shapes_allow_is_accepted(part: str) -> None:
    @settings(max_examples=25, suppress_health_check=LARGE)
    @given(documents(part))
    def accepted(document: Any) -> None:
        # Two entries may have been drawn with one id.
        assert [finding for finding in findings(document) if not finding.startswith("M308")] == []
        assert objections(document) == []

    accepted()


@pytest.mark.parametrize("part", PARTS)
def test_what_the_loader_takes_after_a_change_is_accepted(part: str) -> None:
    @settings(max_examples=25, suppress_health_check=LARGE)
    @given(spoilt(part))
    def accepted(document: Any) -> None:
        assume(findings(document) == [])
        assert objections(document) == []

    accepted()


def test_a_briefing_with_everything_filled_is_accepted() -> None:
    assert objections(filled().data) == []


@pytest.mark.parametrize(
    "situation",
    [
        {"bottom_line": "x", "highlights": "One."},
        {"bottom_line": "x", "highlights": {"text": "One."}},
        {"bottom_line": "x", "highlights": {"ref": "one"}},
        {"bottom_line": "x", "highlights": {"one": "One.", "two": {"ref": "three"}, "x-own": {"text": "Three."}}},
        {"bottom_line": "x", "highlights": ["One.", {"text": "Two."}, {"ref": "three"}, "four"]},
        {"bottom_line": 2026, "gaps": {"text": "How high?"}},
        {"bottom_line": "x", "gaps": {"height": "How high?"}, "figures": {"crest": {"label": "Crest", "value": 7.3}}},
    ],
)
def test_the_forms_of_a_list_are_all_accepted(situation: dict[str, Any]) -> None:
    document = {"title": "t", "as_of": 2026, "situation": situation}
    assert findings(document) == []
    assert objections(document) == []


@pytest.mark.parametrize(
    ("situation", "where"),
    [
        ({"bottom_line": "x", "tlp": None}, "$.situation"),
        ({"bottom_line": "x", "background": None}, "$.situation.background"),
        ({"bottom_line": "x", "background": True}, "$.situation.background"),
        ({"bottom_line": "x", "highlights": [{"text": "x", "kind": " fact "}]}, "$.situation.highlights[0].kind"),
    ],
)
def test_what_it_is_stricter_in_is_known(situation: dict[str, Any], where: str) -> None:
    """Listed in ARCHITECTURE.md: nothing after a key, a truth value for a text, space around a word in quotes."""
    (objection,) = objections({"title": "t", "as_of": 2026, "situation": situation})
    assert objection.startswith(f"{where}: ")


def test_blank_text_is_told_from_words() -> None:
    assert is_blank("\u200b")
    assert objections({"title": " ", "as_of": 2026, "situation": {"bottom_line": "x"}}) == [
        "$.title: ' ' does not match '\\\\S'"
    ]
