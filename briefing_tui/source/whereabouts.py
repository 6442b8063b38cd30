"""What stands on a line of a loaded briefing, and on which line something stands. Knows no screen and no editor."""

from briefing_tui.model.kinds import PANES
from briefing_tui.source.load import Loaded
from briefing_tui.source.tree import Path

#: The parts that are read as places of their own, and where they are written.
_PARTS: dict[str, Path] = {
    "bottom-line": ("situation", "bottom_line"),
    "background": ("situation", "background"),
    "highlights": ("situation", "highlights"),
    "implications": ("outlook", "implications"),
    "outlook": ("outlook", "summary"),
}


def target_at(loaded: Loaded, line: int) -> str:
    """The entry that holds a line (from 1), the innermost; else the part or the pane it stands in.

    What is between two entries belongs to the one above.
    """
    if loaded.briefing is None:
        return ""
    text = loaded.lines.line(line)
    # A dash and the space after it stand before the item.
    path = loaded.tree.path_at(loaded.lines.extent(line).start + len(text) - len(text.lstrip(" -\t")))
    holders = {loaded.path_of(entry): id for id, entry in loaded.briefing.entries.items()}
    for end in range(len(path), 0, -1):
        # One value stands for a list of one.
        alone = not isinstance(loaded.tree.value(path[:end]), list)
        for here in (path[:end], (*path[:end], 0))[: 1 + alone]:
            if here in holders:
                return holders[here]
        last = path[end - 1]
        if end > 1 and isinstance(last, str) and last in loaded.briefing.omitted:
            return last
    part = next((name for name, at in _PARTS.items() if path[: len(at)] == at), "")
    return part or next((str(step) for step in path[:1] if step in PANES), PANES[0])


def line_of_target(loaded: Loaded, target: str) -> int:
    """The line (from 1) on which an entry or a part begins; 0 where it is not known."""
    entry = loaded.briefing.entries.get(target) if loaded.briefing is not None else None
    if entry is not None:
        return loaded.line_of(entry)
    path = _PARTS.get(target) or ((target,) if target in PANES else ())
    if not path or loaded.tree.value(path) is None:
        return 0
    return loaded.lines.position(loaded.tree.extent(path, key=True).start).line
