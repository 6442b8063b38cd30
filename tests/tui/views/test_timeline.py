"""The timeline: whatever the dates, every event has its row; groups say what is known; what lasts is a line."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from briefing_tui.blocks.scope import Scope
from briefing_tui.links.index import Links
from briefing_tui.links.knowledge import Knowledge
from briefing_tui.source.load import load
from briefing_tui.tui.history import Clock, Lens
from briefing_tui.tui.layout import Layout
from briefing_tui.tui.rows import Piece, row_text
from briefing_tui.tui.views.chronology import Chronology
from briefing_tui.tui.views.event_row import event_lines
from briefing_tui.tui.views.spacing import Spacing
from briefing_tui.tui.views.timeline import Timeline, timeline_blocks
from tests.goldens.golden import check
from tests.tui.reading import FLAGSHIP
from tests.tui.views.making import at, briefing_of, events, many

HARROW_BEND = FLAGSHIP.with_name("harrow-bend-2.yaml")
AMAZON_Q = FLAGSHIP.with_name("amazon-q-extension-2025-07-13.yaml")
PLAIN = Lens()
CLOCKS = st.sampled_from(["occurred", "reported"])


def scope_of(path: Path) -> Scope:
    briefing = load(path).briefing
    assert briefing is not None
    return Scope(briefing, Links(briefing))


def drawn(scope: Scope, width: int = 71, lens: Lens = PLAIN) -> list[str]:
    """The rows of the view."""
    layout = Layout(timeline_blocks(scope, lens), width)
    return [row_text(layout.row(y)).rstrip() for y in range(layout.height)]


def timeline(scope: Scope, width: int = 71, lens: Lens = PLAIN) -> Timeline:
    return Timeline(scope, Chronology(scope, lens.clock), lens, width)


# whatever the dates --------------------------------------------------------------------


@settings(max_examples=150)
@given(events(), CLOCKS, st.integers(20, 200), st.none() | st.integers(-(10**9), 10**11))
def test_every_event_has_one_row_and_nothing_overlaps_or_is_cut_silently(
    found: dict[str, dict[str, Any]], clock: Clock, width: int, now: int | None
) -> None:
    scope = briefing_of(found)
    layout = Layout(timeline_blocks(scope, Lens(clock, now=now)), width)
    if not found:
        assert "No events yet" in row_text(layout.row(0))
        return
    stops = [layout.stop(n) for n in range(layout.count)]
    assert Counter(stop.target for stop in stops) == Counter(list(found))
    assert [stop.key for stop in stops] == [layout.stop(layout.number_of(stop.key) or 0).key for stop in stops]
    seen: Counter[int] = Counter()
    titled = set()
    for y in range(layout.height):
        row = layout.row(y)
        end = 0
        for piece in row.pieces:
            assert piece.x >= end
            end = piece.x + cell_len(piece.text)
            if piece.link >= 0:
                assert layout.stop(row.stop).links[piece.link] == piece.target
                titled.add(piece.target)
        assert end <= width
        if row.stop >= 0:
            seen[row.stop] += 1
            first, last = layout.rows_of(row.stop)
            assert first <= y < last
    assert all(seen[n] == layout.rows_of(n)[1] - layout.rows_of(n)[0] > 0 for n in range(layout.count))
    assert set(found) <= titled
    for n in range(layout.count):
        shown = "".join([_title_in(layout, y) for y in range(*layout.rows_of(n))])
        title = found[stops[n].target]["title"]
        assert shown.replace(" ", "") == title.replace(" ", "") or shown.endswith("…")


def _title_in(layout: Layout, y: int) -> str:
    return "".join([piece.text for piece in layout.row(y).pieces if piece.link == 0])


@given(events(), st.integers(20, 160), st.integers(63_000_000_000, 64_000_000_000))
def test_the_time_cursor_stands_below_all_that_is_not_after_it(
    found: dict[str, dict[str, Any]], width: int, now: int
) -> None:
    scope = briefing_of(found)
    before, after = (timeline(scope, width, Lens(now=moment)) for moment in (None, now))
    order = Chronology(scope, "occurred")
    if not order.dated:
        assert after.height == before.height
        return
    assert after.height == before.height + 1
    moved = [n for n in range(before.count) if before.rows_of(n) != after.rows_of(n)]
    assert moved == list(range(before.count - len(moved), before.count))
    above = before.count - len(moved)
    assert all(instant > now for instant in order.instants[above:])
    assert above == 0 or order.instants[min(above, order.dated) - 1] <= now


# what is said --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("when", "heading", "rest"),
    [
        ("2026-03-04", "4 March 2026  Wednesday", ""),
        ("2026-03-04~", "4 March 2026  Wednesday", "~ about"),
        ("2026-03-04?", "4 March 2026  Wednesday", "? uncertain"),
        ("2026-03-04%", "4 March 2026  Wednesday", "% both"),
        ("2026-03-04T05:10Z", "4 March 2026  Wednesday", "05:10Z"),
        ("2026-03-04T23:10-05:30~", "4 March 2026  Wednesday", "23:10-05:30~"),
        ("2026-03-04T05:10:30", "4 March 2026  Wednesday", "05:10:30"),
        ("2026-03", "March 2026, day not known", ""),
        ("2026-03-XX", "March 2026, day not known", "a day"),
        ("2026-03-XX~", "March 2026, day not known", "a day ~"),
        ("2026-21", "Spring 2026, month not known", ""),
        ("2026", "2026, month not known", ""),
        ("2026-XX", "2026, month not known", "a month"),
        ("2026-XX-XX", "2026, month not known", "a day"),
        ("197X", "1970s, year not known", ""),
        ("19XX?", "20th century, year not known", "? uncertain"),
        ("-0043-03-15", "15 March 44 BC", ""),
        ("Y170000002", "170000002, month not known", ""),
        ("2026-03-04/2026-03-06~", "4 March 2026  Wednesday", "from / to 6 Mar~"),
        ("2026-12-30/2027-01-02", "30 December 2026  Wednesday", "from / to 2 Jan 2027"),
        ("2026-03-04T09:00Z~/2026-03-04T10:00Z", "4 March 2026  Wednesday", "09:00Z~ / to 10:00Z"),
        ("2026-03-04~/..", "4 March 2026  Wednesday", "from ~ / onwards"),
        ("2026-03-04/", "4 March 2026  Wednesday", "from / end unknown"),
        ("../2026-03-04", "4 March 2026  Wednesday", "until"),
        ("../2026-03-04T10:00Z", "4 March 2026  Wednesday", "until / 10:00Z"),
        ("/2026-03-04", "4 March 2026  Wednesday", "until / start unknown"),
        ("2026-03/2026-05", "March 2026, day not known", "from / to May 2026"),
        ("unknown", "Undated  1", ""),
    ],
)
def test_a_group_says_what_is_known_and_a_row_what_is_left(when: str, heading: str, rest: str) -> None:
    order = Chronology(scope := at(when), "occurred")
    assert "".join(order.heading(0)) == heading
    rows = drawn(scope, 160)
    first = next(n for n, row in enumerate(rows) if heading in row) + 1
    event = [row[:46].lstrip(" │├◆•┃┇╹▼▲").partition("Event 0")[0].strip() for row in rows[first : first + 2]]
    assert " / ".join([words for words in event if words]) == rest


def test_what_is_written_in_another_offset_stands_in_the_day_of_most_with_its_own_date() -> None:
    rows = drawn(at("2026-03-04T20:00-05:00", "2026-03-05T02:00Z", "2026-03-04T23:00-05:00", "2026-03-05T09:00-05:00"))
    words = [" ".join(row.split()[1:]) for row in rows if row.strip(" │")]
    assert words == [
        "4 March 2026 Wednesday",
        "20:00-05:00 Event 0",
        "5 Mar 02:00Z Event 1",
        "23:00-05:00 Event 2",
        "5 March 2026 Thursday",
        "09:00-05:00 Event 3",
    ]


def test_lines_begin_end_go_on_and_come_from_before() -> None:
    scope = at(
        "2026-03-01/..",
        "2026-03-02/2026-03-04",
        "2026-03-03",
        "2026-03-05/",
        "../2026-03-05",
        "/2026-03-04",
        "2026-03-06",
    )
    assert [row[:11].rstrip() for row in drawn(scope)] == [
        "  ├ ▲",
        "  │ ┃ •",
        "  │ ┃ ┃",
        "  │ ┃ ┃",
        "  ├ ┃ ┃",
        "  │ ┃ ┃ •",
        "  │ ┃ ┃ ┃",
        "  │ ┃ ┃ ┃",
        "  ├ ┃ ┃ ┃",
        "  • ┃ ┃ ┃ ┇",
        "  │ ┃ ┃ ┃ ┇",
        "  ├ ┃ ┃ ┃ ┇",
        "  │ ┃ ┃ ┃ •",
        "  │ ┃ ┃ ╹",
        "  │ ┃ ┃",
        "  ├ ┃ ┃",
        "  │ • ┃",
        "  │   ┃ •",
        "  │   ┃ ┇",
        "  │   ┃ ┇",
        "  ├   ┃ ┇",
        "  •   ┃ ┇",
        "      ▼",
    ]


def test_what_is_not_drawn_is_counted_and_said() -> None:
    scope = at(*[f"2026-03-0{n}/2026-04" for n in range(1, 8)], "2026-03-09")
    rows = drawn(scope, 50)
    assert rows[-1].split() == ["+n", "more", "last", "than", "are", "drawn"]
    assert "".join([row.split("+")[1][0] for row in rows[:-1] if "+" in row]) == "12344444"


def test_a_step_of_the_clock_goes_by_the_report_and_says_what_does_not() -> None:
    scope = at(
        "2026-03-01T10:00Z",
        "2026-03-02T10:00Z",
        "2026-03-05T10:00Z",
        reported_at=("2026-03-03T08:00Z", None, None),
        phase=("ended", "ended", "planned"),
    )
    assert Chronology(scope, "reported").ids == ["e1", "e0", "e2"]
    rows = drawn(scope, 100, Lens("reported"))
    assert "° by when it occurred" in rows[0]
    told = [" ".join(row.split()[1:]) for row in rows if "Event" in row]
    assert told == [
        "10:00Z ° Event 1",
        "08:00Z Event 0 occurred 1 Mar 2026 10:00Z",
        "10:00Z planned · Event 2",
    ]


def test_the_line_of_the_time_cursor_is_between_what_is_before_and_what_is_after() -> None:
    lasts = "2026-03-04T18:00Z/2026-03-05T12:00Z"
    scope = at("2026-03-03T10:00Z", "2026-03-04T10:00Z/..", lasts, "2026-03-05T10:00Z~", "unknown")
    now = Knowledge(scope.briefing).moments[1]
    rows = drawn(scope, 71, Lens(now=now))
    line = next(n for n, row in enumerate(rows) if "──" in row)
    assert rows[line].startswith("  ──┃──── 4 Mar 2026 10:00Z ───")
    assert next(n for n, row in enumerate(rows) if "Event 1" in row) < line
    assert [n for n, row in enumerate(rows) if "Event 2" in row] == [line + 1]


def test_without_any_time_it_says_what_to_write() -> None:
    rows = drawn(at("unknown", "unknown"))
    assert "No event has a time yet" in rows[0]
    assert any("Undated  2" in row for row in rows)


def test_shipped_briefings_as_they_were_last_looked_at() -> None:
    pages = []
    for path in (HARROW_BEND, AMAZON_Q, FLAGSHIP):
        for width in (119, 71, 39) if path is HARROW_BEND else (71,):
            pages.append(f"@@ {path.stem} {width}\n" + "\n".join(drawn(scope_of(path), width)) + "\n")
    check("timeline.txt", "\n".join(pages))


def test_of_ten_thousand_events_only_those_that_are_looked_at_are_set(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []

    def lines(found: Chronology, at: Spacing, row: int) -> list[list[Piece]]:
        made.append(row)
        return event_lines(found, at, row)

    monkeypatch.setattr("briefing_tui.tui.views.timeline.event_lines", lines)
    layout = Layout(timeline_blocks(many(10_000), Lens()), 71)
    assert layout.count == 10_000
    middle = layout.rows_of(5_000)[0]
    for y in range(middle, middle + 40):
        layout.row(y)
    assert 10 < len(made) == len(set(made)) <= 40
