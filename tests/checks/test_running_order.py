"""E548: a step is shown in a view there is of it."""

import pytest

from briefing_tui.checks.running_order import RULE
from briefing_tui.model.view import VIEWS
from tests.checks.judging import after, found_by, words_found

BODY = """\
actors: {desk: Joint Flood Desk}
events: {crest: {title: The crest, when: unknown}}
outlook:
  judgements: {holds: {text: The levee holds.}}
"""


def order(steps: str) -> str:
    return f"{BODY}running_order: {steps}\n"


@pytest.mark.parametrize(
    ("step", "view"),
    [
        ("events", "ladder"),
        ("actors", "lanes"),
        ("communications", "graph"),
        ("outlook", "grid"),
        ("indicators", "list"),
        ("sources", "bars"),
        ("bottom-line", "bars"),
        ("assumptions", "board"),
        ("desk", "evidence"),
        ("holds", "bars"),
        ("crest", "timeline"),
    ],
)
def test_a_view_that_there_is_not_is_found(step: str, view: str) -> None:
    (found,) = found_by(RULE, order(f"[{{show: {step}, view: {view}}}]"))
    assert words_found(RULE, order(f"[{{show: {step}, view: {view}}}]")) == [view]
    assert step in found.message


def test_every_view_that_there_is_is_let_be_also_twice() -> None:
    shown = {"actor": "desk", "judgement": "holds"}
    steps = [f"{{show: {shown.get(place, place)}, view: {view}}}" for place in VIEWS for view in VIEWS[place]]
    steps += ["{show: scenarios, view: bars}", "{show: indicators, view: board}", "{show: judgements, view: evidence}"]
    steps += ["{show: gaps, view: text}", "{show: crest, view: text}", "crest", "{show: crest, minutes: 2}", "events"]
    assert words_found(RULE, order(f"[{', '.join(steps + steps)}]")) == []


def test_what_is_plain_either_way_is_mended() -> None:
    ((edit, text),) = after(RULE, order("[{show: events, view: text}]"))
    assert edit.safe
    assert "{show: events, view: list}" in text
    assert found_by(RULE, text) == []
