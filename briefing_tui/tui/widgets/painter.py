"""Rows to strips: styles for roles, and what lies over them (cursor, found words, selection, hints)."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from briefing_tui.tui.looks import Look, roles_of
from briefing_tui.tui.rows import GUTTER, Piece, Row, row_text

#: A stretch of a row's text, in characters of the row, and the role laid over it.
Overlay = tuple[int, int, str]


def hits(row: Row, pattern: "re.Pattern[str] | None", role: str) -> list[Overlay]:
    """Where a pattern is found in the text of a row."""
    if pattern is None:
        return []
    return [
        (found.start(), found.end(), role) for found in pattern.finditer(row_text(row)) if found.end() > found.start()
    ]


class Painter:
    """Paints rows in one look."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self._combined: dict[tuple[str, ...], Style] = {}

    def style(self, *roles: str) -> Style:
        """The styles of some roles laid over the base, the last on top."""
        made = self._combined.get(roles)
        if made is None:
            made = self.look.base
            for role in roles:
                if role:
                    made += self.look.style(role)
            self._combined[roles] = made
        return made

    def strip(
        self,
        row: Row,
        width: int,
        *,
        bar: str = "",
        mark: str = "",
        ground: str = "",
        link: int = -1,
        overlays: Sequence[Overlay] = (),
        labels: Sequence[tuple[int, str]] = (),
        later: Callable[[str], bool] | None = None,
        drawn: bool = False,
    ) -> Strip:
        """One row of cells. `bar` is the gutter bar's role, `ground` the whole row's, `link` the cursor's link.

        `mark` stands between the bar and the text.

        `later` says of a target that it is to be painted as not known yet, of "" whether that holds for the whole row.
        The marks of a `drawn` row say by their own role what they are, and do not look like links in prose.
        """
        segments: list[Segment] = []
        plain = self.style(ground)
        cells = chars = 0
        for piece in row.pieces:
            gap = piece.x - cells
            if gap > 0:
                if (bar or mark) and not cells and gap >= GUTTER:
                    segments.extend(self._gutter(bar, mark, ground, gap))
                else:
                    segments.append(Segment(" " * gap, plain))
                chars += gap
            roles: tuple[str, ...] = (ground, *roles_of(piece, drawn=drawn))
            if later is not None and later(piece.target):
                roles = (ground, "future")
            if piece.link >= 0 and piece.link == link:
                roles = (*roles, "link-here")
            self._piece(segments, piece, roles, chars, overlays)
            chars += len(piece.text)
            cells = piece.x + cell_len(piece.text)
        if (bar or mark) and not cells:
            cells = GUTTER if mark else 1
            segments.extend(self._gutter(bar, mark, ground, cells))
        if cells < width:
            segments.append(Segment(" " * (width - cells), plain))
        strip = Strip(segments, max(cells, width))
        if cells > width:
            strip = strip.crop(0, width)
        for x, label in labels:
            here = max(0, min(x, width - len(label)))
            strip = Strip.join(
                [strip.crop(0, here), Strip([Segment(label, self.style("hint"))]), strip.crop(here + len(label))]
            )
        return strip

    def _gutter(self, bar: str, mark: str, ground: str, gap: int) -> list[Segment]:
        """The cells to the left of all text: the cursor's bar, and the mark of what has changed."""
        segments = [Segment("▌", self.style(ground, bar)) if bar else Segment(" ", self.style(ground))]
        if mark:
            segments.append(Segment(mark, self.style(ground, "change")))
        if gap > len(segments):
            segments.append(Segment(" " * (gap - len(segments)), self.style(ground)))
        return segments

    def _piece(
        self,
        segments: list[Segment],
        piece: Piece,
        roles: tuple[str, ...],
        start: int,
        overlays: Sequence[Overlay],
    ) -> None:
        """Adds a piece, split where something lies over part of it."""
        end = start + len(piece.text)
        cuts = (
            sorted({start, end, *(edge for a, b, _ in overlays for edge in (a, b) if start < edge < end)})
            if overlays
            else (start, end)
        )
        for a, b in pairwise(cuts):
            over = tuple(role for x, z, role in overlays if x <= a and b <= z)
            segments.append(Segment(piece.text[a - start : b - start], self.style(*roles, *over)))
