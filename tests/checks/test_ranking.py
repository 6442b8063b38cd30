"""The most likely scenario stands first; the fix moves it with its comments and changes nothing else."""

from collections import Counter

import pytest

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.examples import whole
from briefing_tui.checks.ranking import RULE
from briefing_tui.source.edit import edited
from briefing_tui.source.load import load_text
from tests.checks.judging import after, found_by, words_found, words_related

BLOCK = """\
outlook:
  scenarios:                   # the courses we see

    # The one to be ready for.
    over:
      title: The levee is overtopped   # at Mill Lane
      role: most-dangerous
      text: |
        Water stands in the ward.
        # this is text
      # horizon: until Friday

    gives:
      title: The levee gives way
      probability: [1, 5]


    # check: ignore[mention-without-link] nobody but the town is meant
    # The one to expect.
    holds:
      role: most-likely        # as in no. 1
      title: The levee holds
      text: >-
        The ward stays dry.
      # change: none yet
  # Signs to watch for.
  indicators:
    wet: {text: The top is wet, points_to: over}
"""

MOVED = """\
outlook:
  scenarios:                   # the courses we see

    # check: ignore[mention-without-link] nobody but the town is meant
    # The one to expect.
    holds:
      role: most-likely        # as in no. 1
      title: The levee holds
      text: >-
        The ward stays dry.
      # change: none yet

    # The one to be ready for.
    over:
      title: The levee is overtopped   # at Mill Lane
      role: most-dangerous
      text: |
        Water stands in the ward.
        # this is text
      # horizon: until Friday


    gives:
      title: The levee gives way
      probability: [1, 5]
  # Signs to watch for.
  indicators:
    wet: {text: The top is wet, points_to: over}
"""


def test_it_is_moved_with_its_comments_and_every_other_line_stays_as_it_is() -> None:
    ((edit, text),) = after(RULE, BLOCK)
    assert text == whole(MOVED)
    assert edit.safe


def test_after_the_fix_nothing_is_found_and_the_same_is_read() -> None:
    ((_, text),) = after(RULE, BLOCK)
    before, now = load_text(whole(BLOCK), "x").briefing, load_text(text, "x").briefing
    assert before is not None and now is not None  # noqa: PT018
    assert [one.id for one in now.outlook.scenarios] == ["holds", "over", "gives"]
    assert {one.id: one for one in now.outlook.scenarios} == {one.id: one for one in before.outlook.scenarios}
    assert found_by(RULE, MOVED) == []


def test_the_entry_and_what_stands_first_are_named() -> None:
    assert words_found(RULE, BLOCK) == ["holds"]
    assert words_related(RULE, BLOCK) == [["over"]]


@pytest.mark.parametrize(
    ("scenarios", "moved"),
    [
        (
            "{over: {title: Over}, holds: {title: Holds, role: most-likely}, gives: {title: Gives}}",
            "{holds: {title: Holds, role: most-likely}, over: {title: Over}, gives: {title: Gives}}",
        ),
        (
            "{\n    over: {title: Over},\n    holds: {title: Holds, role: most-likely},  # last\n    }",
            None,
        ),
        (
            "{\n    over: {title: Over},   # the worst\n    holds: {title: Holds, role: most-likely}\n    }",
            None,
        ),
        (
            "{\n    over: {title: Over},\n    holds: {title: Holds, role: most-likely}\n    }",
            "{\n    holds: {title: Holds, role: most-likely},\n    over: {title: Over}\n    }",
        ),
    ],
)
def test_in_braces_it_is_moved_unless_a_comment_would_change_sides(scenarios: str, moved: str | None) -> None:
    example = f"outlook:\n  scenarios: {scenarios}\n"
    assert words_found(RULE, example) == ["holds"]
    texts = [text for _, text in after(RULE, example)]
    assert texts == ([] if moved is None else [whole(f"outlook:\n  scenarios: {moved}\n")])


def test_a_text_without_a_last_line_end_and_with_other_line_ends_keeps_them() -> None:
    text = whole(BLOCK.partition("  # Signs")[0]).rstrip("\n").replace("\n", "\r\n")
    ((edit,),) = [found.edits for found in RULE.check(Draft(load_text(text, "x")))]
    now = edited(text, [edit])
    assert Counter(now.split("\r\n")) == Counter(text.split("\r\n"))
    assert now.count("\n") == now.count("\r\n") == text.count("\r\n")
    loaded = load_text(now, "x")
    assert loaded.briefing is not None
    assert loaded.briefing.outlook.scenarios[0].id == "holds"


def outlook(*values: str) -> str:
    scenarios = "".join(f"    way-{n}: {{title: Way {n}{value and ', '}{value}}}\n" for n, value in enumerate(values))
    return f"outlook:\n  scenarios:\n{scenarios}"


@pytest.mark.parametrize(
    ("values", "found"),
    [
        # by role
        (("", "role: most-likely"), "way-1"),
        (("role: best-case", "", "role: [most-likely, wildcard]"), "way-2"),
        # by numbers, where no role says it
        (("likelihood: unlikely", "likelihood: likely"), "way-1"),
        (("probability: 20", "probability: [50, 60]", "likelihood: very unlikely"), "way-1"),
        # the role against the numbers
        (("likelihood: unlikely, role: most-likely", "likelihood: likely"), "most-likely"),
        (("likelihood: likely", "likelihood: unlikely, role: most-likely"), "most-likely"),
    ],
)
def test_an_order_or_a_role_that_is_wrong_is_found(values: tuple[str, ...], found: str) -> None:
    assert words_found(RULE, outlook(*values)) == [found]


@pytest.mark.parametrize(
    "values",
    [
        ("role: most-likely", "role: most-dangerous"),
        ("role: most-likely, likelihood: likely", "role: most-likely, likelihood: likely"),
        ("role: most-likely, likelihood: likely", "likelihood: likely"),
        ("likelihood: likely", "likelihood: unlikely"),
        # which is likelier cannot be told
        ("likelihood: likely", "probability: 70"),
        ("likelihood: likely", "likelihood: probable"),
        ("probability: [30, 70]", "probability: [40, 60]"),
        ("", "likelihood: likely"),
        ("", ""),
        ("role: most-likely",),
    ],
)
def test_what_stands_first_or_cannot_be_told_is_let_be(values: tuple[str, ...]) -> None:
    assert found_by(RULE, outlook(*values)) == []


def test_no_fix_decides_between_role_and_numbers() -> None:
    assert list(after(RULE, outlook("likelihood: likely", "likelihood: unlikely, role: most-likely"))) == []
