"""`briefing explain`: the manual of anything that can be found, set to the width there is."""

import pytest

from briefing_tui.checks.manuals import manual
from briefing_tui.checks.names import KNOWN
from briefing_tui.cli.explain import GROUPS, explained
from tests.cli.conftest import Call


@pytest.mark.parametrize("word", ["L401", "l401", "broken-reference"])
def test_a_finding_by_its_code_or_name(word: str, call: Call) -> None:
    shown = call("explain", word)
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert shown.stdout.startswith("L401 broken-reference: an error\n\nA reference or link names nothing")
    assert "\nFound in:\n\n    situation:\n      bottom_line: The [[twon]]" in shown.stdout
    assert "\nNot found in:\n\n    situation:\n      bottom_line: The [[town]]" in shown.stdout


def test_all_that_can_be_found_is_listed(call: Call) -> None:
    shown = call("explain").stdout
    for known in KNOWN.values():
        assert f"{known.code}  " in shown
        assert known.name in shown
    assert all(title in shown for _, title in GROUPS)
    assert max(map(len, shown.splitlines())) <= 80


def test_the_beginning_of_codes_lists_those(call: Call) -> None:
    shown = call("explain", "L4").stdout
    assert [line.split()[0] for line in shown.splitlines() if line.startswith("  L")] == ["L401", "L402", "L403"]
    assert "Y201" not in shown


def test_what_is_not_there_gets_the_nearest(call: Call) -> None:
    ended = call("explain", "brokn-refrence")
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert ended.stderr == "briefing: nothing is called brokn-refrence; did you mean `broken-reference`?\n"
    assert "`briefing explain` lists" in call("explain", "\x1b[31mqqqq").stderr


@pytest.mark.parametrize("code", KNOWN)
@pytest.mark.parametrize("width", [40, 84])
def test_prose_keeps_to_the_width(code: str, width: int) -> None:
    for line in explained(manual(code), width).splitlines():
        assert len(line) <= width or line.startswith("    ") or " " not in line.strip()


def test_the_terminals_width_is_taken_within_what_can_be_read(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def longest(columns: str) -> int:
        monkeypatch.setenv("COLUMNS", columns)
        prose = [line for line in call("explain", "Y201").stdout.splitlines() if not line.startswith("    ")]
        return max(map(len, prose))

    assert longest("50") <= 50 < longest("300") <= 84


def test_a_shell_is_told_codes_and_names(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_BRIEFING_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "briefing explain broken")
    monkeypatch.setenv("COMP_CWORD", "2")
    assert call().stdout.splitlines() == ["plain,broken-reference"]
