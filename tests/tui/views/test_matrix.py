"""The matrix: its cells together hold every communication, its sums are true, each cell leads to what it counts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.blocks.block import Items
from briefing_tui.blocks.group import ANY, group_blocks, group_ids, is_group
from briefing_tui.blocks.scope import Scope
from briefing_tui.links.index import Links
from briefing_tui.source.load import load
from briefing_tui.tui.history import Lens
from briefing_tui.tui.layout import Layout
from briefing_tui.tui.rows import row_text
from briefing_tui.tui.views.matrix import is_matrix, matrix_blocks, matrix_grid
from briefing_tui.tui.views.matrix_grid import Matrix
from briefing_tui.tui.views.tally import NOBODY, Tally, pairs_of, tally
from tests.tui.reading import FLAGSHIP, Reading, reading
from tests.tui.views.telling import communications, rows_of, sound_stops, told

HARROW_BEND = FLAGSHIP.with_name("harrow-bend-2.yaml")


def scope_of_file(name: str) -> Scope:
    loaded = load(FLAGSHIP.with_name(name))
    assert loaded.briefing is not None
    return Scope(loaded.briefing, Links(loaded.briefing))


def drawn(scope: Scope, width: int, now: int | None = None) -> str:
    layout = Layout(matrix_blocks(scope, Lens(now=now)), width)
    return "".join(row_text(layout.row(y)).rstrip() + "\n" for y in range(layout.height))


# what it looks like --------------------------------------------------------------------

FLAGSHIP_MATRIX = """\
  from ↓  to →        public    Russian contingent     Center
  all         3 │       1                1               1
  ──────────────┼─────────────────────────────────────────────────────
  Azerbaijan  2 │       ·                1               1
                │
  ministry    1 │       1                ·               ·

  3 communications.
"""

FLAGSHIP_LIST = """\
  Azerbaijan            2
    → Russian continge… 1
    → Center            1

  ministry              1
    → public            1

  3 communications.
  A matrix of 3 columns
  needs a wider screen.
"""


def test_the_flagship_in_a_pane() -> None:
    assert drawn(scope_of_file("karabakh-2023-09-19.yaml"), 71) == FLAGSHIP_MATRIX


def test_the_flagship_where_there_is_no_room_for_columns() -> None:
    assert drawn(scope_of_file("karabakh-2023-09-19.yaml"), 26) == FLAGSHIP_LIST


def test_what_is_counted_is_said() -> None:
    words = drawn(scope_of_file("harrow-bend-2.yaml"), 120)
    assert "14 communications. One that goes to several counts once for each of them" in words
    assert "makes 25" in words
    assert " all                       25 │" in words


def test_nobody_has_a_row_and_a_column_of_its_own() -> None:
    scope = told({"c": {"from": "p6", "text": "x"}, "d": {"from": [], "to": "p6", "text": "y"}})
    counts = tally(scope)
    assert counts.senders == ["p6", NOBODY]
    assert counts.recipients == ["p6", NOBODY]
    assert counts.cell("p6", NOBODY).target == "c"
    assert counts.cell(NOBODY, "p6").target == "d"
    assert "nobody named" in drawn(scope, 60)


def test_those_who_said_most_come_first() -> None:
    found = [("p0", "p1"), ("p1", "p0"), ("p1", "p2"), ("p2", "p3"), ("p1", "public"), ("p2", "public")]
    counts = tally(told({f"c{n}": {"from": one, "to": to, "text": "x"} for n, (one, to) in enumerate(found)}))
    assert counts.senders == ["p1", "p2", "p0"]
    assert counts.recipients == ["p1", "p2", "p0", "public", "p3"]


def test_high_counts_stand_out_by_a_bar() -> None:
    scope = told({f"c{n}": {"from": "p6", "to": "public" if n else "p6", "text": "x"} for n in range(9)})
    row = next(row for row in drawn(scope, 60).splitlines() if row.startswith("  a "))
    assert "8 █" in row
    assert "1 ▁" in row


def test_what_was_known_then_is_counted() -> None:
    whens = ("2026-03-01", "2026-03-02", "2026-03-03", "unknown")
    scope = told({f"c{n}": {"from": "p6", "to": "public", "text": "x", "when": when} for n, when in enumerate(whens)})
    second = tally(scope).messages[1].when.earliest
    assert tally(scope).cell("p6", "public").known == 4
    assert second is not None
    then = tally(scope).at(second)
    assert then.cell("p6", "public")[:2] == (4, 3)
    assert "Counted is what was known by then: 3 of 4." in drawn(scope, 120, second)
    first = drawn(scope, 120)
    assert first.splitlines()[0] == drawn(scope, 120, second).splitlines()[0], "columns stay where they are"


# what holds for all --------------------------------------------------------------------


@settings(max_examples=60)
@given(communications(), st.integers(20, 200))
def test_the_cells_hold_every_communication(scope: Scope, width: int) -> None:
    grid = matrix_grid(scope, tally(scope), width)
    sound_stops(grid)
    every = {communication.id for communication in scope.briefing.communications}
    held: list[str] = []
    for number in range(grid.count):
        for link, target in enumerate(grid.stop(number).links):
            ids = group_ids(scope, target) if is_group(target) else (target,)
            words = grid.words(number, link)
            if " → " in words and "anybody" not in words.split(" → ")[-1] and not words.startswith("anybody"):
                held += ids
                assert set(ids) <= every
                if ": " in words:
                    assert int(words.rpartition(": ")[2]) == len(ids)
    assert set(held) == every
    assert len(held) == sum(len(list(pairs_of(message))) for message in tally(scope).messages)


@given(communications())
def test_the_sums_are_true(scope: Scope) -> None:
    counts = tally(scope)
    for sender in counts.senders:
        numbers = [counts.cell(sender, to).number for to in counts.recipients]
        assert sum(numbers) == counts.cell(sender, ANY).number > 0
    for to in counts.recipients:
        assert sum(counts.cell(sender, to).number for sender in counts.senders) == counts.cell(ANY, to).number > 0
    assert counts.cell(ANY, ANY).number == sum(counts.cell(sender, ANY).number for sender in counts.senders)
    sent = [counts.cell(sender, ANY).number for sender in counts.senders if sender != NOBODY]
    assert sent == sorted(sent, reverse=True)
    assert set(group_ids(scope, counts.cell(ANY, ANY).target)) == {message.id for message in counts.messages}


@given(communications(), st.integers(63_000_000_000, 64_000_000_000))
def test_what_was_known_is_part_of_all(scope: Scope, now: int) -> None:
    all_, then = tally(scope), tally(scope).at(now)
    for sender in all_.senders:
        for to in all_.recipients:
            number, known, target = then.cell(sender, to)
            assert (number, target) == (all_.cell(sender, to).number, all_.cell(sender, to).target)
            assert 0 <= known <= number
    assert then.cell(ANY, ANY).known == Tally(then.messages, now).cell(ANY, ANY).known


@settings(max_examples=60)
@given(communications(), st.integers(20, 200), st.integers(0, 200))
def test_nothing_overlaps_and_no_count_is_cut(scope: Scope, width: int, x: int) -> None:
    grid = matrix_grid(scope, tally(scope), width)
    rows_of(grid, x)
    if not isinstance(grid, Matrix):
        return
    for number in range(1, grid.count):
        for link, mark in enumerate(grid.marks(number)):
            if mark.column < 0:
                continue
            grid.x = max(0, min(mark.x - grid.margin, grid.span - width))
            row = grid.row(grid.cells(number, link)[0])
            assert any(piece.link == link and piece.text == mark.text for piece in row.pieces), "whole, once in sight"


# using it --------------------------------------------------------------------


async def to_matrix(reader: Reading) -> None:
    await reader.press("4")
    while reader.screen.location.view != "matrix":
        await reader.press("v")


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 14)])
async def test_a_cell_leads_to_what_it_counts(size: tuple[int, int]) -> None:
    async with reading(HARROW_BEND, size) as reader:
        await to_matrix(reader)
        surface = reader.screen.main
        while surface.target != "messages:river-authority:town":
            await reader.press("j" if not is_matrix(reader.screen.session.scope, surface.layout_.width) else "l")
        if size == (120, 36):
            assert "Stony Ford is above" in reader.view("context")
        await reader.press("enter")
        assert reader.screen.location.entry == "messages:river-authority:town"
        assert "The sluice stays shut" in reader.view()
        await reader.press("backspace")
        assert reader.screen.location.view == "matrix"
        assert surface.target == "messages:river-authority:town"


async def test_one_message_alone_is_opened_at_once() -> None:
    async with reading(HARROW_BEND) as reader:
        await to_matrix(reader)
        surface = reader.screen.main
        while surface.target not in reader.screen.session.briefing.entries or surface.link < 2:
            await reader.press("l")
        target = surface.target
        await reader.press("enter")
        assert reader.screen.location.entry == target


async def test_the_cursor_stays_on_the_message_from_view_to_view() -> None:
    async with reading(HARROW_BEND) as reader:
        await reader.press("4")
        while reader.screen.main.target != "sluice-notice":
            await reader.press("j")
        await reader.press("v")
        assert reader.screen.location.view == "ladder"
        assert reader.screen.main.target == "sluice-notice"
        await reader.press("v")
        assert reader.screen.location.view == "matrix"
        assert reader.screen.main.target == "messages:river-authority:town"
        await reader.press("V")
        assert reader.screen.main.target == "ford-alarm", "the first of the two it stood for"


def test_a_group_of_messages_says_only_what_its_title_does_not() -> None:
    scope = told({
        "c": {"from": "p6", "to": ["p7", "public"], "text": "Move."},
        "d": {"from": "p6", "to": "p7", "text": "Stay."},
    })  # fmt: skip
    for target, lines in (
        ("messages:p6:p7", ["Move.", "Stay."]),
        ("messages:p6:*", ["→ 水 level, the public: Move.", "→ 水 level: Stay."]),
        ("messages:*:public", ["← a: Move."]),
    ):
        (items,) = [block for block in group_blocks(scope, target) if isinstance(block, Items)]
        assert ["".join(span.text for span in item.spans) for item in items.rows] == lines


def test_an_empty_pane_says_what_to_write() -> None:
    assert "Say who told whom what" in str(matrix_blocks(told({}), Lens()))
