"""Reading whatever stands in a minutes file: nothing crashes, nothing is lost in silence, hands may have been at it."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.meeting.jot import KINDS, Jot
from briefing_tui.meeting.minutes_lines import highest_id, line_of, may_go_on, taken_from
from briefing_tui.model.text import is_blank, one_line


def read(*lines: str) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    taken = taken_from("\n".join(lines).encode("utf-8", "surrogatepass"))
    return [(jot.id, jot.text) for jot in taken.jots], [tuple(found) for found in taken.unread]


def test_what_a_hand_has_written_is_read_in_any_style() -> None:
    jots, unread = read(
        "# Taken by Ana",
        "",
        "- {id: 3, kind: action, text: Call the mayor}",
        "- id: 4",
        "  kind: 'question'",
        '  text: "Who has the key?"  # nobody knows',
        "-   {text: without a kind, id: '7'}",
        '- {"id": 9, "text": "as JSON", "clock": 12.5}',
        "- {id: 10,",
        "   text: over two lines}",
    )
    assert jots == [
        (3, "Call the mayor"),
        (4, "Who has the key?"),
        (7, "without a kind"),
        (9, "as JSON"),
        (10, "over two lines"),
    ]
    assert unread == []


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Anybody else?", "is no item of minutes"),
        ("- just words", "is no item of minutes"),
        ("- {id: 2, text: 'open", "is no item of minutes"),
        ("- {id: 2, text: &a x}", "is no item of minutes"),
        ("- {id: 2, text: !!python/object:os.system x}", "is no item of minutes"),
        ("- " + "[" * 5000, "is no item of minutes"),
        ("- {id: 2, text: " + "x" * 30_000 + "}", "is no item of minutes"),
        ("- {text: no number}", "has no number of its own (id)"),
        ("- {id: -1, text: x}", "has no number of its own (id)"),
        ("- {id: 1234567890, text: x}", "has no number of its own (id)"),
        ('- {id: 2, text: "  "}', "has no text"),
        ("- {id: 2, text: [a, b]}", "has no text"),
        ("- {id: 2, kind: joke, text: x}", "is of no kind there is: action, decision, question, note"),
        ("- {strike: 9}", "changes number 9, which is not there before it"),
        ("- {edit: 1}", "changes a jot into nothing"),
        ('- {edit: 1, text: "x", kind: "joke"}', "changes a jot into nothing"),
    ],
)
def test_what_is_not_understood_is_told_with_its_line(line: str, why: str) -> None:
    jots, unread = read('- {id: 1, kind: "note", text: "before"}', line, '- {id: 5, kind: "note", text: "after"}')
    assert jots == [(1, "before"), (5, "after")]
    assert unread == [(2, why)]


@pytest.mark.parametrize(
    ("field", "why"),
    [
        ("due: 31 February", "`due` is no date"),
        ("clock: soon", "`clock` is no number of seconds"),
        ("clock: nan", "`clock` is no number of seconds"),
        ("clock: -1e999", "`clock` is no number of seconds"),
        ("at: yesterday", "`at` is not understood"),
        ("item: {a: b}", "`item` is not understood"),
        ("names: [a, {b: c}]", "`names` are not all understood"),
    ],
)
def test_a_field_that_is_not_understood_costs_itself_alone(field: str, why: str) -> None:
    jots, unread = read(f"- {{id: 1, text: x, {field}}}")
    assert jots == [(1, "x")]
    assert unread == [(1, why)]


def test_a_number_given_twice_is_told_and_both_stay() -> None:
    jots, unread = read("- {id: 1, text: a}", "- {id: 1, text: b}", "- {edit: 1, text: c}")
    assert jots == [(1, "a"), (1, "c")]
    assert unread == [(2, "number 1 is given a second time")]


def test_lines_that_are_no_utf_8_are_read_as_far_as_they_can_be() -> None:
    taken = taken_from(b'\xef\xbb\xbf- {id: 1, text: "caf\xe9"}\r\n- {id: 2, text: "x"}\r\n')
    assert [jot.text for jot in taken.jots] == ["caf\ufffd", "x"]
    assert [tuple(found) for found in taken.unread] == [(1, "is not UTF-8")]


def test_text_cannot_command_a_terminal_however_it_is_written() -> None:
    taken = taken_from(b'- {id: 1, text: "\\e[2J \\x07 \\u202e \\ud83d\\ude00", by: "\x1b]0;x"}')
    assert all(char.isprintable() for jot in taken.jots for char in jot.text + jot.by)


def test_a_flood_of_lines_is_counted_and_does_not_take_for_ever() -> None:
    for line in (b"- x\n", b"\n", b"#\n", b"- [[[\n", b"- id: 1\n", b"x: y\n", b"-\n  - a\n"):
        data = line * (5_000_000 // len(line))
        taken = taken_from(data)
        assert len(taken.jots) == 0
        assert len(taken.unread) <= 1001
        highest_id(data)
        may_go_on(data)


def test_the_next_number_is_known_whatever_the_style() -> None:
    assert highest_id(b"") == 0
    assert highest_id(b'- {id: 3, text: "id: 99"}\n- {edit: 55, text: "x"}\n# - {id: 77}\n') == 3
    assert highest_id(b"- {text: x, id: 12}\n-   id: 8\n  text: y\n") == 12
    assert highest_id(b'- {"id": "31"}\n- {id: 9999999999999}') == 31


def test_items_go_on_in_a_list_and_in_nothing_else() -> None:
    for content in ("", "# a\n", "---\n", "- {id: 1}\n", "- id: 1\n  text: |\n    a\n\n    b\n", "Agenda\n- {id: 1}\n"):
        assert may_go_on(content.encode()), content
    for content in ("title: A crest\n", "{}\n", "[1, 2]\n", "export PATH\n", "  - {id: 1}\n"):
        assert not may_go_on(content.encode()), content


texts = st.text(st.characters(codec=None), max_size=60)
jots = st.builds(
    Jot,
    kind=st.sampled_from(tuple(KINDS)),
    text=texts.map(lambda text: one_line(f"x{text}")),
    id=st.integers(1, 10**8 - 1),
    item=texts.map(one_line).filter(lambda text: not is_blank(text)),
    by=texts.map(one_line).filter(lambda text: not is_blank(text)),
    clock=st.none() | st.integers(0, 10**6).map(float),
    names=st.lists(texts.map(one_line).filter(lambda text: not is_blank(text)), max_size=3).map(tuple),
    due=st.sampled_from(["", "2026-03-06", "2026-03", "2026-03-06T14:00+01:00"]),
    at=st.just("2026-03-04T14:02:11+01:00"),
    step=st.sampled_from(["", "events:lanes#2"]),
    struck=st.just(False),
    answered=st.just(False),
    answer=st.just(""),
    edited=st.just(False),
)


@given(st.lists(jots, max_size=5, unique_by=lambda jot: jot.id))
def test_what_is_written_is_read_by_us_and_by_any_reader_of_yaml(given_: list[Jot]) -> None:
    fields = [{key: value for key, value in jot._asdict().items() if not isinstance(value, bool)} for jot in given_]
    text = "".join([line_of(**field) + "\n" for field in fields])
    assert text.count("\n") == len(given_)
    taken = taken_from(text.encode("utf-8"))
    assert (list(taken.jots), taken.unread) == (given_, ())
    assert highest_id(text.encode("utf-8")) == max((jot.id for jot in given_), default=0)

    def kept(field: dict[str, Any]) -> dict[str, Any]:
        held = {key: value for key, value in field.items() if value is not None and value != "" and value != ()}
        return {key: list(value) if isinstance(value, tuple) else value for key, value in held.items()}

    assert (yaml.safe_load(text) or []) == [kept(field) for field in fields]


pieces = st.sampled_from(
    [
        "- ",
        "{",
        "}",
        "id: 1",
        "edit: 1",
        "text: ",
        '"',
        "'",
        "x",
        ",",
        ":",
        "\n",
        "[",
        "]",
        "\\",
        "\0",
        "\x1b",
        "é",
        "#",
    ]
)


@given(st.one_of(st.binary(max_size=300), st.lists(pieces, max_size=40).map(lambda parts: "".join(parts).encode())))
def test_anything_can_be_read(data: bytes) -> None:
    taken = taken_from(data)
    assert all(jot.id and jot.text for jot in taken.jots)
    highest_id(data)
    may_go_on(data)
