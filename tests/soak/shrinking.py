"""Makes a sequence that fails short: what it does not need is left out, the largest stretches first."""

from collections.abc import Callable
from typing import TypeVar

_T = TypeVar("_T")


def shortest(sequence: list[_T], fails: Callable[[list[_T]], bool], tries: int = 200) -> list[_T]:
    """The shortest that was found to fail; the whole of it where it does not fail a second time."""
    size = len(sequence) // 2
    while size and tries > 0:
        at = 0
        while at < len(sequence) and tries > 0:
            tries -= 1
            fewer = sequence[:at] + sequence[at + size :]
            if fails(fewer):
                sequence = fewer
            else:
                at += size
        size //= 2
    return sequence
