"""The ways a finding is written for people, to the letter: they and their editors rely on them."""

import pytest

from briefing_tui.cli.findings import Checked, concise_text, full_text
from briefing_tui.source.codes import finding
from briefing_tui.source.diagnostic import Diagnostic, Extent, Lines, Related

SOURCE = """\
title: 洪水 in Harrow Bend
tlp: GREEN
status: exercize
events:
  crest: {title: 洪水 crest, when: soon}
  crest: {title: Again, when: 2026}
"""


def at(words: str, after: str = "") -> Extent:
    start = SOURCE.index(words, SOURCE.index(after))
    return Extent(start, start + len(words))


BAD_WORD = finding("M303", at("exercize"), "“exercize” is no status", "Did you mean `exercise`?")
AGAIN = finding(
    "Y208", at("crest", "soon}"), "“crest” stands here again", related=(Related(at("crest"), "the first “crest”"),)
)
BAD_TIME = finding("M305", at("soon"), "'soon' is no time")


def checked(*findings: Diagnostic, name: str = "flood.yaml", text: str = SOURCE) -> Checked:
    return Checked(name, Lines(text), findings)


def test_in_full() -> None:
    assert (
        full_text(checked(BAD_WORD, BAD_TIME, AGAIN))
        == """\
error[M303] not-in-vocabulary: “exercize” is no status
 --> flood.yaml:3:9
  |
2 | tlp: GREEN
3 | status: exercize
  |         ^^^^^^^^
4 | events:
  |
help: Did you mean `exercise`?

error[M305] bad-time: 'soon' is no time
 --> flood.yaml:5:34
  |
4 | events:
5 |   crest: {title: 洪水 crest, when: soon}
  |                                    ^^^^
6 |   crest: {title: Again, when: 2026}
  |

error[Y208] duplicate-key: “crest” stands here again
 --> flood.yaml:6:3
  |
5 |   crest: {title: 洪水 crest, when: soon}
6 |   crest: {title: Again, when: 2026}
  |   ^^^^^
 ::: flood.yaml:5:3
  |
5 |   crest: {title: 洪水 crest, when: soon}
  |   ----- the first “crest”
  |

"""
    )


def test_concisely() -> None:
    assert concise_text(checked(BAD_WORD, BAD_TIME)) == (
        "flood.yaml:3:9: error[M303] “exercize” is no status\nflood.yaml:5:34: error[M305] 'soon' is no time\n"
    )


@pytest.mark.parametrize(
    ("before", "cells"),
    [
        ("key: ", 5),
        ("\tkey: ", 9),
        ("洪水: ", 6),
        ("Ｋ: ", 4),
        ("e\u0301e\u0301: ", 4),
        ("😀: ", 4),
        ("한: ", 4),
        ("\u1112\u1161\u11ab: ", 4),
        ("\u05d0\u05b8: ", 3),
        ("a\u200db: ", 4),
    ],
)
def test_the_mark_stands_right_under_the_place_whatever_is_before_it(before: str, cells: int) -> None:
    text = f"{before}soon."
    place = Extent(len(before), len(before) + 4)
    lines = full_text(checked(finding("M305", place, "no time"), text=text)).splitlines()
    assert lines[4] == "  | " + " " * cells + "^^^^"
    assert lines[1] == f" --> flood.yaml:1:{len(before) + 1}"


def test_a_file_without_text_has_no_excerpt() -> None:
    empty = finding("F106", Extent(0, 0), "The file holds no briefing", "Begin with `title:`")
    assert full_text(checked(empty, text="")) == (
        "error[F106] empty: The file holds no briefing\n --> flood.yaml:1:1\nhelp: Begin with `title:`\n\n"
    )


def test_names_of_files_command_nothing() -> None:
    hostile = checked(BAD_WORD, name="\x1b]0;owned\x07\u202e\nflood.yaml")
    for text in (full_text(hostile), concise_text(hostile)):
        assert not any(ord(char) < 32 for char in text.replace("\n", ""))
        assert "\u202e" not in text
    assert concise_text(hostile).count("\n") == 1
