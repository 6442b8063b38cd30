"""The scales say what their standards say."""

from __future__ import annotations

from itertools import pairwise

import pytest

from briefing_tui.model import scales


def test_each_row_covers_1_to_99_per_cent_in_seven_touching_bands() -> None:
    for row in ("A", "B"):
        terms = [term for term in scales.LIKELIHOODS if term.row == row]
        assert [term.rank for term in terms] == [1, 2, 3, 4, 5, 6, 7]
        assert (terms[0].low, terms[-1].high) == (1, 99)
        assert all(lower.high == upper.low for lower, upper in pairwise(terms))


def test_the_rows_name_the_same_bands() -> None:
    for term in scales.LIKELIHOODS:
        other = scales.counterpart(term)
        assert (other.rank, other.low, other.high) == (term.rank, term.low, term.high)
        assert other.row != term.row
        assert scales.counterpart(other) == term


@pytest.mark.parametrize(
    ("words", "row", "band"),
    [
        ("likely", "A", "55 to 80%"),
        ("Very  Likely ", "A", "80 to 95%"),
        ("ALMOST NO CHANCE", "A", "1 to 5%"),
        ("roughly even odds", "B", "45 to 55%"),
        ("Improbable", "B", "20 to 45%"),
        ("nearly certain", "B", "95 to 99%"),
    ],
)
def test_likelihood_is_found_whatever_its_case(words: str, row: str, band: str) -> None:
    term = scales.likelihood(words)
    assert term is not None
    assert (term.row, term.band) == (row, band)


@pytest.mark.parametrize("words", ["", "maybe", "possible", "likely not", "60%"])
def test_what_is_on_no_scale_is_no_likelihood(words: str) -> None:
    assert scales.likelihood(words) is None


def test_confidence_has_three_levels_each_defined_in_a_line() -> None:
    assert [(level.word, level.rank) for level in scales.CONFIDENCES] == [("low", 1), ("moderate", 2), ("high", 3)]
    assert all("\n" not in level.definition for level in scales.CONFIDENCES)
    assert scales.confidence(" Moderate") == scales.CONFIDENCES[1]
    assert scales.confidence("medium") is None


def test_the_admiralty_code_runs_from_a_to_f_and_from_1_to_6() -> None:
    assert "".join(entry.letter for entry in scales.RELIABILITIES) == "ABCDEF"
    assert [entry.number for entry in scales.CREDIBILITIES] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("letter", "label"), [("a", "completely reliable"), ("F", "reliability cannot be judged"), ("G", None), ("", None)]
)
def test_reliability(letter: str, label: str | None) -> None:
    found = scales.reliability(letter)
    assert (found and found.label) == label


@pytest.mark.parametrize(
    ("number", "label"), [(1, "confirmed by other sources"), ("6", "truth cannot be judged"), (0, None), ("x", None)]
)
def test_credibility(number: int | str, label: str | None) -> None:
    found = scales.credibility(number)
    assert (found and found.label) == label


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("RED", "TLP:RED"),
        ("tlp:amber+strict", "TLP:AMBER+STRICT"),
        ("TLP: Amber", "TLP:AMBER"),
        ("amber + strict", "TLP:AMBER+STRICT"),
        ("Green", "TLP:GREEN"),
        ("TLP:CLEAR", "TLP:CLEAR"),
    ],
)
def test_tlp_is_read_however_it_is_written(written: str, label: str) -> None:
    found = scales.tlp(written)
    assert found is not None
    assert found.label == label


@pytest.mark.parametrize("written", ["", "WHITE", "AMBER STRICT", "TLP:TLP:RED", "ORANGE"])
def test_what_tlp_2_does_not_have_is_no_label(written: str) -> None:
    assert scales.tlp(written) is None


def test_tlp_labels_are_ordered_by_strictness() -> None:
    order = ["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"]
    ranked = sorted(scales.TLPS, key=lambda label: label.rank)
    assert [label.name for label in ranked] == order
    for lower, upper in pairwise(ranked):
        assert upper.stricter_than(lower)
        assert not lower.stricter_than(upper)
        assert not lower.stricter_than(lower)
