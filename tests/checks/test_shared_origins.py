"""Sources that look like several witnesses and are one."""

import pytest

from briefing_tui.checks.shared_origins import RULE
from tests.checks.judging import words_found, words_related

REST = """\
actors: {mayor: Mayor, town: Town}
communications:
  call: {from: mayor, to: town, when: unknown, text: A gate is open., sources: [talk, courier]}
sources:
  talk: {title: Talk, origin: call}
  courier: {title: Courier, origin: call}
  copy: {title: Copy, origin: courier}
  wire: {title: Wire}
  digest: {title: Digest, origin: [call, wire]}
  round: {title: Round, origin: about}
  about: {title: About, origin: round}
"""


def statement(fields: str, text: str = "A second gate is open.") -> str:
    return f'situation:\n  bottom_line: B.\n  statements:\n    gate: {{text: "{text}", {fields}}}\n{REST}'


@pytest.mark.parametrize(
    "sources", ["[talk, courier]", "[talk, copy]", "[courier, copy]", "[talk, courier, copy]", "[round, about]"]
)
@pytest.mark.parametrize("kind", ["kind: reported, ", "kind: fact, ", ""])
def test_several_sources_of_one_origin(sources: str, kind: str) -> None:
    assert words_found(RULE, statement(f"{kind}sources: {sources}")) == [sources]


def test_what_repeats_is_named() -> None:
    assert words_related(RULE, statement("sources: [talk, courier]")) == [["call", "call"]]


@pytest.mark.parametrize(
    "fields",
    [
        "sources: [talk, wire]",
        "sources: [talk, digest]",
        "sources: [courier, copy, wire]",
        "sources: copy",
        "sources: [talk, talk]",
        "sources: [talk, courier], by: mayor",
        "sources: [talk, courier], by: call",
        "sources: [talk, courier], by: courier",
        "sources: [talk, courier], kind: claim, by: town",
    ],
)
def test_several_origins_or_one_that_is_owned_up_to(fields: str) -> None:
    assert words_found(RULE, statement(fields)) == []


def test_an_origin_that_is_linked_is_owned_up_to() -> None:
    assert words_found(RULE, statement("sources: [talk, courier]", "A gate is open, by [[call|the call]].")) == []


def event(fields: str) -> str:
    return f"events:\n  gate: {{title: A gate is opened, when: 2026-03-03, {fields}, sources: [talk, courier]}}\n{REST}"


def test_an_event_that_is_open_does_not_pretend() -> None:
    assert words_found(RULE, event("status: reported")) == ["[talk, courier]"]
    for status in ("claimed", "denied", "disputed", "retracted"):
        assert words_found(RULE, event(f"status: {status}")) == []


def test_a_communication_may_stand_in_several_places() -> None:
    assert words_found(RULE, REST) == []


@pytest.mark.parametrize(
    ("evidence", "found"),
    [
        ("[talk, courier]", 1),
        ("[talk, {ref: courier, bearing: contradicts}]", 0),
        ("[talk, wire]", 0),
        ("[talk, call]", 0),
    ],
)
def test_evidence_that_is_one_witness(evidence: str, found: int) -> None:
    example = f"outlook: {{judgements: {{j: {{text: It is open., evidence: {evidence}}}}}}}\n{REST}"
    assert words_found(RULE, example) == [evidence] * found
