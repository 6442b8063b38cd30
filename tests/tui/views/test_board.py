"""The board: every indicator under what it speaks for, by status, with where it was seen; none is dropped."""

import pytest
from hypothesis import given, settings

from briefing_tui.blocks.scope import Scope
from briefing_tui.tui.history import Lens
from briefing_tui.tui.views.board import board
from briefing_tui.tui.views.watch import watched
from tests.blocks.briefings import scope_of
from tests.tui.reading import FLAGSHIP, reading
from tests.tui.views.outlooks import HARROW_BEND, WIDTHS, laid, outlooks, shipped, targets, text_of


@settings(max_examples=200)
@given(outlooks(), WIDTHS)
def test_every_indicator_and_all_that_may_be_watched_is_there(scope: Scope, width: int) -> None:
    outlook = scope.briefing.outlook
    layout = laid(board(scope, Lens()), width)
    if not outlook.indicators:
        return
    seen = {ref.ref for each in outlook.indicators if each.status in ("seen", "emerging") for ref in each.seen_in}
    ids = {each.id for each in (*outlook.indicators, *outlook.judgements, *outlook.scenarios)}
    assert targets(layout) == ids | seen


@settings(max_examples=100)
@given(outlooks())
def test_what_points_to_nothing_here_is_in_a_group_of_its_own(scope: Scope) -> None:
    pointing = watched(scope)
    under = {each.id for found in (pointing.to, pointing.away) for all_ in found.values() for each in all_}
    nowhere = {each.id for each in pointing.nowhere}
    assert not under & nowhere
    assert under | nowhere == {each.id for each in scope.briefing.outlook.indicators}
    text = text_of(laid(board(scope, Lens()), 119))
    assert ("Point to nothing here" in text) == bool(nowhere)


def test_wide_it_has_a_column_for_each_status() -> None:
    rows = text_of(laid(board(shipped(HARROW_BEND), Lens()), 119)).split("\n")
    heads = ["■ seen  2", "◧ emerging  1", "□ not seen  3", "? unknown  1"]
    places = [rows[0].index(head) for head in heads]
    assert places == sorted(places)
    row = next(row for row in rows if "The lowest row of" in row)
    assert row.index("→ The lowest row of") == places[3]
    assert "→ The gauge at Stony Ford" in row[: places[1]]
    assert "← The gauge at Stony Ford" in row[places[2] : places[3]]


def test_narrow_it_goes_through_the_scenarios_and_says_where_what_was_seen() -> None:
    text = " ".join(text_of(laid(board(shipped(HARROW_BEND), Lens()), 71)).split())
    assert text.startswith("■ seen 2 ◧ emerging 1 □ not seen 3 ? unknown 1 → speaks for it ← speaks against it")
    assert "■ seen → More than 15 mm of rain falls in six hours at the dam." in text
    assert "in A second band of rain crosses the upper basin · checked 4 Mar 15:00-5" in text
    assert text.index("goes over the levee") < text.index("The jam clears") < text.index("On Tuesday the dam released")


def test_nothing_seen_yet_is_said_and_what_nobody_watches() -> None:
    text = text_of(laid(board(shipped(FLAGSHIP), Lens()), 71))
    assert "■ seen 0" in text
    assert "? unknown 5" in text
    assert "Without an indicator  1" in text


def test_what_was_seen_nobody_knows_where_says_so() -> None:
    scope = scope_of("outlook:\n  indicators:\n    wet: {text: It is wet., status: seen}")
    text = text_of(laid(board(scope, Lens()), 71))
    assert "where is not said" in text
    assert "when it was checked is not said" in text


def test_one_scenario_alone_can_be_shown_and_none_says_what_to_write() -> None:
    scope = shipped(HARROW_BEND)
    assert "more-rain" not in targets(laid(board(scope, Lens(), "holds"), 71))
    assert "points_to: overtops" in str(board(scope_of(""), Lens()))


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 14)])
@pytest.mark.parametrize("zoomed", [False, True])
async def test_what_was_seen_leads_to_the_event(size: tuple[int, int], zoomed: bool) -> None:
    async with reading(HARROW_BEND, size) as r:
        await r.press("5", "v", "v", "v", *(["z"] if zoomed else []))
        assert r.screen.location.view == "board"
        surface = r.screen.main
        for _ in range(20):
            if surface.target == "rain-band":
                break
            await r.press("n")
        assert surface.target == "rain-band"
        assert "rain-band" in {shown.target for shown in surface.shown_links()}
        await r.press("enter")
        assert r.screen.location.entry == "rain-band"
        await r.press("backspace")
        assert surface.target == "rain-band"


def test_very_many_are_drawn_piece_by_piece_and_summed_up_once() -> None:
    scenarios = "".join(f"    s{n}: {{title: Scenario {n}}}\n" for n in range(50))
    signs = "".join(f"    i{n}: {{text: Sign {n}., points_to: s{n}, status: seen}}\n" for n in range(50))
    layout = laid(board(scope_of(f"outlook:\n  scenarios:\n{scenarios}  indicators:\n{signs}"), Lens()), 71)
    assert text_of(layout).count("■ seen 50") == 1
    assert {f"i{n}" for n in range(50)} <= targets(layout)
