"""Mending a text by the edits its findings offer, round by round, until nothing more can be mended. Writes no file."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from briefing_tui.checks.engine import Verdict
from briefing_tui.source.diagnostic import Diagnostic, Edit
from briefing_tui.source.edit import compatible, edited, line_end_of, with_line_ends
from briefing_tui.source.load import Loaded

#: What one mend uncovers the next may mend; where it is not done by then, another call goes on.
MOST_ROUNDS = 20
#: Characters that are read for it, all rounds together: of a text of megabytes there are fewer rounds.
MOST_READ = 40_000_000

#: Reads a text again, as the file or stream it came from.
Reader = Callable[[str], Loaded]
Judge = Callable[[Loaded], Verdict]


class Mended(NamedTuple):
    """A text after mending: read again, judged again, and the findings that were mended, in the order it was done."""

    loaded: Loaded
    verdict: Verdict
    fixed: tuple[Diagnostic, ...]


def fix_of(found: Diagnostic, *, unsafe: bool = False) -> Edit | None:
    """The edit that mends a finding: the first whose meaning is certain; else, with `unsafe`, the first there is."""
    safe = next((edit for edit in found.edits if edit.safe), None)
    return safe or (next(iter(found.edits), None) if unsafe else None)


def mended(loaded: Loaded, read: Reader, judge: Judge, *, unsafe: bool = False) -> Mended:
    """A text with every edit made that can be, and what is left to say of it.

    Edits that are in each other's way are made one a round, the first of them first. What would cost an entry, or the
    whole briefing, is not done, and what did not help is not done again.
    """
    now = Mended(loaded, judge(loaded), ())
    seen = {loaded.text}
    refused: set[_Told] = set()
    for _ in range(min(MOST_ROUNDS, MOST_READ // (2 * len(loaded.text) + 1) + 1)):
        fixes = [fix for fix in _fixes(now, unsafe) if _told(*fix) not in refused]
        first = {id(edit) for edit in compatible(edit for _, edit in fixes)}
        made, after = _harmless(now.loaded, [fix for fix in fixes if id(fix[1]) in first], read, refused)
        if not made and any(_told(*fix) not in refused for fix in fixes):
            continue
        if after.text in seen:
            break
        seen.add(after.text)
        following = judge(after)
        refused.update(_useless(made, following))
        now = Mended(after, following, (*now.fixed, *(found for found, _ in made)))
    return now


_Fix = tuple[Diagnostic, Edit]
#: A fix, so that it is known again when others have moved it.
_Told = tuple[str, str, str]


def _told(found: Diagnostic, edit: Edit) -> _Told:
    return found.code, found.message, edit.text


def _fixes(now: Mended, unsafe: bool) -> Iterator[_Fix]:
    line_end = line_end_of(now.loaded.text)
    # One edit may mend two findings, as of a tag before an anchor: it can be made once.
    offered: set[Edit] = set()
    for found in now.verdict.findings:
        edit = fix_of(found, unsafe=unsafe)
        if edit is None or edit in offered:
            continue
        offered.add(edit)
        if now.loaded.text[edit.extent.start : edit.extent.end] != edit.text:
            yield found, with_line_ends(edit, line_end)


def _after(loaded: Loaded, fixes: list[_Fix], read: Reader) -> Loaded:
    return read(edited(loaded.text, [edit for _, edit in fixes]))


def _harmless(loaded: Loaded, fixes: list[_Fix], read: Reader, refused: set[_Told]) -> tuple[list[_Fix], Loaded]:
    """The fixes that cost the briefing nothing, also together, and what comes of them; the others are refused."""
    if not fixes:
        return [], loaded
    after = _after(loaded, fixes, read)
    if not _is_worse(after, loaded):
        return fixes, after
    if len(fixes) > 1:
        half = len(fixes) // 2
        kept = [fix for part in (fixes[:half], fixes[half:]) for fix in _harmless(loaded, part, read, refused)[0]]
        after = _after(loaded, kept, read)
        if not _is_worse(after, loaded):
            return kept, after
    refused.update(_told(*fix) for fix in fixes)
    return [], loaded


def _is_worse(after: Loaded, before: Loaded) -> bool:
    """Whether an edit cost the briefing, or entries of it."""
    if before.briefing is None or after.briefing is None:
        return before.briefing is not None
    was, now = before.briefing, after.briefing
    return len(now.omitted) > len(was.omitted) or len(now.entries) < len(was.entries)


def _useless(made: list[_Fix], after: Verdict) -> Iterator[_Told]:
    """The fixes after which the same is found at the same place again."""
    again = {(found.code, found.message, found.extent.start) for found in after.findings}
    moved = 0
    for found, edit in sorted(made, key=lambda fix: fix[1].extent):
        grown = len(edit.text) - (edit.extent.end - edit.extent.start)
        places = (found.extent.start + moved, found.extent.start + moved + grown)
        if any((found.code, found.message, place) in again for place in places):
            yield _told(found, edit)
        moved += grown
