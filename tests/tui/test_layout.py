"""Documents laid out: the beginning first and the rest later is the same as all at once."""

from collections.abc import Iterator

import pytest

from briefing_tui.blocks.block import Block, Heading, Item, Items, Note, Prose, Span
from briefing_tui.tui.layout import NOT_SHOWN, Layout
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
        by_and_by = Layout(blocks, 60, until=until, close=close)
        while by_and_by.further(5):
            assert rows(by_and_by) == rows(whole)[: by_and_by.height]
        assert rows(by_and_by) == rows(whole)
        assert (layout.count, layout.number_of("j5")) == (whole.count, whole.number_of("j5"))


def test_what_cannot_be_made_is_said_where_it_would_stand() -> None:
    def given() -> Iterator[Block]:
        yield Heading((Span("Heading"),), 1)
        raise ArithmeticError

    faults: list[Exception] = []
    layout = Layout(given(), 100, failed=faults.append)
    assert rows(layout)[0].strip() == "Heading"
    assert NOT_SHOWN in rows(layout)[-1]
    assert len(faults) == 1
    with pytest.raises(ArithmeticError):
        Layout(given(), 100)
