"""What stands on a line, and on which line something stands."""

import pytest

from briefing_tui.model.kinds import PANES
from briefing_tui.source.load import load, load_text
from briefing_tui.source.whereabouts import line_of_target, target_at
from tests.tui.reading import FLAGSHIP, SMALL

TEXT = (
    SMALL.replace("  scenarios:", "  implications: It rains on.\n  scenarios:")
    + "asks:\n  now: Decide now.\n  then:\n    text: Or later.\n    due: 2026-03-06\n"
)


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("title: River", "situation"),
        ("tlp: GREEN", "situation"),
        ("  bottom_line", "bottom-line"),
        ("within 20 cm", "bottom-line"),
        ("  highlights:", "highlights"),
        ("has begun to move", "situation.highlights.1"),
        ("the upper gauge", "situation.highlights.2"),
        ("actors:\n", "actors"),
        ("  river-authority: {", "river-authority"),
        ("  crest:\n", "crest"),
        ("phase: expected", "crest"),
        ("Seen first by", "crest"),
        ("  closing: {", "closing"),
        ("  warning: {", "warning"),
        ("  scenarios:", "outlook"),
        ("It rains on", "outlook.implications.1"),
        ("  holds: {", "holds"),
        ("  bulletin: {", "bulletin"),
        ("Decide now", "now"),
        ("due: 2026-03-06", "then"),
    ],
)
def test_a_line_belongs_to_the_innermost_entry_else_to_its_part(words: str, target: str) -> None:
    loaded = load_text(TEXT, "small")
    assert target_at(loaded, loaded.lines.position(TEXT.index(words)).line) == target


def test_every_entry_is_found_on_the_line_it_begins_on() -> None:
    for name in ("harrow-bend-1.yaml", "harrow-bend-2.yaml", FLAGSHIP.name):
        loaded = load(FLAGSHIP.with_name(name))
        assert loaded.briefing is not None
        for id in loaded.briefing.entries:
            assert target_at(loaded, line_of_target(loaded, id)) == id


def test_every_line_of_a_briefing_is_somewhere() -> None:
    loaded = load(FLAGSHIP)
    assert loaded.briefing is not None
    known = {*loaded.briefing.entries, *PANES, "bottom-line", "background", "highlights", "implications"}
    assert {target_at(loaded, line) for line in range(-3, len(loaded.lines) + 10)} <= known


def test_an_entry_that_was_left_out_is_found_by_its_key() -> None:
    loaded = load_text(TEXT.replace("  closing: {", "  closing: {oops: 1, "), "small")
    assert target_at(loaded, loaded.lines.position(loaded.text.index("  closing: {")).line) == "closing"


def test_a_text_that_does_not_parse_has_nothing_anywhere() -> None:
    loaded = load_text("title: [", "small")
    assert target_at(loaded, 1) == ""
    assert line_of_target(loaded, "bottom-line") == 0
