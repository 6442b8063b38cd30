"""What holds whatever has happened: the handling is in the first row, the status line whole, the cursor seen."""

from collections.abc import Iterator

from textual._context import visible_screen_stack
from textual.screen import Screen
from textual.strip import Strip

from briefing_tui.tui.app import BriefingApp
from briefing_tui.tui.screens.library import LibraryScreen
from briefing_tui.tui.screens.reader import ReaderScreen
from briefing_tui.tui.widgets.bars import StatusLine
from briefing_tui.tui.widgets.surface import Surface

#: The smallest screen on which all of it is promised, and the largest on which it is looked at, in cells.
LEAST, MOST = (40, 8), 12_000


def broken(app: BriefingApp) -> Iterator[str]:
    """What does not hold."""
    if app.fault is not None:
        yield f"a fault: {type(app.fault).__name__}"
        return
    width, height = app.size
    if width < LEAST[0] or height < LEAST[1] or width * height > MOST:
        return
    rows = _rows(app)
    if len(rows) != height or any(row.cell_length != width for row in rows):
        yield "a row is not as wide as the screen"
        return
    for screen in reversed(app.screen_stack):
        if isinstance(screen, ReaderScreen):
            yield from _handling(screen, rows)
        if isinstance(screen, ReaderScreen | LibraryScreen):
            # What is under it is not seen.
            break
    yield from _status(app.screen, rows)
    for surface in app.screen.query(Surface):
        if surface.display and surface.is_on_screen:
            yield from _cursor(surface)


def _rows(app: BriefingApp) -> list[Strip]:
    """What can be seen."""
    token = visible_screen_stack.set(app._background_screens)
    try:
        return app.screen._compositor.render_strips()
    finally:
        visible_screen_stack.reset(token)


def _handling(screen: ReaderScreen, rows: list[Strip]) -> Iterator[str]:
    good = screen.session.good
    if good is not None and good.briefing is not None and good.briefing.tlp is not None:
        if f"TLP:{good.briefing.tlp}" not in rows[0].text:
            yield f"the handling is not in the first row: {rows[0].text.strip()!r}"


def _status(screen: Screen[object], rows: list[Strip]) -> Iterator[str]:
    for line in screen.query(StatusLine):
        if line.display and isinstance(screen, ReaderScreen | LibraryScreen):
            region = line.region
            if region.height != 1 or region.width != screen.size.width or region.bottom != screen.size.height:
                yield f"the status line is not in the last row: {region}"
            elif not rows[-1].text.strip() and not getattr(screen, "blanked", False):
                yield "the status line is empty"


def _cursor(surface: Surface) -> Iterator[str]:
    if surface.cursor < 0 or surface._pending is not None or not surface.view_height:
        return
    if not surface.cursor < surface.layout_.count:
        yield "the cursor is on nothing"
        return
    start, end = surface.layout_.rows_of(surface.cursor)
    top, height = surface.scroll_offset.y, surface.view_height
    if end <= top or start >= top + height:
        yield f"the cursor is not seen: rows {start} to {end} of {top} to {top + height} in {surface.id}"
