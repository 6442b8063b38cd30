"""Strings that break programs, in every field there is: the screen's blocks and every export stay inert."""

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from briefing_tui.blocks.document import briefing_blocks
from briefing_tui.blocks.dossier import dossier_blocks
from briefing_tui.blocks.panes import pane_blocks
from briefing_tui.blocks.scope import Scope
from briefing_tui.export import EXPORTER, EXPORTERS
from briefing_tui.model.kinds import PANES
from briefing_tui.model.text import clean, safe_url
from tests.blocks.filled import Filling, filled, loaded, loosely_loaded
from tests.blocks.notation import written

OWN = [
    "\x1b]0;title\x07 \x1b[31mred\x1b[0m \x9b31m",
    "\u202etxt.exe \u2066x\u2069",
    "[click](javascript:alert(1)) ![x](https://e.org/x.png) <img src=x onerror=alert(1)>",
    "<script>alert(1)</script> </textarea> <!-- -->",
    "[a]: https://e.org 'title'\n\n[a] [b][a] [^1]: note",
    "# heading\n===\n---\n| a | b |\n|---|---|\n~~~\n```",
    "1. a\n2) b\n- [ ] task\n+ plus\n* star\n> quote\n    code",
    "&lt;b&gt; &#60; &copy; https://e.org www.e.org a@e.org @user #12 :smile: $x$ ~~gone~~ ==high== {.class}",
    "*a* _b_ **c** __d__ `e` \\*f\\* ***g*** `` ` ``",
    "<https://e.org/?a=1&copy=2> [x](https://e.org/?a=1&copy;=2)",
    "[[town|x](javascript:y)]] [[ [[a]] ]] [^a: ](x)]",
    "}} {% raw %} ${jndi:ldap://e.org} =cmd|' /C calc'!A0",
    "a" * 5000,
    "\U0001f1e6\u200d\u0301" * 30,
]


def strings(corpora: Path) -> list[str]:
    corpus = json.loads((corpora / "blns.json").read_text("utf-8"))
    return [*OWN, *[text for text in corpus if text.strip()]]


def poisoned(texts: list[str]) -> Iterator[dict[str, Any]]:
    """Briefings in whose every free text stands one of the strings, until all have stood in several."""
    base: Filling = filled()
    free = [path for path, marker in base.markers.items() if marker.startswith("mark")]
    for shift in range(-(-len(texts) // len(free)) + 1):
        data = json.loads(json.dumps(base.data))
        for n, path in enumerate(free):
            here: Any = data
            for step in path[:-1]:
                here = here[step]
            if path[-1] == "key":
                continue
            here[path[-1]] = texts[(n + shift * len(free)) % len(texts)]
        yield data


@pytest.fixture(scope="module")
def scopes(corpora: Path) -> list[Scope]:
    """Those briefings, without the entries whose required line a string could not fill."""
    return [loosely_loaded(data) for data in poisoned(strings(corpora))]


def commands(text: str) -> set[str]:
    """What would command a terminal or reorder a line."""
    bad = {char for char in text if unicodedata.category(char) in ("Cc", "Cs") and char not in "\n\t"}
    return bad | {char for char in text if char in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029"}


def test_blocks_command_nothing(scopes: list[Scope]) -> None:
    for scope in scopes:
        documents = [pane_blocks(scope, pane) for pane in PANES]
        documents += [dossier_blocks(scope, id) for id in scope.briefing.entries]
        documents.append(briefing_blocks(scope))
        for blocks in documents:
            assert commands(written(blocks)) == set()


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_exports_command_nothing(scopes: list[Scope], exporter: Any) -> None:
    for scope in scopes:
        assert commands(exporter.export(scope)) == set()


def test_markdown_is_inert(scopes: list[Scope]) -> None:
    reader = MarkdownIt("commonmark", {"html": True})
    for scope in scopes:
        for token in all_tokens(reader.parse(EXPORTER["md"].export(scope))):
            assert token.type not in ("html_inline", "html_block", "image", "code_block", "hr"), token.content[:200]
            if token.type == "link_open":
                href = str(token.attrs["href"])
                assert href.startswith("#") or safe_url(href), href


def test_readers_that_link_bare_addresses_find_no_more_of_them(scopes: list[Scope]) -> None:
    plain = MarkdownIt("commonmark")
    rich = MarkdownIt("gfm-like")
    # Names of hosts without `www` or a scheme are linked by few, and nothing but another text would keep them from it.
    rich.linkify.set({"fuzzy_link": False, "fuzzy_email": False, "fuzzy_ip": False})
    for scope in scopes:
        text = EXPORTER["md"].export(scope)
        ours, theirs = (
            [str(token.attrs["href"]) for token in all_tokens(reader.parse(text)) if token.type == "link_open"]
            for reader in (plain, rich)
        )
        assert ours == theirs


def test_markdown_shows_what_was_written() -> None:
    reader = MarkdownIt("commonmark")
    for text in OWN[2:]:
        line = " ".join(text.split())
        data = {"title": line, "as_of": "2026-01-01", "situation": {"bottom_line": "x"}}
        tokens = reader.parse(EXPORTER["md"].export(loaded(data)))
        heading = tokens[[token.type for token in tokens].index("heading_open") + 1]
        assert heading.children is not None
        assert "".join([child.content for child in heading.children]) == clean(line)


def all_tokens(tokens: Any) -> Iterator[Any]:
    for token in tokens:
        yield token
        yield from all_tokens(token.children or ())
