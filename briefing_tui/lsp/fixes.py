"""What can be done about a finding with one key: each edit it offers, and at once all whose meaning is certain."""

from collections.abc import Iterator
from typing import NamedTuple

from briefing_tui.authoring.addition import CannotAddError, add_edits
from briefing_tui.checks.fixing import fix_of
from briefing_tui.lsp.document import Document
from briefing_tui.lsp.expected import wanted_at
from briefing_tui.lsp.place import Is, place_at
from briefing_tui.lsp.reading import Reading
from briefing_tui.model.kinds import KIND
from briefing_tui.model.reference import id_problem
from briefing_tui.source.diagnostic import Diagnostic, Edit, Extent
from briefing_tui.source.edit import compatible, edited, line_end_of, with_line_ends
from briefing_tui.source.load import load_text


class Fix(NamedTuple):
    """An edit for a finding; `preferred` is the one an editor may make without asking which."""

    found: Diagnostic
    edit: Edit
    preferred: bool


class Addition(NamedTuple):
    """An entry that is named and not there, and the edits that add it."""

    found: Diagnostic
    title: str
    edits: list[Edit]


#: What a link in prose names most often.
_MOST_NAMED = ("actor", "event")

#: The code of an id that no entry bears.
NO_ENTRY = "L401"


def fixes(document: Document, extent: Extent) -> Iterator[Fix]:
    """What can be done about the findings that touch an extent, the certain edits first."""
    line_end = line_end_of(document.text.content)
    for found in document.findings:
        if found.extent.start > extent.end or found.extent.end < extent.start:
            continue
        certain = fix_of(found)
        for edit in sorted(found.edits, key=lambda edit: not edit.safe):
            yield Fix(found, with_line_ends(edit, line_end), edit is certain)


def additions(reading: Reading, extent: Extent, findings: list[Diagnostic]) -> Iterator[Addition]:
    """The entries that could be added so that the ids named at an extent, and borne by none, name something."""
    for found in findings:
        if found.code != NO_ENTRY or found.extent.start > extent.end or found.extent.end < extent.start:
            continue
        id = reading.loaded.text[found.extent.start : found.extent.end]
        place = place_at(reading.text, found.extent.end)
        wanted = wanted_at(place.path)
        if place.what is Is.CITATION:
            kinds: tuple[str, ...] = ("source",)
        else:
            kinds = (wanted.kinds or () if wanted is not None and place.what is not Is.LINK else ()) or _MOST_NAMED
        for kind in kinds:
            if kind not in KIND or id_problem(id) is not None:
                continue
            try:
                edits = add_edits(reading.loaded, KIND[kind], id, {}).edits
            except CannotAddError:
                continue
            yield Addition(found, f"Add the {kind} {id}", edits)


def certain_edits(content: str, findings: list[Diagnostic], stem: str) -> list[Edit]:
    """All edits whose meaning is certain and that can be made at one go; none where they would cost an entry."""
    line_end = line_end_of(content)
    found = [fix for one in findings if (fix := fix_of(one)) is not None]
    edits = [
        with_line_ends(edit, line_end)
        for edit in compatible(found)
        if content[edit.extent.start : edit.extent.end] != edit.text
    ]
    return edits if edits and not _costs(content, edits, stem) else []


def _costs(content: str, edits: list[Edit], stem: str) -> bool:
    before = load_text(content, stem).briefing
    after = load_text(edited(content, edits), stem).briefing
    if before is None:
        return False
    return after is None or len(after.omitted) > len(before.omitted)
