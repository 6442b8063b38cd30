"""What authors get wrong in YAML, found in the source and explained at its place."""

from briefing_tui.source.codes import finding
from briefing_tui.source.diagnostic import Diagnostic, Extent
from briefing_tui.source.yaml_tree import Tree


def recovered_tree(text: str, error: Exception) -> tuple[Tree, list[Diagnostic]]:
    """The findings of a text that does not parse."""
    return Tree(text), [finding("Y201", Extent(0, 0), "The text is not YAML")]


def lost_text(tree: Tree) -> list[Diagnostic]:
    """Text that YAML takes for a comment."""
    return []
