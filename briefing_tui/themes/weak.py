"""Text of a theme that does not stand out: findings, each where the colour is given that would mend it."""

from briefing_tui.source.codes import finding
from briefing_tui.source.diagnostic import Diagnostic, Extent
from briefing_tui.themes.contrast import Pair, readable_color, text_pairs
from briefing_tui.themes.file import ThemeFile

#: How many roles a message names.
_NAMED = 3


def weak_text(file: ThemeFile) -> tuple[Diagnostic, ...]:
    """A warning for each colour that is too weak on some ground, in order of place. Nothing for an unsound theme."""
    if file.theme is None:
        return ()
    worst: dict[str, Pair] = {}
    for pair in text_pairs(file.theme):
        if pair.ratio < pair.wanted and (pair.color not in worst or pair.ratio < worst[pair.color].ratio):
            worst[pair.color] = pair
    return tuple(sorted((_finding(file, pair) for pair in worst.values()), key=lambda found: found.extent))


def _finding(file: ThemeFile, pair: Pair) -> Diagnostic:
    theme = file.theme
    assert theme is not None
    ground = {"background": "the background", "cursor": "the cursor's row"}.get(pair.ground, f"“{pair.ground}”")
    roles = ", ".join(pair.roles[:_NAMED])
    if (more := len(pair.roles) - _NAMED) > 0:
        roles += f" and {more} more"
    message = f"“{pair.color}” on {ground} is {pair.ratio:.2f}:1, and {pair.wanted:g}:1 is wanted ({roles})"
    better = readable_color(theme.colors[pair.color], theme.colors[pair.ground], pair.wanted)
    help = f'"{better}" would do' if better else "Choose the two colours further apart"
    return finding("T808", _place(file, pair), message, help)


def _place(file: ThemeFile, pair: Pair) -> Extent:
    """Where the file gives the colour, its ground, or a role its look; what it takes from elsewhere is `extends`'."""
    places = [("colors", pair.color), ("colors", pair.ground), *(("roles", role) for role in pair.roles), ("extends",)]
    tree = file.tree
    return next((tree.extent(path) for path in places if tree.value(path) is not None), Extent(0, 0))
