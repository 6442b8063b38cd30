"""Evidence: all a judgement rests on is in its tree, and each source says what is left of it when it falls."""

import pytest
from hypothesis import given, settings

from briefing_tui.blocks.scope import Scope
from briefing_tui.links.support import fallen_with, left_without
from briefing_tui.model.source import Source
from briefing_tui.tui.history import Lens
from briefing_tui.tui.views.evidence import evidence, grounds_of
from tests.blocks.briefings import scope_of
from tests.tui.reading import FLAGSHIP, reading
from tests.tui.views.outlooks import HARROW_BEND, WIDTHS, laid, outlooks, shipped, targets, text_of

TWO = """
events:
  crest: {title: The crest comes, when: 2026, sources: {ref: gauge, credibility: 2}}
  rain: {title: It rains, when: 2026, sources: [gauge, radio]}
  calm: {title: It is calm, when: 2026, sources: radio}
outlook:
  judgements:
    holds: {text: It holds., evidence: [crest, rain, {ref: calm, bearing: contradicts}]}
    bare: {text: It may., evidence: [note]}
situation:
  bottom_line: It rises.
  statements: {note: Nobody says so.}
sources:
  gauge: {title: The gauge, reliability: B}
  radio: {title: The radio, reliability: D}
"""


def shown(scope: Scope, entry: str = "", width: int = 79) -> str:
    return text_of(laid(evidence(scope, Lens(), entry), width))


@settings(max_examples=150)
@given(outlooks(), WIDTHS)
def test_all_evidence_and_every_source_under_it_is_there(scope: Scope, width: int) -> None:
    for judgement in scope.briefing.outlook.judgements:
        found = targets(laid(evidence(scope, Lens(), judgement.id), width))
        if not judgement.evidence:
            continue
        grounds = grounds_of(scope, judgement)
        assert {ref.ref for ref in judgement.evidence} <= found
        assert set(grounds.falls) <= found
        assert judgement.id in found


@settings(max_examples=150)
@given(outlooks())
def test_a_source_is_said_to_leave_what_it_would_leave(scope: Scope) -> None:
    for judgement in scope.briefing.outlook.judgements:
        grounds = grounds_of(scope, judgement)
        for source, falls in grounds.falls.items():
            assert isinstance(scope.entry(source), Source)
            lost = {*left_without(scope.links, source), *fallen_with(scope.links, source)}
            assert falls == lost & {judgement.id, *[ref.ref for ref in (*judgement.evidence, *judgement.sources)]}


def test_at_a_source_it_says_how_many_pieces_are_left() -> None:
    text = shown(scope_of(TWO), "holds")
    assert "2 support, 1 contradicts" in text
    assert "usually reliable, probably true" in text
    gauge = text[text.index("The gauge") :]
    assert gauge.index("without it: 1 of 2 pieces stand") < gauge.index("The radio")
    assert "2 of 2 pieces stand; nothing contradicts it any more" in text
    assert "◆ Stands without any one of its 2 sources" in text
    assert "██ ██  2 of 2" in text
    assert "░░ ██  1 of 2" in text


def test_a_single_point_of_failure_is_made_plain() -> None:
    scope = shipped(FLAGSHIP)
    text = shown(scope, "under-way")
    assert "! Single point of failure: the article" in text
    assert "without it: ! nothing that supports it stands" in text


def test_what_no_source_stands_behind_says_so() -> None:
    assert "! No source stands behind it" in shown(scope_of(TWO), "bare")


def test_confidence_has_a_line_of_its_own() -> None:
    rows = shown(shipped(HARROW_BEND)).split("\n")
    assert any(row.strip() == "Confidence  moderate" for row in rows)
    assert not any("likely" in row and "moderate" in row for row in rows)


def test_branches_deeper_than_the_width_are_cut_with_a_sign() -> None:
    events = "\n".join(
        f"  said-{n}: {{from: a, text: Said {n}., reported_by: said-{n + 1}}}"
        if n < 9
        else "  said-9: {from: a, text: S.}"
        for n in range(10)
    )
    head = "actors: {a: A}\noutlook:\n  judgements: {far: {text: Far., evidence: said-0}}\ncommunications:\n"
    scope = scope_of(head + events)
    text = shown(scope, "far", 24)
    assert "Said 8." in text
    assert "…" in text


def test_nothing_given_says_what_to_write() -> None:
    assert "evidence: [forecast" in str(evidence(scope_of(""), Lens()))
    scope = scope_of("outlook: {judgements: {bare: {text: It may.}}}")
    assert "evidence: [forecast" in str(evidence(scope, Lens(), "bare"))
    assert "none is given" in shown(scope)


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 14)])
async def test_the_tree_of_one_judgement_leads_on(size: tuple[int, int]) -> None:
    async with reading(HARROW_BEND, size, entry="below-top") as r:
        await r.press("v")
        assert r.screen.location.view == "evidence"
        surface = r.screen.main
        for _ in range(20):
            if surface.target == "engineer-sheet":
                break
            await r.press("j")
        assert surface.target == "engineer-sheet"
        if size == (120, 36):
            assert r.screen.peek_target() == "engineer-sheet"
        await r.press("enter")
        assert r.screen.location.entry == "engineer-sheet"
        await r.press("backspace")
        assert (r.screen.location.entry, r.screen.location.view) == ("below-top", "evidence")


async def test_from_all_evidence_a_judgement_opens_with_its_own() -> None:
    async with reading(HARROW_BEND) as r:
        await r.press("5", "v", "v", "v", "v")
        assert r.screen.location.view == "evidence"
        await r.press("enter")
        assert (r.screen.location.entry, r.screen.location.view) == ("below-top", "evidence")
