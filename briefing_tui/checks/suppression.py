"""What an author ignores in the file itself, with a reason: `# check: ignore[rule-name, CODE] the reason`.

On a line of its own it holds for the entry or key that follows and all in it; at the end of a line for that line, and
for the text that begins or ends there. What cannot be read as a part of the briefing (F, Y, M) cannot be ignored.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from briefing_tui.checks.names import ALWAYS, KNOWN, code_of, nearest_name
from briefing_tui.source.codes import finding
from briefing_tui.source.diagnostic import Diagnostic, Edit, Extent, shown
from briefing_tui.source.load import Loaded
from briefing_tui.source.tree import Path, Tree
from briefing_tui.source.written import first_in_line, line_end, line_start

#: As many comments as are heeded in one file; one with more is not a briefing.
MOST = 1000

# Compiled when a text has such a comment: most have none.
_COMMENT = r"(?<![^ \t\r\n])#[ \t]*check:[ \t]*ignore\b(?P<names>[ \t]*\[(?P<list>[^\[\]\r\n]*)\])?"
_NAME = r"[^\s,]+"
_FORM = "Write `# check: ignore[rule-name] the reason`"


#: What a comment has no say in: what the loader leaves out, and what is wrong with the comments themselves.
_NEVER = (*ALWAYS, "S")


class Word(NamedTuple):
    """A name or code in the brackets of a comment, and what it means; None for what names nothing."""

    text: str
    extent: Extent
    code: str | None


class Ignore(NamedTuple):
    """A comment that ignores findings. `holds` is the text it is about; None where it stands before nothing."""

    comment: Extent
    words: tuple[Word, ...]
    reason: str
    holds: Extent | None

    @property
    def codes(self) -> tuple[str, ...]:
        """What it ignores: nothing without a reason, and nothing that cannot be ignored."""
        if not self.reason:
            return ()
        return tuple(word.code for word in self.words if word.code and not word.code.startswith(_NEVER))


class Suppressed(NamedTuple):
    """A finding that is not reported, and the author's reason."""

    finding: Diagnostic
    reason: str


def parted(
    loaded: Loaded, found: list[Diagnostic], takes: Callable[[str], bool]
) -> tuple[list[Diagnostic], list[Suppressed]]:
    """Findings that stand, and those that are ignored; what is wrong with the comments themselves is among the first.

    `takes` tells which codes were looked for at all.
    """
    if "check:" not in loaded.text:
        return found, []
    comments = list(ignores(loaded))
    if not comments:
        return found, []
    used: set[tuple[int, str]] = set()
    standing: list[Diagnostic] = []
    hidden: list[Suppressed] = []
    for problem in found:
        by = _ignored_by(problem, comments)
        if by is None:
            standing.append(problem)
        else:
            used.add((by.comment.start, problem.code))
            hidden.append(Suppressed(problem, by.reason))
    for comment in comments:
        standing += [problem for problem in _wrong(loaded, comment, used, takes) if takes(problem.code)]
    return standing, hidden


def ignores(loaded: Loaded) -> Iterator[Ignore]:
    """The comments of a text that ignore findings, in order."""
    text, tree = loaded.text, loaded.tree
    following = 0
    for match, _ in zip(re.finditer(_COMMENT, text), range(MOST), strict=False):
        start, end = match.start(), line_end(text, match.end())
        at = tree.path_at(start)
        if _inside_scalar(tree, at, start):
            continue
        reason = text[match.end() : end].strip(" \t:–—-")
        if match["names"] is None and reason and code_of(reason.split()[0].strip("[](),:")) is None:
            # Words that happen to begin so.
            continue
        first = match.start("list")
        words = tuple(
            Word(name[0], Extent(first + name.start(), first + name.end()), code_of(name[0]))
            for name in re.finditer(_NAME, match["list"] or "")
        )
        own = first_in_line(text, start)
        if text[own] == "#":
            # Comments that follow one another stand before the same thing.
            following = following if following > end else _next_written(text, end)
            holds = _following(tree, following, own)
        else:
            holds = _beside(tree, at, start)
        yield Ignore(Extent(start, end), words, reason if re.search(r"\w", reason) else "", holds)


def _ignored_by(problem: Diagnostic, comments: list[Ignore]) -> Ignore | None:
    """The comment nearest above a finding that ignores it."""
    at = problem.extent.start
    for comment in reversed(comments):
        if problem.code in comment.codes and comment.holds and comment.holds.start <= at <= comment.holds.end:
            return comment
    return None


# where a comment holds ---------------------------------------------------------


def _inside_scalar(tree: Tree, path: Path, at: int) -> bool:
    """Whether an offset is inside a quoted value, a block or a key: then a # is a # there."""
    places = [tree.extent(path, key=True)] if path and isinstance(path[-1], str) else []
    if not isinstance(tree.value(path), dict | list):
        places.append(tree.extent(path))
    return any(place.start <= at < place.end and not _in_head(tree.text, place, at) for place in places)


def _in_head(text: str, place: Extent, at: int) -> bool:
    """Whether an offset is on the line of the > or | that begins a block: there a comment is one."""
    return text[place.start] in "|>" and at < line_end(text, place.start)


def _next_written(text: str, at: int) -> int:
    """Where the next line that is neither blank nor a comment has its first character, after the line of an offset."""
    while (at := line_end(text, at) + 1) < len(text):
        first = first_in_line(text, at)
        # Between CR and LF, what is left of the line is no character of it.
        if first < line_end(text, at) and text[first] not in "#\r":
            return first
    return len(text)


def _following(tree: Tree, first: int, comment: int) -> Extent | None:
    """The outermost key or item that begins at an offset or after it, unless the comment is indented deeper."""
    text = tree.text
    if first >= len(text) or comment - line_start(text, comment) > first - line_start(text, first):
        return None
    path = tree.path_at(max(first, line_end(text, first) - 1))
    for depth in range(1, len(path) + 1):
        key = tree.extent(path[:depth], key=True)
        if key.start >= first:
            # Above everything: also what is said of the document as a whole, at its very beginning.
            start = 0 if path[:1] == path[:depth] and next(iter(tree.root)) == path[0] else first
            return Extent(start, max(key.end, tree.extent(path[:depth]).end))
    return None


def _beside(tree: Tree, path: Path, comment: int) -> Extent:
    """The line of a comment, and the text that begins or ends on it."""
    start, end = line_start(tree.text, comment), line_end(tree.text, comment)
    if isinstance(tree.value(path), dict | list):
        return Extent(start, end)
    value = tree.extent(path)
    if line_end(tree.text, value.end) < start:
        return Extent(start, end)
    return Extent(min(start, value.start), max(end, value.end))


# what is wrong with a comment ---------------------------------------------------------


def _wrong(
    loaded: Loaded, comment: Ignore, used: set[tuple[int, str]], takes: Callable[[str], bool]
) -> Iterator[Diagnostic]:
    if not comment.words:
        yield finding("S902", comment.comment, "This comment ignores nothing: it names no rule", _FORM)
        return
    for word in comment.words:
        if word.code is None:
            meant = nearest_name(word.text)
            edits = (Edit(word.extent, meant, f"Write {meant}", safe=False),) if meant else ()
            help = f"Did you mean `{meant}`?" if meant else "`briefing explain` lists what there is"
            yield finding("S902", word.extent, f"No rule is called “{shown(word.text)}”", help, edits=edits)
        elif word.code.startswith(_NEVER):
            yield finding(
                "S902",
                word.extent,
                f"“{shown(word.text)}” cannot be ignored",
                f"Mend what it finds: {_lower(KNOWN[word.code].summary)}",
            )
    if not comment.reason:
        message = "This ignores a finding without a reason, and so ignores nothing"
        yield finding("S901", comment.comment, message, "Write the reason after the bracket, in words")
        return
    idle = [word for word in comment.words if word.code in comment.codes and takes(word.code or "")]
    idle = [word for word in idle if (comment.comment.start, word.code) not in used]
    if idle:
        yield _idle(loaded.text, comment, idle)


def _idle(text: str, comment: Ignore, idle: list[Word]) -> Diagnostic:
    names = ", ".join(word.text for word in idle)
    if len(idle) == len(comment.words):
        extent = comment.comment
        edit = Edit(_whole(text, extent), "", "Remove the comment", safe=False)
    else:
        extent = idle[0].extent
        kept = ", ".join(word.text for word in comment.words if word not in idle)
        edit = Edit(Extent(comment.words[0].extent.start, comment.words[-1].extent.end), kept, "Remove it", safe=False)
    why = "there is nothing it could hold for" if comment.holds is None else "nothing of the kind is found here"
    return finding(
        "S903",
        extent,
        f"This ignores {shown(names)}, but {why}",
        "Remove it, or put it where it is wanted",
        edits=(edit,),
    )


def _whole(text: str, comment: Extent) -> Extent:
    """A comment with the space before it; with its line where it has one of its own."""
    start = line_start(text, comment.start)
    if first_in_line(text, comment.start) == comment.start:
        return Extent(start, comment.end + (2 if text.startswith("\r\n", comment.end) else 1))
    return Extent(start + len(text[start : comment.start].rstrip()), comment.end)


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
