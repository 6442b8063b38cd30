"""E544: two sentences, and 60 words as they are shown."""

import pytest

from briefing_tui.checks.bottom_line import RULE
from tests.checks.judging import found_by, words_found


def line(text: str) -> str:
    return f"actors: {{desk: Joint Flood Desk}}\nsources: {{log: Log}}\nsituation:\n  bottom_line: |\n    {text}\n"


def test_the_third_sentence_is_where_it_is_too_long() -> None:
    assert words_found(RULE, line("One. Two.\n    Three, [[desk|so]]. Four [^log].")) == [
        "Three, [[desk|so]]. Four [^log]."
    ]


def test_sixty_words_are_enough() -> None:
    (found,) = found_by(RULE, line("Short. " + "word " * 60 + "end."))
    assert "62 words" in found.message
    assert "sentences" not in found.message
    (found,) = found_by(RULE, line("word " * 70 + "end. Two. Three."))
    assert "3 sentences and 73 words" in found.message


@pytest.mark.parametrize(
    "text",
    [
        "One. Two [^log]. ",
        "At 6.5 m, e.g. at Harrow Bend, Dr. Ames of the U.S. Army waits. So does No. 4.",
        "Is it so? It is!",
        # 60 words and no more, since ids and citations are not read
        "[[desk|One]] " + "word " * 58 + "end [^log: page 4 of the second book of it].",
        "“Go. Run. Hide.” is what it says.",
        "7.30 m, 22:00, 3/4 and the levee's top " + "word " * 50,
    ],
)
def test_what_is_short_enough_as_a_reader_sees_it_is_not_found(text: str) -> None:
    assert found_by(RULE, line(text)) == []
