"""Plain text: eighty cells wide, handling at both ends, nothing torn that should hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.blocks.block import Bar, Bars, Blocks, Item, Items, Prose, Span, Table
from briefing_tui.export.lines import cells, wrapped
from briefing_tui.export.text import WIDTH, text_lines, text_of_briefing
from tests.blocks.briefings import scope_of
from tests.blocks.filled import filled, loaded


def test_handling_stands_at_the_top_and_at_the_bottom() -> None:
    scope = scope_of("tlp: AMBER+STRICT\nstatus: [exercise, draft]\nbanner: Not for release\n")
    lines = text_of_briefing(scope).splitlines()
    assert lines[0] == lines[-1] == "TLP:AMBER+STRICT · EXERCISE · DRAFT · Not for release"


def test_where_there_is_no_handling_that_is_said() -> None:
    lines = text_of_briefing(scope_of("")).splitlines()
    assert lines[0] == lines[-1] == "no handling given"


def test_what_was_left_out_is_counted_at_the_top() -> None:
    lines = text_of_briefing(scope_of("actors: {bad: {name: X, colour: red}}\n")).splitlines()
    assert lines[1] == "1 entry left out"


def test_no_line_is_wider_than_it_may_be() -> None:
    for line in text_of_briefing(loaded(filled().data, notes=True)).splitlines():
        assert cells(line) <= WIDTH or "://" in line


def lines_of(*blocks: object) -> list[str]:
    return text_lines(blocks)  # type: ignore[arg-type]


def test_citations_are_bracketed_and_addresses_follow_their_words() -> None:
    spans = (
        Span("So it is "),
        Span("¹²\u00a0p. 3", "source", "s"),
        Span(", "),
        Span("there", "address", "https://e.org/"),
    )
    assert lines_of(Prose(spans)) == ["So it is [12, p. 3], there <https://e.org/>"]


def test_lists_hang_under_their_text() -> None:
    item = Item((Span("word " * 20),), lead=(Span("5 Mar"),), tail=(Span("○ reported"),))
    assert lines_of(Items((item,), lead=9)) == [
        "- 5 Mar      word word word word word word word word word word word word word",
        "             word word word word word word word (○ reported)",
    ]


def test_bars_are_drawn_to_scale() -> None:
    bar = Bar((Span("It holds"),), 50, 100, (Span("▲ likely"),))
    assert lines_of(Bars((bar,))) == ["  It holds: ▲ likely", f"  {'-' * 20}{'=' * 20}"]


@pytest.mark.parametrize(
    ("cell", "lines"),
    [
        ("short", ["  what      how much", "  a long a  short"]),
        ("x" * 80, ["- a long a; " + "x" * 68, "  " + "x" * 12]),
    ],
)
def test_a_table_that_is_too_wide_becomes_a_list(cell: str, lines: list[str]) -> None:
    blocks: Blocks = (Table(("what", "how much"), (((Span("a long a"),), (Span(cell),)),), ("x",)),)
    shown = text_lines(blocks)
    if len(cell) < 80:
        assert shown == lines
    else:
        assert all(cells(line) <= WIDTH for line in shown)
        assert "".join(shown).count("x") == 80


@pytest.mark.parametrize(("text", "width"), [("abc", 3), ("", 0), ("日本", 4), ("e\u0301", 1), ("a\u200db", 2)])
def test_width_in_cells(text: str, width: int) -> None:
    assert cells(text) == width


@given(st.text(alphabet="ab 日é\u0301-", max_size=300), st.integers(20, 60), st.integers(0, 10))
def test_wrapping_keeps_every_word_and_the_width(text: str, width: int, margin: int) -> None:
    lines = wrapped(text, width + margin, " " * margin, " " * margin)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cells(line) <= width + margin for line in lines)


def test_an_address_is_not_torn_and_a_no_break_space_holds() -> None:
    address = "https://e.org/" + "a" * 100
    assert wrapped(f"see {address} there", 40) == ["see", address, "there"]
    assert wrapped("aaaa bbbb\u00a0cccc", 12) == ["aaaa", "bbbb\u00a0cccc"]


def test_a_very_long_word_is_answered() -> None:
    assert len(wrapped("日" * 200_000, 80)) == 5_000
