"""What a check writes for programs: JSON, to the letter, and what every format has in common."""

import json

import pytest

from briefing_tui.cli.findings import Checked
from briefing_tui.cli.formats import FORMATS, Failed, json_objects, piece_of, writer
from briefing_tui.source.codes import finding
from briefing_tui.source.diagnostic import Diagnostic, Edit, Extent, Lines, Related

SOURCE = "title: 洪水 😀\nstatus: exercize\nas_of: 2026\n"
WHERE = Extent(SOURCE.index("exercize"), SOURCE.index("exercize") + 8)
FOUND = finding(
    "M303",
    WHERE,
    "“exercize” is no status",
    "Did you mean `exercise`?",
    related=(Related(Extent(0, 5), "the title"),),
    edits=(Edit(WHERE, "exercise", "Write exercise", safe=False),),
)


def checked(*findings: Diagnostic, name: str = "flood.yaml") -> Checked:
    return Checked(name, Lines(SOURCE), findings)


def written(form: str, *files: Checked, failed: tuple[Failed, ...] = ()) -> str:
    parts: list[str] = []
    out = writer(form, parts.append)
    for file in files:
        out.add(piece_of(form, file), {found.code for found in file.findings})
    out.close(failed)
    return "".join(parts)


def test_an_object_a_finding() -> None:
    assert json_objects(checked(FOUND)) == [
        {
            "path": "flood.yaml",
            "line": 2,
            "column": 9,
            "end_line": 2,
            "end_column": 17,
            "code": "M303",
            "name": "not-in-vocabulary",
            "severity": "error",
            "message": "“exercize” is no status",
            "help": "Did you mean `exercise`?",
            "related": [{"line": 1, "column": 1, "end_line": 1, "end_column": 6, "message": "the title"}],
            "fixes": [
                {
                    "title": "Write exercise",
                    "safe": False,
                    "line": 2,
                    "column": 9,
                    "end_line": 2,
                    "end_column": 17,
                    "text": "exercise",
                }
            ],
        }
    ]


def test_json_is_one_array_over_all_files_and_pure_ascii() -> None:
    odd = "\udcff\x1b\x7f\u009b.yaml"
    text = written("json", checked(FOUND, FOUND), checked(), checked(FOUND, name=odd))
    assert [found["path"] for found in json.loads(text)] == ["flood.yaml", "flood.yaml", odd]
    assert all(" " <= char <= "~" or char == "\n" for char in text)
    assert written("json") == "[]\n"


@pytest.mark.parametrize("form", ["full", "concise", "github"])
def test_where_nothing_was_found_there_is_no_text(form: str) -> None:
    assert written(form) == written(form, checked()) == ""


@pytest.mark.parametrize("form", FORMATS)
def test_names_and_messages_command_nothing(form: str) -> None:
    hostile = FOUND._replace(message="\x1b[31m\n::error::\u202e%0A", help="\x9b31m\r")
    text = written(form, checked(hostile, name="\x1b]0;owned\x07\u202e\n::error file=x::y.yaml"))
    assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 for char in text.replace("\n", ""))
    assert "\u202e" not in text
    assert not any(line.startswith("::error::") for line in text.splitlines())
