"""How meanings look: a theme's roles as styles. The only place where a role becomes colour and weight."""

from typing import Any

from rich.style import Style

from briefing_tui.themes.theme import Theme
from briefing_tui.tui.rows import Piece

#: The roles that look like links by themselves.
_LINKS = frozenset({"source", "address", "broken", "link", "entry"})


def roles_of(piece: Piece, *, drawn: bool) -> tuple[str, ...]:
    """What a piece is painted in, the last on top. The marks of a `drawn` row say by their own role what they are."""
    linked = piece.link >= 0 and not drawn and piece.role not in _LINKS
    return (piece.role, "link") if linked else (piece.role,)


class Look(Theme):
    """A theme as it is worn."""

    __slots__ = ()

    @property
    def base(self) -> Style:
        """Plain text on the background."""
        return Style(color=self.colors["text"], bgcolor=self.colors["background"])

    def style(self, role: str) -> Style:
        """The style of a role, to be laid over the base; nothing for a role without a look."""
        paint = self.paint(role)
        # rich's parameters are named as the words are.
        switches: dict[str, Any] = dict.fromkeys(paint.words, True)
        return Style(
            color=self.colors[paint.color] if paint.color else None,
            bgcolor=self.colors[paint.ground] if paint.ground else None,
            **switches,
        )
