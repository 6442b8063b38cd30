"""What a view says when it has nothing to show: what is missing, and how it is written."""

from briefing_tui.blocks.block import Blocks, Note, Prose, Span


def missing(words: str, example: str, key: str) -> Blocks:
    """A note and an example in YAML. `key` names the view."""
    return (
        Note((Span(words),), f"{key}.empty"),
        Prose((Span(example, "code"),), "code", key=f"{key}.example"),
    )
