"""Span edits on source text: what is not inside of one stays as it is, byte for byte. Knows nothing of why."""

from bisect import bisect_left
from collections.abc import Iterable

from briefing_tui.source.diagnostic import Edit, Extent


def edited(text: str, edits: Iterable[Edit]) -> str:
    """A text with some edits made. Raises ValueError where two of them overlap, or insert at the same place."""
    parts: list[str] = []
    at, last = 0, -1
    for edit in sorted(edits, key=lambda edit: edit.extent):
        start, end = edit.extent
        if start < at or end < start or (start == end == last):
            raise ValueError("these edits are in each other's way")
        parts += [text[at:start], edit.text]
        at, last = end, start
    return "".join([*parts, text[at:]])


def compatible(edits: Iterable[Edit]) -> list[Edit]:
    """Those of some edits that can be made at one go: of two that overlap or touch, the first in this order."""
    kept: list[Edit] = []
    places: list[Extent] = []
    for edit in edits:
        n = bisect_left(places, edit.extent)
        free_before = n == 0 or places[n - 1].end < edit.extent.start
        if free_before and (n == len(places) or edit.extent.end < places[n].start):
            places.insert(n, edit.extent)
            kept.append(edit)
    return kept


def with_line_ends(edit: Edit, line_end: str) -> Edit:
    """An edit whose text ends its lines as the text it goes into does."""
    if "\n" not in edit.text or line_end == "\n":
        return edit
    return edit._replace(text=edit.text.replace("\r\n", "\n").replace("\n", line_end))


def line_end_of(text: str) -> str:
    """What ends the first line of a text: LF, CR LF or CR; LF where there is one line only."""
    at = next((n for n, char in enumerate(text) if char in "\r\n"), None)
    if at is None or text[at] == "\n":
        return "\n"
    return "\r\n" if text[at + 1 : at + 2] == "\n" else "\r"
