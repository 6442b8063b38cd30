"""A click is on the line that is seen where it was made, also within an edge."""

from briefing_tui.tui.widgets.surface import Surface
from tests.tui.reading import FLAGSHIP, reading


async def test_a_click_on_a_card_is_on_the_line_that_is_seen_there() -> None:
    async with reading(FLAGSHIP, size=(80, 24)) as r:
        await r.press("question_mark")
        card = r.app.screen.query_one("#card", Surface)
        assert card.gutter.top == 1
        for y in range(card.view_height):
            before = card.cursor
            await r.pilot.click("#card", offset=(5, 1 + y))
            stop = card.layout_.row(card.layout_.seen_at(y, card.scroll_offset.y)).stop
            assert card.cursor == (stop if stop >= 0 else before)
        last = card.cursor
        await r.pilot.click("#card", offset=(5, 1 + card.view_height))
        assert card.cursor == last > 5
