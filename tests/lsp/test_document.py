"""An open document between two readings: what is known of it, and what is told, without waiting for the whole."""

from briefing_tui.checks.engine import judged
from briefing_tui.lsp.document import Document
from briefing_tui.lsp.ours import Ours
from briefing_tui.lsp.reading import Reading
from tests.lsp.written import FLOOD


def opened(text: str) -> Document:
    document = Document("untitled:flood", None, "flood", text, 1)
    reading = Reading(text, "flood", None, 1)
    document.read(reading)
    document.findings = judged(reading.loaded)
    return document


def typed(document: Document, offset: int, words: str) -> list[bool]:
    """Types words; for each key, whether there was something to tell."""
    told = []
    for n, char in enumerate(words):
        document.version += 1
        took = document.replace(offset + n, offset + n, char)
        told.append(document.look(offset + n) or took)
    return told


def test_a_flaw_in_the_entry_is_told_with_the_key_that_makes_it() -> None:
    document = opened(FLOOD)
    at = FLOOD.index("reported") + len("reported")
    assert typed(document, at, "l") == [True]
    [found] = document.findings
    assert document.text.content[found.extent.start : found.extent.end] == "reportedl"
    document.version += 1
    assert document.replace(at, at + 1, "")
    assert document.findings == []
    assert not document.look(at)


def test_where_nothing_new_is_to_be_said_nothing_is() -> None:
    document = opened(FLOOD)
    assert not any(typed(document, FLOOD.index("passes"), "quickly "))


def test_findings_stay_at_their_words_while_others_are_written() -> None:
    document = opened(FLOOD.replace("[[river-authority]]", "[[river-authorty]]"))
    [before] = document.findings
    typed(document, FLOOD.index("[[crest]]"), "At last ")
    [after] = document.findings
    assert after == before._replace(
        extent=(before.extent.start + 8, before.extent.end + 8),
        edits=tuple(edit._replace(extent=(edit.extent[0] + 8, edit.extent[1] + 8)) for edit in before.edits),
    )


def test_an_id_can_be_named_as_soon_as_it_is_written() -> None:
    document = opened(FLOOD)
    typed(document, FLOOD.index("events:"), "  village: A village\n")
    assert "village" in document.known().ids
    assert not {"v", "villag"} & document.known().ids
    assert document.known().ids > {"crest", "town"}


def test_an_older_reading_does_not_take_the_place_of_a_newer_one() -> None:
    document = opened(FLOOD)
    newer = Reading(FLOOD, "flood", None, 5)
    document.read(newer)
    document.read(Reading(FLOOD, "flood", None, 4))
    assert document.reading is newer


def test_a_text_becomes_a_briefing_while_it_is_written() -> None:
    document = Document("untitled:flood", None, "flood", "name: x\n", 1)
    assert document.ours is Ours.NO
    document.replace(0, 8, "title: x\nas_of: 2026\n")
    document.look_whose()
    assert document.ours is Ours.YES
