"""The heading of a step as a drawing: large letters where they fit, else its words in bold; a rule under it."""

from rich.cells import cell_len

from briefing_tui.blocks.block import Span, Spans, text_of
from briefing_tui.tui.bigtype import big_lines
from briefing_tui.tui.drawing import Canvas, Drawing, Grid
from briefing_tui.tui.rows import GUTTER, wrapped


def heading_drawing(text: str, note: Spans, key: str, most: int = 1) -> Drawing:
    """A heading of so many lines at most, with a note at its right, such as a count. The cursor passes over it."""

    def draw(width: int) -> Grid:
        canvas = Canvas(width, key)
        room = max(2, width - 2 * GUTTER)
        height, end = _letters(canvas, text, most) or _words(canvas, text, room)
        cells = cell_len(text_of(note))
        if cells and end + 2 + cells <= room:
            _put(canvas, note, GUTTER + room - cells, height - 1)
        elif cells:
            for row in wrapped(note, GUTTER, room, "count"):
                for piece in row:
                    canvas.put(piece.x, height, piece.text, piece.role)
                height += 1
        canvas.put(GUTTER, height, "─" * room, "rule")
        return canvas.finish()

    return Drawing(draw, key)


def large_lines(text: str, width: int, most: int) -> tuple[tuple[str, ...], ...] | None:
    """The lines of a heading in large letters, each its rows; None where more than `most` are needed at a width."""
    return big_lines(text, max(2, width - 2 * GUTTER), most)


def _letters(canvas: Canvas, text: str, most: int) -> tuple[int, int] | None:
    """Draws large letters; how many rows they take and how long the last line is, None where they do not fit."""
    lines = large_lines(text, canvas.width, most)
    if lines is None:
        return None
    y = 0
    for n, line in enumerate(lines):
        # What hangs below one line must not touch what stands up from the next.
        y += n > 0
        for row in line:
            if ink := row.rstrip():
                canvas.put(GUTTER, y, ink, "title")
            y += 1
    return y, len(lines[-1][0])


def _words(canvas: Canvas, text: str, room: int) -> tuple[int, int]:
    """Sets the words plainly; how many rows they take and how long the last one is."""
    rows = wrapped((Span(text, "title"),), GUTTER, room, "title")
    for y, row in enumerate(rows):
        for piece in row:
            canvas.put(piece.x, y, piece.text, piece.role)
    return len(rows), sum(cell_len(piece.text) for piece in rows[-1])


def _put(canvas: Canvas, spans: Spans, x: int, y: int) -> None:
    for span in spans:
        canvas.put(x, y, span.text, span.role or "count")
        x += cell_len(span.text)
