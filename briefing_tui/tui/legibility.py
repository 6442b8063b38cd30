"""Whether what is laid out can be read: what was cut with `…`, and what stands out too little in a theme."""

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from rich.cells import cell_len

from briefing_tui.blocks.block import Block
from briefing_tui.themes.contrast import contrast
from briefing_tui.themes.furniture import DRAWN
from briefing_tui.themes.theme import Theme
from briefing_tui.tui.drawing import Drawing
from briefing_tui.tui.layout import Layout
from briefing_tui.tui.looks import roles_of
from briefing_tui.tui.rows import Piece

_CUT = "…"


class Passage(NamedTuple):
    """A row as it is laid out, with what scrolls sideways: its pieces, and how many cells it stands in."""

    pieces: Sequence[Piece]
    span: int
    drawn: bool


def passages(shown: Sequence[Block | Drawing], width: int, measure: int, *, close: bool = False) -> Iterator[Passage]:
    """Every row of a document."""
    for block in shown:
        if isinstance(block, Drawing):
            grid = block.draw(width)
            for n in range(grid.height):
                # Only a row with a mark is painted as a drawing's.
                yield Passage(grid.pieces(n, grid.margin, grid.span), grid.span, grid.stop_at(n) >= 0)
        else:
            layout = Layout((block,), width, measure, close=close)
            for y in range(layout.height):
                pieces = layout.row(y).pieces
                end = max([piece.x + cell_len(piece.text) for piece in pieces[-1:]], default=0)
                yield Passage(pieces, max(width, end), False)


def own_ellipses(tree: Any) -> frozenset[str]:
    """The texts of a file that have the sign of a cut in them: theirs is nobody's cut."""
    return frozenset(_flat(text) for text in _texts(tree) if _CUT in text)


def _texts(tree: Any) -> Iterator[str]:
    waiting = [tree]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)


def _flat(text: str) -> str:
    return " ".join(text.split())


def cut_passages(shown: Iterable[Passage], own: frozenset[str]) -> list[str]:
    """What was cut, a text for each row: the first in it."""
    found = []
    for passage in shown:
        texts = [_flat(piece.text) for piece in passage.pieces if _CUT in piece.text]
        cut = next((text for text in texts if not any(text in whole for whole in own)), None)
        if cut is not None:
            found.append(cut)
    return found


def faint_roles(shown: Iterable[Passage], theme: Theme, least: float) -> dict[str, float]:
    """The roles of text that stands out less than that, with their contrast rounded down; the faintest first.

    FIRST prescribes the colours of handling: they are nobody's choice.
    """
    painted = {
        roles_of(piece, drawn=passage.drawn) for passage in shown for piece in passage.pieces if piece.text.strip()
    }
    faint: dict[str, float] = {}
    for roles in painted:
        role = roles[-1]
        if role in DRAWN or role.startswith("handling-"):
            continue
        ratio = _contrast(roles, theme)
        if ratio < least:
            name = role or "text"
            faint[name] = min(faint.get(name, ratio), math.floor(ratio * 10) / 10)
    return dict(sorted(faint.items(), key=lambda item: (item[1], item[0])))


def _contrast(roles: tuple[str, ...], theme: Theme) -> float:
    color, ground = "text", "background"
    for role in roles:
        paint = theme.paint(role)
        color, ground = paint.color or color, paint.ground or ground
    return contrast(theme.colors[color], theme.colors[ground])
