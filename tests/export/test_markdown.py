"""Markdown: links that arrive, structure that survives, and text that stays text."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from briefing_tui.blocks.scope import Scope
from briefing_tui.export.markdown import escaped, markdown_of_briefing
from tests.blocks.briefings import scope_of
from tests.blocks.filled import filled, loaded
from tests.goldens.golden import FLOOD

READER = MarkdownIt("commonmark")


def tokens(text: str) -> Iterator[Any]:
    for token in READER.parse(text):
        yield token
        yield from token.children or ()


def anchors(text: str) -> set[str]:
    """The anchors GitHub would give the headings: worked out here once more, from the headings as they are read."""
    found: list[str] = []
    counts: Counter[str] = Counter()
    parsed = READER.parse(text)
    for n, token in enumerate(parsed):
        if token.type == "heading_open":
            words = "".join([child.content for child in parsed[n + 1].children or ()])
            slug = re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")
            found.append(f"{slug}-{counts[slug]}" if counts[slug] else slug)
            counts[slug] += 1
    return set(found)


@pytest.mark.parametrize("scope", [scope_of(FLOOD, head=""), loaded(filled().data)], ids=["flood", "filled"])
def test_every_link_arrives_at_a_heading(scope: Scope) -> None:
    text = markdown_of_briefing(scope)
    links = [str(token.attrs["href"]) for token in tokens(text) if token.type == "link_open"]
    inner = {link[1:] for link in links if link.startswith("#")}
    assert len(inner) > 3
    assert inner <= anchors(text)


def test_a_link_arrives_at_its_own_entry() -> None:
    text = markdown_of_briefing(scope_of(FLOOD, head=""))
    assert "[the crest](#the-flood-crest-reaches-harrow-bend)" in text
    assert "\\[[1](#1-gauge-record), table\u00a02\\]" in text
    assert "[the plans](<https://plans.example/levee>)" in text


def test_handling_stands_at_the_top_and_at_the_bottom() -> None:
    lines = markdown_of_briefing(scope_of("tlp: RED\nstatus: test\nbanner: '*Not* for release'\n")).splitlines()
    assert lines[0] == lines[-1] == r"**TLP:RED · TEST · \*Not\* for release**"


def test_two_headings_of_the_same_name_are_told_apart() -> None:
    actors = "{a: {name: The Desk}, b: {name: The Desk, relations: {opposes: a}}, c: {name: C, summary: '[[b]]'}}"
    text = markdown_of_briefing(scope_of(f"actors: {actors}\n"))
    assert "opposes: [The Desk](#the-desk)" in text
    assert "[The Desk](#the-desk-1)" in text


def test_structure_survives() -> None:
    background = "- a\n  - b\n    1. c\n\n> said\n\n```\n<b> ``` [[x]]\n```\n\n**strong** *word* `code`"
    scope = loaded({"title": "T", "as_of": "2026-01-01", "situation": {"bottom_line": "x", "background": background}})
    text = markdown_of_briefing(scope)
    types = Counter(token.type for token in tokens(text[text.index("### Background") :]))
    assert types["bullet_list_open"] == 2
    assert types["ordered_list_open"] == 1
    assert types["blockquote_open"] == 1
    assert types["fence"] == 1
    assert (types["strong_open"], types["em_open"], types["code_inline"]) == (2, 1, 1)


@pytest.mark.parametrize("written", ["1. one", "2) two", "=== equal", ": colon", "\\- minus", "\\+ plus"])
def test_what_begins_a_line_begins_no_list_and_no_rule(written: str) -> None:
    data = {"title": "T", "as_of": "2026-01-01", "situation": {"bottom_line": "x"}, "asks": {"a": {"text": written}}}
    text = markdown_of_briefing(loaded(data))
    asks = text[text.index("### Asked") :]
    assert [token.type for token in tokens(asks) if token.type.endswith("_open")] == [
        "heading_open", "bullet_list_open", "list_item_open", "paragraph_open", "paragraph_open", "strong_open",
    ]  # fmt: skip


@pytest.mark.parametrize("written", ['x**"y"**z', "**a **b", "a*b*"])
def test_emphasis_that_would_not_be_read_as_such_is_left_out(written: str) -> None:
    text = markdown_of_briefing(scope_of(f"actors:\n  a: {{name: A, summary: '{written}'}}\n"))
    paragraph = text[text.index("### A") :].splitlines()[2]
    shown = "".join([token.content for token in tokens(paragraph) if token.type == "text"])
    assert shown.replace("*", "") == written.replace("*", "")


@given(st.text(alphabet=list("\\`*_[]()<>&|~$^#{}!:@.=+-1a \"'"), min_size=1, max_size=60))
def test_escaped_text_is_read_as_it_was_written(text: str) -> None:
    # After a word, so that it stands in the middle of a line.
    (paragraph,) = [token for token in READER.parse(f"x {escaped(text)} x") if token.type == "inline"]
    assert {child.type for child in paragraph.children or ()} <= {"text", "text_special"}
    assert "".join([child.content for child in paragraph.children or ()]) == f"x {text} x"


@given(st.text(alphabet=list("\\`*_[]()<>&|~$^#{}!:@.=+-1 \"'a\t"), min_size=1, max_size=40).filter(str.strip))
def test_any_line_stands_alone_as_a_paragraph(text: str) -> None:
    data = {"title": "T", "as_of": "2026-01-01", "situation": {"bottom_line": f"[line](x) {text}"}}
    scope = loaded(data | {"actors": {"a": {"name": f"a{text}"}}, "asks": {"b": {"text": f"*ask* {text}"}}})
    for token in tokens(markdown_of_briefing(scope)):
        assert token.type not in ("html_inline", "html_block", "image", "code_block", "fence", "hr")
