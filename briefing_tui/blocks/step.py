"""A step of the running order as blocks: what it is called, what it says, and so much of it as has been built up."""

from collections.abc import Iterator
from typing import NamedTuple

from briefing_tui.blocks.block import Bars, Block, Blocks, Fields, Heading, Items, Note, Span, Spans, Table
from briefing_tui.blocks.cards import card_blocks
from briefing_tui.blocks.outlook import outlook_parts
from briefing_tui.blocks.panes import pane_blocks
from briefing_tui.blocks.scope import PART_NAMES, Scope, has_name
from briefing_tui.blocks.sheet import Sheet
from briefing_tui.blocks.situation import situation_blocks
from briefing_tui.model.communication import Communication
from briefing_tui.model.kinds import PANES

#: What parts are called that their key does not say.
_TITLES = {"gaps": "What is not known", "asks": "Asked of this meeting"}

#: Rows of a card that are no matter for a room.
_NOT_TOLD = frozenset({"Shown as", "CAMEO"})

#: The parts of the outlook; those of the situation are the others.
_OUTLOOK = frozenset({"summary", "judgements", "scenarios", "indicators", "implications", "assumptions"})


class Scene(NamedTuple):
    """What a step shows: its title, what stands beside that, and what stands under it."""

    title: str
    note: Spans
    blocks: Blocks


def step_title(scope: Scope, show: str) -> str:
    """What a step is called that shows a pane, a part or an entry."""
    entry = scope.entry(show)
    if entry is None:
        return _TITLES.get(show) or PART_NAMES.get(show) or scope.link(show).text
    if isinstance(entry, Communication):
        return scope.parties(entry)
    return entry.heading if has_name(entry) else entry.short or scope.designation(entry)


def step_scene(scope: Scope, show: str) -> Scene:
    """What a step shows as text. What it names may be gone, or stand in another file: then it says so."""
    title = step_title(scope, show)
    entry = scope.entry(show)
    if entry is not None:
        head, *rest = card_blocks(scope, entry)
        note = head.note if isinstance(head, Heading) else ()
        return Scene(title, note, tuple(map(_for_the_room, rest)))
    if show in PANES:
        return Scene(title, (), tuple(pane_blocks(scope, show)))
    part = _part(scope, show)
    if part:
        return Scene(title, part[0].note if isinstance(part[0], Heading) else (), part[1:])
    return Scene(title, (), (Note((Span(_absent(scope, show)),), f"step:{show}"),))


def _for_the_room(block: Block) -> Block:
    """Without what helps to find or to code an entry: its dossier has that."""
    if not isinstance(block, Fields):
        return block
    return block._replace(rows=tuple([row for row in block.rows if row.label not in _NOT_TOLD]))


def _part(scope: Scope, name: str) -> Blocks:
    """A part of one of the two documents, from its heading to the next one as high; empty where there is none."""
    sheet = Sheet(scope)
    if name in _OUTLOOK:
        outlook_parts(sheet)
    else:
        sheet.add(situation_blocks(scope))
    found: list[Block] = []
    for block in sheet.blocks:
        if found and isinstance(block, Heading) and isinstance(found[0], Heading) and block.level <= found[0].level:
            break
        if found or (isinstance(block, Heading) and block.key == name):
            found.append(block)
    return tuple(found)


def _absent(scope: Scope, show: str) -> str:
    if show in scope.briefing.omitted:
        return f"This {scope.briefing.omitted[show]} was left out, because it is not sound."
    if "#" in show:
        return "This stands in another briefing."
    return "There is nothing under this heading." if show in PART_NAMES else "There is nothing of this name."


# building up --------------------------------------------------------------------


def point_count(blocks: Blocks) -> int:
    """How many points there are to build up: paragraphs, items, rows of tables; at least one."""
    return max(1, sum(points for _, points in _grouped(blocks)))


def built_up(blocks: Blocks, points: int) -> Blocks:
    """The first points of a document, with their headings and the rows that complete them."""
    shown: list[Block] = []
    waiting: list[Block] = []
    left = points
    for block, count in _grouped(blocks):
        if not count:
            # A heading is shown with what stands under it, rows with what they complete.
            (waiting if waiting or isinstance(block, Heading) else shown).append(block)
            continue
        if left <= 0:
            break
        shown += waiting
        waiting = []
        shown.append(block if count <= left else _first_rows(block, left))
        left -= count
        if left < 0:
            break
    else:
        shown += waiting
    return tuple(shown)


def _first_rows(block: Block, number: int) -> Block:
    if isinstance(block, Items):
        return block._replace(rows=block.rows[:number])
    if isinstance(block, Table):
        return block._replace(rows=block.rows[:number], targets=block.targets[:number])
    return block._replace(rows=block.rows[:number]) if isinstance(block, Bars) else block


def _grouped(blocks: Blocks) -> Iterator[tuple[Block, int]]:
    """Each block with how many points it makes: none for headings, and for the rows that complete an item."""
    item = ""
    for block in blocks:
        if isinstance(block, Heading):
            yield block, 0
        elif isinstance(block, Items | Table | Bars):
            yield block, len(block.rows)
            item = block.rows[-1].key if isinstance(block, Items) and block.rows else ""
        elif isinstance(block, Fields) and item and block.key == f"{item}.rows":
            yield block, 0
        else:
            yield block, 1
