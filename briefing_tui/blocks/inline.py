"""One paragraph of prose to pieces: plain text, emphasis, code, links and citations. Linear, and never raises.

Knows the small Markdown of the format (and that raw HTML and images are no part of it), not what an id resolves to.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from briefing_tui.model.reference import Inline, inline_links
from briefing_tui.model.text import safe_url

PieceKind = Literal["text", "code", "entry", "source", "address"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph. `target` is an id or an address; without `words` an entry's own label is meant."""

    kind: PieceKind
    words: str
    target: str = ""
    #: The place in a source that is cited.
    at: str = ""
    #: "strong", "emphasis" or nothing.
    weight: str = ""


_SPECIAL = re.compile(r"[\\`*_\[<]")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
# Each part stops at what would begin another link, so no stretch of text is tried more than a few times.
_ADDRESSED = re.compile(r"\[([^\[\]]{1,400})\]\(((?:[^()\s<>]|\([^()\s<>]{0,200}\)){1,2048})\)")
_BARE = re.compile(r"<((?:https?://|mailto:)[^\s<>]{1,2048})>", re.IGNORECASE)
_TICKS = re.compile(r"`+")
_RUN = re.compile(r"\*+|_+")
#: A longer run of stars or underscores is a line to fill in or a rule, never emphasis.
_LONGEST_RUN = 3
#: So many signs of one paragraph are understood; what follows is shown as it is written. No hand writes as many, and a
#: file of nothing else would cost twenty seconds and 800 MB.
MOST_SIGNS = 5_000


@dataclass(slots=True)
class _Run:
    """Stars or underscores that may open or close emphasis; `left` of them have not been used."""

    char: str
    left: int
    opens: bool
    closes: bool


def pieces_of(text: str) -> list[Piece]:
    """The pieces of a paragraph in order; a newline in it counts as a space."""
    if not _SPECIAL.search(text):
        return [Piece("text", _spaced(text))] if text else []
    parts = list(_parts(text))
    found: list[Piece] = []
    words: list[str] = []
    weight = ""
    for part, its_weight in zip(parts, _weights(parts), strict=True):
        is_text = isinstance(part, _Run) or part.kind == "text"
        if words and (not is_text or its_weight != weight):
            found.append(Piece("text", "".join(words), weight=weight))
            words = []
        if isinstance(part, _Run):
            more = part.char * part.left
        elif part.kind == "text":
            more = part.words
        else:
            found.append(replace(part, weight=its_weight) if its_weight else part)
            continue
        if more:
            words.append(more)
            weight = its_weight
    if words:
        found.append(Piece("text", "".join(words), weight=weight))
    return found


def bare_words(text: str) -> str:
    """The words of a short text without emphasis and code marks: what stands between the brackets of a link."""
    return "".join([piece.words or piece.target for piece in pieces_of(text)])


def _spaced(text: str) -> str:
    return text.replace("\n", " ").replace("\t", " ")


def _parts(text: str) -> Iterator[Piece | _Run]:
    """Pieces and runs of emphasis marks that have not been weighed yet."""
    links = {link.start: link for link in inline_links(text)}
    ticks: dict[int, list[int]] | None = None
    done = at = signs = 0
    while signs < MOST_SIGNS and (special := _SPECIAL.search(text, at)):
        signs += 1
        at = special.start()
        char = text[at]
        part: Piece | _Run | None = None
        end = at + 1
        if char == "\\":
            if escaped := _ESCAPED.match(text, at):
                part, end = Piece("text", escaped[1]), escaped.end()
        elif char == "`":
            if ticks is None:
                ticks = _tick_runs(text)
            part, end = _code(text, at, ticks)
        elif char == "[":
            part, end = _link(text, at, links)
        elif char == "<":
            part, end = _bare_address(text, at)
        else:
            part, end = _run(text, at)
        if part is not None:
            if done < at:
                yield Piece("text", _spaced(text[done:at]))
            yield part
            done = end
        at = end
    if done < len(text):
        yield Piece("text", _spaced(text[done:]))


def _tick_runs(text: str) -> dict[int, list[int]]:
    runs: dict[int, list[int]] = {}
    for run in _TICKS.finditer(text):
        runs.setdefault(run.end() - run.start(), []).append(run.start())
    return runs


def _code(text: str, at: int, ticks: dict[int, list[int]]) -> tuple[Piece | None, int]:
    run = _TICKS.match(text, at)
    assert run is not None
    length = run.end() - at
    starts = ticks.get(length, [])
    n = bisect_right(starts, at)
    if n == len(starts):
        return None, run.end()
    code = _spaced(text[run.end() : starts[n]])
    if code[:1] == code[-1:] == " " and code.strip():
        code = code[1:-1]
    return Piece("code", code), starts[n] + length


def _link(text: str, at: int, links: dict[int, Inline]) -> tuple[Piece | None, int]:
    if (link := links.get(at)) and link.target:
        if link.cites:
            return Piece("source", "", link.target, link.at or ""), link.end
        return Piece("entry", bare_words(link.words or ""), link.target), link.end
    if (named := _ADDRESSED.match(text, at)) and (url := safe_url(named[2])):
        return Piece("address", bare_words(_spaced(named[1])), url), named.end()
    return None, at + 1


def _bare_address(text: str, at: int) -> tuple[Piece | None, int]:
    if (bare := _BARE.match(text, at)) and (url := safe_url(bare[1])):
        return Piece("address", url.removeprefix("mailto:"), url), bare.end()
    return None, at + 1


def _run(text: str, at: int) -> tuple[_Run | None, int]:
    run = _RUN.match(text, at)
    assert run is not None
    end = run.end()
    before, after = text[at - 1 : at] if at else "", text[end : end + 1]
    # Marks inside a word are the word's own, as in snake_case and 2*3*4; two stars there are meant.
    within_words = run[0][0] == "*" and end - at > 1
    opens = bool(after) and not after.isspace() and (within_words or not before.isalnum())
    closes = bool(before) and not before.isspace() and (within_words or not after.isalnum())
    if end - at > _LONGEST_RUN or not (opens or closes):
        return None, end
    return _Run(run[0][0], end - at, opens, closes), end


def _weights(parts: list[Piece | _Run]) -> list[str]:
    """For each part, what weight it bears. Runs keep what was not used, and that is shown as text."""
    strong, emphasis = [0] * (len(parts) + 1), [0] * (len(parts) + 1)
    stack: list[tuple[int, _Run]] = []
    waiting = {"*": 0, "_": 0}
    for n, part in enumerate(parts):
        if not isinstance(part, _Run):
            continue
        while part.closes and part.left and waiting[part.char]:
            while stack[-1][1].char != part.char:
                waiting[stack.pop()[1].char] -= 1
            at, opener = stack[-1]
            used = min(opener.left, part.left, 2)
            change = strong if used == 2 else emphasis
            change[at + 1] += 1
            change[n] -= 1
            opener.left -= used
            part.left -= used
            if not opener.left:
                stack.pop()
                waiting[part.char] -= 1
        if part.opens and part.left:
            stack.append((n, part))
            waiting[part.char] += 1
    weights: list[str] = []
    for n in range(len(parts)):
        if n:
            strong[n] += strong[n - 1]
            emphasis[n] += emphasis[n - 1]
        weights.append("strong" if strong[n] else "emphasis" if emphasis[n] else "")
    return weights
