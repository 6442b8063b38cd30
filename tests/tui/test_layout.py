"""Documents laid out: the beginning first and the rest later is the same as all at once."""

import pytest

from briefing_tui.blocks.block import Block, Heading, Item, Items, Note, Prose, Span
from briefing_tui.tui.layout import Layout
from briefing_tui.tui.rows import row_text


def rows(layout: Layout) -> list[str]:
    return [row_text(layout.row(y)) for y in range(layout.height)]


@pytest.mark.parametrize("close", [False, True])
def test_in_two_goes_as_in_one_wherever_the_first_ends(close: bool) -> None:
    blocks: list[Block] = [Heading((Span("Heading"),), 1)]
    for n in range(6):
        blocks += [Prose((Span(f"Paragraph {n}."),), key=f"p{n}"), Prose((Span("And on."),), key=f"q{n}")]
        blocks.append(Prose((Span("a point"),), style="bullet", key=f"b{n}"))
        blocks.append(Items((Item((Span("one"),), key=f"i{n}"), Item((Span("two"),), key=f"j{n}")), key=f"l{n}"))
        blocks += [Note((Span("A note."),)), Heading((Span("Part"),), 2)]
    whole = Layout(blocks, 60, close=close)
    for until in range(1, whole.height):
        layout = Layout(blocks, 60, until=until, close=close)
        layout.complete()
        assert rows(layout) == rows(whole)
        assert (layout.count, layout.number_of("j5")) == (whole.count, whole.number_of("j5"))
