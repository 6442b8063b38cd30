"""`briefing config`: what is in force and why, what is wrong, and a first configuration that is never written over."""

import os
import stat
from pathlib import Path

import pytest

from briefing_tui.config.configuration import config_file
from briefing_tui.folders import shipped_folder
from briefing_tui.state import State
from briefing_tui.tui.configured import configured
from tests.cli.conftest import Call


def configure(text: str) -> Path:
    path = config_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def rows(shown: str) -> dict[str, tuple[str, str]]:
    """Name to value and origin."""
    table = [line.split("  ") for line in shown.partition("\n\n")[0].splitlines()]
    cells = [[cell.strip() for cell in line if cell.strip()] for line in table]
    assert all(len(line) == 3 for line in cells)
    return {name: (value, origin) for name, value, origin in cells}


def test_without_a_file_everything_is_a_default_and_the_next_step_is_named(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "ana")
    shown = call("config")
    assert shown.exit_code == 0
    assert rows(shown.stdout) == {
        "file": (str(config_file()), "not there"),
        "theme": ("dark", "default"),
        "measure": ("80", "default"),
        "density": ("comfortable", "default"),
        "focus_rule": ("yes", "default"),
        "start_pane": ("situation", "default"),
        "library": (str(shipped_folder("briefings")), "default"),
        "author": ("ana", "default"),
        "keys": ("as shipped", "default"),
    }
    assert shown.stderr == "`briefing config --write` writes one with every setting explained.\n"
    assert not config_file().parent.exists()


def test_what_the_file_sets_is_shown_with_its_line(call: Call, tmp_path: Path) -> None:
    configure(
        f"theme: light\nmeasure: 72\nfocus_rule: no\nlibrary: [{tmp_path}, /nowhere]\n"
        "keys:\n  find: ctrl+f\n  hints: none\n"
    )
    shown = call("config")
    assert (shown.exit_code, shown.stderr) == (0, f"{config_file()}: nothing to report\n")
    found = rows(shown.stdout)
    assert found["file"] == (str(config_file()), "there")
    assert found["theme"] == ("light", "line 1")
    assert found["measure"] == ("72", "line 2")
    assert found["focus_rule"] == ("no", "line 3")
    assert found["library"] == (f"{tmp_path}, /nowhere (not there)", "line 4")
    assert found["keys.find"] == ("ctrl+f", "line 6")
    assert found["keys.hints"] == ("none", "line 7")
    assert "keys" not in found


def test_what_is_wrong_is_shown_as_a_check_does_and_ends_with_1(call: Call) -> None:
    path = configure("measure: 99\ndensity: compact\nkeys: {fnd: x, find: f}\n")
    shown = call("config")
    assert shown.exit_code == 1
    assert shown.stderr == f"{path}: 3 errors\n"
    assert rows(shown.stdout)["measure"] == ("80", "default: see line 1")
    assert rows(shown.stdout)["density"] == ("compact", "line 2")
    _, _, findings = shown.stdout.partition("\n\n")
    assert findings.startswith(
        f"error[M304] bad-value: “99” is not a measure\n --> {path}:1:10\n  |\n1 | measure: 99\n  |          ^^\n"
    )
    assert "error[M303] not-in-vocabulary: “fnd” is none of the commands" in findings
    assert "error[C701] key-taken: `f` cannot be given to `find`: it is the key of `hints`" in findings


def test_the_library_says_what_comes_before_it(call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    configure("library: /srv/reports\n")
    assert rows(call("config").stdout)["library"] == ("/srv/reports (not there)", "line 1")
    (tmp_path / "briefings").mkdir()
    assert rows(call("config").stdout)["library"] == ("briefings", "./briefings")
    monkeypatch.setenv("BRIEFING_PATH", str(tmp_path))
    assert rows(call("config").stdout)["library"] == (str(tmp_path), "$BRIEFING_PATH")


def test_the_theme_says_who_chose_it(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    configure("theme: light\n")
    state = State()
    state.configured_theme = "light"
    state.keep_theme("projector")
    assert rows(call("config").stdout)["theme"] == ("projector", "chosen in the reader")
    configure("theme: colour-blind\n")
    assert rows(call("config").stdout)["theme"] == ("colour-blind", "line 1")
    monkeypatch.setenv("NO_COLOR", "1")
    assert rows(call("config").stdout)["theme"] == ("monochrome", "$NO_COLOR")


def test_its_place_alone(call: Call) -> None:
    shown = call("config", "--path")
    assert (shown.exit_code, shown.stdout, shown.stderr) == (0, f"{config_file()}\n", "")
    asked = call("config", "--path", "--write")
    assert (asked.exit_code, asked.stdout) == (2, "")
    assert not config_file().exists()


def test_a_first_one_is_written_for_its_user_alone_and_is_sound(call: Call) -> None:
    written = call("config", "--write")
    assert (written.exit_code, written.stdout) == (0, f"{config_file()}\n")
    assert stat.S_IMODE(config_file().stat().st_mode) == 0o600
    assert configured().findings == ()
    assert call("config").exit_code == 0


@pytest.mark.parametrize("kind", ["file", "folder", "link to nothing"])
def test_nothing_is_written_over(kind: str, call: Call) -> None:
    path = configure("measure: 72\n")
    if kind != "file":
        path.unlink()
        path.mkdir() if kind == "folder" else path.symlink_to("nowhere")
    written = call("config", "--write")
    assert (written.exit_code, written.stdout) == (2, "")
    assert written.stderr == f"briefing: {path} is there already, and is left as it is\n"
    assert kind != "file" or path.read_text("utf-8") == "measure: 72\n"
    assert kind != "link to nothing" or not path.exists()


def test_where_it_cannot_be_written_is_said(call: Call, own_home: Path) -> None:
    (own_home / "config").write_text("no folder")
    written = call("config", "--write")
    assert (written.exit_code, written.stdout) == (2, "")
    assert "cannot be written" in written.stderr
    assert "Traceback" not in written.stderr


def test_a_configuration_that_may_not_be_read_is_a_finding(call: Call) -> None:
    path = configure("measure: 72\n")
    path.unlink()
    os.mkfifo(path)
    shown = call("config")
    assert shown.exit_code == 1
    assert rows(shown.stdout)["file"] == (str(path), "there")
    assert "error[F102] not-a-file: The configuration is not a regular file" in shown.stdout


def test_a_hostile_one_commands_no_terminal(call: Call) -> None:
    configure('theme: "\\e[31m\\x07"\nkeys: {"\\e]0;owned\\a": x, find: "\\e[2J"}\nlibrary: "/\\e[31m"\n')
    shown = call("config")
    assert shown.exit_code == 1
    assert all(char.isprintable() or char == "\n" for char in shown.stdout + shown.stderr)


def test_a_bad_one_stops_no_other_command(call: Call, sound: Path) -> None:
    configure("library: [\nkeys: {quit: none}\n")
    assert call("check", sound).exit_code == 0
    assert call("export", sound, "--to", "md").exit_code == 0


def test_the_configured_library_is_what_is_listed_and_checked(call: Call, tmp_path: Path, sound: Path) -> None:
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    sound.rename(shelf / "flood.yaml")
    configure(f"library: {shelf}\n")
    assert "A crest above the levee" in call().stdout
    assert call("check").stderr == "1 file checked: nothing to report\n"
