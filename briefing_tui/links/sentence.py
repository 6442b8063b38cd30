"""The sentence around a stretch of prose, as a reader would quote it: bounded, on one line, links as their words."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefing_tui.links.prose import ELLIPSIS, cut_end, shown
from briefing_tui.model.reference import Inline, inline_links
from briefing_tui.thrift import expression

#: The longest sentence worth showing, in characters; a longer one is cut around the link.
LONGEST = 240

#: How much of a long sentence is looked at on either side of the link, in characters of the prose.
_REACH = 400

# A paragraph, an item of a list or a line of a block quote is a text of its own.
_MARKER = r"(?:>[ \t]*|[-*+][ \t]+|\d{1,3}[.)][ \t]+)"
_APART = expression(rf"\n[ \t]*\n\s*|\n[ \t]*(?={_MARKER})")
_MARKERS = expression(rf"{_MARKER}+")
_END = expression(r"[.!?…]+[\"'”’»)\]*_]*(?=\s|\[\^)|[。！？]+[」』”）]*")
_NOT_BLANK = expression(r"\S")
_NEXT = expression(r"[\s\"'“‘«(*_]*")
_LAST_WORD = expression(r"[^\s(\[\"'“‘«]*\Z")

#: What a name follows: a full stop after one of these ends no sentence.
_TITLES = frozenset(
    {"mr", "mrs", "ms", "mx", "dr", "prof", "gen", "lt", "col", "maj", "sgt", "cpl", "capt", "cdr", "cmdr", "adm",
     "gov", "sen", "rep", "pres", "hon", "rev", "fr", "st", "mt", "ft", "amb", "min", "messrs"}
)  # fmt: skip
#: What a number follows.
_COUNTED = frozenset(
    {"no", "nos", "nr", "p", "pp", "para", "art", "arts", "ch", "sec", "fig", "figs", "vol", "ca", "c", "approx", "est",
     "max", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"}
)  # fmt: skip
_ABBREVIATIONS = frozenset({"e.g", "i.e", "cf", "vs", "viz", "incl", "resp", "al"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it is shown; `start` and `end` are the offsets of the words asked for in it."""

    text: str
    start: int
    end: int


class Sentences:
    """The sentences of one prose, found in one pass: a prose may hold thousands of links."""

    def __init__(self, prose: str) -> None:
        self.prose = prose
        self._links = list(inline_links(prose))
        self._starts = [link.start for link in self._links]
        found = [stretch for low, high in self._texts() for stretch in self._sentences(low, high)]
        self._lows = [low for low, _ in found]
        self._highs = [high for _, high in found]

    @property
    def stretches(self) -> list[tuple[int, int]]:
        """Where each sentence begins and ends, in order."""
        return list(zip(self._lows, self._highs, strict=True))

    def at(self, start: int, end: int) -> tuple[int, int]:
        """Where the sentence around a stretch begins and ends; it never begins or ends inside a link."""
        first = bisect_right(self._lows, start) - 1
        last = bisect_left(self._highs, end)
        low = self._lows[first] if first >= 0 and start < self._highs[first] else start
        high = self._highs[last] if last < len(self._highs) and self._lows[last] < end else end
        return low, high

    def around(
        self, start: int, end: int, words: str, label: Callable[[str], str], *, spaced: bool = False
    ) -> Sentence:
        """The sentence around a stretch that is shown as `words`; `label` gives the words of a link that has none.

        `spaced` sets the words off by a space from what they follow. At most LONGEST characters, cut around the words
        with an ellipsis where the sentence is longer.
        """
        low, high = self.at(start, end)
        first, last = self._out_of_link(max(low, start - _REACH), 0), self._out_of_link(min(high, end + _REACH), 1)
        before = shown(self.prose[first:start], label).lstrip()
        after = shown(self.prose[end:last], label).rstrip()
        if first > low:
            before = ELLIPSIS + before
        if last < high:
            after += ELLIPSIS
        if spaced and before and not before.endswith(" "):
            before += " "
        words = cut_end(words, LONGEST)
        room = LONGEST - len(words)
        if len(before) + len(after) > room:
            after = cut_end(after, max(room // 2, room - len(before)))
            before = _cut_start(before, room - len(after))
        return Sentence(before + words + after, len(before), len(before) + len(words))

    def _texts(self) -> Iterator[tuple[int, int]]:
        """Where each text of its own begins, after its marker, and ends."""
        low = 0
        for apart in _APART.finditer(self.prose):
            if self._link_over(apart.start()) is None:
                yield self._unmarked(low), apart.start()
                low = apart.end()
        yield self._unmarked(low), len(self.prose)

    def _unmarked(self, low: int) -> int:
        marked = _MARKERS.match(self.prose, low)
        return marked.end() if marked else low

    def _sentences(self, low: int, high: int) -> Iterator[tuple[int, int]]:
        while ending := _END.search(self.prose, low, high):
            at = ending.end()
            while self._link_over(ending.start()) or not _ends(self.prose, ending, self._after_citations(at)):
                following = _END.search(self.prose, at, high)
                if following is None:
                    yield from self._trimmed(low, high)
                    return
                ending, at = following, following.end()
            at = min(self._after_citations(at), high)
            yield from self._trimmed(low, at)
            low = at
        yield from self._trimmed(low, high)

    def _trimmed(self, low: int, high: int) -> Iterator[tuple[int, int]]:
        words = _NOT_BLANK.search(self.prose, low, high)
        if words:
            yield words.start(), words.start() + len(self.prose[words.start() : high].rstrip())

    def _after_citations(self, at: int) -> int:
        """The offset after the citations that follow a full stop: they belong to what was just said."""
        for n in range(bisect_left(self._starts, at), len(self._links)):
            link = self._links[n]
            if not link.cites or self.prose[at : link.start].strip(" "):
                break
            at = link.end
        return at

    def _link_over(self, offset: int) -> Inline | None:
        """The link in the middle of which an offset stands."""
        n = bisect_left(self._starts, offset) - 1
        return self._links[n] if n >= 0 and offset < self._links[n].end else None

    def _out_of_link(self, offset: int, side: int) -> int:
        link = self._link_over(offset)
        return offset if link is None else (link.end if side else link.start)


def _ends(text: str, ending: re.Match[str], after: int) -> bool:
    """Whether these marks end a sentence: what comes next is not in lower case, and they follow no abbreviation."""
    following = _NEXT.match(text, after)
    assert following is not None
    first = text[following.end() : following.end() + 1]
    if not ending[0].startswith("."):
        return not first.islower()
    if first.islower():
        return False
    if ending[0].startswith(".."):
        return True
    word = _LAST_WORD.search(text, max(0, ending.start() - 40), ending.start())
    last = word[0].casefold() if word else ""
    if last in _TITLES or last in _ABBREVIATIONS or (last in _COUNTED and first.isdigit()):
        return False
    # An initial, or the last letter of U.S. and the like.
    return not (len(last) == 1 and last.isalpha()) and not re.fullmatch(r"(?:[a-z]\.)+[a-z]", last)


def _cut_start(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    if room <= 1:
        return ELLIPSIS[:room]
    kept = text[len(text) - room + 1 :]
    space = kept.find(" ", 0, len(kept) // 2 + 1)
    return ELLIPSIS + (kept[space + 1 :] if space >= 0 else kept)
