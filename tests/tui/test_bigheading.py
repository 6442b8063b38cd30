"""Headings of a meeting: large where they fit, else plain and whole; the cursor passes over them."""

import pytest
from rich.cells import cell_len

from briefing_tui.blocks.block import Prose, Span, Spans
from briefing_tui.tui.bigheading import heading_drawing
from briefing_tui.tui.bigtype import big
from briefing_tui.tui.layout import Layout
from briefing_tui.tui.rows import row_text
from tests.tui.hostile import NAMES


def shown(text: str, width: int, note: str = "", most: int = 1) -> list[str]:
    spans: Spans = (Span(note),) if note else ()
    layout = Layout((heading_drawing(text, spans, "h", most),), width)
    assert layout.count == 0
    return [row_text(layout.row(y)) for y in range(layout.height)]


def inked(text: str) -> list[str]:
    rows = big(text, 500)
    assert rows is not None
    return [f"  {row}".rstrip() for row in rows]


def test_large_where_it_fits_with_a_rule_under_it() -> None:
    *letters, rule = shown("Highlights", 80)
    assert letters == inked("Highlights")
    assert rule == "  " + "─" * 76


def test_two_lines_where_there_is_room_for_them_and_never_touching() -> None:
    text = "What the parties may ask of the mission"
    assert shown(text, 120)[0] == f"  {text}"
    *letters, _ = shown(text, 120, most=2)
    assert letters == [*inked("What the parties may"), "", *inked("ask of the mission")]


def test_plain_and_whole_where_it_does_not_fit() -> None:
    assert shown("What the parties may ask of the mission", 40) == [
        "  What the parties may ask of the",
        "  mission",
        "  " + "─" * 36,
    ]
    assert shown("Гадрут", 120)[0] == "  Гадрут"


def test_letters_and_words_are_in_the_role_of_a_title() -> None:
    for text, width in (("Events", 80), ("Events", 12)):
        layout = Layout((heading_drawing(text, (), "h"),), width)
        *rows, rule = [layout.row(y) for y in range(layout.height)]
        assert {piece.role for row in rows for piece in row.pieces} == {"title"}
        assert [piece.role for piece in rule.pieces] == ["rule"]


def test_a_note_stands_at_the_right_or_below() -> None:
    assert shown("Events", 80, "12 of 30")[3].endswith("  12 of 30")
    assert shown("Events", 30, "12 of 30")[-2] == "  12 of 30"
    assert shown("Гадрут", 40, "12 of 30")[0] == "  Гадрут" + " " * 22 + "12 of 30"


def test_one_blank_row_between_the_rule_and_what_follows_and_the_cursor_begins_there() -> None:
    layout = Layout((heading_drawing("Events", (), "h"), Prose((Span("And then."),), key="p")), 80)
    assert [row_text(layout.row(y)) for y in range(4, 7)] == ["  " + "─" * 76, "", "  And then."]
    assert (layout.count, layout.start, layout.stop(0).key) == (1, 0, "p")


@pytest.mark.parametrize("text", ["", *NAMES, "W" * 5000])
@pytest.mark.parametrize("width", [1, 4, 12, 40, 120])
def test_any_text_at_any_width(text: str, width: int) -> None:
    for note in ("", "水" * 30):
        assert all(cell_len(row) <= max(width, 4) for row in shown(text, width, note))
