"""What the fields of an item in a minutes file say: a jot, or a change to one. Says what of it is not understood."""

import math
from datetime import datetime
from typing import Any

from briefing_tui.meeting.jot import KINDS, LONGEST, Jot, Kind
from briefing_tui.model.text import is_blank, one_line
from briefing_tui.model.time import When

#: What may become of a jot: each is the first key of a line, and names the jot by its number.
CHANGES = ("edit", "strike", "restore", "answered", "reopened")

_SHORT = 256
_MOST_NAMES = 50


def jot_of(fields: dict[str, Any]) -> tuple[Jot | None, str]:
    """The jot that some fields say, or None; and what of it is not understood, empty for nothing."""
    id = whole(fields.get("id"))
    kind, text = _kind(fields.get("kind", "note")), _text(fields.get("text"), LONGEST)
    if not id:
        return None, "has no number of its own (id)"
    if not text:
        return None, "has no text"
    if kind is None:
        return None, "is of no kind there is: action, decision, question, note"
    jot, why = _completed(Jot(kind, text, id), fields)
    given: dict[str, Any] = {}
    for name in ("at", "item", "step", "by"):
        if name in fields:
            if (value := _text(fields[name], _SHORT)) and (name != "at" or _is_instant(value)):
                given[name] = value
            else:
                why = why or f"`{name}` is not understood"
    if "clock" in fields:
        clock = _seconds(fields["clock"])
        given["clock"] = clock
        why = why or ("" if clock is not None else "`clock` is no number of seconds")
    return jot._replace(**given), why


def changed_by(jot: Jot | None, change: str, fields: dict[str, Any]) -> tuple[Jot | None, str]:
    """A jot after one of CHANGES; None where nothing changes, and what is not understood."""
    if jot is None:
        return None, f"changes number {one_line(str(fields[change]))[:20]}, which is not there before it"
    if change == "strike":
        return jot._replace(struck=True), ""
    if change == "restore":
        return jot._replace(struck=False), ""
    if change == "reopened":
        return jot._replace(answered=False, answer=""), ""
    text = _text(fields.get("text"), LONGEST)
    if change == "answered":
        return jot._replace(answered=True, answer=text), ""
    kind = _kind(fields.get("kind", jot.kind))
    if not text or kind is None:
        return None, "changes a jot into nothing"
    # What a line said of names and dates goes with its words.
    return _completed(jot._replace(kind=kind, text=text, names=(), due="", edited=True), fields)


def _completed(jot: Jot, fields: dict[str, Any]) -> tuple[Jot, str]:
    """A jot with what its words name: who, and by when."""
    why = ""
    if "names" in fields:
        given = fields["names"] if isinstance(fields["names"], list) else [fields["names"]]
        names = tuple(filter(None, [_text(name, _SHORT) for name in given[:_MOST_NAMES]]))
        jot = jot._replace(names=names)
        why = "" if len(names) == len(given) else "`names` are not all understood"
    if "due" in fields:
        due = _text(fields["due"], _SHORT)
        if is_due(due):
            jot = jot._replace(due=due)
        else:
            why = why or "`due` is no date"
    return jot, why


def is_due(text: str) -> bool:
    """Whether a text is a time as EDTF writes it, and one that has a place on the calendar."""
    try:
        return When.parse(text).placed
    except ValueError:
        return False


def _kind(value: Any) -> Kind | None:
    return next((kind for kind in KINDS if kind == value), None)


def _text(value: Any, most: int) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    text = one_line(str(value)[: 2 * most])
    text = text if len(text) <= most else text[: most - 1] + "…"
    return "" if is_blank(text) else text


def whole(value: Any) -> int:
    """A number of a jot, 0 for what is none."""
    text = str(value)
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 8 else 0


def _seconds(value: Any) -> float | None:
    try:
        seconds = float(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else math.nan
    except (ValueError, OverflowError):
        return None
    return seconds if 0 <= seconds < 1e9 else None


def _is_instant(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
