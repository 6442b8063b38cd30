"""Where prose speaks of an entry: through links, with the sentence around each, and by a name that nobody linked.

A speaker's notes are left out unless asked for. Knows nothing of the source text.
"""

import dataclasses
import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from briefing_tui.links.index import Links, Passage
from briefing_tui.links.prose import Stretches, address_stretches, inside, links_in, merged, verbatim_stretches
from briefing_tui.links.sentence import Sentences
from briefing_tui.model.briefing import Briefing


@dataclass(frozen=True, slots=True)
class Mention:
    """One sentence that links to an entry; `start` and `end` are the offsets of the linking words in it.

    A citation is shown by the source's label in brackets.
    """

    source: str
    field: str
    sentence: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unlinked:
    """A name in prose that is no link. `start` and `end` are offsets into the prose; all `candidates` bear the name."""

    source: str
    field: str
    start: int
    end: int
    words: str
    candidates: tuple[str, ...]
    passage: Passage = dataclasses.field(repr=False, compare=False)


#: Fields that hold somebody's words as they were said: nothing is to be added there.
_VERBATIM = ("quote.text",)

_WORD = re.compile(r"\w+")
_GAP = re.compile(r"\s")

#: A name shorter than this is an initial or a mark, found everywhere.
_SHORTEST_NAME = 2

#: Names that are tried in a passage, for each of its words and at least, and names that are found in one. A file that
#: holds more is made to be slow, and loses a remark.
_TRIED, _LEAST_TRIED, _MOST_MET = 4, 200, 20_000


def mentions_of(links: Links, id: str, *, notes: bool = False) -> tuple[Mention, ...]:
    """The sentences of the prose that link to an entry or part, each once, in the order of the document."""
    return links.once(_mentions, id, notes)


def unlinked_mentions(briefing: Briefing, links: Links, *, notes: bool = False) -> tuple[Unlinked, ...]:
    """Where prose names an actor (by name, short or alias) without a link to it, in the order of the document.

    Whole words as they are written, the longest name first; not in links, code or quotations, nor where an actor's
    entry speaks of itself or the same field links to it elsewhere. All who bear the name are candidates.
    """
    del briefing  # the links know theirs
    every = links.once(_every_unlinked)
    return every if notes else tuple([unlinked for unlinked in every if not unlinked.passage.in_notes])


def unlinked_of(briefing: Briefing, links: Links, id: str, *, notes: bool = False) -> tuple[Unlinked, ...]:
    """The unlinked mentions an actor may be meant by."""
    del briefing  # the links know theirs
    return tuple([one for one in links.once(_unlinked_with, id) if notes or not one.passage.in_notes])


def _mentions(links: Links, id: str, notes: bool) -> tuple[Mention, ...]:
    found = []
    read: dict[int, Sentences] = {}
    seen: set[tuple[int, int]] = set()
    for reference in links.incoming(id):
        inline, passage = reference.inline, reference.passage
        if inline is None or passage is None or (passage.in_notes and not notes):
            continue
        sentences = read.get(passage.identity) or read.setdefault(passage.identity, Sentences(passage.text))
        where = (passage.identity, sentences.at(inline.start, inline.end)[0])
        if where not in seen:
            seen.add(where)
            words = inline.words or links.label(inline.target)
            if inline.cites:
                words = f"[{words}, {inline.at}]" if inline.at else f"[{words}]"
            around = sentences.around(inline.start, inline.end, words, links.label, spaced=inline.cites)
            found.append(Mention(passage.source, passage.field, around.text, around.start, around.end))
    return tuple(found)


def _every_unlinked(links: Links) -> tuple[Unlinked, ...]:
    names = links.once(_names)
    return tuple([one for passage in links.passages for one in _in_passage(passage, names)]) if names else ()


def _unlinked_with(links: Links, id: str) -> list[Unlinked]:
    """Only the passages that hold one of its names are judged: a dossier cannot wait for all of them."""
    names = links.once(_names)
    own = [name.text for each in names.values() for name in each if id in name.owners]
    if not own:
        return []
    return [
        unlinked
        for passage in links.passages
        if any(map(_spaced(passage.text).__contains__, own))
        for unlinked in _in_passage(passage, names)
        if id in unlinked.candidates
    ]


def _spaced(text: str) -> str:
    """The same text with spaces for all white space, character for character."""
    return text if text.isprintable() else _GAP.sub(" ", text)


class _Name(NamedTuple):
    """A name as it is written, how far into it the word stands by which it is found, and who bears it."""

    text: str
    offset: int
    owners: tuple[str, ...]


def _names(links: Links) -> dict[str, list[_Name]]:
    """The names of all actors, each under that word of it which is in the fewest: few have to be tried at any word."""
    owners: dict[str, list[str]] = {}
    for actor in links.briefing.actors:
        for name in dict.fromkeys((actor.name, actor.short or "", *actor.aliases)):
            if len(name) >= _SHORTEST_NAME:
                owners.setdefault(name, []).append(actor.id)
    shared = Counter(word for name in owners for word in set(_WORD.findall(name)))
    found: dict[str, list[_Name]] = {}
    for name, ids in owners.items():
        telling = min(_WORD.finditer(name), key=lambda match: (shared[match[0]], -len(match[0])), default=None)
        if telling is not None:
            found.setdefault(telling[0], []).append(_Name(name, telling.start(), tuple(ids)))
    return found


def _in_passage(passage: Passage, names: dict[str, list[_Name]]) -> list[Unlinked]:
    if passage.field in _VERBATIM or names.keys().isdisjoint(_WORD.findall(passage.text)):
        return []
    text = _spaced(passage.text)
    met: list[tuple[int, int, tuple[str, ...]]] = []
    left = _LEAST_TRIED
    for word in _WORD.finditer(text):
        left += _TRIED
        for name in names.get(word[0], ()):
            left -= 1
            if left < 0 or len(met) >= _MOST_MET:
                break
            start = word.start() - name.offset
            if start >= 0 and text.startswith(name.text, start) and _whole(text, start, start + len(name.text)):
                met.append((start, start + len(name.text), name.owners))
    if not met:
        return []
    inlines = list(links_in(passage.text))
    linked = {passage.source, *[inline.target for inline in inlines]}
    closed = merged(
        [(inline.start, inline.end) for inline in inlines]
        + verbatim_stretches(passage.text)
        + address_stretches(passage.text)
    )
    return [
        Unlinked(passage.source, passage.field, start, end, passage.text[start:end], owners, passage)
        for start, end, owners in _longest(met)
        if not inside(closed, start) and linked.isdisjoint(owners)
    ]


def _longest(met: list[tuple[int, int, tuple[str, ...]]]) -> list[tuple[int, int, tuple[str, ...]]]:
    """Those that no longer one overlaps, in order."""
    taken: Stretches = []
    kept = []
    for start, end, owners in sorted(met, key=lambda one: (one[0] - one[1], one[0])):
        n = bisect_right(taken, (start, end))
        if (n == 0 or taken[n - 1][1] <= start) and (n == len(taken) or end <= taken[n][0]):
            taken.insert(n, (start, end))
            kept.append((start, end, owners))
    return sorted(kept)


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch neither begins nor ends in the middle of a word."""
    first, last = text[start], text[end - 1]
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (_is_word(first) and _is_word(before)) and not (_is_word(last) and _is_word(after))


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"
