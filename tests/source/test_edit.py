"""Edits change what they cover and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.source.diagnostic import Edit, Extent
from briefing_tui.source.edit import compatible, edited, line_end_of, with_line_ends


def edit(start: int, end: int, text: str = "") -> Edit:
    return Edit(Extent(start, end), text, "")


def test_replaced_inserted_removed_in_any_order() -> None:
    assert edited("abcdef", [edit(5, 6), edit(0, 1, "A"), edit(3, 3, "-")]) == "Abc-de"


@pytest.mark.parametrize(
    "pair", [(edit(0, 3), edit(2, 4)), (edit(1, 1, "a"), edit(1, 1, "b")), (edit(3, 1), edit(0, 0))]
)
def test_what_overlaps_is_refused(pair: tuple[Edit, Edit]) -> None:
    with pytest.raises(ValueError, match="way"):
        edited("abcdef", pair)


def test_of_two_that_overlap_or_touch_the_first_given_is_kept() -> None:
    late, early, touching, apart = edit(4, 6, "x"), edit(3, 5, "y"), edit(6, 6, "z"), edit(0, 1)
    assert compatible([late, early, touching, apart]) == [late, apart]


EDITS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 6), st.text("xy\n", max_size=3)), max_size=12)


@given(EDITS)
def test_compatible_ones_can_be_made_and_leave_the_rest_alone(rows: list[tuple[int, int, str]]) -> None:
    text = "".join(chr(0x100 + n) for n in range(36))
    kept = compatible([edit(start, start + size, new) for start, size, new in rows])
    result = edited(text, kept)
    covered = {n for one in kept for n in range(*one.extent)}
    assert [char for char in result if char not in "xy\n"] == [char for n, char in enumerate(text) if n not in covered]
    assert len(result) == len(text) + sum(len(one.text) - (one.extent.end - one.extent.start) for one in kept)


@pytest.mark.parametrize(
    ("text", "ends"), [("a: b", "\n"), ("a\nb\r\n", "\n"), ("a\r\nb\n", "\r\n"), ("a\rb", "\r"), ("a\r", "\r")]
)
def test_lines_end_as_they_do_in_the_text(text: str, ends: str) -> None:
    assert line_end_of(text) == ends
    assert with_line_ends(edit(0, 0, "one\ntwo\r\nthree"), "\r\n").text == "one\r\ntwo\r\nthree"
