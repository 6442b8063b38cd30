"""FURNITURE: the meanings that only the screen has, beside those of text (blocks' ROLES). Also how roles are laid."""

from briefing_tui.blocks.roles import ROLES

FURNITURE: dict[str, str] = {
    "tab": "a pane that is not open",
    "tab-here": "the pane that is open",
    "key": "a key that may be pressed",
    "key-word": "what a key does",
    "crumb": "where one is",
    "message": "a passing message",
    "cursor-bar": "the bar beside what the cursor is on",
    "cursor-row": "the row the cursor is on in a list",
    "link-here": "the link the cursor is on",
    "hint": "the label of a link hint",
    "hit": "what was found",
    "hit-here": "the hit one is at",
    "entry": "the name of what a line of a list stands for",
    "rule": "lines between parts of the screen",
    "axis": "the scale of a view: its ticks and their labels",
    "grid": "the lines of a view that marks stand on",
    "mark": "a mark of a view that has no standing of its own",
    "node": "a name in a graph, a party of a ladder",
    "node-here": "the name a graph is drawn around",
    "edge": "a line from one name to another, and its arrow",
    "edge-word": "what a line between two names says",
    "now": "the time cursor",
    "future": "what was not known at the time of the time cursor",
    "selected": "text selected with the mouse",
}

#: Every role a theme may style, with its meaning.
MEANINGS = {**ROLES, **FURNITURE}

#: Lines and bars, which nobody reads: what WCAG asks of text is not asked of them.
DRAWN = frozenset({"rule", "grid", "bar", "bar-empty", "bullet", "cursor-bar"})

#: What is laid over text of other roles. Where such a role has a ground and no colour, every text may stand on it.
OVER = frozenset({"cursor-row", "link-here", "hit", "hit-here", "selected"})
