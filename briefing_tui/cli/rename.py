"""`briefing rename`: another id for an entry, at its key and wherever it is named; all else stays byte for byte."""

import os
from collections.abc import Iterator
from pathlib import Path

import click

from briefing_tui.authoring.renaming import CannotRenameError, foreign_edits, rename_edits
from briefing_tui.cli.change import changed, loaded_for_change
from briefing_tui.cli.completed import ids_of_file
from briefing_tui.cli.report import SOUND, Failure, say
from briefing_tui.library.walk import is_briefing_name
from briefing_tui.model.text import one_line
from briefing_tui.source.diagnostic import Edit
from briefing_tui.source.edit import edited
from briefing_tui.source.file import file_text
from briefing_tui.source.load import Loaded, load_text


@click.command("rename")
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("old", shell_complete=ids_of_file)
@click.argument("new")
@click.option("--folder", is_flag=True, help="Also where the other briefings of the folder name it, as `file#id`.")
@click.option("--diff", "--dry-run", "diff", is_flag=True, help="Show what would change, and change nothing.")
def rename(file: Path, old: str, new: str, folder: bool, diff: bool) -> int:
    """Give an entry another id.

    It is changed at its key and wherever the briefing names it: in fields, in [[links]] and [^citations], in the
    running order. Nothing else in the file is touched.

    \b
    briefing rename flood.yaml crest flood-crest --diff
    briefing rename flood.yaml crest flood-crest
    briefing rename flood.yaml crest flood-crest --folder
    """
    loaded = loaded_for_change(file)
    try:
        edits = rename_edits(loaded, old, new)
    except CannotRenameError as error:
        raise Failure(f"{one_line(str(file))}: {one_line(str(error))}") from None
    others = list(_others(file, loaded, old, new))
    _apply(loaded, edits, diff, f"{old} is now {new}")
    for other, found in others:
        if folder:
            _apply(other, found, diff, f"{file.stem}#{old} is now {file.stem}#{new}")
        else:
            say(f"{one_line(other.name)} names it in {_places(found)}: --folder changes them as well")
    for name in _namesakes(file, loaded, old):
        say(f"{name} is of the same series, and has a {old} as well: along a series the same id means the same thing")
    return SOUND


def _apply(loaded: Loaded, edits: list[Edit], diff: bool, what: str) -> None:
    changed(loaded, edited(loaded.text, edits), diff=diff)
    if not diff:
        say(f"{one_line(loaded.name)}: {one_line(what)}, in {_places(edits)}")


def _others(file: Path, loaded: Loaded, old: str, new: str) -> Iterator[tuple[Loaded, list[Edit]]]:
    """The other briefings of the folder that name the entry, with the edits there."""
    for other in _beside(file, f"{file.stem}#{old}"):
        try:
            edits = foreign_edits(other, file.stem, old, new)
        except CannotRenameError as error:
            say(f"briefing: {one_line(other.name)}: {one_line(str(error))}")
            continue
        if edits:
            yield other, edits


def _namesakes(file: Path, loaded: Loaded, old: str) -> Iterator[str]:
    """The briefings before and after this one in its series that have an entry of the old id."""
    assert loaded.briefing is not None
    for other in _beside(file, old):
        found = other.briefing
        if found is None or old not in found.entries:
            continue
        if found.supersedes == file.stem or loaded.briefing.supersedes == found.id:
            yield one_line(other.name)


def _beside(file: Path, words: str) -> Iterator[Loaded]:
    """The other YAML files of a folder in which some words stand, loaded."""
    try:
        names = sorted(name for name in os.listdir(file.parent) if is_briefing_name(name))
    except OSError:
        return
    for name in names:
        path = file.parent / name
        if path.name == file.name:
            continue
        text = file_text(path).text
        if words in text:
            loaded = load_text(text, path.stem, str(path))
            loaded.path = path
            yield loaded


def _places(edits: list[Edit]) -> str:
    return "1 place" if len(edits) == 1 else f"{len(edits):,} places"
