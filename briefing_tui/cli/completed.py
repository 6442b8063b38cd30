"""What the shell completes: files, and after `#` the ids of the briefing in them. Loads nothing but the loader."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

#: As many ids as a shell lists without asking.
_MOST = 200


def path_and_id(ctx: click.Context, param: click.Parameter | None, incomplete: str) -> "list[CompletionItem]":
    """A path as the shell completes it; behind `FILE#`, the ids of that briefing with what they stand for."""
    from click.shell_completion import CompletionItem

    name, hash_, begun = incomplete.partition("#")
    if not hash_:
        return [CompletionItem(incomplete, type="file")]
    return [CompletionItem(f"{name}#{id}", help=label) for id, label in _ids(name, begun)]


def ids_of_file(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """The ids of the briefing that the command line names as its FILE."""
    from click.shell_completion import CompletionItem

    named = ctx.params.get("file")
    if not named:
        return []
    return [CompletionItem(id, help=label) for id, label in _ids(str(named), incomplete)]


def _ids(name: str, begun: str) -> list[tuple[str, str]]:
    from briefing_tui.source.load import load

    # Not Path's own, which raises for the home of nobody.
    loaded = load(Path(os.path.expanduser(name)))
    briefing = loaded.briefing or loaded.recovered
    if briefing is None:
        return []
    found = [(entry.id, f"{entry.KIND}: {entry.label}") for entry in briefing.entries.values() if entry.keyed]
    return [pair for pair in found if pair[0].startswith(begun)][:_MOST]
