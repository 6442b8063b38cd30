"""Drawings: marks over lines, what scrolls and what stays, and where the arrow keys go."""

from rich.cells import cell_len

from briefing_tui.tui.drawing import Canvas, Drawing, over
from briefing_tui.tui.layout import Layout
from briefing_tui.tui.rows import Piece, row_text


def rows(canvas: Canvas) -> list[str]:
    return [row_text(canvas.row(n)) for n in range(canvas.height)]


def test_lines_join_where_they_meet() -> None:
    canvas = Canvas(20, "c")
    canvas.across(2, 8, 1)
    canvas.down(5, 0, 2)
    canvas.across(5, 8, 2)
    assert rows(canvas.finish()) == ["     ╷", "  ╶──┼──╴", "     └──╴"]


def test_marks_lie_over_lines() -> None:
    ground = [Piece(0, "──────────", "edge")]
    assert [(p.x, p.text) for p in over(ground, [Piece(3, "ab"), Piece(8, "cde")])] == [
        (0, "───"), (3, "ab"), (5, "───"), (8, "cde"),
    ]  # fmt: skip


def test_a_mark_wider_than_its_characters_covers_so_many_cells() -> None:
    found = over([Piece(0, "────────", "edge")], [Piece(2, "漢字")])
    assert [(p.x, cell_len(p.text)) for p in found] == [(0, 2), (2, 4), (6, 2)]


def test_what_scrolls_is_cut_and_the_margin_stays() -> None:
    canvas = Canvas(20, "c", margin=6)
    canvas.put(2, 0, "Ann", "node")
    canvas.put(8, 0, "first", "mark", "a")
    canvas.put(30, 0, "second words", "mark", "b")
    canvas.finish()
    assert canvas.span == 42
    assert rows(canvas) == ["  Ann   first"]
    canvas.x = 20
    assert rows(canvas) == ["  Ann     second wo…"]
    canvas.x = 22
    assert rows(canvas) == ["  Ann   second words"]


def test_a_wide_character_at_the_edge_is_left_out_whole() -> None:
    canvas = Canvas(12, "c", margin=2)
    canvas.put(4, 0, "漢字漢字", "mark", "a")
    canvas.put(30, 0, "end", "mark", "b")
    canvas.finish()
    for x in range(20):
        canvas.x = x
        row = canvas.row(0)
        assert all(piece.x + cell_len(piece.text) <= 12 for piece in row.pieces)


def test_sideways_within_the_row_down_to_what_is_nearest() -> None:
    canvas = Canvas(40, "c")
    canvas.put(2, 0, "one", "mark", "a")
    canvas.put(30, 0, "two", "mark", "b")
    canvas.put(4, 1, "three", "mark", "c")
    canvas.put(28, 1, "four", "mark", "d")
    canvas.finish()
    assert canvas.beside(0, 0, 1, 0) == (0, 1)
    assert canvas.beside(0, 1, 1, 0) is None
    assert canvas.beside(0, 1, 0, 1) == (1, 1)
    assert canvas.beside(1, 0, 0, -1) == (0, 0)
    assert canvas.beside(0, 0, 0, -1) is None


def test_spatial_arrows_cross_rows() -> None:
    canvas = Canvas(40, "c", spatial=True)
    canvas.put(2, 0, "left", "node", "a")
    canvas.put(18, 4, "middle", "node", "b")
    canvas.put(34, 8, "right", "node", "c")
    canvas.finish()
    assert canvas.beside(0, 0, 1, 0) == (1, 0)
    assert canvas.beside(1, 0, 1, 0) == (2, 0)
    assert canvas.beside(1, 0, -1, 0) == (0, 0)
    assert canvas.beside(1, 0, 0, 1) == (2, 0)
    assert canvas.beside(2, 0, 1, 0) is None


def test_the_head_stays_while_the_rest_scrolls() -> None:
    def draw(width: int) -> Canvas:
        canvas = Canvas(width, "c", head=1)
        canvas.put(2, 0, "head", "axis")
        for y in range(1, 30):
            canvas.put(2, y, f"row {y}", "mark", f"t{y}")
        return canvas.finish()

    layout = Layout((Drawing(draw, "d"),), 40)
    assert [row_text(layout.row(layout.seen_at(y, 0))).strip() for y in range(3)] == ["head", "row 1", "row 2"]
    assert [row_text(layout.row(layout.seen_at(y, 10))).strip() for y in range(3)] == ["head", "row 11", "row 12"]


def test_what_is_joined_to_one_sign_scrolls_out_of_sight_as_one() -> None:
    family, accented = "👩\u200d👩\u200d👧", "e\u0301"
    canvas = Canvas(8, "c")
    canvas.put(0, 0, f"ab{family}{accented}水yz", "mark", "t")
    canvas.finish()
    seen = []
    for canvas.x in range(1, 8):
        (piece,) = canvas.row(0).pieces
        # What is half out of sight is gone, and its other cell blank.
        assert piece.x + cell_len(piece.text) == 9 - canvas.x
        seen.append(piece.text)
    rest = f"{family}{accented}水yz"
    gone = ("", family, family, family + accented, f"{family}{accented}水", f"{family}{accented}水")
    assert seen == [f"b{rest}", *(rest.removeprefix(start) for start in gone)]
