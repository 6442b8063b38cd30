"""The cards an editor shows: who or what it is, what counts about it, and nothing that a file could smuggle in."""

import pytest

from briefing_tui.lsp.card import Card, named
from briefing_tui.lsp.reading import Reading
from tests.architecture.tree import ROOT
from tests.lsp.written import FLOOD, at_cursor, place_in


def card(text: str, id: str, *, marked: bool = True) -> str:
    reading = Reading(text, "flood", None, 1)
    assert reading.scope is not None
    return Card(marked).entry(reading.scope, id)


def test_an_actor_with_its_last_events() -> None:
    assert card(FLOOD, "town") == (
        "`town` actor\n\n**Town of Harrow Bend**\n\nLast events:\n\n"
        "- 5 Mar 2026 expected · The crest reaches the town ○ reported\n\nnamed once"
    )


def test_a_source_with_its_rating() -> None:
    assert "- Reliability: B usually reliable" in card(FLOOD, "note")


def test_without_markdown_it_is_plain() -> None:
    assert "*" not in card(FLOOD, "note", marked=False)
    assert card(FLOOD, "note", marked=False).startswith("note source\n\n")


def test_what_an_author_wrote_is_text() -> None:
    hostile = FLOOD.replace("Town of Harrow Bend", "'<script>x</script> [a](javascript:x) ![](http://x) **y**'")
    shown = card(hostile, "town")
    assert "<script" not in shown.replace("\\<", "")
    assert "](" not in shown.replace("\\](", "").replace("\\]\\(", "")


def test_every_entry_of_a_real_briefing_has_a_card_of_a_bearable_length() -> None:
    text = (ROOT / "briefings" / "harrow-bend-2.yaml").read_text("utf-8")
    reading = Reading(text, "harrow-bend-2", None, 1)
    assert reading.briefing is not None
    for id in reading.briefing.entries:
        shown = card(text, id) if id in ("town", "below-top") else Card().entry(reading.scope, id)  # type: ignore[arg-type]
        assert shown
        assert len(shown) < 4000


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("events:\n  e:\n    cam▮eo: x\n", "**cameo**: CAMEO root code, 01 to 20."),
        ("events:\n  e:\n    status: claim▮ed\n", "**claimed**: A party with a stake says so, and nobody else."),
        ("events:\n  e:\n    participants: {med▮iator: x}\n", "**mediator**: Stands between the parties"),
        ("tlp: AMB▮ER\n", "**AMBER**: For the recipients' organisation and its clients"),
        ("tlp: TLP:gre▮en\n", "**TLP:green**: For the wider community"),
        ("events:\n  e:\n    nonsense▮: x\n", ""),
        ("title: words▮\n", ""),
    ],
)
def test_keys_and_words_say_what_they_mean(written: str, said: str) -> None:
    text, _ = at_cursor(written)
    place = place_in(written)
    shown = Card().about(place, text[place.token.start : place.token.end])
    assert shown.startswith(said) if said else shown == ""


def test_how_often() -> None:
    assert [named(count) for count in (0, 1, 2, 3)] == ["not named yet", "named once", "named twice", "named 3 times"]
