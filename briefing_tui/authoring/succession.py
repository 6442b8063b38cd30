"""The next number of a series, made of the one it supersedes: what stays true is carried over, the rest is marked.

Span edits on the old text, so that its comments and its layout stay.
"""

import re
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from briefing_tui.authoring.insertion import Pair, insertion
from briefing_tui.authoring.marks import marks, old_changes, old_marks
from briefing_tui.authoring.spelling import scalar
from briefing_tui.authoring.template import time_words
from briefing_tui.checks.placeholder import placeholder
from briefing_tui.model.briefing import Briefing
from briefing_tui.model.reference import ID_PATTERN
from briefing_tui.model.shape import fields_of
from briefing_tui.model.text import one_line
from briefing_tui.model.time import When
from briefing_tui.source.diagnostic import Edit, Extent
from briefing_tui.source.edit import edited, line_end_of, with_line_ends
from briefing_tui.source.load import Loaded, load_text
from briefing_tui.source.tree import Tree

_MODELINE = re.compile(r"#[^\r\n]*yaml-language-server:[^\r\n]*(?:\r\n?|\n)")
_LAST_NUMBER = re.compile(r"\d+(?=\D*\Z)")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")


class CannotSucceedError(ValueError):
    """No next number can be made of a briefing; why, in words for the author."""


def successor(loaded: Loaded, moment: datetime, title: str = "", first_line: str = "") -> str:
    """The text of the briefing that supersedes another, true at a moment that knows its offset from UTC.

    Without a title it has the old one's. Raises CannotSucceedError.
    """
    old = loaded.briefing
    if old is None:
        raise CannotSucceedError(f"{loaded.name} cannot be read as a briefing")
    if not ID_PATTERN.fullmatch(old.id):
        raise CannotSucceedError(f"a briefing is superseded by its id, and {old.id} cannot be one: rename the file")
    now = When.parse(time_words(moment))
    text = _changed(loaded.text, old_marks)
    for key, words in _header(old, moment, title).items():
        text = _changed(text, lambda found, key=key, words=words: _set(found.tree, key, words))  # type: ignore[misc]
    text = _changed(text, lambda found: _as_draft(found.tree))
    text = _changed(text, old_changes)
    text = _changed(text, lambda found: marks(found, now))
    return _with_head(text, old, first_line)


def next_stem(old: Briefing, moment: datetime) -> str:
    """The name of the next number's file, without its ending, after that of the old one; empty where it shows none."""
    ends_in_day = _DAY.search(old.id)
    if ends_in_day:
        return old.id[: ends_in_day.start()] + moment.date().isoformat()
    ends_in_number = re.search(r"-(\d{1,4})\Z", old.id)
    if ends_in_number and old.number in (None, ends_in_number[1]):
        return old.id[: ends_in_number.start(1)] + _next_number(ends_in_number[1])
    return ""


def _changed(text: str, edits: Callable[[Loaded], Iterable[Edit]]) -> str:
    """A text after some edits, unless they would cost it what it holds."""
    loaded = load_text(text, "it")
    line_end = line_end_of(text)
    after = edited(text, [with_line_ends(edit, line_end) for edit in edits(loaded)])
    return after if load_text(after, "it").briefing is not None else text


def _header(old: Briefing, moment: datetime, title: str) -> dict[str, str]:
    """What the header says now, by key."""
    now = time_words(moment)
    said = {"as_of": now, "number": _next_number(old.number or "1"), "supersedes": old.id}
    if title:
        said["title"] = one_line(title)
    if not old.series:
        said["series"] = placeholder("the name of the series")
    if old.covers is not None:
        said["covers"] = _interval(old.as_of.text.rpartition("/")[2], now)
    if old.next_update is not None:
        said["next_update"] = _next_update(old, moment)
    return said


def _next_number(number: str) -> str:
    last = _LAST_NUMBER.search(number)
    if last is None:
        return placeholder("the next number")
    return number[: last.start()] + str(int(last[0]) + 1).zfill(len(last[0])) + number[last.end() :]


def _interval(start: str, end: str) -> str:
    try:
        return When.parse(f"{start}/{end}").text
    except ValueError:
        return end


def _next_update(old: Briefing, moment: datetime) -> str:
    """As long after this one as it was after the old one; where that cannot be told, the next day."""
    due, since = old.next_update, old.as_of
    rhythm = timedelta(days=1)
    if due is not None and due.earliest is not None and since.earliest is not None and due.earliest > since.earliest:
        rhythm = timedelta(seconds=due.earliest - since.earliest)
    if due is not None and due.precision in ("minute", "second"):
        return time_words(moment + rhythm)
    return (moment + max(rhythm, timedelta(days=1))).date().isoformat()


def _set(tree: Tree, key: str, words: str) -> list[Edit]:
    """Writes a header, in place of what it says or, where it lacks, in the format's order."""
    written = scalar(words, flow=tree.outermost_flow((key,)) is not None)
    if tree.value((key,)) is not None:
        return [Edit(tree.extent((key,)), written, "Write it")]
    if isinstance(tree.root, dict) and key in tree.root:
        colon = tree.text.index(":", tree.extent((key,), key=True).end)
        return [Edit(Extent(colon + 1, colon + 1), f" {written}", "Write it")]
    return insertion(tree, (), Pair(key, written), list(fields_of(Briefing)))


def _as_draft(tree: Tree) -> list[Edit]:
    """Adds `draft` to the status: it is one until its marks are gone."""
    status = tree.value(("status",))
    if status is None or isinstance(status, dict):
        return _set(tree, "status", "draft") if status is None else []
    if isinstance(status, list):
        return [] if "draft" in status else insertion(tree, ("status",), Pair("", "draft"))
    return [] if status == "draft" else [Edit(tree.extent(("status",)), f"[{status}, draft]", "Write it")]


def _with_head(text: str, old: Briefing, first_line: str) -> str:
    """The text with the editor's line first, and below it where it comes from."""
    end = line_end_of(text)
    own = _MODELINE.match(text)
    told = (
        f"# Number {_next_number(old.number or '1')}, begun from {one_line(old.id)}. What may have changed since is"
        f" marked `look again`.{end}# What no longer matters may go: it stays there."
    )
    head = own[0] if own else f"{first_line}{end}" if first_line else ""
    return head + told + end + end + text[own.end() if own else 0 :]
