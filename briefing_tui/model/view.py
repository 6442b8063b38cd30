"""Which views there are of what: of a pane, of a part of the document, of an entry. Knows nothing of how they look."""

from briefing_tui.model.briefing import ViewName

#: By pane or kind of entry, the one it opens with first. What is not here has its text and no more.
VIEWS: dict[str, tuple[ViewName, ...]] = {
    "actors": ("list", "graph"),
    "events": ("list", "timeline", "lanes"),
    "communications": ("list", "ladder", "matrix"),
    "outlook": ("text", "bars", "scenarios", "board", "evidence"),
    "sources": ("list", "grid"),
    "actor": ("text", "graph"),
    "judgement": ("text", "evidence"),
}

#: Parts that are looked at as the pane they stand in is.
_AS_PANE = {"judgements": "outlook", "scenarios": "outlook", "indicators": "outlook"}

_TEXT: tuple[ViewName, ...] = ("text",)


def views_shown(show: str, kind: str = "") -> tuple[ViewName, ...]:
    """The views a step of a running order may ask for: of a pane or part, or of an entry where its kind is given."""
    return VIEWS.get(place_shown(show, kind), _TEXT)


def place_shown(show: str, kind: str = "") -> str:
    """What views go by where a step shows it: the kind of an entry, or the pane, also of a part of one."""
    return kind or _AS_PANE.get(show, show)
