"""Text of a theme that does not stand out: findings, each where the colour is given that would mend it."""

from collections.abc import Iterable

from briefing_tui.source.codes import finding
from briefing_tui.source.diagnostic import Diagnostic, Extent
from briefing_tui.themes.contrast import Pair, readable_color, text_pairs
from briefing_tui.themes.file import ThemeFile

#: How many roles a message names.
_NAMED = 3


def weak_text(file: ThemeFile) -> tuple[Diagnostic, ...]:
    """A warning for each colour at fault, in order of place. Nothing for an unsound theme."""
    theme = file.theme
    if theme is None:
        return ()
    at_fault: dict[str, list[Pair]] = {}
    pairs = list(text_pairs(theme))
    for pair in pairs:
        if pair.ratio < pair.wanted:
            at_fault.setdefault(_culprit(file, pair, pairs), []).append(pair)
    found = []
    for name, weak in at_fault.items():
        # What goes with it, but for what is to be changed itself.
        others = [pair for pair in pairs if name in pair[:2] and _other(pair, name) not in at_fault]
        wanted = [(theme.colors[_other(pair, name)], pair.wanted) for pair in others]
        better = readable_color(theme.colors[name], wanted)
        help = f'{name}: "{better}" would do' if better else "Choose the colours further apart"
        found.append(_finding(file, name, weak, help))
    return tuple(sorted(found, key=lambda finding: finding.extent))


def _culprit(file: ThemeFile, pair: Pair, pairs: Iterable[Pair]) -> str:
    """Which of the two colours is to be changed: the text's, unless half of what stands on the ground is weak."""
    own = {name for name in (pair.color, pair.ground) if file.tree.value(("colors", name)) is not None}
    if len(own) == 1:
        return own.pop()
    on_it = [other for other in pairs if other.ground == pair.ground]
    weak = sum(other.ratio < other.wanted for other in on_it)
    return pair.ground if 2 * weak >= len(on_it) > 2 else pair.color


def _finding(file: ThemeFile, name: str, weak: list[Pair], help: str) -> Diagnostic:
    worst = min(weak, key=lambda pair: pair.ratio)
    ground = {"background": "the background", "cursor": "the cursor's row"}.get(worst.ground, f"“{worst.ground}”")
    roles = ", ".join(worst.roles[:_NAMED])
    if (more := len(worst.roles) - _NAMED) > 0:
        roles += f" and {more} more"
    message = f"“{worst.color}” on {ground} is {worst.ratio:.2f}:1, and {worst.wanted:g}:1 is wanted ({roles})"
    if name == worst.ground and len(weak) > 1:
        message += f"; so are {len(weak) - 1} more colours on it"
    return finding("T808", _place(file, name, worst), message, help)


def _other(pair: Pair, name: str) -> str:
    return pair.color if name == pair.ground else pair.ground


def _place(file: ThemeFile, name: str, pair: Pair) -> Extent:
    """Where the file gives the colour, or a role that wears it its look; what it takes from elsewhere is `extends`'."""
    places = [("colors", name), *(("roles", role) for role in pair.roles), ("extends",)]
    return next((file.tree.extent(path) for path in places if file.tree.value(path) is not None), Extent(0, 0))
