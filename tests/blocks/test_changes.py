"""The list of what changed: what it was and what it is, in words; and never what only the speaker sees."""

import pytest

from briefing_tui.blocks.block import Fields, Items, text_of
from briefing_tui.blocks.changes import change_blocks, count_words
from briefing_tui.blocks.scope import Scope
from briefing_tui.library.compare import comparison
from briefing_tui.links.index import Links
from briefing_tui.source.load import load, load_text
from tests.tui.reading import FLAGSHIP, SMALL


def listed(old: str, new: str) -> str:
    """The list as text, each row on a line."""
    one, two = (load_text(text, "small").briefing for text in (old, new))
    assert one is not None
    assert two is not None
    scopes = [Scope(briefing, Links(briefing)) for briefing in (one, two)]
    found = comparison(one, two)
    lines = [count_words(found)]
    for block in change_blocks(scopes[1], scopes[0], found, "Title", "since", "Nothing."):
        if isinstance(block, Fields):
            lines += [f"{row.label}: {text_of(row.spans)}" for row in block.rows]
        elif isinstance(block, Items):
            lines += [f"{text_of(item.lead)} {text_of(item.spans)}" for item in block.rows]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("likelihood: likely", "likelihood: very likely", "Likelihood: likely → very likely"),
        ("when: 2026-03-05~", "when: 2026-03-06", "When: about 5 Mar 2026 → 6 Mar 2026"),
        ("tlp: GREEN", "tlp: AMBER", "Tlp: GREEN → AMBER"),
        ("tlp: GREEN\n", "", "Tlp: − GREEN"),
        ("reliability: B, ", "reliability: B, date: 2026, ", "Date: + 2026"),
        ("{affected: town}", "{affected: [town, {ref: river-authority, note: in part}]}",
         "affected the town → affected the town, River Authority (in part)"),
        ("within 20 cm of", "within 2 m of",
         "… expects the crest to pass within 20 cm of the levee's top on Thursday. →"),
        ("to: town", "to: [town, public]", "To: the town → the town, the public"),
        ("  closing: {", "  shut: {", "+ The north bridge is closed"),
        ("  closing: {", "  shut: {", "− The north bridge is closed"),
        ("[[town]] has", "[[town|town]] has", "Text: The the town has"),
    ],
)  # fmt: skip
def test_each_value_is_told_in_words(old: str, new: str, words: str) -> None:
    assert old in SMALL
    assert words in listed(SMALL, SMALL.replace(old, new, 1))


def test_what_only_the_speaker_sees_is_not_listed() -> None:
    old = SMALL + "running_order:\n  - {show: crest, notes: SECRET one, minutes: 2}\n"
    old = old.replace("phase: expected", "phase: expected\n    notes: SECRET two")
    new = old.replace("SECRET", "SECRETLY").replace("minutes: 2", "minutes: 3")
    text = listed(old, new)
    assert "SECRET" not in text
    assert "Running order: show crest, minutes 2 → show crest, minutes 3" in text
    assert "Notes: changed; only the speaker sees them" in text
    assert "not shown here" in listed(old, old.replace("SECRET one", "SECRET three"))


def test_the_numbers_of_a_series_are_listed_without_their_speakers_notes() -> None:
    texts = [FLAGSHIP.with_name(f"harrow-bend-{n}.yaml") for n in (1, 2)]
    notes = [step.notes for path in texts if (b := load(path).briefing) for step in b.running_order if step.notes]
    assert notes
    text = listed(*(path.read_text(encoding="utf-8") for path in texts))
    assert not any(note[:30] in text for note in notes)


def test_an_empty_list_says_so() -> None:
    assert listed(SMALL, SMALL) == ""
