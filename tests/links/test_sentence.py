"""The sentence shown is the one the link stands in: whole, on one line, and never longer than a reader looks at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.links.prose import code_stretches, links_in, shown, verbatim_stretches
from briefing_tui.links.sentence import LONGEST, Sentences
from briefing_tui.model.reference import inline_links


def around(prose: str, id: str = "x") -> str:
    """The sentence around the first link to an id, the words of the link in angle brackets."""
    link = next(link for link in inline_links(prose) if link.target == id)
    found = Sentences(prose).around(link.start, link.end, link.words or link.target.upper(), str.upper)
    return f"{found.text[: found.start]}<{found.text[found.start : found.end]}>{found.text[found.end :]}"


@pytest.mark.parametrize(
    ("prose", "sentence"),
    [
        ("[[x]]", "<X>"),
        ("One. Two [[x]] three. Four.", "Two <X> three."),
        ("[[x]] one. Two.", "<X> one."),
        ("One. [[x]]", "<X>"),
        ("Is it? Ask [[x]]! Yes.", "Ask <X>!"),
        ('He said "Go." Then [[x]] went. Gone.', "Then <X> went."),
        ("One [[x]]\nand on\nthe next line. Two.", "One <X> and on the next line."),
        ("First paragraph\n\nsecond [[x]] paragraph\n\nthird", "second <X> paragraph"),
        ("Points:\n\n- one\n- two [[x]]\n- three", "two <X>"),
        ("1. one\n2. two [[x]]\n3. three", "two <X>"),
        ("> [[x]] is quoted\n\nNot this.", "<X> is quoted"),
        ("- **[[x]]** leads", "<X> leads"),
        ("本日。[[x]]は来た。明日。", "<X>は来た。"),
    ],
)
def test_a_sentence_ends_where_a_reader_would_say_so(prose: str, sentence: str) -> None:
    assert around(prose) == sentence


@pytest.mark.parametrize(
    "prose",
    [
        "It rose by 7.2 m at [[x]] today.",
        "Gen. A. B. Smith met [[x]] there.",
        "The U.S. Army told [[x]] so.",
        "See no. 5 and p. 12 of [[x]] first.",
        "On Sept. 5 at [[x]] it began.",
        "Some, e.g. Harrow, told [[x]] so.",
        "They went on … and [[x]] stayed.",
        "At approx. noon [[x]] called.",
        "Visit example.org or [[x]] now.",
    ],
)
def test_a_full_stop_that_ends_nothing_cuts_nothing(prose: str) -> None:
    assert around(prose) == prose.replace("[[x]]", "<X>")


def test_a_link_is_never_cut() -> None:
    assert around("See [[a|the U. N. Done. Now]] and [[x]] here.") == "See the U. N. Done. Now and <X> here."
    long = "[[a|" + "word. Word " * 30 + "]]"
    assert "]]" not in around(long + " then " * 75 + " [[x]]")


def test_a_citation_after_the_full_stop_belongs_to_what_was_said() -> None:
    prose = "It rose. [^s][^t] The town [[x]] slept.[^s: p. 2] More."
    assert around(prose) == "The town <X> slept."
    assert around(prose, "s") == "It rose. <S>"


def test_only_words_are_shown() -> None:
    prose = "**Bold** and *soft* `code` [site](https://example.org/a_b) snake_case 2*3 "
    prose += "[[b]], [[c|the C]] [^s: p. 4] [[x]] _end_."
    assert around(prose) == "Bold and soft code site snake_case 2*3 B, the C <X> end."


def test_a_long_sentence_is_cut_around_the_link() -> None:
    prose = "alpha " * 100 + "[[x|the words]]" + " omega" * 100
    found = around(prose)
    assert len(found) <= LONGEST + 2
    assert found.startswith("…alpha ")
    assert found.endswith(" omega…")
    assert found.count("alpha") == pytest.approx(found.count("omega"), abs=2)


def test_room_that_one_side_does_not_need_is_given_to_the_other() -> None:
    assert around("[[x]] " + "omega " * 100).count("omega") > 36
    assert around("alpha " * 100 + "[[x]]").count("alpha") > 36


def test_endless_words_of_a_link_are_cut_too() -> None:
    assert len(around(f"[[x|{'w' * 399}]]")) == LONGEST + 2


PIECES = (
    """[[x]] [[x| [^s] [^s: ]] [[ ` ``` " “ ” > - 1. . Mr. U.S. 7.2 A b … 。 ** _ \\ https://a.example/x é \u200d ( )"""
)
ANY_PROSE = st.lists(st.sampled_from([*PIECES.split(" "), " ", "\n", "\n\n", "words. "]), max_size=60).map("".join)


@given(ANY_PROSE | st.text())
def test_every_link_of_any_prose_has_a_sentence_around_it(prose: str) -> None:
    for link in links_in(prose):
        low, high = Sentences(prose).at(link.start, link.end)
        assert 0 <= low <= link.start < link.end <= high <= len(prose)
        for other in inline_links(prose):
            assert not other.start < low < other.end
            assert not other.start < high < other.end
        words = link.words or "it"
        found = Sentences(prose).around(link.start, link.end, words, str.upper, spaced=link.cites)
        assert len(found.text) <= LONGEST
        assert found.text[found.start : found.end] == words[:LONGEST]
        assert "\n" not in found.text.replace(words, "")


@given(ANY_PROSE | st.text(), st.integers(0, 400), st.integers(0, 400))
def test_any_stretch_of_any_prose_has_a_sentence_around_it(prose: str, start: int, length: int) -> None:
    start = min(start, len(prose))
    end = min(start + length, len(prose))
    low, high = Sentences(prose).at(start, end)
    assert 0 <= low <= start <= end <= high <= len(prose)


@given(ANY_PROSE | st.text())
def test_stretches_of_any_prose_are_in_order_and_in_range(prose: str) -> None:
    for found in (code_stretches(prose), verbatim_stretches(prose)):
        offsets = [offset for stretch in found for offset in stretch]
        assert offsets == sorted(offsets)
        assert all(0 <= offset <= len(prose) for offset in offsets)
    assert "\n" not in shown(prose, str.upper)


def test_a_hostile_prose_takes_no_longer_for_its_length() -> None:
    """Linear or this would not end: backticks, brackets and quotation marks that nothing closes."""
    for piece in ("`", "`` ", "[[x", '"a ', "“", "[^", "\\[", "> ", "```\n", "a. "):
        prose = piece * 40_000
        assert code_stretches(prose) is not None
        assert verbatim_stretches(prose) is not None
        assert Sentences(prose).at(20_000, 20_003)[1] <= len(prose)
