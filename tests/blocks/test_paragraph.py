"""Where paragraphs, lists, quotations and code begin and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.blocks.paragraph import DEEPEST, Paragraph, paragraphs_of


def shapes(text: str) -> list[tuple[str, int, str, str]]:
    return [(part.style, part.depth, part.marker, part.text) for part in paragraphs_of(text)]


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("", []),
        ("one\ntwo", [("paragraph", 0, "", "one\ntwo")]),
        ("one\n\n\ntwo", [("paragraph", 0, "", "one"), ("paragraph", 0, "", "two")]),
        ("- a\n- b", [("bullet", 0, "", "a"), ("bullet", 0, "", "b")]),
        ("* a\n  goes on", [("bullet", 0, "", "a\ngoes on")]),
        ("1. a\n2) b", [("number", 0, "1.", "a"), ("number", 0, "2)", "b")]),
        (
            "- a\n  - b\n    - c\n- d",
            [("bullet", 0, "", "a"), ("bullet", 1, "", "b"), ("bullet", 2, "", "c"), ("bullet", 0, "", "d")],
        ),
        (
            "- a\n\n  more of it\n\nafter",
            [("bullet", 0, "", "a"), ("paragraph", 1, "", "more of it"), ("paragraph", 0, "", "after")],
        ),
        ("text\n- a", [("paragraph", 0, "", "text"), ("bullet", 0, "", "a")]),
        ("> said\n> so\n\nafter", [("quote", 0, "", "said\nso"), ("paragraph", 0, "", "after")]),
        ("> one\n>\n> two", [("quote", 0, "", "one"), ("quote", 0, "", "two")]),
        ("> > twice", [("quote", 1, "", "twice")]),
        ("> - a", [("bullet", 1, "", "a")]),
        ("```yaml\na: 1\n\n- b\n```\nafter", [("code", 0, "", "a: 1\n\n- b"), ("paragraph", 0, "", "after")]),
        ("```\nnever closed", [("code", 0, "", "never closed")]),
        ("````\n```\n````", [("code", 0, "", "```")]),
    ],
)
def test_lines_are_put_together(written: str, parts: list[tuple[str, int, str, str]]) -> None:
    assert shapes(written) == parts


@pytest.mark.parametrize(
    "written", ["In the year\n2023. It ended", "-5 degrees", "*starred* words", "1.5 million", "a - b", "-"]
)
def test_what_only_looks_like_a_list_is_none(written: str) -> None:
    assert shapes(written) == [("paragraph", 0, "", written)]


def test_depth_is_bounded() -> None:
    deep = "\n".join(["  " * n + "- x" for n in range(200)])
    assert max(part.depth for part in paragraphs_of(deep)) == DEEPEST


@given(st.text(alphabet=list("->*+1.) `ab\n\t"), max_size=120))
def test_every_line_with_words_is_in_exactly_one_part(written: str) -> None:
    parts = paragraphs_of(written)
    assert all(isinstance(part, Paragraph) and 0 <= part.depth <= DEEPEST for part in parts)
    letters = sum(part.text.count("a") + part.text.count("b") for part in parts)
    fences = [line for line in written.split("\n") if line.strip(" \t").startswith("```")]
    if not fences:
        assert letters == written.count("a") + written.count("b")


@pytest.mark.parametrize("unit", ["- a\n", "> ", "\n", "> \n", " - a\n", "```\n", "          - a\n", "1. "])
def test_a_great_deal_of_marks_is_answered(unit: str) -> None:
    assert paragraphs_of(unit * (400_000 // len(unit))) is not None
