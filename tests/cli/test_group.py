"""What `briefing` alone says of itself, and what it makes of words it does not know."""

import subprocess
import sys
from pathlib import Path

import click
import pytest

from briefing_tui import __version__
from briefing_tui.cli.commands import COMMANDS, path_alone, paths_to_check
from briefing_tui.cli.group import EXAMPLES, command_at
from tests.cli.conftest import Call


@pytest.mark.parametrize("row", COMMANDS, ids=lambda row: row.name)
def test_every_row_leads_to_a_command_that_explains_itself(row: tuple[str, str, str], call: Call) -> None:
    name, at, what = row
    assert command_at(at).name == name
    shown = call(name, "--help")
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert f"briefing {name}" in shown.stdout
    assert what.endswith(".")


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_shows_every_command_and_example_and_fits(option: str, call: Call) -> None:
    shown = call(option)
    assert (shown.exit_code, shown.stderr) == (0, "")
    for row in COMMANDS:
        assert f"  {row.name}" in shown.stdout
        assert row.help in shown.stdout
    for example, what in EXAMPLES:
        assert any(example in line and what in line for line in shown.stdout.splitlines())
    assert max(map(len, shown.stdout.splitlines())) <= 80


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (click.UsageError("No such option\x1b[31m\n: --x"), 2, "briefing: No such option␛[31m : --x\n"),
        (click.exceptions.Exit(3), 3, ""),
        (click.Abort(), 130, ""),
    ],
)
def test_what_the_parser_ends_with_has_its_words_and_code(
    error: Exception, code: int, words: str, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def raised(*_: object) -> None:
        raise error

    monkeypatch.setattr(command_at("briefing_tui.cli.check:check"), "invoke", raised)
    ended = call("check", "flood.yaml")
    assert (ended.exit_code, ended.stdout, ended.stderr) == (code, "", words)


def test_version(call: Call) -> None:
    assert call("--version").stdout == f"briefing {__version__}\n"


@pytest.mark.parametrize(("typed", "meant"), [("chekc", "check"), ("exprot", "export"), ("checks", "check")])
def test_a_misspelt_command_is_recognised(typed: str, meant: str, call: Call) -> None:
    for more in ([], ["--output-format", "json", "flood.yaml"]):
        ended = call(typed, *more)
        assert (ended.exit_code, ended.stdout) == (2, "")
        assert ended.stderr == f"briefing: there is no file and no command called {typed}; did you mean `{meant}`?\n"


@pytest.mark.parametrize(
    ("words", "path"),
    [
        (["flood.yaml"], "flood.yaml"),
        (["flood.yaml#crest"], "flood.yaml#crest"),
        (["-"], "-"),
        (["reports/"], "reports/"),
        (["there"], "there"),
        (["chekc"], None),
        (["check"], None),
        ([""], None),
        ([], None),
        (["--help"], None),
        (["flood.yaml", "--follow-editor"], None),
    ],
)
def test_a_path_alone_is_told_from_all_else(
    words: list[str], path: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("there", "check"):
        (tmp_path / name).touch()
    assert path_alone(words) == path


@pytest.mark.parametrize(
    ("words", "paths"),
    [
        (["check", "flood.yaml"], ["flood.yaml"]),
        (["check", "-", "reports/"], ["-", "reports/"]),
        (["check"], []),
        (["check", ""], None),
        (["check", "-q", "flood.yaml"], None),
        (["check", "flood.yaml", "--fix"], None),
        (["check", "--", "flood.yaml"], None),
        (["flood.yaml"], None),
        ([], None),
    ],
)
def test_paths_to_check_are_told_from_all_else(words: list[str], paths: list[str] | None) -> None:
    assert paths_to_check(words) == paths


def test_checking_paths_alone_says_what_checking_with_an_option_says(call: Call, flawed: Path, sound: Path) -> None:
    words = ["check", str(flawed), str(sound), "nowhere.yaml"]
    ended = call(*words, "--output-format", "full")
    ran = subprocess.run([sys.executable, "-m", "briefing_tui", *words], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (ended.exit_code, ended.stdout, ended.stderr)


def test_a_file_with_nearly_the_name_of_a_command_is_a_file(call: Call, sound: object, tmp_path: object) -> None:
    assert call("flood.yaml").exit_code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["--nonsense"],
        ["check", "--nonsense"],
        ["check", "--output-format", "xml"],
        ["flood.yaml", "two.yaml"],
        ["flood.yaml", "--nonsense"],
        ["--\x1b]0;owned\x07"],
        ["check", "--output-format", "\x1b[31m\n\u202e"],
        ["nowhere\x1b[31m\n.yaml"],
        ["\x1b[31mchekc"],
        ["check", "\x1b[31m\n.yaml"],
        ["check", "\udcff.yaml"],
        [""],
        ["#crest"],
        ["a" * 5000],
    ],
)
def test_a_wrong_call_is_a_message_that_commands_nothing(arguments: list[str], call: Call) -> None:
    ended = call(*arguments)
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert ended.stderr.startswith("briefing: ")
    assert "Traceback" not in ended.stderr
    assert not any(ord(char) < 32 for char in ended.stderr.replace("\n", ""))
    assert "\u202e" not in ended.stderr
    assert ended.stderr.count("\n") <= 2


def test_a_file_named_like_no_file_there_gets_the_nearest(call: Call, sound: object) -> None:
    for typed in ("flod.yaml", "flood", "flood.yml"):
        assert "Did you mean `flood.yaml`?" in call(typed).stderr


def test_a_shell_is_told_commands_and_that_files_go_too(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_BRIEFING_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "briefing c")
    monkeypatch.setenv("COMP_CWORD", "1")
    assert call().stdout.splitlines() == ["plain,check", "plain,config", "plain,completion", "file,c"]
