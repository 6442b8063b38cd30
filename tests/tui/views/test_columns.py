"""Columns under names: whole where there is room, else cut with an ellipsis; never wider than they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from briefing_tui.tui.views.columns import beyond, clipped, columns_for, name_lines

NAMES = st.text("ab é漢-/\u0301\ufe0f❤ ", min_size=1, max_size=40).filter(lambda text: text.strip())


@given(NAMES, st.integers(4, 40), st.integers(1, 4))
def test_a_name_keeps_to_its_lines_and_says_that_it_is_cut(name: str, width: int, most: int) -> None:
    lines = name_lines(name, width, most)
    assert len(lines) <= most
    assert all(cell_len(line) <= width for line in lines)
    shown = "".join("".join(lines).split())
    assert shown == "".join(name.split()) or "…" in shown


@pytest.mark.parametrize(
    ("name", "width", "lines"),
    [
        ("River Authority", 15, ("River Authority",)),
        ("River Authority", 10, ("River", "Authority")),
        ("River Authority", 8, ("River", "Authori…")),
        ("joint Turkish-Russian center", 9, ("joint", "Turkish-", "Russian…")),
        ("Mayor of Pointe-aux-Saules", 9, ("Mayor of", "Pointe-", "aux-Saul…")),
        ("河川管理局長官室", 8, ("河川管理", "局長官室")),
    ],
)
def test_names_in_lines(name: str, width: int, lines: tuple[str, ...]) -> None:
    assert name_lines(name, width, 3) == lines


@given(st.lists(NAMES, min_size=1, max_size=12), st.integers(10, 180), st.integers(4, 10), st.integers(10, 40))
def test_columns_fill_no_more_than_their_room_or_say_so(names: list[str], room: int, least: int, widest: int) -> None:
    columns = columns_for(names, room, least, widest, 3)
    assert columns.fit == (sum(columns.widths) <= room)
    assert columns.fit or len(names) * least > room
    assert all(width >= least for width in columns.widths)
    for lines, width in zip(columns.names, columns.widths, strict=True):
        assert all(cell_len(line) < width for line in lines)


@given(NAMES, st.integers(0, 30), st.integers(0, 30), st.integers(1, 30))
def test_clipped_text_stays_inside(text: str, x: int, left: int, room: int) -> None:
    at, shown = clipped(x, text, left, left + room)
    if shown:
        assert left <= at
        assert at + cell_len(shown) <= left + room
        assert shown == text or "…" in shown
    else:
        assert x + cell_len(text) <= left or x >= left + room


def test_a_wide_character_at_the_edge_leaves_its_sign() -> None:
    assert clipped(0, "a漢", 1, 2) == (1, "…")


def test_columns_out_of_sight_are_counted() -> None:
    assert beyond([5, 15, 25, 35], 10, 30) == (1, 1)
