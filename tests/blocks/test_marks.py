"""Glyphs and words: one for each value of each scale, in one cell, never without its word."""

import unicodedata
from typing import Any, get_args

import pytest

from briefing_tui.blocks import marks
from briefing_tui.blocks.block import text_of
from briefing_tui.blocks.roles import ROLES
from briefing_tui.model.communication import Answer, Channel
from briefing_tui.model.entry import StatementKind
from briefing_tui.model.event import EventStatus
from briefing_tui.model.outlook import IndicatorStatus
from briefing_tui.model.reference import Bearing
from briefing_tui.model.scalar import Band
from briefing_tui.model.scales import CONFIDENCES, LIKELIHOODS

TABLES: list[tuple[dict[str, marks.Mark], Any]] = [
    (marks.STANDINGS, StatementKind),
    (marks.EVENT_STATUSES, EventStatus),
    (marks.INDICATOR_STATUSES, IndicatorStatus),
    (marks.BEARINGS, Bearing),
    (marks.ANSWERS, Answer),
]


@pytest.mark.parametrize(("table", "vocabulary"), TABLES)
def test_every_value_has_its_mark(table: dict[str, marks.Mark], vocabulary: Any) -> None:
    assert set(table) == set(get_args(vocabulary))


def test_every_channel_has_its_mark_and_one_that_is_not_known_has_none() -> None:
    assert set(marks.CHANNELS) == set(get_args(Channel)) - {"unknown"}
    glyphs = [mark.glyph for table in (marks.CHANNELS, marks.ANSWERS) for mark in table.values()]
    assert len(set(glyphs)) == len(glyphs), "channels and answers stand on the same arrow"


EVERY = (marks.GAP, *marks.CHANNELS.values(), *(mark for table, _ in TABLES for mark in table.values()))


@pytest.mark.parametrize("mark", EVERY)
def test_a_glyph_is_one_cell_and_has_a_word_and_a_role(mark: marks.Mark) -> None:
    assert len(mark.glyph) == 1
    assert unicodedata.east_asian_width(mark.glyph) not in "WF"
    assert not unicodedata.combining(mark.glyph)
    assert mark.word
    assert mark.role in ROLES
    assert mark.span.text == f"{mark.glyph} {mark.word}"


def test_marks_of_one_table_are_told_apart() -> None:
    for table, _ in TABLES:
        assert len({mark.glyph for mark in table.values()}) == len(table)


@pytest.mark.parametrize("term", LIKELIHOODS, ids=lambda term: term.word)
def test_a_likelihood_shows_word_and_band(term: Any) -> None:
    (span,) = marks.likelihood_spans(term.word)
    assert span.role == f"likelihood-{term.rank}"
    assert term.word in span.text
    assert f"{term.low}–{term.high}\u00a0%" in span.text


@pytest.mark.parametrize("level", CONFIDENCES, ids=lambda level: level.word)
def test_a_confidence_says_what_it_means(level: Any) -> None:
    assert text_of(marks.confidence_spans(level.word)) == f"{level.word}: {level.definition}"


@pytest.mark.parametrize(
    ("band", "words"), [(Band(20, 20), "20\u00a0%"), (Band(12.5, 30), "12.5–30\u00a0%"), (Band(0, 100), "0–100\u00a0%")]
)
def test_a_probability_in_per_cent(band: Band, words: str) -> None:
    assert text_of(marks.probability_spans(band)) == words


@pytest.mark.parametrize(
    ("letter", "number", "code"), [("B", 2, "B2"), ("B", None, "B–"), (None, 3, "–3"), (None, None, ""), ("F", 6, "F6")]
)
def test_a_rating_shows_which_half_is_missing(letter: str | None, number: int | None, code: str) -> None:
    assert marks.rating(letter, number) == code
