"""Prose as a reader meets it: links with the right words, sources as small numbers, terms marked as somebody's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.blocks.block import Prose, Span
from briefing_tui.blocks.prose import prose_blocks, prose_spans
from briefing_tui.blocks.scope import Scope
from tests.blocks.briefings import scope_of

BRIEFING = """
contested_terms: {liberated areas: town}
situation:
  bottom_line: The river rises.
  statements:
    long:
      text: This says, at [[town]] and at *some* length [^log], that the river has risen far above where it stood.
    named: {text: The gauge stands at 6 m., short: the reading}
    loop-a: {text: "See [[loop-b]]."}
    loop-b: {text: "See [[loop-a]]."}
actors:
  town: {name: Town of Harrow Bend, short: the town}
  dam: {name: Upper Dam}
  bad: {name: X, colour: red}
sources:
  log: {title: Gauge log}
  post: {title: A post}
"""


@pytest.fixture(scope="module")
def scope() -> Scope:
    return scope_of(BRIEFING)


@pytest.mark.parametrize(
    ("written", "span"),
    [
        ("[[town]]", Span("the town", "link", "town")),
        ("[[dam]]", Span("Upper Dam", "link", "dam")),
        ("[[dam|it]]", Span("it", "link", "dam")),
        ("[[named]]", Span("the reading", "link", "named")),
        ("[[long]]", Span("This says, at the town and at some length, that the river has risen…", "link", "long")),
        ("[[bottom-line]]", Span("Bottom line", "link", "bottom-line")),
        ("[[other#crest]]", Span("crest (in other)", "link", "other#crest")),
        ("[[other#crest|the crest]]", Span("the crest", "link", "other#crest")),
        ("[[nowhere|that]]", Span("that ✗", "broken", "nowhere")),
        ("[[nowhere]]", Span("nowhere ✗", "broken", "nowhere")),
        ("[[bad]]", Span("bad (left out)", "broken", "bad")),
        ("[^log]", Span("¹", "source", "log")),
        ("[^post: p. 2]", Span("²\u00a0p.\u00a02", "source", "post")),
        ("[^nowhere]", Span("nowhere ✗", "broken", "nowhere")),
        ("[^town]", Span("the town", "source", "town")),
        ('"Liberated areas"', Span('"Liberated areas"', "contested")),
        ("“liberated areas”", Span("“liberated areas”", "contested")),
        ("liberated areas", Span("liberated areas")),
        ("[there](https://e.org/)", Span("there", "address", "https://e.org/")),
        ("[there](javascript:x)", Span("[there](javascript:x)")),
        ("`code`", Span("code", "code")),
        ("**word**", Span("word", "strong")),
    ],
)
def test_one_span(scope: Scope, written: str, span: Span) -> None:
    assert prose_spans(scope, written) == (span,)


def test_two_sources_side_by_side_stay_two(scope: Scope) -> None:
    assert [span.text for span in prose_spans(scope, "So it is [^log][^post].")] == ["So it is ", "¹", " ", "²", "."]


def test_texts_that_name_each_other_end_somewhere(scope: Scope) -> None:
    assert scope.label("loop-a") == "See loop-b."


def test_blocks_keep_structure_and_have_keys_of_their_own(scope: Scope) -> None:
    blocks = prose_blocks(scope, "One:\n\n- a\n  1. b\n\n> said\n\n```\nx  y\n```", "key", target="t")
    assert [(block.style, block.marker, block.depth, block.key) for block in blocks if isinstance(block, Prose)] == [
        ("paragraph", "", 0, "key"),
        ("bullet", "", 0, "key.2"),
        ("number", "1.", 1, "key.3"),
        ("quote", "", 0, "key.4"),
        ("code", "", 0, "key.5"),
    ]
    assert {block.target for block in blocks if isinstance(block, Prose)} == {"t"}


def test_the_same_prose_in_one_run_keeps_its_words(scope: Scope) -> None:
    spans = prose_spans(scope, "One:\n\n- a\n- b\n\n> said\n\n```\nx  y\n```")
    assert "".join([span.text for span in spans]) == "One: • a • b said x y"


def test_nothing_is_made_of_nothing(scope: Scope) -> None:
    assert prose_spans(scope, None) == ()
    assert prose_blocks(scope, " \n ", "key") == ()


@given(st.text(max_size=200))
def test_any_text_makes_spans(written: str) -> None:
    scope = scope_of(BRIEFING)
    for span in prose_spans(scope, written):
        assert span.text
    for block in prose_blocks(scope, written, "key"):
        assert isinstance(block, Prose)
