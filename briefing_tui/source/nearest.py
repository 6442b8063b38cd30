"""The nearest known words to a misspelt one: what “did you mean” is made of."""

from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache


def nearest(word: str, known: Iterable[str], most: int = 3) -> list[str]:
    """The known words nearest to a word, best first; empty when none is near."""
    return list(_nearest(word[:80], tuple(known), most))


@lru_cache(maxsize=1024)
def _nearest(word: str, known: tuple[str, ...], most: int) -> tuple[str, ...]:
    return tuple(get_close_matches(word, known, most, 0.6))
