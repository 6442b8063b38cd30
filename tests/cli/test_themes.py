"""`briefing themes`: the list, one at length with what is wrong, a copy to start from; colours on a terminal alone."""

import os
import re
import sys
from pathlib import Path

import pexpect
import pytest

from briefing_tui.cli.swatch import nearest_index
from briefing_tui.themes.furniture import MEANINGS
from briefing_tui.themes.shelf import own_folder
from tests.architecture.test_loaded_modules import COMMAND, ELSEWHERE, SCREEN, VALIDATION, loaded
from tests.cli.conftest import Call

SHIPPED = ["colour-blind", "dark", "light", "monochrome", "projector"]


def own(name: str, text: str) -> Path:
    path = own_folder() / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_list_says_whose_how_sound_and_how_readable(call: Call) -> None:
    own("mine", "title: My own\nextends: light\n")
    own("faint", 'extends: dark\ncolors:\n  dim: "#555555"\n')
    own("light", "title: Paler\nextends: light\n")
    own("broken", "extends: dark\nroles:\n  tabb: bold\n  dmi: bold\n")
    result = call("themes")
    assert result.exit_code == 0
    rows = [re.split(r" {2,}", line) for line in result.stdout.splitlines()]
    assert rows == [
        ["broken", "yours", "2 errors", "–", "broken.yaml, line 3: “tabb” is no role"],
        ["colour-blind", "shipped", "sound", "4.7:1", "Colour-blind safe"],
        ["dark", "shipped", "sound", "4.8:1", "Dark"],
        ["faint", "yours", "1 warning", "2.0:1", "faint"],
        ["light", "yours", "sound", "4.8:1", "Paler (in place of the shipped one)"],
        ["mine", "yours", "sound", "4.8:1", "My own"],
        ["monochrome", "shipped", "sound", "5.0:1", "Monochrome"],
        ["projector", "shipped", "sound", "7.0:1", "Projector"],
    ]
    assert str(own_folder()) in result.stderr


def test_one_is_shown_with_every_role_and_its_meaning(call: Call) -> None:
    result = call("themes", "dark")
    assert result.exit_code == 0
    assert result.stdout.startswith("dark: Dark, text at 4.8:1 or better\n\n")
    lines = result.stdout.splitlines()[2:]
    assert [line.split()[0] for line in lines] == list(MEANINGS)
    assert all(line.endswith(meaning) for line, meaning in zip(lines, MEANINGS.values(), strict=True))
    assert "hint            bold ink on find          the label of a link hint" in lines


def test_what_is_wrong_is_printed_as_a_check_does(call: Call) -> None:
    path = own("mine", "title: Mine\nextends: dark\nroles:\n  tabb: bold\n")
    result = call("themes", "mine")
    assert result.exit_code == 1
    assert result.stdout == (
        "error[T804] unknown-role: “tabb” is no role\n"
        f" --> {path}:4:3\n"
        "  |\n"
        "3 | roles:\n"
        "4 |   tabb: bold\n"
        "  |   ^^^^\n"
        "  |\n"
        "help: Did you mean “tab”?\n\n"
    )
    assert result.stderr == f"{path}: not sound\n"


def test_a_warning_costs_nothing(call: Call) -> None:
    own("faint", 'extends: dark\ncolors:\n  dim: "#555555"\n')
    result = call("themes", "faint")
    assert result.exit_code == 0
    assert "warning[T808] weak-contrast: “dim” on" in result.stdout


def test_a_file_anywhere_can_be_looked_at(call: Call, tmp_path: Path) -> None:
    (tmp_path / "draft.yaml").write_text("extends: dark\nroles: {tabb: bold}\n", encoding="utf-8")
    assert call("themes", "draft.yaml").exit_code == 1
    assert call("themes", tmp_path / "draft.yaml").exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["drak"], "there is no theme called drak; did you mean `dark`?"),
        (["x"], f"there is no theme called x; there are {', '.join(SHIPPED)}"),
        (["nowhere.yaml"], "nowhere.yaml: There is no such file"),
        (["--write", "My Theme"], "My Theme cannot be the name of a theme: lower-case letters, digits and hyphens"),
        (["--write", "../escape"], "../escape cannot be the name of a theme"),
        (["drak", "--write", "mine"], "there is no theme called drak"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(call: Call, arguments: list[str], words: str) -> None:
    result = call("themes", *arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith(f"briefing: {words}")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("base", SHIPPED)
def test_a_copy_looks_like_what_it_was_made_from(call: Call, base: str) -> None:
    result = call("themes", base, "--write", "mine")
    assert result.exit_code == 0
    path = own_folder() / "mine.yaml"
    assert result.stdout == f"{path}\n"
    text = path.read_text(encoding="utf-8")
    assert f"\nextends: {base}\n" in text
    assert all(meaning in text for meaning in MEANINGS.values())
    assert max(map(len, text.splitlines())) <= 120
    shown = [call("themes", name) for name in (base, "mine")]
    assert [result.exit_code for result in shown] == [0, 0]
    first, second = (result.stdout.partition("\n")[2] for result in shown)
    assert first == second


def test_a_copy_without_a_base_is_one_of_dark(call: Call) -> None:
    call("themes", "--write", "mine")
    assert "\nextends: dark\n" in (own_folder() / "mine.yaml").read_text(encoding="utf-8")


def test_nothing_is_ever_written_over(call: Call) -> None:
    path = own("mine", "extends: light\n")
    result = call("themes", "--write", "mine")
    assert result.exit_code == 2
    assert result.stderr == f"briefing: {path} is there already; nothing was written\n"
    assert path.read_text(encoding="utf-8") == "extends: light\n"
    # Nor through a link that leads elsewhere.
    (own_folder() / "other.yaml").symlink_to(path.with_name("nowhere"))
    assert call("themes", "--write", "other").exit_code == 2
    assert not path.with_name("nowhere").exists()


def test_a_copy_may_take_the_place_of_a_shipped_one(call: Call) -> None:
    assert call("themes", "dark", "--write", "dark").exit_code == 0
    result = call("themes")
    assert re.search(r"^dark +yours +sound .* \(in place of the shipped one\)$", result.stdout, re.MULTILINE)


def test_a_copy_of_what_is_not_sound_is_not_made(call: Call) -> None:
    own("broken", "extends: dark\nroles: {tabb: bold}\n")
    result = call("themes", "broken", "--write", "mine")
    assert result.exit_code == 2
    assert "broken.yaml, line 2: “tabb” is no role" in result.stderr
    assert not (own_folder() / "mine.yaml").exists()


def test_a_folder_that_cannot_be_made_is_a_message(call: Call) -> None:
    own_folder().parent.mkdir(parents=True)
    own_folder().write_text("a file", encoding="utf-8")
    result = call("themes", "--write", "mine")
    assert result.exit_code == 2
    assert "there can be no folder" in result.stderr


def in_terminal(arguments: str, **variables: str) -> str:
    """What the command writes to a terminal."""
    environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **variables}
    command = f"{sys.executable} -m briefing_tui themes {arguments}"
    return pexpect.run(command, env=environment, dimensions=(100, 120), timeout=60).decode()  # type: ignore[no-any-return]


def test_a_terminal_shows_each_in_its_colours() -> None:
    written = in_terminal("")
    assert "\x1b[38;2;111;207;189;48;2;16;21;27m▌" in written
    assert "● claimed" in written
    assert len(set(re.findall(r"48;2;[0-9;]+m", written))) == len(SHIPPED)
    # Every line ends as the terminal was found.
    assert all(line.rstrip("\r").endswith("\x1b[0m") for line in written.split("\n") if "\x1b" in line)


def test_a_terminal_with_256_colours_is_sent_those() -> None:
    written = in_terminal("dark", COLORTERM="")
    assert "38;5;" in written
    assert "38;2;" not in written


@pytest.mark.parametrize(
    "variables",
    [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"TERM": "unknown"}, {"TERM": ""}, {"TERM": "vt100", "COLORTERM": ""}],
)
def test_no_colour_is_sent_to_who_wants_none(variables: dict[str, str]) -> None:
    for arguments in ("", "light"):
        assert "\x1b" not in in_terminal(arguments, **variables)


def test_no_file_commands_the_terminal() -> None:
    own("mine", 'title: "\\e]0;x\\a\\x9b31m"\nextends: dark\n')
    own("hostile", 'extends: "\\e[2J"\nroles: {"\\e[31m": bold}\n')
    (own_folder() / "na\x1b[2Jme.yaml").write_text("extends: dark\n", encoding="utf-8")
    for arguments in ("", "mine", "hostile"):
        rest = re.sub(r"\x1b\[[0-9;]+m", "", in_terminal(arguments))
        assert re.findall("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", rest) == []


@pytest.mark.parametrize(
    ("parts", "index"), [((0, 0, 0), 16), ((255, 255, 255), 231), ((95, 135, 175), 67), ((128, 128, 128), 244)]
)
def test_the_nearest_of_256_colours(parts: tuple[int, int, int], index: int) -> None:
    assert nearest_index(list(parts)) == index


@pytest.mark.parametrize("arguments", [[], ["dark"]])
def test_it_loads_no_screen_and_no_pydantic(arguments: list[str], tmp_path: Path) -> None:
    assert loaded(COMMAND, ["themes", *arguments], tmp_path) & (SCREEN | ELSEWHERE | VALIDATION) == set()
