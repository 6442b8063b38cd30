"""Marks stand right under what they mean, whatever stands before it on the line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.source.diagnostic import Extent, Lines
from briefing_tui.source.excerpt import WIDEST, cells, excerpt

WORD = "HERE"


def drawn(text: str, word: str = WORD, **options: bool) -> list[str]:
    start = text.index(word)
    return excerpt(Lines(text), Extent(start, start + len(word)), **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "wide"),
    [
        ("levee", 5),
        ("", 0),
        ("洪水", 4),
        ("ﾊﾝｶｸ", 4),
        ("ＡＢ", 4),
        ("e\u0301", 1),
        ("Հայ", 3),
        ("ש\u05c1ל", 2),
        ("a\u200db", 2),
        ("😀", 2),
        ("❤\ufe0f", 1),
        ("\u1112\u1161\u11ab", 2),
        ("a\u00adb", 3),
    ],
)
def test_cells(text: str, wide: int) -> None:
    assert cells(text) == wide


def test_the_lines_around_and_marks_under_the_place() -> None:
    assert drawn("a: 1\nkey: HERE # more\nb: 2\n") == [
        "  |",
        "1 | a: 1",
        "2 | key: HERE # more",
        "  |      ^^^^",
        "3 | b: 2",
    ]


def test_blank_lines_around_are_left_out() -> None:
    assert drawn("\nHERE\n  \n") == ["  |", "2 | HERE", "  | ^^^^"]


def test_numbers_stand_under_one_another() -> None:
    assert drawn("\n" * 8 + "HERE\nafter") == ["   |", " 9 | HERE", "   | ^^^^", "10 | after"]


@pytest.mark.parametrize(
    "before", ["", "key: ", "洪水が来る ", "e\u0301e\u0301 ", "\t- ", "\x1b[31m", "\u202e", "\x85", "Հայ "]
)
def test_marks_are_exact_after_any_character(before: str) -> None:
    _, line, marks = drawn(f"{before}HERE.", around=False)
    assert cells(line.partition(WORD)[0]) == cells(marks.partition("^")[0])
    assert marks.count("^") == len(WORD)


def test_marks_under_wide_letters_are_as_wide() -> None:
    assert drawn("a: 洪水 x", "洪水", around=False)[-1] == "  |    ^^^^"


def test_an_empty_place_has_one_mark() -> None:
    assert excerpt(Lines("a: b"), Extent(4, 4)) == ["  |", "1 | a: b", "  |     ^"]
    assert excerpt(Lines(""), Extent(0, 0)) == ["  |", "1 |", "  | ^"]
    assert excerpt(Lines("a"), Extent(99, 120)) == ["  |", "1 | a", "  |  ^"]


def test_of_several_lines_the_first_is_marked_to_its_end() -> None:
    assert drawn("key: one\n  two\n", "one\n  two", around=False) == ["  |", "1 | key: one", "  |      ^^^"]


def test_a_long_line_is_cut_around_the_place() -> None:
    _, line, marks = drawn("x" * 5000 + " HERE " + "洪" * 5000, around=False)
    shown = line.removeprefix("1 | ")
    assert shown.startswith("…x")
    assert shown.endswith("洪…")
    assert cells(shown) <= WIDEST
    assert line.index(WORD) == marks.index("^")


def test_a_long_place_is_cut_itself() -> None:
    _, line, marks = drawn("key: " + "洪" * 5000 + " after", "洪" * 5000, around=False)
    assert cells(line.removeprefix("1 | ")) <= WIDEST
    assert line.endswith("洪…")
    assert len(marks) == cells(line)


@pytest.mark.parametrize("sign", ["x", "洪", "\u0301", "\u200d", "\x01"])
def test_of_a_line_of_megabytes_only_what_is_shown_is_looked_at(sign: str) -> None:
    text = sign * 1_000_000
    lines = Lines(f"{text}\n{text}{WORD}{text}\n{text}")
    extent = Extent(2_000_001, 2_000_001 + len(WORD))
    drawn = excerpt(lines, extent)
    above, line = drawn[1], next(line for line in drawn if WORD in line)
    assert line.partition(WORD)[0].startswith("2 | …")
    assert line.endswith("…")
    assert above.endswith("…")
    assert all(cells(one) <= WIDEST + 8 for one in drawn)


def test_a_label_and_another_mark() -> None:
    (_, _, marks) = excerpt(Lines("crest: {}"), Extent(0, 5), mark="-", label="the first one", around=False)
    assert marks == "  | ----- the first one"


@given(before=st.text(max_size=200), after=st.text(max_size=200))
def test_whatever_a_file_holds_is_drawn_without_commands(before: str, after: str) -> None:
    text = f"{before}HERE{after}"
    for line in excerpt(Lines(text), Extent(len(before), len(before) + 4)):
        assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 for char in line)
        assert cells(line) <= WIDEST + 8
