"""Which entry an author may have meant by an id that is none: one whose name it is, or the nearest spelling."""

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from briefing_tui.model.briefing import Briefing
from briefing_tui.model.entry import Entry
from briefing_tui.source.nearest import nearest
from briefing_tui.thrift import expression

#: Spellings are compared so many times for a file, for a word and an id each: a thousand cost some 6 ms. A word is
#: compared to all ids or to none: a file that holds more ids gets no guesses.
MOST_COMPARED = 60_000

_WORD = expression(r"[^\W_]+")


class Guess(NamedTuple):
    """The ids that may be meant, best first; `sure` when it is the one entry that bears the name written."""

    ids: tuple[str, ...] = ()
    sure: bool = False


class Meant:
    """Guesses for one briefing, each made once."""

    def __init__(self, briefing: Briefing) -> None:
        self.briefing = briefing
        self._made: dict[tuple[str, tuple[str, ...], tuple[str, ...]], Guess] = {}
        self._pools: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._left = MOST_COMPARED

    def by(self, written: str, kinds: tuple[str, ...] = (), also: Iterable[str] = (), *, only: bool = False) -> Guess:
        """What may be meant by a word where entries of some kinds may stand (none: any), or these other words.

        Entries of these kinds come first; others are guessed where none of them is near, and not at all with `only`.
        """
        words = tuple(also)
        key = (written, kinds, (*words, str(only)))
        if key not in self._made:
            self._made[key] = self._guess(written, kinds, words, only)
        return self._made[key]

    def _guess(self, written: str, kinds: tuple[str, ...], words: tuple[str, ...], only: bool) -> Guess:
        named = [id for id in self._named.get(_key(written), ()) if id != written]
        allowed = [id for id in named if not kinds or self._entries[id].KIND in kinds]
        if allowed or (named and not only):
            best = allowed or named
            return Guess(tuple(best[:3]), sure=len(best) == 1 and bool(allowed))
        pools: list[tuple[tuple[str, ...], tuple[str, ...]]] = [(self._of(kinds), ())] if kinds else []
        if not only:
            pools.append((self._of(()), words))
        for pool, more in pools:
            if len(pool) <= self._left and (pool or more):
                self._left -= len(pool)
                if near := [id for id in nearest(written, (*more, *pool)) if id != written]:
                    return Guess(tuple(near))
        return Guess()

    def _of(self, kinds: tuple[str, ...]) -> tuple[str, ...]:
        """The ids of entries of some kinds; of all, where none are named."""
        ids = self._pools.get(kinds)
        if ids is None:
            ids = tuple(id for id, entry in self._entries.items() if not kinds or entry.KIND in kinds)
            self._pools[kinds] = ids
        return ids

    @cached_property
    def _entries(self) -> dict[str, Entry]:
        return {id: entry for id, entry in self.briefing.entries.items() if entry.keyed}

    @cached_property
    def _named(self) -> dict[str, list[str]]:
        """Ids by the words of the entry's id, name, title, short and aliases."""
        found: dict[str, list[str]] = {}
        for id, entry in self._entries.items():
            names = [id, entry.short or "", *getattr(entry, "aliases", ())]
            names += [getattr(entry, field, None) or "" for field in ("name", "title", "label_")]
            for key in {_key(name) for name in names if name} - {""}:
                found.setdefault(key, []).append(id)
        return found


def _key(name: str) -> str:
    """A name without case, punctuation and article."""
    words = _WORD.findall(name.casefold()[:300])
    return " ".join(words[1:] if words[:1] == ["the"] else words)
