"""The nearest known words to a misspelt one: what “did you mean” is made of."""

from collections.abc import Iterable
from functools import lru_cache

#: As many words are a vocabulary, asked for again and again.
_FEW = 200


def nearest(word: str, known: Iterable[str], most: int = 3) -> list[str]:
    """The known words nearest to a word, best first; empty when none is near."""
    words = tuple(known)
    # Of a whole file's ids nothing is kept: the cache would hold on to every list of them.
    find = _nearest if len(words) <= _FEW else _nearest.__wrapped__
    return list(find(word[:80], words, most))


@lru_cache(maxsize=1024)
def _nearest(word: str, known: tuple[str, ...], most: int) -> tuple[str, ...]:
    # Of use only to what is misspelt.
    from difflib import get_close_matches

    return tuple(get_close_matches(word, known, most, 0.6))
