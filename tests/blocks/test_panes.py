"""Panes: what stands in them, in which order, under which keys, and what an empty one says."""

from collections.abc import Iterator

import pytest

from briefing_tui.blocks.block import (
    Bars,
    Block,
    Blocks,
    Fields,
    Heading,
    Item,
    Items,
    LazyRows,
    Note,
    Prose,
    Spans,
    Table,
    text_of,
)
from briefing_tui.blocks.document import briefing_blocks
from briefing_tui.blocks.dossier import dossier_blocks
from briefing_tui.blocks.header import header_blocks, left_out_words
from briefing_tui.blocks.panes import pane_blocks
from briefing_tui.blocks.roles import ROLES
from briefing_tui.blocks.scope import Scope
from briefing_tui.links.index import Links
from briefing_tui.model.kinds import PANES
from briefing_tui.source.load import load
from tests.blocks.briefings import scope_of
from tests.blocks.filled import filled, loaded
from tests.conftest import ROOT

SHIPPED = sorted((ROOT / "briefings").glob("*.yaml"))


def scopes() -> Iterator[Scope]:
    yield loaded(filled().data)
    yield loaded(filled().data, notes=True)
    for path in SHIPPED:
        briefing = load(path).briefing
        if briefing is not None:
            yield Scope(briefing, Links(briefing))


def documents(scope: Scope) -> Iterator[Blocks]:
    yield from (pane_blocks(scope, pane) for pane in PANES)
    yield from (dossier_blocks(scope, id) for id in scope.briefing.entries)
    yield from (
        dossier_blocks(scope, part) for part in ("bottom-line", "highlights", "background", "outlook", "header")
    )
    yield briefing_blocks(scope)


def keys_of(block: Block) -> Iterator[str]:
    yield block.key
    if isinstance(block, Items):
        yield from (item.key for item in block.rows)


def spans_of(block: Block) -> Iterator[Spans]:
    if isinstance(block, Heading):
        yield from (block.spans, block.note)
    elif isinstance(block, Prose | Note):
        yield block.spans
    elif isinstance(block, Fields):
        yield from (row.spans for row in block.rows)
    elif isinstance(block, Items):
        for item in block.rows:
            yield from (item.spans, item.lead, item.tail, item.more)
    elif isinstance(block, Bars):
        for bar in block.rows:
            yield from (bar.label, bar.words)
    elif isinstance(block, Table):
        for row in block.rows:
            yield from row


def test_every_key_is_there_and_there_once() -> None:
    for scope in scopes():
        for blocks in documents(scope):
            keys = [key for block in blocks for key in keys_of(block)]
            assert "" not in keys
            assert sorted(set(keys)) == sorted(keys)


def test_every_span_has_words_a_known_role_and_a_target_that_is_known() -> None:
    for scope in scopes():
        for blocks in documents(scope):
            for spans in (spans for block in blocks for spans in spans_of(block)):
                for span in spans:
                    assert span.text
                    assert span.role in ROLES or not span.role
                    elsewhere = "://" in span.target or "#" in span.target
                    assert not span.target or elsewhere or scope.kind(span.target) or span.role == "broken"


def test_likelihood_and_confidence_never_share_a_line() -> None:
    for scope in scopes():
        for blocks in documents(scope):
            for spans in (spans for block in blocks for spans in spans_of(block)):
                roles = {span.role.partition("-")[0] for span in spans}
                assert not {"likelihood", "confidence"} <= roles


def headings(blocks: Blocks, level: int = 2) -> list[str]:
    return [block.key for block in blocks if isinstance(block, Heading) and block.level == level]


def test_the_situation_begins_with_what_matters_and_what_is_asked() -> None:
    blocks = pane_blocks(loaded(filled().data), "situation")
    assert headings(blocks) == [
        "bottom-line", "asks", "highlights", "figures", "sections", "background", "statements", "gaps", "about",
    ]  # fmt: skip
    assert isinstance(blocks[1], Prose)
    assert (blocks[1].style, blocks[1].target) == ("lead", "bottom-line")


def test_the_outlook_has_its_parts_in_order() -> None:
    blocks = pane_blocks(loaded(filled().data), "outlook")
    assert headings(blocks) == ["summary", "judgements", "scenarios", "indicators", "implications", "assumptions"]


def only_items(blocks: Blocks) -> list[Items]:
    return [block for block in blocks if isinstance(block, Items)]


EVENTS = """
events:
  late: {title: Late, when: 2026-03-09, status: claimed}
  someday: {title: Someday, when: unknown}
  early: {title: Early, when: 2026-03-01~, phase: planned}
communications:
  b: {from: town, text: Second, when: 2026-03-02}
  c: {from: town, text: No time}
  a: {from: town, text: First, when: 2026-03-01}
actors:
  town: {name: Town of Harrow Bend, short: the town, type: population}
"""


def test_events_are_in_the_order_of_time_and_none_is_dropped() -> None:
    blocks = pane_blocks(scope_of(EVENTS), "events")
    placed, undated = only_items(blocks)
    assert [(text_of(item.lead), text_of(item.spans), text_of(item.tail)) for item in placed.rows] == [
        ("~1 Mar 2026", "planned · Early", ""),
        ("9 Mar 2026", "Late", "● claimed"),
    ]
    assert [item.target for item in undated.rows] == ["someday"]
    assert [text_of(block.spans) for block in blocks if isinstance(block, Heading)] == ["Undated"]


def test_communications_are_in_the_order_of_time() -> None:
    placed, undated = only_items(pane_blocks(scope_of(EVENTS), "communications"))
    assert [item.key for item in placed.rows] == ["a", "b"]
    assert [item.key for item in undated.rows] == ["c"]
    assert text_of(placed.rows[0].spans) == "the town: First"


def test_actors_show_their_type_and_how_often_they_are_named() -> None:
    (items,) = only_items(pane_blocks(scope_of(EVENTS), "actors"))
    (item,) = items.rows
    assert text_of(item.spans) == "Town of Harrow Bend · the town"
    assert text_of(item.tail) == "population · named 3"


def test_sources_show_rating_publisher_date_and_how_often_they_are_cited() -> None:
    scope = scope_of(
        "situation: {bottom_line: 'Up [^log].'}\n"
        "sources:\n  log: {title: Gauge log, publisher: Town, date: 2026-03-01, reliability: B}\n"
        "  post: {title: Post}\n"
    )
    (items,) = only_items(pane_blocks(scope, "sources"))
    assert [(text_of(item.lead), text_of(item.spans), text_of(item.tail)) for item in items.rows] == [
        ("¹ B", "Gauge log · Town", "1 Mar 2026 · cited 1"),
        ("²", "Post", "not cited"),
    ]


def test_ten_thousand_lines_are_not_made_before_they_are_looked_at() -> None:
    events = "".join([f"  e{n}: {{title: Event {n}, when: 2026-03-{1 + n % 28:02}}}\n" for n in range(10_000)])
    (items,) = only_items(pane_blocks(scope_of(f"events:\n{events}"), "events"))
    assert isinstance(items.rows, LazyRows)
    assert len(items.rows) == 10_000
    assert not items.rows.made
    assert text_of(items.rows[-1].lead) == "28 Mar 2026"
    assert len(items.rows.made) == 1


@pytest.mark.parametrize("pane", [pane for pane in PANES if pane != "situation"])
def test_an_empty_pane_says_what_to_write_and_that_works(pane: str) -> None:
    note, example = pane_blocks(scope_of(""), pane)
    assert isinstance(note, Note)
    assert isinstance(example, Prose)
    assert example.style == "code"
    text = text_of(example.spans)
    assert len(text.splitlines()) == 2
    assert not any(isinstance(block, Note) for block in pane_blocks(scope_of(text + "\n"), pane))


def test_a_claim_is_visibly_somebodys() -> None:
    scope = scope_of(
        "situation:\n  bottom_line: Up.\n  highlights:\n"
        "    - {text: It rose., kind: claim, by: town, sources: {ref: log, credibility: 4}}\n"
        "    - {text: It fell., kind: analysis}\n"
        "actors: {town: Town}\nsources:\n  log: {title: Log, reliability: C}\n"
    )
    (items,) = [block for block in pane_blocks(scope, "situation") if isinstance(block, Items)]

    def shown(item: Item) -> tuple[str, str]:
        return text_of(item.lead), text_of(item.spans)

    assert [shown(item) for item in items.rows] == [
        ("● claimed", "It rose. — by Town · ¹ C4"),
        ("◇ analysis", "It fell."),
    ]


def test_what_was_left_out_is_counted() -> None:
    scope = scope_of("actors:\n  a: {name: A, colour: red}\n  b: {name: B, colour: red}\n")
    assert left_out_words(scope.briefing) == "2 entries left out"
    assert left_out_words(scope_of("").briefing) == ""
    fields = next(block for block in header_blocks(scope) if isinstance(block, Fields))
    assert [text_of(row.spans) for row in fields.rows if row.label == "Left out"] == ["a actor", "b actor"]


def test_of_what_was_left_out_by_the_thousand_a_hundred_are_named() -> None:
    scope = scope_of("actors:\n" + "".join(f"  a{n}: {{nam: A}}\n" for n in range(1_100)))
    fields = next(block for block in header_blocks(scope) if isinstance(block, Fields))
    left_out = [text_of(row.spans) for row in fields.rows if row.label == "Left out"]
    assert left_out[0] == "a0 actor"
    assert left_out[-1] == "and 1,000 more"
    assert len(left_out) == 101


def test_the_whole_document_tells_each_entry_once() -> None:
    for scope in scopes():
        told = [block.target for block in briefing_blocks(scope) if isinstance(block, Heading) and block.target]
        told += [
            item.target
            for block in briefing_blocks(scope)
            if isinstance(block, Items)
            for item in block.rows
            if item.key == f"{block.key.partition('.')[0]}.{item.target}"
        ]
        keyed = {entry.id for entry in scope.briefing.entries.values() if entry.keyed}
        nested = {id for id in scope.holders if id in keyed}
        assert sorted(told) == sorted(keyed - nested)
