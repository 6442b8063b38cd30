"""A theme's file: what it says, what it takes from the one it extends, and what is wrong with it and where."""

import textwrap
from pathlib import Path

import pytest

from briefing_tui.source.diagnostic import Severity
from briefing_tui.themes.file import ThemeFile, read_theme
from briefing_tui.themes.shelf import all_themes, own_folder, own_themes, shipped_themes
from briefing_tui.themes.theme import Paint, paint_of
from briefing_tui.themes.weak import weak_text

WHOLE = """\
title: Mine
colors:
  background: "#000000"
  surface: "#111111"
  cursor: "#222222"
  rule: "#555555"
  text: "#EEEEEE"
  dim: "#aaaaaa"
  accent: "#88ccff"
roles:
  title: bold accent
"""


def own(name: str, text: str) -> Path:
    """A theme of the user's own."""
    path = own_folder() / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def said(file: ThemeFile) -> list[str]:
    """What was found, such as `3:5 T804 “titel” is no role | Did you mean “title”?`."""
    places = [file.lines.position(found.extent.start) for found in file.findings]
    return [
        f"{place.line}:{place.column} {found.code} {found.message} | {found.help}"
        for place, found in zip(places, file.findings, strict=True)
        if found.severity is not Severity.INFO
    ]


def test_words_are_taken_apart() -> None:
    assert paint_of("bold ink on find") == Paint("ink", "find", ("bold",))
    assert paint_of("on cursor italic") == Paint("", "cursor", ("italic",))
    assert paint_of("") == Paint()


def test_a_theme_that_stands_alone() -> None:
    file = read_theme(own("mine", WHOLE))
    assert file.theme is not None
    assert (file.theme.name, file.theme.title, file.own) == ("mine", "Mine", True)
    assert file.theme.colors["text"] == "#eeeeee"
    assert file.theme.paint("title") == Paint("accent", "", ("bold",))
    assert file.theme.paint("time") == Paint()
    # One remark, for whoever wonders why all the rest looks the same.
    assert [(found.code, found.severity) for found in file.findings] == [("T809", Severity.INFO)]
    assert "heading, subheading" in file.findings[0].message


def test_a_theme_that_extends_gives_only_what_differs() -> None:
    dark = read_theme(shipped_themes()["dark"]).theme
    file = read_theme(own("mine", 'extends: dark\ncolors:\n  accent: "#ffffff"\nroles:\n  time: italic accent\n'))
    assert file.theme is not None
    assert dark is not None
    assert file.findings == ()
    assert file.theme.title == "mine"
    assert file.theme.colors == {**dark.colors, "accent": "#ffffff"}
    assert file.theme.roles == {**dark.roles, "time": "italic accent"}
    assert list(file.stamps) == [own_folder() / "mine.yaml", shipped_themes()["dark"]]


def test_a_promise_of_contrast_is_inherited() -> None:
    own("mine", "extends: projector\n")
    own("less", "extends: mine\ncontrast: 4.5\n")
    themes = [read_theme(own_themes()[name]).theme for name in ("mine", "less")]
    assert [theme.contrast for theme in themes if theme] == [7.0, 4.5]


def test_a_theme_called_as_a_shipped_one_takes_its_place_and_may_extend_it() -> None:
    path = own("light", "title: My light\nextends: light\n")
    assert all_themes()["light"] == path
    theme = read_theme(path).theme
    assert theme is not None
    assert theme.title == "My light"
    assert theme.colors["background"] == "#faf7f0"


def test_a_shipped_theme_rests_on_shipped_ones() -> None:
    before = read_theme(shipped_themes()["light"]).theme
    own("dark", "extends: dark\nroles: {time: bold}\n")
    assert read_theme(shipped_themes()["light"]).theme == before


def test_themes_that_extend_each_other_are_refused() -> None:
    own("one", "extends: two\n")
    own("two", "extends: one\n")
    file = read_theme(own_themes()["one"])
    assert file.theme is None
    assert said(file) == [
        "1:10 T806 “two” is not sound (two.yaml, line 1: “one” rests on this theme itself) | Mend that theme first, or "
        "extend another"
    ]


_QUOTED = 'such as "#7cc4ff"'


@pytest.mark.parametrize(
    ("text", "place", "message", "help"),
    [
        ("extends: drak\n", "1:10 T806", "no theme called “drak”", "Did you mean “dark”?"),
        ("extneds: dark\nroles: {}\n", "1:1 M302", "no key “extneds”", "Did you mean “extends”?"),
        ("extends: dark\nroles:\n  tabhere: bold\n", "3:3 T804", "“tabhere” is no role", "Did you mean “tab-here”?"),
        ("extends: dark\nroles:\n  x: bold\n", "3:3 T804", "“x” is no role", "`briefing themes dark` lists the roles"),
        ("extends: dark\nroles:\n  tab: bold acent\n", "3:13 T805", "“acent” is neither", "Did you mean “accent”?"),
        ("extends: dark\nroles:\n  tab: blod\n", "3:8 T805", "neither style nor colour", "Did you mean “bold”?"),
        (
            "extends: dark\nroles:\n  tab: '#ff0000'\n",
            "3:8 T805",
            "called by its name",
            "Give it a name under `colors`",
        ),
        ("extends: dark\nroles:\n  tab: dim text\n", "3:8 T805", "not one colour", "then `on` and the colour of"),
        ("extends: dark\nroles:\n  tab: dim on\n", "3:8 T805", "not one colour", "then `on` and the colour of"),
        ("extends: dark\nroles: {tab: [bold]}\n", "2:14 M306", "one line of words", "such as `bold accent`"),
        ("extends: dark\ncolors:\n  dim: grey\n", "3:8 T802", "“grey” is not a colour", _QUOTED),
        ("extends: dark\ncolors:\n  dim: '#abc'\n", "3:8 T802", "“#abc” is not a colour", 'Write "#aabbcc"'),
        ("extends: dark\ncolors:\n  dim: #aabbcc\n", "3:8 T802", "a space and # begin a comment", 'quotes: "#aabbcc"'),
        ("extends: dark\ncolors:\n  dim:\n", "3:3 T802", "“dim” is given no colour", _QUOTED),
        ("extends: dark\ncolors:\n  on: '#aabbcc'\n", "3:3 T802", "“on” is a word of style", "one word of letters"),
        ("extends: dark\ncolors:\n  a b: '#aabbcc'\n", "3:3 T802", "cannot be a colour's name", "one word of letters"),
        ("extends: dark\ncolors: red\n", "2:9 M306", "“colors” is a list of names", "one name a line below it"),
        ("extends: dark\ncontrast: high\n", "2:11 M304", "“high” is no contrast ratio", "7 (level AAA)"),
        ("extends: dark\ncontrast: 22\n", "2:11 M304", "“22” is no contrast ratio", "7 (level AAA)"),
        ("extends: dark\ntitle:\n", "2:1 M304", "“title” is given no value", "Write one, or remove it"),
        ("extends: dark\ntitle: [x]\n", "2:8 M306", "“title” is one value", "on the same line"),
        (
            WHOLE.replace('  rule: "#555555"\n', ""),
            "2:1 T803",
            "The colours lack rule",
            "or begin with `extends: dark`",
        ),
        ("[]\n", "1:1 T801", "it is not a mapping", "`briefing themes --write NAME` writes one"),
        ("", "1:1 T801", "This file is empty", "`briefing themes --write NAME` writes one"),
        ("title: Mine\n", "1:1 T801", "no colours and no roles", "Write `extends: dark`"),
        ("extends: [dark\n", "1:10 Y201", "This [ is never closed", "Write ] where it ends"),
        ("extends: dark\nextends: light\n", "2:1 Y208", "a second time", "Remove one of them"),
    ],
)
def test_what_is_wrong_has_a_place_and_a_next_step(text: str, place: str, message: str, help: str) -> None:
    file = read_theme(own("mine", text))
    (found,) = said(file)
    assert found.startswith(f"{place} ")
    before, after = found.split(" | ")
    assert message in before
    assert help in after
    assert file.theme is None


def test_what_is_wrong_with_the_base_is_said_once() -> None:
    """Colours that only the base has are not unknown words where the base is not to be had."""
    file = read_theme(own("mine", "extends: drak\nroles:\n  tab: bold accent\n  title: bold brightest\n"))
    assert [found.code for found in file.findings] == ["T806"]


def test_a_file_whose_name_no_theme_can_have_says_so() -> None:
    file = read_theme(own("My Theme", "extends: dark\n"))
    assert [found.code for found in file.findings] == ["T807"]
    assert file.problem == "My Theme.yaml, line 1: “My Theme” cannot be the name of a theme"


@pytest.mark.parametrize(("make", "words"), [("mkdir", "no regular file"), ("none", "no such file")])
def test_what_is_no_file_is_no_theme(make: str, words: str) -> None:
    path = own_folder() / "mine.yaml"
    path.parent.mkdir(parents=True)
    if make == "mkdir":
        path.mkdir()
    file = read_theme(path)
    assert file.theme is None
    assert words in file.problem
    assert "briefing" not in file.findings[0].message


def test_what_editors_leave_beside_a_file_is_no_theme() -> None:
    own("mine", "extends: dark\n")
    for name in (".#mine.yaml", ".mine.yaml.swp", "mine.yaml~", "mine.txt"):
        (own_folder() / name).write_text("x", encoding="utf-8")
    assert list(own_themes()) == ["mine"]


@pytest.mark.parametrize(
    "text", ["\x1b[31m", "title: \x1b]0;x\x07\n", "extends: dark\nroles:\n  \x1b[2J: bold\n", "\xff\xfe"]
)
def test_no_theme_commands_the_terminal(text: str) -> None:
    path = own("mine", "")
    path.write_bytes(text.encode("latin-1"))
    file = read_theme(path)
    assert file.theme is None
    for found in file.findings:
        assert (found.message + found.help).isprintable()
    assert file.problem.isprintable()


def test_the_example_in_the_readme_is_sound() -> None:
    readme = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
    example = readme.split("A few lines are enough:\n\n")[1].split("\n\n")[0]
    file = read_theme(own("mine", textwrap.dedent(example)))
    assert file.theme is not None
    assert (*file.findings, *weak_text(file)) == ()
