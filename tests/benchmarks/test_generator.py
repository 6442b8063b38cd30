"""What is generated is sound: a figure measured on a flawed briefing would say nothing of the ones people read."""

import pytest

from benchmarks.generator import briefing, briefing_of_size, event_list, flawed, timed_events
from benchmarks.pool import LEAST
from briefing_tui.links.index import Links
from briefing_tui.links.mentions import unlinked_mentions
from briefing_tui.links.problems import findings_of
from briefing_tui.model.briefing import Briefing
from briefing_tui.model.kinds import KINDS
from briefing_tui.source.file import MAX_BYTES
from briefing_tui.source.load import load_text


def sound(text: str) -> Briefing:
    """The briefing in a text that has nothing wrong with it."""
    loaded = load_text(text, "generated")
    assert findings_of(loaded) == []
    assert loaded.briefing is not None
    return loaded.briefing


@pytest.mark.parametrize("entries", [LEAST, 40, 120, 700])
def test_a_generated_briefing_is_sound_and_of_the_length_asked_for(entries: int) -> None:
    assert len(sound(briefing(entries)).entries) == entries


@pytest.mark.parametrize("seed", range(12))
def test_every_seed_gives_a_sound_one(seed: int) -> None:
    sound(briefing(150, seed))


def test_it_has_entries_of_every_kind() -> None:
    found = {entry.KIND for entry in sound(briefing(LEAST)).entries.values()}
    assert {kind.name for kind in KINDS} <= found


def test_prose_has_links_and_citations_and_no_name_is_left_unlinked() -> None:
    text = briefing(200)
    generated = sound(text)
    assert text.count("[[") > 150
    assert text.count("[^") > 60
    assert unlinked_mentions(generated, Links(generated)) == ()


def test_times_are_written_in_many_ways() -> None:
    generated = sound(briefing(300))
    written = [str(event.when) for event in generated.events]
    assert any("~" in when for when in written)
    assert any("?" in when for when in written)
    assert any("/.." in when for when in written)
    assert any("XX" in when for when in written)
    assert "unknown" in written


def test_the_same_seed_gives_the_same_text_and_another_another() -> None:
    assert briefing(80, 3) == briefing(80, 3)
    assert briefing(80, 3) != briefing(80, 4)


@pytest.mark.parametrize("size", [15_000, 60_000, 200_000])
def test_a_size_is_met_and_never_exceeded(size: int) -> None:
    assert 0.94 * size <= len(briefing_of_size(size).encode()) <= size


def test_what_is_too_small_for_every_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="entries"):
        briefing(LEAST - 1)
    with pytest.raises(ValueError, match="bytes"):
        briefing_of_size(10_000)


@pytest.mark.parametrize("count", [1, 25, 90])
def test_so_many_errors_are_so_many_findings(count: int) -> None:
    found = findings_of(load_text(flawed(briefing(600), count), "flawed"))
    assert len(found) == count


def test_a_text_too_short_for_the_errors_is_refused() -> None:
    with pytest.raises(ValueError, match="too short"):
        flawed(briefing(LEAST), 500)


def test_the_longest_list_of_events_can_still_be_opened() -> None:
    assert len(sound(event_list(500)).events) == 500
    assert len(event_list(100_000).encode()) <= MAX_BYTES


@pytest.mark.parametrize("count", [3, 400])
def test_timed_events_are_sound_and_some_of_them_last(count: int) -> None:
    events = sound(timed_events(count)).events
    assert len(events) == count
    assert count < 10 or {event.when.precision for event in events} == {"minute", "day", "month"}
    assert count < 10 or any(event.when.open_end for event in events)
