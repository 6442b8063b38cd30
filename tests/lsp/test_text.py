"""The text of a document, edited anywhere: always what it would be if it were read anew."""

from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.lsp.text import Text
from briefing_tui.source.diagnostic import Lines

WORDS = st.text(alphabet="ab\r\n水\u2028🌊", max_size=12)
EDITS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 6), WORDS), max_size=20)


@given(WORDS, EDITS)
def test_lines_are_those_of_the_text_whatever_is_edited(content: str, edits: list[tuple[int, int, str]]) -> None:
    text, whole = Text(content), content
    for start, length, new in edits:
        start = min(start, len(whole))
        end = min(start + length, len(whole))
        whole = whole[:start] + new + whole[end:]
        text.replace(start, end, new)
        assert text.content == whole
        assert text.starts == Lines(whole).starts


def test_a_line_is_without_what_ends_it() -> None:
    text = Text("one\r\ntwo\rthree\nfour")
    assert [text.line(n) for n in range(len(text.starts))] == ["one", "two", "three", "four"]
    assert [text.line_of(at) for at in (0, 4, 5, 9, 18)] == [0, 0, 1, 2, 3]


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    text = Text("\ufefftitle: T")
    assert (text.content, text.mark) == ("title: T", "\ufeff")
