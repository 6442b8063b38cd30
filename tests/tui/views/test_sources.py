"""The grid of sources: every citation stands in the cell of its rating, every source below with what cites it."""

import pytest
from hypothesis import given, settings

from briefing_tui.blocks.block import Items
from briefing_tui.blocks.block import text_of as words_of
from briefing_tui.blocks.group import ANY, group_ids, group_pane, group_title, rated_target
from briefing_tui.blocks.rated import citations
from briefing_tui.blocks.scope import Scope
from briefing_tui.links.support import left_without
from briefing_tui.tui.drawing import Drawing
from briefing_tui.tui.history import Lens
from briefing_tui.tui.views.sources import grid
from tests.blocks.briefings import scope_of
from tests.tui.reading import FLAGSHIP, reading
from tests.tui.views.outlooks import HARROW_BEND, WIDTHS, laid, outlooks, shipped, targets, text_of

SMALL = """
events:
  crest: {title: The crest comes, when: 2026, sources: {ref: gauge, credibility: 2}, text: "As read [^gauge]."}
  rain: {title: It rains, when: 2026, sources: [gauge, radio], credibility: 4}
  calm: {title: It is calm, when: 2026, sources: blog}
sources:
  gauge: {title: The gauge, reliability: B}
  radio: {title: The radio, reliability: D}
  blog: A blog
  idle: {title: An idle one, reliability: A}
"""


def drawing(scope: Scope) -> list[Drawing]:
    return [block for block in grid(scope, Lens()) if isinstance(block, Drawing)]


@settings(max_examples=150)
@given(outlooks(), WIDTHS)
def test_every_citation_is_in_one_cell_and_every_source_is_listed(scope: Scope, width: int) -> None:
    if not scope.briefing.sources:
        return
    layout = laid(grid(scope, Lens()), width)
    found = targets(layout)
    cells = {rated_target(each.letter, each.number) for each in citations(scope)}
    rated = {target for target in found if target.startswith("rated:") and ANY not in target}
    assert rated == cells
    assert {source.id for source in scope.briefing.sources} <= found
    assert {each.entry for each in citations(scope)} <= found
    for target in rated:
        code = target.removeprefix("rated:")
        inside = {each.entry for each in citations(scope) if rated_target(each.letter, each.number) == target}
        assert set(group_ids(scope, target)) == inside, code
    assert {entry for target in rated for entry in group_ids(scope, target)} == {e.entry for e in citations(scope)}


def test_a_cell_counts_what_cites_and_a_bare_citation_does_not_undo_a_rating() -> None:
    scope = scope_of(SMALL)
    grid_ = drawing(scope)[0].draw(71)
    words = {grid_.words(n, link) for n in range(grid_.count) for link in range(len(grid_.stop(n).links))}
    assert {"B2: 1", "B4: 1", "D4: 1", "not rated: 1", "credibility 4: 1", "credibility not given: 1"} <= words
    assert group_ids(scope, "rated:b:2") == ("crest",)
    assert group_ids(scope, "rated:b:*") == ("crest", "rain")
    assert group_ids(scope, "rated:none:none") == ("calm",)
    assert group_ids(scope, "rated:b:none") == ()


def test_a_group_is_called_by_the_words_of_the_scales() -> None:
    scope = scope_of(SMALL)
    assert group_title(scope, "rated:b:2") == "Cited: B usually reliable, 2 probably true"
    assert group_title(scope, "rated:none:none") == "Cited: reliability not given, credibility not given"
    assert group_title(scope, "rated:*:4") == "Cited: 4 doubtful"
    assert group_title(scope, "rated:*:*") == "Cited: all"
    assert group_pane("rated:b:2") == "sources"
    assert group_ids(scope, "rated") == group_ids(scope, "rated:*:*")


def test_what_is_written_twice_is_counted_once_and_what_only_mentions_is_no_citation() -> None:
    scope = scope_of(
        "events:\n  e: {title: E, when: 2026, text: 'See [[s]].'}\n  f: {title: F, when: 2026, sources: [s, s]}\n"
        "sources: {s: S}"
    )
    assert [each.entry for each in citations(scope)] == ["f"]


def test_what_nothing_cites_is_listed_and_what_is_not_rated_has_a_row() -> None:
    text = text_of(laid(grid(scope_of(SMALL), Lens()), 71))
    assert "Cited by nothing  1" in text
    assert "An idle one" in text[text.index("Cited by nothing") :]
    assert "not rated" in text[: text.index("Credibility:")]
    assert "F reliability cannot" in text


@pytest.mark.parametrize("width", [39, 71, 119])
def test_the_words_of_both_scales_are_there_at_any_width(width: int) -> None:
    layout = laid(grid(shipped(HARROW_BEND), Lens()), width)
    words = " ".join(
        " ".join([p.text.replace("\u00a0", " ") for p in layout.row(y).pieces]) for y in range(layout.height)
    )
    for said in ("completely reliable", "usually reliable", "possibly", "doubtful", "improbable"):
        assert said in words


def test_under_each_source_stands_what_cites_it_and_falls_with_it() -> None:
    scope = shipped(HARROW_BEND)
    items = next(block for block in grid(scope, Lens()) if isinstance(block, Items))
    rows = list(items.rows)
    at = [row.target for row in rows].index("engineer-sheet")
    number = len(left_without(scope.links, "engineer-sheet"))
    assert words_of(rows[at].tail) == f"cited 8 · {number} fall with it"
    below = rows[at + 1 : at + 9]
    assert all(row.depth == 1 for row in below)
    lowest = next(row for row in below if row.target == "lowest-point")
    assert (words_of(lowest.lead), words_of(lowest.tail)) == ("B2", "falls with it")


def test_the_flagship_shows_that_all_of_it_hangs_on_one_source() -> None:
    text = text_of(laid(grid(shipped(FLAGSHIP), Lens()), 71))
    assert "What rests on each  1" in text
    assert "fall with it" in text


def test_no_sources_say_what_to_write() -> None:
    assert "reliability: B" in str(grid(scope_of(""), Lens()))


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 14)])
async def test_a_cell_is_gone_to_peeked_at_and_opened(size: tuple[int, int]) -> None:
    async with reading(HARROW_BEND, size) as r:
        await r.press("6", "v")
        assert r.screen.location.view == "grid"
        surface = r.screen.main
        assert surface.drawn
        for _ in range(8):
            if surface.target == "rated:b:2":
                break
            await r.press("j")
            await r.press("l")
        assert surface.target.startswith("rated:")
        target = surface.target
        if size == (120, 36):
            assert r.screen.peek_target() == target
        assert target in {shown.target for shown in surface.shown_links()}
        await r.press("enter")
        assert r.screen.location.entry == target
        assert r.view().lstrip().startswith("Cited:")
        await r.press("backspace")
        assert surface.target == target
