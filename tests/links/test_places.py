"""A place is exact to the character, whatever way of writing text YAML has."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.links.index import Links
from briefing_tui.links.mentions import unlinked_mentions
from briefing_tui.links.places import Places, extent_of
from briefing_tui.source.load import Loaded, load_text
from tests.links.written import HEAD, SITUATION, at, loaded

PROSE_STYLES = {
    "plain": """text: It's [[one]], then
      [[two|other
      words]] or [^two:p.
      2] and [[one]]""",
    "single": """text: 'It''s [[one]], then [[two|it''s
      other words]] or [^two: p. 2] and [[one]]'""",
    "double": r"""text: "It's [[one]],\n then \
      [[two|\"other\" words]]\u0020or [^two: p. 2] and
      [[one]]" """,
    "folded": """text: >- # not [[here]]
      It's [[one]], then
      [[two|other
      words]] or [^two: p. 2]

      and [[one]]""",
    "literal": """text: |
      It's [[one]], then
      [[two|other
      words]] or [^two: p. 2]


      and [[one]]

    # [[comment]]""",
    "indented": """text: |2
      It's [[ one ]], then [[two |other words]] or [^two: p. 2] and [[one]]""",
}


def places(found: Loaded, id: str) -> list[str]:
    """What is written where each reference of an entry stands, with the ten characters before it."""
    assert found.briefing is not None
    every = Places(found)
    return [at(found, every.id_extent(reference)) for reference in Links(found.briefing).outgoing(id)]


@pytest.mark.parametrize("style", PROSE_STYLES)
def test_the_id_of_a_link_is_found_in_prose_of_any_style(style: str) -> None:
    found = loaded(f"events:\n  e:\n    title: E\n    when: 2026\n    {PROSE_STYLES[style]}\n    follows: e\n")
    assert found.briefing is not None
    references = Links(found.briefing).outgoing("e")[:4]
    every = Places(found)
    extents = [every.id_extent(reference) for reference in references]
    assert [at(found, extent) for extent in extents] == ["one", "two", "two", "one"]
    assert [extent.start for extent in extents] == sorted({extent.start for extent in extents})
    for reference, extent in zip(references, extents, strict=True):
        whole = at(found, every.link_extent(reference))
        assert whole.startswith(("[[", "[^"))
        assert whole.endswith("]")
        assert found.text[extent.start - 1] in "[^ "
        assert extent_of(found, reference) == extent


@pytest.mark.parametrize(
    "written",
    [
        "from: town",
        "from: 'town'",
        'from: "town"',
        "from: [town]",
        "from: {ref: town}",
        "from: [{note: town hall, ref: town}]",
        "from:\n      - ref: town\n        note: The town itself",
        "from:\n      ref: >-\n        town\n      note: n",
    ],
)
def test_the_id_of_a_typed_reference_is_found_in_every_form(written: str) -> None:
    found = loaded(
        f"actors: {{town: T}}\ncommunications:\n  town-calls:\n    short: town\n    {written}\n    text: T.\n"
    )
    assert places(found, "town-calls") == ["town"]
    assert found.briefing is not None
    [reference] = Links(found.briefing).outgoing("town-calls")
    start = extent_of(found, reference).start
    before = found.text[:start].rstrip(" '\"[\n").splitlines()[-1].split()[-1]
    assert before in ("from:", "ref:", "{ref:", ">-")


def test_references_inside_references_are_found() -> None:
    found = loaded("""
        events:
          e:
            title: E
            when: 2026
            participants:
              target: [{ref: a, sources: [s, {at: s, ref: t}]}, {ref: b, by: a}]
        actors: {a: A, b: B}
        sources: {s: S, t: T}
    """)
    assert places(found, "e") == ["a", "s", "t", "b", "a"]


@pytest.mark.parametrize(
    "highlights",
    [
        "[One., {ref: pool, sources: s}]",
        "\n            -\n            - {ref: pool, sources: s}",
        "{k1: One., k2: {ref: pool, sources: s}}",
    ],
)
def test_a_reference_in_the_place_of_a_statement_is_found(highlights: str) -> None:
    found = loaded(f"""
        situation:
          bottom_line: B.
          statements: {{pool: P.}}
          highlights: {highlights}
        sources: {{s: S}}
    """)
    assert places(found, "highlights") == ["pool", "s"]
    assert found.briefing is not None
    first, second = Links(found.briefing).outgoing("highlights")
    line = found.text.rindex("{ref: pool")
    assert extent_of(found, first).start == line + len("{ref: ")
    assert extent_of(found, second).start == line + len("{ref: pool, sources: ")


def test_a_reference_after_one_that_was_left_out_is_found() -> None:
    text = (
        HEAD + "situation:\n  bottom_line: B.\n  highlights: [{text: T., colour: red}, {ref: pool}, 'See [[pool]].']\n"
    )
    found = load_text(text + "  statements: {pool: P.}\n", "x")
    assert places(found, "highlights") == ["pool"]
    assert places(found, "situation.highlights.3") == ["pool"]


def test_header_references_are_found() -> None:
    found = loaded("""
        contested_terms: {"two  words": a, a: b}
        running_order: [a, {show: "b", notes: "Say [[a]] and [[b]]."}]
        actors: {a: A, b: B}
    """)
    assert sorted(places(found, "header")) == ["a", "a", "a", "b", "b", "b"]


def test_the_words_of_an_unlinked_mention_are_found() -> None:
    found = loaded("""
        actors: {guard: {name: River Guard, aliases: ["O'Hara's men"]}}
        situation:
          bottom_line: >-
            Once the River
              Guard and the River Guard
            met.
          background: 'Then O''Hara''s men, the River  Guard, came.'
    """)
    assert found.briefing is not None
    every = Places(found)
    extents = [
        every.words_extent(one.passage, one.start, one.end)
        for one in unlinked_mentions(found.briefing, Links(found.briefing))
    ]
    assert [" ".join(at(found, extent).split()) for extent in extents][-1] == "O''Hara''s men"
    assert len(set(extents)) == len(extents)


@given(
    st.lists(
        st.sampled_from(
            ["[[a]]", "[[b|B]]", "[^s]", "[[", "[^", "]]", "`", " ", "\n", "x", "'", '"', "\\", "é", "#", ":", "|"]
        ),
        max_size=30,
    )
)
def test_every_link_of_any_prose_is_found_where_it_is_written(pieces: list[str]) -> None:
    prose = "B " + "".join(pieces)
    written = [
        json.dumps(prose),
        json.dumps(prose, ensure_ascii=False),
        "'" + prose.replace("'", "''").replace("\n", "\n\n ") + "'",
        "|-\n   " + prose.replace("\n", "\n   "),
    ]
    for value in written:
        found = load_text(HEAD + f"situation:\n  bottom_line: {value}\nactors: {{a: A, b: B}}\n", "any")
        if found.briefing is None:
            continue
        every = Places(found)
        last = (0, 0)
        for reference in Links(found.briefing).outgoing("bottom-line"):
            extent = every.id_extent(reference)
            written_as = at(found, extent)
            spoken = (
                [json.loads(f'"{written_as}"')]
                if value.startswith('"')
                else [written_as, written_as.replace("''", "'")]
            )
            assert reference.target in spoken
            assert extent > last
            last = extent


@pytest.mark.parametrize("quotes", ["'" * 60, "'a" * 60, "''\"" * 30, "' " * 60 + "x"])
def test_words_of_many_quotes_are_found_at_once(quotes: str) -> None:
    # Tried sign by sign, each doubled or not, sixty of them would take longer than anybody lives.
    found = loaded("situation:\n  bottom_line: 'Up. " + quotes.replace("'", "''") + "!'\n")
    assert found.briefing is not None
    passage = Links(found.briefing).passages[-1]
    start = passage.text.index("'")
    extent = Places(found).words_extent(passage, start, len(passage.text) - 1)
    assert found.text[slice(*extent)].replace("''", "'") == passage.text[start:-1]


def test_a_place_that_cannot_be_told_is_the_whole_value() -> None:
    found = load_text(HEAD + SITUATION + 'events: {e: {title: E, when: 2026, text: "A \\x5b[none]]."}}\n', "x")
    assert places(found, "e") == ['"A \\x5b[none]]."']
