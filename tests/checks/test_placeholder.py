"""E547: what a template leaves to be written has one form, which is found wherever it is left."""

import pytest

from briefing_tui.checks.placeholder import RULE, placeholder, placeholders_in
from tests.checks.judging import found_by, words_found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('situation: {bottom_line: "<one sentence: what happened>"}', ["<one sentence: what happened>"]),
        ("situation:\n  bottom_line: |\n    The <name of\n    the river> rises.", ["<name of\n    the river>"]),
        ("title: <one line, as a headline>", ["<one line, as a headline>"]),
        ("actors: {a: {name: <full name>, aliases: [<other name>, <third name>]}}",
         ["<full name>", "<other name>", "<third name>"]),
        ("asks: {a: {text: Decide., of: <who decides?>}}", ["<who decides?>"]),
        ("running_order: [{show: actors, notes: <what to say>}]", ["<what to say>"]),
        ('situation: {bottom_line: It reads “<what it reads>”.}', ["<what it reads>"]),
    ],
)  # fmt: skip
def test_what_is_left_to_be_written_is_found(body: str, found: list[str]) -> None:
    assert words_found(RULE, body) == found


@pytest.mark.parametrize(
    "words",
    [
        "Write `<one sentence>` there.",
        "It shows <b>bold</b> and <br/> and <script src=x>.",
        "See <https://example.org/a page> or <desk@example.org>.",
        "At 5 < x and y > 3, or 5 <x, a List<of things>, <<not this>>.",
        "A <word> alone, and an arrow -> here.",
    ],
)
def test_other_angle_brackets_are_not_found(words: str) -> None:
    assert found_by(RULE, f"situation:\n  bottom_line: |\n    {words}\n") == []


def test_a_template_writes_only_what_is_found() -> None:
    made = placeholder("who says so, and when?")
    assert made == "<who says so, and when?>"
    assert [match[0] for match in placeholders_in(f"a: '{made}'\nb: {made}  # why")] == [made, made]
    for words in ("name", "", "a > b", "a\nb" * 60, "see a@b", "two [[links]]"):
        with pytest.raises(ValueError, match="no placeholder"):
            placeholder(words)
