"""A document that is made as it is read: who shows the beginning of a long one does not wait for its end."""

from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from briefing_tui.blocks.block import Block


class Unfolding(Sequence[Block]):
    """Blocks that are taken from where they are made when they are first come to, and kept.

    What is raised there is raised here, at that block and every time.
    """

    def __init__(self, blocks: Iterable[Block]) -> None:
        self._made: list[Block] = []
        self._rest = iter(blocks)
        self._fault: Exception | None = None

    def __iter__(self) -> Iterator[Block]:
        at = 0
        while self._reach(at):
            yield self._made[at]
            at += 1

    @overload
    def __getitem__(self, at: int) -> Block: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Block]: ...
    def __getitem__(self, at: int | slice) -> Block | Sequence[Block]:
        if isinstance(at, slice) or at < 0:
            return tuple(self)[at]
        if not self._reach(at):
            raise IndexError(at)
        return self._made[at]

    def __len__(self) -> int:
        for _ in self:
            pass
        return len(self._made)

    def __bool__(self) -> bool:
        return self._reach(0)

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Sequence) and tuple(self) == tuple(other))

    __hash__ = None  # type: ignore[assignment]

    def _reach(self, at: int) -> bool:
        """Makes what there is up to a block; whether there is that one."""
        while at >= len(self._made):
            if self._fault is not None:
                raise self._fault
            try:
                self._made.append(next(self._rest))
            except StopIteration:
                return False
            except Exception as fault:
                # A generator that has raised would be at its end from then on, and what is missing go unseen.
                self._fault = fault
                raise
        return True
