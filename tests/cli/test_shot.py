"""`briefing shot`: the real screen as SVG or as characters, the same bytes for everybody, nothing of whoever asks."""

import os
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import Result

from briefing_tui.cli.shot import LARGEST, SMALLEST
from briefing_tui.state import State
from briefing_tui.tui.views import VIEWS
from tests.cli.conftest import Call

FLOOD = """\
title: A crest above the levee
as_of: 2026-03-04T06:00Z
tlp: GREEN
situation: {bottom_line: "The [[crest]] passes on Thursday."}
actors:
  town: {name: Harrow Bend, relations: {part-of: river}}
  river: {name: River Authority}
events:
  rain: {title: Heavy rain, when: 2026-03-01, participants: {affected: town}}
  crest: {title: The flood crest reaches Harrow Bend, when: 2026-03-05, participants: {affected: town}}
communications:
  warning: {from: river, to: town, when: 2026-03-03, text: Move upstairs.}
outlook:
  judgements: {holds: {text: The levee holds., likelihood: likely, confidence: low}}
"""

SMALL = ("--size", "80x20")


@pytest.fixture
def flood(tmp_path: Path) -> Path:
    path = tmp_path / "flood.yaml"
    path.write_text(FLOOD, encoding="utf-8")
    return path


def failed(ended: Result) -> str:
    """The words of a call that could not run, and left nothing behind."""
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert sorted(os.listdir()) == ["flood.yaml"]
    return ended.stderr


def test_it_is_an_svg_of_the_screen_that_fetches_nothing(call: Call, flood: Path) -> None:
    ended = call("shot", "flood.yaml", *SMALL)
    assert (ended.exit_code, ended.stderr) == (0, "")
    words = "".join(ElementTree.fromstring(ended.stdout).itertext()).replace("\xa0", " ")
    assert "A crest above the levee" in words
    assert "TLP:GREEN" in words
    assert "@font-face" not in ended.stdout
    assert "href" not in ended.stdout
    assert re.findall(r"url\((?!#)", ended.stdout) == []
    assert set(re.findall(r"https?://[^\"\s]+", ended.stdout)) <= {
        "http://www.w3.org/2000/svg",
        "https://www.textualize.io",
    }


def test_its_characters_fill_the_size_and_no_more(call: Call, flood: Path) -> None:
    ended = call("shot", "flood.yaml", "--text", "--size", "64x12")
    lines = ended.stdout.splitlines()
    assert (ended.exit_code, ended.stderr, len(lines)) == (0, "", 12)
    assert max(map(len, lines)) <= 64
    assert not any(line.endswith(" ") for line in lines)
    assert "A crest above the levee" in ended.stdout


def test_the_same_picture_has_the_same_bytes(call: Call, flood: Path) -> None:
    arguments = ("shot", "flood.yaml", "--view", "lanes", "--keys", "l l tab j", *SMALL)
    first = call(*arguments)
    assert first.exit_code == 0
    assert call(*arguments).stdout_bytes == first.stdout_bytes


def test_nothing_of_the_users_is_in_it(
    call: Call, flood: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ("shot", "flood.yaml", "--keys", "3", *SMALL)
    before = call(*arguments).stdout
    config = own_home / "config" / "briefing"
    (config / "themes").mkdir(parents=True)
    (config / "config.yaml").write_text("theme: light\nmeasure: 40\nstart_pane: sources\nkeys: {pane-3: x}\n")
    (config / "themes" / "dark.yaml").write_text('extends: dark\ncolors: {accent: "#ff0000"}\n')
    state = State()
    state.keep_theme("projector")
    state.keep_view("events", "timeline")
    state.keep_place(flood, {"pane": "outlook"})
    kept = (own_home / "state" / "briefing" / "state.json").read_bytes()
    for name, value in (("NO_COLOR", "1"), ("COLUMNS", "33"), ("LINES", "7"), ("TERM", "dumb")):
        monkeypatch.setenv(name, value)
    assert call(*arguments).stdout == before
    call("shot", "flood.yaml", "--keys", "m a 3 v T q", *SMALL)
    assert (own_home / "state" / "briefing" / "state.json").read_bytes() == kept
    assert call(*arguments, "--theme", "dark").stdout != before


@pytest.mark.parametrize("view", sorted({view.id for view in VIEWS if view.at}))
def test_every_view_can_be_asked_for_by_its_name(view: str, call: Call, flood: Path) -> None:
    found = next(known for known in VIEWS if known.id == view)
    entry = {"actor": "#town", "judgement": "#holds"}.get(found.place, "")
    ended = call("shot", f"flood.yaml{entry}", "--view", view, "--text", *SMALL)
    assert (ended.exit_code, ended.stderr) == (0, "")
    title = next(known.title for known in VIEWS if known.id == view)
    assert call("shot", f"flood.yaml{entry}", "--view", title.lower(), "--text", *SMALL).stdout == ended.stdout
    if found.place == "events":
        assert ended.stdout != call("shot", "flood.yaml", "--pane", "events", "--text", *SMALL).stdout


def test_an_entry_is_its_dossier_or_where_the_cursor_is(call: Call, flood: Path) -> None:
    dossier = call("shot", "flood.yaml#town", "--text", *SMALL).stdout
    assert call("shot", "flood.yaml", "--entry", "town", "--text", *SMALL).stdout == dossier
    listed = call("shot", "flood.yaml#crest", "--pane", "events", "--text", *SMALL).stdout
    assert any(line.startswith("▌") and "The flood crest" in line for line in listed.splitlines())
    drawn = call("shot", "flood.yaml#crest", "--view", "timeline", "--text", *SMALL).stdout
    assert any(line.startswith("▌") and "The flood crest" in line for line in drawn.splitlines())
    assert call("shot", "flood.yaml#events", "--text", *SMALL).stdout != dossier
    graph = call("shot", "flood.yaml#town", "--view", "graph", "--text", *SMALL).stdout
    assert "part of" in graph
    assert "Graph" in graph


def test_keys_are_pressed_as_the_configuration_writes_them(call: Call, flood: Path) -> None:
    pressed = call("shot", "flood.yaml", "--keys", "2 G Return Esc", "--text", *SMALL).stdout
    assert "Harrow Bend" in pressed
    assert "Following: " not in pressed
    hints = call("shot", "flood.yaml", "--keys", "f", "--text", *SMALL).stdout
    assert "Follow:" in hints
    assert "Keys" in call("shot", "flood.yaml", "--keys", "?", "--text", *SMALL).stdout


@pytest.mark.parametrize("theme", ["light", "projector", "monochrome"])
def test_a_theme_is_another_picture_of_the_same_characters(theme: str, call: Call, flood: Path) -> None:
    plain, worn = call("shot", "flood.yaml", *SMALL), call("shot", "flood.yaml", "--theme", theme, *SMALL)
    assert worn.exit_code == 0
    assert worn.stdout != plain.stdout
    text = [call("shot", "flood.yaml", "--text", *more, *SMALL).stdout for more in ((), ("--theme", theme))]
    assert text[0] == text[1]


def test_a_theme_can_be_a_file(call: Call, flood: Path) -> None:
    Path("mine.yaml").write_text('extends: dark\ncolors: {accent: "#8a1c3b"}\n')
    assert "#8a1c3b" in call("shot", "flood.yaml", "--theme", "mine.yaml", *SMALL).stdout
    Path("mine.yaml").write_text("extends: drak\n")
    ended = call("shot", "flood.yaml", "--theme", "mine.yaml")
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert "mine.yaml cannot be worn: mine.yaml, line 1: " in ended.stderr


def test_a_folder_is_a_library(call: Call, flood: Path) -> None:
    assert "A crest above the levee" in call("shot", ".", "--text", *SMALL).stdout
    assert "no views, panes and entries" in failed(call("shot", ".", "--view", "lanes"))


def test_standard_input_is_a_briefing(call: Call, flood: Path) -> None:
    ended = call("shot", "-", "--view", "lanes", "--text", *SMALL, given=flood.read_bytes())
    assert ended.stdout == call("shot", "flood.yaml", "--view", "lanes", "--text", *SMALL).stdout


def test_it_is_written_at_one_go_and_never_over_the_briefing(call: Call, flood: Path) -> None:
    shown = call("shot", "flood.yaml", *SMALL).stdout
    assert call("shot", "flood.yaml", "-o", "-", *SMALL).stdout == shown
    Path("x.svg").write_text("old")
    ended = call("shot", "flood.yaml", "-o", "x.svg", *SMALL)
    assert (ended.exit_code, ended.stdout, ended.stderr) == (0, "", "")
    assert Path("x.svg").read_text("utf-8") == shown
    ended = call("shot", "flood.yaml", "-o", "flood.yaml", *SMALL)
    assert (ended.exit_code, ended.stderr) == (2, "briefing: flood.yaml is the briefing itself: name another file\n")
    assert flood.read_text("utf-8") == FLOOD


@pytest.mark.parametrize("size", ["0x0", "19x6", "20x5", "401x20", "20x201", "120", "axb", "-5x10", "1e2x30", "٣٠x٣٠"])
def test_a_size_is_within_bounds(size: str, call: Call, flood: Path) -> None:
    words = failed(call("shot", "flood.yaml", f"--size={size}"))
    assert "120x36" in words
    assert f"from {SMALLEST[0]}x{SMALLEST[1]} to {LARGEST[0]}x{LARGEST[1]}" in words


@pytest.mark.parametrize("size", ["20x6", "20×6", "400X200"])
def test_the_bounds_themselves_are_sizes(size: str, call: Call, flood: Path) -> None:
    ended = call("shot", "flood.yaml", "--text", "--size", size)
    assert (ended.exit_code, ended.stderr) == (0, "")
    assert len(ended.stdout.splitlines()) == int(re.split("[x×X]", size)[1])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--view", "lnaes"], "there is no view called lnaes; did you mean `lanes`?"),
        (["--view", "qqqqqqq"], "there are list, "),
        (["--view", "\x1b[31m\n"], "there is no view called"),
        (["--view", "list"], "actors, events, communications and sources have a view called list: say which pane"),
        (["--view", "lanes", "--pane", "outlook"], "outlook has no view called lanes: it has text, "),
        (["--view", "lanes", "--pane", "situation"], "there is one way to look at situation"),
        (["--pane", "attic"], "'situation', 'actors'"),
        (["--entry", "crset"], "flood.yaml holds no entry called crset; did you mean `crest`?"),
        (["--entry", "town", "--pane", "sources"], "town is not to be seen in sources"),
        (["--theme", "dakr"], "did you mean `dark`?"),
        (["--keys", "hj"], "“hj” is not a key: write `h j`"),
        (["--keys", "ctlr+f"], "is not a key"),
        (["--keys", "j q j"], "the key q ends the program"),
    ],
)
def test_what_is_asked_for_and_is_not_there_is_said(arguments: list[str], words: str, call: Call, flood: Path) -> None:
    said = failed(call("shot", "flood.yaml", "-o", "x.svg", *arguments))
    assert words in said
    assert said.startswith("briefing: ")
    assert "\x1b" not in said


def test_an_entry_is_named_once(call: Call, flood: Path) -> None:
    assert "Name the entry once" in failed(call("shot", "flood.yaml#town", "--entry", "crest"))
    assert call("shot", "flood.yaml#town", "--entry", "town", "--text", *SMALL).exit_code == 0


@pytest.mark.parametrize(("name", "code"), [("broken.yaml", 1), ("nowhere.yaml", 2)])
def test_of_what_is_no_briefing_there_is_no_picture(name: str, code: int, call: Call, broken: Path) -> None:
    ended = call("shot", name, "-o", "x.svg")
    assert (ended.exit_code, ended.stdout) == (code, "")
    assert name in ended.stderr
    assert not Path("x.svg").exists()
