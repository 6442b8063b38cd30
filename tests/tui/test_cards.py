"""Cards side by side: as many as the width holds, in the middle, each whole; one of them marked by a word."""

from itertools import pairwise

import pytest
from rich.cells import cell_len

from briefing_tui.tui.cards import HERE, Card, Cards
from briefing_tui.tui.rows import row_text
from tests.tui.hostile import NAMES


def drawn(cards: list[Card], width: int, at: int = 0, rows: int = 10) -> tuple[Cards, list[str]]:
    grid = Cards(cards, at, width, rows)
    return grid, [row_text(grid.row(y)) for y in range(grid.height)]


def numbered(number: int, title: str = "A title") -> list[Card]:
    return [Card(f"{title} {n}", f"{n} min") for n in range(1, number + 1)]


def test_a_card_says_number_title_and_note() -> None:
    _, rows = drawn([Card("How much water the dam lets through", "Ladder · 3 min")], 39, rows=4)
    assert [row.strip() for row in rows] == [
        "╭─ 1 ─────────────────── ● here ─╮",
        "│ How much water the dam lets    │",
        "│ through                        │",
        "╰─────────────── Ladder · 3 min ─╯",
    ]


@pytest.mark.parametrize(("width", "columns"), [(39, 1), (59, 2), (79, 3), (119, 4), (199, 7)])
def test_as_many_stand_side_by_side_as_the_width_holds(width: int, columns: int) -> None:
    grid, rows = drawn(numbered(300), width)
    assert grid.columns == columns
    cells = [end - start for _, start, end in (grid.cells(0, link) for link in range(columns))]
    assert len(set(cells)) == 1
    assert 23 <= cells[0] <= 34
    assert all(a < b for (_, _, a), (_, b, _) in pairwise(grid.cells(0, link) for link in range(columns)))
    assert max(map(cell_len, rows)) < width


@pytest.mark.parametrize("number", [1, 2, 3, 5, 8, 10, 13])
def test_a_few_cards_stand_in_the_middle_and_no_wider_than_they_may(number: int) -> None:
    grid, rows = drawn(numbered(number), 199)
    rows = [row for row in rows if row.strip()]
    left = min(len(row) - len(row.lstrip()) for row in rows)
    assert abs(left - (199 - max(map(len, rows)))) <= 1
    assert max(map(len, rows)) - left <= 34 * grid.columns + 2 * (grid.columns - 1)
    assert grid.count * grid.columns - number < grid.columns


def test_there_is_air_between_the_rows_where_all_of_them_are_in_view_and_only_there() -> None:
    grid, rows = drawn(numbered(10), 79, rows=21)
    assert grid.count == 4
    assert sum(not row.strip() for row in rows) == 5
    grid, rows = drawn(numbered(10), 79, rows=20)
    assert all(row.strip() for row in rows)


def test_a_long_title_takes_three_lines_and_then_says_that_it_goes_on() -> None:
    _, rows = drawn([Card("word " * 60)], 39, rows=5)
    assert len(rows) == 5
    assert rows[3].rstrip(" │").endswith("…")
    assert not any("…" in row for row in drawn([Card("word " * 15)], 39)[1])


def test_one_is_marked_by_a_word_and_no_other_is() -> None:
    _, rows = drawn(numbered(10), 79, at=4)
    (row,) = [row for row in rows if HERE in row]
    assert row.index(HERE) > row.index(" 5 ")
    assert row.index(HERE) < row.index(" 6 ")


@pytest.mark.parametrize("text", ["", *NAMES, "W" * 500])
@pytest.mark.parametrize("width", [12, 39, 79])
def test_any_title_at_any_width_stays_in_its_card(text: str, width: int) -> None:
    grid, rows = drawn([Card(text, text), Card("other")] * 3, width)
    for y, row in enumerate(rows):
        assert cell_len(row) < width
        assert grid.stop_at(y) < 0 or row.strip()[-1] in "╮│╯"


def test_paging_keeps_the_column_and_always_goes_on() -> None:
    grid, _ = drawn(numbered(300), 79)
    assert grid.columns == 3
    numbers = [1]
    while numbers[-1] < 297:
        numbers.append(grid.page(numbers[-1], 1, 21))
        assert numbers[-1] > numbers[-2]
        assert numbers[-1] % 3 == 1
    assert grid.page(4, -1, 21) == 1
    assert grid.page(1, 1, 2) == 4
