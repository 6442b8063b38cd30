"""Big type: what it can write, how it fits, and that nothing a briefing can hold disturbs it."""

import unicodedata
from itertools import combinations
from string import ascii_letters, ascii_lowercase, ascii_uppercase, digits

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.tui.bigtype import big, big_lines
from tests.goldens import golden
from tests.tui.hostile import NAMES

PUNCTUATION = ".,:;!?'\"‘’“”()-–—/&+%#§…·"
BEYOND = "əƏıİßæÆœŒþÞðÐłŁøØđĐ"
#: The signs over and under letters: acute, grave, circumflex, diaeresis, tilde, caron, cedilla, ogonek, dot, breve,
#: ring, macron, double acute.
SIGNS = "\u0301\u0300\u0302\u0308\u0303\u030c\u0327\u0328\u0307\u0306\u030a\u0304\u030b"
#: Every letter with such a sign that has a code of its own.
MARKED = "".join(
    marked for sign in SIGNS for base in ascii_letters if len(marked := unicodedata.normalize("NFC", base + sign)) == 1
)
PROMISED = ascii_letters + digits + PUNCTUATION + BEYOND + MARKED
#: Letters that are drawn alike everywhere: eth and d with a stroke, and those that have their dot already.
TWINS = {frozenset("ÐĐ"), frozenset({"i", "i\u0307"}), frozenset({"j", "j\u0307"})}


def test_every_promised_character_is_there() -> None:
    assert [char for char in PROMISED if big(char, 20) is None] == []


def test_no_two_letters_look_the_same() -> None:
    # Beside an m, so that a letter is known by where it stands as well.
    written = {*PROMISED, *(unicodedata.normalize("NFC", char + sign) for char in ascii_letters for sign in SIGNS)}
    looks = {char: rows for char in written if (rows := big(f"m{char}m", 40))}
    alike = {frozenset(pair) for pair in combinations(looks, 2) if looks[pair[0]] == looks[pair[1]]}
    assert alike - TWINS == set()


def test_a_letter_and_its_sign_are_one_letter_whether_composed_or_not() -> None:
    for text in (MARKED[:40], MARKED[40:80], "Ağdam, Füzuli, Şuşa", "İstanbul"):
        assert (
            big(unicodedata.normalize("NFC", text), 1000) == big(unicodedata.normalize("NFD", text), 1000) is not None
        )


def test_rows_are_equally_long_and_nothing_stands_at_their_end_but_letters() -> None:
    for text in ("Bottom line", "What is not known", "Ağdam", " spaces  around \t"):
        rows = big(text, 200)
        assert rows is not None
        assert len({len(row) for row in rows}) == 1
        assert any(row[-1] != " " for row in rows)
        assert any(row[0] != " " for row in rows)
        assert set("".join(rows)) <= set(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")


def test_four_rows_and_one_more_where_a_sign_needs_it() -> None:
    assert [len(big(text, 200) or ()) for text in ("Highlights", "Füzuli", "Şuşa", "Ağdam", "İ")] == [4, 4, 4, 5, 5]


def test_what_does_not_fit_is_refused_and_what_just_fits_is_not() -> None:
    rows = big("Highlights", 200)
    assert rows is not None
    width = len(rows[0])
    assert big("Highlights", width) == rows
    assert big("Highlights", width - 1) is None


def test_spaces_part_words() -> None:
    one, two = big("ab", 80), big("a b", 80)
    assert one is not None
    assert two is not None
    assert len(two[0]) >= len(one[0]) + 2
    assert big("a  b", 80) == two == big("a\nb", 80) == big("a\u00a0b", 80)


def test_lines_break_at_spaces_and_are_about_as_long() -> None:
    text = "Who said what to whom"
    whole = big(text, 200)
    assert whole is not None
    assert big_lines(text, 200) == (whole,)
    assert big_lines(text, len(whole[0]) - 1) == (big("Who said", 200), big("what to whom", 200))
    assert big_lines(text, len(whole[0]) - 1, 1) is None
    assert big_lines(text, 20) is None
    assert big_lines("", 200) is None


def test_a_space_that_does_not_break_is_not_broken_at() -> None:
    date = big("19\u00a0September", 200)
    assert date is not None
    lines = big_lines("On 19\u00a0September", len(date[0]))
    assert lines == (big("On", 200), date)


@pytest.mark.parametrize(
    "text",
    ["Гадрут", "שלום", "水", "a水", "👩", "a\u0301\u0302", "a\u0489", "\u0301a", "\u030c", "\x1b[31m", "a\u202eb"],
)
def test_what_has_no_letter_is_refused(text: str) -> None:
    assert big(text, 200) is None
    assert big_lines(text, 200) is None


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "\u00a0", *NAMES, "a" + "\u0301" * 100_000, "x" * 1_000_000, "a " * 500_000]
)
@pytest.mark.parametrize("width", [-3, 0, 1, 7, 80, 200])
def test_hostile_text_is_refused_or_set(text: str, width: int) -> None:
    fits(big(text, width), width)
    for line in big_lines(text, width) or ():
        fits(line, width)


@given(
    st.text(st.sampled_from(f"{ascii_letters} \u00a0\t\u200d\x00水{SIGNS}")),
    st.integers(-2, 120),
    st.integers(-1, 4),
)
def test_any_text_fits_the_width_it_is_given(text: str, width: int, most: int) -> None:
    fits(big(text, width), width)
    lines = big_lines(text, width, most) or ()
    assert len(lines) <= max(0, most)
    for line in lines:
        fits(line, width)


def fits(rows: tuple[str, ...] | None, width: int) -> None:
    assert rows is None or ({len(row) for row in rows} == {len(rows[0])} and 0 < len(rows[0]) <= width)


def test_the_alphabet() -> None:
    lines = [
        ascii_uppercase[:13], ascii_uppercase[13:], ascii_lowercase[:13], ascii_lowercase[13:], digits,
        PUNCTUATION, BEYOND, *(MARKED[n : n + 16] for n in range(0, len(MARKED), 16)),
        "Bottom line", "What is not known", "Who said what to whom", "Ağdam, Füzuli, Şuşa", "19 September 2023",
    ]  # fmt: skip
    golden.check("bigtype.txt", "\n".join("\n".join(map(str.rstrip, big(line, 500) or ())) + "\n" for line in lines))
