"""A step of the running order: every name of the format shows something, built up point by point until it is whole."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.blocks.block import Bar, Bars, Block, Fields, Heading, Item, Items, Note, Prose, Span, Table
from briefing_tui.blocks.dossier import dossier_blocks
from briefing_tui.blocks.group import GROUPS, group_blocks
from briefing_tui.blocks.panes import pane_blocks
from briefing_tui.blocks.scope import Scope
from briefing_tui.blocks.speaker import mentioned_blocks, notes_blocks
from briefing_tui.blocks.step import built_up, point_count, step_scene, step_title
from briefing_tui.links.problems import PARTS
from briefing_tui.model.kinds import KINDS, PANES
from tests.blocks.briefings import scope_of
from tests.blocks.filled import Filling, filled, loaded
from tests.blocks.notation import written


@cache
def filling() -> Filling:
    return filled()


@cache
def scope() -> Scope:
    return loaded(filling().data)


def shown() -> list[str]:
    """All that a running order may name in a briefing in which everything is filled."""
    return [*sorted(PARTS), *scope().briefing.entries]


def spoken() -> list[str]:
    """The words of all speaker's notes there are."""
    return [marker for path, marker in filling().markers.items() if "notes" in path]


# what a step shows ----------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(PARTS))
def test_every_name_of_the_format_has_a_scene(name: str) -> None:
    scene = step_scene(scope(), name)
    assert scene.title.strip()
    assert scene.blocks
    assert not any(isinstance(block, Note) for block in scene.blocks), "everything is filled"
    assert scene.title == step_title(scope(), name)


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_every_kind_of_entry_has_a_scene_with_all_a_room_is_told(kind: str) -> None:
    entries = [entry for entry in scope().briefing.entries.values() if kind == entry.KIND]
    assert entries
    for entry in entries:
        scene = step_scene(scope(), entry.id)
        assert scene.title.strip()
        text = scene.title + written(scene.blocks)
        told = getattr(entry, "text", None) or getattr(entry, "summary", None) or getattr(entry, "title", "")
        assert str(told).split("[")[0].strip() in text


def test_a_part_shows_what_its_pane_shows_of_it_and_nothing_else() -> None:
    panes = "\n".join(written(pane_blocks(scope(), pane)) for pane in ("situation", "outlook"))
    for name in sorted(PARTS - set(PANES)):
        rows = [row for row in written(step_scene(scope(), name).blocks).splitlines() if row.strip()]
        assert rows
        assert [row for row in rows if row not in panes] == [], name
    parts = {name: written(step_scene(scope(), name).blocks) for name in ("highlights", "gaps", "judgements", "asks")}
    assert len(set(parts.values())) == len(parts)


@pytest.mark.parametrize("name", sorted(PARTS))
def test_in_a_briefing_that_says_next_to_nothing_every_name_still_shows_something(name: str) -> None:
    scene = step_scene(scope_of(""), name)
    assert scene.title.strip()
    assert written(scene.blocks).strip()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("nobody", "nothing of this name"),
        ("other#entry", "another briefing"),
        ("", "nothing of this name"),
        ("lost", "left out"),
        ("gaps", "nothing under this heading"),
    ],
)
def test_what_is_not_there_says_so(name: str, words: str) -> None:
    scene = step_scene(scope_of("actors: {lost: {name: [1], type: 3}}\nsituation: {bottom_line: A.}\n"), name)
    assert words in written(scene.blocks)


# built up ----------------------------------------------------------------


def _rows(blocks: tuple[Block, ...]) -> list[str]:
    return [row for row in written(blocks).splitlines() if row]


def assert_builds(blocks: tuple[Block, ...]) -> None:
    """Asserts that a document is built up by one point after the other until it is whole, and nothing is lost."""
    count = point_count(blocks)
    assert count >= 1
    assert written(built_up(blocks, count)) == written(blocks)
    assert written(built_up(blocks, count + 7)) == written(blocks)
    before: list[str] = []
    for points in range(1, count + 1):
        now = _rows(built_up(blocks, points))
        assert now[: len(before)] == before, "what is shown stays where it is"
        assert len(now) > len(before), "each point shows something more"
        before = now


def test_every_step_builds_up_to_the_whole() -> None:
    for name in shown():
        assert_builds(step_scene(scope(), name).blocks)


SPANS = st.sampled_from([(Span("a"),), (Span("b", "link", "x"),)])
ROWS = st.integers(0, 4)
PLAIN: st.SearchStrategy[Block] = st.one_of(
    SPANS.map(Heading),
    SPANS.map(Prose),
    SPANS.map(Note),
    ROWS.map(lambda n: Items([Item((Span(f"i{k}"),), key=f"i{k}") for k in range(n)])),
    ROWS.map(lambda n: Bars(tuple(Bar((Span(f"b{k}"),), 1, 2, ()) for k in range(n)))),
    ROWS.map(lambda n: Table(("h",), tuple(((Span(f"t{k}"),),) for k in range(n)), tuple("t" * n))),
    st.sampled_from(["i0.rows", "i3.rows", "other"]).map(lambda key: Fields((), key)),
)


@given(st.lists(PLAIN, max_size=9))
def test_any_document_builds_up_to_the_whole(blocks: list[Block]) -> None:
    document = tuple(blocks)
    count = point_count(document)
    assert built_up(document, count) == document
    before: list[str] = []
    for points in range(1, count + 1):
        now = _rows(built_up(document, points))
        assert now[: len(before)] == before
        before = now


# notes ----------------------------------------------------------------


def test_speakers_notes_are_for_the_speaker_alone() -> None:
    assert len(spoken()) > len(KINDS)
    for name in shown():
        text = written(step_scene(scope(), name).blocks) + step_title(scope(), name)
        assert [word for word in spoken() if word in text] == [], name
    looked_up = [pane_blocks(scope(), pane) for pane in PANES]
    looked_up += [dossier_blocks(scope(), id) for id in (*scope().briefing.entries, "bottom-line", "header", "outlook")]
    looked_up += [group_blocks(scope(), f"{group.name}:*:*") for group in GROUPS]
    looked_up.append(mentioned_blocks(scope(), list(scope().briefing.entries)))
    for blocks in looked_up:
        assert [word for word in spoken() if word in written(blocks)] == []


def test_the_speaker_sees_the_notes_of_the_step_and_of_what_is_in_it() -> None:
    own = Scope(scope().briefing, scope().links, notes=True)
    order = own.briefing.running_order
    text = written(notes_blocks(own, order[0].notes, list(own.briefing.entries)))
    assert [word for word in spoken() if word not in text and word not in str(order)] == []
    assert "No notes" in written(notes_blocks(own, None, ()))
