"""The sentence around a stretch of prose, as a reader would quote it: bounded, on one line, links as their words."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from briefing_tui.links.prose import ELLIPSIS, cut_end, shown
from briefing_tui.model.reference import Inline, inline_links

#: The longest sentence worth showing, in characters; a longer one is cut around the link.
LONGEST = 240

#: How far around the link an end of sentence is looked for, and the longest link that may reach in there.
_REACH = 400
_LONGEST_LINK = 700

# A paragraph, an item of a list or a line of a block quote is a text of its own.
_MARKER = r"(?:>[ \t]*|[-*+][ \t]+|\d{1,3}[.)][ \t]+)"
_APART = re.compile(rf"\n[ \t]*\n\s*|\n[ \t]*(?={_MARKER})")
_MARKERS = re.compile(rf"{_MARKER}+")
_END = re.compile(r"[.!?…]+[\"'”’»)\]*_]*(?=\s|\[\^)|[。！？]+[」』”）]*")
_NEXT = re.compile(r"[\s\"'“‘«(*_]*")
_LAST_WORD = re.compile(r"[^\s(\[\"'“‘«]*\Z")

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


def sentence_at(prose: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around a stretch of prose begins and ends; it never begins or ends inside a link.

    A sentence whose end is not within 400 characters is as long as that. Raises nothing for any offsets of the prose.
    """
    base = max(0, start - _REACH - _LONGEST_LINK)
    near = prose[base : end + _REACH + _LONGEST_LINK]
    start, end = start - base, end - base
    links = list(inline_links(near))
    low, high = _out_of_links(links, max(0, start - _REACH), min(len(near), end + _REACH))
    for apart in _APART.finditer(near, low, high):
        if apart.end() <= start:
            low = apart.end()
        elif apart.start() >= end:
            high = apart.start()
            break
    if (marked := _MARKERS.match(near, low)) and marked.end() <= start and (not low or near[low - 1].isspace()):
        low = marked.end()
    at = low
    while ending := _END.search(near, at, high):
        at = _after_citations(links, near, ending.end())
        if any(link.start < ending.start() < link.end for link in links) or not _ends(near, ending, at):
            continue
        if at <= start:
            low = at
        elif at >= end:
            high = min(at, high)
            break
    while low < start and near[low].isspace():
        low += 1
    while high > end and near[high - 1].isspace():
        high -= 1
    return low + base, high + base


def sentence_around(
    prose: str, start: int, end: int, words: str, label: Callable[[str], str], *, spaced: bool = False
) -> Sentence:
    """The sentence around a stretch of prose that is shown as `words`; `label` gives the words of a link that has none.

    `spaced` sets the words off by a space from what they follow. At most LONGEST characters, cut around the words with
    an ellipsis where the sentence is longer.
    """
    low, high = sentence_at(prose, start, end)
    before = shown(prose[low:start], label).lstrip()
    after = shown(prose[end:high], label).rstrip()
    if spaced and before and not before.endswith(" "):
        before += " "
    if len(words) > LONGEST:
        words = cut_end(words, LONGEST)
    room = LONGEST - len(words)
    if len(before) + len(after) > room:
        ahead = max(room // 2, room - len(before))
        after = cut_end(after, ahead)
        before = _cut_start(before, room - len(after))
    return Sentence(before + words + after, len(before), len(before) + len(words))


def _out_of_links(links: list[Inline], low: int, high: int) -> tuple[int, int]:
    for link in links:
        if link.start < low < link.end:
            low = link.start
        if link.start < high < link.end:
            high = link.end
    return low, high


def _after_citations(links: list[Inline], text: str, at: int) -> int:
    """The offset after the citations that follow a full stop: they belong to what was just said."""
    for link in links:
        if link.cites and at <= link.start and not text[at : link.start].strip(" "):
            at = link.end
    return at


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
