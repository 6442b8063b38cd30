"""What stands in prose besides words: which links count, what is code, what is somebody's own words. Knows no entry."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator

from briefing_tui.model.reference import Inline, inline_links

Stretches = list[tuple[int, int]]

ELLIPSIS = "…"

_FENCE = re.compile(r"^[ \t]*(`{3,})[^`\n]*$", re.MULTILINE)
_TICKS = re.compile(r"`+")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")

# A quotation of more than a few sentences is more likely two quotation marks that do not belong together.
_QUOTED = re.compile(
    r"“[^“”]{1,600}”|«[^«»]{1,600}»|„[^„“”]{1,600}[“”]|"
    r"(?<!\w)\"(?=\S)(?:(?!\n[ \t]*\n)[^\"]){1,600}(?<=\S)\"(?!\w)"
)
_QUOTE_LINE = re.compile(r"^[ \t]*>.*$", re.MULTILINE)

_CITATIONS = re.compile(r"\s{0,9}\[\^[^\[\]\n]*\]")
_WEB_LINK = re.compile(r"\[([^\[\]]*)\]\((?:https?|mailto):[^()\s]*\)")
_ADDRESS = re.compile(r"(?:\[[^\[\]]{1,400}\]\()?(?:https?://|mailto:)[^\s<>]{1,2048}", re.IGNORECASE)
_STRONG = re.compile(r"\*\*|`+")
_EMPHASIS = re.compile(r"(?<![\w*_\\])[*_](?=[\w“\"'(]|$)|(?:^|(?<=[\w.,;:!?”\"')…]))[*_](?![\w*_])")


def links_in(prose: str) -> Iterator[Inline]:
    """The links and citations of a prose, in order; what stands in code or after a backslash is not one."""
    if "`" not in prose and "\\[" not in prose:
        return inline_links(prose)
    code = code_stretches(prose)
    return (link for link in inline_links(prose) if not inside(code, link.start) and not escaped(prose, link.start))


def escaped(prose: str, offset: int) -> bool:
    """Whether a backslash takes its meaning from the mark at an offset."""
    before = prose[max(0, offset - 100) : offset]
    return bool((len(before) - len(before.rstrip("\\"))) % 2)


def code_stretches(prose: str) -> Stretches:
    """Where code stands: fenced blocks, and spans between equal runs of backticks in one paragraph."""
    if "`" not in prose:
        return []
    found: Stretches = []
    at = 0
    for fence in _FENCE.finditer(prose):
        if fence.start() >= at:
            _code_spans(prose, at, fence.start(), found)
            close = re.compile(rf"^[ \t]*`{{{len(fence[1])},}}[ \t]*$", re.MULTILINE).search(prose, fence.end())
            at = close.end() if close else len(prose)
            found.append((fence.start(), at))
    _code_spans(prose, at, len(prose), found)
    return found


def _code_spans(prose: str, start: int, end: int, found: Stretches) -> None:
    while start < end:
        blank = _BLANK_LINE.search(prose, start, end)
        stop = blank.start() if blank else end
        runs = [(run.start(), run.end()) for run in _TICKS.finditer(prose, start, stop)]
        # The last run of each length: none after it can close what it might open.
        last = {run[1] - run[0]: n for n, run in enumerate(runs)}
        n = 0
        while n < len(runs):
            opening, length = runs[n], runs[n][1] - runs[n][0]
            if last[length] > n and not escaped(prose, opening[0]):
                n = next(m for m in range(n + 1, len(runs)) if runs[m][1] - runs[m][0] == length)
                found.append((opening[0], runs[n][1]))
            n += 1
        start = blank.end() if blank else end


def verbatim_stretches(prose: str) -> Stretches:
    """Where somebody's own words or code stand: block quotes, words in quotation marks, code."""
    found = code_stretches(prose)
    found += [match.span() for match in _QUOTED.finditer(prose)]
    if ">" in prose:
        found += [match.span() for match in _QUOTE_LINE.finditer(prose)]
    return merged(found)


def address_stretches(prose: str) -> Stretches:
    """Where addresses stand, with the words of a link that leads to one."""
    if ":" not in prose:
        return []
    return [match.span() for match in _ADDRESS.finditer(prose)]


def merged(stretches: Stretches) -> Stretches:
    """The same stretches in order, those that touch or overlap made one."""
    found: Stretches = []
    for start, end in sorted(stretches):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def inside(stretches: Stretches, offset: int) -> bool:
    """Whether an offset stands in one of these stretches, which are in order and do not overlap."""
    n = bisect_right(stretches, (offset, float("inf"))) - 1
    return n >= 0 and offset < stretches[n][1]


def shown(prose: str, label: Callable[[str], str]) -> str:
    """A piece of prose on one line as a reader sees it: the words of its links, no citations and no marks of emphasis.

    White space at its ends stays as one space, so that pieces can be joined.
    """
    if "[" in prose:
        pieces, at = [], 0
        for link in inline_links(prose):
            if not link.cites:
                pieces += [prose[at : link.start], link.words or label(link.target)]
                at = link.end
        prose = "".join([*pieces, prose[at:]])
        prose = _WEB_LINK.sub(r"\1", _CITATIONS.sub("", prose))
    prose = _EMPHASIS.sub("", _STRONG.sub("", prose))
    return re.sub(r"\s+", " ", prose)


def cut_end(text: str, room: int) -> str:
    """A text of at most so many characters; what does not fit gives way to an ellipsis, between words if it can."""
    if len(text) <= room:
        return text
    kept = text[: max(0, room - 1)]
    space = kept.rfind(" ", len(kept) // 2)
    return (kept[:space] if space > 0 else kept).rstrip() + ELLIPSIS if room else ""
