"""The lines of a minutes file: how a jot or a change is written down, and what is read from what stands there.

Writes one YAML list item a line in flow style, every text in double quotes: the file is a plain YAML document as long
as each line is. Reads line by line, and what a hand has written in another style; what it does not understand it
reports. Knows no file.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from briefing_tui.meeting.jot import Jot, Taken, Unread
from briefing_tui.meeting.minutes_items import CHANGES, changed_by, jot_of, whole
from briefing_tui.model.text import one_line

#: What is read in another style than ours, in characters, each item counted as a hundred at least: it takes the parser
#: of YAML.
MOST_FOREIGN = 400_000
_LEAST = 100
#: As many lines are looked at.
MOST_LINES = 200_000
#: What an item may have in characters, and how many items are read.
LONGEST_ITEM = 20_000
MOST_ITEMS = 50_000
#: As many unread lines are listed; the rest is counted in the last of them.
MOST_UNREAD = 1_000

_STRING = r'"(?:[^"\\]|\\.)*+"'
_VALUE = rf"{_STRING}|-?[0-9]+(?:\.[0-9]+)?|\[(?:{_STRING}(?:, {_STRING})*)?\]|true|false|null"
_PAIR = re.compile(rf"([a-z]+): ({_VALUE})(, (?=[a-z])|\}}$)")
_NUMBERED = re.compile(rb"^-[ \t]*(?:\{[ \t]*)?[\"']?id[\"']?[ \t]*:[ \t]*[\"']?([0-9]{1,8})\b", re.MULTILINE)
_OTHER = re.compile(
    rb"^-(?![ \t]*(?:\{[ \t]*)?[\"']?(?:id|edit|strike|restore|answered|reopened)[\"']?[ \t]*:)", re.MULTILINE
)
#: What stands at the beginning of a document and says nothing.
_MARKS = ("---", "...")


class Chunk(NamedTuple):
    """An item as it stands in the file: its first line, counted from 1, and its text."""

    line: int
    text: str
    sound: bool = True


def line_of(**fields: Any) -> str:
    """A jot or a change as the line that is written, without its end. What is None or empty is left out."""
    given = {key: value for key, value in fields.items() if value is not None and value != "" and value != ()}
    pairs = [f"{key}: {_written(value)}" for key, value in given.items()]
    return "- {" + ", ".join(pairs) + "}"


def _written(value: Any) -> str:
    if isinstance(value, str):
        # JSON leaves DEL, C1 and what YAML refuses as it is: cleaning takes that out of every text.
        return json.dumps(one_line(value), ensure_ascii=False)
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(_written, value))}]"
    return json.dumps(round(value, 1) if isinstance(value, float) else value)


def taken_from(data: bytes) -> Taken:
    """What a minutes file holds, whatever that is: the jots in their order, after all changes. Raises nothing."""
    jots: list[Jot] = []
    latest: dict[int, int] = {}
    changes: list[tuple[int, str, dict[str, Any]]] = []
    unread: list[Unread] = []
    for line, fields, why in _items(data):
        change = next((name for name in CHANGES if name in fields), None)
        if change is not None:
            changes.append((line, change, fields))
        elif not why:
            jot, why = jot_of(fields)
            if jot is not None:
                if jot.id in latest:
                    why = f"number {jot.id} is given a second time"
                latest[jot.id] = len(jots)
                jots.append(jot)
        if why:
            unread.append(Unread(line, why))
    for line, change, fields in changes:
        at = latest.get(whole(fields[change]))
        jot, why = changed_by(None if at is None else jots[at], change, fields)
        if at is not None and jot is not None:
            jots[at] = jot
        if why:
            unread.append(Unread(line, why))
    unread.sort()
    if len(unread) > MOST_UNREAD:
        more = len(unread) - MOST_UNREAD
        unread[MOST_UNREAD:] = [Unread(unread[MOST_UNREAD].line, f"and {more:,} more lines are not understood")]
    return Taken(tuple(jots), tuple(unread))


def _items(data: bytes) -> Iterator[tuple[int, dict[str, Any], str]]:
    """The line and the fields of each item, and why it cannot be read; where it can, that is empty."""
    foreign = 0
    for number, chunk in enumerate(_chunks(data)):
        if number >= MOST_ITEMS or chunk.line > MOST_LINES:
            yield chunk.line, {}, f"is after {MOST_ITEMS:,} items or {MOST_LINES:,} lines: the rest is not read"
            return
        fields = _plain_fields(chunk.text)
        if fields is None:
            foreign += max(_LEAST, len(chunk.text))
            fields = _fields(chunk.text) if foreign <= MOST_FOREIGN else None
        if fields is None:
            yield chunk.line, {}, "is no item of minutes"
            continue
        yield chunk.line, fields, ""
        if not chunk.sound:
            yield chunk.line, {}, "is not UTF-8"


def highest_id(data: bytes) -> int:
    """The highest number that is given in a file, 0 for none. Quick: it is asked for each line that is written."""
    highest = max([int(found) for found in _NUMBERED.findall(data)], default=0)
    foreign = 0
    for found in _OTHER.finditer(data):
        end = data.find(b"\n", found.start())
        line = data[found.start() : end if end >= 0 else len(data)]
        foreign += max(_LEAST, len(line))
        if foreign > MOST_FOREIGN:
            break
        fields = _fields(line.decode("utf-8", "replace"))
        highest = max(highest, whole((fields or {}).get("id")))
    return highest


def may_go_on(data: bytes) -> bool:
    """Whether an item may follow: what stands there is a list, or holds items of ours beside what a hand has left."""
    return _NUMBERED.search(data) is not None or all(chunk.text.startswith("-") for chunk in _chunks(data))


def is_item(line: bytes) -> bool:
    """Whether a line is a whole item: what a write that was cut off has left is none."""
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return (_plain_fields(text) or _fields(text)) is not None


def _chunks(data: bytes) -> Iterator[Chunk]:
    """The items in a file, with the lines that go on with them; blank lines and comments are passed over."""
    start, sound = 0, True
    parts: list[str] = []
    lines = data.removeprefix(b"\xef\xbb\xbf").split(b"\n", MOST_LINES + 1)
    for number, raw in enumerate(lines, 1):
        try:
            line, good = raw.decode("utf-8").rstrip(), True
        except UnicodeDecodeError:
            line, good = raw.decode("utf-8", "replace").rstrip(), False
        if not line or line.lstrip().startswith("#") or line in _MARKS:
            continue
        if parts and line[0] in " \t}]":
            parts.append(line)
            sound = sound and good
            continue
        if parts:
            yield Chunk(start, "\n".join(parts), sound)
        start, parts, sound = number, [line], good
    if parts:
        yield Chunk(start, "\n".join(parts), sound)


def _plain_fields(text: str) -> dict[str, Any] | None:
    """The fields of a line as we write it; None for anything else."""
    if not text.startswith("- {") or len(text) > LONGEST_ITEM:
        return None
    fields: dict[str, Any] = {}
    at = 3
    while (pair := _PAIR.match(text, at)) is not None:
        if pair[1] in fields:
            return None
        try:
            fields[pair[1]] = json.loads(pair[2])
        except ValueError:
            return None
        at = pair.end()
        if pair[3] == "}":
            return fields
    return None


def _fields(text: str) -> dict[str, Any] | None:
    """The fields of an item in any style of YAML; None where it is none."""
    if not text.startswith("-") or len(text) > LONGEST_ITEM:
        return None
    from briefing_tui.source.yaml_tree import UnparsedError, read_tree

    try:
        tree = read_tree(text)
    except UnparsedError:
        return None
    root = tree.root
    if tree.problems or not isinstance(root, list) or len(root) != 1 or not isinstance(root[0], dict):
        return None
    return root[0]
