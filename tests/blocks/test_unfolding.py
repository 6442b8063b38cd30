"""A document that is made as it is read: no more than is looked at, once, and the same whatever way it is read."""

from collections.abc import Iterator

import pytest

from briefing_tui.blocks.block import Block, Heading, Note, Span
from briefing_tui.blocks.panes import pane_blocks
from briefing_tui.blocks.unfolding import Unfolding
from tests.blocks.briefings import HEAD, scope_of

BLOCKS = tuple([Note((Span(str(n)),)) for n in range(4)])


def given(made: list[int], fails_at: int = -1) -> Iterator[Block]:
    for n, block in enumerate(BLOCKS):
        if n == fails_at:
            raise ArithmeticError
        made.append(n)
        yield block


def test_what_is_looked_at_is_made_and_no_more() -> None:
    made: list[int] = []
    document = Unfolding(given(made))
    assert made == []
    assert document
    assert made == [0]
    assert document[1] is BLOCKS[1]
    assert made == [0, 1]
    beginning = iter(document)
    assert next(beginning) is BLOCKS[0]
    assert made == [0, 1]
    assert tuple(document) == BLOCKS
    assert len(document) == 4
    assert tuple(beginning) == BLOCKS[1:]
    assert made == [0, 1, 2, 3]


def test_it_is_a_sequence_like_another() -> None:
    assert Unfolding(BLOCKS) == BLOCKS
    assert Unfolding(BLOCKS) == Unfolding(BLOCKS)
    assert Unfolding(BLOCKS) != BLOCKS[1:]
    assert Unfolding(BLOCKS)[-1] is BLOCKS[-1]
    assert Unfolding(BLOCKS)[1:3] == BLOCKS[1:3]
    assert not Unfolding(())
    assert BLOCKS[2] in Unfolding(BLOCKS)
    with pytest.raises(IndexError):
        Unfolding(BLOCKS)[4]


def test_what_cannot_be_made_is_missed_every_time() -> None:
    made: list[int] = []
    document = Unfolding(given(made, fails_at=2))
    assert document[1] is BLOCKS[1]
    for _ in range(2):
        with pytest.raises(ArithmeticError):
            tuple(document)
        with pytest.raises(ArithmeticError):
            document[2]
    assert made == [0, 1]


def test_the_situation_is_made_as_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object) -> None:
        raise AssertionError("what stands at the end was made")

    monkeypatch.setattr("briefing_tui.blocks.situation._gaps", none)
    document = iter(pane_blocks(scope_of("", head=HEAD), "situation"))
    heading = next(document)
    assert isinstance(heading, Heading)
    assert heading.key == "bottom-line"
    with pytest.raises(AssertionError):
        tuple(document)
