"""What stands inside a paragraph, and that nothing an author types breaks it or is lost in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.blocks.inline import MOST_SIGNS, Piece, bare_words, pieces_of

UNITS = [*"*_`[]()|^\\<>:#!~ \n\tab1ä", "[[", "]]", "[^", "**", "https://e.org", "](", "a-b", " a "]
ACTIVE = st.lists(st.sampled_from(UNITS), max_size=40).map("".join)


def text(words: str, weight: str = "") -> Piece:
    return Piece("text", words, weight=weight)


@pytest.mark.parametrize(
    ("written", "pieces"),
    [
        ("plain words", [text("plain words")]),
        ("two\nlines", [text("two lines")]),
        ("**strong** words", [text("strong", "strong"), text(" words")]),
        ("*one* and _other_", [text("one", "emphasis"), text(" and "), text("other", "emphasis")]),
        ("***both***", [text("both", "strong")]),
        ("**NATO**-led", [text("NATO", "strong"), text("-led")]),
        ("**a *b* c**", [text("a b c", "strong")]),
        ("`a*b*c`", [Piece("code", "a*b*c")]),
        ("`` a`b ``", [Piece("code", "a`b")]),
        ("[[town]]", [Piece("entry", "", "town")]),
        ("[[town|the *old* town]]", [Piece("entry", "the old town", "town")]),
        ("**[[town]]**", [Piece("entry", "", "town", weight="strong")]),
        ("[^log: p. 2]", [Piece("source", "", "log", "p. 2")]),
        ("[site](https://e.org/a_(b))", [Piece("address", "site", "https://e.org/a_(b)")]),
        ("<https://e.org>", [Piece("address", "https://e.org", "https://e.org")]),
        ("<mailto:a@e.org>", [Piece("address", "a@e.org", "mailto:a@e.org")]),
        (r"\*no\* \[[town]]", [text("*no* [[town]]")]),
    ],
)
def test_what_is_written_is_understood(written: str, pieces: list[Piece]) -> None:
    assert pieces_of(written) == pieces


@pytest.mark.parametrize(
    "written",
    [
        "[site](javascript:alert(1))",
        "[site](data:text/html,x)",
        "<javascript:alert(1)>",
        "[site](https://user@e.org)",
        "<b>bold</b> &amp; <script>alert(1)</script>",
        "snake_case_name 2*3*4 and 5 * 6",
        "*open and **never closed",
        "fill in: ________ or ****",
        "`open",
        "[[no link]",
        "[^No Source]",
        "](https://e.org)",
    ],
)
def test_what_is_no_markup_of_ours_is_shown_as_it_stands(written: str) -> None:
    assert pieces_of(written) == [text(written)]


def test_code_wins_over_links() -> None:
    assert pieces_of("write `[[town]]` for it") == [text("write "), Piece("code", "[[town]]"), text(" for it")]


def test_words_of_a_link_are_bare() -> None:
    assert bare_words("the **old** `town`") == "the old town"


@given(ACTIVE)
def test_nothing_typed_raises(written: str) -> None:
    for piece in pieces_of(written):
        assert piece.words or piece.target
        assert "\n" not in piece.words


@given(st.text(alphabet=list("*_ab \nä.,1"), max_size=80))
def test_no_word_is_lost_to_emphasis(written: str) -> None:
    shown = "".join([piece.words for piece in pieces_of(written)])
    kept = str.maketrans("", "", "*_")
    assert shown.translate(kept) == written.replace("\n", " ").translate(kept)


@given(st.text(alphabet=list("<>&()! ab\n.:/"), max_size=80))
def test_what_no_markup_touches_stays_letter_by_letter(written: str) -> None:
    assert "".join([piece.words for piece in pieces_of(written)]) == written.replace("\n", " ")


@pytest.mark.parametrize(
    "unit",
    [
        "*a ",
        "_a *b ",
        "[a](",
        "[[a|",
        "`",
        " `a``b```c",
        "<http://",
        "a* ",
        "[a](x",
        "\\",
        "[^a: ",
        "*a _b* ",
        "**",
        "[q](x[a](x)",
    ],
)
def test_a_great_deal_of_what_never_closes_is_answered(unit: str) -> None:
    # Anything that grew with the square of its length would not come back within the life of the test run.
    written = unit * (400_000 // len(unit))
    assert "".join([piece.words or piece.target for piece in pieces_of(written)])


@pytest.mark.parametrize("sign", ["[[a]] ", "*a* ", "**b** ", "`c` ", "\\* ", "<d ", "[e "])
def test_what_holds_more_signs_than_anybody_writes_is_shown_as_it_is_written(sign: str) -> None:
    text = sign * (3 * MOST_SIGNS)
    pieces = pieces_of(text)
    assert pieces[-1].words.endswith(sign * MOST_SIGNS)
    assert len(pieces) <= 2 * MOST_SIGNS + 1
