"""What a command loads, proved by running it: a contract cannot see what an import pulls in behind it."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import PACKAGE, ROOT, SHIPPED, python_files

SCREEN = {"textual", "rich", "markdown_it"}
ELSEWHERE = {"pygls", "lsprotocol", "sqlite3"}
VALIDATION = {"pydantic", "pydantic_core"}

COMMAND = """
import sys
report, *arguments = sys.argv[1:]
from briefing_tui.__main__ import main
sys.argv = ["briefing", *arguments]
try:
    main()
finally:
    with open(report, "w", encoding="utf-8") as file:
        file.write("\\n".join(sys.modules))
"""
IMPORT = """
import importlib, sys
report, *names = sys.argv[1:]
for name in names:
    importlib.import_module(name)
with open(report, "w", encoding="utf-8") as file:
    file.write("\\n".join(sys.modules))
"""

needs_command_line = pytest.mark.skipif(not (PACKAGE / "__main__.py").exists(), reason="there is no command line yet")
each_shipped = pytest.mark.parametrize("briefing", SHIPPED, ids=lambda path: path.stem)


def loaded(script: str, arguments: list[str], tmp_path: Path, exit_code: int = 0) -> set[str]:
    """The top-level packages in memory when a process running `script` ends with `exit_code`."""
    report = tmp_path / "loaded.txt"
    ran = subprocess.run(
        [sys.executable, "-c", script, str(report), *arguments],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == exit_code, ran.stdout + ran.stderr
    return {name.partition(".")[0] for name in report.read_text("utf-8").split("\n")}


def test_the_probe_sees_what_is_loaded(tmp_path: Path) -> None:
    assert {"textual", "rich"} <= loaded(IMPORT, ["textual.app"], tmp_path)


def test_the_model_loads_neither_yaml_nor_pydantic_nor_a_screen(tmp_path: Path) -> None:
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in python_files("briefing_tui/model")]
    names = [name.removesuffix(".__init__") for name in names]
    assert loaded(IMPORT, names, tmp_path) & (SCREEN | ELSEWHERE | VALIDATION | {"yaml", "click"}) == set()


@needs_command_line
@pytest.mark.parametrize("option", ["--version", "--help"])
def test_a_question_about_the_program_loads_nothing_of_it(option: str, tmp_path: Path) -> None:
    assert loaded(COMMAND, [option], tmp_path) & (SCREEN | ELSEWHERE | VALIDATION | {"yaml"}) == set()


@needs_command_line
@each_shipped
def test_checking_a_sound_file_loads_no_screen_and_no_pydantic(briefing: Path, tmp_path: Path) -> None:
    # Nor a parser of command lines, nor what guesses at misspelt words: either takes as long as ten rules.
    unneeded = SCREEN | ELSEWHERE | VALIDATION | {"click", "difflib"}
    assert loaded(COMMAND, ["check", str(briefing)], tmp_path) & unneeded == set()


RULES_LOADED = """
import re
import briefing_tui.links.mentions, briefing_tui.links.problems, briefing_tui.source.load
compile, made = re.compile, []
re.compile = lambda written, flags=0: made.append(written) or compile(written, flags)
import briefing_tui.checks.engine
assert made == [], made
"""


def test_the_rules_compile_no_expression_before_one_is_used() -> None:
    subprocess.run([sys.executable, "-c", RULES_LOADED], cwd=ROOT, timeout=60, check=True)


@needs_command_line
def test_checking_a_broken_file_loads_no_screen(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("title: A briefing without its date\nsituation: {bottom_line: [], colour: blue}\n", "utf-8")
    assert loaded(COMMAND, ["check", str(broken)], tmp_path, exit_code=1) & (SCREEN | ELSEWHERE) == set()


@needs_command_line
def test_the_configuration_is_shown_without_a_screen(tmp_path: Path) -> None:
    assert loaded(COMMAND, ["config"], tmp_path) & (SCREEN | ELSEWHERE | VALIDATION) == set()


@needs_command_line
@each_shipped
def test_exporting_text_loads_no_screen(briefing: Path, tmp_path: Path) -> None:
    assert loaded(COMMAND, ["export", str(briefing), "--to", "text"], tmp_path) & (SCREEN | ELSEWHERE) == set()


@needs_command_line
@each_shipped
def test_a_path_alone_takes_no_parser_of_command_lines(briefing: Path, tmp_path: Path) -> None:
    assert "click" not in loaded(COMMAND, [str(briefing)], tmp_path)
    assert "click" in loaded(COMMAND, [str(briefing), "--follow-editor"], tmp_path)


READING = """
import asyncio, sys
from pathlib import Path
from briefing_tui.library.start import Start
from briefing_tui.tui.app import BriefingApp

async def read():
    app = BriefingApp(Start(path=Path(sys.argv[1])))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause(0.2)
        await pilot.press("j", "3", "enter", "backspace")
        before = [name for name in sys.modules if name.startswith("briefing_tui.checks")]
        await pilot.press("exclamation_mark")
        await pilot.pause(0.2)
        return before

before = asyncio.run(read())
assert before == [], before
assert "briefing_tui.checks.engine" in sys.modules
"""


def test_a_reader_loads_the_rules_only_when_asked_what_is_wrong() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", READING, str(SHIPPED[0])],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr


@needs_command_line
def test_settings_and_themes_load_no_rules(tmp_path: Path) -> None:
    report = tmp_path / "loaded.txt"
    for command in ("config", "themes"):
        arguments = [sys.executable, "-c", COMMAND, str(report), command]
        subprocess.run(arguments, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=True)
        assert "briefing_tui.checks" not in report.read_text("utf-8").split("\n")


def test_sharing_on_one_machine_loads_no_network_and_no_screen(tmp_path: Path) -> None:
    names = loaded(IMPORT, ["briefing_tui.meeting.sharing"], tmp_path)
    assert names & (SCREEN | ELSEWHERE | VALIDATION | {"nats", "nkeys", "yaml", "click"}) == set()
