"""One more entry, in whatever layout there is: where it goes, how it is written, and that nothing else moves."""

from pathlib import Path
from textwrap import dedent

import pytest

from briefing_tui.authoring.addition import CannotAddError, add_edits
from briefing_tui.model.kinds import KIND, KINDS, Kind
from briefing_tui.source.edit import edited
from briefing_tui.source.load import load, load_text
from tests.architecture.tree import SHIPPED

HEAD = "title: T\nas_of: 2026-03-04\n"


def added(source: str, kind: str, id: str | None = None, /, *, hints: bool = False, **given: str | list[str]) -> str:
    """The text with an entry added, which must be read back; the fields with `__` for a dot."""
    loaded = load_text(source, "doc")
    fields = {key.replace("__", "."): [it] if isinstance(it, str) else it for key, it in given.items()}
    one = add_edits(loaded, KIND[kind], id, fields, hints=hints)
    after = edited(loaded.text, one.edits)
    read = load_text(after, "doc")
    assert read.briefing is not None, after
    assert set(read.diagnostics) <= set(loaded.diagnostics)
    assert read.tree.value(one.path) is not None
    return after


BLOCK = """\
situation: {bottom_line: B.}
actors:
    town:   # the town
        name: Town
        # type: unknown
    # more to come

    # and the last word

# the events follow
events: {}
"""

LAYOUTS = {
    "block, four spaces, comments after the last": (
        BLOCK,
        "    # and the last word\n",
        "    # and the last word\n    ford:\n        name: The Ford\n        type: state\n",
    ),
    "flow, one entry a line": (
        "situation: {bottom_line: B.}\nactors:\n  town: {name: Town}   # c\n",
        "# c\n",
        "# c\n  ford: {name: The Ford, type: state}\n",
    ),
    "a blank line between entries": (
        "situation: {bottom_line: B.}\nactors:\n  a:\n    name: A\n\n  # about b\n  b:\n    name: B\n",
        "    name: B\n",
        "    name: B\n\n  ford:\n    name: The Ford\n    type: state\n",
    ),
    "quoted keys": (
        "situation: {bottom_line: B.}\nactors:\n  'a': {\"name\": A}\n",
        '{"name": A}\n',
        '{"name": A}\n  ford: {name: The Ford, type: state}\n',
    ),
    "all in braces": (
        "situation: {bottom_line: B.}\nactors: {a: A, b: {name: B}}   # c\n",
        "{name: B}}",
        "{name: B}, ford: {name: The Ford, type: state}}",
    ),
    "braces over lines": (
        "situation: {bottom_line: B.}\nactors: {\n  a: A,\n  b: B   # c\n}\n",
        "b: B   # c\n",
        "b: B,   # c\n  ford: {name: The Ford, type: state}\n",
    ),
    "braces over lines, a comma at the end": (
        "situation: {bottom_line: B.}\nactors: {\n  a: A,\n  b: B,   # c\n  }\n",
        "b: B,   # c\n",
        "b: B,   # c\n  ford: {name: The Ford, type: state},\n",
    ),
    "braces over lines, closed in the last": (
        "situation: {bottom_line: B.}\nactors: {\n  a: A,\n  b: B}\n",
        "b: B}",
        "b: B,\n  ford: {name: The Ford, type: state}}",
    ),
    "nothing in it": (
        "situation: {bottom_line: B.}\nactors: {}   # none yet\nevents: {}\n",
        "actors: {}   # none yet\n",
        "actors:   # none yet\n  ford:\n    name: The Ford\n    type: state\n",
    ),
    "an empty list": (
        "situation: {bottom_line: B.}\nactors: []\n",
        "actors: []\n",
        "actors:\n  ford:\n    name: The Ford\n    type: state\n",
    ),
    "a key alone": (
        "situation: {bottom_line: B.}\nactors:   # none yet\n  # soon\n\nevents: {}\n",
        "  # soon\n",
        "  # soon\n  ford:\n    name: The Ford\n    type: state\n",
    ),
    "a key alone at the end of the text": (
        "situation: {bottom_line: B.}\nactors:",
        "actors:",
        "actors:\n  ford:\n    name: The Ford\n    type: state",
    ),
    "no section, others with blank lines between": (
        "situation:\n  bottom_line: B.\n\nevents:\n  e: {title: E, when: 2026}\n\n# sources\nsources: {}\n",
        "  bottom_line: B.\n",
        "  bottom_line: B.\n\nactors:\n  ford:\n    name: The Ford\n    type: state\n",
    ),
    "no section, and a line for vim at the end": (
        "situation: {bottom_line: B.}\n\n# vim: ts=2\n",
        "{bottom_line: B.}\n",
        "{bottom_line: B.}\nactors:\n  ford:\n    name: The Ford\n    type: state\n",
    ),
    "no end of line at the end": (
        "situation: {bottom_line: B.}\nactors:\n  a: {name: A}",
        "  a: {name: A}",
        "  a: {name: A}\n  ford: {name: The Ford, type: state}",
    ),
    "text that keeps its end": (
        "situation: {bottom_line: B.}\nactors:\n  a:\n    name: A\n    summary: |+\n      S.\n\n\n",
        "      S.\n",
        "      S.\n  ford:\n    name: The Ford\n    type: state\n",
    ),
}


@pytest.mark.parametrize(("body", "where", "there"), LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_an_actor_goes_where_the_layout_has_it(body: str, where: str, there: str, line_end: str) -> None:
    assert body.count(where) == 1
    before, after = (HEAD + text for text in (body, body.replace(where, there)))
    given = {"name": "The Ford", "type": "state"}
    assert added(before.replace("\n", line_end), "actor", **given) == after.replace("\n", line_end)


def test_a_whole_briefing_in_braces() -> None:
    text = "{title: T, as_of: 2026, situation: {bottom_line: B.}}"
    assert added(text, "gap", text="What, when") == (
        "{title: T, as_of: 2026, situation: {bottom_line: B., gaps: {what-when: {text: 'What, when'}}}}"
    )
    assert added(text.replace("B.", "B., gaps: {}"), "gap", text="Why").endswith("gaps: {why: {text: Why}}}}")
    assert added(text.replace("B.", "B., gaps: "), "gap", text="Why").endswith("gaps: {why: {text: Why}} }}")
    assert added(text.replace("B.", "B., gaps: []"), "gap", text="Why").endswith("gaps: {why: {text: Why}}}}")


def test_a_byte_order_mark_is_in_nobodys_way() -> None:
    assert added("\ufeff" + HEAD + "situation: {bottom_line: B.}", "actor", name="A").startswith("title: T\n")


def test_the_short_form_is_kept_where_it_is_enough() -> None:
    body = HEAD + "situation: {bottom_line: B.}\nactors:\n  a: {name: A}\n  b: B\n"
    assert added(body, "actor", name="The Ford").endswith("  b: B\n  ford: The Ford\n")
    assert added(body, "actor", name="The Ford", type="state").endswith(
        "  ford:\n    name: The Ford\n    type: state\n"
    )


def test_statements_in_a_list_get_another_item() -> None:
    body = HEAD + "situation:\n  bottom_line: B.\n  gaps:\n  - One.\n  - text: Two.   # c\n    # d\n"
    third = "  - text: >-\n      Three: more\n    due: 2026\n"
    assert added(body, "gap", text="Three: more", due="2026") == body + third
    short = HEAD + "situation:\n  bottom_line: B.\n  gaps:\n    - One.\n"
    assert added(short, "gap", text="Two.") == short + "    - Two.\n"
    flow = HEAD + "situation: {bottom_line: B., gaps: [One., Two.]}\n"
    assert "[One., Two., 'Three, more']" in added(flow, "gap", text="Three, more")
    with pytest.raises(CannotAddError, match="is a list here"):
        added(short, "gap", "third", text="Three.")


def test_a_part_that_is_missing_is_made_in_the_formats_order() -> None:
    body = HEAD + "situation: {bottom_line: B.}\nactors: {a: A}\nsources: {s: S}\n"
    assert added(body, "judgement", text="It holds.") == body.replace(
        "sources:", "outlook:\n  judgements:\n    it-holds:\n      text: It holds.\nsources:"
    )
    outlook = body + "outlook:\n  summary: S.\n  indicators: {}   # none\n"
    assert added(outlook, "scenario", title="It holds.") == outlook.replace(
        "  indicators", "  scenarios:\n    it-holds:\n      title: It holds.\n  indicators"
    )
    first = body + "outlook:   # what may come\n  # by gauge\n  indicators: {}\n"
    assert added(first, "assumption", text="It holds.") == first.replace(
        "come\n", "come\n  assumptions:\n    it-holds:\n      text: It holds.\n"
    )
    bare = body + "outlook:\n"
    assert added(bare, "scenario", title="It holds.") == bare + "  scenarios:\n    it-holds:\n      title: It holds.\n"


def test_what_is_given_is_written_in_the_shape_the_model_wants() -> None:
    body = HEAD + "situation: {bottom_line: B.}\n"
    text = added(
        body,
        "event",
        "crest",
        title=["The", "crest"],
        when="2026-03-05~",
        participants__affected="town,ford",
        participants__initiator=["rain"],
        where__name="Stony Ford",
        sources="{ref: log, at: p. 2}",
        follows=["thaw", "rain"],
    )
    assert text == body + dedent(
        """\
        events:
          crest:
            title: The crest
            when: 2026-03-05~
            where: {name: Stony Ford}
            participants: {affected: [town, ford], initiator: rain}
            follows: [thaw, rain]
            sources: {ref: log, at: p. 2}
        """
    )


def test_prose_is_written_so_that_nothing_bites() -> None:
    body = HEAD + "situation: {bottom_line: B.}\n"
    text = added(body, "statement", "a", text="[[town]] says: no #1", kind="claim")
    assert "      text: >-\n        [[town]] says: no #1\n      kind: claim\n" in added(
        HEAD + "situation:\n  bottom_line: B.\n", "statement", "a", text="[[town]] says: no #1", kind="claim"
    )
    assert "{a: {text: '[[town]] says: no #1', kind: claim}}" in text


def test_hints_say_what_else_belongs_there() -> None:
    text = added(HEAD + "situation:\n  bottom_line: B.\n", "event", hints=True, title="The crest", status="claimed")
    assert "    when: unknown  # as exact as is known" in text
    assert "    # participants: {initiator: id" in text
    assert "# status" not in text


@pytest.mark.parametrize(
    ("id", "given", "why"),
    [
        ("The Crest", {"title": "x"}, "how about `the-crest`"),
        ("town", {"title": "x"}, "id of another entry"),
        (None, {"title__en": "x"}, "`title` has no parts"),
        (None, {"participants": "{affected: [}"}, "is not YAML"),
        (None, {"participants": "{}, x: {}"}, "is not YAML"),
    ],
)
def test_what_cannot_be_added_is_said(id: str | None, given: dict[str, str], why: str) -> None:
    body = HEAD + "situation: {bottom_line: B.}\nactors: {town: Town}\n"
    with pytest.raises(CannotAddError, match=why):
        added(body, "event", id, **given)


@pytest.mark.parametrize(
    ("body", "kind", "why"),
    [
        ("actors: [Town]", "actor", "`actors` is a list here"),
        ("actors: Town", "actor", "`actors` is a single actor"),
        ("situation: {bottom_line: B., gaps: {text: What}}", "gap", "`situation.gaps` is a single gap"),
        ("outlook: soon", "scenario", "`outlook` holds text"),
        ("actors: [", "actor", "is not YAML"),
    ],
)
def test_what_is_in_the_way_is_said(body: str, kind: str, why: str) -> None:
    text = HEAD + ("" if "situation" in body else "situation: {bottom_line: B.}\n") + body + "\n"
    with pytest.raises(CannotAddError, match=why):
        add_edits(load_text(text, "doc"), KIND[kind], None, {})


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_kind_can_be_added_to_what_ships(path: Path, kind: Kind) -> None:
    loaded = load(path)
    one = add_edits(loaded, kind, "zz-new", {})
    after = load_text(edited(loaded.text, one.edits), "doc")
    assert after.diagnostics == []
    assert after.briefing is not None
    assert loaded.briefing is not None
    assert [id for id in after.briefing.entries if id != "zz-new"] == list(loaded.briefing.entries)
    assert after.text.replace(one.edits[0].text, "", 1) == loaded.text
