"""Scenarios stand side by side where there is room, each with its bar and its indicators; none is dropped."""

import pytest
from hypothesis import given, settings

from briefing_tui.blocks.scope import Scope
from briefing_tui.tui.history import Lens
from briefing_tui.tui.views.scenarios import scenarios
from tests.blocks.briefings import scope_of
from tests.tui.reading import FLAGSHIP, reading
from tests.tui.views.outlooks import HARROW_BEND, WIDTHS, laid, outlooks, shipped, targets, text_of


@settings(max_examples=150)
@given(outlooks(), WIDTHS)
def test_every_scenario_is_there_with_every_indicator_that_points_to_it_or_away(scope: Scope, width: int) -> None:
    outlook = scope.briefing.outlook
    layout = laid(scenarios(scope, Lens()), width)
    ids = {each.id for each in outlook.scenarios}
    pointing = {
        each.id for each in outlook.indicators for ref in (*each.points_to, *each.points_away_from) if ref.ref in ids
    }
    assert targets(layout) == ids | pointing


@pytest.mark.parametrize(("width", "beside"), [(39, 1), (71, 2), (79, 2), (119, 4)])
def test_as_many_stand_side_by_side_as_can_be_read(width: int, beside: int) -> None:
    scope = shipped(HARROW_BEND)
    rows = text_of(laid(scenarios(scope, Lens()), width)).split("\n")
    roles = ("most likely", "most dangerous", "best case", "wildcard")
    assert max(sum(role in row for role in roles) for row in rows) == beside
    assert max(row.count("██") > 0 for row in rows)


def test_the_bars_of_neighbours_stand_at_one_height() -> None:
    layout = laid(scenarios(shipped(HARROW_BEND), Lens()), 119)
    rows = [y for y in range(layout.height) if any(piece.role == "bar" for piece in layout.row(y).pieces)]
    assert len(rows) == 1


def test_what_changed_and_what_points_where_is_told() -> None:
    text = text_of(laid(scenarios(shipped(HARROW_BEND), Lens()), 39))
    assert "was likely" in text
    assert "The room above the forecast crest" in text
    assert "Points to it 3" in text
    assert "Points away from it 2" in text
    assert text.index("■ seen  More than 15 mm") < text.index("? unknown  The lowest row")


def test_scenarios_without_likelihood_say_so() -> None:
    assert text_of(laid(scenarios(shipped(FLAGSHIP), Lens()), 71)).count("no likelihood is given") == 3


def test_no_scenarios_say_what_to_write() -> None:
    assert "role: most-likely" in str(scenarios(scope_of(""), Lens()))


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_arrows_go_to_the_scenario_beside_and_below(size: tuple[int, int]) -> None:
    async with reading(HARROW_BEND, size) as r:
        await r.press("5", "v", "v")
        assert r.screen.location.view == "scenarios"
        surface = r.screen.main
        assert surface.target == "holds"
        await r.press("l")
        assert surface.target == "overtops"
        await r.press("j")
        assert surface.target == "ford-seven-two"
        if size == (120, 36):
            assert r.screen.peek_target() == "ford-seven-two"
        await r.press("h", "enter")
        assert r.screen.location.entry == "fall-at-ford"
