"""The three ways a finding is written, to the letter: people, editors and programs rely on them."""

import json

from briefing_tui.cli.findings import WRITERS, Checked, concise_text, full_text, json_objects
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


def test_for_a_program() -> None:
    assert json_objects(checked(BAD_WORD)) == [
        {
            "path": "flood.yaml",
            "line": 3,
            "column": 9,
            "end_line": 3,
            "end_column": 17,
            "code": "M303",
            "name": "not-in-vocabulary",
            "severity": "error",
            "message": "“exercize” is no status",
            "help": "Did you mean `exercise`?",
        }
    ]


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


def written(form: str, *files: Checked) -> str:
    parts: list[str] = []
    writer = WRITERS[form](parts.append)
    for file in files:
        writer.add(file)
    writer.close()
    return "".join(parts)


def test_json_is_one_array_over_all_files_and_pure_ascii() -> None:
    odd = "\udcff\x1b\x7f\u009b.yaml"
    text = written("json", checked(BAD_WORD), checked(), checked(BAD_TIME, name=odd))
    assert [found["path"] for found in json.loads(text)] == ["flood.yaml", odd]
    assert all(" " <= char <= "~" or char == "\n" for char in text)
    assert written("json") == "[]\n"


def test_where_nothing_was_found_there_is_no_text() -> None:
    assert written("full", checked()) == written("concise", checked()) == ""
