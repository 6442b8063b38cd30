"""What an entry must say has a stand-in for every kind, and no hint speaks of a key the format does not have."""

import pytest

from briefing_tui.authoring.addition import add_edits
from briefing_tui.authoring.wanted import HINTS, STAND_INS
from briefing_tui.checks.engine import judged
from briefing_tui.checks.placeholder import RULE
from briefing_tui.model.kinds import KIND, KINDS, Kind
from briefing_tui.model.shape import fields_of
from briefing_tui.source.edit import edited
from briefing_tui.source.load import load_text

each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
SOUND = "title: T\nas_of: 2026-03-04\nsituation:\n  bottom_line: Water is high.\n"


@each_kind
def test_what_must_be_there_has_a_stand_in(kind: Kind) -> None:
    required = {key for key, field in fields_of(kind.model).items() if field.required}
    assert set(STAND_INS[kind.name]) == required


@each_kind
def test_hints_are_about_keys_of_the_format(kind: Kind) -> None:
    assert set(HINTS[kind.name]) <= set(fields_of(kind.model))


@each_kind
@pytest.mark.parametrize("hints", [False, True])
def test_an_entry_of_stand_ins_is_read_and_what_is_to_be_written_is_found(kind: Kind, hints: bool) -> None:
    loaded = load_text(SOUND, "doc")
    added = add_edits(loaded, kind, "new-one", {}, hints=hints)
    after = load_text(edited(loaded.text, added.edits), "doc")
    assert after.diagnostics == []
    assert after.briefing is not None
    assert "new-one" in after.briefing.entries
    found = [problem for problem in judged(after) if problem.code == RULE.code]
    assert len(found) == sum(stand_in.startswith("<") for stand_in in STAND_INS[kind.name].values())


def test_every_kind_of_entry_is_covered() -> None:
    assert STAND_INS.keys() == HINTS.keys() == KIND.keys()
