"""What must be looked at again when one briefing is made of another: the edits that mark it and take old marks out.

A mark is a comment that begins with `look again`, or a placeholder where something has to be written.
"""

import re
from collections.abc import Iterator
from typing import Any

from briefing_tui.authoring.insertion import CannotInsertError, Pair, insertion
from briefing_tui.authoring.spelling import in_line, scalar
from briefing_tui.checks.placeholder import placeholder
from briefing_tui.model.briefing import Ask
from briefing_tui.model.event import Event
from briefing_tui.model.outlook import Judgement, Scenario
from briefing_tui.model.situation import Gap
from briefing_tui.model.time import When
from briefing_tui.source.diagnostic import Edit, Extent
from briefing_tui.source.load import Loaded
from briefing_tui.source.tree import Path
from briefing_tui.source.written import column, first_in_line, line_end, line_start

_LOOK = "look again"
_STILL_SO = placeholder("is this still so")
_BECAME = placeholder("what became of it")
_MOVED = placeholder("what moved it")

#: What was true then and is most likely not any more, and what to do about it.
_SECTIONS: tuple[tuple[Path, str], ...] = (
    (("running_order",), "these are the steps and the notes of the last number"),
    (("situation", "highlights"), "two to five, and what is new comes first"),
    (("situation", "figures"), "`value` and `as_of`; the value of the last number becomes `was`"),
    (("outlook", "indicators"), "`status` and `checked` of each"),
)

#: How something is judged; what changes first stands first.
_ASSESSED = ("likelihood", "probability", "confidence")

_LINE_BREAK = r"(?:\r\n?|\n)"
_OLD = re.compile(
    rf"^[ \t]*#[ ](?:{_LOOK}: |change: \{{from: |Number [^\r\n]*, begun from |What no longer matters may go: )"
    rf"[^\r\n]*{_LINE_BREAK}",
    re.MULTILINE,
)
_BLOCK_HEAD = re.compile(rf"[>|][^\r\n]*{_LINE_BREAK}\s*")


def old_marks(loaded: Loaded) -> Iterator[Edit]:
    """Takes out the marks of the number before, of which nobody needs to think any more."""
    for found in _OLD.finditer(loaded.text):
        yield Edit(Extent(*found.span()), "", "Take the mark out")


def old_changes(loaded: Loaded) -> Iterator[Edit]:
    """Takes out every `change`: it told of the number before, and this one differs from another."""
    assert loaded.briefing is not None
    for entry in loaded.briefing.entries.values():
        path = loaded.path_of(entry)
        held = loaded.tree.value(path)
        if isinstance(held, dict) and "change" in held:
            yield from _taken_out(loaded, path, held, "change")


def marks(loaded: Loaded, now: When) -> Iterator[Edit]:
    """Marks what may have changed since, as seen at a time."""
    assert loaded.briefing is not None
    for text in (("situation", "bottom_line"), ("outlook", "summary")):
        if isinstance(loaded.tree.value(text), str):
            yield _doubted(loaded, text)
    for section, words in _SECTIONS:
        if loaded.tree.value(section):
            yield from _above(loaded, section, words)
    for entry in loaded.briefing.entries.values():
        path = loaded.path_of(entry)
        if isinstance(entry, Event):
            yield from _event(loaded, path, entry, now)
        elif isinstance(entry, Judgement | Scenario):
            yield from _assessment(loaded, path, entry)
        elif isinstance(entry, Gap | Ask) and entry.due is not None and _is_past(entry.due, now):
            yield from _above(loaded, path, f"it was due {entry.due}")


def _event(loaded: Loaded, path: Path, event: Event, now: When) -> Iterator[Edit]:
    if event.phase == "ongoing":
        yield from _above(loaded, path, "is it still going on?")
    elif event.phase in ("planned", "expected") and _is_past(event.when, now):
        change = in_line({"from": event.phase, "why": _BECAME})
        try:
            yield from insertion(loaded.tree, path, Pair("change", change))
        except CannotInsertError:
            return


def _assessment(loaded: Loaded, path: Path, entry: Judgement | Scenario) -> Iterator[Edit]:
    """Below what was judged, the line that says what it was, ready for when it is judged otherwise."""
    held = loaded.tree.value(path)
    there = [key for key in held or () if key in _ASSESSED and held[key] is not None]
    if not there:
        return
    key = loaded.tree.extent((*path, there[-1]), key=True)
    if first_in_line(loaded.text, key.start) != key.start:
        return
    was = held[min(there, key=_ASSESSED.index)]
    said = f"{was[0]} to {was[1]} per cent" if isinstance(was, list) and len(was) == 2 else str(was)
    end = line_end(loaded.text, loaded.tree.extent((*path, there[-1])).end)
    indent = " " * column(loaded.text, key.start)
    yield _insert(end, f"\n{indent}# change: {{from: {scalar(said, flow=True)}, why: {_MOVED}}}")


def _is_past(when: When, now: When) -> bool:
    return when.latest is not None and now.earliest is not None and when.latest < now.earliest


def _above(loaded: Loaded, path: Path, words: str) -> Iterator[Edit]:
    """A comment on a line of its own above a key; none where the key has no line of its own."""
    key = loaded.tree.extent(path, key=True)
    start = line_start(loaded.text, key.start)
    if first_in_line(loaded.text, key.start) == key.start and isinstance(path[-1], str):
        yield _insert(start, f"{' ' * (key.start - start)}# {_LOOK}: {words}\n")


def _doubted(loaded: Loaded, path: Path) -> Edit:
    """The question put before a text: after its quotation mark, or on a first line of the block it stands in."""
    start = loaded.tree.extent(path).start
    head = _BLOCK_HEAD.match(loaded.text, start)
    if head:
        return _insert(head.end(), f"{_STILL_SO}\n{' ' * column(loaded.text, head.end())}")
    return _insert(start + (loaded.text[start] in "'\""), f"{_STILL_SO} ")


def _taken_out(loaded: Loaded, path: Path, held: dict[str, Any], name: str) -> Iterator[Edit]:
    text, tree = loaded.text, loaded.tree
    key, value = tree.extent((*path, name), key=True), tree.extent((*path, name))
    names = list(held)
    before = names[: names.index(name)]
    if text.startswith("{", tree.extent(path).start):
        start, end = key.start, value.end
        since = tree.extent((*path, before[-1])).end if before else start
        if before and "#" not in text[since:start]:
            start = since
        elif after := re.compile(r"\s*,[ \t]*").match(text, end):
            end = after.end()
        yield Edit(Extent(start, end), "", "Take it out")
    elif first_in_line(text, key.start) == key.start and len(names) > 1:
        start, end = line_start(text, key.start), line_end(text, value.end)
        after = re.compile(_LINE_BREAK).match(text, end)
        if after is None and start > 0:
            # The last line of a text that has no end of line.
            yield Edit(Extent(line_end(text, line_start(text, start - 1)), end), "", "Take it out")
        else:
            yield Edit(Extent(start, after.end() if after else end), "", "Take it out")


def _insert(at: int, text: str) -> Edit:
    return Edit(Extent(at, at), text, "Mark it")
