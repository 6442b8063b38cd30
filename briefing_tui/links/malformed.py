"""What looks like a link or citation in prose and is none, why, and what was meant. Leaves ordinary brackets alone."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefing_tui.links.places import OPENING
from briefing_tui.links.prose import Stretches, address_stretches, code_stretches, escaped, inside, links_in, merged
from briefing_tui.model.reference import ID_PATTERN, slug
from briefing_tui.thrift import expression

#: How far after an opening its closing is looked for, in characters: longer than the longest link.
_REACH = 700


@dataclass(frozen=True, slots=True)
class Malformed:
    """An opening that begins no link: `length` characters were meant as one; `better` is what to write, if clear."""

    why: str
    length: int
    better: str = ""


_LINK = expression(r"\[\[([^\[\]|]*)(?:\|([^\[\]]*))?(\]{0,2})")
_CITATION = expression(r"\[\^([^\[\]:]*)(?::([^\[\]]*))?(\]?)")
_FIRST_WORD = expression(r"\[[\[^]\s?[^\s\[\]]*")


def malformed_openings(prose: str) -> Iterator[int]:
    """The offsets of the openings in a prose that begin no link, and are not in one, in code, or after a backslash."""
    if "[[" not in prose and "[^" not in prose:
        return
    links = list(links_in(prose))
    starts = [link.start for link in links]
    closed: Stretches | None = None
    for opening in OPENING.finditer(prose):
        at = opening.start()
        # A link may stand right after an ordinary bracket.
        n = bisect_right(starts, at + 1) - 1
        if n >= 0 and at < links[n].end:
            continue
        if closed is None:
            closed = merged(code_stretches(prose) + address_stretches(prose))
        if not inside(closed, at) and not escaped(prose, at):
            yield at


def malformed_at(source: str, at: int, end: int, known: Callable[[str], bool]) -> Malformed | None:
    """What is wrong with the opening at an offset of the source text; None where these are ordinary brackets after all.

    `end` is where the prose ends; `known` tells whether a word is the id of an entry.
    """
    stop = min(end, at + _REACH)
    return _link(source, at, stop, known) if source.startswith("[[", at) else _citation(source, at, stop, known)


def _link(source: str, at: int, stop: int, known: Callable[[str], bool]) -> Malformed | None:
    match = _LINK.match(source, at, stop)
    assert match is not None
    id, words, closing = match[1].strip(), match[2], match[3]
    length = len(match[0])
    if closing == "]]":
        if not id:
            return Malformed("names no entry", length)
        if words is not None and not words.strip():
            return Malformed("has no words after the |", length, f"[[{id}]]" if known(id) else "")
        return Malformed("is too long", length)
    ordinary = not known(id) and _balanced(source, at, stop)
    if closing == "]" and not ordinary and ID_PATTERN.fullmatch(id.rpartition("#")[2]):
        better = f"{source[at : at + length]}]" if known(id) else ""
        return Malformed("ends with one bracket instead of two", length, better)
    if known(id) and words is not None:
        return Malformed("has brackets in its words", _first_word(source, at, stop))
    if ordinary:
        return None
    word = _first_word(source, at, stop)
    better = f"{source[at : at + word]}]]" if known(source[at + 2 : at + word]) else ""
    return Malformed("is never closed with ]]", word, better)


def _citation(source: str, at: int, stop: int, known: Callable[[str], bool]) -> Malformed | None:
    match = _CITATION.match(source, at, stop)
    assert match is not None
    id, place, closing = match[1].strip(), match[2], match[3]
    if not closing:
        if _balanced(source, at, stop):
            return Malformed("has brackets in it", _first_word(source, at, stop))
        return Malformed("is never closed with ]", _first_word(source, at, stop))
    length = len(match[0])
    if not id:
        return Malformed("names no source", length)
    if ID_PATTERN.fullmatch(id):
        place = " ".join(place.split()) if place else ""
        return Malformed("is not written as a citation is", length, f"[^{id}: {place}]" if place else f"[^{id}]")
    parts = [part.strip().removeprefix("^") for part in re.split(r"[,;]", id)]
    if len(parts) > 1 and place is None and all(known(part) for part in parts):
        return Malformed("names several sources at once", length, "".join([f"[^{part}]" for part in parts]))
    better = slug(id)
    written = f"[^{better}:{place}]" if place else f"[^{better}]"
    return Malformed(f"names no source: “{id}” is not an id", length, written if known(better) else "")


def _first_word(source: str, at: int, stop: int) -> int:
    match = _FIRST_WORD.match(source, at, stop)
    return len(match[0]) if match else 2


def _balanced(source: str, at: int, stop: int) -> bool:
    """Whether the brackets that open here are all closed again before a blank line."""
    depth = 0
    for n in range(at, stop):
        char = source[n]
        if char == "[":
            depth += 1
        elif char == "]":
            depth -= 1
            if not depth:
                return True
        elif char == "\n" and not source[n + 1 : n + 80].split("\n", 1)[0].strip():
            return False
    return False
