"""YAML text to plain data and what is wrong with it as YAML, whatever it is meant to say. Knows no briefing."""

from briefing_tui.source import ahead
from briefing_tui.source.diagnostic import Diagnostic
from briefing_tui.source.tree import Tree


def plain_tree(text: str) -> tuple[Tree, list[Diagnostic]]:
    """The values and places of a text. Of one that is not YAML, what could be saved; its tree is `broken` then."""
    if (known := ahead.found(text)) is not None:
        return known, []
    # A parser is not loaded where all was read elsewhere.
    from briefing_tui.source.yaml_tree import UnparsedError, read_tree

    try:
        tree = read_tree(text)
    except UnparsedError as error:
        # Loaded only where something is to be mended.
        from briefing_tui.source.doctor import recovered_tree

        return recovered_tree(text, error)
    ahead.read(tree)
    return tree, list(tree.problems)
