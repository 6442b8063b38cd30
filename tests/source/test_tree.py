"""Plain data with places: every key and value where it stands, and what is not plain data refused."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.source.diagnostic import Extent, Lines, Position
from briefing_tui.source.tree import REFUSED, Path, Tree
from briefing_tui.source.yaml_tree import UnparsedError, read_tree

TEXT = """\
# what it is
title: The  levee
as_of: '2026'   # a comment
situation:
  bottom_line: >-
    High water
    at night.

    # not a comment
  # a comment

  highlights:
    - It rains.
    - text: It blows
        hard.
      kind: fact   # a comment
    - {ref: three,
       note: "said"}
  sources: paper

  gaps:
x-empty: {}
"""


def written(text: str, path: Path, *, key: bool = False) -> str:
    extent = read_tree(text).extent(path, key=key)
    return text[extent.start : extent.end]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("title",), "The  levee"),
        (("as_of",), "'2026'"),
        (("situation", "bottom_line"), ">-\n    High water\n    at night.\n\n    # not a comment"),
        (("situation", "highlights", 0), "It rains."),
        (("situation", "highlights", 1), "text: It blows\n        hard.\n      kind: fact"),
        (("situation", "highlights", 1, "text"), "It blows\n        hard."),
        (("situation", "highlights", 1, "kind"), "fact"),
        (("situation", "highlights", 2), '{ref: three,\n       note: "said"}'),
        (("situation", "highlights", 2, "note"), '"said"'),
        (("situation", "sources"), "paper"),
        (("situation", "sources", 0), "paper"),
        (("x-empty",), "{}"),
    ],
)
def test_where_a_value_stands(path: Path, expected: str) -> None:
    assert written(TEXT, path) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("title",), "title"),
        (("situation",), "situation"),
        (("situation", "highlights", 1, "kind"), "kind"),
        (("situation", "highlights", 2, "ref"), "ref"),
        (("situation", "gaps"), "gaps"),
        # An item of a list has no key: its first line.
        (("situation", "highlights", 1), "text: It blows"),
    ],
)
def test_where_a_key_stands(path: Path, expected: str) -> None:
    assert written(TEXT, path, key=True) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("situation", "background"), "situation"),
        (("situation", "highlights", 2, "at"), "{ref: three,"),
        (("situation", "highlights", 9), "highlights"),
        (("situation", "gaps", "none", "text"), "gaps"),
        (("situation", "gaps"), "gaps"),
        (("tlp",), "title"),
    ],
)
def test_what_is_not_there_stands_at_the_key_of_what_would_hold_it(path: Path, expected: str) -> None:
    assert written(TEXT, path) == expected


def test_all_of_it() -> None:
    assert written(TEXT, ()) == TEXT[TEXT.index("title") :].rstrip()


def test_the_path_of_a_place() -> None:
    tree = read_tree(TEXT)
    assert tree.path_at(TEXT.index("levee")) == ("title",)
    assert tree.path_at(TEXT.index("kind")) == ("situation", "highlights", 1, "kind")
    assert tree.path_at(TEXT.index("three")) == ("situation", "highlights", 2, "ref")
    assert tree.path_at(TEXT.index("highlights")) == ("situation", "highlights")
    assert tree.path_at(0) == ()


def paths_in(value: Any, path: Path = ()) -> list[Path]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(inner for step, held in items for inner in paths_in(held, (*path, step)))]


plain = st.recursive(
    st.sampled_from(["a", "a b", "'a: b'", '"a\\u00e9"', "[[a]]", "{}", "[]", "å", "\U0001f600"]),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map(lambda items: f"[{', '.join(items)}]"),
        st.lists(inner, min_size=1, max_size=4).map(
            lambda items: "{" + ", ".join(f"k{n}: {item}" for n, item in enumerate(items)) + "}"
        ),
    ),
    max_leaves=20,
)


@given(plain)
def test_what_stands_at_the_place_of_a_value_is_that_value(text: str) -> None:
    tree = read_tree(text)
    for path in paths_in(tree.root):
        extent = tree.extent(path)
        assert read_tree(text[extent.start : extent.end]).root == tree.value(path)


def test_one_value_stands_for_a_list_of_one() -> None:
    tree = read_tree("a: {b: c}\n")
    assert tree.value(("a", 0, "b", 0)) == "c"
    assert tree.extent(("a", 0, "b", 0)) == Extent(7, 8)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_end_as_the_language_server_protocol_has_it(ending: str) -> None:
    lines = Lines(f"a\u2028b\x85c{ending}d{ending}{ending}e")
    assert len(lines) == 4
    assert lines.position(lines.text.index("e")) == Position(4, 1)
    assert lines.position(10_000) == Position(4, 2)
    assert [lines.line(number) for number in (1, 2, 3, 4)] == ["a\u2028b\x85c", "d", "", "e"]


def test_ends_of_line_that_only_yaml_knows_are_read_as_spaces() -> None:
    assert read_tree("a: b\u2028c\x85d\nf: g\n").root == {"a": "b c d", "f": "g"}
    with pytest.raises(UnparsedError):
        read_tree("a: b\u2028c: d\n")


def test_positions_count_characters() -> None:
    text = "\U0001f600: \U0001f600\U0001f600\r\né: x\r\n"
    tree = read_tree(text)
    assert tree.extent(("é",)) == Extent(text.index("x"), text.index("x") + 1)


def test_every_scalar_is_a_cleaned_string_or_nothing() -> None:
    tree = read_tree('a: 1\nb: true\nc: 2026-01-01\nd: ~\ne:\nf: ""\ng: "\\e[2J\\u202e"\n"k\\e": v\n')
    assert tree.root == {
        "a": "1",
        "b": "true",
        "c": "2026-01-01",
        "d": "~",
        "e": None,
        "f": None,
        "g": "␛[2J\ufffd",
        "k␛": "v",
    }


def test_what_is_kept_of_what_is_refused() -> None:
    tree = read_tree("a: *x\nb: [*x, c]\n? {d: e}\n: f\n<<: {g: h}\ni: 1\ni: 2\n")
    assert isinstance(tree, Tree)
    assert tree.root["a"] is REFUSED
    assert tree.root["b"] == [REFUSED, "c"]
    assert tree.root["i"] == "1"
    hidden = [value for key, value in tree.root.items() if key.startswith("\0")]
    assert hidden == [REFUSED, REFUSED, "2"]
