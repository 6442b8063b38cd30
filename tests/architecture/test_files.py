"""Small files with honest names that say what they own."""

import ast

import pytest

from tests.architecture.tree import ROOT, in_checkout, python_files, syntax

EVERYWHERE = ("briefing_tui", "tests", "benchmarks")
LONG, TOO_LONG = 300, 400
DOCSTRING_LINES = 6
REASON = "Why this file is long:"
EMPTY_NAMES = {"util", "utils", "helper", "helpers", "manager", "managers", "common", "misc"}


def docstring_lines(text: str | None) -> list[str]:
    return [line for line in (text or "").splitlines() if line.strip()]


def test_no_file_is_too_long() -> None:
    lengths = {in_checkout(path): len(path.read_text("utf-8").splitlines()) for path in python_files(*EVERYWHERE)}
    assert {name: length for name, length in lengths.items() if length > TOO_LONG} == {}, "split it along its own seams"


def test_a_long_file_says_why() -> None:
    silent = [
        in_checkout(path)
        for path in python_files(*EVERYWHERE)
        if len(path.read_text("utf-8").splitlines()) > LONG and REASON not in (ast.get_docstring(syntax(path)) or "")
    ]
    assert silent == [], f"past {LONG} lines the module's docstring says {REASON!r}"


def test_every_module_says_briefly_what_it_owns() -> None:
    counts = {
        in_checkout(path): len(docstring_lines(ast.get_docstring(syntax(path))))
        for path in python_files("briefing_tui", "benchmarks")
    }
    assert {name: lines for name, lines in counts.items() if not 1 <= lines <= DOCSTRING_LINES} == {}


def test_no_module_has_a_name_that_says_nothing() -> None:
    empty = [
        in_checkout(path)
        for path in python_files(*EVERYWHERE)
        for part in path.relative_to(ROOT).with_suffix("").parts
        if part == "data" or EMPTY_NAMES & set(part.split("_"))
    ]
    assert empty == []


@pytest.mark.parametrize("folder", ["briefing_tui", "tests"])
def test_the_rules_above_see_files(folder: str) -> None:
    assert python_files(folder)
