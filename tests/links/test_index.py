"""Every reference an author can write is found, in both directions, and belongs to the entry it stands in."""

import pytest

from briefing_tui.links.index import Links, Reference
from briefing_tui.model.kinds import KINDS
from briefing_tui.model.shape import Many, Record, Shape, Table, fields_of
from tests.links.written import ACTORS, links


def said(references: tuple[Reference, ...]) -> list[tuple[str, str, str]]:
    return [(reference.source, reference.field, reference.target) for reference in references]


def test_a_role_and_a_relation_are_part_of_the_field() -> None:
    found = links("""
        actors:
          a: {name: A, relations: {commands: b, other: {ref: b, note: kin}}}
          b: B
        events:
          e: {title: E, when: 2026, participants: {initiator: [a, b], target: b}}
    """)
    assert said(found.outgoing("a")) == [("a", "relations.commands", "b"), ("a", "relations.other", "b")]
    assert said(found.incoming("b")) == [
        ("a", "relations.commands", "b"),
        ("a", "relations.other", "b"),
        ("e", "participants.initiator", "b"),
        ("e", "participants.target", "b"),
    ]
    assert [reference.kinds for reference in found.outgoing("e")] == [("actor",)] * 3


def test_what_qualifies_a_reference_refers_too() -> None:
    found = links("""
        events:
          e:
            title: E
            when: 2026
            participants: {target: {ref: a, by: w, sources: [s, {ref: t, at: p. 2}]}}
        actors: {a: A, w: W}
        sources: {s: S, t: T}
    """)
    assert said(found.outgoing("e")) == [
        ("e", "participants.target", "a"),
        ("e", "participants.target.by", "w"),
        ("e", "participants.target.sources", "s"),
        ("e", "participants.target.sources", "t"),
    ]
    at = found.incoming("t")[0].ref
    assert at is not None
    assert at.at == "p. 2"


def test_prose_links_with_their_words_and_cites_with_a_place() -> None:
    found = links(
        """
        situation:
          bottom_line: The '[[town|good   town]]' says so [^s].
          background: 'Once, [[town]] lay elsewhere [^s: p. 3].'
          highlights: ["[[town]] is up.", {ref: pool}]
          statements: {pool: '[[town]] is down.'}
        outlook: {summary: 'For [[town]].', implications: ["[[town]] pays."]}
        sources: {s: S}
    """
        + ACTORS.replace("\n", "\n        ")
    )
    assert said(found.incoming("town")) == [
        ("bottom-line", "bottom_line", "town"),
        ("background", "background", "town"),
        ("outlook", "summary", "town"),
        ("situation.highlights.1", "text", "town"),
        ("pool", "text", "town"),
        ("outlook.implications.1", "text", "town"),
    ]
    assert said(found.outgoing("highlights")) == [("highlights", "highlights", "pool")]
    link, cite = (reference.inline for reference in found.outgoing("bottom-line"))
    assert link is not None
    assert (link.words, link.cites) == ("good town", False)
    assert cite is not None
    assert cite.cites
    assert [reference.inline.at for reference in found.incoming("s") if reference.inline] == [None, "p. 3"]


def test_statements_inside_an_entry_refer_for_themselves() -> None:
    found = links("""
        actors:
          a: {name: A, stated_aims: ["To help [[b]].", {ref: aim}, {text: Peace., by: b}]}
          b: B
        situation:
          bottom_line: B.
          statements: {aim: War.}
          sections: {one: {title: One, statements: ["[[a]] and [[b]]."]}}
    """)
    assert said(found.outgoing("a")) == [("a", "stated_aims", "aim")]
    assert said(found.incoming("b")) == [
        ("a.stated_aims.1", "text", "b"),
        ("a.stated_aims.3", "by", "b"),
        ("one.statements.1", "text", "b"),
    ]


def test_the_header_refers_by_contested_terms_and_running_order() -> None:
    found = links("""
        contested_terms: {special operation: a}
        running_order: [outlook, {show: a, notes: 'Say hello to [[b]].'}]
        supersedes: another-file
        actors: {a: A, b: B}
    """)
    assert sorted(said(found.outgoing("header"))) == [
        ("header", "contested_terms", "a"),
        ("header", "running_order", "a"),
        ("header", "running_order", "outlook"),
        ("header", "running_order.notes", "b"),
    ]


def test_recipients_are_named_by_their_answers() -> None:
    found = links("""
        actors: {a: A, b: B}
        communications:
          all: {from: a, to: b, text: T, confirmed_by_recipient: yes}
          one: {from: a, to: [b, public], text: T, confirmed_by_recipient: {b: no}}
    """)
    assert said(found.outgoing("all")) == [("all", "from", "a"), ("all", "to", "b")]
    assert ("one", "confirmed_by_recipient", "b") in said(found.outgoing("one"))
    assert said(found.incoming("public")) == [("one", "to", "public")]


@pytest.mark.parametrize(("of", "targets"), [("a", ["a"]), ("The Council", []), ("e", []), ("none-such", [])])
def test_an_ask_is_of_an_actor_or_of_a_name(of: str, targets: list[str]) -> None:
    found = links(f"""
        actors: {{a: A}}
        events: {{e: {{title: E, when: 2026}}}}
        asks: {{decide: {{text: Decide., of: {of}}}}}
    """)
    assert [reference.target for reference in found.outgoing("decide")] == targets


@pytest.mark.parametrize(
    "prose",
    ["Write `[[a]]` so.", "Write ``a `[[a]]` ``.", r"Write \[[a]].", "So:\n\n```\n[[a]]\n```\n", "```\n[[a]] `"],
)
def test_what_stands_in_code_is_no_link(prose: str) -> None:
    body = prose.replace("\n", "\n    ")
    found = links(f"actors: {{a: A}}\nsituation:\n  bottom_line: |\n    {body}\n")
    assert found.incoming("a") == ()


@pytest.mark.parametrize(
    "prose", ["A ` alone [[a]].", "`Code` and [[a]] and `code`.", r"A \\[[a]].", "`a\n\n[[a]] b`", "`` [[a]] `"]
)
def test_what_stands_beside_code_is_a_link(prose: str) -> None:
    body = prose.replace("\n", "\n    ")
    found = links(f"actors: {{a: A}}\nsituation:\n  bottom_line: |\n    {body}\n")
    assert len(found.incoming("a")) == 1


def test_the_prose_of_an_entry_and_of_a_part() -> None:
    found = links("""
        situation: {bottom_line: Bottom., background: Back.}
        actors: {a: {name: A, summary: Sum., notes: Hush., change: {from: x, why: New.}}}
        communications: {c: {from: a, text: T., quote: {text: Q., lang: en}}}
    """)
    assert found.prose("bottom-line") == (("bottom_line", "Bottom."),)
    assert found.prose("a") == (("notes", "Hush."), ("change.why", "New."), ("summary", "Sum."))
    assert found.prose("c") == (("text", "T."), ("quote.text", "Q."))
    assert found.prose("nobody") == ()
    assert found.outgoing("nobody") == found.incoming("nobody") == ()


def test_what_a_speaker_s_note_says_is_told_apart() -> None:
    found = links("actors: {a: {name: A, notes: 'See [[a]].', summary: 'See [[a]].'}}")
    assert [(reference.field, reference.in_notes) for reference in found.incoming("a")] == [
        ("notes", True),
        ("summary", False),
    ]


def test_labels_are_plain_and_short() -> None:
    found = links("""
        situation:
          bottom_line: B.
          statements:
            long: >-
              **[[a]]** `says` that [the dam](https://example.org) holds [^s]: every word of it, however long it is.
            short: {text: Much., short: a word}
        actors: {a: {name: A long name, short: A}}
        sources: {s: S}
    """)
    assert found.label("a") == "A"
    assert found.label("short") == "a word"
    assert found.label("long") == "A says that the dam holds: every word of it, however long it is."
    assert found.label("bottom-line") == "Bottom line"
    assert found.label("none-such") == "none-such"


def test_texts_that_name_each_other_have_labels() -> None:
    found = links('situation: {bottom_line: B., statements: {a: "As [[b]].", b: "As [[a]]."}}')
    assert (found.label("a"), found.label("b")) == ("As b.", "As a.")


def test_a_reference_can_be_kept_in_a_set() -> None:
    found = links("actors: {a: {name: A, relations: {opposes: b}}, b: B}")
    assert len({*found.references, *Links(found.briefing).references}) == 1


def reference_fields(model: type) -> set[str]:
    """The dotted fields of a model in which the format lets an author write a reference."""

    def inside(shape: Shape, name: str) -> set[str]:
        if isinstance(shape, Many):
            return inside(shape.item, name)
        if isinstance(shape, Table):
            return inside(shape.value, name)
        if isinstance(shape, Record):
            if shape.either or "ref" in fields_of(shape.model):
                return {name}
            return set() if shape.is_entry else {f"{name}.{inner}" for inner in reference_fields(shape.model)}
        return set()

    return {found for key, field in fields_of(model).items() for found in inside(field.shape, key)}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_no_field_of_any_kind_is_forgotten(kind: object) -> None:
    from briefing_tui.links.finders import _fields

    model = kind.model  # type: ignore[attr-defined]
    known = {key for _, key, _ in _fields(model)}
    assert {field.partition(".")[0] for field in reference_fields(model)} <= known
