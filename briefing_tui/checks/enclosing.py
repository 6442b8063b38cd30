"""Edits that put something around words where they are written, so that the text still is YAML afterwards."""

from briefing_tui.checks.draft import Draft
from briefing_tui.links.index import Passage
from briefing_tui.source.diagnostic import Edit, Extent
from briefing_tui.source.written import in_quotes

#: A value longer than this is not written anew for the sake of a few words in it.
_LONGEST = 2000


def enclosed(
    draft: Draft, passage: Passage, extent: Extent, before: str, after: str, title: str, *, safe: bool
) -> tuple[Edit, ...]:
    """The edit that puts `before` and `after` around the words at an extent of a passage; none where it cannot be done.

    A plain value that may not hold what is added is put in quotes as a whole.
    """
    text = draft.loaded.text
    whole = draft.places.slice(passage)
    style = text[whole.start : whole.start + 1]
    words = text[extent.start : extent.end]
    if style in ("|", ">"):
        # Where the words were not found, the extent is the whole with its head.
        return (Edit(extent, before + words + after, title, safe),) if extent.start > whole.start else ()
    if style in ("'", '"'):
        if extent.start <= whole.start:
            return ()
        return (Edit(extent, _inside(style, before) + words + _inside(style, after), title, safe),)
    head, tail = text[whole.start : extent.start] + before, after + text[extent.end : whole.end]
    if not _fits_plain(draft, whole, head, before + after):
        if whole.end - whole.start > _LONGEST:
            return ()
        return (Edit(whole, in_quotes(head + words + tail), title, safe),)
    return (Edit(extent, before + words + after, title, safe),)


def _inside(style: str, added: str) -> str:
    """What is added, as it is written between quotation marks of YAML."""
    if style == "'":
        return added.replace("'", "''")
    return added.replace("\\", "\\\\").replace('"', '\\"')


def _fits_plain(draft: Draft, whole: Extent, head: str, added: str) -> bool:
    """Whether a plain value may hold what is added to it."""
    if head[:1] in ('"', "'", "[", "{", "`"):
        return False
    tree = draft.loaded.tree
    flow = tree.outermost_flow(tree.path_at(whole.start)) is not None
    return not (flow and any(sign in added for sign in "[]{},"))
