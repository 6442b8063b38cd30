"""Breaking text into lines: nothing lost, nothing wider than it may be."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from briefing_tui.tui import wrapping
from briefing_tui.tui.wrapping import _SINGLE, breaks, cut

WORDS = st.text(alphabet="ab cdé漢字かな、。\u0301👩‍🚀 \n", max_size=200)


def lines(text: str, width: int, first: int | None = None) -> list[str]:
    return [text[start:end] for start, end in breaks(text, width, first)]


def test_words_stay_whole_and_spaces_at_a_break_are_dropped() -> None:
    assert lines("the crest reaches the levee", 11) == ["the crest", "reaches the", "levee"]


def test_a_word_longer_than_the_line_is_torn() -> None:
    assert lines("https://example.org/a", 8) == ["https://", "example.", "org/a"]


def test_newlines_break() -> None:
    assert lines("one\n\ntwo", 20) == ["one", "", "two"]


def test_wide_characters_count_two_cells_and_may_break_anywhere() -> None:
    assert lines("漢字漢字漢字", 5) == ["漢字", "漢字", "漢字"]


def test_the_first_line_may_be_shorter() -> None:
    assert lines("one two three", 13, 8) == ["one two", "three"]


@given(WORDS, st.integers(4, 40))
def test_no_line_is_wider_than_the_width(text: str, width: int) -> None:
    for line in lines(text, width):
        # One grapheme can be wider than a very narrow line; nothing else.
        assert cell_len(line) <= width or len(line) < 12


@given(WORDS, st.integers(4, 40))
def test_no_character_but_white_space_is_lost_or_moved(text: str, width: int) -> None:
    found = breaks(text, width)
    assert "".join("".join(text[a:b].split()) for a, b in found) == "".join(text.split())
    assert all(a <= b for a, b in found)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(found))


@given(WORDS, st.integers(1, 30))
def test_a_cut_text_fits_and_says_that_it_was_cut(text: str, cells: int) -> None:
    text = text.replace("\n", " ")
    shown = cut(text, cells)
    assert cell_len(shown) <= cells
    assert shown == text or shown.endswith("…")


def test_what_is_taken_to_fill_one_cell_does() -> None:
    wide = [char for code in range(0x20, 0x10000) if _SINGLE.fullmatch(char := chr(code)) and cell_len(char) != 1]
    assert wide == []


@given(st.text("ab 漢\u0301\ufe0f❤", max_size=40), st.integers(2, 20))
def test_a_sign_that_widens_a_character_makes_no_line_too_wide(text: str, width: int) -> None:
    assert cell_len(cut(text, width)) <= width
    assert all(cell_len(text[start:end].rstrip(" ")) <= width for start, end in breaks(text, width))
    assert cut("❤\ufe0fabc", 3) == "❤\ufe0f…"


@pytest.mark.parametrize(
    "word", ["x" * 19_999 + "✓", "水" * 20_000, "👩\u200d🚀" * 7_000, ("e" + "\u0301" * 8) * 2_000, "☁\ufe0f" * 10_000],
    ids=["long", "ideographs", "joined", "marks", "widened"],
)  # fmt: skip
def test_a_word_without_end_is_measured_few_times_over(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    measured = 0

    def counted(text: str) -> int:
        nonlocal measured
        measured += len(text)
        return cell_len(text)

    monkeypatch.setattr(wrapping, "cell_len", counted)
    found = breaks(word, 40)
    assert "".join(word[start:end] for start, end in found) == word
    assert measured < 20 * len(word)
