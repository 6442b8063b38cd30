"""Makes a sequence that fails short: all but its end, then what it does not need is left out, large stretches first."""

from collections.abc import Callable
from typing import TypeVar

_T = TypeVar("_T")

#: What led to it has mostly happened a short while before; a long one takes minutes, and would be tried many times.
_ENDS = (120, 1_200, 12_000)


def shortest(sequence: list[_T], fails: Callable[[list[_T]], bool], tries: int = 200) -> list[_T]:
    """The shortest that was found to fail; the whole of it where it does not fail a second time."""
    sequence = next((end for many in _ENDS if many < len(sequence) and fails(end := sequence[-many:])), sequence)
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
