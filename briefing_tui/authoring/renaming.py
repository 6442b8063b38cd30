"""Another id for an entry: the edits at its key and wherever it is named. Comments and layout are nobody's business."""

from typing import NoReturn

from briefing_tui.authoring.ids import KEY, OWN, WORDS, Written, id_extent, written_ids
from briefing_tui.authoring.naming import why_not
from briefing_tui.links.places import Places
from briefing_tui.source.diagnostic import Diagnostic, Edit, Extent
from briefing_tui.source.load import Loaded
from briefing_tui.source.nearest import nearest
from briefing_tui.source.tree import Path


class CannotRenameError(ValueError):
    """An id cannot be changed, or not to that one; why, in words for the author."""


def rename_edits(loaded: Loaded, old: str, new: str) -> list[Edit]:
    """The edits that call an entry by another id, in order of place: at its key, and wherever this text names it.

    Raises CannotRenameError: no entry stands under the id, the new one is none or is taken, the text is not YAML.
    """
    if loaded.tree.broken:
        raise CannotRenameError(f"{loaded.name} is not YAML as it stands: mend that first")
    found = list(written_ids(loaded))
    own = [written for written in found if written.how == OWN and written.id == old]
    if not own:
        _no_entry(old, found)
    places = [loaded.tree.extent(written.path, key=True) for written in own]
    # Of two equal keys in one mapping the tree has one.
    places += [found.extent for found in loaded.diagnostics if found.code == "Y208" and _is_key(loaded, found, old)]
    if len(places) > 1:
        lines = " and ".join(str(loaded.lines.position(place.start).line) for place in places)
        raise CannotRenameError(f"{len(places)} entries are called {old} (lines {lines}): give one another id by hand")
    _free(loaded, old, new, found)
    names = [
        written
        for written in found
        if written.id == old
        and written.file in ("", _stem(loaded))
        and (written.how != WORDS or written.path[-1] != "of" or own[0].kind == "actor")
    ]
    return _edits(loaded, names, new)


def foreign_edits(loaded: Loaded, file: str, old: str, new: str) -> list[Edit]:
    """The edits in another briefing that names an entry of `file` as `file#id`. Raises CannotRenameError."""
    # Most files name nothing in others: these are not walked.
    if f"{file}#{old}" not in loaded.text:
        return []
    return _edits(
        loaded, [written for written in written_ids(loaded) if (written.id, written.file) == (old, file)], new
    )


def id_at(loaded: Loaded, offset: int) -> tuple[Written, Extent] | None:
    """The id that is written at an offset, and where it begins and ends; its end counts as well."""
    places, path = Places(loaded), loaded.tree.path_at(offset)
    for written in written_ids(loaded):
        if written.path == path:
            extent = id_extent(places, written)
            if extent is not None and extent.start <= offset <= extent.end:
                return written, extent
    return None


def _edits(loaded: Loaded, names: list[Written], new: str) -> list[Edit]:
    places = Places(loaded)
    edits = {}
    for written in names:
        extent = id_extent(places, written)
        if extent is None:
            line = _line(loaded, written.path)
            raise CannotRenameError(f"the text at line {line} is written with escapes: rename it there by hand first")
        edits[extent] = Edit(extent, new, f"Call it {new}")
    return [edits[extent] for extent in sorted(edits)]


def _free(loaded: Loaded, old: str, new: str, found: list[Written]) -> None:
    """Raises CannotRenameError where an entry could not bear the new id."""
    if why := why_not(new):
        raise CannotRenameError(why)
    if new == old:
        raise CannotRenameError(f"it is called {old} already")
    keys: set[Path] = set()
    for written in found:
        if written.how == OWN and written.id == new:
            line = _line(loaded, written.path)
            raise CannotRenameError(f"{new} is the id of another entry already: line {line}")
        if written.how == KEY and written.id in (old, new):
            # Both under one mapping would be one key twice.
            if written.path[:-1] in keys:
                line = _line(loaded, written.path)
                raise CannotRenameError(f"{old} and {new} both stand in the mapping at line {line}: mend that first")
            keys.add(written.path[:-1])


def _no_entry(old: str, found: list[Written]) -> NoReturn:
    known = [written.id for written in found if written.how == OWN]
    meant = nearest(old, known, 1)
    raise CannotRenameError(f"no entry is called {old}" + (f"; did you mean `{meant[0]}`?" if meant else ""))


def _is_key(loaded: Loaded, found: Diagnostic, id: str) -> bool:
    return loaded.text[found.extent.start : found.extent.end].strip("'\"") == id


def _line(loaded: Loaded, path: Path) -> int:
    return loaded.lines.position(loaded.tree.extent(path, key=True).start).line


def _stem(loaded: Loaded) -> str:
    if loaded.briefing is not None:
        return loaded.briefing.id
    return loaded.path.stem if loaded.path is not None else ""
