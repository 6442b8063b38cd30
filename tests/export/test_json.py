"""JSON: the keys an author writes, the same bytes each time, and a briefing again when it is opened."""

import json
from pathlib import Path

import pytest

from briefing_tui.blocks.scope import Scope
from briefing_tui.export.json import json_of_briefing
from briefing_tui.links.index import Links
from briefing_tui.source.load import load, load_text
from tests.architecture.tree import SHIPPED
from tests.blocks.briefings import scope_of
from tests.blocks.filled import filled, loaded
from tests.goldens.golden import FLOOD


def opened_again(scope: Scope) -> None:
    found = load_text(json_of_briefing(scope), scope.briefing.id)
    assert found.diagnostics == []
    assert found.briefing == scope.briefing


def test_a_briefing_with_everything_comes_back_equal() -> None:
    opened_again(loaded(filled().data, notes=True))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_briefing_comes_back_equal(path: Path) -> None:
    briefing = load(path).briefing
    assert briefing is not None
    opened_again(Scope(briefing, Links(briefing), notes=True))


@pytest.mark.parametrize(
    "rest",
    [
        "situation:\n  bottom_line: x\n  highlights: {a: One., b: {ref: a}, ref-2: Three.}\n",
        "situation:\n  bottom_line: x\n  highlights: [o#a, {ref: a, at: n}, {text: a}]\n  statements: {a: {text: b}}\n",
        "outlook: {scenarios: {a: {title: A, probability: 5}, b: {title: B, probability: [1.5, 2]}}, exclusive: yes}\n",
        "actors: {a: {name: A, relations: {}, aliases: []}}\n",
        "communications: {c: {from: a, text: 'no', confirmed_by_recipient: unknown}}\nactors: {a: '1e3'}\n",
        'actors: {a: {name: "\\U0001F600 \\u2028 \\x85 日本", summary: "a\\n\\n- b\\t\\"c\\""}}\n',
        "running_order: [{show: situation, minutes: 2.5, build: no}]\nstatus: draft\ntlp: AMBER+STRICT\n",
    ],
)
def test_what_is_unusual_comes_back_equal(rest: str) -> None:
    opened_again(scope_of(rest, notes=True))


def test_speakers_notes_are_written_only_when_asked_for() -> None:
    assert "Do not press them." not in json_of_briefing(scope_of(FLOOD, head=""))
    assert "Speak slowly." not in json_of_briefing(scope_of(FLOOD, head=""))
    assert "Do not press them." in json_of_briefing(scope_of(FLOOD, head="", notes=True))
    assert "Speak slowly." in json_of_briefing(scope_of(FLOOD, head="", notes=True))


def test_it_is_the_same_each_time() -> None:
    assert json_of_briefing(scope_of(FLOOD, head="")) == json_of_briefing(scope_of(FLOOD, head=""))


def test_only_what_is_filled_is_written() -> None:
    assert json.loads(json_of_briefing(scope_of(""))) == {
        "title": "A river rises",
        "as_of": "2026-03-04T06:00Z",
        "situation": {"bottom_line": "The river rises."},
    }
