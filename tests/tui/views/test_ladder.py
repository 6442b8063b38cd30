"""The ladder: every communication is an arrow, in the order of time, from whom it came to whom it went."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.blocks.scope import Scope
from briefing_tui.links.index import Links
from briefing_tui.source.load import load
from briefing_tui.tui.history import Lens
from briefing_tui.tui.layout import Layout
from briefing_tui.tui.rows import row_text
from briefing_tui.tui.views.ladder import is_ladder, ladder_blocks, ladder_grid
from briefing_tui.tui.views.parties import told as told_of
from briefing_tui.tui.views.saying import party_name, party_target, said
from tests.tui.reading import FLAGSHIP, Reading, reading
from tests.tui.views.telling import communications, rows_of, sound_stops, told

HARROW_BEND = FLAGSHIP.with_name("harrow-bend-2.yaml")


def flagship() -> Scope:
    loaded = load(FLAGSHIP)
    assert loaded.briefing is not None
    return Scope(loaded.briefing, Links(loaded.briefing))


def drawn(scope: Scope, width: int) -> str:
    layout = Layout(ladder_blocks(scope, Lens()), width)
    return "".join(row_text(layout.row(y)).rstrip() + "\n" for y in range(layout.height)).replace("\u00a0", " ")


# what it looks like --------------------------------------------------------------------


FLAGSHIP_LADDER = """\
  § statement   ? not confirmed

                ministry  public  Center Azerbaijan Russian contingent
                    │ the announcement        │              │
  19 Sep 2023?      ┣━§━━━━━►│       │        │              │
                    │        │       │        │              │
  Time unknown  2
                    ┊        ┊        notice to the Russian contingent
                    ┊        ┊       ┊        ┣━━━━━━━━━━━━━►?
                    ┊        ┊       ┊        ┊              ┊
                    ┊        ┊       notice to the Center's leadership
                    ┊        ┊       ?◄━━━━━━━┫              ┊
"""

FLAGSHIP_LIST = """\
  19 Sep 2023?  ministry → public
          § the announcement

  Time unknown  2
          Azerbaijan → Russian conting…
          notice to the Russian contin…
          Azerbaijan → Center ?
          notice to the Center's leade…

  § statement   ? not confirmed
  A ladder of 5 parties needs a wider
  screen.
"""


def test_the_flagship_in_a_pane() -> None:
    assert drawn(flagship(), 71) == FLAGSHIP_LADDER


def test_the_flagship_where_there_is_no_room_for_lines() -> None:
    assert drawn(flagship(), 40) == FLAGSHIP_LIST


def arrow(**sides: object) -> str:
    """The row of an arrow between Ann, Bo and Cy, after another message of Ann's."""
    found: dict[str, dict[str, object]] = {
        "before": {"from": "p0", "text": "Before.", "when": "2026"},
        "it": {"text": "Words.", **{key.rstrip("_"): value for key, value in sides.items()}},
    }
    return rows_of(ladder_grid(told(found, ["Ann", "Bo", "Cy", *"defgh"]), None, 60))[-1]


@pytest.mark.parametrize(
    ("sides", "shown"),
    [
        ({"from_": "p0", "to": "p1"}, "┣━━━━━"),
        ({"from_": "p0", "to": "p1", "confirmed_by_recipient": "yes"}, "━━►◆"),
        ({"from_": "p0", "to": "p1", "confirmed_by_recipient": {"p1": "no"}}, "━━►×"),
        ({"from_": "p0", "to": "p1", "confirmed_by_recipient": "unknown"}, "━━►?"),
        ({"from_": "p0", "to": ["p1", "p2"]}, "━━━►│"),
        ({"from_": ["p0", "p2"], "to": "p1"}, "►│◄"),
        ({"from_": "p0", "to": "p0", "confirmed_by_recipient": "yes"}, "◆◄┛"),
        ({"from_": "p0", "to": ["p0", "p1"]}, "┣↺━"),
        ({"from_": "p0"}, "┣━━━∅"),
        ({"from_": [], "to": "p1"}, "∅━━►│"),
        ({"from_": []}, "∅━━━∅"),
        ({"from_": "p0", "to": "public", "channel": "call"}, "☏"),
    ],
)
def test_the_ends_of_an_arrow(sides: dict[str, object], shown: str) -> None:
    assert shown in arrow(**sides).replace("┊", "│")


def test_the_channel_is_named_where_the_arrow_is_long_enough() -> None:
    scope = told({"c": {"from": "p0", "to": "p1", "channel": "letter", "text": "x"}}, ["Ann", "Bo", *"cdefgh"])
    assert "━ ⊠ letter ━" in drawn(scope, 60)
    assert "━⊠━" in rows_of(ladder_grid(scope, None, 20))[-1]


def test_days_and_zone_are_said_once() -> None:
    whens = (
        "2026-03-04T09:50-05:00",
        "2026-03-04T10:00-05:00/2026-03-04T11:30-05:00",
        "2026-03-05T08:00-05:00~",
        "2026-03-06",
    )
    scope = told({f"c{n}": {"from": "p6", "to": "p7", "text": "x", "when": when} for n, when in enumerate(whens)})
    beside = [row[:13].strip() for row in rows_of(ladder_grid(scope, None, 60))]
    assert [words for words in beside if words] == [
        "UTC−5",
        *("4 Mar 2026", "09:50", "10:00–11:30", "5 Mar 2026", "~08:00", "6 Mar 2026"),
    ]


def test_one_day_for_all_stands_in_the_head() -> None:
    scope = told({f"c{n}": {"from": "p6", "to": "p7", "text": "x", "when": f"2026-03-04T0{n}:00Z"} for n in range(3)})
    rows = rows_of(ladder_grid(scope, None, 60))
    assert rows[0].startswith("  4 Mar 2026")
    assert rows[1].startswith("  UTC ")
    assert sum("4 Mar" in row for row in rows) == 1


def test_the_time_cursor_stands_before_what_was_not_known() -> None:
    whens = ("2026-03-04", "2026-03-05", "2026-03-06", "unknown")
    scope = told(
        {f"c{n}": {"from": "p6", "to": "p7", "text": f"say {n}", "when": when} for n, when in enumerate(whens)}
    )
    now = told_of(scope).messages[1].when.earliest
    rows = rows_of(ladder_grid(scope, now, 60))
    said_at = [next(n for n, row in enumerate(rows) if f"say {k}" in row) for k in range(4)]
    line = next(n for n, row in enumerate(rows) if row.startswith("  now") and "╌" in row)
    assert said_at[1] < line < said_at[2] < said_at[3]
    assert rows_of(ladder_grid(scope, None, 60)) == [row for n, row in enumerate(rows) if n != line]


# what holds for all --------------------------------------------------------------------

WIDTHS = st.integers(20, 200)


@settings(max_examples=60)
@given(communications(), WIDTHS, st.none() | st.integers(63_000_000_000, 64_000_000_000))
def test_every_communication_is_there_once(scope: Scope, width: int, now: int | None) -> None:
    grid = ladder_grid(scope, now, width)
    sound_stops(grid)
    links = [grid.stop(n).links[0] for n in range(grid.start, grid.count)]
    ids = [communication.id for communication in scope.briefing.communications]
    assert sorted(links) == sorted(ids)
    dated = told_of(scope).dated
    times = [communication.when for communication in scope.briefing.communications]
    assert dated + sum(when is None or not when.placed for when in times) == len(ids)
    keys = [message.when.sort_key for message in told_of(scope).messages[:dated]]
    assert keys == sorted(keys)
    titles = [n for n, row in enumerate(rows_of(grid)) if row.startswith("  Time unknown")]
    assert len(titles) == (dated < len(ids))
    for n, id in enumerate(links):
        first = grid.rows_of(n + grid.start)[0]
        assert not titles or (first > titles[0]) == (n >= dated)
        row, left, _ = grid.cells(n + grid.start, 0)
        grid.x = max(0, min(left - grid.margin, grid.span - width))
        pieces = [*grid.row(first).pieces, *grid.row(row).pieces]
        assert any(piece.link == 0 and piece.target == id for piece in pieces), "it is in sight when it is gone to"


@settings(max_examples=60)
@given(communications(), WIDTHS, st.integers(0, 300))
def test_nothing_overlaps_and_nothing_is_cut_in_silence(scope: Scope, width: int, x: int) -> None:
    grid = ladder_grid(scope, None, width)
    rows_of(grid, x)
    if not is_ladder(scope, width):
        return
    messages = {message.id: message for message in told_of(scope).messages}
    for n in range(grid.head, grid.height):
        for piece in grid.row(n).pieces:
            if piece.link == 0 and piece.role == "":
                assert piece.text == said(scope, piece.target) or piece.text.endswith("…")
                assert piece.target in messages
    if grid.span > width:
        return
    stop = grid.stop(0)
    for link, target in enumerate(stop.links):
        lines = [piece.text for n in range(grid.head) for piece in grid.row(n).pieces if piece.link == link]
        name = next(party_name(scope, id) for id in parties_of(scope) if party_target(scope, id) == target)
        shown = "".join("".join(lines).split())
        assert shown == "".join(name.split()) or "…" in shown


def parties_of(scope: Scope) -> list[str]:
    return [party for message in told_of(scope).messages for party in (*message.senders, *message.recipients)]


@settings(max_examples=40)
@given(communications(), st.integers(60, 200))
def test_an_arrow_reaches_from_its_first_party_to_its_last(scope: Scope, width: int) -> None:
    if not is_ladder(scope, width):
        return
    grid = ladder_grid(scope, None, width)
    middles = {target: grid.middle(0, link) for link, target in enumerate(grid.stop(0).links)}
    for n, message in enumerate(told_of(scope).messages, 1):
        _, left, right = grid.cells(n, 0)
        parties = [middles[party_target(scope, id)] for id in (*message.senders, *message.recipients)]
        assert all(left - 3 <= middle <= right + 3 for middle in parties)


def test_an_arrow_out_of_sight_says_whose_it_is() -> None:
    names = [f"Party number {n}" for n in range(8)]
    scope = told(
        {f"c{n}": {"from": f"p{n}", "to": f"p{n + 1}", "text": "x", "when": f"2026-03-0{n + 1}"} for n in range(7)},
        names,
    )
    grid = ladder_grid(scope, None, 60)
    assert grid.span > 60
    assert "Party number 6 → Party number 7 ›" in rows_of(grid)[-1]
    assert " ▸" in "".join(rows_of(grid)[: grid.head])
    assert any("‹ Party number 0 → Party number 1" in row for row in rows_of(grid, 1000))


# using it --------------------------------------------------------------------


async def to_ladder(reader: Reading) -> None:
    await reader.press("4")
    while reader.screen.location.view != "ladder":
        await reader.press("v")


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 14)])
async def test_arrows_are_gone_to_peeked_at_and_followed(size: tuple[int, int]) -> None:
    async with reading(HARROW_BEND, size) as reader:
        await to_ladder(reader)
        surface = reader.screen.main
        assert surface.target == "gate-withdrawn", "it begins at the first message, not at the parties"
        await reader.press("j", "j")
        assert surface.target == "ford-alarm"
        assert "Stony Ford is above" in reader.view()
        if size == (120, 36):
            assert "cm an hour." in reader.view("context")
        await reader.press("enter")
        assert reader.screen.location.entry == "ford-alarm"
        await reader.press("backspace")
        assert reader.screen.location.view == "ladder"
        assert surface.target == "ford-alarm"


async def test_the_parties_lead_to_their_dossiers_and_stay_in_sight() -> None:
    async with reading(HARROW_BEND, (120, 24)) as reader:
        await to_ladder(reader)
        await reader.press("G")
        assert (
            "Commission"
            in reader.view().splitlines()[0] + reader.view().splitlines()[1] + reader.view().splitlines()[2]
        )
        await reader.press("g", "g")
        assert reader.screen.session.scope.kind(reader.screen.main.target) == "actor"
        await reader.press("l")
        second = reader.screen.main.target
        await reader.press("enter")
        assert reader.screen.location.entry == second


async def test_going_up_shows_the_words_with_their_arrow() -> None:
    async with reading(HARROW_BEND, (80, 24)) as reader:
        await to_ladder(reader)
        await reader.press("G")
        for _ in range(12):
            await reader.press("k")
            surface = reader.screen.main
            words = said(reader.screen.session.scope, surface.target)[:12]
            assert words in reader.view(), surface.target


async def test_an_empty_pane_says_what_to_write() -> None:
    assert "Say who told whom what" in str(ladder_blocks(told({}), Lens()))
