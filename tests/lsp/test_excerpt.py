"""The edited entry is found and read by itself, with what the loader would say of it in the whole text."""

import pytest

from briefing_tui.lsp.excerpt import after_edit, excerpt_at, findings_in
from briefing_tui.lsp.text import Text
from briefing_tui.source.diagnostic import Diagnostic, Edit, Extent, Related, Severity
from briefing_tui.source.load import load_text
from briefing_tui.source.tree import Path
from tests.lsp.written import FLOOD

MORE = """\
outlook:
  judgements:
    it-rains:
      text: It rains on.
      likelihood: likly
      confidence: low
  summary: Rain.
"""


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("title: The crest", ("events", "crest")),
        ("Harrow Bend", ("actors", "town")),
        ("as_of", ("as_of",)),
        ("[[crest]]", ("situation", "bottom_line")),
        ("likly", ("outlook", "judgements", "it-rains")),
        ("Rain.", ("outlook", "summary")),
    ],
)
def test_an_excerpt_is_the_entry_or_key_around(words: str, path: Path) -> None:
    text = Text(FLOOD + MORE)
    excerpt = excerpt_at(text, text.content.index(words))
    assert excerpt is not None
    assert excerpt.path == path


def test_it_says_of_an_entry_what_the_whole_says() -> None:
    flawed = (FLOOD + MORE).replace("phase: expected", "phase: expcted").replace("when: 2026-03-05", "whne: soon")
    text = Text(flawed)
    whole = [found for found in load_text(flawed, "flood").diagnostics if found.code.startswith("M")]
    found = [
        one
        for words in ("expcted", "likly")
        if (excerpt := excerpt_at(text, flawed.index(words))) is not None
        for one in findings_in(text, excerpt)
    ]
    assert found == whole
    assert {flawed[one.extent.start : one.extent.end] for one in found} == {"whne", "expcted", "likly"}


def test_a_slip_in_an_entry_is_its_own() -> None:
    text = Text(FLOOD.replace("status: reported", 'status: "reported'))
    excerpt = excerpt_at(text, text.content.index("reported"))
    assert excerpt is not None
    [found] = findings_in(text, excerpt)
    assert text.content[found.extent.start] == '"'
    sound = excerpt_at(text, text.content.index("Harrow"))
    assert sound is not None
    assert findings_in(text, sound) == []


def test_what_is_too_long_is_left_to_the_whole() -> None:
    text = Text(FLOOD + "x-long:\n" + "  - item\n" * 1000)
    assert excerpt_at(text, len(text) - 3) is None


def finding(start: int, end: int, **more: object) -> Diagnostic:
    return Diagnostic("L401", "x", Severity.ERROR, "m", Extent(start, end))._replace(**more)


def test_findings_move_with_the_text() -> None:
    other = finding(30, 35, related=(Related(Extent(2, 4), "r"),), edits=(Edit(Extent(32, 33), "x", "t"),))
    moved = after_edit(other, 10, 12, 5)
    assert moved is not None
    assert moved.extent == (35, 40)
    assert moved.related == (Related(Extent(2, 4), "r"),)
    assert moved.edits == (Edit(Extent(37, 38), "x", "t"),)
    assert after_edit(finding(3, 9), 10, 12, 5) == finding(3, 9)


@pytest.mark.parametrize(("start", "end"), [(3, 10), (12, 20), (11, 11), (9, 30)])
def test_a_finding_that_was_edited_is_taken_back(start: int, end: int) -> None:
    assert after_edit(finding(start, end), 10, 12, 5) is None
