"""The two rows of the scale: not both in one briefing, and the fix writes the same band in the row in use."""

from briefing_tui.checks.rows import RULE
from tests.checks.judging import after, found_by, words_found, words_related

MIXED = """\
outlook:
  summary: The jam will probably clear.
  judgements:
    holds: {text: The levee holds., likelihood: very likely}
    rain: {text: Rain., likelihood: "highly improbable"}   # as the forecast has it
    snow: {text: Snow., likelihood: unlikely}
"""


def test_each_use_of_the_row_used_less_is_found_with_the_first_of_the_other() -> None:
    assert words_found(RULE, MIXED) == ["probably", '"highly improbable"']
    assert words_related(RULE, MIXED) == [["very likely"], ["very likely"]]


def test_a_value_is_mended_for_certain_and_prose_is_not() -> None:
    (prose, _), (value, text) = after(RULE, MIXED)
    assert (prose.safe, prose.text) == (False, "likely")
    assert value.safe
    assert "likelihood: very unlikely}   # as the forecast has it\n" in text


def test_values_decide_which_row_is_in_use() -> None:
    example = """\
outlook:
  summary: Rain is likely. Snow is unlikely. Hail is very unlikely.
  scenarios:
    holds: {title: The levee holds, likelihood: probable}
"""
    assert words_found(RULE, example) == ["likely", "unlikely", "very unlikely"]


def test_where_both_are_used_alike_the_second_is_found() -> None:
    example = """\
outlook:
  scenarios:
    holds: {title: The levee holds, likelihood: probable}
    over: {title: The levee is overtopped, likelihood: unlikely}
"""
    assert words_found(RULE, example) == ["unlikely"]


def test_plain_english_and_others_words_are_no_second_row() -> None:
    example = """\
actors: {town: Town of Harrow Bend}
situation:
  bottom_line: The remote village was told by the likely route. “Probable rain”, the forecast says.
  statements:
    aim: {text: The rain is probable., kind: claim, by: town}
outlook:
  summary: The town says that rain is probable. Rain is more likely than snow.
  judgements:
    holds: {text: The levee holds., likelihood: very likely}
"""
    assert found_by(RULE, example) == []


def test_one_row_alone_is_what_is_wanted() -> None:
    assert found_by(RULE, MIXED.replace("probably", "likely").replace('"highly improbable"', "very unlikely")) == []


def test_a_capital_and_the_end_of_a_line_stay() -> None:
    example = """\
outlook:
  summary: >-
    Probably the jam clears. A second crest is highly
    improbable. Hail is nearly certain.
  judgements:
    holds: {text: The levee holds., likelihood: very likely}
"""
    texts = [text for _, text in after(RULE, example)]
    assert "    Likely the jam clears." in texts[0]
    assert "A second crest is very\n    unlikely." in texts[1]
    assert "Hail is almost certain." in texts[2]


def test_words_that_are_written_otherwise_than_they_read_are_not_written_over() -> None:
    example = MIXED.replace("The jam will probably clear.", '"The jam will prob\\x61bly clear."')
    prose, _ = found_by(RULE, example)
    assert prose.edits == ()
