"""One message as an arrow between lifelines, cell by cell: where it starts, whom it reaches and what they say of it.

An arrow has a head at each recipient, on the side it comes from; at the recipient's line stands the answer.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len

from briefing_tui.blocks.marks import Mark
from briefing_tui.tui.rows import Piece
from briefing_tui.tui.views.saying import NOBODY

#: What somebody tells itself.
_ITSELF = "↺"
_SHAFT, _TO_RIGHT, _TO_LEFT = "━", "►", "◄"
_FROM = {(False, True): "┣", (True, False): "┫", (True, True): "╋", (False, False): "│"}
#: So long is an arrow from or to nobody, in cells, beyond the lifeline.
_STUB = 4
#: What somebody alone tells itself goes out and comes back: the upper row and the lower, from the lifeline on.
_LOOP = ("┣━┓", "│◄┛")


class Arrow(NamedTuple):
    """Where a message starts and where it ends: the cells of the lifelines. Where it has neither, it is at `x`."""

    senders: tuple[int, ...]
    recipients: tuple[int, ...]
    x: int = 0

    @property
    def start(self) -> int:
        """The first cell."""
        ends = (*self.senders, *self.recipients)
        return min(ends) - (0 if self.senders else _STUB) if ends else self.x

    @property
    def end(self) -> int:
        """The cell after the last."""
        beyond = _STUB if not self.recipients else len(_LOOP[0]) - 1 if self.loop else 0
        return max((*self.senders, *self.recipients, self.x)) + 1 + beyond

    @property
    def loop(self) -> bool:
        """Whether somebody alone tells itself."""
        return len(self.senders) == 1 and self.senders == self.recipients


def arrow_pieces(
    arrow: Arrow, answers: Mapping[int, Mark], channel: Mark | None, left: int, right: int, target: str
) -> list[Piece]:
    """The pieces of an arrow between two cells, in order; all are the link 0 to the message.

    `answers` are what recipients say, by the cells of their lifelines.
    """
    if arrow.loop:
        return _pieces(_loop(arrow.start, 1, answers), left, right, target)
    start, end = max(arrow.start, left), min(arrow.end, right)
    cells = dict.fromkeys(range(start, end), (_SHAFT, "mark"))
    for x in arrow.senders:
        on_left = min((*arrow.recipients, x)) < x
        on_right = not arrow.recipients or max((*arrow.recipients, x)) > x
        cells[x] = (_FROM[on_left, on_right], "mark")
    if not arrow.recipients:
        cells[arrow.end - 1] = (NOBODY.glyph, NOBODY.role)
    if not arrow.senders:
        cells[arrow.start] = (NOBODY.glyph, NOBODY.role)
    heads: set[int] = set()
    for x in arrow.recipients:
        senders = [*arrow.senders, *([] if arrow.senders else [arrow.start])]
        heads |= {x - 1} if any(sender < x for sender in senders) else set()
        heads |= {x + 1} if any(sender > x for sender in senders) else set()
        if x - 1 in heads:
            cells[x - 1] = (_TO_RIGHT, "mark")
        if x + 1 in heads:
            cells[x + 1] = (_TO_LEFT, "mark")
        if x in answers:
            cells[x] = (answers[x].glyph, answers[x].role)
        elif x not in arrow.senders:
            cells[x] = ("│", "grid")
    for x in set(arrow.senders) & set(arrow.recipients):
        cells[next(at for at in (x + 1, x - 1, x + 2) if at not in heads)] = (_ITSELF, "mark")
    if channel is not None:
        _name(cells, arrow, channel)
    return _pieces(cells, left, right, target)


def loop_pieces(arrow: Arrow, left: int, right: int, target: str) -> list[Piece]:
    """What stands in the row above an arrow: where it goes out of one who tells itself."""
    return _pieces(_loop(arrow.start, 0, {}), left, right, target) if arrow.loop else []


def _loop(x: int, row: int, answers: Mapping[int, Mark]) -> dict[int, tuple[str, str]]:
    cells = {x + n: (character, "mark") for n, character in enumerate(_LOOP[row])}
    if row:
        cells[x] = (answers[x].glyph, answers[x].role) if x in answers else (_LOOP[row][0], "grid")
    return cells


def _name(cells: dict[int, tuple[str, str]], arrow: Arrow, channel: Mark) -> None:
    """Puts the channel on the shaft beside a sender: glyph and word, where there is room for both."""
    taken = sorted({*arrow.senders, *arrow.recipients, arrow.start, arrow.end - 1})
    gaps = [(a, b) for a, b in pairwise(taken) if b - a > 3]
    if not gaps:
        return
    near = [gap for gap in gaps if gap[0] in arrow.senders or gap[1] in arrow.senders] or gaps
    a, b = max(near, key=lambda gap: (gap[1] - gap[0], -gap[0]))
    text = f" {channel.glyph} {channel.word} "
    if len(text) + 3 > b - a - 1:
        text = channel.glyph
    at = a + 2 if a in arrow.senders or b not in arrow.senders else b - 1 - len(text)
    for n, character in enumerate(text):
        cells[at + n] = (character, "edge-word")


def _pieces(cells: Mapping[int, tuple[str, str]], left: int, right: int, target: str) -> list[Piece]:
    found: list[Piece] = []
    for x in sorted(cells):
        if not left <= x < right:
            continue
        text, role = cells[x]
        last = found[-1] if found else None
        if last is not None and last.role == role and last.x + len(last.text) == x:
            found[-1] = last._replace(text=last.text + text)
        else:
            found.append(Piece(x, text, role, target, 0))
    return found


def line_pieces(xs: Sequence[int], glyph: str, left: int, right: int) -> list[Piece]:
    """Lifelines at some cells, as far as they are between two cells."""
    return [Piece(x, glyph, "grid") for x in xs if left <= x < right]


def without(lines: Sequence[Piece], pieces: Sequence[Piece]) -> list[Piece]:
    """Lines without those that pieces cover or touch, with the pieces, in order."""
    ends = [(piece.x - 1, piece.x + cell_len(piece.text)) for piece in pieces]
    free = [line for line in lines if not any(start <= line.x <= end for start, end in ends)]
    return sorted([*free, *pieces], key=lambda piece: piece.x)
