"""E541: what borrows an authority that nobody can ask is found; what names somebody, or asserts nothing, is not."""

import pytest

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.passive import RULE
from briefing_tui.source.load import load_text

TEXT = """\
title: Boats leave the quay
as_of: 2026-03-04
situation:
  bottom_line: |
    Boats left the quay. WORDS
actors:
  radio: {name: Quay Radio, short: the radio}
  desk: Harbour Desk
  abroad: {name: The international community, short: the international community}
sources:
  log: Harbour log
"""


def found_in(words: str, text: str = TEXT) -> list[str]:
    loaded = load_text(text.replace("WORDS", words), "boats")
    assert loaded.briefing is not None
    assert not loaded.diagnostics
    return [loaded.text[slice(*found.extent)] for found in RULE.check(Draft(loaded))]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("It is reported that two came back.", "It is reported that"),
        ("It has been widely rumoured that two came back.", "It has been widely rumoured that"),
        ("It was said on Tuesday that two came back.", "It was said on Tuesday that"),
        ("Two, it is believed, came back.", "it is believed"),
        ("It is feared that more will leave.", "It is feared that"),
        ("Two are said to have come back.", "are said to have"),
        ("The keeper was reported to be ill.", "was reported to be"),
        ("The lock is believed to leak.", "is believed to leak"),
        ("The keeper is widely regarded as honest.", "is widely regarded as"),
        ("It is believed the rest sank.", "It is believed"),
        ("The keeper is suspected to have slept.", "is suspected to have"),
        ("Researchers note that the lock leaks.", "Researchers note"),
        ("Western diplomats expect it to stay shut.", "Western diplomats expect"),
        ("Two reportedly came back.", "reportedly"),
        ("The allegedly empty boats came back.", "allegedly"),
        ("Sources say that two came back.", "Sources say"),
        ("Well-placed security sources told of two boats.", "Well-placed security sources told"),
        ("A source close to the keeper saw two.", "A source close to"),
        ("An official said that two came back.", "An official said"),
        ("Two senior officials confirmed it.", "Two senior officials confirmed"),
        ("Observers believe that more will leave.", "Observers believe"),
        ("Many analysts now expect more to leave.", "Many analysts now expect"),
        ("Independent experts have warned of it.", "Independent experts have warned"),
        ("According to reports, two came back.", "According to reports"),
        ("According to unconfirmed media reports two came back.", "According to unconfirmed media reports"),
        ("According to observers, two came back.", "According to observers"),
        ("According to some, two came back.", "According to some"),
        ("Early reports suggest that two came back.", "Early reports suggest"),
        ("There are reports of two that came back.", "There are reports of"),
        ("Rumour has it that two came back.", "Rumour has it"),
        ("Local media report two boats.", "Local media report"),
        ("The international community will watch the quay.", "The international community"),
        ("Some say that two came back.", "Some say"),
        ("According to sources close to the keeper, two came back.", "According to sources"),
        ("Two boats are\n    also said to be back.", "are\n    also said to be"),
        ("The lock—is said to leak.", "is said to leak"),
        ("It is clear that, as many believe, two came back.", "many believe"),
        ("It is\n    reported that two came back.", "It is\n    reported that"),
        ("The keeper's boats reportedly came back, and it is said that all is well.", "reportedly"),
    ],
)
def test_words_that_name_nobody_are_found_once_a_sentence(words: str, found: str) -> None:
    assert found_in(words) == [found]


@pytest.mark.parametrize(
    "words",
    [
        # somebody is named in the same sentence
        "It is reported by the radio that two came back.",
        "It is reported that two came back [^log].",
        "Two reportedly came back. [^log: p. 2]",
        "Two boats allegedly came back, [[radio|the radio]] says.",
        "The keeper says that two boats reportedly came back.",
        "Two are said, by [[radio|the radio]], to have come back.",
        "According to [[radio|the radio]], two are believed to have come back.",
        "In the desk's view two are believed to be lost.",
        # whose they are
        "The sources say different things.",
        "Both sources say the same.",
        "Its observers report nothing.",
        "The desk's experts believe that more will leave.",
        "[[desk|Harbour]] officials say that two came back.",
        "According to officials of the Harbour Desk two came back.",
        "On Tuesday Quay observers said so.",
        "According to the radio two came back.",
        "[[abroad|The international community]] will watch.",
        # other senses
        "It was reported to the Desk on Tuesday.",
        "What was said to the keeper is known.",
        "The words were said to [[desk|the Desk]].",
        "It is said in one breath. It is believed.",
        "The researchers note nothing. Quay Institute researchers say so.",
        "The sources of the river are dry. Many boats believe nothing.",
        "The expert says that the lock leaks.",
        "He reports that the sources are dry.",
        "There are no reports of more boats.",
        "There are two reports of it, from the radio and from the keeper.",
        "The lock is expected to hold. It is known that it leaks.",
        "It is hoped for. They claim to know. The radio media room is shut.",
        "Most of them say nothing. Of the crews, most say that they were paid.",
        "International law applies to the whole community.",
        # not our words
        'The post reads "sources say two came back".',
        "The post reads ‘it is reported that two came back’.",
        "\n\n    > Observers believe that two came back.",
        "Write `reportedly` nowhere.",
        "[[radio|Reportedly]] is its name.",
    ],
)
def test_words_that_name_somebody_or_mean_something_else_are_not_found(words: str) -> None:
    assert found_in(words) == []


def test_what_an_entry_says_by_somebody_or_from_a_source_has_its_speaker() -> None:
    assert found_in("{text: Two are said to have come back.}", TEXT_WITH.replace("WHERE", "statements: {two: WORDS}"))
    for rest in ("by: radio", "sources: log", "kind: claim, by: radio"):
        words = f"{{text: Two are said to have come back., {rest}}}"
        assert not found_in(words, TEXT_WITH.replace("WHERE", "statements: {two: WORDS}"))


def test_what_asserts_nothing_is_not_looked_at() -> None:
    for where in (
        "gaps: {two: {text: Whether two are said to have come back., ask: Ask the keeper.}}",
        "highlights: [One.]\noutlook: {indicators: {i: {text: The international community sends boats.}}}",
        "highlights: [One.]\noutlook: {judgements: {j: {text: Two left., dissent: Some analysts believe one left.}}}",
        "highlights: [One.]\ncommunications: {c: {from: radio, text: Sources say that two left.}}",
        "highlights: [One.]\nrunning_order: [{show: actors, notes: Sources say that two left.}]",
    ):
        assert found_in("", TEXT_WITH.replace("WHERE", where)) == []


def test_titles_are_looked_at_and_names_and_other_peoples_titles_are_not() -> None:
    events = "highlights: [One.]\nevents: {two: {title: Two boats reportedly come back, when: unknownREST}}"
    assert found_in("", TEXT_WITH.replace("WHERE", events).replace("REST", "")) == ["reportedly"]
    assert found_in("", TEXT_WITH.replace("WHERE", events).replace("REST", ", by: radio")) == []
    sources = TEXT.replace("log: Harbour log", "log: Two boats reportedly come back")
    assert found_in("", sources) == []


TEXT_WITH = TEXT.replace("    Boats left the quay. WORDS\n", "    Boats left the quay.\n  WHERE\n")
