"""Bars: each judgement and scenario stands at the band of its word, its confidence apart; none is dropped."""

import itertools

import pytest
from hypothesis import given, settings

from briefing_tui.blocks.scope import Scope
from briefing_tui.tui.history import Lens
from briefing_tui.tui.rows import GUTTER
from briefing_tui.tui.views.bars import bars
from briefing_tui.tui.views.percent import TICKS, Percent
from tests.blocks.briefings import scope_of
from tests.tui.reading import FLAGSHIP, reading
from tests.tui.views.outlooks import AMAZON, HARROW_BEND, WIDTHS, laid, outlooks, shipped, targets, text_of


def drawn(scope: Scope, width: int) -> list[str]:
    return text_of(laid(bars(scope, Lens()), width)).split("\n")


@settings(max_examples=150)
@given(outlooks(), WIDTHS)
def test_nothing_judged_is_dropped_or_cut(scope: Scope, width: int) -> None:
    outlook = scope.briefing.outlook
    layout = laid(bars(scope, Lens()), width)
    judged = (*outlook.judgements, *outlook.scenarios)
    assert {each.id for each in judged} == targets(layout)
    if not judged:
        return
    for number in range(layout.count):
        stop = layout.stop(number)
        rows = [layout.row(y) for y in range(*layout.rows_of(number))]
        words = "".join([piece.text for row in rows for piece in row.pieces if piece.role == "strong"])
        assert words.replace(" ", "") == scope.title(stop.target).replace(" ", "")
        given_ = scope.entry(stop.target)
        likely = getattr(given_, "likelihood", None) or getattr(given_, "probability", None)
        assert any(piece.role == "bar" for row in rows for piece in row.pieces) == bool(likely)
        if not likely:
            assert "likelihood is" in " ".join(piece.text for row in rows for piece in row.pieces)


@settings(max_examples=150)
@given(outlooks(), WIDTHS)
def test_likelihood_and_confidence_never_stand_in_one_run_of_words(scope: Scope, width: int) -> None:
    layout = laid(bars(scope, Lens()), width)
    for y in range(layout.height):
        pieces = layout.row(y).pieces
        likely = [piece for piece in pieces if piece.role.startswith("likelihood")]
        sure = [piece for piece in pieces if piece.role == "confidence"]
        if likely and sure:
            assert sure[0].x >= likely[-1].x + len(likely[-1].text) + 2


@pytest.mark.parametrize("cells", range(16, 62))
def test_a_band_reaches_from_tick_to_tick(cells: int) -> None:
    scale = Percent(GUTTER, cells)
    assert scale.at(0) == GUTTER
    assert scale.at(100) == GUTTER + cells - 1
    for low, high in itertools.pairwise(TICKS):
        pieces = [piece for piece in scale.bar(low, high) if piece.role == "bar"]
        assert [(piece.x, piece.x + len(piece.text) - 1) for piece in pieces] == [(scale.at(low), scale.at(high))]


@pytest.mark.parametrize("cells", range(16, 90))
def test_numbers_of_the_ticks_never_touch_and_words_stand_over_their_bands(cells: int) -> None:
    scale = Percent(0, cells)
    ticks = scale.ticks()
    assert ticks[0].text == "0"
    assert ticks[-1].text == "100"
    assert all(a.x + len(a.text) < b.x for a, b in itertools.pairwise(ticks))
    if cells >= 30:
        assert [piece.text for piece in ticks] == [str(value) for value in TICKS]
    for row in "AB":
        words = [piece for line in scale.words(row) for piece in line if piece.role == "axis"]
        assert len(words) in (0, 7)
        assert cells < 60 or words
        for line in scale.words(row):
            assert all(a.x + len(a.text) <= b.x for a, b in itertools.pairwise(line))
            assert line[-1].x + len(line[-1].text) <= scale.end


def test_the_scale_is_at_the_top_with_its_words_and_stays_there() -> None:
    rows = drawn(shipped(HARROW_BEND), 119)
    assert "almost no chance" in rows[0]
    assert "almost certain" in rows[0]
    assert "0  5      20             45   55             80      95 100" in rows[2]
    assert sum("95 100" in row for row in rows) == 1
    layout = laid(bars(shipped(HARROW_BEND), Lens()), 119)
    assert layout.head_at(10) == (0, 4)


def test_what_is_likely_stands_right_of_the_middle_with_its_word_and_what_it_was() -> None:
    rows = drawn(shipped(HARROW_BEND), 71)
    bar = next(row for row in rows if "█" in row)
    axis = next(row for row in rows if "┼" in row)
    assert axis[bar.index("█")] == axis[bar.rindex("█")] == "┼"
    assert bar.index("█") > len(axis) // 2
    assert "moderate" in bar
    under = rows[rows.index(bar) + 1]
    assert under.index("▲ likely 55–80\u00a0%") == bar.index("█")
    assert any("was very likely" in row for row in rows)


def test_row_b_of_the_scale_speaks_in_its_own_words() -> None:
    text = "\n".join(drawn(shipped(AMAZON), 71))
    assert "nearly certain" in text
    assert "almost certain" not in text


def test_what_has_no_likelihood_says_so_in_its_place() -> None:
    text = "\n".join(drawn(shipped(FLAGSHIP), 39))
    assert text.count("no likelihood is given") == 3
    assert "The scale" in text
    assert "45–55\u00a0% roughly even chance" in text


def test_one_part_of_it_or_one_alone_can_be_shown() -> None:
    scope = shipped(HARROW_BEND)
    assert targets(laid(bars(scope, Lens(), "scenarios"), 71)) == {each.id for each in scope.briefing.outlook.scenarios}
    assert targets(laid(bars(scope, Lens(), "below-top"), 71)) == {"below-top"}


def test_an_empty_outlook_says_what_to_write() -> None:
    assert "likelihood: likely" in str(bars(scope_of(""), Lens()))


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 14)])
async def test_bars_are_gone_through_hinted_and_followed(size: tuple[int, int]) -> None:
    async with reading(HARROW_BEND, size) as r:
        await r.press("5", "v")
        assert r.screen.location.view == "bars"
        assert "95 100" in r.view()
        assert r.screen.main.target == "below-top"
        await r.press("j")
        assert r.screen.main.target == "release-larger"
        assert {"below-top", "release-larger"} & {shown.target for shown in r.screen.main.shown_links()}
        await r.press("G")
        assert r.screen.main.target == "levee-gives"
        assert "95 100" in r.view()
        await r.press("enter")
        assert r.screen.location.entry == "levee-gives"
        await r.press("backspace")
        assert r.screen.location.view == "bars"
        assert r.screen.main.target == "levee-gives"


def test_very_many_are_drawn_piece_by_piece_under_one_heading() -> None:
    judgements = "".join(f"    j{n}: {{text: Judgement {n}., likelihood: likely}}\n" for n in range(100))
    scenarios = "".join(f"    s{n}: {{title: Scenario {n}}}\n" for n in range(50))
    scope = scope_of(f"outlook:\n  judgements:\n{judgements}  scenarios:\n{scenarios}")
    assert len(bars(scope, Lens())) == 3
    layout = laid(bars(scope, Lens()), 39)
    assert [layout.stop(n).target for n in range(layout.count)] == [
        *[f"j{n}" for n in range(100)],
        *[f"s{n}" for n in range(50)],
    ]
    text = text_of(layout)
    assert text.count("Judgements  100") == text.count("Scenarios  50") == text.count("The scale") == 1
