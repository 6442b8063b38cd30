"""Whatever can be written in a briefing is to be seen in it: nothing is left out because somebody forgot a field."""

import copy
from functools import cache
from typing import Any

import pytest

from briefing_tui.blocks.cards import CARDS
from briefing_tui.blocks.dossier import dossier_blocks
from briefing_tui.blocks.panes import pane_blocks
from briefing_tui.blocks.scope import Scope
from briefing_tui.export import EXPORTERS
from briefing_tui.model.kinds import KIND, KINDS, PANES
from tests.blocks.filled import Filling, Path, filled, leaves, loaded
from tests.blocks.notation import written

#: For a value that is told from no other: another one its field takes as well.
OTHERS: dict[str, str] = {
    "3": "5",
    "yes": "no",
    "GREEN": "CLEAR",
    "likely": "unlikely",
    "AZ": "AM",
    "7": "9",
    "14": "15",
}


@cache
def filling() -> Filling:
    return filled()


def everything(scope: Scope) -> str:
    panes = [pane_blocks(scope, pane) for pane in PANES]
    dossiers = [dossier_blocks(scope, id) for id in scope.briefing.entries]
    return "".join([written(blocks) for blocks in (*panes, *dossiers)])


def of_notes(path: Path) -> bool:
    return path[-1] == "notes"


def test_every_kind_has_a_card() -> None:
    assert set(CARDS) == {kind.name for kind in KINDS}


def test_every_text_and_time_is_to_be_seen() -> None:
    shown = everything(loaded(filling().data))
    missing = {path for path, marker in filling().markers.items() if marker not in shown}
    assert {path for path in missing if not of_notes(path)} == set()


def test_speakers_notes_are_seen_by_the_speaker_alone() -> None:
    notes = [marker for path, marker in filling().markers.items() if of_notes(path)]
    audience, speaker = everything(loaded(filling().data)), everything(loaded(filling().data, notes=True))
    assert len(notes) > 10
    assert [marker for marker in notes if marker in audience] == []
    assert [marker for marker in notes if marker not in speaker] == []


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_every_text_and_time_is_exported(exporter: Any) -> None:
    public, private = (exporter.export(loaded(filling().data, notes)) for notes in (False, True))
    for path, marker in filling().markers.items():
        assert (marker in public) is not of_notes(path), path
        assert marker in private, path


def shape_of(path: Path) -> Path:
    """A path without what is alike on all of its kind: numbers, ids, and the types of relations and roles."""
    return tuple(
        "*"
        if isinstance(step, int) or step.startswith("the-") or path[n - 1] in ("relations", "participants")
        else step
        for n, step in enumerate(path)
    )


def choices() -> list[Path]:
    """One path for each field whose values cannot all be different."""
    found: dict[Path, Path] = {}
    for path in leaves(filling().data):
        if path not in filling().markers and not of_notes(path):
            found.setdefault(shape_of(path), path)
    return list(found.values())


def owner_of(path: Path) -> str:
    """The entry that holds a path, if any does."""
    return next((str(step) for step in path if str(step).startswith("the-")), "")


def near(scope: Scope, owner: str) -> str:
    """What is shown of an entry, or of everything."""
    if not owner:
        return everything(scope)
    pane = KIND[scope.briefing.entries[owner].KIND].pane
    return written(pane_blocks(scope, pane)) + written(dossier_blocks(scope, owner))


def other(path: Path, value: str) -> str:
    if path[-1] in ("ref", "from", "supersedes") or value.startswith("the-"):
        return "nobody-knows"
    if value in OTHERS:
        return OTHERS[value]
    if value.isdigit():
        return "62" if value == "61" else "63"
    return OTHER_CHOICES[value]


OTHER_CHOICES = {
    "exercise": "draft",
    "state": "military",
    "fact": "claim",
    "planned": "ended",
    "claimed": "denied",
    "exact": "near",
    "statement": "press",
    "low": "high",
    "most-likely": "wildcard",
    "not-seen": "seen",
    "decision": "action",
    "official": "media",
    "list": "lanes",
    "A": "B",
    "supports": "contradicts",
}


@cache
def unchanged(owner: str) -> str:
    return near(loaded(filling().data), owner)


@pytest.mark.parametrize("path", choices(), ids=lambda path: ".".join(map(str, path)))
def test_every_choice_makes_a_difference(path: Path) -> None:
    data = copy.deepcopy(filling().data)
    here: Any = data
    for step in path[:-1]:
        here = here[step]
    here[path[-1]] = other(path, here[path[-1]])
    assert near(loaded(data), owner_of(path)) != unchanged(owner_of(path))
