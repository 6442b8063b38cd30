"""Whatever is written is read back, in quotes only where it must be."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.authoring.spelling import WIDTH, Verbatim, in_line, lines_of, scalar
from briefing_tui.model.text import clean
from briefing_tui.source.yaml_tree import read_tree

texts = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40).map(clean).filter(str.strip)
proses = st.lists(texts, min_size=1, max_size=30).map(" ".join).map(str.strip)


@pytest.mark.parametrize(
    "text", ["Town of Harrow Bend", "2026-03-05", "no", "12:30", "<what happened>", "Crest, at last"]
)
def test_what_needs_no_quotes_has_none(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("The town: it sleeps", "'The town: it sleeps'"),
        ("[[town]] sleeps", "'[[town]] sleeps'"),
        ("number #3 and more #4", "'number #3 and more #4'"),
        ("It's #1: really", '"It\'s #1: really"'),
        ("- a", "'- a'"),
        ("two\nlines", '"two\\nlines"'),
    ],
)
def test_what_would_bite_is_quoted(text: str, written: str) -> None:
    assert scalar(text) == written


def test_inside_braces_a_comma_is_quoted_too() -> None:
    assert scalar("a, b", flow=True) == "'a, b'"
    assert (
        in_line({"to": ["a", "b"], "text": "c, d", "at": Verbatim("[1, 5]")})
        == "{to: [a, b], text: 'c, d', at: [1, 5]}"
    )


@given(texts, st.booleans())
def test_a_scalar_is_read_back(text: str, flow: bool) -> None:
    written = scalar(text, flow=flow)
    read = read_tree(f"{{k: {written}, l: m}}" if flow else f"k: {written}\nl: m")
    assert (read.root, read.problems) == ({"k": text, "l": "m"}, [])


@given(proses, st.integers(0, 12), st.sampled_from([1, 2, 4]))
def test_prose_is_read_back_however_it_is_folded(text: str, column: int, step: int) -> None:
    lines = lines_of({"text": text, "next": "m"}, column, step, frozenset({"text"}))
    read: Any = read_tree("\n".join(lines)).root
    assert read["text"].strip() == text.strip()
    assert read["next"] == "m"


def test_long_prose_is_folded_between_words() -> None:
    lines = lines_of({"text": "word " * 60 + "end"}, 4, 2, frozenset({"text"}))
    assert lines[0] == "    text: >-"
    assert all(line.startswith("      word") and len(line) <= WIDTH for line in lines[1:])


def test_paragraphs_stand_as_they_are() -> None:
    assert lines_of({"text": "One.\n\n- two"}, 2, 2, frozenset({"text"})) == ["  text: |", "    One.", "", "    - two"]


def test_a_long_list_or_mapping_has_lines_of_its_own() -> None:
    assert lines_of({"to": [f"somebody-{n}" for n in range(20)]}, 0, 2)[:2] == ["to:", "  - somebody-0"]
    assert lines_of({"quote": {"text": "word " * 25, "lang": "en"}}, 0, 2)[0] == "quote:"
