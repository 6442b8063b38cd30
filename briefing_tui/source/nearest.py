"""The nearest known words to a misspelt one: what “did you mean” is made of."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str], most: int = 3) -> list[str]:
    """The known words nearest to a word, best first; empty when none is near."""
    return get_close_matches(word[:80], list(known), most, 0.6)
